"""The window's language: our own catalogue and Qt's, Chinese unless English was chosen."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

_log = logging.getLogger(__name__)

_LOCALES = {
    "zh": QLocale(QLocale.Language.Chinese, QLocale.Country.China),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}
_CODES = {"zh": "zh_CN", "en": "en"}


def install(application: QCoreApplication, language: str, resources: Path) -> list[QTranslator]:
    """Load and install the catalogues of a language; those that were found are returned.

    The application does not own them: keep the list, and take them out with `remove`.
    """
    QLocale.setDefault(_LOCALES.get(language, _LOCALES["zh"]))
    code = _CODES.get(language, _CODES["zh"])
    own = resources / "translations"
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    installed: list[QTranslator] = []
    for file in (qt / f"qtbase_{code}.qm", own / f"{code}.qm"):
        translator = QTranslator(application)
        if translator.load(str(file)):
            application.installTranslator(translator)
            installed.append(translator)
        elif language != "en":  # our source strings are English
            _log.info("No catalogue %s: run make setup (pyside6-lrelease)", file)
    return installed


def remove(application: QCoreApplication, installed: list[QTranslator]) -> None:
    """Take catalogues out again."""
    for translator in installed:
        application.removeTranslator(translator)
        translator.deleteLater()
    installed.clear()
