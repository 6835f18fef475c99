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

_ASIDE_TAGS = frozenset(("nav", "header", "footer", "aside", "menu"))
# class="nav"   id="footer2"   class="site-header"   class="share_box"; not "article-header",
# not "position-relative"
_ASIDE_WORD = re.compile(
    r"(?:(?:nav|navbar|navigation|menu|header|footer|foot|bottom|breadcrumbs?|crumbs?|position|"
    r"location|sidebar|aside|related|share|toolbar|pagination|copyright|friendlinks?|links|"
    r"dqwz|wzdh|daohang)[0-9]*"
    r"|(?:main|top|site|page|left|right|sub|bottom)[-_]?(?:nav|menu|header|footer|foot|bar)"
    r"|(?:nav|footer|foot|crumbs?|breadcrumbs?|share|menu|sidebar|copyright)[-_].*)",
    re.IGNORECASE,
)
_LONGEST_NAMES = 400
_ARTICLE = ("article", "main", "section")


@dataclass(frozen=True, slots=True)
class Look:
    """What the text of an element inherits; `aside` in menus, heads and feet of a page."""

    centred: bool = False
    bold: bool = False
    aside: bool = False


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
    look = Look(centred, bold, outer.aside or _names_aside(element, tag))
    return outer if look == outer else look


def _names_aside(element: Element, tag: str) -> bool:
    """The element is by its tag or its names a menu, a head or foot of the page, a sidebar."""
    if tag in ("body", "html"):
        return False
    if tag in _ASIDE_TAGS:
        around = element.getparent()
        return around is None or around.tag not in _ARTICLE
    if not element.attrib:
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    return any(_ASIDE_WORD.fullmatch(word) for word in names[:_LONGEST_NAMES].split())


def is_hidden(element: Element) -> bool:
    """A browser does not show the element."""
    if not element.attrib:
        return False
    return element.get("hidden") is not None or bool(
        _HIDDEN.search(str(element.get("style") or ""))
    )
