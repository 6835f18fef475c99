"""`antou export`: marked passages, or what a search finds, as a Word document or Markdown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from storage.cli.describe import issue_title, one_line, shown_query
from storage.cli.session import FINE, NOTHING, Session
from storage.errors import UserFault
from storage.types import Excerpt

if TYPE_CHECKING:
    from storage.library import Library

_FORMATS = {".docx": "docx", ".md": "md", ".markdown": "md"}


@dataclass(frozen=True, slots=True)
class ExportWish:
    """The options of `antou export`."""

    output: str
    format: str | None
    notice: str | None
    issue: int | None
    search: str | None
    marked_only: bool
    heading: str


def export_passages(session: Session, wish: ExportWish) -> int:
    """Write the wished passages; the marks of the whole library where no range is named."""
    target = Path(wish.output)
    format = _format(wish, target)
    if wish.notice is not None and wish.issue is not None:
        raise UserFault("cli-export-two-ranges")
    with session.open_library() as library:
        chosen = _passages(session, library, wish)
        if chosen is None:
            return NOTHING
        excerpts, heading = chosen
        if not excerpts:
            session.complain(UserFault("export-empty"))
            return NOTHING
        own_templates = [session.places.config / "templates"]
        written = library.export(
            excerpts, target, format, wish.heading.strip() or heading, own_templates
        )
    session.say("cli-exported", count=len(excerpts), path=written)
    return FINE


def _format(wish: ExportWish, target: Path) -> str:
    """The format named, or that of the file's name; UserFault where they differ."""
    if not wish.output:
        raise UserFault("cli-value-empty", option="--output")
    by_name = _FORMATS.get(target.suffix.lower())
    if wish.format is None and by_name is None:
        raise UserFault("cli-export-format")
    if wish.format and by_name and wish.format != by_name:
        raise UserFault("cli-export-format-differs", path=wish.output, format=wish.format)
    return wish.format or by_name or ""


def _passages(
    session: Session, library: Library, wish: ExportWish
) -> tuple[list[Excerpt], str] | None:
    """The excerpts and the heading that fits them; None where the range is not there."""
    words = session.words
    notice: str | None = None
    heading = words.say("export-heading-all")
    if wish.notice is not None:
        summary = session.one_notice(library, wish.notice)
        if summary is None:
            return None
        notice = summary.uuid
        heading = words.say("export-heading-notice", title=one_line(summary.title))
    if wish.issue is not None:
        found = [issue for issue in library.issues() if issue.id == wish.issue]
        if not found:
            session.complain(UserFault("cli-issue-unknown", issue=wish.issue))
            return None
        name = issue_title(found[0].issue, words) or found[0].source_name
        heading = words.say("export-heading-issue", name=name)
    if wish.search is not None:
        session.bring_index_up_to_date(library)
        heading = words.say("export-heading-search", query=shown_query(wish.search))
    excerpts = library.excerpts(notice, wish.issue, wish.search, marked_only=wish.marked_only)
    return excerpts, heading
