"""From characters with positions to a document: rows, columns, tables, paragraphs, page furniture.

Formats that only know where each character is printed (PDF, OFD) share this.
"""

from __future__ import annotations

from storage.sources.layout.glyphs import Glyph, Page, Rule
from storage.sources.layout.page import PageReader, read_pages
from storage.sources.layout.paragraphs import pieces_of

__all__ = ["Glyph", "Page", "PageReader", "Rule", "pieces_of", "read_pages"]
