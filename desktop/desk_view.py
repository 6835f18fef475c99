"""How the window looks: colours, page, zoom, and the dialogs about the program itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from desktop.actions import Actions
from desktop.crash import program_version
from desktop.dialogs.about import AboutDialog
from desktop.dialogs.preferences import PreferencesDialog
from desktop.dialogs.shortcuts import ShortcutsDialog
from desktop.paths import places
from desktop.reading.look import Look
from desktop.settings import FONT_SIZES, Settings
from desktop.tasks.jobs import Jobs
from desktop.theme import THEME_NAMES, Dress, apply_theme, theme


class Dressed(Protocol):
    """A part that puts on a theme."""

    def set_dress(self, dress: Dress) -> None:
        """Put on a theme."""
        ...


class Laid(Protocol):
    """A part that sets pages."""

    def set_look(self, look: Look) -> None:
        """Set its pages another way."""
        ...


def look(settings: Settings) -> Look:
    """How pages are set by the user's choices."""
    return Look(
        face=settings.font_family or "fangsong",
        size=float(settings.font_size),
        measure=settings.line_characters,
        spacing=settings.line_spacing / 100,
        theme=theme(settings.theme),
    )


def wear(settings: Settings) -> Dress:
    """Dress the application in the chosen theme; widgets made afterwards have its fonts."""
    colours, styles = theme(settings.theme), places().resources / "styles"
    application = QApplication.instance()
    if isinstance(application, QApplication):
        apply_theme(application, colours, styles)
    return Dress(colours, styles)


class ViewDesk(QObject):
    """Takes over the settings and changes them."""

    applied = Signal(object)  # Settings, taken over

    def __init__(
        self,
        jobs: Jobs,
        settings: Settings,
        pages: Sequence[Laid],
        actions: Actions,
        dressed: Sequence[Dressed],
        worn: Dress,
        parent: QWidget,
    ) -> None:
        """`dressed` are all parts that show a theme's colours, `worn` is what they begin with."""
        super().__init__(parent)
        self._jobs = jobs
        self._settings = settings
        self._pages = pages
        self._actions = actions
        self._dressed = dressed
        self._window = parent
        self._worn = worn
        self._places = places()
        self._put_on()

    @property
    def look(self) -> Look:
        """How pages are set now."""
        return look(self._settings)

    @property
    def dress(self) -> Dress:
        """The theme that is worn now."""
        return self._worn

    def apply(self) -> None:
        """Take over what was chosen: colours, page, name."""
        if self._worn.theme.name != self._settings.theme:
            self._worn = wear(self._settings)
            self._put_on()
        for part in self._pages:
            part.set_look(look(self._settings))
        self._jobs.marking.author = self._settings.author
        self.applied.emit(self._settings)

    def _put_on(self) -> None:
        for part in self._dressed:
            part.set_dress(self._worn)

    def save(self) -> None:
        """Keep the choices and take them over."""
        self._settings.save()
        self.apply()

    def zoom(self, step: int) -> None:
        """Set the page larger or smaller."""
        sizes = sorted({*FONT_SIZES, self._settings.font_size})
        at = sizes.index(self._settings.font_size) + step
        self._settings.font_size = sizes[max(0, min(at, len(sizes) - 1))]
        self.save()

    def larger(self) -> None:
        """Set the page larger."""
        self.zoom(1)

    def smaller(self) -> None:
        """Set the page smaller."""
        self.zoom(-1)

    def usual_size(self) -> None:
        """Set the page in its usual size."""
        self._settings.font_size = Settings().font_size
        self.save()

    def next_theme(self) -> None:
        """Change from light to dark to sepia and round."""
        at = THEME_NAMES.index(self._settings.theme) + 1
        self._settings.theme = THEME_NAMES[at % len(THEME_NAMES)]
        self.save()

    def show_preferences(self) -> None:
        """Show the preferences."""
        if not self._is_shown(PreferencesDialog):
            dialog = PreferencesDialog(self._settings, self._window)
            dialog.changed.connect(self.save)
            dialog.show()

    def show_shortcuts(self) -> None:
        """Show the list of shortcuts."""
        if not self._is_shown(ShortcutsDialog):
            ShortcutsDialog(self._actions.groups, self._window).show()

    def show_about(self) -> None:
        """Show what this program is."""
        if not self._is_shown(AboutDialog):
            library = str(self._jobs.library_path or "")
            AboutDialog(program_version(), library, self._places, self._window).show()

    def _is_shown(self, kind: type[QDialog]) -> bool:
        """Whether a dialog of a kind is open already; it is then brought to the front."""
        for dialog in self._window.findChildren(kind):
            if dialog.isVisible():
                dialog.raise_()
                dialog.activateWindow()
                return True
        return False
