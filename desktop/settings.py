"""The user's settings and the window's state, two ini files in the config folder."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSettings

from storage.types import SORTS
from storage.words import LANGUAGES

THEMES = ("light", "dark", "sepia")
CITATION_FORMS = ("plain", "gbt7714")
FONT_SIZES = (12, 14, 16, 18, 21, 24, 28)
LINE_SPACINGS = (150, 175, 200, 230)
"""From line to line, in percent of a character's height; 175 is 28 points for 16 (GB/T 9704)."""


@dataclass(slots=True)
class Settings:
    """What the user chose; change a field, then save()."""

    language: str = "zh"
    theme: str = "light"
    font_family: str = ""  # "" is the theme's own choice
    font_size: int = 16
    line_characters: int = 28  # 0: the window's width
    line_spacing: int = 175  # percent of a character
    last_library: str = ""
    import_folder: str = ""
    export_folder: str = ""
    export_format: str = "docx"
    citation_form: str = "plain"
    author: str = ""
    show_corrected: bool = True  # a dotted line under words put by hand
    search_sort: str = "relevance"
    search_facets: bool = True
    search_folded: str = "section genre tag"  # facets that are folded up
    welcomed: bool = False
    file: Path | None = field(default=None, compare=False)

    @classmethod
    def load(cls, file: Path) -> Settings:
        """Read the settings; what is missing or makes no sense keeps its default."""
        stored = QSettings(str(file), QSettings.Format.IniFormat)
        settings = cls(file=file)
        for name in _NAMES:
            default = getattr(settings, name)
            setattr(settings, name, _as_type_of(default, stored.value(name)))
        settings._keep_to_choices()
        return settings

    def save(self) -> bool:
        """Write the settings; False where the folder cannot be written."""
        if self.file is None:
            return True
        stored = QSettings(str(self.file), QSettings.Format.IniFormat)
        for name in _NAMES:
            stored.setValue(name, getattr(self, name))
        stored.sync()
        return stored.status() == QSettings.Status.NoError

    @property
    def window(self) -> WindowState:
        """Geometry, splitters and columns, kept in a file beside the settings."""
        return WindowState(self.file.with_name("window.ini") if self.file else None)

    def _keep_to_choices(self) -> None:
        defaults = Settings()
        if self.language not in LANGUAGES:
            self.language = defaults.language
        if self.theme not in THEMES:
            self.theme = defaults.theme
        if self.citation_form not in CITATION_FORMS:
            self.citation_form = defaults.citation_form
        if self.search_sort not in SORTS:
            self.search_sort = defaults.search_sort
        if not 8 <= self.font_size <= 72:
            self.font_size = defaults.font_size
        if not (self.line_characters == 0 or 10 <= self.line_characters <= 120):
            self.line_characters = defaults.line_characters
        if not 120 <= self.line_spacing <= 300:
            self.line_spacing = defaults.line_spacing


_NAMES = tuple(item.name for item in fields(Settings) if item.name != "file")


def _as_type_of(default: Any, value: Any) -> Any:
    """An ini value (text, or None where absent) in its field's type, else the default."""
    if value is None:
        return default
    if isinstance(default, bool):
        return str(value).lower() == "true"
    if isinstance(default, int):
        return int(value) if str(value).lstrip("-").isdigit() else default
    return value if isinstance(value, str) else default


class WindowState:
    """The window's geometry and layout by name, as Qt's own bytes."""

    def __init__(self, file: Path | None) -> None:
        """`file` None keeps nothing."""
        self._file = file

    def load(self, name: str) -> QByteArray | None:
        """The bytes kept under a name, None where there are none."""
        if self._file is None:
            return None
        value = QSettings(str(self._file), QSettings.Format.IniFormat).value(name)
        return value if isinstance(value, QByteArray) and not value.isEmpty() else None

    def save(self, name: str, value: QByteArray) -> None:
        """Keep bytes under a name."""
        if self._file is not None:
            stored = QSettings(str(self._file), QSettings.Format.IniFormat)
            stored.setValue(name, value)
            stored.sync()
