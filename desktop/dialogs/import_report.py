"""What an import found, file by file, with everything that wants a look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.report_answers import Answers
from desktop.dialogs.wrapped_rows import WrappedRows
from desktop.models.tips import plain_tip
from desktop.theme import Dress
from storage.citations import issue_label
from storage.types import Doubt, Finding, ImportReport
from storage.words import Words

_FEW_LINKED = 5
_TARGET = Qt.ItemDataRole.UserRole


class ImportReportDialog(QDialog):
    """A tree: files, and below each its documents, what was doubtful, and what went wrong."""

    notice_wanted = Signal(str)  # uuid
    line_wanted = Signal(int, int)  # issue id, line of the source

    def __init__(
        self,
        reports: Sequence[ImportReport],
        words: Words,
        dress: Dress,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._dress = dress
        self.setWindowTitle(self.tr("Import report"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(880, 620)
        self.summary = QLabel(self._summary(reports), self)
        self.summary.setWordWrap(True)
        hint = QLabel(self.tr("Double-click a document or a remark to go there."), self)
        hint.setObjectName("hint")
        self.tree = QTreeWidget(self)
        self.tree.setHeaderHidden(True)
        self.tree.setColumnCount(2)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setAccessibleName(self.tr("Import report"))
        self.tree.setIconSize(QSize(18, 18))
        self.tree.setWordWrap(True)
        self.tree.setItemDelegateForColumn(0, WrappedRows(self.tree))
        self.tree.itemActivated.connect(self._go)
        self.answers = Answers(self.tree)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        for widget in (self.summary, self.tree, hint, buttons):
            column.addWidget(widget)
        skipped = [report for report in reports if report.status == "skipped"]
        told = [report for report in reports if report.status != "skipped"]
        for report in told:
            self._add_report(report, open_all=len(told) <= 3)
        self._add_skipped(skipped)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.tree.scheduleDelayedItemsLayout()

    def _summary(self, reports: Sequence[ImportReport]) -> str:
        counts = {
            status: sum(one.status == status for one in reports)
            for status in ("new", "updated", "same", "classified", "failed", "skipped")
        }
        labels = {
            "new": self.tr("new: {count}"),
            "updated": self.tr("updated: {count}"),
            "same": self.tr("already there: {count}"),
            "classified": self.tr("left out for their mark of secrecy: {count}"),
            "failed": self.tr("not imported: {count}"),
            "skipped": self.tr("of other formats, left out: {count}"),
        }
        told = [
            label.format(count=counts[status]) for status, label in labels.items() if counts[status]
        ]
        files = self.tr("Files: {count}").format(count=len(reports))
        return self.tr("{files} ({details})").format(files=files, details=self.tr(", ").join(told))

    def _add_report(self, report: ImportReport, *, open_all: bool) -> None:
        theme = self._dress.theme
        failed = report.status in ("failed", "classified")
        top = QTreeWidgetItem(self.tree, [self._headline(report)])
        name, value = ("warning", theme.danger) if failed else ("issue", theme.accent)
        top.setIcon(0, self._dress.icon(name, value))
        font = self.font()
        font.setBold(True)
        top.setFont(0, font)
        top.setToolTip(0, plain_tip(report.path))
        top.setFirstColumnSpanned(True)
        if report.fault_key:
            fault, advice = self._words.fault(report.fault_key, **dict(report.fault_arguments))
            for words in (fault, advice):
                if words:
                    QTreeWidgetItem(top, [words]).setFirstColumnSpanned(True)
            top.setExpanded(True)
            return
        if report.status == "classified":
            self._add_classified(top, report)
            top.setExpanded(True)
            return
        self._add_warnings(top, report)
        self._add_doubts(top, report)
        self._add_marks(top, report)
        self._add_notices(top, report)
        top.setExpanded(open_all)

    def _add_skipped(self, reports: Sequence[ImportReport]) -> None:
        """Pictures, spreadsheets and the like that lay beside the documents, folded away."""
        if not reports:
            return
        muted = self._dress.theme.muted
        label = self.tr("Files of other formats, left out: {count}")
        top = QTreeWidgetItem(self.tree, [label.format(count=len(reports))])
        top.setIcon(0, self._dress.icon("info", muted))
        top.setFirstColumnSpanned(True)
        top.addChildren([QTreeWidgetItem([" ".join(one.path.split())]) for one in reports])
        for item in (top, *(top.child(at) for at in range(top.childCount()))):
            item.setForeground(0, QColor(muted))
            item.setToolTip(0, plain_tip(item.text(0)))
            item.setFirstColumnSpanned(True)

    def _headline(self, report: ImportReport) -> str:
        name = Path(report.path).name
        if report.status == "failed":
            return self.tr("{file}: not imported").format(file=name)
        if report.status == "classified":
            return self.tr("{file}: left out, it bears a mark of secrecy").format(file=name)
        if report.status == "same":
            return self.tr("{file}: already in the library, nothing changed").format(file=name)
        what = issue_label(report.issue) if report.is_issue else self.tr("single document")
        told = [
            label.format(count=count)
            for label, count in (
                (self.tr("documents new: {count}"), report.added),
                (self.tr("documents updated: {count}"), report.updated),
                (self.tr("documents unchanged: {count}"), report.unchanged),
            )
            if count
        ]
        return self.tr("{file}: {what}, {counts}").format(
            file=name, what=what or self.tr("gazette"), counts=self.tr(", ").join(told)
        )

    def _add_notices(self, top: QTreeWidgetItem, report: ImportReport) -> None:
        if not report.notices:
            return
        words = self.tr("Documents: {count}").format(count=len(report.notices))
        group = QTreeWidgetItem(top, [words])
        group.setIcon(0, self._dress.icon("notice", self._dress.theme.muted))
        for notice in report.notices:
            item = QTreeWidgetItem(group, [notice.title, notice.number or ""])
            item.setToolTip(0, plain_tip(notice.title))
            item.setData(0, _TARGET, notice.uuid)
        group.setExpanded(len(report.notices) <= 40)

    def _add_warnings(self, top: QTreeWidgetItem, report: ImportReport) -> None:
        if not report.warnings:
            return
        words = self.tr("Worth a look: {count}").format(count=len(report.warnings))
        group = QTreeWidgetItem(top, [words])
        group.setIcon(0, self._dress.icon("warning", self._dress.theme.warning))
        for finding in report.warnings:
            line = self._finding(finding)
            item = QTreeWidgetItem(group, [line])
            item.setToolTip(0, plain_tip(line))
            item.setFirstColumnSpanned(True)
            if report.issue_id is not None:
                item.setData(0, _TARGET, (report.issue_id, finding.line))
        group.setExpanded(True)

    def _finding(self, finding: Finding) -> str:
        told = self._words.say(finding.key, text=finding.text, line=finding.line)
        if finding.line == 0:
            return told
        return self.tr("Line {line}: {words}").format(line=finding.line, words=told)

    def _add_classified(self, top: QTreeWidgetItem, report: ImportReport) -> None:
        """Why a classified file was left out, and the way to have it after all."""
        warning = self.tr("Classified documents do not belong on an ordinary computer.")
        advice = self.tr(
            "Nothing of it was stored. If it is not classified, or no longer,"
            " it can be imported all the same."
        )
        for words in (warning, *map(self._finding, report.warnings), advice):
            QTreeWidgetItem(top, [words]).setFirstColumnSpanned(True)
        top.child(0).setIcon(0, self._dress.icon("warning", self._dress.theme.danger))
        self.answers.add_import(top, report.path)

    def _add_marks(self, top: QTreeWidgetItem, report: ImportReport) -> None:
        for label, marks in (
            (self.tr("Marks whose place is to be checked: {count}"), report.to_check),
            (
                self.tr("Marks whose words are gone (kept in the list of marks): {count}"),
                report.unplaced,
            ),
        ):
            group = self._group(top, label.format(count=len(marks))) if marks else top
            for mark in marks:
                item = QTreeWidgetItem(group, [" ".join(mark.quote.split())])
                item.setFirstColumnSpanned(True)
                item.setData(0, _TARGET, mark.notice)

    def _add_doubts(self, top: QTreeWidgetItem, report: ImportReport) -> None:
        for label, linked in (
            (self.tr("Perhaps another version of a document that is already here: {count}"), False),
            (self.tr("The same document is here from elsewhere, both are linked: {count}"), True),
        ):
            doubts = [doubt for doubt in report.doubtful if doubt.linked == linked]
            if doubts:
                group = self._group(top, label.format(count=len(doubts)))
                self._add_questions(group, doubts)
                if linked:
                    # Nothing to be answered, only to be objected to.
                    group.setIcon(0, self._dress.icon("link", self._dress.theme.accent))
                    group.setExpanded(len(doubts) <= _FEW_LINKED)

    def _add_questions(self, group: QTreeWidgetItem, doubts: Sequence[Doubt]) -> None:
        for doubt in doubts:
            title = " ".join(doubt.title.split())
            item = QTreeWidgetItem(group, [title])
            item.setToolTip(0, plain_tip(title))
            item.setFirstColumnSpanned(True)
            reason = QTreeWidgetItem(item, [self._words.say(doubt.reason)])
            reason.setFirstColumnSpanned(True)
            for words, uuid in (
                (self.tr("Open the new one"), doubt.new),
                (self.tr("Open the one that was here"), doubt.old),
            ):
                if uuid:
                    QTreeWidgetItem(item, [words]).setData(0, _TARGET, uuid)
            if doubt.new:
                self.answers.add_merge(item, doubt)
            item.setExpanded(not doubt.linked)

    def _group(self, top: QTreeWidgetItem, label: str) -> QTreeWidgetItem:
        group = QTreeWidgetItem(top, [label])
        group.setFirstColumnSpanned(True)
        group.setIcon(0, self._dress.icon("unplaced", self._dress.theme.warning))
        group.setExpanded(True)
        return group

    def _go(self, item: QTreeWidgetItem) -> None:
        target = item.data(0, _TARGET)
        if isinstance(target, str):
            self.notice_wanted.emit(target)
        elif isinstance(target, list | tuple):
            self.line_wanted.emit(*target)
