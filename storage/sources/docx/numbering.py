"""Automatic numbering: the label that Word shows before a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from storage.sources.docx.names import attribute, child, is_on, number, value
from storage.sources.docx.number_forms import written
from storage.sources.safe_xml import local

_LEVELS = 9
_MOST = 30_000
# 第%1章   %1.%2
_PLACE = re.compile(r"%([1-9])")
_CLOSED = "、，．。.：:）)〕】"


@dataclass(slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    suffix: str = "tab"
    figures: bool = False
    style: str = ""
    restart: int = -1


@dataclass(slots=True)
class _Numbered:
    """A `num`: the abstract list it counts in, and the levels that it starts anew."""

    abstract: str
    starts: dict[int, int] = field(default_factory=dict[int, int])
    begun: bool = False


class Numbering:
    """Counts the paragraphs of all lists of a document, in reading order."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, list[_Level]] = {}
        self._nums: dict[str, _Numbered] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._links: dict[str, str] = {}
        for element in root if root is not None else ():
            key = attribute(element, "abstractNumId") or ""
            if local(element) == "abstractNum":
                self._levels[key] = _levels(element)
                link = value(element, "numStyleLink")
                if link:
                    self._links[key] = link
            elif local(element) == "num":
                self._nums[attribute(element, "numId") or ""] = _num(element)

    def follow_links(self, list_of_style: dict[str, str]) -> None:
        """Resolve lists that are told by a style; `list_of_style` maps styles to lists."""
        for abstract, style in self._links.items():
            target = self._nums.get(list_of_style.get(style, ""))
            if target is not None and target.abstract in self._levels:
                self._levels[abstract] = self._levels[target.abstract]

    def level_of_style(self, num: str, style: str) -> int:
        """The level of a list that belongs to a paragraph style; 0 where none does."""
        listed = self._nums.get(num)
        levels = self._levels.get(listed.abstract, []) if listed else []
        return next((at for at, level in enumerate(levels) if style and level.style == style), 0)

    def label(self, num: str, level: int) -> str:
        """Count a paragraph and give its label, with a blank where Word sets one; "" for none."""
        listed = self._nums.get(num)
        if listed is None or not 0 <= level < _LEVELS:
            return ""
        levels = self._levels.get(listed.abstract)
        if levels is None:
            return ""
        counts = self._counts.setdefault(listed.abstract, [None] * _LEVELS)
        if not listed.begun:
            listed.begun = True
            for at, start in listed.starts.items():
                counts[at] = start - 1
        self._count(levels, counts, level)
        return _shown(levels, counts, level)

    @staticmethod
    def _count(levels: list[_Level], counts: list[int | None], level: int) -> None:
        before = counts[level]
        counts[level] = levels[level].start if before is None else min(before + 1, _MOST)
        for above in range(level):
            if counts[above] is None:
                counts[above] = levels[above].start
        for below in range(level + 1, _LEVELS):
            restart = levels[below].restart
            if restart != 0 and (restart < 0 or level < restart):
                counts[below] = None


def _levels(abstract: Element) -> list[_Level]:
    levels = [_Level() for _ in range(_LEVELS)]
    for element in abstract:
        at = number(attribute(element, "ilvl"), -1)
        if local(element) == "lvl" and 0 <= at < _LEVELS:
            levels[at] = _Level(
                form=value(element, "numFmt") or "decimal",
                text=(value(element, "lvlText") or "")[:60],
                start=number(value(element, "start"), 0),
                suffix=value(element, "suff") or "tab",
                figures=bool(is_on(element, "isLgl")),
                style=value(element, "pStyle") or "",
                restart=number(value(element, "lvlRestart"), -1),
            )
    return levels


def _num(element: Element) -> _Numbered:
    listed = _Numbered(value(element, "abstractNumId") or "")
    for inner in element:
        at = number(attribute(inner, "ilvl"), -1)
        start = child(inner, "startOverride")
        if local(inner) == "lvlOverride" and 0 <= at < _LEVELS and start is not None:
            listed.starts[at] = number(attribute(start, "val"), 1)
    return listed


def _shown(levels: list[_Level], counts: list[int | None], level: int) -> str:
    told = levels[level]
    if told.form == "bullet":
        return "• " if told.text.strip() else ""

    def figure(found: re.Match[str]) -> str:
        at = int(found.group(1)) - 1
        count = counts[at]
        form = "decimal" if told.figures and at < level else levels[at].form
        return written(levels[at].start if count is None else count, form)

    label = _PLACE.sub(figure, told.text).strip()
    if not label or told.suffix == "nothing" or label.endswith(tuple(_CLOSED)):
        return label
    return label + " "
