"""Tool tips for words that come from documents and notes: never taken for HTML."""

from __future__ import annotations

from html import escape

from storage.types import Mark

_LONGEST = 600


def plain_tip(text: str) -> str:
    """A text as a tool tip; Qt would read one with tags in it as HTML, and load its pictures."""
    return wrapped_tip(text) if "<" in text else text


def wrapped_tip(text: str) -> str:
    """A text of any length as a tool tip, broken into lines, cut where it is very long."""
    if not text:
        return ""
    shown = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
    return f"<div style='white-space: pre-wrap'>{escape(shown)}</div>"


def notes_tip(marks: list[Mark]) -> str:
    """The notes of marks, one under the other, "" where there are none."""
    return wrapped_tip("\n\n".join(mark.note for mark in marks if mark.note))
