"""The preferences: language, colours, page, the user's name."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.dialogs.letters import plain
from desktop.reading.fonts import FACES, is_installed, other_families
from desktop.settings import FONT_SIZES, LINE_SPACINGS, Settings

MEASURES = (22, 25, 28, 32, 36, 42, 0)
_OFFICIAL_MEASURE, _OFFICIAL_SPACING = 28, 175
_SIZE_NAMES = {12: "小四", 14: "四号", 16: "三号", 18: "小二", 24: "小一"}
"""What Chinese calls some sizes in points."""


class PreferencesDialog(QDialog):
    """Every choice is taken over at once; `changed` tells the window."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Preferences"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(420)
        self._settings = settings
        self._language_at_first = settings.language
        self.theme = self._box(
            [
                (self.tr("Light"), "light"),
                (self.tr("Sepia"), "sepia"),
                (self.tr("Dark"), "dark"),
            ],
            settings.theme,
        )
        self.face = self._box(self._faces(), settings.font_family or "fangsong")
        sizes = sorted({*FONT_SIZES, settings.font_size})
        self.font_size = self._box(
            [(self._size_label(size), size) for size in sizes], settings.font_size
        )
        widths = [*MEASURES] + [settings.line_characters] * (
            settings.line_characters not in MEASURES
        )
        self.measure = self._box(
            [(self._measure_label(one), one) for one in widths], settings.line_characters
        )
        spacings = sorted({*LINE_SPACINGS, settings.line_spacing})
        self.spacing = self._box(
            [(self._spacing_label(one), one) for one in spacings], settings.line_spacing
        )
        self.language = self._box([("中文", "zh"), ("English", "en")], settings.language)
        forms = [(self.tr("《Title》 (number), issue, page"), "plain"), ("GB/T 7714", "gbt7714")]
        self.citation = self._box(forms, settings.citation_form)
        self.author = QLineEdit(settings.author, self)
        self.author.setPlaceholderText(self.tr("Stands beside your marks and notes"))
        self.author.editingFinished.connect(self._take_over)
        self.corrected = QCheckBox(self.tr("Show which words were corrected by &hand"), self)
        self.corrected.setChecked(settings.show_corrected)
        self.corrected.toggled.connect(self._take_over)
        self._build()

    def _build(self) -> None:
        form = QFormLayout()
        for label, field in (
            (self.tr("&Colours"), self.theme),
            (self.tr("&Typeface"), self.face),
            (self.tr("&Size"), self.font_size),
            (self.tr("&Line"), self.measure),
            (self.tr("Line s&pacing"), self.spacing),
            (self.tr("Citati&ons"), self.citation),
            (self.tr("L&anguage"), self.language),
            (self.tr("Your &name"), self.author),
        ):
            field.setAccessibleName(plain(label))
            form.addRow(label, field)
        self.restart = QLabel(self.tr("The language changes with the next start."), self)
        self.restart.setObjectName("hint")
        self.restart.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        column.addLayout(form)
        column.addSpacing(8)
        column.addWidget(self.corrected)
        column.addSpacing(8)
        column.addWidget(self.restart)
        column.addStretch(1)
        column.addWidget(buttons)

    def _box(self, choices: Sequence[tuple[str, object]], chosen: object) -> QComboBox:
        box = QComboBox(self)
        for label, value in choices:
            box.addItem(label, value)
        box.setCurrentIndex(max(box.findData(chosen), 0))
        box.currentIndexChanged.connect(self._take_over)
        return box

    def _faces(self) -> list[tuple[str, object]]:
        names = {
            "fangsong": self.tr("FangSong"),
            "songti": self.tr("SongTi"),
            "kaiti": self.tr("KaiTi"),
            "heiti": self.tr("HeiTi"),
        }
        absent = self.tr("{face} (not installed, a similar one is shown)")
        found: list[tuple[str, object]] = [
            (names[face] if is_installed(face) else absent.format(face=names[face]), face)
            for face in FACES
        ]
        return found + [(family, family) for family in other_families()]

    def _size_label(self, size: int) -> str:
        name = _SIZE_NAMES.get(size)
        return f"{size}　{name}" if name else str(size)

    def _measure_label(self, measure: int) -> str:
        if not measure:
            return self.tr("As wide as the window")
        told = self.tr("{count} characters").format(count=measure)
        return self._official(told) if measure == _OFFICIAL_MEASURE else told

    def _spacing_label(self, spacing: int) -> str:
        told = self.tr("{times} times the size").format(times=f"{spacing / 100:g}")
        return self._official(told) if spacing == _OFFICIAL_SPACING else told

    def _official(self, told: str) -> str:
        return self.tr("{choice}, as official documents have it").format(choice=told)

    def _take_over(self) -> None:
        settings = self._settings
        settings.theme = self.theme.currentData()
        settings.font_family = self.face.currentData()
        settings.font_size = self.font_size.currentData()
        settings.line_characters = self.measure.currentData()
        settings.line_spacing = self.spacing.currentData()
        settings.citation_form = self.citation.currentData()
        settings.language = self.language.currentData()
        settings.author = self.author.text().strip()
        settings.show_corrected = self.corrected.isChecked()
        self.restart.setVisible(settings.language != self._language_at_first)
        self.changed.emit()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Take over a name that was just typed."""
        self._take_over()
        super().closeEvent(event)
