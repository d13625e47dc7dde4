"""A run beside an earlier revision: only what the edit can affect is checked, now and as it was, and the findings are compared."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import chdir
from dataclasses import field, replace
from pathlib import Path, PurePosixPath

from factcheck.changes.affected import affected
from factcheck.changes.renames import Renames
from factcheck.changes.repository import Refusal, Repository, repository_of
from factcheck.changes.snapshot import snapshot
from factcheck.check.discovery import files_to_check
from factcheck.check.identity import Identity, identities
from factcheck.check.model import Report, Since
from factcheck.check.observer import Observer
from factcheck.check.patterns import Patterns
from factcheck.check.retelling import retold
from factcheck.check.run import check
from factcheck.check.settings import Settings
from factcheck.claims.discovery import SUFFIXES, shown_path
from factcheck.findings import Finding, Message, say
from factcheck.records import record


@record(slots=True)
class Compared:
    """The two reports: ``now`` on the files that the edit can affect, ``then`` on the same files at the revision."""

    revision: str
    now: Report
    then: Report
    renames: Renames = field(default_factory=Renames)
    unaffected: int = 0

    @property
    def earlier(self) -> list[Finding]:
        """The findings of then, under the names of now."""
        return [self.renames.finding(finding) for finding in self.then.findings]


def compared(
    paths: Sequence[Path], settings: Settings, revision: str, observer: Observer | None = None
) -> Compared | Refusal:
    """Check what changed since the revision, as it is and as it was."""
    repository = repository_of(Path.cwd())
    if isinstance(repository, Refusal):
        return repository
    commit = repository.commit(revision)
    if isinstance(commit, Refusal):
        return commit
    return _Comparison(repository, commit, paths, settings).run(revision, observer)


class _Comparison:
    def __init__(
        self, repository: Repository, commit: str, paths: Sequence[Path], settings: Settings
    ) -> None:
        self.repository, self.paths, self.settings = repository, paths, settings
        self.changes = repository.changes(commit)
        self.tree = repository.files_at(commit)
        self.files = {self._inside(file): file for file in files_to_check(paths, settings)}

    def run(self, revision: str, observer: Observer | None) -> Compared | Refusal:
        outside = self.files.get(None)
        if outside is not None:
            return Refusal(_outside(outside, self.repository.root))
        now = {path: file for path, file in self.files.items() if path is not None}
        then = self._listed_then(now)
        reached = affected(self._texts(now, then), self._changed(now))
        names = {path: shown_path(file) for path, file in now.items()}
        only = frozenset(names[path] for path in reached if path in names)
        report = check(self.paths, replace(self.settings, only=only), observer)
        earlier, folder = self._report_then(then, reached)
        return Compared(revision, report, earlier, self._renames(names, folder), len(names) - len(only))

    def _inside(self, file: Path) -> str | None:
        """The path within the repository; ``None`` outside."""
        absolute = Path(os.path.abspath(file))  # noqa: PTH100 - links are files of their own here
        root = self.repository.root
        return absolute.relative_to(root).as_posix() if absolute.is_relative_to(root) else None

    def _listed_then(self, now: Mapping[str, Path]) -> set[str]:
        """The claims files that the same paths yielded at the revision, and the earlier names of those they yield now."""
        origins = (self.changes.origins.get(path, path) for path in now)
        earlier = {origin for origin in origins if origin in self.tree}
        folders = [inside for path in self.paths if (inside := self._inside(path)) is not None]
        excluded = Patterns(self.settings.exclude, self.settings.root) if self.settings.exclude else None
        for path in self.tree:
            if any(_yields(folder, path) for folder in folders) and (
                excluded is None or not excluded.match((self.repository.root / path).as_posix())
            ):
                earlier.add(path)
        return earlier

    def _changed(self, now: Mapping[str, Path]) -> Iterator[str]:
        """Everything that differs, under its names of now and of then; claims that git does not follow are new."""
        yield from self.changes.origins
        yield from filter(None, self.changes.origins.values())
        yield from self.changes.gone
        yield from (path for path in now if path not in self.tree)

    def _texts(self, now: Mapping[str, Path], then: set[str]) -> dict[str, list[bytes]]:
        texts: dict[str, list[bytes]] = {path: [_read(file)] for path, file in now.items()}
        differing = [
            path
            for path in then
            if path not in now or path in self.changes.gone or self.changes.origins.get(path, "") != ""
        ]
        contents = self.repository.contents([self.tree[path] for path in differing])
        for path in differing:
            texts.setdefault(path, []).append(contents[self.tree[path]])
        return texts

    def _report_then(self, then: set[str], reached: set[str]) -> tuple[Report, Path]:
        """The report as it would have been, and the folder that held what was read then."""
        asked = then & reached
        drafts = [path for path in self.tree if not path.endswith(SUFFIXES)]
        whole = [*asked, *self._mentioned(asked, drafts)]
        stems = {PurePosixPath(path).stem for path in whole}
        namesakes = [path for path in then if PurePosixPath(path).stem in stems]  # they make ids longer
        with snapshot(self.repository, self.tree, whole, namesakes) as folder:
            here = folder / os.path.relpath(os.path.realpath("."), self.repository.root)
            here.mkdir(parents=True, exist_ok=True)
            paths = [self._moved(path, folder) for path in self.paths]
            root = self._moved(self.settings.root, folder)
            with chdir(here):
                only = frozenset(shown_path(folder / path) for path in asked)
                report = check(
                    [path for path in paths if path.exists()], replace(self.settings, only=only, root=root)
                )
            return report, folder

    def _mentioned(self, asked: set[str], others: Sequence[str]) -> list[str]:
        """Of the other files, those whose names stand in the claims: their articles."""
        from factcheck.changes.affected import ending, mentioned

        contents = self.repository.contents([self.tree[path] for path in asked])
        names = set().union(*map(mentioned, contents.values())) if contents else set()
        used = [path for path in self.tree if path.endswith(SUFFIXES) and path not in asked]
        return [path for path in (*others, *used) if ending(path) in names]

    def _moved(self, path: Path, folder: Path) -> Path:
        inside = self._inside(path)
        return path if inside is None else folder / inside

    def _renames(self, names: Mapping[str, str], folder: Path) -> Renames:
        paths: dict[str, str] = {}
        stems: dict[str, str] = {}
        for path, origin in self.changes.origins.items():
            if origin is not None and origin != path and path in names:
                before = os.path.relpath(self.repository.root / origin)
                paths[PurePosixPath(before).as_posix()] = names[path]
                stems[PurePosixPath(origin).stem] = PurePosixPath(path).stem
        return Renames(paths, stems, (folder.as_posix(), self.repository.root.as_posix()))


def _yields(folder: str, path: str) -> bool:
    """Whether a path given on the command line yields a file, as :func:`factcheck.claims.discovery.claims_files` has it."""
    if path == folder:
        return True
    inside = path if folder == "." else path.removeprefix(f"{folder}/")
    if folder != "." and inside == path:
        return False
    return inside.endswith(SUFFIXES) and not any(part.startswith(".") for part in PurePosixPath(inside).parts)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _outside(file: Path, root: Path) -> Message:
    return say(
        "{file} 不在仓库 {root} 里，没有可比的版本",
        "{file} lies outside the repository {root}: there is nothing to compare it with",
        file=file.as_posix(),
        root=root.as_posix(),
    )


def since_report(both: Compared, settings: Settings) -> Report:
    """The report on what the edit affects: findings that were there before are told apart and do not count."""
    identity = identities(both.now)
    identity_then = identities(both.then, both.renames.fact)
    before = Counter(identity_then(each) for each in both.earlier if each.ignored is None)
    reason = f"unchanged since {both.revision}"
    findings: list[Finding] = []
    for finding in both.now.findings:
        known = identity(finding)
        if before[known] > 0:
            before[known] -= 1
            if finding.ignored is None:
                finding = replace(finding, ignored=reason, ignored_in="revision")
        findings.append(finding)
    unchanged = sum(each.ignored_in == "revision" for each in findings)
    since = Since(
        revision=both.revision,
        new=sum(each.ignored is None for each in findings),
        unchanged=unchanged,
        fixed=tuple(_left(both, before, identity_then)),
        unaffected=both.unaffected,
    )
    return replace(retold(both.now, findings, settings.fail_on), since=since)


def _left(
    both: Compared, before: Counter[Identity], identity: Callable[[Finding], Identity]
) -> Iterator[Finding]:
    """The findings of then that now has no longer."""
    for finding in both.earlier:
        if finding.ignored is None and before[identity(finding)] > 0:
            before[identity(finding)] -= 1
            yield finding
