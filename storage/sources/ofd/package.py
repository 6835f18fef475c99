"""The parts of an OFD file: its documents, their pages and templates, their bold fonts."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storage.errors import UserFault
from storage.sources.archive import Archive
from storage.sources.content import MEGABYTE
from storage.sources.safe_xml import local, parse_xml

_LARGEST_PART = 64 * MEGABYTE
_MOST_PAGES = 20_000


@dataclass(slots=True)
class Document:
    """One document of the file: where its pages and templates are, the size of a page (mm)."""

    archive: Archive
    folder: str
    pages: list[str] = field(default_factory=list[str])
    templates: dict[str, str] = field(default_factory=dict[str, str])
    bold_fonts: set[str] = field(default_factory=set[str])
    box: tuple[float, ...] = (0.0, 0.0, 210.0, 297.0)
    read: dict[str, Element] = field(default_factory=dict[str, Element])

    def part(self, place: str) -> Element:
        """The root of a part; templates are read once."""
        if place in self.read:
            return self.read[place]
        root = parse_xml(self.archive.read(place, _LARGEST_PART), self.archive.name)
        if place in self.templates.values():
            self.read[place] = root
        return root


def open_documents(archive: Archive) -> Iterator[Document]:
    """The documents of an OFD file.

    Raises UserFault: source-encrypted, source-damaged, source-unsafe.
    """
    if any(posixpath.basename(name) == "Encryptions.xml" for name in archive.names):
        raise UserFault("source-encrypted", path=archive.name)
    root = parse_xml(archive.read("OFD.xml", _LARGEST_PART), archive.name)
    places = [(element.text or "").strip() for element in found(root, "DocRoot")]
    if not places:
        raise UserFault("source-damaged", path=archive.name)
    for place in places:
        yield _document(archive, _join("", place))


def _document(archive: Archive, place: str) -> Document:
    document = Document(archive, posixpath.dirname(place))
    root = document.part(place)
    for element in found(root, "TemplatePage"):
        location = _join(document.folder, element.get("BaseLoc") or "")
        document.templates[element.get("ID") or ""] = location
    pages = (page for part in found(root, "Pages") for page in found(part, "Page"))
    document.pages = [_join(document.folder, page.get("BaseLoc") or "") for page in pages]
    if len(document.pages) > _MOST_PAGES:
        raise UserFault("archive-many", path=archive.name, limit=_MOST_PAGES)
    for element in found(root, "PhysicalBox"):
        document.box = numbers(element.text, 4) or document.box
        break
    for element in (*found(root, "PublicRes"), *found(root, "DocumentRes")):
        _read_fonts(document, _join(document.folder, (element.text or "").strip()))
    return document


def _read_fonts(document: Document, place: str) -> None:
    """Note which fonts are bold; a file can do without its resources."""
    if not document.archive.has(place):
        return
    for font in found(document.part(place), "Font"):
        name = f"{font.get('FontName') or ''} {font.get('FamilyName') or ''}".lower()
        if font.get("Bold") == "true" or "bold" in name:
            document.bold_fonts.add(font.get("ID") or "")


def _join(folder: str, place: str) -> str:
    if place.startswith("/"):
        return posixpath.normpath(place.lstrip("/"))
    return posixpath.normpath(posixpath.join(folder, place))


def found(root: Element, name: str) -> Iterator[Element]:
    """All elements of a local name below (or at) an element, in order."""
    return (element for element in root.iter() if local(element) == name)


def numbers(text: str | None, count: int) -> tuple[float, ...]:
    """Exactly so many numbers out of an attribute; () where it has not."""
    words = (text or "").split()
    if len(words) != count:
        return ()
    try:
        values = tuple(float(word) for word in words)
    except ValueError:
        return ()
    return values if all(abs(value) < 1e6 for value in values) else ()
