"""Markdown through a template that users can change; whatever it shows is escaped by itself."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from storage.errors import UserFault
from storage.export.digest import Digest
from storage.export.escape import markdown, markdown_runs
from storage.export.labels import Labels, find_template
from storage.export.passage import Cell, Paragraph, Table

TEMPLATE = "excerpts.md"

# What filling a template may raise by what stands in it.
_TEMPLATE_FAULTS = (
    TemplateError,
    ArithmeticError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def render(digest: Digest, labels: Labels, folders: Sequence[Path]) -> bytes:
    """Fill the template; UserFault where a user's template is broken."""
    path = find_template(folders, TEMPLATE)
    try:
        # A template may come from a colleague's stick: it gets the sandbox.
        environment = SandboxedEnvironment(
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            undefined=StrictUndefined,
            finalize=_finalize,
        )
        template = environment.from_string(path.read_text(encoding="utf-8-sig"))
        text = template.render(digest=digest, labels=labels, lines=_lines)
    except OSError as fault:
        raise UserFault("export-template-unreadable", path=str(path)) from fault
    except _TEMPLATE_FAULTS as fault:
        raise _broken(path, fault) from fault
    return text.encode("utf-8", "replace")


def _finalize(value: Any) -> Any:
    """Escape whatever a template shows, unless it was made as Markdown by us."""
    return value if isinstance(value, Markup) else markdown(str(value))


def _broken(path: Path, fault: Exception) -> UserFault:
    line = f"{fault.lineno}: " if isinstance(fault, TemplateSyntaxError) else ""
    return UserFault("export-template-broken", path=str(path), problem=f"{line}{fault}")


def _lines(piece: Paragraph | Table) -> list[Markup]:
    """A piece of a passage as lines of Markdown, already escaped."""
    if isinstance(piece, Paragraph):
        return [Markup(_runs(piece.runs))]
    width = len(piece.rows[0])
    # Which row is the table's head isn't known; Markdown wants one, so it stays empty.
    rows = ["|" + "   |" * width, "|" + " --- |" * width]
    rows += ["| " + " | ".join(_runs(cell) for cell in row) + " |" for row in piece.rows]
    return [Markup(row) for row in rows]


def _runs(cell: Cell) -> str:
    return markdown_runs((run.text, run.bold) for run in cell)
