"""The heads of a notice to the third level."""

from __future__ import annotations

import re

from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.text import fold, squeeze
from storage.types import Heading

_LONGEST_HEAD = 45
_PHRASE_END = re.compile(r"[。:]")


def read_outline(draft: Draft) -> None:
    """List parts and numbered heads; heads that fill their line become headings in the text."""
    parts = {part.line: part for part in draft.parts}
    chapters = False
    in_article = False
    for line in draft.solid(draft.body_start):
        part = parts.get(line.at)
        if part:
            draft.outline.append(Heading(line.at, 0, part.title))
            chapters, in_article = False, False
            continue
        if line.rows or not draft.free(line) or not line.form:
            continue
        chapters = chapters or line.form == "chapter"
        level = _level(line, chapters=chapters)
        if line.form == "article":
            in_article = True
        elif line.form in ("chapter", "one", "figure"):
            in_article = False
        if level == 0 or (in_article and line.form in ("paren", "dot")):
            continue
        head = _head_of(line)
        if head:
            draft.outline.append(Heading(line.at, level, head))
            if len(head) == len(squeeze(line.text)) and line.form != "article":
                draft.levels[line.at] = level


def _level(line: Line, *, chapters: bool) -> int:
    """The level that a form of numbering has; 0 where it heads nothing."""
    form = line.form
    if form in ("chapter", "one", "figure"):
        return 1
    if form == "section":
        return 2
    if form == "article":
        return 2 if chapters else 1
    if form == "paren":
        return 2
    if form == "decimal":
        return 1 + line.key[:8].split("、")[0].count(".") if line.key.count(".") else 2
    if form == "dot":
        return 3
    return 0


def _head_of(line: Line) -> str:
    """The words of the head, "" where the line is only an item of a list."""
    squeezed, key = squeeze(line.text), fold(squeeze(line.text))
    if line.form in ("chapter", "section", "article"):
        end = _PHRASE_END.search(key)
        return squeezed[: end.start()] if end else squeezed
    if line.form == "dot":
        return squeezed if len(key) <= 30 and not _has_stop(key) else ""
    if key.endswith((";", ",", "、")):
        return ""
    end = _PHRASE_END.search(key)
    if end is None:
        return squeezed if len(key) <= _LONGEST_HEAD else ""
    return squeezed[: end.start()] if end.start() <= _LONGEST_HEAD else ""


def _has_stop(key: str) -> bool:
    return any(mark in key for mark in "。;:,")
