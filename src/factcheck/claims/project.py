"""A project read from disk: the files asked for and those they use, each once, none hiding the faults of another."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePosixPath

from factcheck.claims.decoding.article import detected_language
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.discovery import claims_files, shown_path
from factcheck.claims.linking import link
from factcheck.claims.model import Article, ClaimsFile, Project
from factcheck.claims.problems import Problems
from factcheck.claims.reading import read_text
from factcheck.claims.syntax.nodes import Scalar
from factcheck.findings import Message, say
from factcheck.text import SourceText
from factcheck.text.decoding import decode_utf8

Contents = Mapping[str, bytes]
"""What stands in for files on disk, by their real path: the text of an editor that was not saved yet."""

NOTHING: Contents = {}


def read_project(
    paths: Sequence[Path],
    *,
    root: Path | None = None,
    contents: Contents = NOTHING,
    only: frozenset[str] | None = None,
) -> Project:
    """Read files and folders, and the files that they use.

    ``root`` is the project's folder, which ``uses`` may not leave: by default the working folder where everything lies in it, else
    the folder that holds all the paths. ``contents`` is read instead of the files it names. Of the files
    found, ``only`` those shown under these paths are read, and those they use; all of them give the facts their ids.
    """
    was_collecting = gc.isenabled()
    gc.disable()  # reading only builds: collecting meanwhile costs a fifth of the time and finds nothing
    try:
        return _Reader(claims_files(paths), root or _common_root(paths), contents, only).read()
    finally:
        if was_collecting:
            gc.enable()


def _common_root(paths: Sequence[Path]) -> Path:
    here = Path.cwd()
    folders = [path.resolve() if path.is_dir() else path.resolve().parent for path in paths]
    if not folders or all(folder.is_relative_to(here) for folder in folders):
        return here
    return Path(os.path.commonpath(folders))


def _without_suffix(shown: str) -> str:
    return PurePosixPath(shown).with_suffix("").as_posix()


class _Reader:
    def __init__(
        self, files: list[Path], root: Path, contents: Contents, only: frozenset[str] | None
    ) -> None:
        self.contents = contents
        self.root = root.resolve()
        self.waiting = files
        self.shown: dict[str, str] = {}  # real path -> path as shown
        self.stems: dict[str, str] = {}  # path as shown -> stem
        self.not_asked: dict[str, Path] = {}  # real path -> a file that is read only where another uses it
        self._name_all(files)
        if only is not None:
            self.waiting = [file for file in files if shown_path(file) in only]
            waiting = {os.path.realpath(file) for file in self.waiting}
            self.not_asked = {real: file for file in files if (real := os.path.realpath(file)) not in waiting}

    def read(self) -> Project:
        project = Project()
        for path in self.waiting:  # grows while files name the files they use
            project.files.append(self._read(path))
        link(project.files)
        return project

    def _name_all(self, files: list[Path]) -> None:
        """A stem for each file: its name, or with its folders where several files share the name."""
        names: dict[str, list[str]] = {}
        for path in files:
            shown = shown_path(path)
            self.shown[os.path.realpath(path)] = shown
            names.setdefault(path.stem, []).append(shown)
        for stem, shared in names.items():
            for shown in shared:
                self.stems[shown] = stem if len(shared) == 1 else _without_suffix(shown)

    def _read(self, path: Path) -> ClaimsFile:
        real = os.path.realpath(path)
        shown = self.shown[real]
        stem = self.stems[shown]
        try:
            data = self.contents[real] if real in self.contents else path.read_bytes()
        except OSError as error:
            return _unread(shown, stem, *_why(error))
        decoded = decode_utf8(data)
        source = SourceText(shown, decoded.text)
        if decoded.wrong_at is not None:
            return _not_utf8(source, stem, decoded.wrong_at, decoded.likely)

        def locate(file: FileContext, written: str, node: Scalar) -> tuple[str, str] | None:
            return self._locate(path, file, written, node)

        return read_text(source, stem=stem, locate=locate)

    def _locate(self, user: Path, file: FileContext, written: str, node: Scalar) -> tuple[str, str] | None:
        """The used file's path as shown and its stem; queued for reading when it is new."""
        target = user.parent / written
        real = os.path.realpath(target)
        if not Path(real).is_relative_to(self.root):
            _cannot_use(file, node, "FC016", say("“{path}”在项目文件夹之外", "“{path}” lies outside the project folder", path=written),
                        say("只能引用项目文件夹内的文件", "only files inside the project folder can be used"))  # fmt: skip
            return None
        if real not in self.shown:
            if real not in self.contents and not Path(real).is_file():
                _cannot_use(
                    file,
                    node,
                    "FC014",
                    say("没有“{path}”这个文件", "there is no file “{path}”", path=written),
                    _similar(target),
                )
                return None
            shown = shown_path(target)
            self.shown[real] = shown
            taken = set(self.stems.values())
            self.stems[shown] = target.stem if target.stem not in taken else _without_suffix(shown)
            self.waiting.append(target)
        elif real in self.not_asked:
            self.waiting.append(self.not_asked.pop(real))
        shown = self.shown[real]
        return shown, self.stems[shown]


def _cannot_use(file: FileContext, node: Scalar, code: str, message: Message, advice: Message | None) -> None:
    file.problems.add(code, message, node.start, file.end_of(node), key=node.value, advice=advice)


def _similar(target: Path) -> Message | None:
    from factcheck.claims.names import nearest

    try:
        names = sorted(entry.name for entry in os.scandir(target.parent) if entry.is_file())
    except OSError:
        return None
    guess = nearest(target.name, names)
    return say("是不是 {guess}？", "did you mean {guess}?", guess=guess) if guess else None


def _why(error: OSError) -> tuple[Message, Message | None]:
    if isinstance(error, FileNotFoundError):
        return say("没有这个文件", "there is no such file"), None
    if isinstance(error, PermissionError):
        return say("没有读取权限", "no permission to read it"), None
    if isinstance(error, IsADirectoryError):
        return say("这是文件夹", "it is a folder"), None
    return say(
        "无法读取：{why}", "it cannot be read: {why}", why=error.strerror or type(error).__name__
    ), None


def _unread(shown: str, stem: str, message: Message, advice: Message | None) -> ClaimsFile:
    source = SourceText(shown, "")
    problems = Problems(source)
    problems.add("FC001", message, 0, 0, advice=advice)
    return _empty(source, stem, problems)


def _not_utf8(source: SourceText, stem: str, at: int, likely: str) -> ClaimsFile:
    problems = Problems(source)
    problems.add(
        "FC003",
        say("从这里起不是 UTF-8", "this is not UTF-8 from here on"),
        at,
        at + 1,
        advice=say(
            "看来是 {encoding}；转换：iconv -f {encoding} -t UTF-8 {path}",
            "it looks like {encoding}; convert it: iconv -f {encoding} -t UTF-8 {path}",
            encoding=likely,
            path=source.path,
        )
        if likely
        else say("请存为 UTF-8", "save it as UTF-8"),
    )
    return _empty(source, stem, problems)


def _empty(source: SourceText, stem: str, problems: Problems) -> ClaimsFile:
    return ClaimsFile(
        stem=stem,
        path=source.path,
        source=source,
        article=Article(language=detected_language(source.text)),
        facts={},
        checks=[],
        findings=problems.findings,
    )
