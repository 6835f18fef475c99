"""The body of a DOCX file in reading order: paragraphs, table rows, text boxes, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storage.sources.docx.names import attribute, child, content_of, number, value
from storage.sources.docx.numbering import Numbering
from storage.sources.docx.package import Package
from storage.sources.docx.runs import NOTE, Runs, read_runs
from storage.sources.docx.styles import Style, Styles
from storage.sources.flow import Piece, belongs_to_title, one_line, row
from storage.sources.safe_xml import local

_MOST_SPAN = 200
_LONG_CELL = 600
_PARAGRAPHS = 3
_MOST_BOXES = 20
# 第一章 总则⇥12   (an entry of the contents, its page at a tab stop with dots)
_ENTRY = re.compile(r"\t+(?=[（(]?[0-9]{1,4}[）)]?$)")
_TAG = re.compile(r"</?su[bp]>")


@dataclass(slots=True)
class Body:
    """Reads a document's blocks; `notes` gathers what its paragraphs refer to."""

    package: Package
    styles: Styles = field(init=False)
    numbering: Numbering = field(init=False)
    notes: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    carried: str = ""
    previous: Piece | None = None

    def __post_init__(self) -> None:
        self.styles = Styles(self.package.one("styles"))
        self.numbering = Numbering(self.package.one("numbering"))
        self.numbering.follow_links(self.styles.lists())

    def pieces(self, parent: Element, depth: int = 0) -> Iterator[Piece]:
        """The paragraphs and rows below an element."""
        for element in content_of(parent):
            name = local(element)
            if name == "p":
                yield from self._paragraph(element, depth)
            elif name == "tbl":
                yield from self._table(element, depth)

    def note_pieces(self) -> Iterator[Piece]:
        """The notes that were referred to, each behind its number."""
        texts: dict[tuple[str, str], str] = {}
        for kind in ("footnotes", "endnotes"):
            for note in self.package.one(kind) or ():
                told = [self._cell_text(note)] if attribute(note, "type") is None else []
                texts[kind, attribute(note, "id") or ""] = " ".join(told)
        for place, key in enumerate(self.notes, 1):
            if texts.get(key):
                yield Piece(f"[注{place}] {texts[key]}")

    # ------------------------------------------------------------------------ paragraphs

    def _paragraph(self, element: Element, depth: int) -> Iterator[Piece]:
        text, runs, style = self._read(element)
        properties = child(element, "pPr")
        if child(child(properties, "rPr"), "del") is not None:
            # The end of this paragraph is deleted: what follows goes on with it.
            self.carried = text
            return
        if text.strip():
            text = _leaders(text, style)
            piece = Piece(
                _laid_out(text),
                bold=runs.bold * 2 > runs.length,
                size=runs.size,
                centred=style.centred,
            )
            piece.tight = self.previous is not None and belongs_to_title(self.previous, piece)
            self.previous = piece
            yield piece
        else:
            self.previous = None
        for box in runs.boxes:
            yield from self._inner(box, depth)

    def _read(self, element: Element) -> tuple[str, Runs, Style]:
        """A paragraph's text with its number before it and its notes' numbers in it."""
        properties = child(element, "pPr")
        style = self.styles.paragraph(properties)
        runs = read_runs(element, style)
        text, self.carried = self.carried + runs.text, ""
        for key in runs.notes:
            self.notes.append(key)
            text = text.replace(NOTE, f"[注{len(self.notes)}]", 1)
        if style.num and (text.strip() or runs.boxes):
            level = style.level
            if level is None:
                level = self.numbering.level_of_style(style.num, value(properties, "pStyle") or "")
            text = self.numbering.label(style.num, level) + text.lstrip()
        return text, runs, style

    # ------------------------------------------------------------------------ tables

    def _table(self, table: Element, depth: int) -> Iterator[Piece]:
        """The rows of a table; one that only frames paragraphs gives these."""
        self.previous = None
        rows = [inner for inner in content_of(table) if local(inner) == "tr"]
        rows = [inner for inner in rows if child(child(inner, "trPr"), "del") is None]
        cells = [[cell for cell in content_of(inner) if local(cell) == "tc"] for inner in rows]
        if all(len(inner) <= 1 for inner in cells) or any(map(_is_page, cells)):
            for cell in (cell for inner in cells for cell in inner):
                yield from self._inner(cell, depth)
            return
        tight = False
        for line, inner in zip(rows, cells, strict=True):
            texts = self._row(line, inner)
            if any(texts):
                yield row(texts, tight=tight)
                tight = True

    def _inner(self, element: Element, depth: int) -> Iterator[Piece]:
        """What stands in a box or a framing cell; where too many frame each other, its text."""
        if depth < _MOST_BOXES:
            yield from self.pieces(element, depth + 1)
        elif text := self._cell_text(element):
            yield Piece(text)

    def _row(self, line: Element, cells: Iterable[Element]) -> list[str]:
        """The cells of a row; those that a merged cell covers are empty."""
        before = number(value(child(line, "trPr"), "gridBefore"))
        texts = [""] * min(max(before, 0), _MOST_SPAN)
        for cell in cells:
            properties = child(cell, "tcPr")
            merged = child(properties, "vMerge")
            covered = merged is not None and attribute(merged, "val") != "restart"
            text = self._cell_text(cell)
            texts.append("" if covered else text)
            texts += [""] * (min(max(number(value(properties, "gridSpan"), 1), 1), _MOST_SPAN) - 1)
        return texts

    def _cell_text(self, cell: Element) -> str:
        """All text of a cell on one line; tables and boxes inside it too."""
        parts: list[str] = []
        waiting = list(content_of(cell))[::-1]
        while waiting:
            element = waiting.pop()
            if local(element) == "p":
                text, runs, _ = self._read(element)
                parts.append(_TAG.sub("", text))
                waiting += runs.boxes[::-1]
            elif local(element) in ("tbl", "tr", "tc", "txbxContent"):
                waiting += list(content_of(element))[::-1]
        return one_line(" ".join(parts))


def _is_page(cells: Iterable[Element]) -> bool:
    """A cell holds a whole text: the table frames a page."""
    for cell in cells:
        paragraphs = [inner for inner in content_of(cell) if local(inner) == "p"]
        if len(paragraphs) >= _PARAGRAPHS:
            length = sum(len(t.text or "") for t in cell.iter() if local(t) == "t")
            if length > _LONG_CELL:
                return True
    return False


def _leaders(text: str, style: Style) -> str:
    """Word fills the way to the page of a contents entry with dots."""
    if style.leaders or style.name.startswith("toc"):
        return _ENTRY.sub("……", text)
    return text


def _laid_out(text: str) -> str:
    """Lines without indent; tabs between words stay, they set columns."""
    return "\n".join(line.strip(" \t\u3000") for line in text.split("\n") if line.strip())
