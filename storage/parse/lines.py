"""The lines of a source with what can be seen at each of them: marks, numbering, table cells."""

from __future__ import annotations

from dataclasses import dataclass

from storage.numbering import form_of
from storage.parse import patterns
from storage.parse.characters import key_of, tidy, without_readings
from storage.parse.markup import Plain, make_plain
from storage.types import LineHint, SourceText, Span

_LONGEST_KEY = 4000


@dataclass(slots=True)
class Line:
    """One line: `text` without markup, `key` for the patterns, `cells` where it is a table row."""

    at: int
    text: str
    key: str
    depth: int = 0
    bullet: bool = False
    bold: bool = False
    indent: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    spans: tuple[Span, ...] = ()
    form: str = ""
    furniture: str = ""
    opens_table: bool = False
    is_picture: bool = False

    @property
    def blank(self) -> bool:
        """Nothing stands on this line."""
        return not self.key and not self.rows

    @property
    def solid(self) -> bool:
        """Something stands here that belongs to a document."""
        return bool(self.key or self.rows) and not self.furniture

    @property
    def is_table(self) -> bool:
        """The line is one or more rows of a table."""
        return bool(self.rows)

    @property
    def is_date(self) -> bool:
        """A date and nothing else."""
        return len(self.key) <= 22 and patterns.DATE_ALONE.fullmatch(self.key) is not None

    @property
    def is_remark(self) -> bool:
        """（此件公开发布） and the like."""
        return len(self.key) <= 44 and patterns.REMARK.match(self.key) is not None

    @property
    def ends_sentence(self) -> bool:
        """The line ends where a sentence ends."""
        return self.key.endswith(("。", ";", ":", "!", "?", "…", "。)", "。”", "。]", ";)"))


def same_table(before: Line, after: Line) -> bool:
    """Rows without a gap, or on both sides of a page with as many cells."""
    return after.at - before.at == 1 or len(before.rows[-1]) == len(after.rows[0])


def read_lines(source: SourceText) -> list[Line]:
    """Turn a source into lines with features; what its format knows of them counts too."""
    lines = [_read_line(at, raw) for at, raw in enumerate(source.lines, 1)]
    for line, hint in zip(lines, source.hints, strict=False):
        if hint is not None:
            _take_hint(line, hint)
    return lines


def _take_hint(line: Line, hint: LineHint) -> None:
    """Cells of a table, page furniture and bold type, where the format told them."""
    line.bold = line.bold or hint.bold
    line.furniture = hint.furniture
    if hint.cells is not None and len(hint.cells) > 1:
        line.rows = (hint.cells,)
        line.text = "\t".join(hint.cells)
        line.form = ""


def _read_line(at: int, raw: str) -> Line:
    plain: Plain = make_plain(raw)
    key = key_of(without_readings(plain.text))
    line = Line(
        at=at,
        text=plain.text if plain.rows else tidy_keeping(plain),
        key=key if len(key) <= _LONGEST_KEY else key[:_LONGEST_KEY] + key[-200:],
        depth=plain.depth,
        bullet=plain.bullet,
        bold=plain.bold,
        indent=len(raw) - len(raw.lstrip(" \t\u3000")),
        rows=plain.rows,
        spans=plain.spans,
        opens_table="<table" in raw,
        is_picture=bool(raw) and patterns.PICTURE.match(raw) is not None,
    )
    line.form = "" if line.rows else form_of(line.key, line.text)
    return line


def tidy_keeping(plain: Plain) -> str:
    """Tidy the white space; a line with sub- or superscript stays as it is, for its offsets."""
    return plain.text.strip() if plain.spans else tidy(plain.text)
