"""Correcting issues from the tree: what an issue says of itself, and the names of gazettes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from desktop.correcting_menu import add_correction, reason
from desktop.dialogs.gazette_names import GazetteNamesDialog
from desktop.dialogs.issue_head import IssueHeadDialog
from desktop.models.tree_nodes import Node
from desktop.panels.library_panel import LibraryPanel
from desktop.tasks.jobs import Jobs
from storage.errors import UserFault
from storage.types import CorrectionReport, FieldCorrection, IssueSummary, NoticeSummary
from storage.words import Words

_FIELD_OF_FAULT = {"correction-no-date": "published", "correction-no-number": "number"}


class IssuesDesk(QObject):
    """Adds to the tree's menus, and saves what the dialogs ask for."""

    def __init__(
        self,
        jobs: Jobs,
        words: Words,
        library: LibraryPanel,
        show_corrections: Callable[[int], object],
        parent: QWidget,
    ) -> None:
        """`show_corrections` lists those of an issue."""
        super().__init__(parent)
        self._jobs = jobs
        self._words = words
        self._library = library
        self._show_corrections = show_corrections
        self._window = parent
        self._head: IssueHeadDialog | None = None
        self._names: GazetteNamesDialog | None = None
        library.menu_opening.connect(self._add_to_menu)

    def _add_to_menu(self, menu: QMenu, node: Node) -> None:
        value = node.value
        if node.kind == "gazette" and node.label:
            self._add(menu, self.tr("Correct the name…"), partial(self._ask_name, node.label))
        elif isinstance(value, IssueSummary):
            menu.addSeparator()
            label = self.tr("Correct gazette, year, number…")
            self._add(menu, label, partial(self._correct, value))
            listed = menu.addAction(self.tr("Corrections of this issue…"))
            listed.triggered.connect(partial(self._list, value.id))
        elif isinstance(value, NoticeSummary) and not value.is_issue:
            issue = self._library.model.issue(value.issue_id)
            if issue is not None:
                label = self.tr("Make it an issue of a gazette…")
                self._add(menu, label, partial(self._correct, issue))

    def _add(self, menu: QMenu, label: str, slot: Callable[..., object]) -> None:
        add_correction(menu, label, slot, reason(self._jobs, self._words))

    def _list(self, issue_id: int, _: bool = False) -> None:
        self._show_corrections(issue_id)

    # ---- one issue

    def _correct(self, summary: IssueSummary, _: bool = False) -> None:
        if self._head is not None:
            self._head.close()
        dialog = IssueHeadDialog(summary, self._window)
        dialog.save_wanted.connect(self._save)
        dialog.finished.connect(self._head_closed)
        self._head = dialog
        dialog.show()

    def _head_closed(self, _: int) -> None:
        self._head = None

    def _save(self, changes: list[FieldCorrection]) -> None:
        if self._head is not None:
            self._head.save.setEnabled(False)
            self._jobs.correcting.issue(self._head.issue_id, changes, self._saved, self._failed)

    def _saved(self, _: CorrectionReport) -> None:
        if self._head is not None:
            self._head.close()

    def _failed(self, fault: BaseException) -> None:
        if self._head is None or not isinstance(fault, UserFault):
            self._jobs.tell_fault(fault)
            return
        self._head.save.setEnabled(True)
        field = str(fault.arguments.get("field", _FIELD_OF_FAULT.get(fault.key, "")))
        self._head.tell(field, " ".join(self._words.fault(fault.key, **fault.arguments)))

    # ---- names of gazettes

    def _ask_name(self, name: str, _: bool = False) -> None:
        self._jobs.correcting.gazette_names(self, partial(self._open_names, name))

    def _open_names(self, name: str, names: dict[str, int]) -> None:
        if self._names is not None:
            self._names.close()
        dialog = GazetteNamesDialog(name, names, self._window)
        dialog.name_chosen.connect(partial(self._rename, name))
        dialog.finished.connect(self._names_closed)
        self._names = dialog
        dialog.show()

    def _names_closed(self, _: int) -> None:
        self._names = None

    def _rename(self, old: str, new: str) -> None:
        self._jobs.correcting.rename_gazette(old, new, self._renamed, self._not_renamed)

    def _renamed(self, _: CorrectionReport) -> None:
        if self._names is not None:
            self._names.close()

    def _not_renamed(self, fault: BaseException) -> None:
        if self._names is None or not isinstance(fault, UserFault):
            self._jobs.tell_fault(fault)
            return
        self._names.tell(" ".join(self._words.fault(fault.key, **fault.arguments)))
