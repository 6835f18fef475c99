"""From elements to blocks: each paragraph and table row of a page, with where it stands."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from storage.sources.flow import Piece, row
from storage.sources.html.styles import Look, is_hidden, look_of
from storage.sources.html.tables import is_data_table, rows_of
from storage.sources.html.tree import Element, Page, walk


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_UNREAD = _words(
    "head script style noscript template svg iframe object embed select option button textarea "
    "input map audio video canvas math"
)
_INLINE = _words(
    "a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark nobr q rp rt "
    "ruby s samp small span strike strong sub sup time tt u var wbr"
)
_SCRIPTS = ("sub", "sup")
_BLANKS = re.compile(r"[ \t\r\n\f]+")
# A line break of the file between two Chinese characters is no blank.
_HAN = r"[\u2e80-\u9fff\uff00-\uffef]"
_BROKEN = re.compile(rf"(?<={_HAN})[ \t]*[\r\n][ \t\r\n\f]*(?={_HAN})")
_INDENT = " \t\u3000\xa0"


@dataclass(slots=True)
class Block:
    """A paragraph or row with its element, its characters, and how many of them are links.

    `aside` where it stands in a menu, a head or foot of the page, a sidebar.
    """

    piece: Piece
    element: Element
    length: int
    linked: int
    aside: bool = False


@dataclass(slots=True)
class _Run:
    """The paragraph that is being gathered."""

    parts: list[str] = field(default_factory=list[str])
    linked: int = 0
    bold: int = 0
    length: int = 0


@dataclass(slots=True)
class _Walker:
    blocks: list[Block] = field(default_factory=list[Block])
    run: _Run = field(default_factory=_Run)
    links: int = 0
    preformatted: int = 0
    owner: Element = None
    markers: list[int] = field(default_factory=list[int])

    def add(self, text: str | None, look: Look) -> None:
        """Take text into the paragraph, its blanks as a browser shows them."""
        if not text:
            return
        if not self.preformatted:
            text = _BLANKS.sub(" ", _BROKEN.sub("", text))
        length = len(text.strip())
        self.run.parts.append(text)
        self.run.length += length
        self.run.linked += length if self.links else 0
        self.run.bold += length if look.bold else 0

    def flush(self, element: Element, look: Look) -> None:
        """End the paragraph; it becomes a block where it has any text."""
        run, self.run = self.run, _Run()
        text = "".join(run.parts)
        if not text.strip(_INDENT + "\n"):
            return
        tight = False
        for line in text.split("\n"):
            shown = line.strip(_INDENT)
            if not shown:
                tight = False
                continue
            starts = line.startswith(("\u3000", "\xa0\xa0"))
            piece = Piece(
                shown.replace("\xa0", " "),
                tight=tight and not starts,
                bold=run.bold * 2 > run.length,
                centred=look.centred,
            )
            linked = run.linked if run.linked * 2 > run.length else 0
            linked = min(linked, len(shown))
            self.blocks.append(Block(piece, element, len(shown), linked, look.aside))
            tight = True


def blocks_of(page: Page) -> list[Block]:
    """All blocks of a page in their order."""
    walker = _Walker()
    looks: list[Look] = [Look()]
    steps = walk(page.root)
    for event, element in steps:
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            look = look_of(element, tag, looks[-1])
            looks.append(look)
            if tag in _UNREAD or is_hidden(element):
                steps.skip_subtree()
            elif tag == "table" and is_data_table(element):
                walker.flush(element, looks[-2])
                _add_table(walker, element, looks[-1])
                steps.skip_subtree()
            else:
                _enter(walker, element, tag, looks)
        else:
            look = looks.pop()
            _leave(walker, element, tag, look)
            walker.add(element.tail, looks[-1])
    walker.flush(page.root, looks[-1])
    return walker.blocks


def _enter(walker: _Walker, element: Element, tag: str, looks: list[Look]) -> None:
    look = looks[-1]
    if tag == "br":
        walker.run.parts.append("\n")
        return
    if tag not in _INLINE:
        walker.flush(element, looks[-2])
        walker.preformatted += tag == "pre"
        if tag in ("ol", "ul", "menu", "dir"):
            walker.markers.append(_first_number(element) if tag == "ol" else 0)
        elif tag == "li":
            walker.run.parts.append(_marker(walker))
    walker.links += tag == "a"
    if tag in _SCRIPTS:
        walker.run.parts.append(f"<{tag}>")
    walker.add(element.text, look)


def _leave(walker: _Walker, element: Element, tag: str, look: Look) -> None:
    if tag in _UNREAD or tag == "br" or (tag == "table" and is_data_table(element)):
        return
    if is_hidden(element):
        return
    if tag in _SCRIPTS:
        walker.run.parts.append(f"</{tag}>")
    walker.links -= tag == "a"
    if tag not in _INLINE:
        walker.flush(element, look)
        walker.preformatted -= tag == "pre"
        if tag in ("ol", "ul", "menu", "dir") and walker.markers:
            walker.markers.pop()


def _first_number(element: Element) -> int:
    start = str(element.get("start") or "1").strip()
    return int(start) if start.isascii() and start.isdigit() and len(start) <= 4 else 1


def _marker(walker: _Walker) -> str:
    """What a browser shows before a list's item: a number, or nothing worth keeping."""
    if not walker.markers or not walker.markers[-1]:
        return ""
    number = walker.markers[-1]
    walker.markers[-1] += 1
    return f"{number}."


def _add_table(walker: _Walker, table: Element, look: Look) -> None:
    tight = False
    for cells in rows_of(table):
        piece = row(cells, tight=tight)
        linked = len(piece.text) if table.find(".//a") is not None else 0
        walker.blocks.append(Block(piece, table, len(piece.text), linked // 2, look.aside))
        tight = True
