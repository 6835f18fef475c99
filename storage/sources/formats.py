"""Which format a file is in: by its first bytes, then by its suffix."""

from __future__ import annotations

import re

from storage.errors import UserFault
from storage.sources.content import Content

_PAGE_SUFFIXES = (".html", ".htm", ".xhtml", ".shtml")
_ARCHIVED_PAGES = (".mht", ".mhtml")
# What LibreOffice turns into DOCX for us.
_OFFICE_SUFFIXES = (".doc", ".wps", ".wpt", ".dot", ".rtf", ".odt", ".uot", ".uof")
_SUFFIXES = (".txt", ".text", ".md", ".markdown", ".docx", ".docm", ".dotx", ".pdf", ".ofd")
KNOWN_SUFFIXES = frozenset(
    (*_SUFFIXES, *_PAGE_SUFFIXES, *_ARCHIVED_PAGES, *_OFFICE_SUFFIXES, ".zip")
)
# They may hold documents, so that one who has such a file wants to know.
OTHER_ARCHIVE_SUFFIXES = frozenset((".rar", ".7z", ".tar", ".gz", ".tgz", ".bz2", ".xz"))
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_PICTURE_SUFFIXES = (".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp", ".webp")
_OTHER_ARCHIVES = (b"Rar!", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# <!DOCTYPE html>   <html lang="zh">
_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*){0,3}<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
# Content-Type: multipart/related; type="text/html"
_ARCHIVED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)


def format_of(content: Content) -> str:
    """Tell a content's format: text, markdown, page, archived-page, zip, pdf, office.

    What a "zip" holds (DOCX, OFD, files) is seen when it is opened. Raises UserFault for formats
    that have no text to be read: pictures, other archives, other binary files.
    """
    head = content.head()
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if head.startswith(_COMPOUND) or head.startswith(b"{\\rtf"):
        return "office"
    _refuse_pictures_and_archives(content, head)
    return _format_of_text(content, head)


def _refuse_pictures_and_archives(content: Content, head: bytes) -> None:
    is_webp = head[:4] == b"RIFF" and head[8:12] == b"WEBP"
    by_name = content.suffix in _PICTURE_SUFFIXES or not content.suffix
    if is_webp or (head.startswith(_PICTURES) and (by_name or b"\x00" in head)):
        raise UserFault("source-picture", path=content.name)
    if head.startswith(_OTHER_ARCHIVES):
        raise UserFault("source-archive", path=content.name)


def _format_of_text(content: Content, head: bytes) -> str:
    suffix = content.suffix
    plain = head.replace(b"\x00", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    if suffix in _ARCHIVED_PAGES or _ARCHIVED.search(plain):
        return "archived-page" if _ARCHIVED.search(plain) else "page"
    if suffix in _PAGE_SUFFIXES or _PAGE.match(plain):
        return "page"
    if suffix in (".md", ".markdown"):
        return "markdown"
    return "text"
