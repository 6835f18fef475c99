"""The pages of a PDF source as pictures: asked for, shown, the paragraph in hand framed."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.desk_proofreading import ProofreadingDesk
from desktop.panels.source_panel import SourcePanel
from desktop.tasks.jobs import Jobs
from desktop.tasks.task import Task
from storage.errors import UserFault
from storage.types.proofreading import PagePicture, PageRectangle, ProofSource

_log = logging.getLogger(__name__)


class PagePictureDesk(QObject):
    """Connects the picture view with the process that renders pages."""

    def __init__(
        self, jobs: Jobs, panel: SourcePanel, proof: ProofreadingDesk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._panel, self._view = panel, panel.picture
        self._proof = proof
        self._source: ProofSource | None = None
        self._lines: Sequence[int] = ()
        self._rendering: Task | None = None
        self._seeking: Task | None = None
        proof.source_shown.connect(self._show_source)
        proof.hand_taken.connect(self._take_lines)
        panel.pictures_wanted.connect(self._switched)
        self._view.picture_wanted.connect(self._render)
        self._view.page_wanted.connect(self.go_to_page)
        self._view.place_wanted.connect(self._take_place)

    # ---- the source and the paragraph in hand

    def _show_source(self, source: ProofSource | None) -> None:
        self._give_up()
        self._source, self._lines = source, ()
        self._view.clear()
        self._panel.offer_pictures(source is not None and source.has_pictures)

    def _give_up(self) -> None:
        for task in (self._rendering, self._seeking):
            if task is not None:
                task.cancel()
        self._rendering = self._seeking = None

    def _take_lines(self, lines: Sequence[int]) -> None:
        self._lines = lines
        if self._panel.shows_pictures:
            self._follow()

    def _switched(self, on: bool) -> None:
        if on and self._source is not None:
            self._follow()

    def _follow(self) -> None:
        """Show the page of the lines in hand, and where they stand."""
        source = self._source
        if source is None:
            return
        pages = sorted({source.page(line) for line in self._lines} - {0})
        page = self._view.page if self._view.page in pages or not pages else pages[0]
        self._show_page(page or source.page(1) or 1)
        own = [line for line in self._lines if source.page(line) == self._view.page]
        self._seek(own)

    def _show_page(self, page: int) -> None:
        self._view.show_page(page)
        self._panel.tell_page(page, self._view.pages)

    def go_to_page(self, page: int) -> None:
        """Show a page, and take the first paragraph of the open text that stands on it in hand."""
        self._show_page(page)
        source = self._source
        if source is None:
            return
        first = (
            line
            for line, on in enumerate(source.pages, 1)
            if on == page and line not in source.unshown and self._proof.has_line(line)
        )
        line = next(first, 0)
        if line:
            self._proof.show_line(line)

    def _take_place(self, across: float, down: float) -> None:
        """Take what stands at a place of the page in hand, where it is sure."""
        source, page = self._source, self._view.page
        if source is None:
            return
        lines = [line for line, on in enumerate(source.pages, 1) if on == page]

        def found(at: int | None) -> None:
            if at is not None and self._source is source:
                self._proof.show_line(lines[at])

        texts = [source.lines[line - 1] for line in lines]
        place = across, down
        self._jobs.proof.line_at(source.id, page, place, texts, self, found, self._not_found)

    # ---- what the other process tells

    def _render(self, page: int, width: int) -> None:
        if self._rendering is not None:
            self._rendering.cancel()
        source = self._source
        if source is not None:
            self._rendering = self._jobs.proof.picture(
                source.id, page, width, self, self._take_picture, self._no_picture
            )

    def _take_picture(self, picture: PagePicture) -> None:
        self._rendering = None
        self._view.take_picture(picture)
        self._panel.tell_page(self._view.page, picture.pages)

    def _no_picture(self, fault: BaseException) -> None:
        self._rendering = None
        _log.info("No picture of a page: %r", fault)
        if isinstance(fault, UserFault) and fault.key == "page-unreadable":
            self._view.show_hint(self.tr("This page can't be shown as a picture."))
        else:
            self._panel.offer_pictures(False)
            self._panel.tell(self.tr("The pages can't be shown as pictures."))

    def _seek(self, lines: Sequence[int]) -> None:
        if self._seeking is not None:
            self._seeking.cancel()
            self._seeking = None
        source, page = self._source, self._view.page
        if source is None or not lines:
            self._view.show_frames(())
            return

        def found(places: list[PageRectangle]) -> None:
            self._seeking = None
            if self._view.page == page:
                self._view.show_frames(places)

        around = self._beside(source, lines[0], -1), self._beside(source, lines[-1], 1)
        texts = [source.lines[line - 1] for line in lines]
        self._seeking = self._jobs.proof.places(
            source.id, page, texts, around, self, found, self._not_found
        )

    def _not_found(self, fault: BaseException) -> None:
        self._seeking = None
        _log.info("No places on a page: %r", fault)
        self._view.show_frames(())

    def _beside(self, source: ProofSource, line: int, step: int) -> str:
        """The words of the next line that has some."""
        at = line + step
        while 1 <= at <= len(source.lines):
            if source.lines[at - 1].strip():
                return source.lines[at - 1]
            at += step
        return ""
