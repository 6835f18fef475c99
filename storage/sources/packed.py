"""Formats that are ZIP archives inside: DOCX, OFD, OpenDocument, or just files."""

from __future__ import annotations

from storage.errors import UserFault
from storage.sources.archive import Archive
from storage.sources.content import Content
from storage.sources.flow import Numbered

_OTHER_OFFICE = {"xl/": ".xlsx", "ppt/": ".pptx"}


def kind_of(archive: Archive) -> str:
    """What an archive is: docx, ofd, office (OpenDocument), another suffix, or "" (just files)."""
    names = archive.names
    if archive.has("[Content_Types].xml") or archive.has("word/document.xml"):
        for folder, suffix in _OTHER_OFFICE.items():
            if any(name.startswith(folder) for name in names):
                return suffix
        return "docx"
    if archive.has("OFD.xml"):
        return "ofd"
    if archive.has("mimetype") and archive.has("content.xml"):
        return "office"
    return ""


def read_packed(content: Content) -> Numbered:
    """Read a file that is a ZIP archive inside.

    Raises UserFault: those of Archive and of the format, source-format.
    """
    with Archive(content) as archive:
        kind = kind_of(archive)
        if kind == "docx":
            from storage.sources.docx import read_docx

            return read_docx(archive)
    raise UserFault("source-format", path=content.name, format=kind or content.suffix)
