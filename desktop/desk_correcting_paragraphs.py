"""Correcting paragraphs: their kind, joined with the next, cut; by the page's menu and by keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.actions import Actions
from desktop.correcting_menu import add_correction, reason
from desktop.desk_correcting import CorrectingDesk
from desktop.panels.reader_panel import ReaderPanel
from desktop.reading.text_places import TextPlace, place_at
from desktop.tasks.jobs import Jobs
from storage.types import BLOCK_KINDS, StoredNotice
from storage.words import Words

HEADINGS = (1, 2, 3)
_USUAL = ("paragraph", "list_item", "title", "part_title", "attachments", "signature", "date")
_SHORT = 12


class ParagraphsDesk(QObject):
    """What is done with whole paragraphs."""

    def __init__(
        self,
        jobs: Jobs,
        words: Words,
        actions: Actions,
        reader: ReaderPanel,
        correcting: CorrectingDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._reader = reader
        self._words = words
        self._correcting = correcting
        reader.menu.opening.connect(self._add_to_menu)
        actions["correct"].triggered.connect(correcting.correct_here)
        actions["kind-paragraph"].triggered.connect(partial(self._set_kind_here, "paragraph", 0))
        for level in HEADINGS:
            name = f"kind-heading-{level}"
            actions[name].triggered.connect(partial(self._set_kind_here, "heading", level))
        actions["join-paragraphs"].triggered.connect(self.join_here)
        actions["cut-paragraph"].triggered.connect(self.cut_here)

    # ---- by keys, at the caret

    def _set_kind_here(self, kind: str, level: int, _: bool = False) -> None:
        self.set_kind(self._reader.page.caret_or_top(), kind, level)

    def join_here(self) -> None:
        """Join the paragraph at the caret with the next."""
        self.join(self._reader.page.caret_or_top())

    def cut_here(self) -> None:
        """Cut the paragraph at the caret."""
        self.cut(self._reader.page.caret_or_top())

    # ---- at an offset of the page

    def set_kind(self, offset: int, kind: str, level: int) -> None:
        """Make the paragraph at an offset of another kind."""
        found = self._place(offset)
        if found is not None:
            seen, place, _ = found
            self._jobs.correcting.kind(seen, place.block, kind, level, self._correcting.tell)

    def join(self, offset: int) -> None:
        """Join the paragraph at an offset with the next."""
        found = self._place(offset)
        if found is not None:
            seen, place, _ = found
            self._jobs.correcting.join(seen, place.block, self._correcting.tell)

    def cut(self, offset: int) -> None:
        """Cut the paragraph at an offset before that character."""
        found = self._place(offset)
        if found is not None:
            seen, place, at = found
            inside = at - place.base
            self._jobs.correcting.cut(seen, place.block, inside, self._correcting.tell)

    def _place(self, offset: int) -> tuple[StoredNotice, TextPlace, int] | None:
        """The notice, the block, and the offset in the notice's text."""
        sheet = self._reader.sheet
        if sheet is None or self._jobs.read_only:
            return None
        seen, at = sheet.at(offset), sheet.place(offset)[1]
        return seen, place_at(seen.notice, at), at

    # ---- the menu of the page

    def _add_to_menu(self, menu: QMenu, offset: int) -> None:
        sheet = self._reader.sheet
        if sheet is None:
            return
        seen, at = sheet.at(offset), sheet.place(offset)[1]
        place = place_at(seen.notice, at)
        menu.setToolTipsVisible(True)
        selected = self._reader.page.selected_span() is not None
        if selected:
            self._add(menu, self.tr("Correct the words…"), self._correcting.correct_here)
        elif place.cell is not None:
            self._add_at(menu, self.tr("Correct the cell…"), offset)
        else:
            self._add_at(menu, self.tr("Correct the paragraph…"), offset)
        if place.cell is None:
            below = menu.addMenu(self.tr("Paragraph"))
            below.setToolTipsVisible(True)
            below.menuAction().setEnabled(not self._jobs.read_only)
            below.menuAction().setToolTip(self.reason)
            self._fill(below, seen, place, (offset, at))

    @property
    def reason(self) -> str:
        """Why nothing can be corrected, "" where it can."""
        return reason(self._jobs, self._words)

    def _add_at(self, menu: QMenu, label: str, offset: int) -> None:
        self._add(menu, label, partial(self._correct_at, offset))

    def _correct_at(self, offset: int, _: bool = False) -> None:
        self._correcting.correct_paragraph(offset)

    def _add(self, menu: QMenu, label: str, slot: Callable[..., object]) -> QAction:
        return add_correction(menu, label, slot, self.reason)

    def _fill(
        self, menu: QMenu, seen: StoredNotice, place: TextPlace, offsets: tuple[int, int]
    ) -> None:
        offset, at = offsets
        block = seen.notice.blocks[place.block]
        if block.kind == "table":
            self._add(menu, self.tr("Join with the next table"), partial(self._join_at, offset))
            return
        names = (
            self.tr("Heading, level 1"),
            self.tr("Heading, level 2"),
            self.tr("Heading, level 3"),
        )
        for level, label in zip(HEADINGS, names, strict=True):
            now = (block.kind, block.level) == ("heading", level)
            self._add_kind(menu, label, (offset, "heading", level), chosen=now)
        for kind in _USUAL:
            self._add_kind(menu, self._name(kind), (offset, kind, 0), chosen=block.kind == kind)
        others = menu.addMenu(self.tr("Other kinds"))
        for kind in BLOCK_KINDS:
            if kind not in (*_USUAL, "heading", "table"):
                chosen = block.kind == kind
                self._add_kind(others, self._name(kind), (offset, kind, 0), chosen=chosen)
        menu.addSeparator()
        joins = self._add(
            menu, self.tr("Join with the next paragraph"), partial(self._join_at, offset)
        )
        joins.setEnabled(joins.isEnabled() and place.block + 1 < len(seen.notice.blocks))
        behind = seen.notice.text[at : place.end]
        words = behind if len(behind) <= _SHORT else f"{behind[:_SHORT]}…"
        label = self.tr("Cut before “{words}”").format(words=words.replace("&", "&&"))
        cuts = self._add(menu, label, partial(self._cut_at, offset))
        cuts.setEnabled(cuts.isEnabled() and place.base < at < place.end)

    def _add_kind(
        self, menu: QMenu, label: str, wanted: tuple[int, str, int], *, chosen: bool
    ) -> None:
        action = self._add(menu, label, partial(self._set_kind_at, *wanted))
        action.setCheckable(True)
        action.setChecked(chosen)

    def _set_kind_at(self, offset: int, kind: str, level: int, _: bool = False) -> None:
        self.set_kind(offset, kind, level)

    def _join_at(self, offset: int, _: bool = False) -> None:
        self.join(offset)

    def _cut_at(self, offset: int, _: bool = False) -> None:
        self.cut(offset)

    def _name(self, kind: str) -> str:
        return self._words.say(f"kind-{kind}")
