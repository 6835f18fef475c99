"""The menu of the page: what can be done with what is under the pointer, or at the caret."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Signal, SignalInstance
from PySide6.QtGui import QAction, QContextMenuEvent, QIcon
from PySide6.QtWidgets import QMenu

from desktop.panels.floating import style_name
from desktop.panels.mark_card import MarkCard
from desktop.panels.page_marking import PageMarking
from desktop.panels.page_view import PageView
from desktop.theme import Dress
from storage.types import MARK_STYLES, Mark

_OF_SELECTION = ("copy", "cite", "cite-reference")
_OF_PAGE = ("find", "cite-notice", "notice-tags", "back", "forward")
_SHORT = 16
"""Characters of a mark's words in the menu."""


class PageMenu(QObject):
    """Shows the menu; keys and the pointer get the same one."""

    paragraph_note_wanted = Signal(int)  # offset of the page
    paragraph_bookmark_wanted = Signal(int)
    search_wanted = Signal(str)
    opening = Signal(object, int)  # QMenu, offset of the page: a desk adds what it can do there

    def __init__(
        self, page: PageView, marking: PageMarking, card: MarkCard, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._marking = marking
        self._card = card
        self._actions: Mapping[str, QAction] = {}
        self._dress: Dress | None = None
        self._read_only = False
        page.installEventFilter(self)
        page.viewport().installEventFilter(self)

    def set_actions(self, actions: Mapping[str, QAction]) -> None:
        """The window's actions by name, as far as the menu shows them."""
        self._actions = actions

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._dress = dress

    def set_read_only(self, on: bool) -> None:
        """Offer no changes in a library that can only be read."""
        self._read_only = on

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Show our menu in the place of Qt's."""
        if not isinstance(event, QContextMenuEvent):
            return super().eventFilter(watched, event)
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        point = self._page.cursorRect().bottomLeft() if by_key else event.pos()
        if watched is self._page and not by_key:
            point -= self._page.viewport().pos()
        self.menu_at(point).popup(self._page.viewport().mapToGlobal(point))
        return True

    def menu_at(self, point: QPoint) -> QMenu:
        """The menu for a point of the viewport."""
        menu = QMenu(self._page)
        menu.aboutToHide.connect(menu.deleteLater)
        offset = self._page.offset_under(point.toPointF())
        selected = self._page.selected_span()
        marks = self._page.marks_under(point.toPointF())
        if selected is not None:
            self._add_selection(menu, selected)
        for mark in marks:
            self._add_mark(menu, mark, alone=len(marks) == 1 and selected is None)
        menu.addSeparator()
        if not self._read_only:
            note = menu.addAction(self._icon("note"), self.tr("Note on this paragraph"))
            note.triggered.connect(partial(self._ask, self.paragraph_note_wanted, offset))
            kept = menu.addAction(self._icon("bookmark"), self.tr("Bookmark this paragraph"))
            kept.triggered.connect(partial(self._ask, self.paragraph_bookmark_wanted, offset))
            menu.addSeparator()
        self.opening.emit(menu, offset)
        menu.addSeparator()
        self._add_named(menu, _OF_PAGE)
        return menu

    def _ask(self, signal: SignalInstance, value: object, _: bool = False) -> None:
        signal.emit(value)

    def _icon(self, name: str) -> QIcon:
        return self._dress.icon(name) if self._dress else QIcon()

    def _add_named(self, menu: QMenu, names: tuple[str, ...]) -> None:
        menu.addActions([self._actions[name] for name in names if name in self._actions])

    def _add_selection(self, menu: QMenu, span: tuple[int, int]) -> None:
        if not self._read_only:
            self._add_named(menu, tuple(f"mark-{style}" for style in MARK_STYLES))
            self._add_named(menu, ("note",))
            menu.addSeparator()
        self._add_named(menu, _OF_SELECTION)
        words = " ".join(self._page.text[slice(*span)].replace('"', " ").split())
        search = menu.addAction(self._icon("search"), self.tr("Search the library for these words"))
        search.triggered.connect(partial(self._ask, self.search_wanted, f'"{words[:60]}"'))
        menu.addSeparator()

    def _add_mark(self, menu: QMenu, mark: Mark, *, alone: bool) -> None:
        """Put what can be done with a mark into the menu; into one of its own among others."""
        if not alone:
            words = " ".join((mark.quote or mark.note).split())
            shown = words if len(words) <= _SHORT else f"{words[:_SHORT]}…"
            title = self.tr("{style} “{words}”").format(style=style_name(mark.style), words=shown)
            menu = menu.addMenu(title.replace("&", "&&"))
            if self._dress:
                menu.setIcon(self._dress.swatch(mark.style))
        menu.addAction(self._icon("note"), self.tr("Open the mark")).triggered.connect(
            partial(self._open, mark)
        )
        if not self._read_only and mark.kind == "highlight":
            for style in MARK_STYLES:
                self._add_style(menu, mark, style)
        copy = menu.addAction(self._icon("cite"), self.tr("Copy with citation"))
        copy.triggered.connect(partial(self._ask, self._card.copy_wanted, mark.uuid))
        if not self._read_only:
            tags = menu.addAction(self._icon("tag"), self.tr("Tags…"))
            tags.triggered.connect(partial(self._open_tags, mark))
            gone = menu.addAction(self._icon("delete"), self.tr("Delete mark"))
            gone.triggered.connect(partial(self._ask, self._card.deletion_wanted, mark.uuid))
        menu.addSeparator()

    def _add_style(self, menu: QMenu, mark: Mark, style: str) -> None:
        action = menu.addAction(style_name(style))
        if self._dress:
            action.setIcon(self._dress.swatch(style))
        action.setCheckable(True)
        action.setChecked(style == mark.style)
        font = action.font()
        font.setBold(style == mark.style)  # a colour's patch takes the place of the tick
        action.setFont(font)
        action.triggered.connect(partial(self._restyle, mark.uuid, style))

    def _restyle(self, uuid: str, style: str, _: bool = False) -> None:
        self._card.style_chosen.emit(uuid, style)

    def _open(self, mark: Mark, _: bool = False) -> None:
        self._marking.open_card(mark)
        self._card.take_keys()

    def _open_tags(self, mark: Mark, _: bool = False) -> None:
        self._marking.open_card(mark)
        self._card.tags.take_keys()
