"""The look at the display and at Qt's system libraries, before Qt aborts the process."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

from desktop import display
from storage.errors import UserFault

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux only")


def test_named_platform_is_trusted() -> None:
    display.look({"QT_QPA_PLATFORM": "offscreen"})
    display.look({"QT_QPA_PLATFORM": "vnc:port=5900"})


@pytest.mark.parametrize("platform", ["", "xcb", "wayland;xcb"])
def test_no_display_is_named(platform: str) -> None:
    with pytest.raises(UserFault) as raised:
        display.look({"QT_QPA_PLATFORM": platform})
    assert raised.value.key == "no-display"


def test_dead_display(tmp_path: Path) -> None:
    with pytest.raises(UserFault) as raised:
        display.look({"DISPLAY": ":987", "WAYLAND_DISPLAY": "gone", "XDG_RUNTIME_DIR": "/none"})
    assert raised.value.key == "display-unreachable"
    assert raised.value.arguments == {"display": ":987"}


def test_living_compositor(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as compositor:
        compositor.bind(str(tmp_path / "wayland-0"))
        compositor.listen()
        display.look({"WAYLAND_DISPLAY": "wayland-0", "XDG_RUNTIME_DIR": str(tmp_path)})


def test_library_that_does_not_load_is_named(tmp_path: Path) -> None:
    broken = tmp_path / "libqxcb.so"
    broken.write_text("no library at all")
    assert display.missing_library(broken) == "libqxcb.so"
    assert display.missing_library(tmp_path / "libxcb-cursor.so.0") != ""


@pytest.mark.parametrize(
    ("message", "library"),
    [
        (
            "libxcb-cursor.so.0: cannot open shared object file: No such file or directory",
            "libxcb-cursor.so.0",
        ),
        ("/lib/x86_64-linux-gnu/libGL.so.1: file too short", "libGL.so.1"),
        ("libEGL.so.1: undefined symbol: eglGetError", "libEGL.so.1"),
        ("something else went wrong", "something else went wrong"),
    ],
)
def test_name_is_taken_from_the_loader_s_message(message: str, library: str) -> None:
    assert display.library_named_in(message) == library


def test_installed_plugin_loads() -> None:
    plugin = display._xcb_plugin()
    assert plugin is not None
    assert display.missing_library(plugin) == ""
