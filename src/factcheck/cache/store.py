"""A folder of texts by name: written whole or not at all, checked when read, never in the way."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from factcheck.cache.inputs import hash_of

KEPT = 64
"""Texts at most; the oldest go first."""

ABOUT = {
    ".gitignore": "*\n",
    "CACHEDIR.TAG": "Signature: 8a477f597d28d172789f06886806bc55\n# Results of factcheck; may be deleted at any time.\n",
}


class Store:
    """Texts in a folder. A folder that cannot be written keeps nothing; a file that is not as it was written is none."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def read(self, name: str) -> str | None:
        """The text under this name: its first line is the hash of the rest."""
        try:
            head, _, text = (self.folder / name).read_bytes().decode("utf-8", "surrogatepass").partition("\n")
        except (OSError, UnicodeDecodeError):
            return None
        return text if head == hash_of(text) else None

    def write(self, name: str, text: str) -> bool:
        """Keep the text; other runs see it whole or not at all. Whether that was possible."""
        data = f"{hash_of(text)}\n{text}".encode("utf-8", "surrogatepass")
        try:
            self._prepare()
            self._replace(name, data)
            self._forget()
        except OSError:
            return False
        return True

    def _prepare(self) -> None:
        if self.folder.is_dir():
            return
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, text in ABOUT.items():
            self._replace(name, text.encode())

    def _replace(self, name: str, data: bytes) -> None:
        from tempfile import NamedTemporaryFile

        with NamedTemporaryFile(dir=self.folder, prefix=".", suffix=".part", delete=False) as file:
            temporary = file.name
            file.write(data)
        try:
            os.replace(temporary, self.folder / name)  # noqa: PTH105 - both are paths already
        except OSError:
            with suppress(OSError):
                Path(temporary).unlink()
            raise

    def _forget(self) -> None:
        entries = [
            entry for entry in os.scandir(self.folder) if entry.is_file() and entry.name.endswith(".txt")
        ]
        if len(entries) <= KEPT:
            return
        for entry in sorted(entries, key=lambda each: each.stat().st_mtime_ns)[:-KEPT]:
            with suppress(OSError):
                Path(entry.path).unlink()
