"""The notice's own list of attachments (附件说明)."""

from __future__ import annotations

import re
from dataclasses import replace

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.parse.names import genre_of
from storage.text import fold, squeeze
from storage.types import Attachment

_MOST_ITEM_LINES = 4
_MOST_ITEMS = 40
# 1.督查内容清单；2.督查分组表
_SEVERAL = re.compile(r"[；;。](?=[0-9０-９]{1,2}[.．、])")
# ……由某部门负责解 附件：考核内容要点
_RUN_IN = re.compile(r"[\u3400-\u9fff][ \u3000](附件[:：][^。；;]{4,60})$")


def read_attachments(draft: Draft) -> None:
    """Find the lists 附件：1.… and read their items in numeric order."""
    items: list[tuple[int, list[Line]]] = []
    solid = [line for line in draft.solid(draft.body_start)]
    names: set[str] = set()
    index = 0
    while index < len(solid):
        line = solid[index]
        index += 1
        if line.rows or not draft.free(line):
            continue
        if _heads_list(draft, solid, index - 1):
            draft.mark(line.at, "attachments")
            found, index = _read_list(draft, solid, index)
            items += found
            continue
        if not patterns.ATTACHMENT_LIST.match(line.key):
            items += _read_run_in(draft, line)
            continue
        if _after_colon(line.key) in names:
            continue
        found, index = _read_list(draft, solid, index - 1)
        names.update(fold(name) for _, lines in found for name, _ in _names_of(lines))
        items += found
    items.sort(key=lambda item: item[0])
    everything = any(
        patterns.ALL_OMITTED.search(line.key)
        for line in solid
        if draft.roles.get(line.at) == "remark"
    )
    for _, lines in items:
        for name, omitted in _names_of(lines):
            draft.attachments.append(Attachment(name, omitted or everything))


def _heads_list(draft: Draft, solid: list[Line], index: int) -> bool:
    """附件： alone heads a list above the signature where 1. follows; below, an attachment."""
    line = solid[index]
    if line.key not in ("附件:", "附件") or index + 1 >= len(solid):
        return False
    first, second = solid[index + 1], solid[index + 2] if index + 2 < len(solid) else None
    if not first.key.startswith("1") or not patterns.ATTACHMENT_ITEM.match(first.key):
        return False
    counted = second is not None and second.key.startswith("2")
    return line.at < draft.cover_end or (counted and not draft.cover_end)


def _read_run_in(draft: Draft, line: Line) -> list[tuple[int, list[Line]]]:
    """A column set 附件：名 behind the cut end of another paragraph: part the two."""
    found = _RUN_IN.search(line.text)
    if found is None or line.spans:
        return []
    draft.cuts[line.at] = [(found.start(1), "attachments")]
    text = line.text[found.start(1) :]
    return [(0, [replace(line, text=text, key=key_of(text))])]


def _after_colon(key: str) -> str:
    return key.partition(":")[2]


def _read_list(
    draft: Draft, solid: list[Line], index: int
) -> tuple[list[tuple[int, list[Line]]], int]:
    """Read one list from its first line; also the index of the line after it."""
    first = solid[index]
    draft.mark(first.at, "attachments")
    item = patterns.ATTACHMENT_ITEM.match(_after_colon(first.key))
    if item is None and not patterns.ATTACHMENT_LIST.match(first.key):
        item = patterns.ATTACHMENT_ITEM.match(first.key)
    number = int(item.group(1)) if item else 0
    items = [(number, [first])]
    seen = {number}
    index += 1
    while index < len(solid):
        line = solid[index]
        item = patterns.ATTACHMENT_ITEM.match(line.key)
        if not draft.free(line) or line.rows or len(line.key) > 90:
            break
        if item and number and int(item.group(1)) not in seen and int(item.group(1)) <= _MOST_ITEMS:
            number = int(item.group(1))
            seen.add(number)
            items.append((number, [line]))
        elif _goes_on(items[-1][1], line, solid, index, number):
            draft.joins.append((items[-1][1][-1].at, line.at))
            items[-1][1].append(line)
        else:
            break
        draft.mark(line.at, "attachments")
        index += 1
    return items, index


def _goes_on(item: list[Line], line: Line, solid: list[Line], index: int, number: int) -> bool:
    """The line is the rest of an item that was broken."""
    if line.form or line.ends_sentence or len(item) >= _MOST_ITEM_LINES or line.is_date:
        return False
    if patterns.ATTACHMENT_MARK.match(line.key) or patterns.ATTACHMENT_HEAD.match(line.key):
        return False
    adjacent = line.at - item[-1].at == 1
    if adjacent and line.key.startswith("(") and not line.is_remark:
        return True
    ended = genre_of(item[-1].key) is not None or item[-1].key.endswith(")")
    if adjacent and not ended:
        return True
    following = solid[index + 1].key if index + 1 < len(solid) else ""
    next_item = patterns.ATTACHMENT_ITEM.match(following)
    return bool(number and next_item and not ended)


def _names_of(lines: list[Line]) -> list[tuple[str, bool]]:
    """The names on the lines of an item: one, or several where all run on (1.…；2.…)."""
    squeezed = squeeze("".join(line.text for line in lines))
    found = [_name_in(part) for part in _SEVERAL.split(squeezed)]
    return [(name, omitted) for name, omitted in found if name]


def _name_in(squeezed: str) -> tuple[str, bool]:
    """The name of an attachment without its number, and whether it is left out."""
    key = fold(squeezed)
    listed = patterns.ATTACHMENT_LIST.match(key)
    start = listed.end() if listed else 0
    item = patterns.ATTACHMENT_ITEM.match(key[start:])
    start += item.end() if item else 0
    omitted = patterns.OMITTED.search(key)
    end = omitted.start() if omitted and omitted.group().startswith("(") else len(key)
    return squeezed[start:end].rstrip("；;。."), omitted is not None
