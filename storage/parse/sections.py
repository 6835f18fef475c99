"""Heads of sections that stand in the text itself: 【人事任免】."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.contents import Contents
from storage.parse.lines import Line
from storage.parse.names import title_like
from storage.text import squeeze

_SIGNS = "【】[]〔〕◎■◆●▲★☆※□○"


def mark_sections(lines: Sequence[Line], contents: Contents) -> dict[int, str]:
    """Mark the heads of sections between notices; line to name."""
    names = {entry.section for entry in contents.entries if entry.section}
    found: dict[int, str] = {}
    for line in lines:
        if line.at in contents.taken or not line.solid or len(line.key) > 26 or line.rows:
            continue
        head = patterns.SECTION_HEAD.match(line.key)
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
