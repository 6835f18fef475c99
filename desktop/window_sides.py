"""The sides of the window give way to what needs its width, and come back."""

from __future__ import annotations

from PySide6.QtWidgets import QSplitter, QWidget

from desktop.actions import Actions


class WindowSides:
    """Left and right of what stands in the middle of a window's splitter."""

    def __init__(self, middle: QWidget, actions: Actions) -> None:
        self._middle = middle
        self._actions = actions
        self._put_away: list[str] = []

    def put_away(self, room: int) -> None:
        """Close the right side, then the left one, where the middle is narrower than `room`."""
        splitter = self._middle.parentWidget()
        if not isinstance(splitter, QSplitter):
            return
        left, width, right = splitter.sizes()
        for name, side in (("right-side", right), ("left-side", left)):
            if width < room and self._actions[name].isChecked():
                self._actions[name].setChecked(False)
                self._put_away.append(name)
                width += side
        splitter.refresh()  # at once: the pages are set for the width they get

    def bring_back(self) -> None:
        """Open again what was closed."""
        for name in self._put_away:
            self._actions[name].setChecked(True)
        splitter = self._middle.parentWidget()
        if self._put_away and isinstance(splitter, QSplitter):
            splitter.refresh()
        self._put_away = []
