"""A project read from disk: the files asked for and those they use, each once, none hiding the faults of another."""

from __future__ import annotations

import gc
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from factcheck.claims.decoding.article import detected_language
from factcheck.claims.decoding.context import FileContext
from factcheck.claims.discovery import claims_files
from factcheck.claims.linking import link
from factcheck.claims.model import Article, ClaimsFile, Project
from factcheck.claims.naming import Names, common_root, names_of
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
    names = names_of(claims_files(paths), root or common_root(paths))
    asked = [real for real, shown in names.shown.items() if only is None or shown in only]
    return read_named(names, asked, contents)


def read_named(names: Names, asked: Sequence[str], contents: Contents = NOTHING) -> Project:
    """Read some files of a project (by their real paths), and the files that they use; ``names`` learns those outside the project."""
    was_collecting = gc.isenabled()
    gc.disable()  # reading only builds: collecting meanwhile costs a fifth of the time and finds nothing
    try:
        return _Reader(names, asked, contents).read()
    finally:
        if was_collecting:
            gc.enable()


class _Reader:
    def __init__(self, names: Names, asked: Sequence[str], contents: Contents) -> None:
        self.names = names
        self.contents = contents
        self.waiting = list(asked)
        self.known = set(asked)

    def read(self) -> Project:
        project = Project()
        for real in self.waiting:  # grows while files name the files they use
            project.files.append(self._read(real))
        link(project.files)
        return project

    def _read(self, real: str) -> ClaimsFile:
        path, shown, stem = self.names.paths[real], self.names.shown[real], self.names.stems[real]
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
        names = self.names
        if not Path(real).is_relative_to(names.root):
            _cannot_use(file, node, "FC016", say("“{path}”在项目文件夹之外", "“{path}” lies outside the project folder", path=written),
                        say("只能引用项目文件夹内的文件", "only files inside the project folder can be used"))  # fmt: skip
            return None
        if real not in names.shown:
            if real not in self.contents and not Path(real).is_file():
                _cannot_use(
                    file,
                    node,
                    "FC014",
                    say("没有“{path}”这个文件", "there is no file “{path}”", path=written),
                    _similar(target),
                )
                return None
            names.add(real, target)
        if real not in self.known:
            self.known.add(real)
            self.waiting.append(real)
        return names.shown[real], names.stems[real]


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
