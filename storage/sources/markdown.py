"""Markdown: each line stays where it is; links, pictures and the page's own data go.

Headings, tables, bold signs and lists are left to the recogniser, which knows them from OCR.
"""

from __future__ import annotations

import re

from storage.sources.content import Content
from storage.sources.flow import Numbered
from storage.sources.reading import text_lines
from storage.types import LineHint

# ![seal](seal.png)   [the plan](plan.html "title")
_LINK = re.compile(
    r"(!?)\[([^\[\]\n]{0,400})\]\((?:<[^<>\n]{0,800}>|[^()\s]{1,800})(?:\s\"[^\"\n]{0,200}\")?\)"
)
# [1]: https://…
_REFERENCE = re.compile(r"^ {0,3}\[[^\[\]]{1,80}\]:\s*<?(?:https?|mailto|ftp|\.{0,2}/)")
# <https://…>
_BARE_LINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,400})>")
# ===   (the line below a heading)
_UNDERLINE = re.compile(r"^ {0,3}=+\s*$")
_RULE = re.compile(r"^---\s*$")
_MOST_DATA = 60


def read_markdown(content: Content) -> Numbered:
    """Read a Markdown file line by line. Raises UserFault as a text file does."""
    lines = text_lines(content)
    data_end = _end_of_page_data(lines)
    kept: list[str] = []
    hints: list[LineHint | None] = []
    for at, line in enumerate(lines):
        is_data = at < data_end or _REFERENCE.match(line) is not None
        hints.append(LineHint(furniture="page field") if is_data else None)
        kept.append(line if is_data else _plain(line))
    return Numbered(tuple(kept), tuple(hints) if any(hints) else ())


def _end_of_page_data(lines: tuple[str, ...]) -> int:
    """The number of lines between two `---` at the very top (title, date, layout …)."""
    if not _RULE.match(lines[0]):
        return 0
    for at, line in enumerate(lines[1 : _MOST_DATA + 1], 1):
        if _RULE.match(line):
            return at + 1
        if line.strip() and ":" not in line and not line.startswith((" ", "-", "#")):
            return 0
    return 0


def _plain(line: str) -> str:
    if _UNDERLINE.match(line):
        return ""
    if "](" in line:
        line = _LINK.sub(r"\2", line)
    return _BARE_LINK.sub(r"\1", line) if "<" in line else line
