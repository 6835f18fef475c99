"""Can a window be shown here? Looked at before Qt is, which aborts the process where it cannot."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import re
import socket
import sys
from collections.abc import Mapping
from pathlib import Path

from storage.errors import UserFault

# libxcb-cursor.so.0: cannot open shared object file: No such file or directory
# /lib/x86_64-linux-gnu/libGL.so.1: file too short
_LIBRARY = re.compile(r"^(?:\S*/)?(?P<library>\S+?\.so[.\d]*): ")


def look(environment: Mapping[str, str] = os.environ) -> None:
    """Raise UserFault where no window can be shown.

    no-display (none is named), display-unreachable, system-library-missing. Only Linux is looked
    at, and only the X and Wayland platforms: who names another one knows what he does.
    """
    platform = environment.get("QT_QPA_PLATFORM", "").partition(":")[0].partition(";")[0]
    if not sys.platform.startswith("linux") or platform not in ("", "xcb", "wayland"):
        return
    x_display = environment.get("DISPLAY", "")
    wayland_display = environment.get("WAYLAND_DISPLAY", "")
    if not x_display and not wayland_display:
        raise UserFault("no-display")
    if _wayland_answers(wayland_display, environment):
        return
    if not x_display or not _x_answers(x_display):
        raise UserFault("display-unreachable", display=x_display or wayland_display)
    missing = missing_library(_xcb_plugin())
    if missing:
        raise UserFault("system-library-missing", library=missing)


def missing_library(plugin: Path | None) -> str:
    """The system library that a shared object wants and does not find, "" where it loads."""
    if plugin is None:
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as fault:
        return library_named_in(str(fault.__cause__ or fault))  # PyInstaller wraps it
    return ""


def library_named_in(message: str) -> str:
    """The library that the loader's message names, else the whole message."""
    found = _LIBRARY.match(message)
    return found["library"] if found else message


def _wayland_answers(name: str, environment: Mapping[str, str]) -> bool:
    """Whether the compositor's local socket takes a connection."""
    if not name:
        return False
    path = Path(environment.get("XDG_RUNTIME_DIR", ""), name)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(3)
        try:
            connection.connect(str(path))
        except OSError:
            return False
    return True


def _x_answers(display: str) -> bool:
    """Whether the X server takes a connection; True where libxcb itself is absent."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # the missing library is named by the check of the plugin
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(display.encode(), None)
    answers = xcb.xcb_connection_has_error(connection) == 0
    xcb.xcb_disconnect(connection)
    return answers


def _xcb_plugin() -> Path | None:
    """Qt's X platform plugin in the PySide6 that will be imported."""
    found = importlib.util.find_spec("PySide6")
    for folder in (found and found.submodule_search_locations) or ():
        plugin = Path(folder, "Qt", "plugins", "platforms", "libqxcb.so")
        if plugin.is_file():
            return plugin
    return None
