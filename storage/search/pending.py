"""Notices that are not in the index yet, made ready for a plain scan and remembered."""

from __future__ import annotations

from dataclasses import replace

from storage.search.layout import Layout
from storage.search.prepare import check_of, cuts_of
from storage.search.segmenter import Segmenter
from storage.search.store import IndexedNotice
from storage.search.words import Cuts
from storage.text import fold, squeeze
from storage.types import StoredNotice

_MOST_REMEMBERED = 500


class PendingNotices:
    """Gives notices the form that the index would give them.

    Words are cut only when they are asked for, and only once while the text stays the same: a
    search as one types asks for the same notices again and again.
    """

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter = segmenter
        self._remembered: dict[str, IndexedNotice] = {}
        self._cut: set[str] = set()

    def plain(self, stored: StoredNotice) -> IndexedNotice:
        """A notice whose words may not be cut yet."""
        uuid, text = stored.summary.uuid, stored.notice.text
        check = check_of(text)
        known = self._remembered.get(uuid)
        if known is not None and known.source_check == check:
            return known
        if len(self._remembered) >= _MOST_REMEMBERED:
            self._remembered.clear()
            self._cut.clear()
        squeezed = fold(squeeze(text))
        notice = IndexedNotice(
            check, squeezed, Cuts.none(squeezed), Layout.of_notice(stored.notice)
        )
        self._remembered[uuid] = notice
        self._cut.discard(uuid)
        return notice

    def with_words(self, stored: StoredNotice) -> IndexedNotice:
        """A notice whose words are cut."""
        notice, uuid = self.plain(stored), stored.summary.uuid
        if uuid not in self._cut:
            cuts = cuts_of(stored.notice, self._segmenter.cut)
            notice = replace(notice, cuts=cuts)
            self._remembered[uuid] = notice
            self._cut.add(uuid)
        return notice
