"""The tab 检索: what was found, notices with their hits."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.hits import HIT_ROLE, NOTICE_ROLE, HitsModel
from desktop.panels.hit_delegate import HitDelegate
from desktop.theme import Dress
from storage.types import Hit, NoticeHits, SearchResult

_OPEN_BELOW = 30
_SCANNED = 300
"""So many documents that the index lacks are searched all the same (storage.indexing)."""


class ResultsPanel(QWidget):
    """Shows an answer; asks for the place of a hit, for saving and exporting the search."""

    hit_wanted = Signal(str, int)  # uuid, number of the hit in that notice, -1 for the notice
    save_wanted = Signal(str)  # query
    export_wanted = Signal(str)  # query
    more_wanted = Signal()  # more of the notices that were found

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultsPanel")
        self.model = HitsModel(self)
        self.tree = QTreeView(self)
        self.tree.setAccessibleName(self.tr("Search results"))
        self.tree.setModel(self.model)
        self.tree.setHeaderHidden(True)
        self.tree.setIndentation(16)
        self.tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._delegate = HitDelegate(self.tree)
        self.tree.setItemDelegate(self._delegate)
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)
        self.count = QLabel(self)
        self.count.setObjectName("caption")
        self.count.setWordWrap(True)
        self.hint = QLabel(self)
        self.hint.setObjectName("hint")
        self.hint.setWordWrap(True)
        self.hint.setMargin(16)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._build_buttons()
        row = QHBoxLayout()
        row.addWidget(self.save)
        row.addWidget(self.export)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 0, 0)
        column.addWidget(self.count)
        column.addLayout(row)
        column.addWidget(self.hint, 1)
        column.addWidget(self.tree, 1)
        column.addWidget(self.more)
        self.set_result(SearchResult("", (), 0, 0))

    def _build_buttons(self) -> None:
        self.save = QPushButton(self.tr("Save this search"), self)
        self.export = QPushButton(self.tr("Export…"), self)
        for button, slot in ((self.save, self._ask_save), (self.export, self._ask_export)):
            button.setProperty("flat", True)
            button.clicked.connect(slot)
        self.more = QPushButton(self)
        self.more.setProperty("flat", True)
        self.more.clicked.connect(self.more_wanted)
        self.tree.verticalScrollBar().valueChanged.connect(self._scrolled)

    def set_result(self, result: SearchResult, remark: str = "") -> None:
        """Show an answer; `remark` says what had to be mended in the query."""
        self.model.set_result(result)
        asked = bool(result.query.strip())
        found = bool(result.notices)
        self._remark = remark
        self._tell(result)
        self.count.setVisible(asked)
        self.hint.setText(
            self.tr(
                "Nothing was found. Words without quotation marks are found where a word starts"
                " or ends; put them in quotation marks to find exactly these characters."
            )
            if asked
            else self.tr("Type words into the search box above and press Enter.")
        )
        self.hint.setVisible(not found)
        for widget in (self.save, self.export):
            widget.setVisible(asked)
        self.export.setEnabled(found)
        self.tree.setVisible(found)
        if result.total_hits <= _OPEN_BELOW:
            self.tree.expandAll()
        elif found:
            self.tree.expand(self.model.index(0, 0))

    def add_result(self, result: SearchResult) -> None:
        """Show a longer answer to the same query, where the eye and the keyboard are now."""
        self.model.add_result(result)
        self._tell(result)

    @property
    def has_more(self) -> bool:
        """Whether more notices were found than are listed."""
        result = self.model.result
        return len(result.notices) < result.total_notices

    def select_hit(self, uuid: str, at: int) -> None:
        """Show which hit is open."""
        for row, found in enumerate(self.model.result.notices):
            if found.summary.uuid == uuid:
                above = self.model.index(row, 0)
                index = self.model.index(at, 0, above) if 0 <= at < len(found.hits) else above
                self.tree.setCurrentIndex(index)
                self.tree.scrollTo(index)

    def focus_results(self) -> None:
        """Give the keyboard to the first result."""
        if self.model.rowCount():
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.tree.currentIndex().isValid():
                self.tree.setCurrentIndex(self.model.index(0, 0))

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._delegate.dress = dress
        self.tree.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap the titles anew."""
        super().resizeEvent(event)
        self.tree.scheduleDelayedItemsLayout()

    def _tell(self, result: SearchResult) -> None:
        self.count.setText(self._told(result) + (f"\n{self._remark}" if self._remark else ""))
        left = result.total_notices - len(result.notices)
        self.more.setText(self.tr("Show more ({count} documents left)").format(count=left))
        self.more.setVisible(left > 0 and bool(result.notices))

    def _scrolled(self, value: int) -> None:
        """Fetch the next ones when the end comes into sight."""
        bar = self.tree.verticalScrollBar()
        if value and value >= bar.maximum() - bar.pageStep() // 2 and self.has_more:
            self.more_wanted.emit()

    def _told(self, result: SearchResult) -> str:
        told = self.tr("{hits} places in {notices} documents").format(
            hits=result.total_hits, notices=result.total_notices
        )
        if len(result.notices) < result.total_notices:
            shown = self.tr("the best {count} are shown").format(count=len(result.notices))
            told = f"{told}　{shown}"
        if result.behind > _SCANNED:
            told += "\n" + self.tr(
                "{count} documents are not indexed yet; they may be missing here."
            ).format(count=result.behind)
        return told

    def _choose(self, index: QModelIndex) -> None:
        found, hit = index.data(NOTICE_ROLE), index.data(HIT_ROLE)
        if isinstance(found, NoticeHits):
            first = 0 if found.hits else -1
            self.hit_wanted.emit(found.summary.uuid, index.row() if isinstance(hit, Hit) else first)

    def _ask_save(self) -> None:
        self.save_wanted.emit(self.model.result.query)

    def _ask_export(self) -> None:
        self.export_wanted.emit(self.model.result.query)
