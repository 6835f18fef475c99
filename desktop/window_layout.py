"""How the window stands on the screen: as it was left, or fitted to a screen not yet known."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow, QSplitter

from desktop.settings import WindowState

_USUAL_SIZE = QSize(1440, 900)
_SMALL_SCREEN = QSize(1440, 900)
_FRAME = QSize(16, 48)
"""Room for the title bar and the borders that a window manager adds."""


def restore(window: QMainWindow, splitter: QSplitter, state: WindowState) -> None:
    """Put a window and its sides where they were left."""
    geometry, sides = state.load("geometry"), state.load("splitter")
    if geometry is not None:
        window.restoreGeometry(geometry)
    else:
        _fit_screen(window)
    if sides is not None:
        splitter.restoreState(sides)


def keep(window: QMainWindow, splitter: QSplitter, state: WindowState) -> None:
    """Remember where a window and its sides are."""
    state.save("geometry", window.saveGeometry())
    state.save("splitter", splitter.saveState())


def _fit_screen(window: QMainWindow) -> None:
    """At the first start: the whole of a small screen, with its frame on a larger one."""
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return
    room = screen.availableGeometry().size()
    window.resize(_USUAL_SIZE.boundedTo(room - _FRAME))
    if screen.size().boundedTo(_SMALL_SCREEN) == screen.size():
        window.setWindowState(Qt.WindowState.WindowMaximized)
