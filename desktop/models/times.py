"""Points of time as people read them."""

from __future__ import annotations

from datetime import datetime


def local_time(moment: str) -> str:
    """A stored moment (ISO 8601, UTC where it names no zone) on this computer's clock, to minutes.

    What is no moment is given back as it is.
    """
    read = _read(moment)
    return read.strftime("%Y-%m-%d %H:%M") if read else moment


def local_day(moment: str) -> str:
    """The day of a stored moment on this computer's calendar (ISO 8601), "" for what is none."""
    read = _read(moment)
    return read.date().isoformat() if read else ""


def _read(moment: str) -> datetime | None:
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return None
    if read.tzinfo is None:
        read = datetime.fromisoformat(f"{moment}+00:00")
    return read.astimezone()
