from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

SNAPSHOTS = Path(__file__).parent / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS"


@pytest.fixture
def same_as_stored(request: pytest.FixtureRequest) -> Callable[[str], None]:
    """Compare a text with the file under ``snapshots`` that belongs to the test; ``UPDATE_SNAPSHOTS=1 pytest`` writes it anew."""
    name = request.node.name.removeprefix("test_").replace("[", "-").rstrip("]")
    path = SNAPSHOTS / f"{name}.txt"

    def compare(text: str) -> None:
        if os.environ.get(UPDATE):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode("utf-8"))
        assert path.exists(), f"no stored report yet: {UPDATE}=1 pytest writes it"
        assert text.split("\n") == path.read_bytes().decode("utf-8").split("\n")

    return compare
