"""OFD (GB/T 33190): a ZIP archive of XML that says where each character is printed."""

from __future__ import annotations

from functools import partial

from storage.errors import UserFault
from storage.sources.archive import Archive
from storage.sources.flow import Numbered, numbered
from storage.sources.layout import Page, pieces_of, read_pages
from storage.sources.layout.glyphs import PageLine
from storage.sources.ofd.package import Document, open_documents
from storage.sources.ofd.pages import read_page


def read_ofd(archive: Archive) -> Numbered:
    """Read an open OFD file, all its documents in order.

    Raises UserFault: encrypted, damaged, unsafe, without text.
    """
    lines: list[list[PageLine]] = []
    heights: list[float] = []
    for document in open_documents(archive):
        first = len(lines)
        found = read_pages(partial(_page, document, first), len(document.pages))
        lines += found[0]
        heights += found[1]
    if not any(line.text.strip() for page in lines for line in page):
        raise UserFault("source-scanned-ofd", path=archive.name)
    return numbered(pieces_of(lines, heights))


def _page(document: Document, first: int, index: int) -> Page:
    return read_page(document, document.pages[index], first + index + 1)
