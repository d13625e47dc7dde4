"""Which claims files a run checks: those named and those in the folders named, without what the settings exclude."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from factcheck.check.patterns import Patterns
from factcheck.check.settings import Settings
from factcheck.claims.discovery import claims_files, shown_path


def files_to_check(paths: Sequence[Path], settings: Settings) -> list[Path]:
    """The files in the order given; a file that is named is kept, unless ``force_exclude`` says otherwise."""
    files = claims_files(paths)
    if not settings.exclude:
        return files
    named = set() if settings.force_exclude else {path for path in paths if not path.is_dir()}
    excluded = Patterns(settings.exclude, settings.root)
    return [file for file in files if file in named or not excluded.match(shown_path(file))]
