"""The program's start as a user does it: in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import display
from desktop.__main__ import NO_WINDOW, WindowOptions, window_options
from storage.errors import UserFault
from tests.desktop.places import chinese, places_in

PROJECT = Path(__file__).resolve().parents[2]
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


@pytest.mark.parametrize(
    ("arguments", "options"),
    [
        ([], WindowOptions()),
        (["--sample"], WindowOptions(sample=True)),
        (["--library", "a.antoudb"], WindowOptions(Path("a.antoudb"))),
        (["--library=库.antoudb", "--sample"], WindowOptions(Path("库.antoudb"), sample=True)),
        (["库.antoudb"], WindowOptions(Path("库.antoudb"))),
        (["list"], None),
        (["--library", "a.antoudb", "list"], None),
        (["--library"], None),
        (["--help"], None),
        (["--version"], None),
        (["search", "充电桩", "--json"], None),
    ],
)
def test_what_opens_the_window(arguments, options) -> None:
    assert window_options(arguments) == options


def antou(home: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program with no display unless one is given."""
    unset = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "ANTOU_LANGUAGE")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        env=kept | {"ANTOU_HOME": str(home), "PYTHONUTF8": "1"} | environment,
        cwd=PROJECT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


@linux_only
@pytest.mark.parametrize("language", ["zh", "en"])
def test_without_a_display_one_clear_message(tmp_path: Path, language: str) -> None:
    run = antou(tmp_path, ANTOU_LANGUAGE=language)
    assert run.returncode == NO_WINDOW
    assert "Traceback" not in run.stderr
    assert run.stdout == ""
    for part in ("xvfb-run antou", "antou import", "antou --help"):
        assert part in run.stderr
    assert ("没有图形界面" in run.stderr) == (language == "zh")


@linux_only
def test_display_that_is_not_there(tmp_path: Path) -> None:
    run = antou(tmp_path, DISPLAY=":987")
    assert run.returncode == NO_WINDOW
    assert "连接不上显示服务 :987" in run.stderr
    assert "Traceback" not in run.stderr


@linux_only
def test_compositor_that_is_not_there(tmp_path: Path) -> None:
    run = antou(tmp_path, WAYLAND_DISPLAY="wayland-7", XDG_RUNTIME_DIR=str(tmp_path))
    assert run.returncode == NO_WINDOW
    assert "wayland-7" in run.stderr


def test_entry_stays_light(tmp_path: Path) -> None:
    """The worker process imports the entry point again: no Qt, no storage beyond words."""
    program = "import desktop.__main__, sys; print(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    loaded = run.stdout.split()
    heavy = ("PySide6", "shiboken6", "sqlite_utils", "click", "jieba", "whoosh", "docx")
    assert not [name for name in loaded if name.split(".")[0] in heavy]


def test_start_that_fails_saves_a_report(tmp_path: Path, monkeypatch, capsys) -> None:
    from desktop import app
    from desktop.__main__ import FAILED, open_window

    def fail(*_: object, **__: object) -> int:
        raise ZeroDivisionError("a bug at the start")

    monkeypatch.setattr(app, "run", fail)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    places = places_in(tmp_path)
    assert open_window(WindowOptions(), places, chinese(places)) == FAILED
    told = capsys.readouterr().err
    assert "没能启动" in told
    assert "Traceback" not in told
    assert "a bug at the start" in (places.log / "start-failed.txt").read_text(encoding="utf-8")


def test_library_that_qt_misses_is_named(tmp_path: Path, monkeypatch, capsys) -> None:
    from desktop import __main__ as entry

    def miss() -> None:
        message = "libGL.so.1: cannot open shared object file: No such file or directory"
        raise UserFault("system-library-missing", library=display.library_named_in(message))

    monkeypatch.setattr(entry, "_import_app", miss)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    places = places_in(tmp_path)
    assert entry.open_window(WindowOptions(), places, chinese(places)) == NO_WINDOW
    assert "libGL.so.1" in capsys.readouterr().err
