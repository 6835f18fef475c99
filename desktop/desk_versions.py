"""Versions of one document: shown, opened, compared, linked and unlinked."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu, QWidget

from desktop.actions import Actions
from desktop.desk_compare import CompareDesk
from desktop.desk_files import FilesDesk
from desktop.desk_marks import MarkingDesk
from desktop.desk_reading import ReadingDesk
from desktop.dialogs.import_report import ImportReportDialog
from desktop.dialogs.link_version import LinkVersionDialog
from desktop.messages import Messages
from desktop.models.titles import short_title, shortened
from desktop.models.tree_nodes import Node
from desktop.models.version_words import version_name
from desktop.panels.library_panel import LibraryPanel
from desktop.panels.reader_panel import ReaderPanel
from desktop.tasks.jobs import Jobs
from storage.types import Doubt, MovedMarks, NoticeSummary

_LONGEST = 30


class VersionsDesk(QObject):
    """Knows which notices are one document, and does what is asked with them."""

    def __init__(
        self,
        jobs: Jobs,
        messages: Messages,
        actions: Actions,
        panels: tuple[LibraryPanel, ReaderPanel],
        desks: tuple[ReadingDesk, MarkingDesk, CompareDesk, FilesDesk],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._messages = messages
        self._actions = actions
        self._library, self._reader = panels
        self._reading, self._marking, self._comparing, files = desks
        self._window = parent
        self._families: dict[str, list[str]] = {}
        self._summaries: dict[str, NoticeSummary] = {}
        self._told = ""
        jobs.index_updated.connect(self.load)
        self._reading.tree_loaded.connect(self.load)
        self._reading.opened.connect(self._show)
        self._library.menu_opening.connect(self._add_to_tree)
        head = self._reader.head
        head.versions.version_wanted.connect(self._open)
        head.versions.compare_wanted.connect(self.compare)
        head.versions.menu_opening.connect(self._fill_for_open)
        head.menu_wanted.connect(self._show_head_menu)
        files.report_shown.connect(self._follow_report)
        actions["compare-version"].triggered.connect(self.compare)
        actions["link-version"].triggered.connect(self.ask_link)
        self._show(None)

    # ---- what there is

    def load(self, _: object = None) -> None:
        """Ask which notices are one document."""
        self._jobs.versions.families(self, self._loaded)

    def _loaded(self, families: list[list[str]]) -> None:
        self._families = {uuid: family for family in families for uuid in family}
        self._summaries = {
            notice.uuid: notice
            for notice in self._library.model.notices()
            if notice.uuid in self._families
        }
        counts = {uuid: len(family) - 1 for uuid, family in self._families.items()}
        self._library.show_versions(counts)
        self._show(self._reader.stored)

    def others(self, uuid: str) -> list[NoticeSummary]:
        """The other versions of a notice, the main one first."""
        found = (self._summaries.get(other) for other in self._families.get(uuid, ()))
        return [one for one in found if one is not None and one.uuid != uuid]

    def _main(self, uuid: str) -> str:
        """The uuid of the main version of a notice's document."""
        return self._families.get(uuid, [uuid])[0]

    def _show(self, _: object) -> None:
        """Show the other versions of the open notice."""
        stored = self._reader.stored
        uuid = stored.summary.uuid if stored is not None else ""
        others = self.others(uuid)
        self._reader.head.versions.show_versions(others, self._main(uuid))
        self._actions.enable(("compare-version",), bool(others))
        self._actions.enable(("link-version",), bool(uuid) and not self._jobs.read_only)

    # ---- opening and comparing

    def _open(self, uuid: str) -> None:
        """Open a version, and let the keys scroll the page."""
        self._reading.open(uuid)
        self._reader.page.setFocus()

    def compare(self, _: object = None) -> None:
        """Compare the open notice with its main version; once more, with the next one."""
        uuid = self._reader.uuid
        others = [one.uuid for one in self.others(uuid)]
        if not others:
            return
        pair = self._comparing.pair
        at = next((at for at, other in enumerate(others) if {uuid, other} == set(pair)), -1)
        self._comparing.compare(uuid, others[(at + 1) % len(others)])

    # ---- menus

    def _add_to_tree(self, menu: QMenu, node: Node) -> None:
        if isinstance(node.value, NoticeSummary):
            below = menu.addMenu(self.tr("Other versions"))
            self._fill(below, node.value)
            below.menuAction().setEnabled(not below.isEmpty())

    def _fill_for_open(self, menu: QMenu) -> None:
        stored = self._reader.stored
        if stored is not None:
            self._fill(menu, stored.summary)

    def _show_head_menu(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self._reader.head)
        menu.aboutToHide.connect(menu.deleteLater)
        self._fill_for_open(menu)
        if menu.actions():
            menu.popup(event.globalPos())

    def _fill(self, menu: QMenu, notice: NoticeSummary) -> None:
        """All that can be done with a notice and its versions."""
        uuid, main = notice.uuid, self._main(notice.uuid)
        others = self.others(uuid)
        for other in others:
            name = version_name(other, main=other.uuid == main)
            opened = self.tr("Open: {name}").format(name=name)
            self._add(menu, opened, partial(self._open, other.uuid))
            compared = self.tr("Compare with: {name}").format(name=name)
            self._add(menu, compared, partial(self._comparing.compare, uuid, other.uuid))
        if self._jobs.read_only:
            return
        menu.addSeparator()
        self._add(menu, self.tr("Link with another version…"), partial(self._ask_link, notice))
        if not others:
            return
        if uuid != main:
            make = partial(self._jobs.versions.choose_main, uuid)
            self._add(menu, self.tr("Make this the main version"), make)
            self._add(
                menu,
                self.tr("Move its marks to the main version"),
                partial(self._move_marks, uuid),
            )
        self._add(
            menu, self.tr("Not the same document: unlink"), partial(self._unlink, notice, others)
        )

    def _add(self, menu: QMenu, label: str, slot: Callable[[], object]) -> None:
        menu.addAction(label.replace("&", "&&")).triggered.connect(lambda _=False: slot())

    # ---- linking and unlinking

    def ask_link(self, _: object = None) -> None:
        """Ask which notice is another version of the open one."""
        stored = self._reader.stored
        if stored is not None:
            self._ask_link(stored.summary)

    def _ask_link(self, notice: NoticeSummary) -> None:
        family = self._families.get(notice.uuid, ())
        notices = [one for one in self._library.model.notices() if one.uuid not in family]
        dialog = LinkVersionDialog(notice, notices, self._window)
        dialog.chosen.connect(partial(self._link, notice.uuid))
        self._jobs.likely_beside(notice.uuid, dialog, dialog.set_likely)
        dialog.open()

    def _link(self, uuid: str, other: str) -> None:
        self._jobs.versions.link(uuid, other, self._linked)

    def _linked(self, _: object) -> None:
        self._messages.withdraw(self._told)
        self._messages.show(
            self.tr("Linked as versions of one document."),
            self.tr("A search counts them once and shows the main version."),
        )

    def _unlink(self, notice: NoticeSummary, others: list[NoticeSummary]) -> None:
        self._jobs.versions.unlink(notice.uuid, partial(self._unlinked, notice, others[0].uuid))

    def _unlinked(self, notice: NoticeSummary, other: str, _: object) -> None:
        title = shortened(short_title(notice), _LONGEST)
        self._told = self.tr("Unlinked, and not to be linked again by itself: {title}").format(
            title=title
        )
        link = partial(self._link, notice.uuid, other)
        self._messages.show(self._told, action=(self.tr("Take back"), link))

    # ---- marks

    def _move_marks(self, uuid: str) -> None:
        self._jobs.versions.move_marks(uuid, self._moved)

    def _moved(self, moved: MovedMarks) -> None:
        self._marking.undo_stack.push(moved.edit)
        told = self.tr("Marks moved to the main version: {count}").format(
            count=len(moved.edit.marks)
        )
        doubts: list[str] = []
        if moved.to_check:
            doubtful = self.tr("Marks whose place is to be checked: {count}.")
            doubts.append(doubtful.format(count=len(moved.to_check)))
        if moved.stayed:
            stayed = self.tr("Marks whose words the main version lacks stay here: {count}.")
            doubts.append(stayed.format(count=len(moved.stayed)))
        action = (self.tr("Take back"), self._marking.undo) if moved.edit.marks else None
        self._messages.show(told, " ".join(doubts), "warning" if doubts else "info", action)

    # ---- the import report

    def _follow_report(self, report: ImportReportDialog) -> None:
        report.answers.link_wanted.connect(partial(self._answer_one, report))
        report.answers.apart_wanted.connect(partial(self._answer_two, report))

    def _answer_one(self, report: ImportReportDialog, doubt: Doubt) -> None:
        done = partial(self._answered, report, doubt, self.tr("Both are kept and linked."))
        failed = partial(self._not_answered, report, doubt)
        self._jobs.versions.link(doubt.new, doubt.old, done, failed)

    def _answer_two(self, report: ImportReportDialog, doubt: Doubt) -> None:
        done = partial(self._answered, report, doubt, self.tr("Both are kept."))
        failed = partial(self._not_answered, report, doubt)
        self._jobs.versions.keep_apart(doubt.new, doubt.old, done, failed)

    def _answered(self, report: ImportReportDialog, doubt: Doubt, words: str, _: object) -> None:
        report.answers.show_answered(doubt, words)

    def _not_answered(self, report: ImportReportDialog, doubt: Doubt, fault: BaseException) -> None:
        report.answers.show_answered(doubt, "")
        self._jobs.tell_fault(fault)
