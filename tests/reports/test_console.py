"""What the stream and its surroundings decide: width, colour, frames, language."""

from __future__ import annotations

import io

import pytest

from factcheck.reports import console, render
from factcheck.reports.step_summary import add_step_summary
from reports.samples import grain, mixed


class Stream(io.TextIOWrapper):
    """A stream of an encoding that may claim to be a terminal."""

    def __init__(self, encoding: str = "utf-8", *, terminal: bool = False) -> None:
        super().__init__(io.BytesIO(), encoding=encoding)
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal

    def written(self) -> bytes:
        self.flush()
        return self.buffer.getvalue()  # type: ignore[attr-defined]


def options(stream: Stream, environment: dict[str, str] | None = None, **wishes):
    return console.options_for(stream, environment or {}, language="zh", **wishes)


@pytest.mark.parametrize(
    ("terminal", "environment", "wish", "colour"),
    [
        (True, {}, "auto", True),
        (False, {}, "auto", False),
        (True, {"NO_COLOR": "1"}, "auto", False),
        (True, {"NO_COLOR": ""}, "auto", True),
        (True, {"TERM": "dumb"}, "auto", False),
        (False, {"FORCE_COLOR": "1"}, "auto", True),
        (False, {"FORCE_COLOR": "1", "NO_COLOR": "1"}, "auto", False),
        (True, {"NO_COLOR": "1"}, "always", True),
        (True, {}, "never", False),
    ],
)
def test_colour(terminal, environment, wish, colour):
    assert options(Stream(terminal=terminal), environment, colour=wish).colour is colour


@pytest.mark.parametrize(
    ("environment", "wish", "width"),
    [({}, None, 80), ({"COLUMNS": "100"}, None, 100), ({"COLUMNS": "20"}, None, 40), ({"COLUMNS": "400"}, None, 140),
     ({"COLUMNS": "x"}, None, 80), ({"COLUMNS": "0"}, None, 80), ({"COLUMNS": "100"}, 60, 60)],
)  # fmt: skip
def test_width(environment, wish, width):
    assert options(Stream(), environment, width=wish).width == width


@pytest.mark.parametrize(
    ("encoding", "ascii_frames", "ambiguous"),
    [("utf-8", False, 1), ("ascii", True, 1), ("latin-1", True, 1), ("gbk", True, None), ("gb18030", True, None), ("big5", True, None)],
)  # fmt: skip
def test_frames_are_drawn_from_what_the_stream_can_write(encoding, ascii_frames, ambiguous):
    found = options(Stream(encoding))
    assert (found.ascii, found.ambiguous_width) == (ascii_frames, ambiguous)


def test_a_user_who_knows_the_width_of_ambiguous_characters_gets_real_frames():
    found = options(Stream("gbk"), ambiguous_width=2)
    assert (found.ascii, found.ambiguous_width) == (False, 2)
    assert options(Stream("gbk"), {"FACTCHECK_AMBIGUOUS_WIDTH": "1"}).ambiguous_width == 1
    assert options(Stream("utf-8"), {"FACTCHECK_AMBIGUOUS_WIDTH": "2"}).ambiguous_width == 2
    assert options(Stream("gbk"), {"FACTCHECK_AMBIGUOUS_WIDTH": "?"}).ambiguous_width is None


def test_chinese_gives_way_to_english_where_it_cannot_be_written():
    assert console.readable_language("zh", Stream("ascii")) == "en"
    assert console.readable_language("zh", Stream("gbk")) == "zh"


@pytest.mark.parametrize("encoding", ["ascii", "gbk", "big5", "latin-1", "cp437", "utf-16"])
@pytest.mark.parametrize("sample", [grain, mixed])
def test_every_stream_takes_the_whole_report(encoding, sample):
    stream = Stream(encoding)
    text = render("terminal", sample(), options(stream))
    console.write(stream, text)
    assert stream.written().decode(encoding).replace("\r\n", "\n") == text


def test_what_a_stream_lacks_is_escaped_not_lost():
    stream = Stream("ascii")
    console.write(stream, "合计 1\n")
    assert stream.written() == rb"\u5408\u8ba1 1" + b"\n"


def test_the_summary_of_a_step_is_appended(tmp_path):
    path = tmp_path / "summary.md"
    path.write_text("earlier\n")
    assert add_step_summary(grain(), options(Stream()), {"GITHUB_STEP_SUMMARY": str(path)})
    text = path.read_text("utf-8")
    assert text.startswith("earlier\n### factcheck\n")
    assert "FC201" in text


def test_no_summary_without_a_place_for_it(tmp_path):
    assert not add_step_summary(grain(), options(Stream()), {})
    assert not add_step_summary(
        grain(), options(Stream()), {"GITHUB_STEP_SUMMARY": str(tmp_path / "no" / "x")}
    )
