"""Where each notice starts and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from storage.parse import patterns
from storage.parse.characters import key_of
from storage.parse.contents import Contents
from storage.parse.lines import Line
from storage.parse.names import (
    are_bodies,
    core_of,
    genre_of,
    is_body,
    is_official,
    issuer_in,
    number_on,
    title_like,
)

_MOST_TITLE_LINES = 8
_ALIKE = 92
_COVER = 40
_MOST_BLANKS = 2
_AT_PAGE = -12
# How a title begins on its second line, the issuer being on the first.
_TITLE_VERBS = ("关于", "印发", "转发", "批转", "公布", "发布", "下达", "表彰")


@dataclass(slots=True)
class Head:
    """The head of a notice: its first line, the lines of its title, the line of its number.

    Title and number can stand on one line (某省人民政府令第380号).
    """

    start: int
    titles: list[int] = field(default_factory=list[int])
    number: int | None = None


def find_heads(lines: Sequence[Line], contents: Contents) -> list[Head]:
    """Find the heads of all notices, in order; the strongest evidence first."""
    # Contents at the end stand below all notices.
    after = contents.last if contents.first < len(lines) // 2 else 0
    if not after and contents.first:
        lines = lines[: contents.first - 1]
    heads = _numbered(lines, after)
    heads += _unnumbered(lines, after, heads, contents)
    heads.sort(key=lambda head: head.start)
    kept: list[Head] = []
    for head in heads:
        if not kept or head.start > _last_of(kept[-1]):
            kept.append(head)
    return without_doubles(lines, kept)


def _last_of(head: Head) -> int:
    return max([head.start, *head.titles, head.number or 0])


# ------------------------------------------------------------------ by the document number


def _numbered(lines: Sequence[Line], after: int) -> list[Head]:
    heads: list[Head] = []
    for line in lines[after:]:
        if not line.solid or len(line.key) > 120 or line.rows or "号" not in line.key:
            continue
        floor = max(after, _last_of(heads[-1]) if heads else 0)
        if line.at <= floor or _belongs_to_a_field(lines, line.at):
            continue
        head = _head_of(lines, line, floor)
        begin = heads[-1].start - 1 if heads else floor
        if head is not None and not _is_attached(lines, head.start, begin):
            heads.append(head)
    return heads


def _head_of(lines: Sequence[Line], line: Line, floor: int) -> Head | None:
    """The head to which a line with a number belongs; None where the line is no such."""
    if number_on(line):
        return _head_at(lines, line.at, floor)
    order = patterns.ORDER_NUMBER.match(line.key)
    if order:
        above = _title_above(lines, line.at, floor)
        joined = _joined(lines, above)
        named = "令" in order.group(1) and _is_title(joined)
        if above and (named or patterns.ORDER_TITLE.search(joined)):
            return Head(above[0], above, line.at)
    if patterns.ORDER_LINE.match(line.key) and _in_force_below(lines, line.at):
        return Head(line.at, [line.at], line.at)
    titled = patterns.TITLE_AND_NUMBER.match(line.key)
    if titled and _is_title(titled.group(1)) and _addressed(lines, line.at):
        return Head(line.at, [line.at], line.at)
    return None


def _in_force_below(lines: Sequence[Line], at: int) -> bool:
    """The next lines put something into force, as an order does (现予公布)."""
    following = [line for line in lines[at : at + 6] if line.solid][:2]
    return any(patterns.IN_FORCE.search(line.key) for line in following)


def _belongs_to_a_field(lines: Sequence[Line], at: int) -> bool:
    """The number is the value of a field of a web page (发文字号：), not a head."""
    before = next((line for line in reversed(lines[max(0, at - 4) : at - 1]) if line.key), None)
    return before is not None and patterns.PAGE_FIELD_ALONE.match(before.key) is not None


def _is_attached(lines: Sequence[Line], start: int, floor: int) -> bool:
    """附件1 stands right above, and the document before speaks of an attachment."""
    above = reversed(lines[max(0, start - 4) : start - 1])
    before = next((line for line in above if line.key), None)
    if before is None or not patterns.ATTACHMENT_MARK.match(before.key):
        return False
    if before.key.strip("附件录表:").strip():
        return True
    spoken = lines[floor : before.at - 1]
    return any("附件" in line.key or "转发" in line.key for line in spoken)


def _head_at(lines: Sequence[Line], at: int, floor: int) -> Head | None:
    """The head around a number line: its title above, or below where a red head stands above."""
    above = _title_above(lines, at, floor)
    if above and _is_title(_joined(lines, above)):
        return Head(above[0], above, at)
    below = _title_below(lines, at)
    if below:
        return Head(_red_head_start(lines, at, floor), below, at)
    if above and _addressed(lines, at):
        return Head(above[0], above, at)
    return None


def _joined(lines: Sequence[Line], places: Sequence[int]) -> str:
    return "".join(lines[at - 1].key for at in places)


def _is_title(key: str) -> bool:
    return len(key) >= 4 and (
        genre_of(key) is not None or key.startswith("关于") or issuer_in(key) > 0
    )


def _title_above(lines: Sequence[Line], at: int, floor: int) -> list[int]:
    """Go up from a number line and take the lines of the title."""
    picked: list[int] = []
    joined, blanks, place = "", 0, at - 1
    while place > floor and len(picked) < _MOST_TITLE_LINES:
        line = lines[place - 1]
        if not line.solid:
            # At a page's edge the blank lines belong to the page.
            blanks = _AT_PAGE if line.furniture else blanks + 1
            place -= 1
            if blanks > _MOST_BLANKS:
                break
            continue
        if not picked and line.key.startswith("(") and line.is_date:
            place, blanks = place - 1, 0
            continue
        if not title_like(line) or not _goes_on_above(
            lines, line, joined, max(blanks, 0) if picked else 0
        ):
            break
        picked.insert(0, place)
        joined, blanks, place = line.key + joined, 0, place - 1
    return picked


def _goes_on_above(lines: Sequence[Line], line: Line, joined: str, blanks: int) -> bool:
    """The line belongs to the title of which `joined` is what stands below it."""
    if not core_of(joined):
        return True
    length = issuer_in(joined)
    if length:
        return are_bodies(line) and _issues_too(line.key, joined[:length])
    if "令" in joined[2:] and is_body(joined[: joined.find("令")]):
        return False
    if joined.startswith(_TITLE_VERBS):
        return are_bodies(line) or (blanks == 0 and line.key.endswith("、"))
    if "关于" in line.key or line.key.startswith(_TITLE_VERBS) or issuer_in(line.key + joined):
        return True
    if joined.startswith("的"):
        return True
    if blanks:
        short = is_official(joined) and len(joined) <= 4 and are_bodies(line)
        return short or (not is_official(line.key) and _reaches_verb(lines, line.at))
    return genre_of(line.key) is None


def _reaches_verb(lines: Sequence[Line], at: int) -> bool:
    """A few lines above, the title says 关于: it was printed with a blank line after each."""
    blanks = seen = 0
    for line in reversed(lines[max(0, at - 14) : at]):
        if not line.solid:
            blanks += line.blank
            if blanks > 1:
                return False
            continue
        if not title_like(line) or seen >= _MOST_TITLE_LINES - 2:
            return False
        if "关于" in line.key or line.key.startswith(_TITLE_VERBS):
            return True
        blanks, seen = 0, seen + 1
    return False


def _issues_too(body: str, others: str) -> bool:
    """Another body above the issuer's name issues jointly: a body and its own office never do."""
    return body not in others and others not in body


def _title_below(lines: Sequence[Line], at: int) -> list[int]:
    """The lines of a title that stands below the number (a red-head document)."""
    picked: list[int] = []
    joined = ""
    for line in lines[at : at + 16]:
        if not line.solid:
            continue
        if not title_like(line) or len(picked) >= _MOST_TITLE_LINES:
            break
        picked.append(line.at)
        joined += line.key
        if genre_of(joined) and not _continues(lines, line, joined):
            return picked if is_official(joined) or issuer_in(joined) else []
    return []


def _continues(lines: Sequence[Line], line: Line, joined: str) -> bool:
    """The next line belongs to the title too: （试行）, or the rest of it without a gap."""
    following = lines[line.at] if line.at < len(lines) else None
    if following is None or not following.solid or not title_like(following):
        return False
    if following.key.startswith("("):
        return True
    return not is_official(joined) and genre_of(joined + following.key) is not None


def _red_head_start(lines: Sequence[Line], at: int, floor: int) -> int:
    """The first line of the red head above a number: …文件, 密级, 紧急程度, 份号."""
    start, blanks = at, 0
    for place in range(at - 1, max(floor, at - 14), -1):
        line = lines[place - 1]
        if not line.solid:
            blanks += 1
            if blanks > 3:
                break
            continue
        if not _in_red_head(line):
            break
        start, blanks = place, 0
    return start


def _in_red_head(line: Line) -> bool:
    key = line.key
    if len(key) > 60 or line.rows:
        return False
    marks = (
        patterns.RED_HEAD,
        patterns.SECRECY,
        patterns.URGENCY,
        patterns.SIGNER,
        patterns.COPY_NUMBER,
    )
    return any(mark.match(key) for mark in marks) or are_bodies(line) or key == "文件"


def _addressed(lines: Sequence[Line], at: int) -> bool:
    """The next solid line names addressees."""
    following = next((line for line in lines[at : at + 6] if line.solid), None)
    return following is not None and patterns.ADDRESSEES.match(following.key) is not None


# ------------------------------------------------------------------ without a number


def _unnumbered(
    lines: Sequence[Line], after: int, numbered: Sequence[Head], contents: Contents
) -> list[Head]:
    """Titles of notices without a number: announced by the contents, or addressed, or signed."""
    taken = {at for head in numbered for at in range(head.start, _last_of(head) + 1)}
    heads: list[Head] = []
    for group in _title_groups(lines, after):
        if taken.intersection(group):
            continue
        places = _as_title(lines, group, contents)
        if places and not _is_attached(lines, places[0], _begin_of(numbered, places[0])):
            heads.append(Head(places[0], places))
    return heads


def _begin_of(heads: Sequence[Head], at: int) -> int:
    """Index of the first line of the notice that stands above a line."""
    return max((head.start - 1 for head in heads if head.start < at), default=0)


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


def _as_title(lines: Sequence[Line], group: Sequence[int], contents: Contents) -> list[int]:
    """The lines of a group that are the title of a notice; [] where they are none."""
    for first in range(len(group)):
        for last in range(first, min(len(group), first + 5)):
            if lines[group[first] - 1].key.startswith("("):
                break
            places = list(group[first : last + 1])
            key = _joined(lines, places)
            if len(key) > 160:
                break
            if patterns.CHRONICLE.match(core_of(key)) and _names_months(lines, places):
                return places
            if is_official(key) and _stands_as_head(lines, places, contents):
                return places
    return []


def _names_months(lines: Sequence[Line], places: Sequence[int]) -> bool:
    """The title of a chronicle is one line, with its months in brackets on the next."""
    below = [lines[at - 1].key for at in places[1:]]
    following = lines[places[-1]] if places[-1] < len(lines) else None
    whole = following is None or not following.key.startswith("(")
    return whole and all(key.startswith("(") for key in below)


def _stands_as_head(lines: Sequence[Line], places: Sequence[int], contents: Contents) -> bool:
    """An official title is a head where the contents announce it, or what follows shows it."""
    key = _joined(lines, places)
    named = issuer_in(key) > 0
    if contents.entries:
        return named and any(
            fuzz.ratio(core_of(key), core_of(key_of(entry.title))) >= _ALIKE
            for entry in contents.entries
        )
    if named:
        return _addressed(lines, places[-1]) or _announces(key)
    if key.startswith("关于"):
        return (
            _addressed(lines, places[-1])
            and _after_end(lines, places[0])
            and not _named_above(lines, places[0], key)
        )
    return _announces(key) and len(places) == 1 and _signed_below(lines, places[-1])


def _announces(key: str) -> bool:
    """公告, 通告, 公报: they have neither number nor addressees."""
    return patterns.ANNOUNCEMENT.search(core_of(key)) is not None


def _signed_below(lines: Sequence[Line], at: int) -> bool:
    """The next line names the bodies that announce."""
    following = next((line for line in lines[at : at + 6] if line.solid), None)
    return following is not None and are_bodies(following)


def _named_above(lines: Sequence[Line], at: int, key: str) -> bool:
    """The text above names the document: it is enclosed there, not a notice of its own."""
    above = "".join(line.key for line in lines[max(0, at - 1 - _COVER) : at - 1])
    return fuzz.partial_ratio(core_of(key), above) >= _ALIKE


def _after_end(lines: Sequence[Line], at: int) -> bool:
    """The line before ends a notice: a date, a remark, a signature in brackets; or none is."""
    before = next((line for line in reversed(lines[max(0, at - 6) : at - 1]) if line.solid), None)
    if before is None or before.is_date or before.is_remark:
        return True
    return before.key.startswith("(") and is_body(before.key[1:-1])


def without_doubles(lines: Sequence[Line], heads: Sequence[Head]) -> list[Head]:
    """A web page prints its title twice: the last before the text counts."""
    kept: list[Head] = []
    for head in heads:
        same = kept and _joined(lines, kept[-1].titles) == _joined(lines, head.titles)
        if same and kept[-1].number is None:
            between = lines[_last_of(kept[-1]) : head.start - 1]
            if not any(len(line.key) >= 40 and "。" in line.key for line in between):
                kept.pop()
        kept.append(head)
    return kept
