"""Choosing the notice that is another version of the same document."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.dialogs.beside import BesideDialog
from storage.types import NoticeSummary


class LinkVersionDialog(BesideDialog):
    """The list of the dialog for reading beside; Enter links."""

    def __init__(
        self,
        notice: NoticeSummary,
        notices: Sequence[NoticeSummary],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(notice, notices, parent)
        self.setWindowTitle(self.tr("Link with another version of this document"))
        self.list.setAccessibleName(self.tr("Documents that may be another version"))
        self.go.setText(self.tr("&Link as versions"))
