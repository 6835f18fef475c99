"""How a version of a document is named: by where it was printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from storage.citations import issue_label
from storage.types import NoticeSummary


def version_name(notice: NoticeSummary, *, main: bool = False) -> str:
    """The gazette and its issue, or that it is a document by itself."""
    single = QCoreApplication.translate("Versions", "Single document")
    printed = issue_label(notice.issue) if notice.is_issue else single
    if not main:
        return printed or QCoreApplication.translate("Versions", "gazette")
    return QCoreApplication.translate("Versions", "{printed} (main version)").format(
        printed=printed
    )


def versions_told(count: int) -> str:
    """That there are so many other versions."""
    return QCoreApplication.translate("Versions", "{count} other versions").format(count=count)
