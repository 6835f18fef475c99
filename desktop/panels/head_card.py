"""The card above the page: what this document is."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.models.tips import plain_tip
from desktop.panels.elided import ElidedLabel
from storage.citations import issue_label
from storage.text import squeeze
from storage.types import NoticeSummary, StoredNotice


def _named_in_title(summary: NoticeSummary) -> bool:
    return bool(summary.issuer) and squeeze(summary.title).startswith(squeeze(summary.issuer or ""))


class HeadCard(QFrame):
    """Title, number, issuer, date, addressees and source in two short lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headCard")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 8)
        column.setSpacing(3)
        self.title = ElidedLabel(self)
        self.title.setObjectName("headTitle")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() + 1.5)
        self.title.setFont(font)
        self.details = ElidedLabel(self)
        self.details.setObjectName("headDetails")
        column.addWidget(self.title)
        column.addWidget(self.details)

    def show_notice(self, stored: StoredNotice) -> None:
        """Show another document's card."""
        summary, notice = stored.summary, stored.notice
        self.title.setText(" ".join(summary.title.split()))
        source = issue_label(summary.issue) if summary.is_issue else self.tr("Single document")
        told = [
            summary.number,
            None if _named_in_title(summary) else summary.issuer,
            summary.date and self.tr("issued {date}").format(date=summary.date),
            self._in_force(notice.effective),
            source,
            summary.section,
        ]
        self.details.setText("　·　".join(one for one in told if one))
        tip = self.details.text().replace("　·　", "\n")
        if notice.addressees:
            tip += "\n" + self.tr("To: {addressees}").format(addressees=notice.addressees)
        self.details.setToolTip(plain_tip(tip))

    def _in_force(self, effective: str | None) -> str:
        """When it comes into force; the recogniser says on_issue for 自印发之日起."""
        if not effective:
            return ""
        if effective == "on_issue":
            return self.tr("in force from the day of issue")
        return self.tr("in force from {date}").format(date=effective)
