"""A line of the terminal report: pieces of text, each in a style."""

from __future__ import annotations

from factcheck.records import record

PLAIN = ""


@record(frozen=True, slots=True)
class Piece:
    """A run of text in one style (a rich style; empty for none)."""

    text: str
    style: str = PLAIN


@record(frozen=True, slots=True)
class Line:
    """One line, without its end."""

    pieces: tuple[Piece, ...] = ()

    @classmethod
    def of(cls, *pieces: str | Piece) -> Line:
        """A line of pieces; bare strings are plain."""
        return cls(tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces if piece))

    @property
    def plain(self) -> str:
        """The text alone."""
        return "".join(piece.text for piece in self.pieces)

    def trimmed(self) -> Line:
        """The line without spaces at its end."""
        pieces = list(self.pieces)
        while pieces and not pieces[-1].text.rstrip():
            pieces.pop()
        if pieces:
            pieces[-1] = Piece(pieces[-1].text.rstrip(), pieces[-1].style)
        return Line(tuple(pieces))

    def __add__(self, other: Line) -> Line:
        return Line(self.pieces + other.pieces)
