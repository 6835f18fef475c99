"""The layout of pages: columns, ruled and aligned tables, furniture, paragraphs over pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from storage.sources.flow import Piece
from storage.sources.layout import Glyph, Page, PageReader, Rule, pieces_of, read_pages

SIZE = 10.0


def write(text: str, left: float, base: float, size: float = SIZE) -> Iterator[Glyph]:
    for at, character in enumerate(text):
        if character != "\u3000":
            yield Glyph(character, left + at * size, left + (at + 1) * size, base, size)


def page(glyphs: Iterable[Glyph], number: int = 1, rules: Iterable[Rule] = ()) -> Page:
    return Page(number, 600, 800, list(glyphs), list(rules))


def pieces(*pages: Page) -> list[Piece]:
    reader = PageReader()
    lines = [reader.read(page) for page in pages]
    return list(pieces_of(lines, [page.height for page in pages]))


def texts(*pages: Page) -> list[str]:
    return [piece.text for piece in pieces(*pages) if not piece.furniture]


def column(words: str, left: float, top: float, rows: int = 8, width: int = 20) -> list[Glyph]:
    lines = ((words * width)[:width] for _ in range(rows))
    return [glyph for at, line in enumerate(lines) for glyph in write(line, left, top + at * 16)]


def test_columns_are_read_one_after_the_other_between_full_lines():
    head = write("横贯全页的一个标题写得很长很长很长很长很长很长很长很长", 60, 100, 16)
    glyphs = [*head, *column("左", 60, 140), *column("右", 330, 147)]
    found = texts(page(glyphs))
    assert found[1:] == ["左" * 160 + "右" * 160]


def test_a_page_with_little_text_has_the_columns_of_the_next_pages():
    short = [*column("甲", 60, 100, 1), *write("二字", 60, 116), *column("乙", 330, 107, 1)]
    full = [*column("左", 60, 100), *column("右", 330, 107)]
    pages = [page(short, 1), page(full, 2)]
    lines, _ = read_pages(lambda index: pages[index], 2)
    assert [line.text[0] for line in lines[0]] == ["甲", "二", "乙"]


def test_short_words_side_by_side_are_no_columns():
    glyphs: list[Glyph] = []
    for at in range(6):
        glyphs += [*write("组长", 60, 100 + at * 16), *write("市长", 330, 100 + at * 16)]
    assert texts(page(glyphs)) == ["组长\u3000市长"] * 6


def test_merged_cells_of_ruled_tables_are_empty():
    rules = [Rule(60, y, 360, y) for y in (100, 160)] + [Rule(160, 130, 360, 130)]
    rules += [Rule(x, 100, x, 160) for x in (60, 160, 360)] + [Rule(260, 100, 260, 130)]
    glyphs = [*write("甲", 70, 132), *write("乙", 170, 118), *write("丙", 270, 118)]
    glyphs += [*write("丁丁", 170, 142), *write("戊", 170, 156), *write("文外", 60, 300)]
    found = pieces(page(glyphs, rules=rules))
    assert [piece.cells for piece in found] == [("甲", "乙", "丙"), ("", "丁丁戊", ""), None]


def test_words_below_each_other_become_a_table():
    rows = [("县区", "受理", "排名"), ("松岑区", "81", "1"), ("望汀区", "73", "2")]
    glyphs: list[Glyph] = []
    for at, row in enumerate(rows):
        for word, left in zip(row, (60, 200, 340), strict=True):
            glyphs += write(word, left, 100 + at * 16)
    assert [piece.cells for piece in pieces(page(glyphs))] == rows


def test_running_heads_and_page_numbers_are_furniture_and_paragraphs_cross_them():
    pages: list[Page] = []
    for number in (1, 2, 3):
        glyphs = [*write(f"某市公报{number}", 60, 50), *write(f"—{number}—", 280, 770)]
        pages.append(page([*glyphs, *column("甲乙丙"[number - 1], 60, 120)], number))
    found = pieces(*pages)
    whole = "甲" * 160 + "乙" * 160 + "丙" * 160
    assert [piece.text for piece in found if not piece.furniture] == [whole]
    aside = [piece.furniture for piece in found if piece.furniture]
    assert sorted(aside) == ["page number"] * 3 + ["running head"] * 3


def test_heads_of_attachments_at_the_top_of_pages_are_no_running_heads():
    pages = [page([*write(f"附件{at}", 60, 60), *column("字", 60, 120)], at) for at in (1, 2, 3)]
    assert not any(piece.furniture for piece in pieces(*pages))


def test_a_title_broken_by_its_column_is_one_line_and_others_stay_apart():
    body = column("字", 60, 200, 12, 30)
    one = [*write("关于印发某市某某办法的通知全文共二十", 60, 100, 300 / 18)]
    two = [*write("二字", 193, 130, 300 / 18)]
    assert texts(page([*one, *two, *body]))[0] == "关于印发某市某某办法的通知全文共二十二字"
    apart = [
        *write("某市人民政府", 160, 100, 300 / 18),
        *write("关于某事的通知", 152, 130, 300 / 18),
    ]
    found = pieces(page([*apart, *body]))
    assert [piece.text for piece in found[:2]] == ["某市人民政府", "关于某事的通知"]
    assert found[1].tight


def test_characters_printed_twice_are_read_once():
    glyphs = [*write("粗体", 60, 100), *write("粗体", 60.4, 100), *write("字字", 60, 130)]
    assert texts(page(glyphs)) == ["粗体", "字字"]


def test_titles_at_the_top_of_pages_are_no_running_heads():
    def pages(first: int, size: float, every: int) -> list[Page]:
        made: list[Page] = []
        for at in range(1, 13):
            title = write("某市人民政府", 200, 70, size) if at % every == first else ()
            made.append(page([*title, *column("字", 60, 120)], at))
        return made

    assert not any(piece.furniture for piece in pieces(*pages(0, 16.0, 1)))
    assert not any(piece.furniture for piece in pieces(*pages(0, SIZE, 4)))
    assert sum(1 for piece in pieces(*pages(0, SIZE, 2)) if piece.furniture) == 6


def test_a_word_that_was_not_to_be_broken_leaves_room_behind():
    lines = ["一、某市人民政府关于某某某某的通知见（某政发", "〔2012〕31号）。"]
    glyphs = [*write(lines[0], 80, 100), *write(lines[1], 60, 116), *column("字", 60, 140, 9, 30)]
    assert texts(page(glyphs))[0] == "".join(lines)
