"""The version control that the claims are under, asked through ``git`` itself; nothing here writes to the work tree or to its index."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import field
from pathlib import Path

from factcheck.findings import Message, say
from factcheck.records import record

COMPARED_WITH_UNTRACKED = (".yaml", ".yml", ".txt", ".md", ".html", ".htm", ".docx")
"""Files not added yet matter where they are claims or drafts."""


@record(frozen=True, slots=True)
class Refusal:
    """Why the comparison could not be made."""

    message: Message


@record(slots=True)
class Changes:
    """What differs between a commit and the work tree; paths are relative to the repository's folder, with ``/``.

    ``origins`` gives the earlier path of every file that is changed or renamed, ``None`` where it is new; ``gone`` are those deleted.
    """

    origins: dict[str, str | None] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)


@record(frozen=True, slots=True)
class Repository:
    """A git repository with a work tree in ``root``."""

    root: Path

    def commit(self, revision: str) -> str | Refusal:
        """The commit that a revision names; ``REV...`` is where the branch left REV (the merge base with HEAD)."""
        if revision.endswith("..."):
            base = _git(self.root, ["merge-base", "--end-of-options", revision[:-3], "HEAD"])
            found = base.stdout.decode().strip() if base.returncode == 0 else ""
        else:
            parsed = _git(
                self.root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"]
            )
            found = parsed.stdout.decode().strip() if parsed.returncode == 0 else ""
        return found or self._missing(revision)

    def _missing(self, revision: str) -> Refusal:
        shallow = _git(self.root, ["rev-parse", "--is-shallow-repository"]).stdout.strip() == b"true"
        if shallow:
            return Refusal(
                say(
                    "这是浅克隆，里面没有版本 {revision}；先运行 git fetch --unshallow，或在 actions/checkout 里写 fetch-depth: 0",
                    "this is a shallow clone without the revision {revision}; run git fetch --unshallow, or give actions/checkout fetch-depth: 0",
                    revision=revision,
                )
            )
        return Refusal(say("没有版本 {revision}", "there is no revision {revision}", revision=revision))

    def files_at(self, commit: str) -> dict[str, str]:
        """Every file of the commit: its path and the name of its content."""
        listed = _git(self.root, ["ls-tree", "-r", "-z", "--full-tree", commit]).stdout
        files: dict[str, str] = {}
        for entry in filter(None, listed.split(b"\0")):
            about, _, path = entry.partition(b"\t")
            mode, kind, name = about.split()[:3]
            if kind == b"blob" and mode != b"120000":
                files[os.fsdecode(path)] = name.decode()
        return files

    def contents(self, names: Sequence[str]) -> dict[str, bytes]:
        """Contents by their names, all in one call."""
        unique = list(dict.fromkeys(names))
        asked = "".join(f"{name}\n" for name in unique).encode()
        told = _git(self.root, ["cat-file", "--batch"], asked).stdout
        found: dict[str, bytes] = {}
        at = 0
        for name in unique:
            end = told.index(b"\n", at)
            size = int(told[at:end].split()[2])
            found[name] = told[end + 1 : end + 1 + size]
            at = end + size + 2
        return found

    def changes(self, commit: str) -> Changes:
        """The work tree beside the commit: what is staged, what is not, and what was not added yet."""
        untracked = self._untracked()
        if not untracked:
            return _read_changes(self._difference(commit, {}))
        from tempfile import TemporaryDirectory

        with TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(self._copy_of_index(Path(folder)))}
            asked = b"".join(os.fsencode(path) + b"\0" for path in untracked)
            _git(
                self.root,
                ["add", "--intent-to-add", "--pathspec-from-file=-", "--pathspec-file-nul"],
                asked,
                index,
            )
            return _read_changes(self._difference(commit, index))

    def _untracked(self) -> list[str]:
        listed = _git(self.root, ["ls-files", "--others", "--exclude-standard", "-z"]).stdout
        return [
            path
            for path in map(os.fsdecode, filter(None, listed.split(b"\0")))
            if path.lower().endswith(COMPARED_WITH_UNTRACKED)
        ]

    def _copy_of_index(self, folder: Path) -> Path:
        """An index to add to: only a copy can tell that a file not added yet is a renamed one."""
        import shutil

        real = self.root / os.fsdecode(
            _git(self.root, ["rev-parse", "--git-path", "index"]).stdout.rstrip(b"\n")
        )
        copy = folder / "index"
        if real.exists():
            shutil.copy2(
                real, copy
            )  # with its time: by it git knows which files it cannot take for unchanged
        return copy

    def _difference(self, commit: str, index: dict[str, str]) -> bytes:
        options = ["--no-ext-diff", "--ignore-submodules", "--name-status", "-z", "-M", "--no-relative"]
        return _git(self.root, ["diff", *options, commit, "--"], environment=index).stdout


def repository_of(folder: Path) -> Repository | Refusal:
    """The repository that the folder lies in."""
    try:
        asked = _git(folder, ["rev-parse", "--show-toplevel"])
    except OSError:
        return Refusal(say("没有安装 git", "git is not installed"))
    if asked.returncode != 0:
        told = asked.stderr.decode("utf-8", "replace").strip().partition("\n")[0].removeprefix("fatal: ")
        return Refusal(
            say(
                "{folder} 不在 git 仓库的工作区里（git：{told}）",
                "{folder} is not in the work tree of a git repository (git: {told})",
                folder=folder.resolve().as_posix(),
                told=told,
            )
        )
    return Repository(Path(os.fsdecode(asked.stdout.rstrip(b"\n"))))


def _git(
    folder: Path, arguments: Iterable[str], given: bytes = b"", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", "-C", str(folder), "--literal-pathspecs", *arguments],
        input=given,
        capture_output=True,
        check=False,
        env=os.environ | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"} | (environment or {}),
    )


def _read_changes(told: bytes) -> Changes:
    """``git diff --name-status -z``: a letter, then one path, or two where the letter is R or C."""
    changes = Changes()
    words = iter([os.fsdecode(word) for word in told.split(b"\0") if word])
    for status in words:
        path = next(words)
        match status[0]:
            case "R":
                changes.origins[next(words)] = path
                changes.gone.add(path)
            case "C":
                changes.origins[next(words)] = None
            case "A":
                changes.origins[path] = None
            case "D":
                changes.gone.add(path)
            case _:
                changes.origins[path] = path
    return changes
