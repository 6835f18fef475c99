"""The parts of a DOCX file: which of them is the document, its styles, its notes."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from storage.errors import UserFault
from storage.sources.archive import Archive
from storage.sources.content import MEGABYTE
from storage.sources.safe_xml import local, parse_xml

_LARGEST_PART = 64 * MEGABYTE
_MAIN = "word/document.xml"


@dataclass(slots=True)
class Package:
    """The document's root and the roots of the parts that it refers to, by kind."""

    document: Element
    parts: dict[str, list[Element]]

    def one(self, kind: str) -> Element | None:
        """The first part of a kind: styles, numbering, footnotes, endnotes."""
        found = self.parts.get(kind)
        return found[0] if found else None


_KINDS = ("styles", "numbering", "footnotes", "endnotes", "header", "footer")


def open_package(archive: Archive) -> Package:
    """Read the parts. Raises UserFault: damaged, unsafe, too large."""
    main = next(
        (target for kind, target in _relations(archive, "") if kind == "officeDocument"), _MAIN
    )
    document = _part(archive, main)
    parts: dict[str, list[Element]] = {}
    for kind, target in _relations(archive, main):
        if kind in _KINDS and archive.has(target):
            parts.setdefault(kind, []).append(_part(archive, target))
    return Package(document, parts)


def _part(archive: Archive, name: str) -> Element:
    return parse_xml(archive.read(name, _LARGEST_PART), archive.name)


def _relations(archive: Archive, part: str) -> list[tuple[str, str]]:
    """What a part refers to inside the archive: (kind, name of the part)."""
    folder, base = posixpath.split(part)
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if not archive.has(name):
        return []
    found: list[tuple[str, str]] = []
    for relation in _part(archive, name):
        target = relation.get("Target") or ""
        if local(relation) != "Relationship" or relation.get("TargetMode") == "External":
            continue
        kind = (relation.get("Type") or "").rpartition("/")[2]
        whole = target.lstrip("/") if target.startswith("/") else posixpath.join(folder, target)
        found.append((kind, posixpath.normpath(whole)))
    return found


def refuse_without_body(document: Element, name: str) -> Element:
    """The body of a document. Raises UserFault("source-damaged") where it has none."""
    body = next((inner for inner in document if local(inner) == "body"), None)
    if body is None:
        raise UserFault("source-damaged", path=name)
    return body
