"""What an issue says of itself put right: gazette, year, number, day of publication."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop.dialogs.fields import FieldsDialog
from storage.types import Issue, IssueSummary

ISSUE_FIELDS = ("name", "year", "number", "serial", "published", "publisher")


class IssueHeadDialog(FieldsDialog):
    """All fields of an issue; a file without a masthead gets its place by them."""

    def __init__(self, summary: IssueSummary, parent: QWidget | None = None) -> None:
        self.issue_id = summary.id
        title = self.tr("Correct gazette, year, number…")
        labels = {
            "name": self.tr("&Gazette"),
            "year": self.tr("&Year"),
            "number": self.tr("&Number of the issue"),
            "serial": self.tr("Serial n&umber"),
            "published": self.tr("&Day of publication"),
            "publisher": self.tr("&Publisher"),
        }
        super().__init__(title, labels, _fields(summary.issue), None, parent)


def _fields(issue: Issue) -> dict[str, str]:
    values = {field: getattr(issue, field) for field in ISSUE_FIELDS}
    return {field: "" if value is None else str(value) for field, value in values.items()}
