"""Notices without a document number: announcements, appointments, chronicles, speeches."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from rapidfuzz import fuzz

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.contents import Contents
from storage.parse.heads import Head, is_attached, last_of
from storage.parse.lines import Line
from storage.parse.names import are_bodies, core_of, is_body, is_official, issuer_in, title_like
from storage.parse.titles import addressed, in_force_below, joined_key

_ALIKE = 92
_COVER = 40
_CENTRED = 8
_SHORTEST_TITLE = 5


def unnumbered_heads(
    lines: Sequence[Line], after: int, numbered: Sequence[Head], contents: Contents
) -> list[Head]:
    """Titles of notices without a number: announced by the contents, or addressed, or signed."""
    announced = _announced_titles(lines, numbered, contents)
    taken = {at for head in numbered for at in range(head.start, last_of(head) + 1)}
    heads: list[Head] = []
    starts = sorted(head.start for head in numbered)
    own: list[int] = []
    for group in _title_groups(lines, after):
        if taken.intersection(group):
            continue
        floor = max(after, _begin_of(starts, group[0]), _begin_of(own, group[0]))
        places = _as_title(lines, group, announced, floor)
        if not places:
            continue
        head = Head(places[0], places)
        if not is_attached(lines, head, floor):
            heads.append(head)
            own.append(head.start)
    return heads


def _begin_of(starts: Sequence[int], at: int) -> int:
    """Index of the first line of the notice that stands above a line; `starts` in order."""
    above = bisect_left(starts, at)
    return starts[above - 1] - 1 if above else 0


def _title_groups(lines: Sequence[Line], after: int) -> list[list[int]]:
    """Runs of lines that could be titles, at most one blank line apart."""
    groups: list[list[int]] = []
    blanks = 9
    for line in lines[after:]:
        if line.blank:
            blanks += 1
            continue
        if line.furniture or not title_like(line):
            blanks = 9
            continue
        if blanks > 1:
            groups.append([])
        groups[-1].append(line.at)
        blanks = 0
    return groups


def _as_title(
    lines: Sequence[Line], group: Sequence[int], announced: Sequence[str], floor: int
) -> list[int]:
    """The lines of a group that are the title of a notice; [] where they are none."""
    for first in range(len(group)):
        if lines[group[first] - 1].key.startswith("("):
            continue
        for last in range(first, min(len(group), first + 5)):
            places = list(group[first : last + 1])
            key = joined_key(lines, places)
            if len(key) > 160:
                break
            if not _names_months(lines, places):
                continue
            if patterns.CHRONICLE.match(core_of(key)) or _is_bare_chronicle(lines, places):
                return places
            if _is_announced(key, announced) and not _named_above(lines, places[0], key, floor):
                return places
            if is_official(key) and _stands_as_head(lines, places, floor):
                return places
    return []


def _is_bare_chronicle(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """大事记 alone on its line, and a month below."""
    if core_of(joined_key(lines, places)) != "大事记":
        return False
    following = next((line for line in lines[places[-1] : places[-1] + 4] if line.solid), None)
    return following is not None and patterns.MONTH_FIRST.match(following.key) is not None


def _names_months(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """No bracket that belongs to the title (months, 试行) is left out below it."""
    following = lines[places[-1]] if places[-1] < len(lines) else None
    return following is None or not following.key.startswith("(") or not title_like(following)


def _announced_titles(
    lines: Sequence[Line], numbered: Sequence[Head], contents: Contents
) -> list[str]:
    """The titles of the contents whose number, if they have one, stands in no head."""
    printed = {lines[head.number - 1].key for head in numbered if head.number}
    found: list[str] = []
    for entry in contents.entries:
        number = key_of(entry.number or "")
        if not number or not any(number in key or key in number for key in printed):
            found.append(core_of(key_of(entry.title)))
    return found


def _is_announced(key: str, announced: Sequence[str]) -> bool:
    """The table of contents announces the title."""
    core = core_of(key)
    if len(core) < _SHORTEST_TITLE:
        return len(core) > 2 and core in announced
    return any(fuzz.ratio(core, title, score_cutoff=_ALIKE) > 0 for title in announced)


def _stands_as_head(lines: Sequence[Line], places: Sequence[int], floor: int) -> bool:
    """What follows an official title shows that it heads a notice."""
    key = joined_key(lines, places)
    if issuer_in(key):
        if addressed(lines, places[-1]) or _announces(key):
            return True
        return _adopted_below(lines, places[-1]) and not _named_above(lines, places[0], key, floor)
    if key.startswith("关于"):
        return (
            addressed(lines, places[-1])
            and (_after_end(lines, places[0]) or _is_centred(lines, places[0]))
            and not _named_above(lines, places[0], key, floor)
        )
    if not _announces(key) or len(places) > 1:
        return False
    if key.endswith("令"):
        return is_body(key[:-1]) and in_force_below(lines, places[-1])
    below = _signed_below(lines, places[-1]) or _is_communique(lines, places[-1])
    return below and not _named_above(lines, places[0], key, floor)


def _announces(key: str) -> bool:
    """公告, 通告, 公报: they have neither number nor addressees."""
    return patterns.ANNOUNCEMENT.search(core_of(key)) is not None


def _adopted_below(lines: Sequence[Line], at: int) -> bool:
    """（2020年5月6日…会议通过） below the title, as decisions of a congress have it."""
    following = next((line for line in lines[at : at + 4] if line.solid), None)
    return following is not None and patterns.ADOPTED.match(following.key) is not None


def _is_centred(lines: Sequence[Line], at: int) -> bool:
    """The line is set in from the edge, below a blank one."""
    return lines[at - 1].indent >= _CENTRED and (at < 2 or lines[at - 2].blank)


def _is_communique(lines: Sequence[Line], at: int) -> bool:
    """…2022年…统计公报 after a blank line and above a sentence."""
    key = lines[at - 1].key
    if not patterns.COMMUNIQUE.search(key) or (at > 1 and lines[at - 2].solid):
        return False
    following = next((line for line in lines[at : at + 6] if line.solid), None)
    return following is not None and following.key.endswith("。")


def _signed_below(lines: Sequence[Line], at: int) -> bool:
    """The next line names the bodies that announce."""
    following = next((line for line in lines[at : at + 6] if line.solid), None)
    return following is not None and are_bodies(following)


def _named_above(lines: Sequence[Line], at: int, key: str, floor: int) -> bool:
    """The notice above names the document: it is enclosed there, not a notice of its own."""
    above = "".join(line.key for line in lines[max(floor, at - 1 - _COVER) : at - 1])
    return fuzz.partial_ratio(core_of(key), above) >= _ALIKE


def _after_end(lines: Sequence[Line], at: int) -> bool:
    """The line before ends a notice: a date, a remark, a signature in brackets; or none is."""
    before = next((line for line in reversed(lines[max(0, at - 6) : at - 1]) if line.solid), None)
    if before is None or before.is_date or before.is_remark:
        return True
    return before.key.startswith("(") and is_body(before.key[1:-1])
