"""Going to an address: an article, a heading, an attachment, a page, a number, a title."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.desk_pages import PagesDesk, PagesOfIssue
from desktop.desk_reading import ReadingDesk
from desktop.models.targets import Target
from desktop.models.titles import short_title
from desktop.panels.address_box import AddressBox
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from desktop.tasks.task import Task
from storage.addresses import (
    Answer,
    Book,
    Place,
    cited_places,
    find_places,
    make_book,
    read_number,
    read_page,
)
from storage.citations import issue_label, page_label
from storage.pages import NoticePages, PageRange
from storage.types import Notice, NoticeSummary, StoredNotice

_LONGEST_SELECTION = 40
_SHORTEST_WORDS = 2
"""Characters from which words are looked for in the library's titles."""


class AddressDesk(QObject):
    """Says what an address typed into the box may mean, and goes there."""

    def __init__(
        self,
        jobs: Jobs,
        box: AddressBox,
        reader: ReaderPanel,
        reading: ReadingDesk,
        pages: PagesDesk,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._box = box
        self._reader = reader
        self._reading = reading
        self._pages = pages
        self._book: tuple[Notice | None, Book] = (None, Book(()))
        self._known_pages: PagesOfIssue | None = None
        self._looking: Task | None = None
        self._found: list[NoticeSummary] | None = []
        box.typed.connect(self._typed)
        box.chosen.connect(self._go)
        box.closed.connect(self._closed)

    def open(self) -> None:
        """Ask for an address; what is selected is one to begin with."""
        words = "".join(self._reader.selected_text().split())
        stored = self._reader.stored
        self._known_pages = None
        if stored is not None:
            self._pages.of_issue(stored.summary.issue_id, self._pages_told)
        self._box.open_with(words if len(words) <= _LONGEST_SELECTION else "")

    def _pages_told(self, pages: PagesOfIssue) -> None:
        self._known_pages = pages
        if self._box.isVisible() and read_page(self._box.address.text(), bare=True) is not None:
            self._show()

    # ---- what it may mean

    def _typed(self, typed: str) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None
        self._found = []
        if self._wants_library(typed):
            self._found = None
            self._looking = self._jobs.look_up(typed, self, self._looked_up, self._not_looked_up)
        self._show()

    def _wants_library(self, typed: str) -> bool:
        """Words and numbers are looked for in the library; addresses only where none is here."""
        if len("".join(typed.split())) < _SHORTEST_WORDS or self._jobs.library_path is None:
            return False
        return not self._answer(typed).is_address and read_page(typed) is None

    def _looked_up(self, found: list[NoticeSummary]) -> None:
        self._looking = None
        self._found = found
        self._show()

    def _not_looked_up(self, fault: BaseException) -> None:
        self._looked_up([])
        self._jobs.tell_fault(fault)

    def _show(self) -> None:
        typed = self._box.address.text()
        answer = self._answer(typed)
        targets = self._places(answer.places) + self._page_targets(typed) + self._documents(typed)
        self._box.show_targets(targets, "" if targets else self._told(typed, answer))

    def _answer(self, typed: str) -> Answer:
        stored = self._reader.stored
        if stored is None or not typed.strip():
            return Answer(())
        return find_places(self._book_of(stored), typed, self._here())

    def _here(self) -> int:
        """How far the reader is in the text of the notice that is read."""
        sheet = self._reader.sheet
        return sheet.place(self._reader.here)[1] if sheet is not None else 0

    def _book_of(self, stored: StoredNotice) -> Book:
        if self._book[0] is not stored.notice:
            self._book = (stored.notice, make_book(stored.notice))
        return self._book[1]

    def _places(self, places: tuple[Place, ...]) -> list[Target]:
        here = self._reader.uuid
        listed = self.tr("Only named in the list of attachments, not printed here")
        return [
            Target(here, place.start, place.words, listed if place.listed else place.path)
            for place in places
        ]

    def _documents(self, typed: str) -> list[Target]:
        """What the library has of it, then where the open document names such a number."""
        targets = [self._document(summary) for summary in self._found or ()]
        number = read_number(typed)
        stored = self._reader.stored
        if number is not None and stored is not None:
            cited = self.tr("Named in this document")
            targets += [
                Target(stored.summary.uuid, place.start, place.words, cited)
                for place in cited_places(stored.notice.text, number)
            ]
        return targets

    def _document(self, summary: NoticeSummary) -> Target:
        source = issue_label(summary.issue) if summary.is_issue else ""
        detail = "　".join(one for one in (summary.number, source) if one)
        here = summary.uuid == self._reader.uuid
        return Target(summary.uuid, 0 if here else None, short_title(summary), detail)

    # ---- pages

    def _page_targets(self, typed: str) -> list[Target]:
        """Where a page begins: in the open document, else in the others of its issue."""
        page = read_page(typed, bare=True)
        stored = self._reader.stored
        if page is None or stored is None or not self._known_pages:
            return []
        issue = self._reading.notices_of_issue()
        here = [one for one in issue if one.uuid == stored.summary.uuid]
        return (
            self._pages_in(here, page) or self._pages_in(issue, page) or self._between(issue, page)
        )

    def _pages_in(self, notices: list[NoticeSummary], page: int) -> list[Target]:
        """The places where notices begin or go on on a printed page; else on one of the file."""
        printed = [(one, self._pages_of(one).printed_at(page)) for one in notices]
        in_file = [(one, self._pages_of(one).file_at(page)) for one in notices]
        of_print = self.tr("Page {page}").format(page=page)
        of_file = self.tr("Page {page} of the file").format(page=page)
        found = [
            Target(one.uuid, offset, words, one.title)
            for words, places in ((of_print, printed), (of_file, in_file))
            for one, offset in places
            if offset is not None
        ]
        shown = {(target.notice, target.offset): target for target in reversed(found)}
        return [target for target in found if target in shown.values()]

    def _between(self, issue: list[NoticeSummary], page: int) -> list[Target]:
        """The notice that begins before a page, where the contents tell that the next is behind."""
        begun = [(one, self._pages_of(one).begins) for one in issue]
        known = [(one, first) for one, first in begun if first is not None]
        words = self.tr("Page {page} is in the document that begins on page {first}")
        return [
            Target(one.uuid, 0, words.format(page=page, first=first), one.title)
            for (one, first), (_, following) in zip(known, known[1:], strict=False)
            if first < page < following
        ]

    def _pages_of(self, summary: NoticeSummary) -> NoticePages:
        return (self._known_pages or {}).get(summary.uuid, NoticePages())

    # ---- what is said where there is nothing

    def _told(self, typed: str, answer: Answer) -> str:
        if not typed.strip():
            return self.tr(
                "第十七条 · 三（二）3 · 附件2 · 第12页 · 〔2024〕20号 · words of a heading or title"
            )
        if self._found is None:
            return ""  # the library is still being asked
        page = read_page(typed)
        if page is not None:
            return self._page_missing(page)
        if not answer.is_address:
            return self.tr("There is no such heading here, and no such document in the library.")
        missing = self.tr("There is no “{address}” in this document.").format(address=typed.strip())
        if answer.under and answer.last:
            more = self.tr("Under “{head}” the last one is “{last}”.")
        elif answer.under:
            more = self.tr("Under “{head}” there is nothing of the kind.")
        elif answer.last:
            more = self.tr("The last one is “{last}”.")
        else:
            return missing
        return f"{missing}{more.format(head=answer.under, last=answer.last)}"

    def _page_missing(self, page: int) -> str:
        if self._known_pages is None:
            return ""  # the library is still being asked
        told = [
            one for pages in self._known_pages.values() for _, one in (*pages.printed, *pages.file)
        ]
        known = [one for one in told if one is not None]
        known += [pages.begins for pages in self._known_pages.values() if pages.begins]
        if not known:
            return self.tr("It is not known on which pages this document stands.")
        span = page_label(PageRange(min(known), max(known)))
        return self.tr("Page {page} is not known here; known are: {span}.").format(
            page=page, span=span
        )

    # ---- going

    def _go(self, target: Target) -> None:
        sheet = self._reader.sheet
        if sheet is not None and sheet.holds(target.notice):
            self._reading.jump(target.notice, target.offset or 0)
        else:
            self._reading.open_at(target.notice, target.offset)
        self._reader.page.setFocus()

    def _closed(self) -> None:
        self._reader.page.setFocus()
