"""Heads of sections that stand in the text itself: 【人事任免】."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
from storage.parse.contents import Contents
from storage.parse.lines import Line
from storage.text import squeeze


def mark_sections(lines: Sequence[Line], contents: Contents) -> dict[int, str]:
    """Mark the heads of sections between notices; line to name."""
    names = {entry.section for entry in contents.entries if entry.section}
    found: dict[int, str] = {}
    for line in lines:
        if line.at in contents.taken or not line.solid or len(line.key) > 26 or line.rows:
            continue
        head = patterns.SECTION_HEAD.match(line.key)
        name = squeeze(line.text).strip("【】[]〔〕◎■◆●▲★☆※□○") if head else squeeze(line.text)
        if name in names and line.at > contents.last:
            found[line.at] = name
            line.furniture = "section"
    return found
