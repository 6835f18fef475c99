"""Warnings for what looks wrong, each at its line. Nothing is changed by them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from storage import numbering
from storage.parse.characters import key_of
from storage.parse.contents import Contents
from storage.parse.draft import Draft
from storage.parse.lines import Line
from storage.parse.names import core_of, is_official
from storage.parse.persons import is_person
from storage.text import chinese_number
from storage.types import Finding

_ALIKE = 80
_NEAR, _LONG, _TAIL = 3, 24, 60
# English words that OCR puts for 等, 和, 或: alone between Chinese characters.
_LATIN = re.compile(
    r"(?<=[\u3400-\u9fff，,、；;]) ?(etc|and|or|the|of|to|in|for) ?(?=[\u3400-\u9fff，,、；;。])"
)
# Characters that OCR takes for each other, each pair the same glyph but for a stroke.
_LOOK_ALIKE = (
    "盂孟",
    "未末",
    "己已巳",
    "人入",
    "日曰",
    "土士",
    "干千于",
    "大太",
    "戊戌戍",
    "菅管",
    "洛络",
    "汨汩",
    "祁祈",
)
_GROUP_OF = {character: group for group in _LOOK_ALIKE for character in group}
# 未县   末县
_LOOK_ALIKE_PLACE = re.compile(rf"[{''.join(_GROUP_OF)}][县市区镇乡村省州旗]")
# 第十二条   第三章   十二、
_COUNTED = (
    ("article", numbering.ARTICLE),
    ("chapter", re.compile(rf"^第({numbering.CHINESE_NUMERAL}{{1,5}}|[0-9]{{1,3}})章")),
    ("one", numbering.ONE),
)


def check(lines: Sequence[Line], drafts: Sequence[Draft], contents: Contents) -> list[Finding]:
    """All warnings of a source, in the order of their lines."""
    found = [
        *_of_contents(drafts, contents),
        *_of_latin_words(drafts),
        *_of_names(lines),
    ]
    for draft in drafts:
        found += _of_counts(draft)
        found += _of_attachments(draft)
        found += _of_repeats(draft)
        found += _of_head(draft)
    return sorted(found, key=lambda finding: (finding.line, finding.key))


def _of_contents(drafts: Sequence[Draft], contents: Contents) -> Iterator[Finding]:
    """Entries without a notice, notices without an entry, and titles that differ."""
    if not contents.entries:
        return
    matched = {draft.entry for draft in drafts if draft.entry is not None}
    for index, entry in enumerate(contents.entries):
        if index not in matched:
            yield Finding(contents.lines[index], "contents-without-notice", entry.title)
    for draft in drafts:
        if draft.entry is None:
            yield Finding(draft.head.start, "notice-without-contents", draft.title)
            continue
        entry = contents.entries[draft.entry]
        titles = key_of(entry.title), key_of(draft.title)
        enacted = any(key_of(part.title) == titles[0] for part in draft.parts)
        if titles[0] != titles[1] and not titles[1].endswith(titles[0]) and not enacted:
            yield Finding(draft.head.start, "titles-differ", entry.title)


def _of_latin_words(drafts: Sequence[Draft]) -> Iterator[Finding]:
    for draft in drafts:
        for line in draft.solid():
            found = None if line.text.isascii() else _LATIN.search(line.text)
            if found:
                yield Finding(line.at, "latin-word", found.group(1))


def _of_names(lines: Sequence[Line]) -> Iterator[Finding]:
    """A place written two ways with characters that look alike: the rarer way is named."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, int] = {}
    for line in lines:
        for found in _LOOK_ALIKE_PLACE.finditer(line.key):
            way = found.group()
            seen[_GROUP_OF[way[0]] + way[1]][way] += 1
            places.setdefault(way, line.at)
    for ways in seen.values():
        if len(ways) > 1:
            usual = ways.most_common(1)[0][0]
            for way in ways:
                if way != usual:
                    yield Finding(places[way], "named-two-ways", f"{way} / {usual}")


def _of_counts(draft: Draft) -> Iterator[Finding]:
    """Articles, chapters and heads whose number does not follow the one before."""
    starts = {part.line for part in draft.parts}
    last: dict[str, int] = {}
    for line in draft.solid(draft.body_start):
        if line.at in starts:
            last.clear()
        if line.form not in ("article", "chapter", "one") or not draft.free(line):
            continue
        if line.at in draft.quoted:
            continue
        pattern = next(pattern for form, pattern in _COUNTED if form == line.form)
        found = pattern.match(line.key)
        count = chinese_number(found.group(1)) if found else None
        if count is None:
            continue
        before = last.get(line.form)
        if before is not None and count not in (before + 1, 1):
            yield Finding(line.at, "count-out-of-order", line.text[:20])
        last[line.form] = count
        if line.form == "chapter":
            last.pop("one", None)


def _of_attachments(draft: Draft) -> Iterator[Finding]:
    """Attachments that are announced and neither printed nor said to be left out."""
    printed = [core_of(key_of(part.title)) for part in draft.parts]
    listed = next((at for at, role in draft.roles.items() if role == "attachments"), draft.end)
    for attachment in draft.attachments:
        name = core_of(key_of(attachment.name))
        alike = any(
            fuzz.ratio(name, title, score_cutoff=_ALIKE) >= _ALIKE or name in title
            for title in printed
        )
        if not attachment.omitted and not alike:
            yield Finding(listed, "attachment-missing", attachment.name)


def _of_repeats(draft: Draft) -> Iterator[Finding]:
    """A line that stands above already, or begins with the words that end a line above it."""
    near: deque[str] = deque(maxlen=_NEAR)
    for line in draft.solid(draft.body_start):
        if line.rows or len(line.key) < _LONG or not draft.free(line) or is_person(line):
            continue
        begin = line.key[:_LONG]
        if any(before.startswith(line.key) or begin in before[-_TAIL:] for before in near):
            yield Finding(line.at, "text-repeated", line.text[:20])
        near.append(line.key)


def _of_head(draft: Draft) -> Iterator[Finding]:
    """An official document that prints no date, or a number without a title."""
    if not draft.title:
        yield Finding(draft.head.start, "title-missing", draft.number or "")
    elif draft.date is None and is_official(key_of(draft.title)):
        yield Finding(draft.head.start, "date-missing", draft.title)
