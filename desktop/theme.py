"""Colours of the window and of the page, and how they reach Qt: palette and style sheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from string import Template

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

THEME_NAMES = ("light", "dark", "sepia")
INTERFACE_FAMILIES = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "Noto Sans SC",
    "WenQuanYi Micro Hei",
    "PingFang SC",
)


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of one theme; `marks` and `mark_edges` are keyed by mark style."""

    name: str
    dark: bool
    window: str
    panel: str
    raised: str
    text: str
    muted: str
    line: str
    accent: str
    on_accent: str
    selected: str
    paper: str
    ink: str
    faint_ink: str
    rule: str
    shade: str
    selection: str
    hit: str
    current_hit: str
    warning: str
    danger: str
    added: str
    added_line: str
    removed: str
    removed_line: str
    marks: dict[str, str] = field(default_factory=dict)
    mark_edges: dict[str, str] = field(default_factory=dict)


_EDGES_LIGHT = {
    "yellow": "#d6a400",
    "green": "#4c9a3f",
    "blue": "#3f86c9",
    "red": "#d0564f",
    "purple": "#8a63c4",
    "underline": "#c0392b",
}
_EDGES_DARK = {
    "yellow": "#d9b83a",
    "green": "#74b567",
    "blue": "#6ba7df",
    "red": "#e0807a",
    "purple": "#ae8fdc",
    "underline": "#ee7f70",
}

THEMES = {
    "light": Theme(
        name="light",
        dark=False,
        window="#eef0f2",
        panel="#f8f9fa",
        raised="#ffffff",
        text="#24292f",
        muted="#69727c",
        line="#d7dbe0",
        accent="#245a8d",
        on_accent="#ffffff",
        selected="#d9e6f3",
        paper="#fdfdfb",
        ink="#1f2328",
        faint_ink="#6b7076",
        rule="#b9bec4",
        shade="#12245a8d",
        selection="#b4d0ee",
        hit="#70ffb84d",
        current_hit="#e0ff9d2e",
        warning="#9a6200",
        danger="#b3261e",
        added="#cdefd2",
        added_line="#1a7f37",
        removed="#ffdad6",
        removed_line="#b42318",
        marks={
            "yellow": "#a0ffe25c",
            "green": "#a0b4e4a6",
            "blue": "#a0aed6fb",
            "red": "#a0ffbdb8",
            "purple": "#a0dcc8fb",
        },
        mark_edges=_EDGES_LIGHT,
    ),
    "sepia": Theme(
        name="sepia",
        dark=False,
        window="#e9dfcb",
        panel="#f3ead7",
        raised="#faf4e6",
        text="#3b3022",
        muted="#776852",
        line="#d6c8ac",
        accent="#8a4b22",
        on_accent="#fff8ec",
        selected="#e6d5b5",
        paper="#f8f0de",
        ink="#37301f",
        faint_ink="#75684f",
        rule="#c3b291",
        shade="#148a4b22",
        selection="#dcc79c",
        hit="#80f2b04a",
        current_hit="#e0f0902a",
        warning="#8a5a00",
        danger="#a3271d",
        added="#d3e5b8",
        added_line="#4b7a1f",
        removed="#f4ccb9",
        removed_line="#a3271d",
        marks={
            "yellow": "#a0f7d64f",
            "green": "#a0b3d79a",
            "blue": "#a0a9cbe6",
            "red": "#a0f2b0a4",
            "purple": "#a0d3bcea",
        },
        mark_edges=_EDGES_LIGHT,
    ),
    "dark": Theme(
        name="dark",
        dark=True,
        window="#1d1f22",
        panel="#24272b",
        raised="#2d3136",
        text="#d6d8da",
        muted="#989fa7",
        line="#3b4046",
        accent="#7fb2e5",
        on_accent="#10202f",
        selected="#34485c",
        paper="#191b1e",
        ink="#cfd0cd",
        faint_ink="#8f9499",
        rule="#4b5056",
        shade="#187fb2e5",
        selection="#3d5c7c",
        hit="#6e8a5a14",
        current_hit="#d09a5b00",
        warning="#e2b04a",
        danger="#f28b82",
        added="#1f4529",
        added_line="#63c07b",
        removed="#5c2a27",
        removed_line="#f28b82",
        marks={
            "yellow": "#90877022",
            "green": "#903f7038",
            "blue": "#90305f8c",
            "red": "#908a3f3a",
            "purple": "#90654a8f",
        },
        mark_edges=_EDGES_DARK,
    ),
}


def theme(name: str) -> Theme:
    """The theme of a name; an unknown name is the light one."""
    return THEMES.get(name, THEMES["light"])


def colour(value: str) -> QColor:
    """A theme's colour, `#rrggbb` or `#aarrggbb`, for Qt."""
    return QColor(value)


def palette(colours: Theme) -> QPalette:
    """The Qt palette of a theme."""
    made = QPalette()
    role = QPalette.ColorRole
    for one, value in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.panel),
        (role.AlternateBase, colours.raised),
        (role.Text, colours.text),
        (role.Button, colours.raised),
        (role.ButtonText, colours.text),
        (role.ToolTipBase, colours.raised),
        (role.ToolTipText, colours.text),
        (role.Highlight, colours.selected),
        (role.HighlightedText, colours.text),
        (role.PlaceholderText, colours.muted),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
        (role.Accent, colours.accent),
        (role.Mid, colours.line),
    ):
        made.setColor(one, QColor(value))
    for one in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, one, QColor(colours.muted))
    return made


def style_sheet(colours: Theme, styles: Path) -> str:
    """The style sheet of a theme: `styles`/window.qss with its colour names filled in."""
    names = {
        name: getattr(colours, name)
        for name in Theme.__slots__
        if isinstance(getattr(colours, name), str)
    }
    arrows = (styles / "icons").as_posix()
    tone = "dark" if colours.dark else "light"
    pattern = Template((styles / "window.qss").read_text(encoding="utf-8"))
    return pattern.substitute(names, icons=arrows, tone=tone)


def interface_font(size: float = 10.0) -> QFont:
    """The font of menus, panels and dialogs, with the Chinese families of each system."""
    font = QFont()
    here = set(QFontDatabase.families())
    wanted = [family for family in INTERFACE_FAMILIES if family in here]
    font.setFamilies([*wanted, font.family()])
    font.setPointSizeF(size)
    return font


def apply_theme(application: QApplication, colours: Theme, styles: Path) -> None:
    """Dress the whole application in a theme."""
    application.setStyle("Fusion")
    application.setFont(interface_font())
    application.setPalette(palette(colours))
    application.setStyleSheet(style_sheet(colours, styles))


class Dress:
    """A theme with its icons, as panels put it on."""

    def __init__(self, colours: Theme, styles: Path) -> None:
        """`styles` is the folder with window.qss and icons."""
        self.theme = colours
        self._icons = styles / "icons"
        self._made: dict[tuple[str, str], QIcon] = {}

    def icon(self, name: str, value: str = "") -> QIcon:
        """The icon of a name in a colour, the theme's text colour by default."""
        key = name, value or self.theme.text
        if key not in self._made:
            self._made[key] = QIcon(self._pixmap(*key))
        return self._made[key]

    def swatch(self, style: str) -> QIcon:
        """A round patch of a mark's colour; the underline has an icon of its own."""
        if style == "underline":
            return self.icon("underline", self.theme.mark_edges[style])
        pixmap = QPixmap(48, 48)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill = QColor(self.theme.marks[style])
        fill.setAlphaF(1.0)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor(self.theme.mark_edges[style]), 3))
        painter.drawEllipse(6, 6, 36, 36)
        painter.end()
        return QIcon(pixmap)

    def _pixmap(self, name: str, value: str) -> QPixmap:
        file = self._icons / f"{name}.svg"
        drawing = file.read_text(encoding="utf-8") if file.exists() else "<svg/>"
        pixmap = QPixmap(48, 48)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.replace("#000000", value).encode())).render(painter)
        painter.end()
        return pixmap
