"""PDF with a text layer, read page by page with PDFium."""

from __future__ import annotations

from storage.errors import UserFault
from storage.sources.content import MEGABYTE, Content
from storage.sources.flow import Numbered, numbered
from storage.sources.layout import PageReader, pieces_of
from storage.sources.layout.glyphs import PageLine
from storage.sources.pdf.document import open_pdf
from storage.sources.pdf.pages import read_page

LARGEST_PDF = 500 * MEGABYTE
_FEWEST_CHARACTERS = 4


def read_pdf(content: Content) -> Numbered:
    """Read a PDF. Raises UserFault: too large, encrypted, damaged, a scan without text."""
    if content.size() > LARGEST_PDF:
        limit = LARGEST_PDF // MEGABYTE
        raise UserFault("source-large", path=content.name, limit=limit)
    pages: list[list[PageLine]] = []
    heights: list[float] = []
    reader = PageReader()
    with open_pdf(content) as document:
        for index in range(len(document)):
            page = read_page(document, index)
            pages.append(reader.read(page))
            heights.append(page.height)
    count = sum(len(line.text.strip()) for lines in pages for line in lines)
    if count < _FEWEST_CHARACTERS * len(pages) or not count:
        raise UserFault("source-scanned", path=content.name)
    return numbered(pieces_of(pages, heights))
