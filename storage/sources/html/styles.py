"""How an element looks: centred, bold, hidden."""

from __future__ import annotations

import re
from dataclasses import dataclass

from storage.sources.html.tree import Element

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6", "th")
_BOLD = ("b", "strong", *_HEADINGS)
# style="text-align: center; font-weight:bold"
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_ASIDE = re.compile(r"text-align\s*:\s*(?:left|right|justify|start|end)", re.IGNORECASE)
_HEAVY = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Look:
    """What the text of an element inherits."""

    centred: bool = False
    bold: bool = False


def look_of(element: Element, tag: str, outer: Look) -> Look:
    """The look of an element inside one with the look `outer`."""
    style = str(element.get("style") or "")
    align = str(element.get("align") or "").lower()
    centred = outer.centred
    if align or _ASIDE.search(style) or tag in ("table", "td"):
        centred = align == "center" and tag != "table"
    if tag in ("center", "h1") or _CENTRED.search(style):
        centred = True
    bold = outer.bold or tag in _BOLD or bool(_HEAVY.search(style))
    return outer if (centred, bold) == (outer.centred, outer.bold) else Look(centred, bold)


def is_hidden(element: Element) -> bool:
    """A browser does not show the element."""
    if not element.attrib:
        return False
    return element.get("hidden") is not None or bool(
        _HIDDEN.search(str(element.get("style") or ""))
    )
