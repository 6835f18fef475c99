"""Typing Chinese: Qt's wheels bring no fcitx plugin, so fcitx is spoken to as ibus.

Kylin and UOS mostly run fcitx, which also answers where ibus is asked for (its ibus front end).
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, MutableMapping
from pathlib import Path

from PySide6.QtCore import QLibraryInfo

_log = logging.getLogger(__name__)

_SERVICES = ("org.fcitx.Fcitx5", "org.fcitx.Fcitx", "org.fcitx.Fcitx-0")
_VARIABLES = ("QT_IM_MODULE", "XMODIFIERS", "GTK_IM_MODULE")


def prepare(
    environment: MutableMapping[str, str] = os.environ,
    on_bus: Callable[[], bool] | None = None,
    plugins: Path | None = None,
) -> str:
    """Choose Qt's input method before the QApplication; returns what was chosen ("": Qt's way).

    `on_bus` asks whether fcitx is on the session bus, `plugins` is Qt's plugin folder.
    """
    if not sys.platform.startswith("linux") or _speaks_wayland(environment):
        return ""
    asked = environment.get("QT_IM_MODULE", "")
    if asked and "fcitx" not in asked:
        return asked
    named = any("fcitx" in environment.get(name, "") for name in _VARIABLES)
    if not named and not (on_bus or (lambda: _fcitx_is_on_bus(environment)))():
        return asked
    if _has_fcitx_plugin(plugins or _plugin_folder()):
        return asked
    environment["QT_IM_MODULE"] = "ibus"
    _log.info("Input method fcitx found, Qt has no plugin for it: asked through its ibus front end")
    return "ibus"


def _speaks_wayland(environment: MutableMapping[str, str]) -> bool:
    """On Wayland the compositor brings the input method."""
    platform = environment.get("QT_QPA_PLATFORM", "")
    if platform:
        return platform.startswith("wayland")
    return environment.get("XDG_SESSION_TYPE") == "wayland" and "WAYLAND_DISPLAY" in environment


def _plugin_folder() -> Path:
    return Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))


def _has_fcitx_plugin(plugins: Path) -> bool:
    return any((plugins / "platforminputcontexts").glob("*fcitx*"))


def _fcitx_is_on_bus(environment: MutableMapping[str, str]) -> bool:
    if not environment.get("DBUS_SESSION_BUS_ADDRESS"):
        return False
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    return any(bus.interface().isServiceRegistered(name).value() for name in _SERVICES)
