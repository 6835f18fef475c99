"""Heads of sections that stand in the text itself: 【人事任免】."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.contents import Contents
from storage.parse.lines import Line
from storage.parse.names import are_bodies, issuer_in, number_on, title_like
from storage.text import squeeze

# What can stand above the head of a section besides the end of a sentence.
_ENDS = (patterns.PRINTED_BY, patterns.ISSUE_NUMBER, patterns.GAZETTE_NAME, patterns.PUBLISHED)
_SIGNS = "【】[]〔〕◎■◆●▲★☆※□○"


def mark_sections(lines: Sequence[Line], contents: Contents) -> dict[int, str]:
    """Mark the heads of sections between notices; line to name."""
    names = {entry.section for entry in contents.entries if entry.section}
    found: dict[int, str] = {}
    for line in lines:
        if line.at in contents.taken or not line.solid or len(line.key) > 26 or line.rows:
            continue
        head = patterns.SECTION_HEAD.match(line.key)
        plain = patterns.SURE_SECTION.match(line.key)
        if not head and not names and plain and _between_notices(lines, line):
            found[line.at] = squeeze(line.text)
            line.furniture = "section"
            continue
        if head and not names and _heads_notices(lines, line):
            found[line.at] = squeeze(line.text).strip(_SIGNS)
            line.furniture = "section"
            continue
        name = squeeze(line.text).strip(_SIGNS) if head else squeeze(line.text)
        if name in names and line.at > contents.last:
            found[line.at] = name
            line.furniture = "section"
    return found


def _heads_notices(lines: Sequence[Line], line: Line) -> bool:
    """【…】 alone, and a title or an issuer below."""
    following = next((other for other in lines[line.at : line.at + 4] if other.solid), None)
    return following is not None and title_like(following)


def _between_notices(lines: Sequence[Line], line: Line) -> bool:
    """Blank lines around; above the end of a notice or nothing, below a title with its issuer."""
    around = [*lines[max(0, line.at - 2) : line.at - 1], *lines[line.at : line.at + 1]]
    if any(other.key for other in around):
        return False
    above = next((other for other in reversed(lines[: line.at - 1]) if other.solid), None)
    ended = above is None or above.is_date or above.is_remark or above.ends_sentence
    ended = ended or any(mark.search(above.key) for mark in _ENDS if above is not None)
    below = [other for other in lines[line.at : line.at + 8] if other.solid][:2]
    if any(number_on(other) for other in below) and all(
        are_bodies(other) or number_on(other) for other in below
    ):
        return False  # the red head of a document: bodies, then its number
    joined = "".join(other.key for other in below)
    titled = bool(below) and title_like(below[0])
    return ended and titled and (issuer_in(joined) > 0 or are_bodies(below[0]))
