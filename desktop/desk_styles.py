"""The names of the colours of marks: loaded with the library, changed by the user."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.actions import Actions
from desktop.dialogs.style_names import StyleNamesDialog
from desktop.models.style_names import STYLE_NAMES
from desktop.tasks.jobs import Jobs
from desktop.theme import Dress
from storage.types import MARK_STYLES


class StylesDesk(QObject):
    """Keeps the names in step with the library, in menus too."""

    def __init__(self, jobs: Jobs, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._actions = actions
        self._window = parent
        self._dress: Dress | None = None
        actions["style-names"].triggered.connect(self.ask)
        jobs.library_opened.connect(self._load)
        jobs.library_changed.connect(self._library_changed)
        STYLE_NAMES.changed.connect(self._show)
        self._show()

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        self._dress = dress

    def ask(self) -> None:
        """Ask what the colours stand for."""
        if self._dress is not None and self._jobs.library_path and not self._jobs.read_only:
            dialog = StyleNamesDialog(STYLE_NAMES, self._dress, self._window)
            dialog.chosen.connect(self._choose)
            dialog.show()

    def _choose(self, names: dict[str, str]) -> None:
        self._jobs.marking.set_style_names(names, partial(self._chosen, names))

    def _chosen(self, names: dict[str, str], _: None) -> None:
        STYLE_NAMES.load(names)

    def _library_changed(self, what: str) -> None:
        if what == "marks":
            self._load("")

    def _load(self, _: str) -> None:
        self._jobs.marking.style_names(self, STYLE_NAMES.load)

    def _show(self) -> None:
        for style in MARK_STYLES:
            self._actions.name_style(style, STYLE_NAMES.name(style))
