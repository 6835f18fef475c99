"""OFD (GB/T 33190): a ZIP archive of XML that says where each character is printed."""

from __future__ import annotations

from storage.errors import UserFault
from storage.sources.archive import Archive
from storage.sources.flow import Numbered, numbered
from storage.sources.layout import PageReader, pieces_of
from storage.sources.layout.glyphs import PageLine
from storage.sources.ofd.package import open_documents
from storage.sources.ofd.pages import read_page


def read_ofd(archive: Archive) -> Numbered:
    """Read an open OFD file, all its documents in order.

    Raises UserFault: encrypted, damaged, unsafe, without text.
    """
    lines: list[list[PageLine]] = []
    heights: list[float] = []
    for document in open_documents(archive):
        reader = PageReader()
        for place in document.pages:
            page = read_page(document, place, len(lines) + 1)
            lines.append(reader.read(page))
            heights.append(page.height)
    if not any(line.text.strip() for page in lines for line in page):
        raise UserFault("source-scanned-ofd", path=archive.name)
    return numbered(pieces_of(lines, heights))
