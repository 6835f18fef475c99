"""From the characters of a page to its elements, with lxml: no network, no entities, no script."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from storage.errors import UserFault

# lxml has no types; python-docx brings it into the bundle.
_etree: Any = import_module("lxml.etree")

# An element of lxml, which has no types.
Element = Any

# <font face="…">   </span>: tags that only dress the text, and that old pages never close
_DRESS = re.compile(
    r"</?(?:font|span|b|i|u|em|strong|small|big|a|o:p|st1:\w+)(?:\s[^<>]*)?>", re.IGNORECASE
)
_TOO_DEEP = "Excessive depth"


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its root element and the title that the browser shows."""

    root: Element
    title: str


def parse_page(text: str, name: str) -> Page:
    """Parse a page as browsers do, whatever is wrong with it.

    Raises UserFault: no text in it, or nested so deeply that text would be lost.
    """
    root, too_deep = _parse(text)
    if too_deep:
        root, too_deep = _parse(_DRESS.sub("", text))
    if too_deep:
        raise UserFault("source-damaged", path=name)
    if root is None:
        raise UserFault("source-empty", path=name)
    titles: list[Any] = [root.findtext(".//title") or ""]
    titles += [
        meta.get("content") or ""
        for meta in root.iter("meta")
        if (meta.get("name") or "").lower() in ("articletitle", "og:title")
    ]
    return Page(root, " ".join(str(title) for title in titles))


def _parse(text: str) -> tuple[Element | None, bool]:
    """The root element, and whether libxml2 gave up at its greatest depth."""
    parser = _etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        huge_tree=True,
        remove_comments=True,
        remove_pis=True,
        recover=True,
    )
    data = text.replace("\x00", "").encode("utf-8", "replace")
    try:
        root = _etree.fromstring(data, parser)
    except _etree.XMLSyntaxError:
        root = None
    return root, any(_TOO_DEEP in entry.message for entry in parser.error_log)


def walk(root: Element) -> Any:
    """Go through a tree: (event, element) with `skip_subtree`, without recursion."""
    return _etree.iterwalk(root, events=("start", "end"))
