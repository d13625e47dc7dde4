"""Names imported and expressions compiled when they are first asked for, so that the command line starts with only what it needs."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING


def exports(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """A module ``__getattr__`` for a package: ``homes`` gives the module (within the package) of each block of names.

    The same names stand under ``TYPE_CHECKING`` for type checkers.

    >>> exports("factcheck.findings", {"messages": "Message say"})("Message").__name__
    'Message'
    """
    home_of = {name: module for module, names in homes.items() for name in names.split()}

    def get(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{home_of[name]}"), name)

    return get


if TYPE_CHECKING:
    from re import compile as expression
else:

    class expression:  # noqa: N801 - stands for a function
        """A regular expression that is compiled when it is first used: a run uses few of those that its modules hold.

        >>> expression("[0-9]+").search("12 tons")[0]
        '12'
        """

        def __init__(self, text, flags=0):
            self._given = text, flags

        def __getattr__(self, name):
            value = getattr(re.compile(*self._given), name)
            setattr(self, name, value)  # found at once from now on
            return value


__all__ = ["exports", "expression"]
