"""``factcheck run`` with nothing but paths: the usual call has no options, and importing their parser would take a third of it."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path


def is_plain(arguments: Sequence[str]) -> bool:
    """Whether these arguments are ``run`` and paths; on Windows the parser also expands ``*``, and is left to it.

    >>> is_plain(["run", "claims"]), is_plain(["run"]), is_plain(["run", "--lang", "en"]), is_plain(["rules"])
    (True, True, False, False)
    """
    command, options = arguments[:1], (each for each in arguments if each.startswith("-"))
    return command == ["run"] and not any(options) and os.name != "nt"


def run_plain(arguments: Sequence[str]) -> int:
    """The exit code of ``factcheck run`` on the paths after the command, as :func:`factcheck.cli.commands.run.run` would have it."""
    from factcheck.cli.configured import configured
    from factcheck.cli.running import Asked, run_command

    paths = [Path(each) for each in arguments[1:]] or None
    return run_command(configured(paths, {}), Asked(paths=paths))
