"""What an export says, before any format: excerpts grouped by notice, each with its citation."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from storage.export.escape import plain
from storage.export.labels import Labels
from storage.export.passage import Paragraph, Table, pieces
from storage.types import Excerpt, Issue, NoticeSummary

_DIGITS = "零一二三四五六七八九"

# 2020-05-06, 2020-05, 2020
_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


@dataclass(frozen=True, slots=True)
class Passage:
    """One excerpt ready to be written; `label` says how it was marked, or that it was found."""

    ordinal: str
    path: str
    pieces: tuple[Paragraph | Table, ...]
    label: str
    note: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A notice with its citation and its passages; `facts` are label and value, those known."""

    ordinal: str
    title: str
    facts: tuple[tuple[str, str], ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """All that is exported; `count` and `exported` (the date) are the lines below the heading."""

    heading: str
    count: str
    exported: str
    sources: tuple[Source, ...]


def digest(
    excerpts: Sequence[Excerpt], heading: str, labels: Labels, today: datetime.date
) -> Digest:
    """Group the excerpts by notice, notices and passages in the order given."""
    groups: dict[str, list[Excerpt]] = {}
    for excerpt in excerpts:
        groups.setdefault(excerpt.summary.uuid, []).append(excerpt)
    # Where nothing is marked, "found by the search" at each passage tells nothing.
    mixed = any(excerpt.kind != "hit" for excerpt in excerpts)
    sources = [
        _source(ordinal, group, labels, mixed)
        for ordinal, group in enumerate(groups.values(), start=1)
    ]
    count = labels["count"].replace("{excerpts}", str(len(excerpts)))
    return Digest(
        heading=_one_line(heading) or labels["heading"],
        count=count.replace("{notices}", str(len(groups))),
        exported=labels["exported"].replace("{date}", chinese_date(today.isoformat())),
        sources=tuple(sources),
    )


def _source(ordinal: int, excerpts: Sequence[Excerpt], labels: Labels, mixed: bool) -> Source:
    summary = excerpts[0].summary
    return Source(
        ordinal=chinese_ordinal(ordinal),
        title=_one_line(summary.title),
        facts=_facts(summary, labels),
        passages=tuple(
            _passage(place, excerpt, labels, mixed)
            for place, excerpt in enumerate(excerpts, start=1)
        ),
    )


def _facts(summary: NoticeSummary, labels: Labels) -> tuple[tuple[str, str], ...]:
    """What a citation needs; a fact that the text doesn't state is said to be missing."""
    date = chinese_date(summary.date) if summary.date else labels["undated"]
    facts = [
        (labels["number"], _one_line(summary.number or labels["unnumbered"])),
        (labels["issuer"], _one_line(summary.issuer or labels["unsigned"])),
        (labels["date"], date),
    ]
    printed = printed_in(summary.issue)
    return (*facts, (labels["printed"], printed)) if printed else tuple(facts)


def _passage(place: int, excerpt: Excerpt, labels: Labels, mixed: bool) -> Passage:
    if excerpt.kind == "hit":
        label = labels["hit"] if mixed else ""
    else:
        label = f"{labels['mark']}：{labels.styles.get(excerpt.style, excerpt.style)}"
    if excerpt.state in labels.states:
        label = f"{label}（{labels.states[excerpt.state]}）"
    return Passage(
        ordinal=chinese_ordinal(place),
        path=_one_line(excerpt.path) or labels["body"],
        pieces=tuple(pieces(excerpt)),
        label=label,
        note=tuple(filter(None, map(_one_line, excerpt.note.splitlines()))),
    )


def _one_line(text: str) -> str:
    return " ".join(plain(text).split())


def printed_in(issue: Issue) -> str:
    """Where a notice was printed: 《name》year年第n期（总第n期）; "" for a single document."""
    words = f"《{_one_line(issue.name)}》" if issue.name else ""
    if issue.year is not None:
        words += f"{issue.year}年"
    if issue.number is not None:
        words += f"第{issue.number}期"
    if issue.serial is not None:
        words += f"（总第{issue.serial}期）"
    return words


def chinese_date(iso: str) -> str:
    """2020-05-06 as 2020年5月6日; what is no such date stays as it is."""
    found = _ISO_DATE.fullmatch(iso)
    if not found:
        return iso
    units = zip(found.groups(), "年月日", strict=True)
    return "".join(f"{int(number)}{unit}" for number, unit in units if number)


def chinese_ordinal(number: int) -> str:
    """1 as 一, 12 as 十二, 305 as 三百零五, 10 000 and more in digits."""
    if not 0 < number < 10_000:
        return str(number)
    words = ""
    gap = False
    for value, unit in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, value)
        if digit:
            words += ("零" if gap else "") + _DIGITS[digit] + unit
            gap = False
        else:
            gap = bool(words)
    return words.removeprefix("一") if words.startswith("一十") else words
