"""What the README shows of the program is what the program prints."""

from __future__ import annotations

import pytest

from readme.blocks import COMMANDS, README, output, printed

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_block(name: str) -> None:
    shown = printed(name, TEXT)
    assert shown is not None, f"README.md has no block {name}"
    assert shown == output(name)
