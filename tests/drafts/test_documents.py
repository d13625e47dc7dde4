from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.drafts.documents import UnreadableDraftError, document_from_bytes, read_document
from factcheck.drafts.encoding import UndecodableError, decode
from factcheck.drafts.html import visible_text
from factcheck.drafts.normal_form import normal_form

SENTENCE = "全县共有3267名困难群众享受补助，占总数的51.8%。"


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
def test_encodings_are_told_apart(encoding: str, named: str) -> None:
    assert decode(SENTENCE.encode(encoding)) == (SENTENCE, named)


@pytest.mark.parametrize(
    "content", [b"\x89PNG\r\n\x1a\n", b"\x00\x01\x02\x03" * 50, b"PK\x03\x04rest", b"%PDF-1.7"]
)
def test_binary_files_are_refused(content: bytes) -> None:
    with pytest.raises(UndecodableError) as caught:
        decode(content)
    assert caught.value.reason == "binary"


def test_mixed_encodings_are_refused_with_the_line() -> None:
    content = (SENTENCE + "\n").encode() * 20 + "合计五元".encode("gbk")
    with pytest.raises(UndecodableError) as caught:
        decode(content)
    assert (caught.value.reason, caught.value.detail) == ("encoding", "line 21")


def test_html_shows_what_a_reader_sees_and_leads_back() -> None:
    page = "<html><head><title>9</title><script>x=5</script></head>\n<body><p>合计<b>5&#20803;</b>&nbsp;整</p></body></html>"
    text, offsets = visible_text(page)
    assert text.split() == ["合计5元", "整"]
    assert page[offsets[text.index("5")]] == "5"
    assert page[offsets[text.index("元")] :].startswith("&#20803;")


def test_word_paragraphs_are_lines() -> None:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("第一段，共35个村。")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "合计"
    table.cell(0, 1).text = "219个"
    document.add_paragraph("末段90%。")
    stream = BytesIO()
    document.save(stream)
    read = document_from_bytes(stream.getvalue(), "draft.docx", ".docx")
    assert read.text.split("\n") == ["第一段，共35个村。", "合计", "219个", "末段90%。"]
    assert read.position(read.text.index("90%")).line == 4


def test_a_docx_that_is_not_one() -> None:
    with pytest.raises(UnreadableDraftError) as caught:
        document_from_bytes(b"not a zip", "draft.docx", ".docx")
    assert caught.value.reason == "docx"


def test_a_missing_file(tmp_path) -> None:
    with pytest.raises(UnreadableDraftError) as caught:
        read_document(tmp_path / "none.txt")
    assert caught.value.reason == "missing"


@given(st.text())
def test_normal_form_leads_back_inside_the_text(text: str) -> None:
    normal, offsets = normal_form(text)
    if offsets is None:
        assert len(normal) == len(text)
    else:
        assert len(offsets) == len(normal) + 1
        assert list(offsets) == sorted(offsets)
        assert offsets[-1] == len(text)


@given(st.text())
def test_pages_never_crash_and_lead_back(page: str) -> None:
    text, offsets = visible_text(page)
    assert len(offsets) == len(text) + 1
    assert all(0 <= offset <= len(page) for offset in offsets)
