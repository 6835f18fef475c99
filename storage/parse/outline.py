"""The heads of a notice to the third level."""

from __future__ import annotations

import re

from storage import numbering
from storage.parse import patterns
from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.parse.paragraphs import paragraphs
from storage.text import squeeze
from storage.types import Heading

_LONGEST_HEAD = 45
_LONGEST = 50
_LONGEST_OWN_HEAD = 40
# Words that make a whole sentence of a phrase.
_SENTENCE = re.compile(
    r"负责|应当|必须|不得|是指|由.{2,12}(?:组织|牵头|承担)|给予|要(?:按|在|将|把|认真)"
)
_PHRASE_END = re.compile(r"[。:]")


def read_outline(draft: Draft) -> None:
    """List parts and numbered heads; heads that fill their line become headings in the text."""
    parts = {part.line: part for part in draft.parts}
    whole = {paragraph.at: paragraph.key for paragraph in paragraphs(draft)}
    chapters = sections = False
    in_article = False
    listing = ""
    colon = False
    parted = ""
    for line in draft.solid(draft.body_start):
        part = parts.get(line.at)
        if part:
            draft.outline.append(Heading(line.at, 0, part.title))
            chapters = sections = in_article = False
            continue
        if line.rows or not draft.free(line) or line.at in draft.quoted:
            continue
        if line.form != listing:
            # Items of a form that follow a colon are a list until another form comes.
            listing = line.form if colon and line.form == "paren" and _is_item(line) else ""
        colon = line.key.endswith(":")
        if not line.form or line.form == listing or _in_contents(line):
            continue
        sections = line.form == "section" or (sections and line.form != "chapter")
        chapters = chapters or line.form == "chapter"
        level = _level(line, above=chapters + sections)
        # Items parted by ；: the last of them ends in 。 and is no head either.
        last_item = line.form == parted and line.form == "paren"
        parted = line.form if whole.get(line.at, line.key).endswith(";") else ""
        if last_item and _is_item(line):
            continue
        if line.form == "article":
            in_article = True
        elif line.form in ("chapter", "one", "figure"):
            in_article = False
        if level == 0 or (in_article and line.form == "paren"):
            continue
        head = _head_of(line, whole.get(line.at, line.key))
        if head:
            draft.outline.append(Heading(line.at, level, head))
            fills = len(head) == len(squeeze(line.text)) and len(whole.get(line.at, "")) <= _LONGEST
            if fills and line.form != "article":
                draft.levels[line.at] = level


def _in_contents(line: Line) -> bool:
    """An entry of the enclosed document's own table of contents."""
    return patterns.LEADERS_AND_PAGE.search(line.key[-20:]) is not None


def _level(line: Line, *, above: int) -> int:
    """The level that a form of numbering has below `above` chapters and sections; 0 for none."""
    form = line.form
    if form in ("chapter", "figure"):
        return 1
    if form == "section":
        return 2
    if form == "article":
        return 2 if above else 1
    if form == "one":
        return 1 + above
    if form == "paren":
        return min(3, 2 + above)
    if form == "decimal":
        return _level_of_decimal(line)
    if form == "dot":
        return 3
    return 0


def _is_item(line: Line) -> bool:
    """The item ends in ；, or is one whole sentence."""
    return line.key.endswith(";") or (line.key.count("。") == 1 and line.key.endswith("。"))


def _level_of_decimal(line: Line) -> int:
    """2 for 1.1, 3 for 1.1.1 and deeper."""
    found = numbering.DECIMAL.match(line.key)
    return 1 + found.group(1).count(".") if found else 2


def _head_of(line: Line, key: str) -> str:
    """The words of the head on its line, "" where the line is only an item of a list.

    `key` is that of the whole paragraph, where a page or a column broke it.
    """
    squeezed = squeeze(line.text)
    end = _PHRASE_END.search(key)
    if line.form in ("chapter", "section", "article"):
        return squeezed[: end.start()] if end else squeezed
    if line.form == "dot" or (line.form == "decimal" and _level_of_decimal(line) == 3):
        return squeezed if len(key) <= _LONGEST_OWN_HEAD and not _has_stop(key) else ""
    if end is None:
        whole = not key.endswith((";", ",", "、"))
        return squeezed if whole and len(key) <= _LONGEST_HEAD else ""
    phrase = key[: end.start()]
    if len(phrase) > _LONGEST_HEAD or ";" in phrase or _is_sentence(phrase):
        return ""
    alone = end.end() >= len(key)
    if alone and key.endswith("。") and (len(phrase) > 34 or _SENTENCE.search(phrase)):
        return ""
    return squeezed[: end.start()]


def _is_sentence(phrase: str) -> bool:
    """A phrase has at most one comma, or is short."""
    return phrase.count(",") >= 2 and len(phrase) > 30


def _has_stop(key: str) -> bool:
    return any(mark in key for mark in "。;:")
