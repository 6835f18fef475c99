"""A short document as PDF with words in the left upper corner or at the head of each page, by Qt.

    python -m tests.formats.marked_pdf FILE CORNER|HEAD WORDS

Qt wants its own process here: pytest-qt's application is another.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LINES = (
    "云州市人民政府文件",
    "云政发〔2024〕7号",
    "云州市人民政府关于做好防汛抗旱工作的通知",
    "各县（市、区）人民政府：",
    *(f"　　各单位要落实责任，做好第{at}项工作，不得泄露国家秘密。" for at in range(1, 19)),
)


def write_marked_pdf(path: Path, place: str, words: str) -> Path:
    """Write the document in a process of its own; `place` is "corner" or "head"."""
    command = [sys.executable, "-m", "tests.formats.marked_pdf", str(path), place, words]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(command, cwd=ROOT, env=environment, check=True, timeout=60, capture_output=True)
    return path


def main(path: str, place: str, words: str) -> None:
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QFont, QGuiApplication, QPageSize, QPainter, QPdfWriter

    application = QGuiApplication([])
    writer = QPdfWriter(path)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setResolution(72)
    painter = QPainter(writer)
    painter.setFont(QFont("Noto Sans CJK SC", 14))
    for page in range(4):
        if page:
            writer.newPage()
        first = ["000012", words, "特急"] if page == 0 and place == "corner" else []
        for at, line in enumerate([*first, *LINES]):
            painter.drawText(60, 80 + 28 * at, line)
        if place == "head":
            painter.drawText(60, 36, words)
        painter.drawText(280, 815, f"- {page + 1} -")
    painter.end()
    application.quit()


if __name__ == "__main__":
    main(*sys.argv[1:])
