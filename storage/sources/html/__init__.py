"""Web pages: the document of a saved page, found among menus and footers."""

from __future__ import annotations

from storage.sources.content import Content
from storage.sources.flow import Numbered, numbered
from storage.sources.html.archived import page_of_archive
from storage.sources.html.encoding import decode_page
from storage.sources.html.main_text import mark_page_furniture
from storage.sources.html.tree import parse_page
from storage.sources.html.walk import blocks_of
from storage.sources.reading import LARGEST_TEXT


def read_page(content: Content) -> Numbered:
    """Read a saved web page. Raises UserFault: too large, no text, damaged."""
    return _read(content.read(LARGEST_TEXT), content.name, "")


def read_archived_page(content: Content) -> Numbered:
    """Read a page saved with its pictures as one file (.mht). Raises UserFault as `read_page`."""
    page, encoding = page_of_archive(content.read(LARGEST_TEXT), content.name)
    return _read(page, content.name, encoding)


def _read(data: bytes, name: str, encoding: str) -> Numbered:
    page = parse_page(decode_page(data, name, encoding), name)
    blocks = blocks_of(page)
    mark_page_furniture(blocks, page.title)
    return numbered(block.piece for block in blocks)
