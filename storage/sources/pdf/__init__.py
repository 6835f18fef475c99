"""PDF with a text layer, read page by page with PDFium."""

from __future__ import annotations

from collections.abc import Sequence

from storage.errors import UserFault
from storage.sources.content import MEGABYTE, Content
from storage.sources.flow import Numbered, numbered
from storage.sources.layout import pieces_of, read_pages
from storage.sources.layout.glyphs import PageLine
from storage.sources.pdf.document import open_pdf
from storage.sources.pdf.pages import read_page

LARGEST_PDF = 500 * MEGABYTE
_FEWEST_CHARACTERS = 4
_MOST_GARBLED = 0.3


def read_pdf(content: Content) -> Numbered:
    """Read a PDF. Raises UserFault: too large, encrypted, damaged, a scan without text,
    text whose characters can't be told.
    """
    if content.size() > LARGEST_PDF:
        limit = LARGEST_PDF // MEGABYTE
        raise UserFault("source-large", path=content.name, limit=limit)
    with open_pdf(content) as document:
        pages, heights = read_pages(lambda index: read_page(document, index), len(document))
    _refuse_garbled(pages, content.name)
    count = sum(len(line.text.strip()) for lines in pages for line in lines)
    if count < _FEWEST_CHARACTERS * len(pages) or not count:
        raise UserFault("source-scanned", path=content.name)
    return numbered(pieces_of(pages, heights))


def _refuse_garbled(pages: Sequence[Sequence[PageLine]], name: str) -> None:
    """Fonts that don't say which characters they show give signs without meaning."""
    text = "".join(line.text for lines in pages for line in lines)
    garbled = sum(1 for sign in text if _is_garbled(sign))
    if garbled > len(text) * _MOST_GARBLED:
        raise UserFault("source-garbled", path=name)


def _is_garbled(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or "\x7f" <= sign <= "\x9f"
