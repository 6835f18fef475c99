"""Moments of time as they are stored."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    """This moment as ISO 8601 in UTC with microseconds, so that text order is time order."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def days_ago(days: int) -> str:
    """The moment so many days before this one, in the same form."""
    return (datetime.now(UTC) - timedelta(days=days)).isoformat(timespec="microseconds")
