"""Points of time as people read them."""

from __future__ import annotations

from datetime import datetime


def local_time(moment: str) -> str:
    """A stored moment (ISO 8601, UTC where it names no zone) on this computer's clock, to minutes.

    What is no moment is given back as it is.
    """
    try:
        read = datetime.fromisoformat(moment)
    except ValueError:
        return moment
    if read.tzinfo is None:
        read = datetime.fromisoformat(f"{moment}+00:00")
    return read.astimezone().strftime("%Y-%m-%d %H:%M")
