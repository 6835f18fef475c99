"""Search results: found notices, and below each its hits in reading order."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.models.tips import plain_tip
from desktop.models.version_words import version_name
from storage.types import Hit, NoticeHits, NoticeSummary, SearchResult

Index = QModelIndex | QPersistentModelIndex
NOTICE_ROLE = Qt.ItemDataRole.UserRole + 1
"""The NoticeHits of either level."""
HIT_ROLE = Qt.ItemDataRole.UserRole + 2
OTHER_ROLE = Qt.ItemDataRole.UserRole + 3
GONE_ROLE = Qt.ItemDataRole.UserRole + 4
"""Whether the notice is no longer in the library: only its marks are found."""
_NOTICE = 0


class HitsModel(QAbstractItemModel):
    """Two levels: notices, and below each its hits and then its other versions.

    A row below carries its notice's row + 1 as its id, a notice's carries 0. Where all notices are
    listed, those follow that are gone and whose marks were found.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._result = SearchResult("", (), 0, 0)
        self._listed: tuple[NoticeHits, ...] = ()
        self._rows: dict[str, int] = {}

    @property
    def result(self) -> SearchResult:
        """What is shown."""
        return self._result

    def set_result(self, result: SearchResult) -> None:
        """Show the answer to a query."""
        self.beginResetModel()
        self._take(result)
        self.endResetModel()

    def add_result(self, result: SearchResult) -> None:
        """Show a longer answer to the same query; what is shown already stays as it is."""
        known, all_of_them = self._result.notices, result.notices
        shown = [one.summary.uuid for one in known]
        if shown != [one.summary.uuid for one in all_of_them[: len(shown)]]:
            self.set_result(result)  # the library was changed meanwhile
        elif len(all_of_them) > len(shown):
            last = len(_listed(result)) - 1
            self.beginInsertRows(QModelIndex(), len(shown), last)
            self._take(result)
            self.endInsertRows()
        elif len(_listed(result)) != len(self._listed):
            self.set_result(result)
        else:
            self._take(result)

    def _take(self, result: SearchResult) -> None:
        self._result, self._listed = result, _listed(result)
        self._rows = {one.summary.uuid: row for row, one in enumerate(result.notices)}

    def row_of(self, uuid: str) -> int:
        """The row of a notice, -1 where it was not found."""
        return self._rows.get(uuid, -1)

    def hits_of(self, uuid: str) -> tuple[Hit, ...]:
        """The hits of a notice, () where it was not found."""
        row = self.row_of(uuid)
        return self._result.notices[row].hits if row >= 0 else ()

    def next_hit(self, uuid: str, at: int, step: int) -> QModelIndex:
        """The hit one step from hit `at` of a notice, also in the next notice; invalid at the end.

        From a notice without a current hit (`at` -1) it is that notice's own first or last hit;
        from one that was not found, the first or last of all.
        """
        row, notices = self.row_of(uuid), self._result.notices
        if row < 0:
            row, at = (-1, 0) if step > 0 else (len(notices), 0)
        elif step < 0 and at < 0:
            at = len(notices[row].hits)
        at += step
        while not (0 <= row < len(notices) and 0 <= at < len(notices[row].hits)):
            row += step
            if not 0 <= row < len(notices):
                return QModelIndex()
            at = 0 if step > 0 else len(notices[row].hits) - 1
        return self.index(at, 0, self.index(row, 0))

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """See Qt."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _NOTICE)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        """See Qt."""
        above = child.internalId() if child.isValid() else _NOTICE
        return self.createIndex(above - 1, 0, _NOTICE) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        if not parent.isValid():
            return len(self._listed)
        if parent.internalId() or parent.column() > 0:
            return 0
        found = self._listed[parent.row()]
        return len(found.hits) + len(found.others)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for either level; NOTICE_ROLE gives the NoticeHits, HIT_ROLE the Hit or None,
        OTHER_ROLE the other version (NoticeSummary) or None.
        """
        if not index.isValid():
            return None
        above = index.internalId()
        row = (above or index.row() + 1) - 1
        found: NoticeHits = self._listed[row]
        below = (*found.hits, *found.others)[index.row()] if above else None
        hit = below if isinstance(below, Hit) else None
        other = below if isinstance(below, NoticeSummary) else None
        if role == NOTICE_ROLE:
            return found
        if role == GONE_ROLE:
            return row >= len(self._result.notices)
        if role == HIT_ROLE:
            return hit
        if role == OTHER_ROLE:
            return other
        if other is not None:
            return self._told(other, role)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.before}{hit.text}{hit.after}" if hit else found.summary.title
        if role == Qt.ItemDataRole.ToolTipRole and hit is None:
            told = (found.summary.title, found.summary.number, found.summary.issuer)
            return plain_tip("\n".join(one for one in told if one))
        return None

    def _told(self, other: NoticeSummary, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.tr("Other version: {name}").format(name=version_name(other))
        if role == Qt.ItemDataRole.ToolTipRole:
            told = (other.title, other.number, other.date)
            return plain_tip("\n".join(one for one in told if one))
        return None


def _listed(result: SearchResult) -> tuple[NoticeHits, ...]:
    """The notices that are shown, the gone ones behind all others."""
    all_there = result.complete and len(result.notices) >= result.total_notices
    return (*result.notices, *result.gone) if all_there else result.notices
