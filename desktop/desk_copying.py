"""Copying: the selected text, with its citation or its reference, and those of a mark."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.desk_pages import PagesDesk, PagesOfIssue
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.settings import Settings
from storage.citations import cited_passage, cited_title, reference, referenced_passage
from storage.pages import PageRange
from storage.types import Mark, NoticeSummary

Span = tuple[int, int]
_MOST_ISSUES = 50
Form = Callable[[str, NoticeSummary, PageRange | None], str]


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a notice, and where they stand in its text (None: nowhere any more)."""

    summary: NoticeSummary
    span: Span | None
    text: str

    def told(self, form: Form, pages: PagesOfIssue) -> str:
        """The words in a form of citing, with their pages where known."""
        known = pages.get(self.summary.uuid)
        told = known.printed_range(*self.span) if known is not None and self.span else None
        return form(self.text, self.summary, told)


class CopyingDesk(QObject):
    """Puts texts on the clipboard; the page of a passage is asked of the library first."""

    def __init__(
        self,
        settings: Settings,
        library: LibraryPanel,
        reader: ReaderPanel,
        pages: PagesDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._library = library
        self._reader = reader
        self._pages = pages
        self._latest = 0
        reader.marking.copy_wanted.connect(self._copy_selected)

    def copy(self) -> None:
        """The selected text."""
        text = self._reader.selected_text()
        if text:
            self._put(text)

    def copy_cited(self) -> None:
        """The selected text with its citation, in the form that the user chose."""
        self._copy_selection(self._chosen_form())

    def copy_referenced(self) -> None:
        """The selected text with its GB/T 7714 reference; without a selection that alone."""
        stored = self._reader.stored
        if self._reader.page.selected_span() is not None:
            self._copy_selection(referenced_passage)
        elif stored is not None:
            whole = Passage(stored.summary, (0, len(stored.notice.text)), "")
            self._ask([whole], lambda _, summary, pages: reference(summary, pages))

    def copy_title(self) -> None:
        """Title and number of the open notice."""
        if self._reader.stored is not None:
            self._put(cited_title(self._reader.stored.summary))

    def copy_marks(self, marks: Sequence[Mark]) -> None:
        """The words of marks with their citations; without a notice: with title and number."""
        self._ask([self._passage(mark) for mark in marks], self._chosen_form())

    def _passage(self, mark: Mark) -> Passage | str:
        summary = self._library.model.notice(mark.notice)
        if summary is None:
            return f"“{mark.quote.strip()}”——{mark.citation}"
        span = None if mark.state == "unplaced" else (mark.start, mark.end)
        return Passage(summary, span, mark.quote)

    def _copy_selected(self, with_citation: bool) -> None:
        if with_citation:
            self.copy_cited()
        else:
            self.copy()

    def _copy_selection(self, form: Form) -> None:
        """The selected text, each notice's part of it with its own citation."""
        sheet, span = self._reader.sheet, self._reader.page.selected_span()
        if sheet is None or span is None:
            return
        passages: list[Passage] = []
        for uuid, start, end in sheet.parts(*span):
            stored = sheet.at(sheet.base(uuid))
            text = stored.notice.text[start:end]
            passages.append(Passage(stored.summary, (start, end), text))
        self._ask(passages, form)

    def _chosen_form(self) -> Form:
        as_reference = self._settings.citation_form == "gbt7714"
        return referenced_passage if as_reference else cited_passage

    def _ask(self, passages: Sequence[Passage | str], form: Form) -> None:
        """Put passages on the clipboard as soon as the pages of their issues are known.

        Not where something else was copied meanwhile; passages of very many issues go without
        pages.
        """
        self._latest += 1
        number = self._latest
        wanted = {one.summary.issue_id for one in passages if isinstance(one, Passage)}
        if len(wanted) > _MOST_ISSUES:
            wanted.clear()
        known: PagesOfIssue = {}

        def next_issue(pages: PagesOfIssue) -> None:
            known.update(pages)
            if number != self._latest:
                return
            if wanted:
                self._pages.of_issue(wanted.pop(), next_issue)
                return
            told = (one if isinstance(one, str) else one.told(form, known) for one in passages)
            self._put("\n".join(told))

        if passages:
            next_issue({})

    def _put(self, text: str) -> None:
        self._latest += 1
        QApplication.clipboard().setText(text)
