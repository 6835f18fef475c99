"""Letters to press in dialogs: a label says its letter by an ampersand, in Chinese 标题(&T)."""

from __future__ import annotations


def plain(label: str) -> str:
    """A label without its letter, for readers of the screen."""
    return label.split("(&")[0].replace("&", "")
