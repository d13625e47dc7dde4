"""Every example in a docstring is run."""

from __future__ import annotations

import doctest
from importlib import import_module
from pkgutil import walk_packages

import pytest

import factcheck

MODULES = sorted(
    module.name
    for module in walk_packages(factcheck.__path__, "factcheck.")
    if module.name != "factcheck.__main__"
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0
