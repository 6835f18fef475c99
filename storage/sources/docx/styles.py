"""Paragraph styles: what a paragraph inherits (centred, bold, size, its list)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from storage.sources.docx.names import attribute, child, is_on, number, value
from storage.sources.safe_xml import local

_MOST_STEPS = 12


@dataclass(frozen=True, slots=True)
class Style:
    """How a paragraph looks; `num` and `level` name its list, `size` is in points (0: not told)."""

    name: str = ""
    centred: bool = False
    bold: bool = False
    size: float = 0.0
    num: str = ""
    level: int | None = None
    leaders: bool = False


class Styles:
    """The styles of a document, each with what it inherits."""

    def __init__(self, root: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._known: dict[str, Style] = {}
        self._base = Style()
        self._default = ""
        for element in root if root is not None else ():
            if local(element) == "docDefaults":
                self._base = _changed(self._base, None, child(child(element, "rPrDefault"), "rPr"))
            elif local(element) == "style":
                key = attribute(element, "styleId") or ""
                self._elements[key] = element
                if attribute(element, "type") == "paragraph" and attribute(element, "default") in (
                    "1",
                    "true",
                ):
                    self._default = key

    def lists(self) -> dict[str, str]:
        """Which list each style names."""
        found = ((key, self.of(key).num) for key in self._elements)
        return {key: num for key, num in found if num}

    def of(self, key: str | None) -> Style:
        """A style by its id; the default one for None or an unknown id."""
        key = key if key in self._elements else self._default
        if key not in self._known:
            self._known[key] = self._resolved(key)
        return self._known[key]

    def paragraph(self, properties: Element | None) -> Style:
        """How a paragraph with these properties looks."""
        style = self.of(value(properties, "pStyle"))
        return _changed(style, properties, None) if properties is not None else style

    def _resolved(self, key: str) -> Style:
        chain: list[Element] = []
        at: str | None = key
        while at in self._elements and len(chain) < _MOST_STEPS:
            element = self._elements[at]
            if element in chain:
                break
            chain.append(element)
            at = value(element, "basedOn")
        style = self._base
        for element in reversed(chain):
            style = _changed(style, child(element, "pPr"), child(element, "rPr"))
        name = value(self._elements[key], "name") if key in self._elements else None
        return replace(style, name=(name or key).lower())


def _changed(style: Style, paragraph: Element | None, run: Element | None) -> Style:
    """A style with the properties that a paragraph and its runs are given on top of it."""
    align = value(paragraph, "jc")
    listed = child(paragraph, "numPr")
    num, level = value(listed, "numId"), value(listed, "ilvl")
    bold, size = is_on(run, "b"), value(run, "sz")
    stops = child(paragraph, "tabs")
    leaders = stops is not None and any(
        attribute(stop, "leader") in ("dot", "middleDot", "hyphen", "underscore") for stop in stops
    )
    return Style(
        name=style.name,
        centred=style.centred if align is None else align == "center",
        bold=style.bold if bold is None else bold,
        size=style.size if size is None else number(size) / 2,
        num=style.num if num is None else ("" if num == "0" else num),
        level=style.level if level is None else number(level),
        leaders=style.leaders or leaders,
    )
