"""Lines to paragraphs: joined where the geometry leaves no doubt, also over columns and pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from storage.sources.flow import Piece, belongs_to_title, row
from storage.sources.layout.glyphs import PageLine, is_wide
from storage.sources.layout.page_furniture import mark_furniture

# ……（12）   ....12   ···· 12
_ENTRY_END = re.compile(r"[.…·・⋯]{2,}\s?[（(]?[0-9０-９]{1,4}[）)]?$")
# 第一条　   1.1　   一、　: what stands apart at the head of running text
_LABEL = re.compile(
    r"^\s*(?:第[一二三四五六七八九十百〇零0-9]{1,6}[条章节]|[0-9.]{1,8}[.、）)]?|[（(]?[一二三四五六七八九十]{1,3}[、）)]"
    r"|[注附][件：:0-9]{1,3})[ \u3000]+"
)
# In parts of the size of the characters.
_INDENT = 1.2
_SHORT_OF_EDGE = 1.6
_AT_EDGE = 0.8
_CENTRED = 1.0
_SAME_SIZE = 0.12
_TITLE_GAP = 2.4
_PARAGRAPH_GAP = 1.45
_FEW = 5
_LARGE = 1.15
_WRAPPED = 1.0
_NARROWEST = 10
# More room than any line leaves: no line goes on with this paragraph.
_CLOSED = 1e9
_LONGEST_WORD = 16
_BROAD = 0.8


@dataclass(slots=True)
class _Edges:
    """Where the lines of a column start and end, and the usual size of the document."""

    left: float
    right: float
    size: float


@dataclass(slots=True)
class _Paragraph:
    piece: Piece
    last: PageLine
    first: PageLine
    room: float = _CLOSED
    aside: list[Piece] = field(default_factory=list[Piece])


def pieces_of(pages: Sequence[list[PageLine]], heights: Sequence[float]) -> Iterator[Piece]:
    """The pieces of a document of pages, their furniture marked."""
    mark_furniture(pages, heights)
    edges = _edges_of(pages)
    leading = _leading_of(pages)
    current: _Paragraph | None = None
    for line in (line for page in pages for line in page):
        if not line.text.strip():
            continue
        if line.furniture:
            aside = Piece(line.text, page=line.page, size=line.size, furniture=line.furniture)
            if current is None:
                yield aside
            else:
                current.aside.append(aside)
            continue
        edge = edges[_place(line)]
        if current is not None and _is_continued(current, line, edge, leading):
            _join(current, line)
        else:
            following = _paragraph(line, edge, current)
            if current is not None:
                yield current.piece
                yield from current.aside
            current = following
        current.last = line
        current.room = _room(line, edge)
        if line.cells is not None or current.piece.centred:
            current.room = _CLOSED
    if current is not None:
        yield current.piece
        yield from current.aside


def _place(line: PageLine) -> tuple[int, int, int]:
    """Lines of the same column of left or right pages share their edges."""
    return (*line.column, line.page % 2)


def _edges_of(pages: Sequence[Sequence[PageLine]]) -> dict[tuple[int, int, int], _Edges]:
    """The edges of each column over the whole document, few odd lines left out."""
    gathered: dict[tuple[int, int, int], list[PageLine]] = {}
    for line in (line for page in pages for line in page):
        gathered.setdefault(_place(line), []).append(line)
    found: dict[tuple[int, int, int], _Edges] = {}
    sizes = sorted(line.size for lines in gathered.values() for line in lines)
    usual = sizes[len(sizes) // 2] if sizes else 0.0
    for place, lines in gathered.items():
        running = [line for line in lines if line.cells is None and not line.furniture] or lines
        lefts = sorted(line.left for line in running)
        rights = sorted(line.right for line in running)
        skip = len(running) // 50 if len(running) > _FEW else 0
        found[place] = _Edges(lefts[skip], rights[-1 - skip], usual)
    return found


def _leading_of(pages: Sequence[Sequence[PageLine]]) -> float:
    """The usual distance of base lines, in parts of the size."""
    ratios = sorted(
        (below.base - above.base) / below.size
        for page in pages
        for above, below in zip(page, page[1:], strict=False)
        if above.column == below.column and 0 < below.base - above.base < below.size * 4
    )
    return ratios[len(ratios) // 2] if ratios else 1.6


def _room(line: PageLine, edge: _Edges) -> float:
    """What the line leaves free up to the right edge of its column, which is a wide one.

    Words set apart (组长　某某　市长) and entries of the contents end where they end.
    """
    if edge.right - edge.left < _NARROWEST * line.size:
        return _CLOSED
    if "\u3000" in _LABEL.sub("", line.text).strip() or _ENTRY_END.search(line.text):
        return _CLOSED
    return edge.right - line.right


def _is_continued(current: _Paragraph, line: PageLine, edge: _Edges, leading: float) -> bool:
    """The line belongs to the paragraph or title before it beyond doubt."""
    filled = current.room <= _SHORT_OF_EDGE * line.size + _first_word(line)
    if filled and _goes_on(current.last, line, edge, leading):
        return True
    return _wraps(current, line, edge)


def _first_word(line: PageLine) -> float:
    """How wide the word is at the head of a line that was not to be broken: 〔2024〕6号, PM2.5."""
    width = 0.0
    for character in line.text[:_LONGEST_WORD]:
        if character.isspace() or character.isalnum() and is_wide(character):
            break
        width += line.size if is_wide(character) else line.size / 2
    return width


def _goes_on(last: PageLine, line: PageLine, edge: _Edges, leading: float) -> bool:
    """The line goes on with the paragraph of the filled line before it."""
    if line.cells is not None or abs(line.size - last.size) > _SAME_SIZE * last.size:
        return False
    if line.left - edge.left > _AT_EDGE * line.size:
        return False
    if line.page == last.page and line.column == last.column:
        return line.base - last.base <= max(leading * _PARAGRAPH_GAP, 1.3) * line.size
    return line.page - last.page <= 1


def _wraps(current: _Paragraph, line: PageLine, edge: _Edges) -> bool:
    """A line of a title that fills its column goes on in the next one."""
    last = current.last
    if not current.piece.centred or line.cells is not None or line.size != last.size:
        return False
    room = min(last.left - edge.left, edge.right - last.right)
    is_large = line.size >= _LARGE * edge.size
    return (
        is_large
        and room < _WRAPPED * line.size
        and _is_centred(line, edge)
        and (_is_near(last, line))
    )


def _join(current: _Paragraph, line: PageLine) -> None:
    text = current.piece.text
    wide = is_wide(text[-1]) or is_wide(line.text[0])
    blank = not wide and text[-1].isalnum() and line.text[0].isalnum()
    current.piece.text = (
        text + (" " if blank and not _cut_word(text, line.text) else "") + line.text
    )


def _cut_word(text: str, following: str) -> bool:
    """A number or a Chinese-style word was cut: figures go on with figures."""
    return text[-1].isdigit() and following[0].isdigit()


def _paragraph(line: PageLine, edge: _Edges, before: _Paragraph | None) -> _Paragraph:
    if line.cells is not None:
        piece = row(line.cells, tight=not line.opens, page=line.page)
        return _Paragraph(piece, line, line)
    piece = Piece(
        line.text,
        page=line.page,
        bold=line.bold,
        size=line.size,
        centred=_is_centred(line, edge),
    )
    if before is not None and not before.aside:
        piece.tight = belongs_to_title(before.piece, piece) and _is_near(before.last, line)
    return _Paragraph(piece, line, line)


def _is_centred(line: PageLine, edge: _Edges) -> bool:
    """Room on both sides; a line in large type may fill its column."""
    off = abs((line.left + line.right) - (edge.left + edge.right)) / 2
    room = min(line.left - edge.left, edge.right - line.right)
    if line.size >= _LARGE * edge.size:
        return off <= _CENTRED * line.size
    is_broad = line.right - line.left > _BROAD * (edge.right - edge.left)
    return off <= _CENTRED * line.size and room > _INDENT * line.size and not is_broad


def _is_near(above: PageLine, below: PageLine) -> bool:
    same = above.page == below.page and above.column == below.column
    return same and below.base - above.base <= _TITLE_GAP * below.size
