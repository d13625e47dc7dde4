"""The terminal as it is: what the stream and its surroundings allow. The only place that imports rich."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, TextIO

from factcheck.findings import Language
from factcheck.reports.interface import DEFAULT_WIDTH, RenderOptions
from factcheck.reports.line import Line
from factcheck.reports.screen import Screen

if TYPE_CHECKING:
    from rich.style import Style

NARROWEST, WIDEST = 40, 140
FRAME_SAMPLE = "╭─│…"
EAST_ASIAN = ("gb", "big5", "cp936", "cp950", "cp932", "euc", "shift", "johab", "cp949")
"""Encodings whose screens give frames and quotation marks one cell or two, nobody can tell which."""

Colour = Literal["auto", "always", "never"]


def options_for(
    stream: TextIO,
    environment: Mapping[str, str],
    *,
    language: Language,
    machine_language: Language = "en",
    width: int | None = None,
    ascii: bool = False,  # noqa: A002 - the option's name
    colour: Colour = "auto",
    ambiguous_width: Literal[1, 2] | None = None,
    show_passed: bool = False,
) -> RenderOptions:
    """How a report should look on this stream; what the user chose wins over what was found out."""
    encoding = getattr(stream, "encoding", None) or "utf-8"
    ambiguous_width = ambiguous_width or _ambiguous_width(environment)
    east_asian = encoding.lower().replace("-", "").startswith(EAST_ASIAN)
    return RenderOptions(
        language=language,
        machine_language=machine_language,
        width=width or _width(stream, environment),
        ascii=ascii or (east_asian and ambiguous_width is None) or not can_write(FRAME_SAMPLE, encoding),
        colour=_colour(stream, environment, colour),
        encoding=encoding,
        ambiguous_width=ambiguous_width or (None if east_asian else 1),
        show_passed=show_passed,
    )


def _ambiguous_width(environment: Mapping[str, str]) -> Literal[1, 2] | None:
    """What the user knows of the terminal's font: the cells of “ ” — … and of frames."""
    told = environment.get("FACTCHECK_AMBIGUOUS_WIDTH")
    return 1 if told == "1" else 2 if told == "2" else None


def readable_language(wanted: Language, stream: TextIO) -> Language:
    """The language wanted, or English on a stream that cannot write Chinese: an escape says nothing to a reader."""
    return wanted if can_write("错误", getattr(stream, "encoding", None) or "utf-8") else "en"


def can_write(text: str, encoding: str) -> bool:
    """Whether an encoding has all these characters."""
    try:
        text.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def write(stream: TextIO, text: str) -> None:
    """Write a report; what the stream's encoding lacks is escaped rather than lost."""
    try:
        stream.write(text)
    except UnicodeEncodeError:
        encoding = stream.encoding or "ascii"
        stream.write(text.encode(encoding, "backslashreplace").decode(encoding))
    stream.flush()


def _width(stream: TextIO, environment: Mapping[str, str]) -> int:
    if environment.get("COLUMNS", "").isdigit() and int(environment["COLUMNS"]) > 0:
        found = int(environment["COLUMNS"])
    elif _is_terminal(stream):
        found = _window(stream)
    else:
        found = DEFAULT_WIDTH
    return max(NARROWEST, min(found, WIDEST))


def _window(stream: TextIO) -> int:
    try:
        return os.get_terminal_size(stream.fileno()).columns or DEFAULT_WIDTH
    except (OSError, ValueError):
        return shutil.get_terminal_size((DEFAULT_WIDTH, 24)).columns


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False


def _colour(stream: TextIO, environment: Mapping[str, str], choice: Colour) -> bool:
    """An explicit choice first, then NO_COLOR, then FORCE_COLOR, then whether a person is looking."""
    if choice != "auto":
        return choice == "always"
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return environment["FORCE_COLOR"] != "0"
    return _is_terminal(stream) and environment.get("TERM") != "dumb"


def write_lines(lines: Sequence[Line], screen: Screen, *, colour: bool) -> str:
    """Lines as one text; with colour, each piece in its style; no text is ever read as markup.

    Whatever a part of the report forgot to make safe is made safe here.
    """
    if not colour:
        return "".join(f"{screen.show(line.plain).rstrip()}\n" for line in lines)
    return "".join(f"{_coloured(line.trimmed(), screen)}\n" for line in lines)


def _coloured(line: Line, screen: Screen) -> str:
    from rich.color import ColorSystem

    return "".join(
        _style(piece.style).render(screen.show(piece.text), color_system=ColorSystem.STANDARD)
        for piece in line.pieces
    )


@cache
def _style(name: str) -> Style:
    from rich.style import Style

    return Style.parse(name)
