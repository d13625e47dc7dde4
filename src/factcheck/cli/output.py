"""Text to the standard streams, quietly where the reader goes away, and the end of a run that could not be done."""

from __future__ import annotations

import os
import sys
from typing import NoReturn, TextIO

from factcheck.cli.speech import either


def print_text(text: str, stream: TextIO | None = None) -> None:
    """Write a text; characters that the stream lacks are escaped. A closed pipe is no error."""
    target = sys.stdout if stream is None else stream
    try:
        _write(target, text)
    except BrokenPipeError:
        silence(target)


def _write(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def silence(stream: TextIO) -> None:
    """Send the rest of a stream nowhere, so that closing it at exit raises nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())


def fail(reason: str, exit_code: int = 2) -> NoReturn:
    """Say on stderr why the command could not be done, and exit."""
    warn(reason)
    sys.exit(exit_code)


def warn(reason: str) -> None:
    """Say on stderr what went wrong, apart from the report."""
    print_text(either(f"错误：{reason}\n", f"error: {reason}\n"), sys.stderr)
