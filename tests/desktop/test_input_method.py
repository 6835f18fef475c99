"""fcitx is found and spoken to as ibus; any other choice is left alone."""

from __future__ import annotations

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
