"""Baselines on disk: read for a run, written, pruned."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.cli.output import fail, print_text, warn
from factcheck.cli.speech import either, spoken_language

if TYPE_CHECKING:
    from factcheck.baseline.applying import Applied
    from factcheck.baseline.model import Entry
    from factcheck.check.model import Report
    from factcheck.check.settings import Settings
    from factcheck.configuration.resolving import Configuration

USUAL = "factcheck-baseline.json"


def baseline_path(configuration: Configuration) -> Path:
    """The baseline of the settings, else the usual one beside the settings file."""
    named = configuration.values.baseline
    return Path(named) if named is not None else configuration.root / USUAL


def entries_at(path: Path) -> list[Entry]:
    """The entries of a baseline; exits where it cannot be read."""
    from factcheck.baseline.files import read_baseline

    entries = read_baseline(path)
    return entries if isinstance(entries, list) else fail(entries.in_language(spoken_language()))


def under_baseline(report: Report, settings: Settings, path: Path) -> Report:
    """The report with what the baseline holds set aside; stale entries are told on stderr."""
    from factcheck.baseline.applying import apply_baseline

    applied = apply_baseline(report, entries_at(path), path.parent, settings)
    _tell_stale(applied, path)
    return applied.report


def _tell_stale(applied: Applied, path: Path) -> None:
    for entry in applied.stale:
        about = f"{entry.code} {entry.file} {entry.check or entry.key or ', '.join(fact for fact, _ in entry.facts)}"
        warn(
            either(
                f"{path.as_posix()} 中这一条已过时（factcheck baseline prune 可删去）：{about}",
                f"stale entry in {path.as_posix()} (factcheck baseline prune removes it): {about}",
            )
        )


def write(configuration: Configuration, paths: list[Path] | None) -> int:
    """Write every finding that counts; the reasons of entries that were there before are kept."""
    from dataclasses import replace

    from factcheck.baseline.applying import entries_of

    path = baseline_path(configuration)
    report, _ = _checked(configuration, paths)
    before = {entry.meaning: entry.reason for entry in entries_at(path)} if path.exists() else {}
    entries = [
        replace(entry, reason=before.get(entry.meaning, "")) for entry in entries_of(report, path.parent)
    ]
    _write(path, entries)
    print_text(
        either(f"{path.as_posix()}：{len(entries)} 条\n", f"{path.as_posix()}: {len(entries)} entries\n")
    )
    return 0


def prune(configuration: Configuration, paths: list[Path] | None) -> int:
    """Take out what no finding fits any more."""
    from factcheck.baseline.applying import apply_baseline

    path = baseline_path(configuration)
    entries = entries_at(path)
    report, settings = _checked(configuration, paths)
    stale = list(apply_baseline(report, entries, path.parent, settings).stale)
    kept = []
    for entry in entries:
        if entry in stale:
            stale.remove(entry)
        else:
            kept.append(entry)
    if len(kept) < len(entries):
        _write(path, kept)
    gone = len(entries) - len(kept)
    print_text(
        either(
            f"{path.as_posix()}：删去 {gone} 条，留下 {len(kept)} 条\n",
            f"{path.as_posix()}: {gone} removed, {len(kept)} kept\n",
        )
    )
    return 0


def _checked(configuration: Configuration, paths: list[Path] | None) -> tuple[Report, Settings]:
    from factcheck.check.policy import COULD_NOT_CHECK, NOTHING_TO_CHECK
    from factcheck.cli.session import checked
    from factcheck.configuration.running import paths_to_check, run_settings

    settings = run_settings(configuration)
    report = checked(paths_to_check(configuration, paths), settings)
    if report.summary.exit_code in (COULD_NOT_CHECK, NOTHING_TO_CHECK):
        raise SystemExit(report.summary.exit_code)
    return report, settings


def _write(path: Path, entries: list[Entry]) -> None:
    from factcheck.baseline.files import baseline_text

    try:
        path.write_text(baseline_text(entries), encoding="utf-8", newline="")
    except OSError as error:
        fail(either(f"无法写入 {path}：{error.strerror}", f"cannot write {path}: {error.strerror}"))
