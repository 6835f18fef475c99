"""The head of a notice put right: title, number, issuer, date, addressees, section."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.dialogs.fields import FieldsDialog
from storage.types import CORRECTED_FIELDS, Notice, StoredNotice


class NoticeHeadDialog(FieldsDialog):
    """All fields of one notice's head."""

    def __init__(
        self, stored: StoredNotice, recognised: Notice, parent: QWidget | None = None
    ) -> None:
        self.uuid = stored.summary.uuid
        title = self.tr("Correct title, number, date…")
        labels = {
            "title": self.tr("&Title"),
            "number": self.tr("Document &number"),
            "issuer": self.tr("&Issuer"),
            "date": self.tr("&Date of issue"),
            "addressees": self.tr("&Addressees"),
            "section": self.tr("S&ection"),
        }
        super().__init__(title, labels, _fields(stored.notice), _fields(recognised), parent)


def _fields(notice: Notice) -> dict[str, str]:
    return {field: getattr(notice, field) or "" for field in CORRECTED_FIELDS}
