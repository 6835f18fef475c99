"""The sample as a PDF in two columns with running heads, page numbers and ruled tables, by Qt.

    python -m tests.formats.pdf_file FILE [COLUMNS [TIMES]]

Qt wants its own process here: pytest-qt's application is another.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.formats.sample import Item, sample_items

ROOT = Path(__file__).resolve().parents[2]
UNIT = 10  # a point
WIDTH, HEIGHT = 595 * UNIT, 842 * UNIT
LEFT, TOP, BOTTOM = 60 * UNIT, 90 * UNIT, 770 * UNIT
GUTTER = 25 * UNIT
SIZES = {"title": 15, "cover": 18, "chapter": 12}
BODY = 10.5
LEADING = 1.6


def write_sample_pdf(path: Path, columns: int = 2, times: int = 1) -> Path:
    """Write the sample issue as a PDF in a process of its own."""
    command = [sys.executable, "-m", "tests.formats.pdf_file", str(path), str(columns), str(times)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=120)
    return path


class Printer:
    """Sets items into columns; tables with many cells reach over the page."""

    def __init__(self, path: Path) -> None:
        from PySide6.QtCore import QMarginsF, QSizeF
        from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

        self.writer = QPdfWriter(str(path))
        self.writer.setResolution(72 * UNIT)
        size = QPageSize(QSizeF(WIDTH / UNIT, HEIGHT / UNIT), QPageSize.Unit.Point)
        self.writer.setPageLayout(
            QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
        )
        self.painter = QPainter(self.writer)
        self.wide = WIDTH - 2 * LEFT
        self.set_columns(1)
        self.page = 1
        self.y = float(TOP)
        self.band: list[tuple] = []
        self._page_furniture()

    def _page_furniture(self) -> None:
        self._write("霁川市人民政府公报　2024年第2期", LEFT, 60 * UNIT, 9)
        number = f"— {self.page} —"
        at = WIDTH - LEFT - 40 * UNIT if self.page % 2 else LEFT
        self._write(number, at, 800 * UNIT, 9)

    def _write(self, text: str, x: float, y: float, size: float) -> None:
        self.painter.setFont(font(size))
        self.painter.drawText(int(x), int(y), text)

    def set_columns(self, columns: int) -> None:
        self.columns = columns
        self.narrow = (self.wide - GUTTER * (columns - 1)) / columns

    def new_page(self) -> None:
        self.writer.newPage()
        self.page += 1
        self.y = float(TOP)
        self._page_furniture()

    # ---------------------------------------------------------------- paragraphs

    def add(self, item: Item, line: str, *, first: bool) -> None:
        from PySide6.QtCore import QPointF, Qt
        from PySide6.QtGui import QTextLayout, QTextOption

        size = SIZES.get(item.kind, BODY)
        indent = 2 * size * UNIT if item.kind in ("paragraph", "person", "list", "number") else 0
        align = Qt.AlignmentFlag.AlignJustify
        if item.kind in ("title", "cover", "chapter", "number"):
            align, indent = Qt.AlignmentFlag.AlignHCenter, 0
        elif item.kind == "signature":
            align = Qt.AlignmentFlag.AlignRight
        layout = QTextLayout(line.strip("\u3000"), font(size))
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        if first and item.kind in ("title", "cover"):
            self.band.append((LEADING * size * UNIT * 0.8, None))
        layout.beginLayout()
        number = 0
        while (text_line := layout.createLine()).isValid():
            shift = indent if number == 0 else 0
            text_line.setLineWidth(self.narrow - shift)
            text_line.setPosition(QPointF(0, 0))
            self.band.append((LEADING * size * UNIT, (layout, number, shift)))
            number += 1
        layout.endLayout()

    def flush(self) -> None:
        """Print the lines that wait: full pages first, the rest in columns of one height."""
        while self.band:
            room = BOTTOM - self.y
            total = sum(height for height, _ in self.band)
            if total > room * self.columns:
                self._print_columns(room)
                self.new_page()
            else:
                share = total / self.columns + 30 * UNIT
                share = min(share, room)
                self._print_columns(share)
                if self.band:
                    self.new_page()

    def _print_columns(self, room: float) -> None:
        from PySide6.QtCore import QPointF

        deepest = self.y
        for column in range(self.columns):
            x, y = LEFT + column * (self.narrow + GUTTER), self.y
            while self.band and y + self.band[0][0] <= self.y + room + 1:
                height, content = self.band.pop(0)
                if content is not None:
                    layout, number, shift = content
                    layout.lineAt(number).draw(self.painter, QPointF(x + shift, y))
                y += height
            deepest = max(deepest, y)
        self.y = deepest

    # ---------------------------------------------------------------- tables

    def table(self, item: Item) -> None:
        from PySide6.QtCore import QRectF, Qt
        from PySide6.QtGui import QPen

        self.flush()
        self.y += 10 * UNIT
        self.painter.setPen(QPen(Qt.GlobalColor.black, 5))
        lengths = [max(len(row[at]) for row in item.rows) + 2 for at in range(len(item.rows[0]))]
        widths = [self.wide * length / sum(lengths) for length in lengths]
        self.painter.setFont(font(BODY))
        flags = (
            Qt.AlignmentFlag.AlignLeft
            | Qt.AlignmentFlag.AlignVCenter
            | Qt.TextFlag.TextWrapAnywhere
        )
        for row in item.rows:
            height = max(
                self.painter.boundingRect(QRectF(0, 0, width - 80, 9999), flags, cell).height()
                for width, cell in zip(widths, row, strict=True)
            ) + 60  # fmt: skip
            if self.y + height > BOTTOM:
                self.new_page()
                self.painter.setFont(font(BODY))
            x = float(LEFT)
            for width, cell in zip(widths, row, strict=True):
                self.painter.drawRect(QRectF(x, self.y, width, height))
                box = QRectF(x + 40, self.y, width - 80, height)
                self.painter.drawText(box, flags, cell)
                x += width
            self.y += height
        self.y += 10 * UNIT


def font(size: float):
    from PySide6.QtGui import QFont

    made = QFont("Noto Sans CJK SC")
    made.setPixelSize(round(size * UNIT))
    return made


def main(path: str, columns: str = "2", times: str = "1") -> None:
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication([])
    printer = Printer(Path(path))
    for _ in range(int(times)):
        front = True
        printer.set_columns(1)
        for item in sample_items():
            if front and item.kind not in ("cover", "section", "entry"):
                front = False
                printer.flush()
                printer.new_page()
                printer.set_columns(int(columns))
            if item.kind == "table":
                printer.table(item)
            elif item.kind == "entry":
                printer.add(item, item.text, first=True)
            else:
                for at, line in enumerate(item.lines):
                    printer.add(item, line, first=at == 0)
        printer.flush()
    printer.painter.end()
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])
