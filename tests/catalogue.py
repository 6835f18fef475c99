"""The window's Chinese catalogue for tests: built from zh_CN.ts where it is missing or older."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TRANSLATIONS = Path(__file__).resolve().parents[1] / "resources" / "translations"
SOURCE = TRANSLATIONS / "zh_CN.ts"
BUILT = TRANSLATIONS / "zh_CN.qm"


def build() -> Path:
    """Build the catalogue where it is not up to date; its file."""
    if not BUILT.exists() or BUILT.stat().st_mtime < SOURCE.stat().st_mtime:
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([tool, "-silent", SOURCE, "-qm", BUILT], check=True)
    return BUILT
