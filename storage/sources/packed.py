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
    """Read a file that is a ZIP archive inside; of just files only where it is a single one.

    Raises UserFault: those of Archive and of the format, source-format, archive-empty,
    archive-several.
    """
    with Archive(content) as archive:
        kind = kind_of(archive)
        if kind == "docx":
            from storage.sources.docx import read_docx

            return read_docx(archive)
        if kind == "ofd":
            from storage.sources.ofd import read_ofd

            return read_ofd(archive)
        if not kind:
            return _read_single(archive)
    if kind == "office":
        from storage.sources.office import read_office

        return read_office(content)
    raise UserFault("source-format", path=content.name, format=kind)


def _read_single(archive: Archive) -> Numbered:
    from storage.sources.gathering import documents_in
    from storage.sources.reading import read_numbered

    names = documents_in(archive)
    if not names:
        raise UserFault("archive-empty", path=archive.name)
    if len(names) > 1:
        raise UserFault("archive-several", path=archive.name, count=len(names))
    return read_numbered(Content(f"{archive.name}/{names[0]}", held=archive.read(names[0])))
