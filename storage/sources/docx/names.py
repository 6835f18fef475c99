"""The names of WordprocessingML, and how its elements are found."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from storage.sources.safe_xml import local

# Elements that only wrap what stands in them; what is marked as inserted counts as accepted.
_WRAPPERS = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "hyperlink", "fldSimple")
    + ("bdo", "dir", "body")
)
# What is marked as deleted is gone.
_GONE = frozenset(("del", "moveFrom", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"))


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute's value whatever its name space; None where there is none."""
    if element is None:
        return None
    for key, value in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return value
    return None


def child(element: Element | None, name: str) -> Element | None:
    """The first child of this local name."""
    if element is None:
        return None
    return next((inner for inner in element if local(inner) == name), None)


def value(element: Element | None, name: str) -> str | None:
    """The `val` of the first child of this name; None where there is none."""
    return attribute(child(element, name), "val")


def is_on(element: Element | None, name: str) -> bool | None:
    """Whether a switch (bold, hidden …) is on, off, or (None) not told."""
    found = child(element, name)
    if found is None:
        return None
    return (attribute(found, "val") or "true") not in ("0", "false", "off", "none")


def number(text: str | None, default: int = 0) -> int:
    """A whole number of an attribute, within ±100,000."""
    sign, digits = (-1, text[1:]) if text and text.startswith("-") else (1, text or "")
    if not digits.isascii() or not digits.isdigit() or len(digits) > 5:
        return default
    return sign * int(digits)


def content_of(element: Element) -> Iterator[Element]:
    """The children that are shown: wrappers opened, deleted ones left out, one of alternatives."""
    for inner in element:
        name = local(inner)
        if name in _GONE:
            continue
        if name in _WRAPPERS:
            yield from content_of(inner)
        elif name == "AlternateContent":
            chosen = child(inner, "Choice")
            chosen = child(inner, "Fallback") if chosen is None else chosen
            if chosen is not None:
                yield from content_of(chosen)
        else:
            yield inner
