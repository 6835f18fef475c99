"""Lines inside a quotation that began on a line above: what they say is another document's."""

from __future__ import annotations

from storage.parse.draft import Draft

_LONGEST = 12


def find_quoted(draft: Draft) -> None:
    """Collect the lines between “ and ” on different lines; a quotation never closed is none."""
    opened: list[int] = []
    depth = 0
    for line in draft.solid(draft.body_start):
        if depth > 0:
            opened.append(line.at)
        elif line.key.startswith("“") and line.key.count("“") > line.key.count("”"):
            opened = [line.at]
        depth = max(0, depth + line.key.count("“") - line.key.count("”"))
        if depth == 0:
            draft.quoted.update(opened)
            opened = []
        elif len(opened) > _LONGEST:
            depth, opened = 0, []
