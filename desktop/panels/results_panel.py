"""The tab 检索: what was found, notices with their hits, and the facets to narrow it by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.models.hits import GONE_ROLE, HIT_ROLE, NOTICE_ROLE, OTHER_ROLE, HitsModel
from desktop.panels.facet_list import ChoiceChips, FacetList, known_choices, toggled
from desktop.panels.hit_delegate import HitDelegate
from desktop.panels.result_bar import ResultBar
from desktop.theme import Dress
from storage.narrowing import write_query
from storage.types import Choice, Hit, NoticeHits, NoticeSummary, Query, SearchResult

_OPEN_BELOW = 30
_OPEN_AT_MOST = 60
"""Hits of the best document up to which it is unfolded: each row takes its time."""
_SCANNED = 300
"""So many documents that the index lacks are searched all the same (storage.indexing)."""
_FACETS_HIGH = 200
_FACETS_WIDE = 220
_WIDE = 620
"""Pixels from which the facets stand beside the results."""


class ResultsPanel(QWidget):
    """Shows an answer; asks for the place of a hit, for saving and exporting the search."""

    hit_wanted = Signal(str, int)  # uuid, number of the hit in that notice, -1 for the notice
    mark_wanted = Signal(str)  # uuid of a mark whose notice is gone
    save_wanted = Signal(str)  # query with its narrowing
    export_wanted = Signal(str)  # query with its narrowing
    more_wanted = Signal()  # more of the notices that were found
    narrowed = Signal(tuple)  # tuple[Choice, ...]: what the results are to be narrowed to
    search_wanted = Signal(str)  # another query, which may have been meant

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("resultsPanel")
        self.asked = Query("")
        self._told: Sequence[str] = ()
        self._facets_high = _FACETS_HIGH
        self._build_tree()
        self.bar = ResultBar(self)
        self.save, self.export = self.bar.save, self.bar.export
        self.count = self._label("caption")
        self.problem = self._label("problem")
        self.meant = self._label("meant")
        self.meant.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.chips = ChoiceChips(self)
        self.facets = FacetList(self)
        self.hint = self._label("hint")
        self.hint.setMargin(16)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.more = QPushButton(self)
        self.more.setProperty("flat", True)
        self._lay_out()
        self._connect()
        self.set_result(SearchResult("", (), 0, 0))

    def _build_tree(self) -> None:
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

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def _lay_out(self) -> None:
        found = QWidget(self)
        below = QVBoxLayout(found)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(0)
        below.addWidget(self.hint, 1)
        below.addWidget(self.tree, 1)
        below.addWidget(self.more)
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.facets)
        self.splitter.addWidget(found)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._splitter_moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 0, 0)
        column.setSpacing(4)
        for widget in (self.count, self.problem, self.meant, self.bar, self.chips):
            column.addWidget(widget)
        column.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self.tree.clicked.connect(self._choose)
        self.tree.activated.connect(self._choose)
        self.tree.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.more.clicked.connect(self.more_wanted)
        self.save.clicked.connect(self._ask_save)
        self.export.clicked.connect(self._ask_export)
        self.bar.facets.toggled.connect(self._show_facets)
        self.meant.linkActivated.connect(self.search_wanted)
        self.facets.toggled.connect(self._toggle)
        self.facets.closed_changed.connect(self._facets_folded)
        self.chips.removed.connect(self._toggle)
        self.chips.cleared.connect(self._clear)

    # ---- what is shown

    def set_result(
        self, result: SearchResult, asked: Query | None = None, told: Sequence[str] = ()
    ) -> None:
        """Show an answer to what was asked; `told` says what had to be mended in the query."""
        asked = Query(result.query) if asked is None else asked
        if asked.text != self.asked.text:
            self.facets.shorten()
        self.asked, self._told = asked, told
        self.model.set_result(result)
        self.hint.setText(
            self.tr(
                "Nothing was found. Words without quotation marks are found where a word starts"
                " or ends; put them in quotation marks to find exactly these characters."
            )
            if asked.text.strip()
            else self.tr("Type words into the search box above and press Enter.")
        )
        self._tell(result)
        if result.total_hits <= _OPEN_BELOW:
            self.tree.expandAll()
        elif result.notices and len(result.notices[0].hits) <= _OPEN_AT_MOST:
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
        row = self.model.row_of(uuid)
        if row >= 0:
            above = self.model.index(row, 0)
            index = self.model.index(at, 0, above)
            self.tree.setCurrentIndex(index if index.isValid() else above)
            self.tree.scrollTo(self.tree.currentIndex())

    def focus_results(self) -> None:
        """Give the keyboard to the first result."""
        if self.model.rowCount():
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.tree.currentIndex().isValid():
                self.tree.setCurrentIndex(self.model.index(0, 0))

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._delegate.dress = dress
        self.facets.set_dress(dress)
        self.bar.set_dress(dress)
        self.tree.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap the titles anew; in a wide panel the facets stand beside the results."""
        super().resizeEvent(event)
        self.tree.scheduleDelayedItemsLayout()
        wide = self.width() >= _WIDE
        wanted = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self.splitter.orientation() != wanted:
            self.splitter.setOrientation(wanted)
            self.splitter.setSizes([_FACETS_WIDE, self.width() - _FACETS_WIDE])
        self._fit_facets()

    def _facets_folded(self, _: list[str]) -> None:
        self._fit_facets()

    def _fit_facets(self) -> None:
        """Over the results the facets are as high as the user wants, but not beyond their end."""
        if self.splitter.orientation() == Qt.Orientation.Vertical:
            high = min(self.facets.full_height, self._facets_high)
            self.splitter.setSizes([high, max(self.splitter.height() - high, 1)])

    def _splitter_moved(self, place: int, _: int) -> None:
        if self.splitter.orientation() == Qt.Orientation.Vertical:
            self._facets_high = place

    def _tell(self, result: SearchResult) -> None:
        asked, found = bool(self.asked.text.strip()), self.model.rowCount() > 0
        self.count.setText(self._counted(result))
        self.count.setVisible(asked)
        self.problem.setText("\n".join(self._told))
        self.problem.setVisible(bool(self._told))
        self.meant.setText(self._meant(result))
        self.meant.setVisible(bool(result.meant))
        self.chips.show_choices(self.asked.chosen)
        self.bar.setVisible(asked)
        self.bar.enable(found=bool(result.notices))
        if result.complete:
            self.facets.show_facets(result.facets)
        self._show_facets(self.bar.facets.isChecked())
        self.hint.setVisible(not found)
        self.tree.setVisible(found)
        left = result.total_notices - len(result.notices)
        self.more.setText(self.tr("Show more ({count} documents left)").format(count=left))
        self.more.setVisible(left > 0 and found and result.complete)

    def _counted(self, result: SearchResult) -> str:
        numbers = {"hits": f"{result.total_hits:,}", "notices": f"{result.total_notices:,}"}
        if result.complete:
            told = self.tr("{hits} places in {notices} documents").format(**numbers)
        else:
            told = self.tr("At least {hits} places in {notices} documents").format(**numbers)
        if result.behind > _SCANNED:
            told += "\n" + self.tr(
                "{count} documents are not indexed yet; they may be missing here."
            ).format(count=result.behind)
        return told

    def _meant(self, result: SearchResult) -> str:
        links = [f'<a href="{_escaped(one)}">{_escaped(one)}</a>' for one in result.meant]
        return self.tr("Did you mean: {queries}").format(queries="　".join(links))

    def _show_facets(self, on: bool) -> None:
        self.facets.setVisible(on and self.facets.topLevelItemCount() > 0)
        self._fit_facets()

    # ---- asking

    def _toggle(self, facet: str, value: str) -> None:
        self._narrow(toggled(self.asked.chosen, facet, value))

    def _clear(self) -> None:
        self._narrow(())

    def _narrow(self, chosen: tuple[Choice, ...]) -> None:
        """Show the choice at once; the counts come with the answer."""
        self.facets.show_facets(known_choices(self.model.result.facets, chosen))
        self.narrowed.emit(chosen)

    def _scrolled(self, value: int) -> None:
        """Fetch the next ones when the end comes into sight."""
        bar = self.tree.verticalScrollBar()
        if value and value >= bar.maximum() - bar.pageStep() // 2 and self.has_more:
            self.more_wanted.emit()

    def _choose(self, index: QModelIndex) -> None:
        found, hit = index.data(NOTICE_ROLE), index.data(HIT_ROLE)
        other = index.data(OTHER_ROLE)
        if index.data(GONE_ROLE):
            chosen = hit if isinstance(hit, Hit) else next(iter(found.hits), None)
            if chosen is not None:
                self.mark_wanted.emit(chosen.mark)
        elif isinstance(other, NoticeSummary):
            self.hit_wanted.emit(other.uuid, -1)
        elif isinstance(found, NoticeHits):
            first = 0 if found.hits else -1
            self.hit_wanted.emit(found.summary.uuid, index.row() if isinstance(hit, Hit) else first)

    def _ask_save(self) -> None:
        self.save_wanted.emit(write_query(self.asked))

    def _ask_export(self) -> None:
        self.export_wanted.emit(write_query(self.asked))


def _escaped(text: str) -> str:
    return (
        text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")
    )
