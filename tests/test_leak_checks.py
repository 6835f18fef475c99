"""The checks for what a test leaves behind find it: they are tried on tests that do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[1]

LEAKS = {
    "thread": (
        "import threading\n"
        "def test(): threading.Thread(target=threading.Event().wait, args=(2.6,)).start()",
        "threads left",
    ),
    "log": (
        "import logging\ndef test(): logging.getLogger('a').warning('careful')",
        "unexpected in the log",
    ),
    "widget": (
        "from PySide6.QtWidgets import QWidget\n"
        "def test(qtbot):\n    global left\n    left = QWidget()\n    left.show()",
        "left behind: shown widget",
    ),
    "timer": (
        "from PySide6.QtCore import QTimer\n"
        "def test(qtbot):\n    global left\n    left = QTimer()\n    left.start(1000)",
        "left behind: running timer",
    ),
    "process": (
        "import multiprocessing, time\n"
        "def test():\n"
        "    multiprocessing.get_context('spawn').Process(target=time.sleep, args=(2.6,)).start()",
        "processes left",
    ),
    "qt": (
        "from PySide6.QtCore import qWarning\ndef test(qtbot): qWarning('careful')",
        "careful",
    ),
}
CLEAN = (
    "def test(qtbot, expect_log):\n"
    "    import logging\n"
    "    from PySide6.QtWidgets import QWidget\n"
    "    widget = QWidget()\n"
    "    qtbot.addWidget(widget)\n"
    "    widget.show()\n"
    "    expect_log('careful')\n"
    "    logging.getLogger('a').warning('careful')\n"
)


def run_test(folder: Path, text: str) -> subprocess.CompletedProcess[str]:
    """Run one test file under the project's conftest and settings."""
    (folder / "test_it.py").write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-c", str(PROJECT / "pyproject.toml")]
    command += ["-p", "tests.conftest", "-p", "no:cacheprovider", "--rootdir", str(folder)]
    return subprocess.run(
        [*command, str(folder / "test_it.py")],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("kind", LEAKS)
def test_leak_is_found(tmp_path: Path, kind: str) -> None:
    text, told = LEAKS[kind]
    run = run_test(tmp_path, text)
    assert run.returncode == 1, run.stdout + run.stderr
    assert told in run.stdout


def test_clean_test_passes(tmp_path: Path) -> None:
    run = run_test(tmp_path, CLEAN)
    assert run.returncode == 0, run.stdout + run.stderr
