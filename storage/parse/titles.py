"""The lines of a title: above a number, or below it where a red head stands above."""

from __future__ import annotations

from collections.abc import Sequence

from storage.parse import patterns
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
_MOST_BLANKS = 2
_MOST_ADDRESSEE_LINES = 6
_AT_PAGE = -12
# How a title begins on its second line, the issuer being on the first.
_TITLE_VERBS = ("关于", "印发", "转发", "批转", "公布", "发布", "下达", "表彰")


def joined_key(lines: Sequence[Line], places: Sequence[int]) -> str:
    """The keys of several lines (by number) as one."""
    return "".join(lines[at - 1].key for at in places)


def is_title(key: str) -> bool:
    """The words end in a genre, or begin as titles do."""
    return len(key) >= 4 and (
        genre_of(key) is not None or key.startswith("关于") or issuer_in(key) > 0
    )


def title_above(lines: Sequence[Line], at: int, floor: int) -> list[int]:
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
        if picked and patterns.BARE_FIGURE.match(line.key) and _cuts_title(lines, place, joined):
            line.furniture = "page number"
            place, blanks = place - 1, 0
            continue
        beside = line.key.startswith("(") and (line.is_date or line.is_remark)
        if not picked and (beside or patterns.ANSWER_CLASS.match(line.key)):
            place, blanks = place - 1, 0
            continue
        if not picked and line.key == "令":
            picked, joined, blanks, place = [place], line.key, 0, place - 1
            continue
        if not title_like(line) or not _goes_on_above(
            lines, line, joined, max(blanks, 0) if picked else 0
        ):
            break
        picked.insert(0, place)
        joined, blanks, place = line.key + joined, 0, place - 1
    return picked


def _cuts_title(lines: Sequence[Line], at: int, joined: str) -> bool:
    """A bare figure stands between two lines of a title: a page set it there."""
    above = lines[at - 2] if at > 1 else None
    if above is None or not above.solid or not title_like(above):
        return False
    if "关于" in joined and not joined.startswith(_TITLE_VERBS):
        return False
    return "关于" in above.key or issuer_in(above.key + joined) > 0


def _goes_on_above(lines: Sequence[Line], line: Line, joined: str, blanks: int) -> bool:
    """The line belongs to the title of which `joined` is what stands below it."""
    if not core_of(joined):
        return True
    length = issuer_in(joined)
    if length:
        return are_bodies(line) and _issues_too(line.key, joined[:length])
    if "令" in joined[2:] and is_body(joined[: joined.find("令")]):
        # A joint order: the bodies one below the other, 令 on the last line.
        return not blanks and are_bodies(line) and _issues_too(line.key, joined)
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


def title_below(lines: Sequence[Line], at: int) -> list[int]:
    """The lines of a title that stands below the number (a red-head document)."""
    before = lines[at - 2] if at > 1 else None
    if before is not None and before.solid and not _in_red_head(before):
        return []
    picked: list[int] = []
    joined = ""
    for line in lines[at : at + 16]:
        if not line.solid or (not picked and patterns.SIGNER.match(line.key)):
            continue
        if not title_like(line) or len(picked) >= _MOST_TITLE_LINES:
            break
        picked.append(line.at)
        joined += line.key
        if genre_of(joined) and not _continues(lines, line, joined):
            headed = is_official(joined) or issuer_in(joined) > 0
            return picked if headed and not _number_follows(lines, line.at) else []
    return []


def minutes_title(lines: Sequence[Line], at: int) -> list[int]:
    """The lines of the title below the head of minutes (…会议纪要, number, office and date)."""
    picked: list[int] = []
    joined = ""
    for line in [line for line in lines[at : at + 12] if line.solid][:5]:
        if not picked and patterns.ENDS_IN_DATE.search(line.key):
            continue
        if not title_like(line):
            return []
        picked.append(line.at)
        joined += line.key
        if core_of(joined).endswith("纪要"):
            return picked
    return []


def _number_follows(lines: Sequence[Line], at: int) -> bool:
    """The next line is a number: the title belongs to that."""
    following = next((line for line in lines[at : at + 4] if line.solid), None)
    return following is not None and number_on(following) is not None


def _continues(lines: Sequence[Line], line: Line, joined: str) -> bool:
    """The next line belongs to the title too: （试行）, or the rest of it without a gap."""
    following = lines[line.at] if line.at < len(lines) else None
    if following is None or not following.solid or not title_like(following):
        return False
    if following.key.startswith("("):
        return True
    return not is_official(joined) and genre_of(joined + following.key) is not None


def red_head_start(lines: Sequence[Line], at: int, floor: int) -> int:
    """The first line of the red head above a number: …文件, 密级, 紧急程度, 份号."""
    start, blanks = at, 0
    for place in range(at - 1, max(floor, at - 14), -1):
        line = lines[place - 1]
        if not line.solid:
            blanks = _AT_PAGE if line.furniture else blanks + 1
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


def addressed(lines: Sequence[Line], at: int) -> bool:
    """The next lines name addressees, up to a colon."""
    joined = ""
    for line in [line for line in lines[at : at + 14] if line.solid][:_MOST_ADDRESSEE_LINES]:
        if line.form or line.rows or "。" in line.key:
            return False
        joined += line.key
        if joined.endswith(":"):
            if joined.startswith(("为", "根据", "按照")) or joined.endswith(("决定:", "如下:")):
                return False
            return patterns.ADDRESSEES.match(joined) is not None
    return False


def in_force_below(lines: Sequence[Line], at: int) -> bool:
    """The next lines put something into force, as an order does (现予公布)."""
    following = [line for line in lines[at : at + 6] if line.solid][:2]
    return any(patterns.IN_FORCE.search(line.key) for line in following)
