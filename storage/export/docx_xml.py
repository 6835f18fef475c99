"""The few touches on a document's XML that python-docx has no word for (its XML is untyped)."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn


def append(parent: Any, xml: str, at: int | None = None) -> None:
    """Parse a piece of WordprocessingML and put it last, or at a place, under a parent."""
    # The name space is declared on the outer element: `<w:docGrid …` or `<w:style>…`.
    name = xml[1:].split(maxsplit=1)[0].rstrip("/>").split(">")[0]
    element = parse_xml(xml.replace(name, f"{name} {nsdecls('w')}", 1))
    parent.insert(len(parent) if at is None else at, element)


def remove(parent: Any, *tags: str) -> None:
    """Take all children of these tags out of a parent."""
    for child in list(parent.iterchildren(*(qn(tag) for tag in tags))):
        parent.remove(child)


def change(
    root: Any, tag: str, name: str, value: str, where: tuple[str, str] | None = None
) -> None:
    """Set an attribute of all elements of a tag, or of those with `where`'s attribute and value."""
    for element in root.iter(qn(tag)):
        if where is None or element.get(qn(where[0])) == where[1]:
            element.set(qn(name), value)
