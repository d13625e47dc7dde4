"""From settings to what a run is asked to do."""

from __future__ import annotations

from pathlib import Path

from factcheck.check.settings import Settings
from factcheck.configuration.resolving import Configuration
from factcheck.findings import Severity

CACHE = ".factcheck_cache"


def run_settings(configuration: Configuration) -> Settings:
    """The settings of the check itself."""
    values = configuration.values
    return Settings(
        profile=values.profile,
        fail_on=None if values.fail_on == "never" else Severity(values.fail_on),
        processes=values.processes,
        select=values.select,
        extend_select=values.extend_select,
        ignore=values.ignore,
        severities=values.severity,
        in_files=values.per_file_ignores,
        exclude=values.exclude,
        force_exclude=values.force_exclude,
        root=configuration.root,
        outside=values.solver == "z3",
    )


def paths_to_check(configuration: Configuration, named: list[Path] | None) -> list[Path]:
    """The paths named, else those of the settings, else the folder ``claims``, else the current one."""
    if named:
        return named
    if configuration.values.paths:
        return [Path(path) for path in configuration.values.paths]
    claims = Path("claims")
    return [claims] if claims.is_dir() else [Path()]


def cache_folder(configuration: Configuration) -> Path:
    """Where results are kept: as set, else beside the settings file, else in the working folder."""
    if configuration.values.cache_dir is not None:
        return Path(configuration.values.cache_dir)
    return configuration.root / CACHE
