"""What floats over the page: small frames that stay inside it and near their place."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QFrame, QGraphicsDropShadowEffect, QToolButton, QWidget

from desktop.models.style_names import STYLE_NAMES
from desktop.models.tips import plain_tip
from desktop.theme import Dress
from storage.types import MARK_STYLES

GAP = 8


class Floating(QFrame):
    """A frame over its parent; `place` puts it above or below a rectangle of the parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setObjectName("floating")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(18)
        shadow.setOffset(0, 3)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        self.hide()

    def place(self, near: QRect, *, above: bool) -> None:
        """Show it above or below a rectangle, on the other side where there is no room."""
        self.adjustSize()
        room = self._over.rect().adjusted(GAP, GAP, -GAP, -GAP)
        top = near.top() - self.height() - GAP
        bottom = near.bottom() + GAP
        fits_below = bottom + self.height() <= room.bottom()
        use_top = top >= room.top() if above else not fits_below and top >= room.top()
        left = near.center().x() - self.width() // 2
        left = max(room.left(), min(left, room.right() - self.width()))
        height = min(top if use_top else bottom, room.bottom() - self.height())
        self.move(left, max(room.top(), height))
        self.show()
        self.raise_()


def style_name(style: str) -> str:
    """What a mark's style is called in the open library: 黄色·重点."""
    return STYLE_NAMES.label(style)


def name_style_buttons(buttons: dict[str, QToolButton]) -> None:
    """Tell the names of the styles on their buttons."""
    for style, button in buttons.items():
        button.setToolTip(plain_tip(style_name(style)))
        button.setAccessibleName(style_name(style))


def style_buttons(parent: QWidget) -> dict[str, QToolButton]:
    """One button a mark style, in their order."""
    made: dict[str, QToolButton] = {}
    for style in MARK_STYLES:
        button = tool_button(parent, style_name(style))
        button.setProperty("markStyle", style)
        made[style] = button
    return made


def tool_button(parent: QWidget, name: str) -> QToolButton:
    """A small icon button with a tool tip and an accessible name."""
    button = QToolButton(parent)
    button.setToolTip(name)
    button.setAccessibleName(name)
    button.setAutoRaise(True)
    return button


def dress_style_buttons(buttons: dict[str, QToolButton], dress: Dress) -> None:
    """Give the style buttons their colours."""
    for style, button in buttons.items():
        button.setIcon(dress.swatch(style))
