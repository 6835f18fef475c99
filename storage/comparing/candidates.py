"""Which notices of a library one is likely to want beside another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from storage.comparing.amending import amends, names
from storage.comparing.units import key_of
from storage.types import NoticeSummary, StoredNotice
from storage.types.comparing import Candidate

_LIKE = 72
_MOST_LIKE = 20
_MOST_NAMES = 6
_SHORTEST_NAME = 6
# 关于印发…的通知: what every title has
_FRAME = re.compile(
    r"^.{0,24}?关于(?:印发|转发|公布|发布|做好|修改|调整)?|的(?:通知|决定|意见|公告|批复|函)$"
)
_YEARS = re.compile(r"\d{4}(?:-\d{4})?年?度?|第\d+号|\((?:试行|暂行|修订|征求意见稿)\)")
_QUOTES = re.compile(r"[“”\"'‘’「」『』]")
_SAID_BACK = {"amends": "amended", "repeals": "repealed", "supersedes": "superseded"}
_ORDER = ("version", *_SAID_BACK, *_SAID_BACK.values(), "similar")


def names_of(stored: StoredNotice) -> list[str]:
    """How other texts name this notice, and what it names itself: to be searched literally."""
    notice = stored.notice
    told = [notice.number, notice.title, *(part.title for part in notice.parts[:2])]
    told += [one.target for one in notice.relations]
    found = [_longest_piece(name) for name in told if name]
    return list(dict.fromkeys(name for name in found if len(name) >= _SHORTEST_NAME))[:_MOST_NAMES]


def _longest_piece(name: str) -> str:
    return max(_QUOTES.split("".join(name.split())), key=len)


def likely(
    stored: StoredNotice, summaries: Sequence[NoticeSummary], naming: Iterable[StoredNotice]
) -> list[Candidate]:
    """The candidates, the likeliest first; `naming` are notices that name it or that it names."""
    found: dict[str, str] = {}
    for other in naming:
        reason = _relation(stored, other)
        if reason:
            found[other.summary.uuid] = reason
    for uuid, reason in _by_title(stored, summaries):
        found.setdefault(uuid, reason)
    found.pop(stored.summary.uuid, None)
    ordered = sorted(found.items(), key=lambda one: _ORDER.index(one[1]))
    return [Candidate(uuid, reason) for uuid, reason in ordered]


def _relation(stored: StoredNotice, other: StoredNotice) -> str:
    """What one says of the other; "" for nothing."""
    for relation in stored.notice.relations:
        if names(relation.target, other.notice):
            return relation.type
    for relation in other.notice.relations:
        if names(relation.target, stored.notice):
            return _SAID_BACK[relation.type]
    return "amended" if amends(other.notice, stored.notice) else ""


def _by_title(
    stored: StoredNotice, summaries: Sequence[NoticeSummary]
) -> Iterable[tuple[str, str]]:
    """Notices of the same title but for its year, then those with a similar one."""
    cores = {one.uuid: _core(one.title) for one in summaries}
    wanted = _core(stored.summary.title)
    alike = process.extract(wanted, cores, scorer=fuzz.ratio, score_cutoff=_LIKE, limit=_MOST_LIKE)
    for core, _, uuid in alike:
        yield uuid, "version" if core == wanted else "similar"


def _core(title: str) -> str:
    """What a title is about: without its issuer, its kind, its year."""
    key = key_of(title)[0]
    return _YEARS.sub("", _FRAME.sub("", key)) or key
