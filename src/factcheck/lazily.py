"""Names of a package that are imported when they are first asked for, so that the command line starts with only what it needs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module


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
