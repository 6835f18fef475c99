"""What is to be exported, and how."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

FORMATS = ("docx", "md")


@dataclass(frozen=True, slots=True)
class Scope:
    """A choice of passages: exactly one of notice, issue, query and marks (uuids) is set."""

    label: str
    heading: str
    notice: str | None = None
    issue_id: int | None = None
    query: str | None = None
    marks: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What the user chose."""

    scope: Scope
    format: str
    heading: str
    marked_only: bool


class ExportDialog(QDialog):
    """Asks for scope, format and heading."""

    chosen = Signal(object)  # ExportChoice

    def __init__(
        self, scopes: Sequence[Scope], file_format: str, parent: QWidget | None = None
    ) -> None:
        """`scopes` are those possible now, the likeliest first; there is at least one."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export passages"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(560)
        self._scopes = list(scopes)
        form = QFormLayout()
        form.setVerticalSpacing(14)
        form.setHorizontalSpacing(16)
        self.scopes = QButtonGroup(self)
        form.addRow(self.tr("&What"), self._radios(self.scopes, [one.label for one in scopes]))
        self.marked_only = QCheckBox(self.tr("Only passages that are &marked"), self)
        form.addRow("", self.marked_only)
        self.formats = QButtonGroup(self)
        labels = [self.tr("Word document (.docx)"), self.tr("Markdown text (.md)")]
        form.addRow(self.tr("&Format"), self._radios(self.formats, labels))
        self.heading = QLineEdit(self)
        form.addRow(self.tr("&Heading"), self.heading)
        hint = QLabel(
            self.tr("Each passage comes with the title, number, issuer and date of its document."),
            self,
        )
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.go = buttons.addButton(
            self.tr("Choose f&ile…"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.addLayout(form)
        column.addSpacing(6)
        column.addWidget(hint)
        column.addSpacing(6)
        column.addWidget(buttons)
        self.scopes.idClicked.connect(self._scope_changed)
        self.scopes.button(0).setChecked(True)
        at = FORMATS.index(file_format) if file_format in FORMATS else 0
        self.formats.button(at).setChecked(True)
        self._scope_changed(0)

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        scope = self._scopes[self.scopes.checkedId()]
        marked_only = self.marked_only.isChecked() or scope.query is None
        heading = self.heading.text().strip()
        return ExportChoice(scope, FORMATS[self.formats.checkedId()], heading, marked_only)

    def accept(self) -> None:
        """Hand the choice on."""
        choice = self.choice()
        super().accept()
        self.chosen.emit(choice)

    def _radios(self, group: QButtonGroup, labels: Sequence[str]) -> QWidget:
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        for at, label in enumerate(labels):
            button = QRadioButton(label, holder)
            group.addButton(button, at)
            column.addWidget(button)
        # The letter of the row's label goes to the choice that is made; only where the holder
        # takes the focus at all does Qt hand it on.
        holder.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        group.buttonToggled.connect(lambda one, on: holder.setFocusProxy(one) if on else None)
        return holder

    def _scope_changed(self, at: int) -> None:
        scope = self._scopes[at]
        self.heading.setText(scope.heading)
        self.heading.setCursorPosition(0)
        self.marked_only.setVisible(scope.query is not None)
