"""DOCX: paragraphs, numbers, tables and notes as Word shows them, tracked changes accepted."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from storage.sources.archive import Archive
from storage.sources.docx.body import Body
from storage.sources.docx.package import Package, open_package, refuse_without_body
from storage.sources.flow import Numbered, Piece, numbered
from storage.sources.safe_xml import local


def read_docx(archive: Archive) -> Numbered:
    """Read an open DOCX file. Raises UserFault: damaged, unsafe, encrypted, too large."""
    package = open_package(archive)
    body = refuse_without_body(package.document, archive.name)
    return numbered(_pieces(package, Body(package), body))


def _watermarks(part: Element) -> Iterator[Piece]:
    """The words behind the text of each page: 机密 there is a mark of secrecy."""
    for element in part.iter():
        words = element.get("string", "") if local(element) == "textpath" else ""
        if words.strip():
            yield Piece(words)


def _pieces(package: Package, reader: Body, body: Element) -> Iterator[Piece]:
    """Running heads first (a masthead may stand in them), then the body, then its notes."""
    seen: set[str] = set()
    for part in (*package.parts.get("header", ()), *package.parts.get("footer", ())):
        for piece in (*Body(package).pieces(part), *_watermarks(part)):
            if piece.text not in seen and any(sign.isalpha() for sign in piece.text):
                seen.add(piece.text)
                piece.furniture = "running head"
                yield piece
    yield from reader.pieces(body)
    yield from reader.note_pieces()
