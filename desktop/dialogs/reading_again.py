"""What reading kept sources again would change: issue by issue, and the texts side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.wrapped_rows import WrappedRows
from storage.citations import issue_label
from storage.types import FieldChange, IssueReading, KeptSource, NoticeReading
from storage.words import Words

_ISSUE = Qt.ItemDataRole.UserRole
_PLACE = Qt.ItemDataRole.UserRole + 1
_LONGEST_VALUE = 60


class ReadingAgainDialog(QDialog):
    """A tree of what would change, with a box to tick for each issue; one is only told.

    It asks for the texts of a notice, for another source's reading, and to have it done.
    """

    texts_wanted = Signal(int, int)  # issue id, place of the notice in its reading
    source_chosen = Signal()
    read_wanted = Signal(list)  # ids of the issues

    def __init__(
        self,
        issues: Sequence[int],
        notice: str | None,
        words: Words,
        compared: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        """`notice`: of the one issue only this notice is to be read; `compared` shows texts."""
        super().__init__(parent)
        self.issues = list(issues)
        self.notice = notice
        self._words = words
        self._is_complete = False
        self._readings: dict[int, IssueReading] = {}
        self._fields: Counter[tuple[str, str]] = Counter()
        self._wanted: tuple[int, int] | None = None
        self.setWindowTitle(self.tr("Read sources again"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(1180, 720)
        self._build_left()
        self._compared = compared
        self.empty = QLabel(
            self.tr("Choose a document on the left to see its text before and after."), self
        )
        self.empty.setObjectName("hint")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.right = QStackedWidget(self)
        self.right.addWidget(self.empty)
        self.right.addWidget(compared)
        self._build()

    def _build_left(self) -> None:
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.fields = QLabel(self)
        self.fields.setObjectName("caption")
        self.fields.setWordWrap(True)
        self.sources = QComboBox(self)
        self.sources.setAccessibleName(self.tr("Source"))
        self.sources.hide()
        self.sources.activated.connect(self._choose_source)
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.header().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.tree.setWordWrap(True)
        self.tree.setItemDelegateForColumn(0, WrappedRows(self.tree))
        self.tree.setAccessibleName(self.tr("What would change"))
        self.tree.currentItemChanged.connect(self._chosen)
        self.tree.itemChanged.connect(self._show_state)

    def _build(self) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.summary, self.fields, self.sources):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.right)
        splitter.setSizes([400, 780])
        kept = QLabel(
            self.tr("Marks, notes and corrections by hand stay; what is not sure is listed."), self
        )
        kept.setObjectName("hint")
        kept.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.read = buttons.addButton(
            self.tr("&Read again"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.read.clicked.connect(self._ask_read)
        buttons.rejected.connect(self.close)
        row = QHBoxLayout()
        row.addWidget(kept, 1)
        row.addWidget(buttons)
        whole = QVBoxLayout(self)
        whole.addWidget(splitter, 1)
        whole.addLayout(row)

    # ---- what is shown

    def set_sources(self, kept: Sequence[KeptSource]) -> None:
        """Offer the sources that the one issue was ever taken from."""
        if len(kept) < 2 or self.notice is not None:
            return
        for source in kept:
            name = self.tr("{name} ({lines} lines, imported {day})").format(
                name=source.name, lines=source.lines, day=source.imported[:10]
            )
            told = self.tr("{source}, in use").format(source=name) if source.current else name
            self.sources.addItem(told, None if source.current else source.id)
        self.sources.setCurrentIndex(next(at for at, one in enumerate(kept) if one.current))
        self.sources.show()

    @property
    def source(self) -> int | None:
        """The source that is to take the place of the current one, None for the current one."""
        return self.sources.currentData()

    def begin(self) -> None:
        """Wait for readings."""
        self._readings.clear()
        self._fields.clear()
        self.tree.clear()
        self._wanted = None
        self.right.setCurrentWidget(self.empty)
        self._is_complete = False
        self._tell()

    def add_reading(self, reading: IssueReading) -> None:
        """Show what would change in one more issue."""
        self._readings[reading.issue.id] = reading
        changes = [
            (place, each)
            for place, each in enumerate(reading.notices)
            if each.kind != "same" and self.notice in (None, each.uuid)
        ]
        masthead = reading.fields if self.notice is None else ()
        if changes or masthead or self.source is not None:
            self._add_issue(reading, changes, masthead)
        self._tell()

    def end(self) -> None:
        """All readings have come."""
        self._is_complete = True
        self._tell()
        first = self.tree.topLevelItem(0)
        if first is not None:
            self.tree.setCurrentItem(first)

    def _add_issue(
        self,
        reading: IssueReading,
        changes: Sequence[tuple[int, NoticeReading]],
        masthead: Sequence[FieldChange],
    ) -> None:
        issue = reading.issue
        name = issue_label(issue.issue) or issue.source_name
        self.tree.blockSignals(True)
        top = QTreeWidgetItem([self.tr("{name}: {count}").format(name=name, count=len(changes))])
        top.setData(0, _ISSUE, issue.id)
        if len(self.issues) > 1:
            top.setCheckState(0, Qt.CheckState.Checked)
        font = self.font()
        font.setBold(True)
        top.setFont(0, font)
        self._add_fields(top, masthead)
        for place, each in changes:
            self._add_notice(top, issue.id, place, each)
        self.tree.addTopLevelItem(top)
        top.setExpanded(len(self.issues) <= 3)
        for at in range(top.childCount()):
            top.child(at).setExpanded(True)
        self.tree.blockSignals(False)

    def _add_notice(
        self, top: QTreeWidgetItem, issue_id: int, place: int, each: NoticeReading
    ) -> None:
        kinds = {
            "changed": "{title}",
            "new": self.tr("New: {title}"),
            "absorbed": self.tr("Part of another now: {title}"),
            "gone": self.tr("Not in this source: {title}"),
        }
        item = QTreeWidgetItem(top, [kinds[each.kind].format(title=" ".join(each.title.split()))])
        item.setData(0, _ISSUE, issue_id)
        item.setData(0, _PLACE, place)
        self._add_fields(item, each.fields)
        if each.kind == "changed":
            for told, changed in (
                (self.tr("Words of the text change"), each.text_changed),
                (self.tr("Paragraphs are divided otherwise"), each.layout_changed),
            ):
                if changed:
                    QTreeWidgetItem(item, [told])
        if each.to_check or each.unplaced:
            marks = self.tr("Marks to be checked: {to_check}, without a place: {unplaced}")
            told = marks.format(to_check=each.to_check, unplaced=each.unplaced)
            QTreeWidgetItem(item, [told])
        if each.unfit:
            told = self.tr("Corrections by hand that would not fit any more: {count}")
            QTreeWidgetItem(item, [told.format(count=each.unfit)])

    def _add_fields(self, item: QTreeWidgetItem, fields: Sequence[FieldChange]) -> None:
        patterns = {
            "gained": self.tr("{field}: {after} (found)"),
            "lost": self.tr("{field}: {before} (no longer found)"),
            "changed": self.tr("{field}: {before} → {after}"),
        }
        for change in fields:
            self._fields[change.name, change.kind] += 1
            told = patterns[change.kind].format(
                field=self._words.say(f"field-{change.name}"),
                before=_short(change.before),
                after=_short(change.after),
            )
            QTreeWidgetItem(item, [told])

    def _tell(self) -> None:
        done, total = len(self._readings), len(self.issues)
        changed = sum(
            self.notice in (None, each.uuid)
            for reading in self._readings.values()
            for each in reading.changes
        )
        if not self._is_complete:
            told = self.tr("Reading {done} of {total}…").format(done=done, total=total)
        elif not self.tree.topLevelItemCount():
            told = self.tr("Nothing would change.")
        else:
            told = self.tr("Documents that would change: {count}").format(count=changed)
        self.summary.setText(told)
        self.fields.setText(self._gains_and_losses())
        self.fields.setVisible(bool(self._fields))
        self._show_state()

    def _gains_and_losses(self) -> str:
        patterns = {
            "gained": self.tr("{field} +{count}"),
            "lost": self.tr("{field} −{count}"),
            "changed": self.tr("{field} changed {count}"),
        }
        return self.tr("; ").join(
            patterns[kind].format(field=self._words.say(f"field-{name}"), count=count)
            for (name, kind), count in sorted(self._fields.items())
        )

    # ---- choosing

    def _show_state(self, *_: object) -> None:
        self.read.setEnabled(self._is_complete and bool(self._chosen_issues()))

    def _chosen_issues(self) -> list[int]:
        """The issues to be read: those that are ticked, and those in which nothing changes.

        The latter are noted as read by the current recogniser, so that nobody is asked again.
        """
        tops = [self.tree.topLevelItem(at) for at in range(self.tree.topLevelItemCount())]
        shown = {top.data(0, _ISSUE): top for top in tops if top is not None}
        if not shown:
            return []
        if len(self.issues) == 1:
            return self.issues
        return [
            issue_id
            for issue_id in self.issues
            if issue_id not in shown or shown[issue_id].checkState(0) == Qt.CheckState.Checked
        ]

    def _ask_read(self) -> None:
        self.read_wanted.emit(self._chosen_issues())

    def _choose_source(self, _: int) -> None:
        self.source_chosen.emit()

    def _chosen(self, item: QTreeWidgetItem | None, _: object = None) -> None:
        """Ask for the texts of the notice that the row is of."""
        while item is not None and item.data(0, _PLACE) is None:
            item = item.parent()
        if item is None:
            return
        wanted = item.data(0, _ISSUE), item.data(0, _PLACE)
        if wanted != self._wanted:
            self._wanted = wanted
            self.texts_wanted.emit(*wanted)

    def show_compared(self, issue_id: int) -> None:
        """Bring the texts of a notice of an issue to the front, if they are still wanted."""
        if self._wanted is not None and self._wanted[0] == issue_id:
            self.right.setCurrentWidget(self._compared)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.tree.scheduleDelayedItemsLayout()


def _short(value: str) -> str:
    line = " ".join(value.split())
    return line if len(line) <= _LONGEST_VALUE else f"{line[:_LONGEST_VALUE]}…"
