"""All of a result at once: every document tagged, every place marked, as one step each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog, QMessageBox, QWidget

from desktop.desk_marks import MarkingDesk
from desktop.desk_search import SearchDesk
from desktop.messages import Messages
from desktop.models.tag_words import split_tags
from desktop.panels.floating import style_name
from desktop.panels.progress_strip import ProgressStrip
from desktop.panels.results_panel import ResultsPanel
from desktop.tasks.jobs import Jobs
from desktop.tasks.task import Task
from storage.types import Edit


class FoundDesk(QObject):
    """Connects what can be done with all of a result with the library.

    Its progress strip is not the one of imports: both may run, and each has its own cancel.
    """

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        panels: tuple[ResultsPanel, ProgressStrip],
        searching: SearchDesk,
        marking: MarkingDesk,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._results, self._progress = panels
        self._searching = searching
        self._marking = marking
        self._window = parent
        self._edit: Edit | None = None
        self._collecting: Task | None = None
        self._tagging: Task | None = None
        self._query = ""
        self._style = ""
        self._results.bar.tag_all.triggered.connect(self._ask_tags)
        self._results.bar.style_chosen.connect(self._collect_marks)
        self._progress.cancel_wanted.connect(self._cancel_marks)
        jobs.library_opened.connect(self._library_opened)

    def _library_opened(self, _: str) -> None:
        """What was found in the library before must not be tagged or marked in this one."""
        self._edit = None
        self._cancel_marks()
        if self._tagging is not None:
            self._tagging.cancel()
        self._progress.finish()
        self._results.bar.set_read_only(self._jobs.read_only)

    # ---- tags

    def _ask_tags(self) -> None:
        self._query = self._searching.query
        count = self._results.model.result.total_notices
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(self.tr("Tag all documents"))
        told = self.tr("Tags for all {count} documents that were found:")
        dialog.setLabelText(told.format(count=f"{count:,}"))
        dialog.setComboBoxEditable(True)
        dialog.setComboBoxItems(["", *self._marking.shelf.tags()])
        dialog.setMinimumWidth(360)
        dialog.textValueSelected.connect(self._tag)
        dialog.finished.connect(dialog.deleteLater)
        self._jobs.library_opened.connect(dialog.reject)
        dialog.open()

    def _tag(self, typed: str) -> None:
        tags = split_tags(typed)
        if tags:
            asked = self._jobs.searching.tags_of_found
            self._tagging = asked(self._query, tags, self, self._apply_tags)

    def _apply_tags(self, edit: Edit) -> None:
        self._apply(edit, self.tr("Tagged documents: {count}"))

    # ---- marks

    def _collect_marks(self, style: str) -> None:
        """Find out how many places there are to mark, then ask."""
        self._style = style
        query, author = self._searching.query, self._jobs.marking.author
        task = self._jobs.searching.marks_of_found(
            query, style, author, self, self._ask_marks, self._progress.show_progress
        )
        self._collecting = task
        task.ended.append(lambda: self._collected(task))

    def _collected(self, task: Task) -> None:
        """However it ended; of two the older was given up for the newer."""
        if task is self._collecting:
            self._collecting = None
            self._progress.finish()

    def _cancel_marks(self) -> None:
        if self._collecting is not None:
            self._collecting.cancel()

    def _ask_marks(self, edit: Edit) -> None:
        if not edit.marks:
            self._messages.show(self.tr("All these places are marked already."))
            return
        self._edit = edit
        documents = len({change.after.notice for change in edit.marks})
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Mark all places"),
            self.tr("Mark {count} places in {documents} documents in this colour: {style}?").format(
                count=f"{len(edit.marks):,}",
                documents=f"{documents:,}",
                style=style_name(self._style),
            ),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        box.setInformativeText(self.tr("It can be taken back as one step."))
        mark = box.addButton(self.tr("&Mark"), QMessageBox.ButtonRole.AcceptRole)
        mark.clicked.connect(self._mark)
        box.finished.connect(box.deleteLater)
        self._jobs.library_opened.connect(box.reject)
        box.open()

    def _mark(self) -> None:
        edit, self._edit = self._edit, None
        if edit is not None:
            self._apply(edit, self.tr("Marked places: {count}"))

    # ---- both

    def _apply(self, edit: Edit, told: str) -> None:
        if not edit.size:
            self._messages.show(self.tr("All these documents have these tags already."))
            return
        self._jobs.marking.apply(edit, partial(self._applied, told))

    def _applied(self, told: str, edit: Edit) -> None:
        self._marking.undo_stack.push(edit)
        self._messages.show(
            told.format(count=f"{edit.size:,}"),
            action=(self.tr("Take back"), self._marking.undo),
        )
