"""Reading a file, whatever its format and whatever is wrong with it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from storage.errors import UserFault
from storage.sources.archive import Archive
from storage.sources.content import MEGABYTE, Content
from storage.sources.flow import Numbered
from storage.sources.formats import format_of
from storage.types import SourceText

LARGEST_TEXT = 20 * MEGABYTE

Reader = Callable[[Content], Numbered]


def read_source(path: Path) -> SourceText:
    """Read a file of any known format into numbered lines.

    A ZIP archive is read where it holds one document (`expand` takes archives apart); a path
    that goes on below an archive (`某.zip/公报.txt`) names one of its members.
    Raises UserFault: missing, a folder, without rights, empty, too large, of an unknown format,
    encrypted, damaged, unsafe, without text.
    """
    outer, below = _archive_of(path)
    if not below:
        return read_content(Content(str(path), path), path.name)
    return read_content(_unpacked(outer, below), f"{outer.name}/{below}")


def _archive_of(path: Path) -> tuple[Path, str]:
    """The archive that a path goes on below, and how; the path and "" for a plain one."""
    try:
        if path.exists():
            return path, ""
        for parent in path.parents:
            if parent.is_file():
                return parent, path.relative_to(parent).as_posix()
            if parent.exists():
                break
    except (OSError, ValueError):
        return path, ""  # reading it says what is wrong
    return path, ""


def _unpacked(path: Path, names: str) -> Content:
    """A member of an archive, or of an archive in it …, by their names joined by slashes.

    Raises UserFault: those of Archive, source-missing.
    """
    content = Content(str(path), path)
    while names:
        with Archive(content) as archive:
            name, names = _longest_member(archive, names)
            content = Content(f"{content.name}/{name}", held=archive.read(name))
    return content


def _longest_member(archive: Archive, names: str) -> tuple[str, str]:
    """The member that a joined name begins with, and what is left of the joined name."""
    by_plain = {name.lstrip("/"): name for name in archive.names}
    words = names.lstrip("/").split("/")
    for count in range(len(words), 0, -1):
        found = by_plain.get("/".join(words[:count]))
        if found is not None:
            return found, "/".join(words[count:])
    raise UserFault("source-missing", path=f"{archive.name}/{names}")


def read_content(content: Content, name: str) -> SourceText:
    """Read a content that is shown as `name`. Raises UserFault as `read_source`."""
    read = read_numbered(content)
    return SourceText(name, read.lines, content.sha256(), content.kept(), read.hints)


def read_numbered(content: Content) -> Numbered:
    """The lines of a content and what is known of them. Raises UserFault as `read_source`."""
    if content.size() == 0:
        raise UserFault("source-empty", path=content.name)
    read = _reader(format_of(content))(content)
    if not any(line.strip() for line in read.lines):
        raise UserFault("source-empty", path=content.name)
    return read


def _reader(format: str) -> Reader:
    """The reader of a format; what it needs is loaded now and not before."""
    if format == "markdown":
        from storage.sources.markdown import read_markdown

        return read_markdown
    if format in ("page", "archived-page"):
        from storage.sources.html import read_archived_page, read_page

        return read_page if format == "page" else read_archived_page
    if format == "pdf":
        from storage.sources.pdf import read_pdf

        return read_pdf
    if format == "office":
        from storage.sources.office import read_office

        return read_office
    if format == "zip":
        from storage.sources.packed import read_packed

        return read_packed
    return _read_text


def _read_text(content: Content) -> Numbered:
    """Split a text on \\n only: form feeds and U+2028 stand inside the lines of PDF text."""
    return Numbered(text_lines(content))


def text_lines(content: Content) -> tuple[str, ...]:
    """The lines of a text file. Raises UserFault: too large, binary, wrongly encoded."""
    from storage.sources.decoding import decode

    text = decode(content.read(LARGEST_TEXT), content.name).replace("\r\n", "\n")
    return tuple(text.split("\n"))
