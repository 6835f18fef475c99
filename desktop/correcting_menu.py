"""Entries of menus that correct something: off, with the reason, where nothing can be changed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.tasks.jobs import Jobs
from storage.words import Words


def reason(jobs: Jobs, words: Words) -> str:
    """Why nothing can be corrected in the open library, "" where it can."""
    return words.say("correction-read-only") if jobs.read_only else ""


def add_correction(
    menu: QMenu, label: str, slot: Callable[..., object], why_not: str = ""
) -> QAction:
    """Add an entry; with `why_not` it is off and says so."""
    action = menu.addAction(label)
    action.setEnabled(not why_not)
    action.setToolTip(why_not)
    if why_not:
        menu.setToolTipsVisible(True)
    action.triggered.connect(slot)
    return action
