"""What is said of lines of a source that no document shows."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from storage.types.proofreading import CONTENTS, LEFT_OUT

_WORDS: dict[str, Any] = {
    "page number": QT_TRANSLATE_NOOP("SourceWords", "page number"),
    "running head": QT_TRANSLATE_NOOP("SourceWords", "running head"),
    "picture": QT_TRANSLATE_NOOP("SourceWords", "picture"),
    "rule": QT_TRANSLATE_NOOP("SourceWords", "rule"),
    "registration number": QT_TRANSLATE_NOOP("SourceWords", "registration number"),
    "page field": QT_TRANSLATE_NOOP("SourceWords", "field of the web page"),
    "cover": QT_TRANSLATE_NOOP("SourceWords", "cover"),
    "page": QT_TRANSLATE_NOOP("SourceWords", "part of the web page"),
    "imprint": QT_TRANSLATE_NOOP("SourceWords", "imprint"),
    "section": QT_TRANSLATE_NOOP("SourceWords", "section"),
    "watermark": QT_TRANSLATE_NOOP("SourceWords", "watermark"),
    CONTENTS: QT_TRANSLATE_NOOP("SourceWords", "contents"),
    LEFT_OUT: QT_TRANSLATE_NOOP("SourceWords", "left out"),
}


def why(reason: str) -> str:
    """Why a line is not shown, in the window's language; a reason without words as it is."""
    source = _WORDS.get(reason)
    return QCoreApplication.translate("SourceWords", source) if source else reason


def repeated(text: str) -> str:
    """What is said of words that were printed twice."""
    told = QCoreApplication.translate("SourceWords", "printed twice: {text}")
    return told.format(text=text)


def joined() -> str:
    """What is said of a line that goes on the paragraph of another."""
    return QCoreApplication.translate("SourceWords", "goes on")
