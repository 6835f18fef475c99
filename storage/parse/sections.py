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
_SIGNS = "【】[]〔〕◎■◆●▲★☆※□○·•◦—-"


def mark_sections(lines: Sequence[Line], contents: Contents) -> dict[int, str]:
    """Mark the heads of sections, also where a page repeats them; line to name.

    Their names are those of the contents; without contents, what stands above titles and looks
    like the head of a section.
    """
    short = [
        line
        for line in lines
        if line.solid and len(line.key) <= 26 and not line.rows and line.at not in contents.taken
    ]
    names = {entry.section for entry in contents.entries if entry.section}
    if not names:
        names = {_name_of(line) for line in short if _is_head(lines, line)}
    found: dict[int, str] = {}
    for line in short:
        name = _name_of(line)
        if name in names and line.at > contents.last and not _is_red_head(lines, line):
            found[line.at] = name
            line.furniture = "section"
    return found


def _name_of(line: Line) -> str:
    """The name of the section that the line could head."""
    squeezed = squeeze(line.text)
    return squeezed.strip(_SIGNS) if patterns.SECTION_HEAD.match(line.key) else squeezed


def _is_head(lines: Sequence[Line], line: Line) -> bool:
    """【…】 above a title; or 市政府文件 between a notice's end and the next title."""
    if patterns.SECTION_HEAD.match(line.key):
        return _heads_notices(lines, line)
    return patterns.SURE_SECTION.match(line.key) is not None and _between_notices(lines, line)


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
    joined = "".join(other.key for other in below)
    titled = bool(below) and title_like(below[0]) and not _is_red_head(lines, line)
    return ended and titled and (issuer_in(joined) > 0 or are_bodies(below[0]))


def _is_red_head(lines: Sequence[Line], line: Line) -> bool:
    """…文件 heads a document where its number, or a body and its number, follow."""
    below = [other for other in lines[line.at : line.at + 8] if other.solid][:2]
    if not any(number_on(other) for other in below):
        return False
    return all(are_bodies(other) or number_on(other) is not None for other in below)
