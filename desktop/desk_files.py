"""Files: importing, exporting, deleting an issue, opening another library."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.desk_reading import ReadingDesk
from desktop.dialogs import file_choice
from desktop.dialogs.export import ExportChoice, ExportDialog, Scope
from desktop.dialogs.import_report import ImportReportDialog
from desktop.line_finder import LineFinder
from desktop.messages import Messages
from desktop.models.titles import short_title, shortened
from desktop.panels.progress_strip import ProgressStrip
from desktop.panels.reader_panel import ReaderPanel
from desktop.paths import places
from desktop.settings import Settings
from desktop.tasks.jobs import Jobs
from desktop.theme import Dress
from storage.citations import cited_title, issue_label
from storage.errors import UserFault
from storage.types import Doubt, ImportReport, Issue, IssueSummary, Mark, MergeReport
from storage.words import Words

_LONGEST_NAME = 60
_KINDS = (
    "*.txt *.text *.md *.markdown *.docx *.docm *.dotx *.doc *.dot *.wps *.wpt *.rtf *.odt *.uot"
    " *.uof *.html *.htm *.xhtml *.shtml *.mht *.mhtml *.pdf *.ofd *.zip"
)
_SUFFIXES = {"docx": ".docx", "md": ".md"}


class FilesDesk(QObject):
    """Connects the dialogs of import and export with the library."""

    merged = Signal(object, bool)  # Doubt, whether it went well
    report_shown = Signal(object)  # ImportReportDialog

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        messages: Messages,
        words: Words,
        reader: ReaderPanel,
        reading: ReadingDesk,
        progress: ProgressStrip,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._messages = messages
        self._words = words
        self._reader = reader
        self._reading = reading
        self._progress = progress
        self._window = parent
        self._dress: Dress | None = None
        self._lines = LineFinder(jobs, reading, self)
        self._looked_at = 0
        jobs.library_failed.connect(self._library_failed)
        jobs.import_progress.connect(progress.show_progress)
        jobs.import_finished.connect(self.show_report)
        jobs.busy_changed.connect(self._busy_changed)
        progress.cancel_wanted.connect(jobs.cancel_import)

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme: the import report has its icons from it."""
        self._dress = dress

    # ---- import

    def ask_import(self) -> None:
        """Let the user choose files and import them."""
        paths = file_choice.files_to_open(
            self._window,
            self.tr("Import"),
            self._settings.import_folder,
            self.tr("Documents ({kinds});;All files (*)").format(kinds=_KINDS),
        )
        if paths:
            self._import_chosen([Path(path) for path in paths])

    def ask_import_folder(self) -> None:
        """Let the user choose a folder and import all documents in it."""
        path = file_choice.folder_to_open(
            self._window, self.tr("Import folder"), self._settings.import_folder
        )
        if path:
            self._import_chosen([Path(path)])

    def _import_chosen(self, paths: Sequence[Path]) -> None:
        self._settings.import_folder = str(paths[0].parent)
        self._settings.save()
        self.import_files(paths)

    def import_files(self, paths: Sequence[Path]) -> None:
        """Import files; the report comes when all are done."""
        self._jobs.import_files(list(paths))

    def show_report(self, reports: list[ImportReport]) -> None:
        """Show what an import found."""
        if not reports:
            self._messages.show(self.tr("The import was cancelled; nothing was taken in."))
            return
        if self._dress is None:
            return
        dialog = ImportReportDialog(reports, self._words, self._dress, self._window)
        dialog.notice_wanted.connect(self._reading.open)
        dialog.line_wanted.connect(self._lines.open_line)
        dialog.answers.confirmed.connect(self._import_confirmed)
        dialog.answers.merge_wanted.connect(self._merge)
        self.merged.connect(dialog.answers.show_merged)
        self.report_shown.emit(dialog)
        dialog.show()

    def _import_confirmed(self, path: str) -> None:
        self._jobs.import_files([Path(path)], confirmed=True)

    def _merge(self, doubt: Doubt) -> None:
        def done(report: MergeReport) -> None:
            self.merged.emit(doubt, True)
            self._tell_merged(report)

        def failed(fault: BaseException) -> None:
            self.merged.emit(doubt, False)
            self._jobs.tell_fault(fault)

        self._jobs.merge_notices(doubt.keep, doubt.gone, done, failed)

    def _tell_merged(self, report: MergeReport) -> None:
        told = self.tr("The two are one now; marks moved along: {count}").format(count=report.moved)
        doubts: list[str] = []
        if report.to_check:
            doubtful = self.tr("Marks whose place is to be checked: {count}.")
            doubts.append(doubtful.format(count=len(report.to_check)))
        if report.unplaced:
            lost = self.tr(
                "Marks whose words are gone: {count}. They are kept in the list of marks."
            )
            doubts.append(lost.format(count=len(report.unplaced)))
        self._messages.show(told, " ".join(doubts), "warning" if doubts else "info")

    def _busy_changed(self, busy: bool) -> None:
        if not busy:
            self._progress.finish()

    # ---- export

    def ask_export(self, query: str = "", issue: IssueSummary | None = None) -> None:
        """Ask what is to be exported; a query or an issue is then the first choice."""
        scopes = self._scopes(query, issue)
        if not scopes:
            self._messages.show(
                self.tr("There is nothing to export yet."),
                self.tr("Open a document or search for something first."),
                "warning",
            )
            return
        self._open_export(scopes)

    def _open_export(self, scopes: Sequence[Scope]) -> None:
        dialog = ExportDialog(scopes, self._settings.export_format, self._window)
        dialog.chosen.connect(self._ask_target)
        dialog.open()

    def ask_export_marks(self, marks: Sequence[Mark]) -> None:
        """Ask how some marks are to be exported."""
        label = self.tr("The {count} chosen marks").format(count=len(marks))
        uuids = tuple(mark.uuid for mark in marks)
        heading = marks[0].citation if len({mark.notice for mark in marks}) == 1 else ""
        self._open_export([Scope(label, heading or self.tr("Excerpts"), marks=uuids)])

    def ask_export_issue(self, issue: IssueSummary) -> None:
        """Ask how the marks of an issue are to be exported."""
        self.ask_export(issue=issue)

    def _scopes(self, query: str, issue: IssueSummary | None) -> list[Scope]:
        scopes: list[Scope] = []
        if issue is not None:
            name = issue_label(issue.issue) or issue.source_name
            scopes.append(self._issue_scope(issue.id, name))
        if query:
            label = self.tr("What the search “{query}” found").format(query=query)
            scopes.append(Scope(label, self.tr("Search: {query}").format(query=query), query=query))
        stored = self._reader.stored
        if stored is not None:
            summary = stored.summary
            label = self.tr("Marks of this document: {title}").format(
                title=shortened(short_title(summary), 30)
            )
            scopes.append(Scope(label, cited_title(summary), notice=summary.uuid))
            if issue is None and summary.is_issue:
                name = self._issue_name(summary.issue)
                scopes.append(self._issue_scope(summary.issue_id, name))
        return scopes

    def _issue_scope(self, issue_id: int, name: str) -> Scope:
        label = self.tr("Marks of this issue: {name}").format(name=name)
        return Scope(label, name, issue_id=issue_id)

    def _issue_name(self, issue: Issue) -> str:
        return issue_label(issue) or self.tr("this issue")

    def _ask_target(self, choice: ExportChoice) -> None:
        suffix = _SUFFIXES[choice.format]
        name = file_name(choice.heading or self.tr("Excerpts")) + suffix
        target = file_choice.file_to_write(
            self._window,
            self.tr("Export"),
            str(self._settings.export_folder or Path.home()),
            self.tr("Word document (*.docx)") if suffix == ".docx" else self.tr("Markdown (*.md)"),
            name,
        )
        if not target:
            return
        path = Path(target)
        path = path if path.suffix else path.with_suffix(suffix)
        self._settings.export_folder, self._settings.export_format = str(path.parent), choice.format
        self._settings.save()
        scope = choice.scope
        self._jobs.export(
            path,
            choice.format,
            choice.heading,
            notice=scope.notice,
            issue_id=scope.issue_id,
            query=scope.query,
            marked_only=choice.marked_only,
            marks=scope.marks,
            done=self._exported,
            progress=self._progress.show_progress,
        )

    def _exported(self, path: Path) -> None:
        self._written = path
        self._messages.show(
            self.tr("Written: {path}").format(path=path),
            action=(self.tr("Open folder"), self._open_folder),
        )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))

    # ---- the library

    def _library_failed(self, fault: BaseException) -> None:
        """Where no library is open, say so with the reason; it must not look like an empty one."""
        if self._jobs.library_path is None and isinstance(fault, UserFault):
            message, advice = self._words.fault(fault.key, **fault.arguments)
            is_default = fault.arguments.get("path") == str(places().library)
            reason = f"{message}\n{advice}".strip()
            self._reader.show_no_library(reason, with_default=not is_default)

    def ask_delete(self, issue: IssueSummary) -> None:
        """Delete an issue after asking."""
        name = issue_label(issue.issue) or issue.source_name
        self._doomed = issue.id
        box = QMessageBox(
            QMessageBox.Icon.Question,
            self.tr("Delete this issue"),
            self._delete_question(issue, name),
            QMessageBox.StandardButton.Cancel,
            self._window,
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setInformativeText(
            self.tr(
                "Your marks and notes are kept, with the words they stand on. The file itself"
                " is not touched and can be imported again."
            )
        )
        delete = box.addButton(self.tr("&Delete"), QMessageBox.ButtonRole.DestructiveRole)
        delete.clicked.connect(self._delete_doomed)
        box.finished.connect(box.deleteLater)
        box.open()

    def _delete_question(self, issue: IssueSummary, name: str) -> str:
        if not issue.is_issue:
            return self.tr("Delete “{name}” from the library?").format(name=name)
        return self.tr("Delete “{name}” with {count} documents from the library?").format(
            name=name, count=issue.notice_count
        )

    def _delete_doomed(self) -> None:
        self._jobs.delete_issue(self._doomed)

    def ask_open_library(self) -> None:
        """Let the user choose a library file."""
        path = file_choice.file_to_open(
            self._window, self.tr("Open library"), "", self.tr("Libraries (*.antoudb)")
        )
        if path:
            self._jobs.open_library(Path(path))

    def ask_new_library(self) -> None:
        """Let the user name a new library file and open it."""
        path = file_choice.file_to_write(
            self._window, self.tr("New library"), "", self.tr("Libraries (*.antoudb)")
        )
        if path:
            file = Path(path)
            file = file if file.suffix == ".antoudb" else file.with_name(file.name + ".antoudb")
            self._jobs.open_library(file, create=True)


def file_name(heading: str) -> str:
    """A heading as a file's name: without what Windows refuses, a long title shortened.

    A document's number behind its title stays whole: 《…》（某政办发〔2023〕65号）.
    """
    kept = "".join(one for one in heading if one not in '\\/:*?"<>|\n\t' and one.isprintable())
    kept = kept.strip(" .") or "antou"
    title, number = kept, ""
    if kept.endswith("）"):
        title, bracket, rest = kept.rpartition("》（")
        title, number = (title + "》", "（" + rest) if bracket else (kept, "")
    room = max(_LONGEST_NAME - len(number), 12)
    if len(title) > room:
        title = title[: room - 2].rstrip(" .") + ("…》" if title.endswith("》") else "…")
    return title + number
