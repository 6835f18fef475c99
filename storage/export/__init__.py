"""Passages out of the library: one writer a file, all from the same digest."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from storage.errors import UserFault
from storage.export.files import write_whole
from storage.types import Excerpt

FORMATS = ("docx", "md")

__all__ = ["FORMATS", "write_excerpts", "write_whole"]


def write_excerpts(
    excerpts: Sequence[Excerpt],
    target: Path,
    format: str,
    heading: str,
    templates: Path | Sequence[Path],
    *,
    moment: datetime.datetime | None = None,
    style_names: Mapping[str, str] | None = None,
) -> Path:
    """Write the excerpts, grouped by notice, to a file that is there whole or not at all.

    `format` is one of FORMATS. `templates` are the folders of templates, the user's own first and
    the shipped one last; `style_names` are the user's names of the styles of marks. Returns the
    path written. Raises UserFault for the world's faults.
    """
    if not excerpts:
        raise UserFault("export-empty")
    if format not in FORMATS:
        raise UserFault("export-format-unknown", format=format)
    folders = [templates] if isinstance(templates, Path) else list(templates)
    content = _render(
        excerpts, format, heading, folders, moment or datetime.datetime.now(), style_names
    )

    def write(file: BinaryIO) -> None:
        file.write(content)

    return write_whole(target, write)


def _render(
    excerpts: Sequence[Excerpt],
    format: str,
    heading: str,
    folders: Sequence[Path],
    moment: datetime.datetime,
    style_names: Mapping[str, str] | None,
) -> bytes:
    # The writers' libraries are loaded when they are needed: the command line starts without.
    from storage.export.digest import digest
    from storage.export.labels import read_labels

    labels = read_labels(folders).with_styles(style_names or {})
    content = digest(excerpts, heading, labels, moment.date())
    if format == "docx":
        from storage.export import docx_writer

        return docx_writer.render(content, labels, moment)
    from storage.export import markdown_writer

    return markdown_writer.render(content, labels, folders)
