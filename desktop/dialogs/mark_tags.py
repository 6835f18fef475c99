"""Asks for tags to be put on several marks, or taken off them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.models.tag_words import split_tags

_TAG = Qt.ItemDataRole.UserRole
_Check = Qt.CheckState


class MarkTagsDialog(QDialog):
    """A box for new tags, with completion, and a list of those that some or all marks have."""

    chosen = Signal(set, set)  # tags for all marks, tags for none of them

    def __init__(
        self,
        tags_of_marks: Sequence[Iterable[str]],
        known: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        """`known` are all tags of the library."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(340, 380)
        self._before: dict[str, Qt.CheckState] = {}
        count = len(tags_of_marks)
        told = self.tr("Tags of {count} marks").format(count=count)
        self.entry = QLineEdit(self)
        self.entry.setPlaceholderText(self.tr("New tag, then Enter"))
        self.entry.setAccessibleName(self.tr("New tag"))
        completer = QCompleter(list(known), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.entry.setCompleter(completer)
        self.add = QPushButton(self.tr("&Add"), self)
        self.add.setAutoDefault(False)
        self.list = QListWidget(self)
        self.list.setAccessibleName(told)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        row = QHBoxLayout()
        row.addWidget(self.entry, 1)
        row.addWidget(self.add)
        column = QVBoxLayout(self)
        column.addWidget(QLabel(told, self))
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        self.add.clicked.connect(self._add)
        self.entry.returnPressed.connect(self._add)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setAutoDefault(False)  # Enter in the box adds the tag
        self._fill(Counter(tag for tags in tags_of_marks for tag in tags), count)
        self.entry.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Hand on what was added and taken off; a tag still being typed counts."""
        self._add()
        now = {tag: item.checkState() for tag, item in self._items().items()}
        changed = {tag for tag, state in now.items() if state != self._before.get(tag)}
        added = {tag for tag in changed if now[tag] == _Check.Checked}
        super().accept()
        self.chosen.emit(added, {tag for tag in changed if now[tag] == _Check.Unchecked})

    def _fill(self, counts: Counter[str], count: int) -> None:
        for tag in sorted(counts):
            state = _Check.Checked if counts[tag] == count else _Check.PartiallyChecked
            self._before[tag] = state
            self._item(tag, state)

    def _item(self, tag: str, state: Qt.CheckState) -> QListWidgetItem:
        item = QListWidgetItem(f"#{tag}", self.list)
        item.setData(_TAG, tag)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(state)
        return item

    def _items(self) -> dict[str, QListWidgetItem]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return {str(item.data(_TAG)): item for item in items}

    def _add(self) -> None:
        known = self._items()
        for tag in split_tags(self.entry.text()):
            item = known.get(tag) or self._item(tag, _Check.Checked)
            item.setCheckState(_Check.Checked)
            self.list.scrollToItem(item)
        self.entry.clear()
