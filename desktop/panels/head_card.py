"""The card above the page: what this document is."""

from __future__ import annotations

import re

from PySide6.QtCore import Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.models.tips import plain_tip
from desktop.panels.few_lines import FewLines
from desktop.panels.floating import tool_button
from desktop.panels.head_signs import SIGN, HeadSigns
from desktop.panels.head_versions import HeadVersions
from desktop.theme import Dress
from storage.citations import issue_label
from storage.text import squeeze
from storage.types import Notice, NoticeSummary, StoredNotice

_ORDER = re.compile(r"令$")
_NAMED = re.compile(r"《([^《》]+(?:〈[^〈〉]+〉[^《》]*)?)》")


def _named_in_title(summary: NoticeSummary) -> bool:
    return bool(summary.issuer) and squeeze(summary.title).startswith(squeeze(summary.issuer or ""))


def told_title(notice: Notice) -> str:
    """A notice's title on one line; an order (某某令) has what it issues with it."""
    title = " ".join(notice.title.split())
    if not _ORDER.search(title) or "《" in title:
        return title
    issued = notice.parts[0].title if notice.parts else _first_named(notice)
    return f"{title}　{' '.join(issued.split())}" if issued else title


def _first_named(notice: Notice) -> str:
    """The first document that the running text names."""
    for block in notice.blocks:
        found = _NAMED.search(block.text) if block.kind == "paragraph" else None
        if found is not None:
            return found[0]
    return ""


class HeadCard(QFrame):
    """Title, number, issuer, date, addressees and source in a few short lines."""

    menu_wanted = Signal(object)  # QContextMenuEvent
    correct_wanted = Signal()  # by the pencil, or by a double click

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("headCard")
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 8, 18, 8)
        column.setSpacing(3)
        self.title = FewLines(2, self)
        self.title.setObjectName("headTitle")
        font = self.title.font()
        font.setPointSizeF(font.pointSizeF() + 1.5)
        self.title.setFont(font)
        self.details = FewLines(3, self)
        self.details.setObjectName("headDetails")
        self.signs = HeadSigns(self)
        row = QHBoxLayout()
        row.addWidget(self.title, 1)
        self.correct = tool_button(self, self.tr("Correct title, number, date… (Ctrl+I)"))
        self.correct.setIconSize(SIGN)
        self.correct.clicked.connect(self.correct_wanted)
        row.addWidget(self.signs)
        row.addWidget(self.correct)
        column.addLayout(row)
        column.addWidget(self.details)
        self.versions = HeadVersions(self)
        column.addWidget(self.versions)

    def show_notice(self, stored: StoredNotice) -> None:
        """Show another document's card."""
        summary, notice = stored.summary, stored.notice
        self.title.show_parts([told_title(notice)])
        source = issue_label(summary.issue) if summary.is_issue else self.tr("Single document")
        told = [
            summary.number,
            None if _named_in_title(summary) else summary.issuer,
            summary.date and self.tr("issued {date}").format(date=summary.date),
            self._in_force(notice.effective),
            source,
            summary.section,
        ]
        shown = [one for one in told if one]
        self.details.show_parts(shown)
        if notice.addressees:
            shown.append(self.tr("To: {addressees}").format(addressees=notice.addressees))
        self.details.setToolTip(plain_tip("\n".join(shown)))

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self.signs.set_dress(dress)
        self.correct.setIcon(dress.icon("edit", dress.theme.muted))

    def set_read_only(self, on: bool) -> None:
        """Offer no correction, and say why, in a library that can only be read."""
        self.correct.setEnabled(not on)
        usual, why = self.correct.accessibleName(), self.tr("This library can only be read.")
        self.correct.setToolTip(why if on else usual)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Ask for the head to be corrected."""
        event.accept()
        if self.correct.isEnabled():
            self.correct_wanted.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Ask for the menu of the document's versions."""
        self.menu_wanted.emit(event)

    def _in_force(self, effective: str | None) -> str:
        """When it comes into force; the recogniser says on_issue for 自印发之日起."""
        if not effective:
            return ""
        if effective == "on_issue":
            return self.tr("in force from the day of issue")
        return self.tr("in force from {date}").format(date=effective)
