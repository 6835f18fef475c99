"""Paragraphs that a page, a column or a hard line end broke."""

from __future__ import annotations

from storage.parse import patterns
from storage.parse.draft import Draft
from storage.parse.lines import Line

_CLOSED = tuple("。;:!?…)》”」]")
_STARTS = ("※", "--", "·", "注:", "附件", "附表", "●", "■", "◆")


def read_joins(draft: Draft) -> None:
    """Find the pairs of lines where the second goes on with the paragraph of the first."""
    indented = _paragraphs_are_indented(draft)
    previous: Line | None = None
    for line in draft.solid(draft.body_start):
        if previous is not None and _joined(draft, previous, line, indented=indented):
            draft.joins.append((previous.at, line.at))
        previous = line
    draft.joins.sort()


def _running(draft: Draft, line: Line) -> bool:
    """A line of running text."""
    return draft.free(line) and not line.rows


def _paragraphs_are_indented(draft: Draft) -> bool:
    """The text marks each paragraph by an indent and lets the other lines start at the edge."""
    running = [line for line in draft.solid(draft.body_start) if _running(draft, line)]
    indented = sum(1 for line in running if line.indent >= 2)
    return len(running) >= 4 and 2 <= indented <= len(running) - 2 and indented * 12 >= len(running)


def _joined(draft: Draft, line: Line, following: Line, *, indented: bool) -> bool:
    if not (_running(draft, line) and _running(draft, following)):
        return False
    adjacent = following.at - line.at == 1
    if indented and adjacent:
        return following.indent == 0 and not _starts(following)
    if _ended(line) or _starts(following) or (indented and following.indent >= 2):
        return False
    return not _stands_alone(line)


def _ended(line: Line) -> bool:
    return line.key.endswith(_CLOSED)


def _starts(line: Line) -> bool:
    """The line begins something of its own."""
    if line.depth or line.key.startswith(_STARTS):
        return True
    if line.form in ("circle", "small", "paren", "article", "chapter", "section", "one", "decimal"):
        return True
    if line.form in ("dot", "figure"):
        return True
    return patterns.CONTACT.match(line.key) is not None


def _stands_alone(line: Line) -> bool:
    """A head or a short entry that ends without a mark and is whole nevertheless."""
    if line.depth:
        return True
    if line.form in ("chapter", "section", "figure") and len(line.key) <= 30:
        return True
    if line.form in ("one", "paren", "decimal", "dot", "article") and len(line.key) <= 30:
        return "," not in line.key and "。" not in line.key
    if patterns.CONTACT.match(line.key):
        return True
    return len(line.key) <= 14 and not line.form
