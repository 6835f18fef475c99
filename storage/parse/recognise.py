"""From a source to its notices: the stages in their order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence

from storage.parse.attachments import read_attachments
from storage.parse.blocks import build_blocks
from storage.parse.borders import put_borders
from storage.parse.characters import key_of
from storage.parse.checks import check
from storage.parse.contents import Contents, find_contents
from storage.parse.draft import Draft
from storage.parse.furniture import PageFields, mark_page_fields, mark_pages, page_end
from storage.parse.head import read_head
from storage.parse.heads import Head
from storage.parse.imprint import imprint_start
from storage.parse.inner_contents import mark_inner_contents
from storage.parse.joins import read_joins
from storage.parse.lines import Line, read_lines
from storage.parse.masthead import read_masthead
from storage.parse.matching import match_contents
from storage.parse.names import genre_of
from storage.parse.outline import read_outline
from storage.parse.paragraphs import paragraphs
from storage.parse.parts import read_parts
from storage.parse.quotes import find_quoted
from storage.parse.relations import read_relations
from storage.parse.repeats import find_repeats
from storage.parse.sections import mark_sections
from storage.parse.single import single_head
from storage.parse.split import find_heads
from storage.parse.tail import read_tail
from storage.parse.validity import read_validity
from storage.text import normal_number
from storage.types import Finding, Furniture, Issue, Notice, ParsedSource, Repeat, SourceText


def parse_source(
    source: SourceText, starts: Collection[int] = (), not_starts: Collection[int] = ()
) -> ParsedSource:
    """Recognise the structure of a source; pure, and whole whatever the text is.

    A notice starts at each of the lines `starts` and at none of `not_starts`, as the user said.
    """
    lines = read_lines(source)
    contents = find_contents(lines)
    fields = PageFields() if contents.entries else mark_page_fields(lines)
    mark_pages(lines, contents.last)
    sections = mark_sections(lines, contents)
    heads = put_borders(lines, find_heads(lines, contents), starts, not_starts)
    found = bool(heads)
    heads = heads or [single_head(lines, fields.title)]
    cover = [line for line in lines[: heads[0].start - 1] if line.at not in contents.taken]
    issue = read_masthead(cover)
    drafts = _drafts(lines, heads, contents)
    for draft in drafts:
        _recognise(draft)
    if len(drafts) == 1 and drafts[0].number is None and fields.number:
        drafts[0].number = normal_number(fields.number)
    match_contents(drafts, contents)
    places = sorted(sections)
    notices = tuple(_notice(draft, contents, sections, places) for draft in drafts)
    warnings = check(lines, drafts, contents)
    if not found and not heads[0].titles:
        warnings.insert(0, Finding(heads[0].start, "no-notice"))
    return ParsedSource(
        source=source.name,
        issue=issue,
        contents=tuple(contents.entries),
        notices=notices,
        furniture=_furniture(lines, notices, contents, issue),
        repeats=_repeats(drafts),
        warnings=tuple(warnings),
    )


def _drafts(lines: Sequence[Line], heads: Sequence[Head], contents: Contents) -> list[Draft]:
    """Each notice reaches to the last line before the next, the last to what ends the text."""
    limits = [head.start - 1 for head in heads[1:]]
    last = heads[-1]
    head_end = max([last.start, *last.titles, last.number or 0])
    end = contents.first - 1 if contents.first > head_end else len(lines)
    foot = page_end(lines, head_end)
    if foot is not None and foot <= end:
        end = foot - 1
    limits.append(imprint_start(lines, head_end, end) - 1)
    drafts: list[Draft] = []
    for head, limit in zip(heads, limits, strict=True):
        while limit > head.start and not lines[limit - 1].solid:
            limit -= 1
        drafts.append(Draft(lines, head, max(limit, head.start)))
    return drafts


def _recognise(draft: Draft) -> None:
    """All stages on one notice; later ones build on what earlier ones marked."""
    read_head(draft)
    read_tail(draft)
    read_attachments(draft)
    mark_inner_contents(draft)
    read_parts(draft)
    find_quoted(draft)
    read_joins(draft)
    read_outline(draft)
    find_repeats(draft)
    texts = paragraphs(draft)
    read_relations(draft, texts)
    read_validity(draft, texts)


def _notice(
    draft: Draft, contents: Contents, sections: dict[int, str], places: Sequence[int]
) -> Notice:
    index = draft.entry
    section = contents.entries[index].section if index is not None else None
    if section is None and sections:
        above = bisect_left(places, draft.head.start)
        section = sections[places[above - 1]] if above else None
    title = draft.title
    return Notice(
        title=title,
        start_line=draft.head.start,
        end_line=draft.end,
        number=draft.number,
        section=section,
        issuer=draft.issuer,
        date=draft.date,
        addressees=draft.addressees,
        genre=_genre(title),
        contents_index=index,
        attachments=tuple(draft.attachments),
        parts=tuple(draft.parts),
        effective=draft.effective,
        validity_years=draft.validity_years,
        relations=tuple(draft.relations),
        outline=tuple(draft.outline),
        joins=tuple(draft.joins),
        blocks=build_blocks(draft),
    )


def _genre(title: str) -> str | None:
    return genre_of(key_of(title))


def _furniture(
    lines: Sequence[Line], notices: Sequence[Notice], contents: Contents, issue: Issue
) -> tuple[Furniture, ...]:
    """Every line that no notice shows and no table of contents holds, and why."""
    inside = {at for notice in notices for at in range(notice.start_line, notice.end_line + 1)}
    found: list[Furniture] = []
    for line in lines:
        if line.furniture:
            found.append(Furniture(line.at, line.furniture))
        elif not line.blank and line.at not in inside and line.at not in contents.taken:
            front = notices and line.at < notices[0].start_line
            why = (
                ("cover" if issue.name else "page")
                if front
                else "imprint"
                if issue.name
                else "page"
            )
            found.append(Furniture(line.at, why))
    return tuple(found)


def _repeats(drafts: Sequence[Draft]) -> tuple[Repeat, ...]:
    return tuple(
        Repeat(at, draft.line(at).text[:length])
        for draft in drafts
        for at, length in sorted(draft.repeats.items())
    )
