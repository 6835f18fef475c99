"""On which pages notices stand: asked of the library when first needed, then kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.tasks.jobs import Jobs
from storage.pages import NoticePages

PagesOfIssue = dict[str, NoticePages]


class PagesDesk(QObject):
    """Answers with the pages of notices; without any where the library cannot tell them."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._known: dict[int, PagesOfIssue] = {}
        self._waiting: dict[int, list[Callable[[PagesOfIssue], object]]] = {}
        jobs.library_opened.connect(self._forget)
        jobs.library_changed.connect(self._follow)

    def of_issue(self, issue_id: int, done: Callable[[PagesOfIssue], object]) -> None:
        """Call `done` with the pages of an issue's notices, by uuid; at once where known."""
        if issue_id in self._known:
            done(self._known[issue_id])
            return
        self._waiting.setdefault(issue_id, []).append(done)
        if len(self._waiting[issue_id]) == 1:
            self._jobs.issue_pages(
                issue_id,
                self,
                lambda pages: self._answer(issue_id, pages),
                lambda _: self._answer(issue_id, {}),
            )

    def _answer(self, issue_id: int, pages: PagesOfIssue) -> None:
        if pages:
            self._known[issue_id] = pages
        for done in self._waiting.pop(issue_id, ()):
            done(pages)

    def _follow(self, what: str) -> None:
        if what == "notices":
            self._forget()

    def _forget(self, _: str = "") -> None:
        self._known = {}
