"""Passages of notices on their way out: what is marked, and what a search found."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import replace

from storage.anchors import path_at
from storage.db.marks import by_notice, marks
from storage.db.notices import Notices, summaries, summary_of
from storage.db.store import Store
from storage.db.tombstones import gone_summary
from storage.types import Excerpt, Hit, Mark, Notice, NoticeHits, NoticeSummary, StoredNotice


def marked(
    store: Store, notice: str | None, issue_id: int | None, only: Collection[str] | None = None
) -> list[Excerpt]:
    """The marked passages of a notice, an issue or all; also of notices that are gone.

    `only` are the uuids of the marks that are wanted. Bookmarks, which mark no words, are left
    out.
    """
    found = list[Excerpt]()
    known = [
        mark
        for mark in marks(store, notice, issue_id)
        if mark.kind != "bookmark" and (only is None or mark.uuid in only)
    ]
    for key, its_marks in by_notice(known):
        summary = summary_of(store, key) or gone_summary(store, key)
        if summary is not None:
            found += mark_excerpts(summary, its_marks)
    return found


def found(
    store: Store,
    results: Sequence[NoticeHits],
    notice: str | None,
    issue_id: int | None,
    *,
    marked_only: bool,
) -> list[Excerpt]:
    """The passages of found notices in reading order, of one notice or issue where asked."""
    hits = {
        result.summary.uuid: [hit for hit in result.hits if hit.kind == "text"]
        for result in results
        if notice in (None, result.summary.uuid) and issue_id in (None, result.summary.issue_id)
    }
    order = [summary.uuid for summary in summaries(store, issue_id) if summary.uuid in hits]
    passages = list[Excerpt]()
    for stored in Notices(store, order):
        key = stored.summary.uuid
        passages += found_excerpts(stored, marks(store, key), hits[key], marked_only=marked_only)
    return passages


def mark_excerpts(summary: NoticeSummary, its_marks: Sequence[Mark]) -> list[Excerpt]:
    """One excerpt a mark, in their order; its text is the quote, placed or not."""
    return [
        Excerpt(
            summary,
            mark.quote,
            mark.start,
            mark.end,
            path=mark.path,
            style=mark.style,
            note=mark.note,
            state=mark.state,
        )
        for mark in its_marks
    ]


def found_excerpts(
    stored: StoredNotice, its_marks: Sequence[Mark], hits: Sequence[Hit], *, marked_only: bool
) -> list[Excerpt]:
    """The marked passages of a found notice and the blocks or table rows where hits stand.

    A hit inside a marked passage is bold there and brings no passage of its own; not so in one
    that is to be checked, whose text is what was marked and not what stands there now.
    """
    with_marks = mark_excerpts(stored.summary, its_marks)
    left = list(hits)
    for place, excerpt in enumerate(with_marks):
        if excerpt.state in ("sure", "moved"):
            inside = [hit for hit in hits if excerpt.start <= hit.start and hit.end <= excerpt.end]
            with_marks[place] = _with_bold(excerpt, inside)
            left = [hit for hit in left if hit not in inside]
    passages = [] if marked_only else _passages(stored, left)
    placed = [excerpt for excerpt in with_marks if excerpt.state != "unplaced"]
    unplaced = [excerpt for excerpt in with_marks if excerpt.state == "unplaced"]
    return sorted([*placed, *passages], key=lambda excerpt: (excerpt.start, excerpt.end)) + unplaced


def _passages(stored: StoredNotice, hits: Sequence[Hit]) -> list[Excerpt]:
    """The lines of text that hold hits, one excerpt for hits that share a line."""
    text, lines = stored.notice.text, _line_starts(stored.notice)
    passages: list[tuple[int, int, list[Hit]]] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, hit.end)):
        first = bisect_right(lines, hit.start) - 1
        last = bisect_right(lines, hit.end - 1) - 1
        start = lines[first]
        end = lines[last + 1] - 1 if last + 1 < len(lines) else len(text)
        if passages and start < passages[-1][1]:
            before = passages.pop()
            passages.append((before[0], max(before[1], end), [*before[2], hit]))
        else:
            passages.append((start, end, [hit]))
    return [_passage(stored, text, *passage) for passage in passages]


def _passage(stored: StoredNotice, text: str, start: int, end: int, hits: list[Hit]) -> Excerpt:
    path = path_at(stored.notice, start)
    return _with_bold(Excerpt(stored.summary, text[start:end], start, end, "hit", path), hits)


def _with_bold(excerpt: Excerpt, hits: Sequence[Hit]) -> Excerpt:
    """The excerpt with these hits in bold; hits that touch or overlap become one."""
    bold: list[tuple[int, int]] = []
    for hit in sorted(hits, key=lambda hit: hit.start):
        start, end = hit.start - excerpt.start, hit.end - excerpt.start
        if bold and start <= bold[-1][1]:
            bold[-1] = (bold[-1][0], max(end, bold[-1][1]))
        else:
            bold.append((start, end))
    return replace(excerpt, bold=tuple(bold))


def _line_starts(notice: Notice) -> list[int]:
    """Where the blocks of the notice's text start, and within tables the rows."""
    starts, at = list[int](), 0
    for block in notice.blocks:
        starts.append(at)
        if block.rows is not None:
            starts += [at + place + 1 for place, sign in enumerate(block.text) if sign == "\n"]
        at += len(block.text) + 1
    return starts or [0]
