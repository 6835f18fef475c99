"""Moments of time as they are stored."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment as ISO 8601 in UTC with microseconds, so that text order is time order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")
