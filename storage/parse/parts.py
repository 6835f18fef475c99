"""Enclosed documents and printed attachments: where each begins, and its title."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.parse.names import core_of, genre_of, title_like
from storage.text import squeeze
from storage.types import Part

_ALIKE = 84
_MOST_TITLE_LINES = 4
_COVER = 6
# 《某办法》
_QUOTED = re.compile(r"《([^《》]{4,120})》")
# 关于印发某方案的通知   关于公布某目录的通知   转发某报告的通知
_ISSUED = re.compile(
    r"(?:印发|公布|发布|转发|批转|下发|征求)《?([^》]{4,120}?)》?(?:修改意见)?的(?:通知|函|决定|公告|令)$"
)
# (1991年3月4日某令发布 …)   (2020年6月1日第5次会议通过)
_HISTORY = re.compile(r"^\(.*(?:通过|发布|公布|修订|修正|批准|施行)|^\(.{4,5}年.{1,3}月.{1,3}日")


def read_parts(draft: Draft) -> None:
    """Find the heads of all enclosed documents and printed attachments."""
    wanted = _wanted(draft)
    solid = [line for line in draft.solid(draft.body_start)]
    index = 0
    while index < len(solid):
        line = solid[index]
        if draft.free(line) and not line.rows:
            index = (
                _try_mark(draft, solid, index, wanted)
                or _try_title(draft, solid, index, wanted)
                or index
            )
        index += 1
    draft.parts.sort(key=lambda part: part.line)


def _wanted(draft: Draft) -> list[str]:
    """What the notice says that it encloses: names in 《》, 印发…的通知, its attachments."""
    title = key_of(draft.title)
    names = _QUOTED.findall(title)
    issued = _ISSUED.search(title)
    if issued:
        names.append(issued.group(1))
    # The names of the cover may run over the end of a line.
    cover = draft.solid(draft.body_start, draft.cover_end or draft.body_start + _COVER)
    names += _QUOTED.findall("".join(line.key for line in cover))
    names += [key_of(attachment.name) for attachment in draft.attachments]
    return [core_of(name) for name in dict.fromkeys(names)]


def _matches(key: str, wanted: Sequence[str]) -> bool:
    core = core_of(key)
    return any(
        fuzz.ratio(core, name, score_cutoff=_ALIKE) >= _ALIKE
        or (len(core) >= 8 and (name.endswith(core) or core.endswith(name)))
        for name in wanted
    )


def _try_mark(draft: Draft, solid: Sequence[Line], index: int, wanted: Sequence[str]) -> int:
    """附件1 alone on a line, its title below (or above); the index of its last line, 0 for none."""
    line = solid[index]
    if not patterns.ATTACHMENT_MARK.match(line.key):
        return _try_headed(draft, line, index)
    draft.mark(line.at, "other")
    titles = _title_from(draft, solid, index + 1, wanted)
    if titles:
        draft.mark(line.at, "part_title")
        _add(draft, titles, line.at)
        return index + len(titles)
    before = solid[index - 1] if index else None
    if before is not None and draft.free(before) and title_like(before) and genre_of(before.key):
        draft.mark(line.at, "part_title")
        _add(draft, [before], before.at)
    return index


def _try_headed(draft: Draft, line: Line, index: int) -> int:
    """附件1 and its title on one line, after the cover."""
    found = patterns.ATTACHMENT_HEAD.match(line.key)
    if not found or not draft.cover_end or line.at < draft.cover_end or line.ends_sentence:
        return 0
    squeezed = squeeze(line.text)
    if len(squeezed) != len(line.key) or len(squeezed) > 80:
        return 0
    draft.mark(line.at, "part_title")
    draft.parts.append(Part(squeezed[found.end() :], line.at))
    return index


def _try_title(draft: Draft, solid: Sequence[Line], index: int, wanted: Sequence[str]) -> int:
    """A title alone: the first after the cover, or one that the notice names."""
    line = solid[index]
    if not title_like(line) or len(line.key) < 4 or line.key.startswith(("(", "《")):
        return 0
    first = bool(draft.cover_end) and index > 0 and solid[index - 1].at <= draft.cover_end < line.at
    titles = _title_from(draft, solid, index, wanted)
    joined = "".join(title.key for title in titles)
    if not titles or _quotes(joined) or line.at < draft.cover_end:
        return 0
    before = solid[index - 1] if index else None
    if before and draft.free(before) and line.at - before.at == 1 and not before.ends_sentence:
        return 0  # amid a sentence
    if not (_matches(joined, wanted) or (first and genre_of(joined))):
        return 0
    _add(draft, titles, line.at)
    return index + len(titles) - 1


def _quotes(joined: str) -> bool:
    """A sentence that names the document, cut by the line's end: 市财政局《关于…的报告》已经"""
    if joined.count("《") != joined.count("》"):
        return True
    return "《" in joined and genre_of(joined) is None


def _title_from(
    draft: Draft, solid: Sequence[Line], index: int, wanted: Sequence[str]
) -> list[Line]:
    """The lines of a title from `index` on: until it is whole."""
    titles: list[Line] = []
    joined = ""
    for line in solid[index : index + _MOST_TITLE_LINES]:
        if not draft.free(line) or not title_like(line) or _HISTORY.match(line.key):
            break
        apart = bool(titles) and line.at - titles[-1].at > 2
        if apart or (titles and _ended(joined, line, wanted)):
            break
        titles.append(line)
        joined += line.key
    return titles


def _ended(joined: str, line: Line, wanted: Sequence[str]) -> bool:
    """The title is whole, and the next line makes it no more like any that is announced."""
    if line.key.startswith("("):
        return False
    best = max((fuzz.ratio(core_of(joined), name) for name in wanted), default=0.0)
    longer = max((fuzz.ratio(core_of(joined + line.key), name) for name in wanted), default=0.0)
    if longer > best and longer >= _ALIKE:
        return False
    return genre_of(joined) is not None or _matches(joined, wanted)


def _add(draft: Draft, titles: Sequence[Line], at: int) -> None:
    for line in titles:
        draft.mark(line.at, "part_title")
    draft.parts.append(Part(squeeze("".join(line.text for line in titles)), at))
