"""All marks of the open library as the window knows them, kept in step edit by edit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from storage.types import Edit, Mark


class MarkShelf(QObject):
    """Holds marks by uuid and by notice, and the tags of notices; nothing of it is written here."""

    reset = Signal()  # all marks are others: a library was opened, or one was changed elsewhere
    changed = Signal(object)  # set[str]: the notices whose marks or tags were changed

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks: dict[str, Mark] = {}
        self._by_notice: defaultdict[str, dict[str, Mark]] = defaultdict(dict)
        self._notice_tags: dict[str, tuple[str, ...]] = {}
        self._counts: Counter[str] = Counter()

    def load(self, marks: Iterable[Mark], notice_tags: dict[str, tuple[str, ...]]) -> None:
        """Hold just these marks."""
        self._marks = {mark.uuid: mark for mark in marks if mark.deleted is None}
        self._by_notice = defaultdict(dict)
        for uuid, mark in self._marks.items():
            self._by_notice[mark.notice][uuid] = mark
        self._notice_tags = dict(notice_tags)
        self._counts = Counter(tag for mark in self._marks.values() for tag in mark.tags)
        self._counts.update(tag for tags in notice_tags.values() for tag in tags)
        self.reset.emit()

    def take(self, edit: Edit) -> None:
        """Follow an edit that the library has written."""
        touched: set[str] = set()
        for change in edit.marks:
            known = self._marks.get(change.after.uuid)
            touched |= {change.after.notice} | ({known.notice} if known else set())
            self._put(change.after)
        for tagged in edit.notices:
            touched.add(tagged.notice)
            self._counts.subtract(self._notice_tags.pop(tagged.notice, ()))
            self._counts.update(tagged.after)
            if tagged.after:
                self._notice_tags[tagged.notice] = tagged.after
        if touched:
            self.changed.emit(touched)

    def put_notices(self, marks_of: Mapping[str, Sequence[Mark]]) -> None:
        """Take over the marks of some notices as the library just gave them."""
        touched: set[str] = set()
        for notice, marks in marks_of.items():
            known = self._by_notice.get(notice, {})
            if list(known.values()) == list(marks):
                continue
            touched.add(notice)
            for uuid in list(known):
                self._drop(uuid)
            for mark in marks:
                self._put(mark)
        if touched:
            self.changed.emit(touched)

    def mark(self, uuid: str) -> Mark | None:
        """A mark by its uuid, None where it is gone."""
        return self._marks.get(uuid)

    def of_notice(self, notice: str) -> list[Mark]:
        """The marks of a notice by place, those without one last."""
        return sorted(self._by_notice.get(notice, {}).values(), key=by_place)

    def marks(self) -> Iterator[Mark]:
        """Every mark, in no order that means anything."""
        return iter(self._marks.values())

    def __len__(self) -> int:
        return len(self._marks)

    def notice_tags(self, notice: str) -> tuple[str, ...]:
        """The tags of a notice."""
        return self._notice_tags.get(notice, ())

    def tagged_notices(self) -> dict[str, tuple[str, ...]]:
        """The tags of every notice that has some."""
        return dict(self._notice_tags)

    def tags(self) -> dict[str, int]:
        """Every tag and how many marks and notices have it, by name."""
        return dict(sorted((+self._counts).items()))

    def _put(self, mark: Mark) -> None:
        self._drop(mark.uuid)
        if mark.deleted is None:
            self._counts.update(mark.tags)
            self._marks[mark.uuid] = mark
            self._by_notice[mark.notice][mark.uuid] = mark

    def _drop(self, uuid: str) -> None:
        known = self._marks.pop(uuid, None)
        if known is not None:
            self._counts.subtract(known.tags)
            self._by_notice[known.notice].pop(uuid)


def by_place(mark: Mark) -> tuple[bool, int, int, str]:
    """Sorts the marks of one notice: by place, those without one last."""
    return mark.state == "unplaced", mark.start, mark.end, mark.created
