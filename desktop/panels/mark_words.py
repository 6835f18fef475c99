"""What the panel calls the things that marks are filtered, grouped and sorted by."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.models.mark_entries import GONE, SINGLE
from desktop.panels.floating import style_name


class MarkWords(QObject):
    """Words of criteria, their values, groupings and orders in the user's language."""

    def criterion(self, name: str) -> str:
        """A criterion of the filter."""
        return {
            "tags": self.tr("Tag"),
            "gazettes": self.tr("Gazette"),
            "issuers": self.tr("Issuer"),
            "made": self.tr("Day of marking"),
            "due": self.tr("Due"),
        }[name]

    def value(self, name: str, value: str) -> str:
        """A value of a criterion, as the form and the chips show it."""
        if name == "colours":
            return style_name(value)
        if name == "tags":
            return f"#{value}"
        if name == "words":
            return f"“{value}”"
        if name in ("gazettes", "issuers"):
            special = {
                SINGLE: self.tr("Single documents"),
                GONE: self.tr("Documents that are gone"),
                "": self.tr("Gazette without a name"),
            }
            return special.get(value, value)
        return self._fixed()[name, value]

    def _fixed(self) -> dict[tuple[str, str], str]:
        return {
            ("kinds", "highlight"): self.tr("Highlight"),
            ("kinds", "underline"): self.tr("Underlined"),
            ("kinds", "note"): self.tr("Note on a paragraph"),
            ("kinds", "bookmark"): self.tr("Bookmark"),
            ("with_note", ""): self.tr("With a note"),
            ("states", "check"): self.tr("To be checked"),
            ("states", "unplaced"): self.tr("Without a place"),
            ("made", "today"): self.tr("Marked today"),
            ("made", "week"): self.tr("Marked in the last 7 days"),
            ("made", "month"): self.tr("Marked this month"),
            ("made", "range"): self.tr("Marked from … to …"),
            ("due", "open"): self.tr("Not done yet"),
            ("due", "overdue"): self.tr("Overdue"),
            ("due", "done"): self.tr("Done"),
        }

    def grouping(self, name: str) -> str:
        """A way of putting marks together."""
        return {
            "none": self.tr("No groups"),
            "notice": self.tr("By document"),
            "colour": self.tr("By colour"),
            "tag": self.tr("By tag"),
            "gazette": self.tr("By gazette"),
            "issuer": self.tr("By issuer"),
            "day": self.tr("By day of marking"),
        }[name]

    def order(self, name: str) -> str:
        """A way of sorting marks."""
        return {
            "place": self.tr("By place in the text"),
            "made": self.tr("Last marked first"),
            "changed": self.tr("Last changed first"),
            "due": self.tr("Next due first"),
        }[name]
