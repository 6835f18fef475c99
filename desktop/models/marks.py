"""The list of marks as rows: heads of groups, and the marks below those that are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from desktop.models.mark_entries import GONE, SINGLE, MarkEntry
from desktop.models.mark_groups import Group
from desktop.models.mark_rows import GroupHead, Row, Step, steps_between
from desktop.models.tips import notes_tip, plain_tip

Index = QModelIndex | QPersistentModelIndex
MARK_ROLE = Qt.ItemDataRole.UserRole + 1
SOURCE_ROLE = Qt.ItemDataRole.UserRole + 2
ROW_ROLE = Qt.ItemDataRole.UserRole + 3


class MarksModel(QAbstractListModel):
    """Rows that follow the groups they are given with as little change as can be."""

    settled = Signal(object)  # set[str]: names of the rows that came or changed, all in place now

    def __init__(
        self, name_style: Callable[[str], str] = str, parent: QObject | None = None
    ) -> None:
        """`name_style` says what a mark's style is called."""
        super().__init__(parent)
        self._name_style = name_style
        self._rows: list[Row] = []
        self._heads: dict[str, GroupHead] = {}
        self._groups: Sequence[Group] = ()
        self._grouping = "none"
        self._closed: set[tuple[str, str]] = set()
        self.with_source = False

    # ---- what it shows

    def set_groups(self, groups: Sequence[Group], grouping: str, *, with_source: bool) -> None:
        """Show groups; `with_source` names the notice of each mark."""
        all_new = (grouping, with_source) != (self._grouping, self.with_source)
        self._groups, self._grouping, self.with_source = groups, grouping, with_source
        self._show(self._made_rows(), all_new=all_new)

    def set_open(self, key: str, *, is_open: bool) -> None:
        """Show or hide the marks of a group."""
        name = self._grouping, key
        self._closed = self._closed - {name} if is_open else self._closed | {name}
        self._show(self._made_rows())

    def set_all_open(self, *, is_open: bool) -> None:
        """Show or hide the marks of all groups."""
        keys = {(self._grouping, group.key) for group in self._groups}
        self._closed = self._closed - keys if is_open else self._closed | keys
        self._show(self._made_rows())

    def open_group_of(self, uuid: str) -> None:
        """Show the marks of the first group that holds a mark."""
        for group in self._groups:
            if any(entry.mark.uuid == uuid for entry in group.entries):
                self.set_open(group.key, is_open=True)
                return

    @property
    def rows(self) -> Sequence[Row]:
        """All rows that are shown."""
        return self._rows

    def row_of(self, uuid: str) -> int:
        """The first row of a mark, -1 where it is not shown."""
        found = (
            at
            for at, row in enumerate(self._rows)
            if isinstance(row, MarkEntry) and row.mark.uuid == uuid
        )
        return next(found, -1)

    def head_above(self, row: int) -> int:
        """The row of the head that a row stands under, -1 where there is none."""
        found = (at for at in range(row, -1, -1) if isinstance(self._rows[at], GroupHead))
        return next(found, -1)

    def _made_rows(self) -> list[Row]:
        rows: list[Row] = []
        known, self._heads = self._heads, {}
        for group in self._groups:
            if self._grouping != "none":
                is_open = (self._grouping, group.key) not in self._closed
                head = GroupHead(group.key, self._label(group), len(group.entries), is_open)
                old = known.get(group.key)
                self._heads[group.key] = old if old is not None and old == head else head
                rows.append(self._heads[group.key])
                if not is_open:
                    continue
            rows += group.entries
        return rows

    def _show(self, rows: list[Row], *, all_new: bool = False) -> None:
        """Show rows in place of others, step by step where few are others."""
        steps = None if all_new else steps_between(self._rows, rows)
        if steps is None:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        for step in steps:
            self._take_step(step)
        self.settled.emit({row.name for step in steps for row in step.come})

    def _take_step(self, step: Step) -> None:
        """Put the rows that come in place of those that go; the same ones, changed, just stay."""
        first, last = step.at, step.at + step.gone - 1
        if [row.name for row in self._rows[first : last + 1]] == [row.name for row in step.come]:
            self._rows[first : last + 1] = step.come
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
            return
        if step.gone:
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._rows[first : last + 1]
            self.endRemoveRows()
        if step.come:
            self.beginInsertRows(QModelIndex(), first, first + len(step.come) - 1)
            self._rows[first:first] = step.come
            self.endInsertRows()

    # ---- QAbstractListModel

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """See Qt."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads can be reached but not selected."""
        if index.isValid() and isinstance(self._rows[index.row()], GroupHead):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A row's words; MARK_ROLE gives its mark, ROW_ROLE the row itself."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if isinstance(row, GroupHead):
            return self._of_head(row, role)
        if role == Qt.ItemDataRole.DisplayRole:
            return row.quote
        if role == MARK_ROLE:
            return row.mark
        if role == SOURCE_ROLE:
            return row.notice.title if self.with_source else ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return notes_tip([row.mark]) or plain_tip(row.mark.citation)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _of_head(self, head: GroupHead, role: int) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return head.label
        if role == Qt.ItemDataRole.AccessibleTextRole:
            told = self.tr("open") if head.is_open else self.tr("closed")
            return self.tr("{group}, {count} marks, {state}").format(
                group=head.label, count=head.count, state=told
            )
        return None

    # ---- words

    def _label(self, group: Group) -> str:
        key = group.key
        if self._grouping == "notice":
            return group.entries[0].notice.title
        if self._grouping == "colour":
            return self._name_style(key) if key else self.tr("Bookmarks")
        if self._grouping == "tag":
            return key or self.tr("Without a tag")
        if self._grouping == "gazette":
            special = {
                SINGLE: self.tr("Single documents"),
                GONE: self.tr("Documents that are gone"),
            }
            return special.get(key, key or self.tr("Gazette without a name"))
        if self._grouping == "issuer":
            return key or self.tr("Issuer not known")
        return key or self.tr("Day not known")

    def _spoken(self, row: MarkEntry) -> str:
        mark = row.mark
        kinds = {"note": self.tr("note"), "bookmark": self.tr("bookmark")}
        parts = [row.quote, kinds.get(mark.kind, ""), self._name_style(row.style)]
        if mark.note:
            parts.append(self.tr("note: {note}").format(note=mark.note))
        if mark.tags:
            parts.append(self.tr("tags: {tags}").format(tags=" ".join(mark.tags)))
        if mark.done:
            parts.append(self.tr("done"))
        elif mark.due:
            parts.append(self.tr("due {day}").format(day=mark.due))
        if mark.state == "unplaced":
            parts.append(self.tr("not placed"))
        elif mark.state == "check":
            parts.append(self.tr("place to be checked"))
        return ", ".join(one for one in parts if one)
