"""What the colours of marks are called in the open library: 黄·重点, or the user's own names."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QObject, Signal

from storage.types import MARK_STYLES

LONGEST = 12


def colour_name(style: str) -> str:
    """What a mark's style looks like, in the user's language."""
    names = {
        "yellow": QCoreApplication.translate("MarkStyles", "Yellow"),
        "green": QCoreApplication.translate("MarkStyles", "Green"),
        "blue": QCoreApplication.translate("MarkStyles", "Blue"),
        "red": QCoreApplication.translate("MarkStyles", "Red"),
        "purple": QCoreApplication.translate("MarkStyles", "Purple"),
        "underline": QCoreApplication.translate("MarkStyles", "Underline"),
    }
    return names[style]


def usual_name(style: str) -> str:
    """What a style stands for as long as the user gives it no other name; "" for nothing."""
    names = {
        "yellow": QCoreApplication.translate("MarkStyles", "Key point"),
        "green": QCoreApplication.translate("MarkStyles", "Question"),
        "blue": QCoreApplication.translate("MarkStyles", "To do"),
        "red": QCoreApplication.translate("MarkStyles", "Data"),
        "purple": QCoreApplication.translate("MarkStyles", "Quotation"),
    }
    return names.get(style, "")


class StyleNames(QObject):
    """The names in the library that is open."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._own: dict[str, str] = {}

    def load(self, own: Mapping[str, str]) -> None:
        """Take over the user's own names of a library."""
        known = {style: own[style] for style in MARK_STYLES if own.get(style)}
        if known != self._own:
            self._own = known
            self.changed.emit()

    def own(self) -> dict[str, str]:
        """The names that the user gave."""
        return dict(self._own)

    def name(self, style: str) -> str:
        """What a style stands for, "" for nothing."""
        return self._own.get(style) or usual_name(style)

    def label(self, style: str) -> str:
        """What a style looks like and what it stands for: 黄色·重点."""
        name = self.name(style)
        return f"{colour_name(style)}·{name}" if name else colour_name(style)


STYLE_NAMES = StyleNames()
"""Those of the one library that this window has open."""
