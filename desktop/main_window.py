"""The window: builds the panels and desks, and connects them; no logic of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import window_layout
from desktop.action_slots import action_slots
from desktop.actions import Actions
from desktop.desk_address import AddressDesk
from desktop.desk_compare import CompareDesk
from desktop.desk_copying import CopyingDesk
from desktop.desk_files import FilesDesk
from desktop.desk_finding import FindingDesk
from desktop.desk_focus import FocusDesk
from desktop.desk_found import FoundDesk
from desktop.desk_marks import MarkingDesk
from desktop.desk_notes import NotesDesk
from desktop.desk_page_picture import PagePictureDesk
from desktop.desk_pages import PagesDesk
from desktop.desk_proofreading import ProofreadingDesk
from desktop.desk_reading import ReadingDesk
from desktop.desk_saved_searches import SavedSearchDesk
from desktop.desk_search import SearchDesk
from desktop.desk_search_files import SearchFilesDesk
from desktop.desk_styles import StylesDesk
from desktop.desk_versions import VersionsDesk
from desktop.desk_view import ViewDesk, look, wear
from desktop.desk_warnings import WarningsDesk
from desktop.desk_welcome import WelcomeDesk
from desktop.mark_actions import MarkActions
from desktop.mark_desks import MarkDesks
from desktop.messages import Messages
from desktop.panels.compare_panel import ComparePanel
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.marks_panel import MarksPanel
from desktop.panels.message_bar import MessageBar
from desktop.panels.outline_panel import OutlinePanel
from desktop.panels.progress_strip import ProgressStrip
from desktop.panels.reader_panel import ReaderPanel
from desktop.panels.results_panel import ResultsPanel
from desktop.panels.search_box import SearchBox
from desktop.recognition_desks import RecognitionDesks
from desktop.settings import Settings
from desktop.tasks.jobs import Jobs
from desktop.window_sides import WindowSides
from storage.types import IssueSummary, StoredNotice
from storage.words import Words

_WITH_NOTICE = (
    *("beside", "find", "proofread", "cite-reference", "cite-notice"),
    *("larger", "smaller", "usual-size", "caret"),
)
_WITH_LIBRARY = ("import", "import-folder", "export", "go-to")
_WITH_SELECTION = ("copy", "cite")

_NARROW = 1000
"""Pixels below which a window has no room for both sides."""


class MainWindow(QMainWindow):
    """The one window of the program."""

    def __init__(self, jobs: Jobs, settings: Settings, messages: Messages, words: Words) -> None:
        super().__init__()
        self._jobs = jobs
        self._settings = settings
        self._words = words
        self._worn = wear(settings)
        self._narrow, self._right_wanted = False, True
        self.setAcceptDrops(True)
        self.setWindowTitle(self.tr("Antou"))
        self.resize(1280, 800)
        self._build_panels(messages)
        self.actions_ = Actions(self)
        self.tool_bar = self.actions_.make_tool_bar(self.search_box)
        self.addToolBar(self.tool_bar)
        self._build_desks(messages)
        self._connect_actions()
        boxes = (*self.findChildren(QLineEdit), *self.findChildren(QPlainTextEdit))
        self.actions_.keep_keys_from(boxes)
        self._connect()
        self.apply_settings()
        window_layout.restore(self, self.splitter, settings.window)
        self._notice_opened(None)
        self.actions_.enable(_WITH_LIBRARY, False)

    # ---- building

    def _build_panels(self, messages: Messages) -> None:
        self.search_box = SearchBox(self)
        self.library = LibraryPanel(self)
        self.results = ResultsPanel(self)
        self.reader = ReaderPanel(look(self._settings), self)
        self.compared = ComparePanel(look(self._settings), self)
        self.middle = QStackedWidget(self)
        self.middle.addWidget(self.reader)
        self.middle.addWidget(self.compared)
        self.outline = OutlinePanel(self)
        self.marks = MarksPanel(self)
        self.message_bar = MessageBar(self)
        self.progress = ProgressStrip(self._words, self)
        self.collecting = ProgressStrip(self._words, self)
        self.left = QTabWidget(self)
        self.left.setObjectName("leftSide")
        self.left.setAccessibleName(self.tr("Library and results"))
        self.left.addTab(self.library, self.tr("Library"))
        self.left.addTab(self.results, self.tr("Results"))
        self.right = QTabWidget(self)
        self.right.setObjectName("rightSide")
        self.right.setAccessibleName(self.tr("Outline and marks"))
        self.right.addTab(self.outline, self.tr("Outline"))
        self.right.addTab(self.marks, self.tr("Marks"))
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for at, panel in enumerate((self.left, self.middle, self.right)):
            self.splitter.addWidget(panel)
            self.splitter.setStretchFactor(at, 1 if at == 1 else 0)
        self.splitter.setSizes([310, 720, 250])
        whole = QWidget(self)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.collecting)
        column.addWidget(self.progress)
        column.addWidget(self.message_bar)
        self.setCentralWidget(whole)

    def _build_desks(self, messages: Messages) -> None:
        jobs, reader = self._jobs, self.reader
        self.reading = ReadingDesk(jobs, self.library, reader, self.outline, self)
        self.marking = MarkingDesk(jobs, messages, self._words, reader, self.reading, self)
        self.notes = NotesDesk(jobs, messages, reader, self.reading, self.marking, self)
        self.pages = PagesDesk(jobs, self)
        self.copying = CopyingDesk(self._settings, self.library, reader, self.pages, self)
        self.address = AddressDesk(jobs, reader.address_box, reader, self.reading, self.pages, self)
        self.finding = FindingDesk(jobs, reader, self)
        found = (self.search_box, self.results, reader)
        desk = (jobs, self._settings, messages, self._words)
        self.searching = SearchDesk(*desk, found, self.reading, self)
        self.files = FilesDesk(
            jobs,
            self._settings,
            messages,
            self._words,
            reader,
            self.reading,
            self.progress,
            self,
        )
        listed = (self.library, self.results)
        known = (self.reading, self.marking, self.searching)
        self.saved_searches = SavedSearchDesk(jobs, messages, self._words, listed, known, self)
        self.search_files = SearchFilesDesk(
            jobs, self._settings, messages, self.library, self.marking, self
        )
        panels = (self.results, self.collecting)
        self.found = FoundDesk(jobs, messages, panels, self.searching, self.marking, self)
        self._build_view_desks(messages)

    def _build_view_desks(self, messages: Messages) -> None:
        """What is worn, compared and focused: these know the other desks."""
        jobs, reader = self._jobs, self.reader
        self.styles = StylesDesk(jobs, self.actions_, self)
        dressed = (
            self.styles,
            self.actions_,
            self.search_box,
            self.library,
            self.results,
            reader,
            self.compared,
            self.outline,
            self.marks,
            self.message_bar,
            self.files,
        )
        pages = reader, self.compared
        self.view = ViewDesk(jobs, self._settings, pages, self.actions_, dressed, self._worn, self)
        self.comparing = CompareDesk(
            jobs, self.library, self.outline, self.reading, self.middle, pages, self.actions_, self
        )
        self._build_proof_desks(messages)
        panels = (self.library, self.results, reader, self.outline, self.marks)
        sides = (self.left, self.right)
        self.focus = FocusDesk(self.actions_, sides, self.search_box, panels, self)
        desks = (self.reading, self.marking, self.copying, self.files)
        show_marks = self.focus.marks
        marked = (self.library, self.marks, reader)
        self.mark_desks = MarkDesks(jobs, messages, self.actions_, marked, desks, show_marks, self)
        self.recognition = RecognitionDesks(
            jobs,
            messages,
            self._words,
            self.actions_,
            (self.library, reader),
            (self.reading, self.marking),
            self.mark_desks.check,
            self.view,
            self,
        )
        self.warnings.correct_wanted.connect(self.recognition.correcting.words.correct)
        known = (self.reading, self.marking, self.comparing, self.files)
        self.versions = VersionsDesk(
            jobs, messages, self.actions_, (self.library, reader), known, self
        )
        self.welcome = WelcomeDesk(self._settings, self.library, reader, self.search_box, self)
        messages.message.connect(self.message_bar.show_message)
        messages.withdrawn.connect(self.message_bar.withdraw)

    def _build_proof_desks(self, messages: Messages) -> None:
        """What shows the source beside the text, and the warnings of the recogniser."""
        jobs, reader = self._jobs, self.reader
        between = WindowSides(self.middle, self.actions_)
        self.proofreading = ProofreadingDesk(
            jobs, self._settings, reader, self.reading, between, self.actions_, self
        )
        self.warnings = WarningsDesk(
            jobs,
            messages,
            self._words,
            reader,
            self.reading,
            self.proofreading,
            self.actions_,
            self,
        )
        self.page_pictures = PagePictureDesk(jobs, reader.source, self.proofreading, self)

    def _connect_actions(self) -> None:
        slots = action_slots(
            (self.files, self.copying, self.address, self.focus, self.view, self.welcome),
            (self.reading, self.searching, self.comparing, self.marking),
            (self.reader, self.compared),
        )
        slots |= {"export": self._ask_export, "delete-issue": self._ask_delete, "quit": self.close}
        for name, slot in slots.items():
            self.actions_[name].triggered.connect(slot)
        for name, widget in (("left-side", self.left), ("right-side", self.right)):
            self.actions_[name].setChecked(True)
            self.actions_[name].toggled.connect(widget.setVisible)
        self.actions_["whole-issue"].triggered.connect(self.reading.read_whole_issue)
        self.actions_["search-help"].triggered.connect(self.search_box.show_help)
        self.actions_["caret"].toggled.connect(self.reader.page.set_caret_mode)
        self.actions_["full-screen"].toggled.connect(self._full_screen)
        self.mark_actions = MarkActions(
            self._jobs, self.actions_, self.reader, self.reading, self.notes, self
        )

    def _connect(self) -> None:
        self.reading.opened.connect(self._notice_opened)
        self.reading.went.connect(self._show_way)
        self.marking.undo_stack.changed.connect(self._show_steps)
        self._show_steps()
        self.reader.selection_changed.connect(self._selection_changed)
        self.marking.copy_wanted.connect(self.copying.copy_marks)
        self.reader.page.zoom_wanted.connect(self.view.zoom)
        self.compared.zoom_wanted.connect(self.view.zoom)
        self._jobs.library_opened.connect(self._library_opened)
        self.reader.empty.import_wanted.connect(self.files.ask_import)
        self.reader.empty.open_wanted.connect(self.files.ask_open_library)
        self.reader.empty.new_wanted.connect(self.files.ask_new_library)
        self.searching.results_shown.connect(self.focus.results)
        self.searching.found_while_typing.connect(self.focus.show_results)
        self.results.export_wanted.connect(self.files.ask_export)
        self.results.mark_wanted.connect(self.mark_desks.show_mark)
        self.reader.menu.search_wanted.connect(self.searching.search)
        self.library.delete_issue_wanted.connect(self.files.ask_delete)
        self.library.export_issue_wanted.connect(self.files.ask_export_issue)
        self.library.findings_wanted.connect(self.warnings.show_list)

    # ---- what is open

    def _library_opened(self, _: str) -> None:
        self.actions_.enable(_WITH_LIBRARY, True)

    def _notice_opened(self, stored: StoredNotice | None) -> None:
        title = stored.summary.title if stored is not None else ""
        name = self.tr("Antou")
        self.setWindowTitle(f"{title} - {name}" if title else name)
        self.actions_.enable(_WITH_NOTICE, stored is not None)
        self.actions_.enable(("delete-issue",), stored is not None)
        self._show_way()
        sheet = self.reader.sheet
        of_issue = stored is not None and stored.summary.is_issue
        self.actions_["whole-issue"].setEnabled(of_issue)
        self.actions_["whole-issue"].setChecked(sheet is not None and sheet.issue_id is not None)
        self.actions_["next-notice"].setEnabled(self.reading.neighbour(1) is not None)
        self.actions_["previous-notice"].setEnabled(self.reading.neighbour(-1) is not None)
        self._selection_changed(self.reader.page.textCursor().hasSelection())

    def _show_way(self) -> None:
        """Whether there is a way back and forward."""
        self.actions_["back"].setEnabled(self.reading.history.can_back)
        self.actions_["forward"].setEnabled(self.reading.history.can_forward)

    def _selection_changed(self, selected: bool) -> None:
        self.actions_.enable(_WITH_SELECTION, selected)

    def _show_steps(self) -> None:
        """Name in the menu what undo and redo would do."""
        stack = self.marking.undo_stack
        undo, redo = stack.undo_step, stack.redo_step
        told = self.marking.step_told
        self.actions_.name_step("undo", told(undo) if undo else "")
        self.actions_.name_step("redo", told(redo) if redo else "")

    def _ask_export(self) -> None:
        shown = self.left.currentWidget() is self.results
        self.files.ask_export(self.searching.query if shown else "")

    def _ask_delete(self) -> None:
        issue = self._open_issue()
        if issue is not None:
            self.files.ask_delete(issue)

    def _open_issue(self) -> IssueSummary | None:
        stored = self.reader.stored
        if stored is None:
            return None
        return self.library.model.issue(stored.summary.issue_id)

    def apply_settings(self) -> None:
        """Take over what was chosen: colours, page, name."""
        self.view.apply()

    def _full_screen(self, on: bool) -> None:
        full, state = Qt.WindowState.WindowFullScreen, self.windowState()
        self.setWindowState(state | full if on else state & ~full)  # it may have been maximised

    # ---- drops, opening, closing

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files that are dragged over the window."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Import files that are dropped on the window."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files.import_files(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """In a narrow window the right side gives way to the text, and comes back in a wide one."""
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self._narrow:
            self._narrow = narrow
            wanted = self._right_wanted if not narrow else False
            if narrow:
                self._right_wanted = self.actions_["right-side"].isChecked()
            self.actions_["right-side"].setChecked(wanted)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Save what is being written, and how the window stands."""
        for dialog in self.findChildren(QDialog):
            dialog.close()
        self.reader.card.dismiss()
        self.comparing.close()
        self.reading.keep_places()
        self.reader.stop()
        self.proofreading.keep_width()
        window_layout.keep(self, self.splitter, self._settings.window)
        super().closeEvent(event)
