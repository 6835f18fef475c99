"""Where the program's files are: the user's folders, and what is shipped beside the code.

`ANTOU_HOME`, or a folder `antou-data` beside the program (the portable way, for a USB stick),
holds everything; else each system's usual folders do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path

import platformdirs

from storage.types import Places
from storage.words import LANGUAGES

PROGRAM = "antou"
LIBRARY_NAME = "library.antoudb"
PORTABLE_FOLDER = "antou-data"
SETTINGS_NAME = "settings.ini"


def places(environment: Mapping[str, str] = os.environ) -> Places:
    """The program's paths for this user; nothing is created."""
    home = _home(environment)
    if home is not None:
        return _places(home, home / "cache", home / "config", home / "log")
    return _places(
        Path(platformdirs.user_data_dir(PROGRAM, appauthor=False)),
        Path(platformdirs.user_cache_dir(PROGRAM, appauthor=False)),
        Path(platformdirs.user_config_dir(PROGRAM, appauthor=False)),
        Path(platformdirs.user_log_dir(PROGRAM, appauthor=False)),
    )


def language(places: Places, environment: Mapping[str, str] = os.environ) -> str:
    """The user's language, read without Qt: ANTOU_LANGUAGE, the settings, else Chinese."""
    asked = environment.get("ANTOU_LANGUAGE", "")
    if asked in LANGUAGES:
        return asked
    try:
        lines = (places.config / SETTINGS_NAME).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return LANGUAGES[0]  # no settings yet, or none that can be read
    chosen = [line.removeprefix("language=") for line in lines if line.startswith("language=")]
    return chosen[0] if chosen and chosen[0] in LANGUAGES else LANGUAGES[0]


def _home(environment: Mapping[str, str]) -> Path | None:
    asked = environment.get("ANTOU_HOME")
    if asked:
        return Path(asked).expanduser().absolute()
    portable = _program_folder() / PORTABLE_FOLDER
    return portable if portable.is_dir() else None


def _places(data: Path, cache: Path, config: Path, log: Path) -> Places:
    return Places(
        library=data / LIBRARY_NAME,
        data=data,
        cache=cache,
        config=config,
        log=log,
        resources=_resources(),
    )


def _program_folder() -> Path:
    """The folder of the program's file, in a source tree the project's root."""
    if getattr(sys, "frozen", False):
        return Path(sys.executable).parent
    return Path(__file__).resolve().parents[1]


def _resources() -> Path:
    """What is shipped: PyInstaller unpacks it into a folder of its own."""
    bundled = getattr(sys, "_MEIPASS", None)
    return (Path(bundled) if bundled else Path(__file__).resolve().parents[1]) / "resources"
