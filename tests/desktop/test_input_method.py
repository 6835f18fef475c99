"""fcitx is found and spoken to as ibus; any other choice is left alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import input_method

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


@pytest.mark.parametrize(
    ("environment", "on_bus", "chosen"),
    [
        ({}, False, ""),
        ({}, True, "ibus"),
        ({"QT_IM_MODULE": "fcitx"}, False, "ibus"),
        ({"QT_IM_MODULE": "fcitx5"}, False, "ibus"),
        ({"XMODIFIERS": "@im=fcitx"}, False, "ibus"),
        ({"GTK_IM_MODULE": "fcitx"}, False, "ibus"),
        ({"QT_IM_MODULE": "ibus"}, True, "ibus"),
        ({"QT_IM_MODULE": "compose", "XMODIFIERS": "@im=fcitx"}, True, "compose"),
        ({"XMODIFIERS": "@im=ibus"}, False, ""),
    ],
)
def test_choice(tmp_path: Path, environment, on_bus, chosen) -> None:
    environment = dict(environment)
    assert input_method.prepare(environment, lambda: on_bus, tmp_path) == chosen
    assert environment.get("QT_IM_MODULE", "") == chosen


def test_plugin_that_is_there_is_used(tmp_path: Path) -> None:
    folder = tmp_path / "platforminputcontexts"
    folder.mkdir()
    (folder / "libfcitx5platforminputcontextplugin.so").touch()
    environment = {"QT_IM_MODULE": "fcitx"}
    assert input_method.prepare(environment, lambda: True, tmp_path) == "fcitx"


def test_wayland_brings_its_own(tmp_path: Path) -> None:
    environment = {"XDG_SESSION_TYPE": "wayland", "WAYLAND_DISPLAY": "wayland-0"}
    assert input_method.prepare(environment, lambda: True, tmp_path) == ""
    assert "QT_IM_MODULE" not in environment


def test_x_on_wayland_is_asked(tmp_path: Path) -> None:
    environment = {"QT_QPA_PLATFORM": "xcb", "XDG_SESSION_TYPE": "wayland", "WAYLAND_DISPLAY": "w"}
    assert input_method.prepare(environment, lambda: True, tmp_path) == "ibus"


def test_without_a_bus_nothing_is_asked() -> None:
    assert input_method.prepare({}) == ""


def test_fallback_is_said_in_the_log(tmp_path: Path, caplog) -> None:
    with caplog.at_level("INFO"):
        input_method.prepare({"QT_IM_MODULE": "fcitx"}, lambda: False, tmp_path)
    assert "ibus front end" in caplog.text


def test_bus_that_is_not_there() -> None:
    environment = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere/bus"}
    assert ask_in_a_process(environment, []) == ""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no session bus to try")
def test_fcitx_is_found_on_a_real_bus() -> None:
    assert ask_in_a_process({}, ["dbus-run-session", "--"], owned="org.fcitx.Fcitx5") == "ibus"
    assert ask_in_a_process({}, ["dbus-run-session", "--"], owned="org.example.Other") == ""


def ask_in_a_process(environment: dict[str, str], prefix: list[str], owned: str = "") -> str:
    """What is chosen in a process of its own, on a bus where a name is owned."""
    program = (
        "import subprocess, sys\n"
        "from PySide6.QtCore import QCoreApplication\n"
        "from PySide6.QtDBus import QDBusConnection\n"
        "application = QCoreApplication([])\n"
        f"if {owned!r}: assert QDBusConnection.sessionBus().registerService({owned!r})\n"
        "ask = 'import os; from desktop import input_method; "
        "print(input_method.prepare(dict(os.environ)))'\n"
        "subprocess.run([sys.executable, '-c', ask], check=True)\n"
    )
    unset = (*input_method._VARIABLES, "DBUS_SESSION_BUS_ADDRESS", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    run = subprocess.run(
        [*prefix, sys.executable, "-c", program],
        env=kept | environment,
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return run.stdout.strip()
