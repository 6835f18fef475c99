"""Places by address: what somebody types, and where it leads in a notice."""

from __future__ import annotations

import pytest

from storage.addresses import (
    Answer,
    Book,
    DocumentNumber,
    cited_places,
    find_places,
    make_book,
    read_number,
    read_page,
    read_steps,
)
from storage.parse import parse_source
from storage.text import fold, squeeze, squeeze_with_offsets
from storage.types import Attachment, Block, Heading, Notice, SourceText
from tests.shared_texts import gazettes, needs_shared

NOTICE = """\
霁川市人民政府办公室关于印发霁川市渡口管理办法和霁川市渡口应急预案的通知
霁政办发〔2024〕31号

各县（市、区）人民政府：

《霁川市渡口管理办法》和《霁川市渡口应急预案》已经市人民政府同意，现印发给你们。

霁川市人民政府办公室
2024年6月3日

附件：1.霁川市渡口管理办法
2.霁川市渡口应急预案
3.霁川市渡口名录（略）

附件2

霁川市渡口应急预案

1 总则

1.1 编制目的

为规范渡口突发事件的处置，制定本预案。

1.2 工作原则

以人为本，分级负责。

2 组织机构

一、指挥部

（一）市指挥部。由分管副市长任总指挥。

（二）县指挥部。由县长任总指挥。

1.平时：每季度演练一次。

2.汛期：每月演练一次。

二、工作组

（一）救援组。由市消防救援支队牵头。

附件1

霁川市渡口管理办法

第一章 总则

第一条 为了加强渡口管理，制定本办法。

第二条 本办法所称渡口包括下列各项：

（一）乡镇渡口；

（二）景区渡口。

前款各项渡口由所在地的县级人民政府管理。

第二章 监督

第三条 监督检查。市交通运输局负责全市渡口的监督检查。

第十七条 本办法自印发之日起施行。
"""


def blocks_of(*texts: tuple[str, str]) -> tuple[Block, ...]:
    return tuple(
        Block(kind, text, (line, line), 1 if kind == "heading" else 0)
        for line, (kind, text) in enumerate(texts, 1)
    )


@pytest.fixture(scope="module")
def notice() -> Notice:
    lines = tuple(NOTICE.split("\n"))
    (found,) = parse_source(SourceText("通知.txt", lines, "")).notices
    return found


@pytest.fixture(scope="module")
def book(notice: Notice) -> Book:
    return make_book(notice)


def leads_to(book: Book, typed: str, near: int = 0) -> list[str]:
    """The text at each place, as far as its line reaches."""
    places = find_places(book, typed, near).places
    return [book.text[place.start :].split("\n")[0].strip() for place in places]


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("第十七条", "第十七条 本办法自印发之日起施行。"),
        ("17条", "第十七条 本办法自印发之日起施行。"),
        ("第17条", "第十七条 本办法自印发之日起施行。"),
        ("第１７条", "第十七条 本办法自印发之日起施行。"),
        ("十七", "第十七条 本办法自印发之日起施行。"),
        ("17", "第十七条 本办法自印发之日起施行。"),
        ("第二章", "第二章 监督"),
        ("一（二）", "（二）县指挥部。由县长任总指挥。"),
        ("一(二)2", "2.汛期：每月演练一次。"),
        ("一、（二）", "（二）县指挥部。由县长任总指挥。"),
        ("二、(一)", "（一）救援组。由市消防救援支队牵头。"),
        ("1.2", "1.2 工作原则"),
        ("第二条（二）", "（二）景区渡口。"),
        ("第二条第（二）项", "（二）景区渡口。"),
        ("第二条第二项", "（二）景区渡口。"),
        ("第二条第二款", "前款各项渡口由所在地的县级人民政府管理。"),
        ("第二条第一款第（一）项", "（一）乡镇渡口；"),
        ("附件1第三条", "第三条 监督检查。市交通运输局负责全市渡口的监督检查。"),
        ("附件二 一 （二）", "（二）县指挥部。由县长任总指挥。"),
        ("监督检查", "第三条 监督检查。市交通运输局负责全市渡口的监督检查。"),
    ],
)
def test_an_address_leads_to_its_place(book: Book, typed: str, text: str):
    assert leads_to(book, typed)[0] == text


def test_attachments_in_odd_order_are_found_by_their_number(book: Book):
    for typed, title in (("附件1", "渡口管理办法"), ("附件二", "渡口应急预案")):
        (place,) = find_places(book, typed).places
        assert title in place.words
        assert not place.listed
        assert book.text[place.start :].startswith("附件")


def test_an_attachment_that_is_only_named_leads_to_its_name(book: Book):
    (place,) = find_places(book, "附件3").places
    assert place.listed
    assert "渡口名录" in book.text[place.start : place.start + 12]
    assert [one.listed for one in find_places(book, "附件").places] == [False, False, True]


def test_equal_numbers_are_offered_each_with_the_heads_above(book: Book):
    answer = find_places(book, "（一）")
    paths = [place.path for place in answer.places]
    assert len(paths) == len(set(paths)) == 3
    assert any("应急预案" in path and "一、指挥部" in path for path in paths)
    assert any("管理办法" in path and "第二条" in path for path in paths)


def test_the_place_about_the_reader_comes_first(book: Book):
    for head in ("二、工作组", "第二条", "一、指挥部"):
        place = find_places(book, "（一）", near=book.text.index(head) + 2).places[0]
        assert head in place.path


def test_several_enclosed_documents_each_have_their_first_article():
    made = blocks_of(
        ("part_title", "霁川市渡口管理办法"),
        ("paragraph", "第一条 为了加强管理。"),
        ("part_title", "霁川市船员考核办法"),
        ("paragraph", "第一条 为了规范考核。"),
    )
    places = find_places(make_book(Notice("标题", 1, 9, blocks=made)), "第一条").places
    assert [place.path for place in places] == ["霁川市渡口管理办法", "霁川市船员考核办法"]


@pytest.mark.parametrize(
    ("typed", "under", "last"),
    [
        ("第九十九条", "", "第十七条"),
        ("第三条（四）", "第三条", ""),
        ("一（九）", "一、指挥部", "（二）县指挥部"),
        ("第七章第一条", "", "第二章 监督"),
        ("附件9", "", "渡口名录"),
    ],
)
def test_where_there_is_no_such_place_the_answer_says_how_far_it_goes(
    book: Book, typed: str, under: str, last: str
):
    answer = find_places(book, typed)
    assert answer.places == ()
    assert answer.is_address
    assert under in answer.under
    assert bool(under) == bool(answer.under)
    assert last in answer.last


def test_words_that_are_nowhere_are_no_address(book: Book):
    assert find_places(book, "没有这些话") == Answer(())
    assert find_places(book, "  ") == Answer(())
    assert find_places(Book(()), "第一条").places == ()


def test_a_head_that_runs_within_its_block_is_found():
    block = Block("paragraph", "前一段的后半。（二）加强督查。每月一次。", (1, 4))
    made = Notice("标题", 1, 4, blocks=(block,), outline=(Heading(3, 2, "（二）加强督查"),))
    (place,) = find_places(make_book(made), "（二）").places
    assert place.start == block.text.index("（二）")


def test_items_of_an_article_are_no_paragraphs_of_it():
    made = blocks_of(
        ("paragraph", "第一条 下列支出：（见下）："),
        ("list_item", "（一）研发支出"),
        ("paragraph", "是指用于研发的支出。"),
        ("list_item", "（二）检测支出。"),
        ("paragraph", "上述支出由财政局审核。"),
    )
    book = make_book(Notice("标题", 1, 9, blocks=made))
    assert leads_to(book, "第一条第二款") == ["上述支出由财政局审核。"]
    assert find_places(book, "第一条第三款").places == ()


def test_an_attachment_without_a_number_is_told_by_the_list():
    made = blocks_of(
        ("attachments", "附件：1.霁川市渡口奖补资金申报流程"),
        ("attachments", "2.霁川市渡口名录任务清单"),
        ("part_title", "霁川市渡口名录方案"),
        ("part_title", "霁川市渡口 奖补资金申报流程（试行）"),
    )
    names = (Attachment("霁川市渡口奖补资金申报流程"), Attachment("霁川市渡口名录任务清单"))
    book = make_book(Notice("标题", 1, 9, attachments=names, blocks=made))
    assert leads_to(book, "附件1") == ["霁川市渡口 奖补资金申报流程（试行）"]
    assert find_places(book, "附件2").places[0].listed


@pytest.mark.parametrize(
    "typed",
    ["", "、", "管理办法", "第", "条", "2024", "第1234条", "三（二", "附件2说明", "p12"],
)
def test_what_is_no_address_has_no_steps(typed: str):
    assert read_steps(typed) == ()


@pytest.mark.parametrize(
    ("typed", "page"),
    [("第12页", 12), ("12页", 12), ("p12", 12), ("P. 12", 12), ("第十二页", 12), ("第１２页", 12)],
)
def test_a_page_is_read_in_many_forms(typed: str, page: int):
    assert read_page(typed) == page


def test_figures_alone_are_a_page_only_where_that_is_asked():
    assert read_page("12") is None
    assert read_page("12", bare=True) == 12
    assert read_page("十二条") is None


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("霁政办发〔2020〕44号", "霁政办发"),
        ("霁政办发[2020]44号", "霁政办发"),
        ("霁政办发（2020） 44", "霁政办发"),
        ("霁政办发〔２０２０〕第44号", "霁政办发"),
        ("霁政办发2020 44", "霁政办发"),
        ("〔2020〕44", ""),
        ("2020〕44", ""),
        ("2020 44", ""),
        ("2020-44号", ""),
        ("2020年44号", ""),
    ],
)
def test_a_document_number_is_read_in_many_forms(typed: str, code: str):
    assert read_number(typed) == DocumentNumber(code, 2020, 44)


@pytest.mark.parametrize("typed", ["2020", "44号", "2020年3", "2020年5月6日", "第三条", "20201"])
def test_what_is_no_document_number_is_none(typed: str):
    assert read_number(typed) is None


def test_a_number_named_in_the_text_is_a_place():
    text = "根据《某通知》（霁政办发〔2020〕44号）和（国办发(2020)44 号）制定。"
    places = cited_places(text, DocumentNumber("", 2020, 44))
    assert [text[place.start : place.end] for place in places] == ["〔2020〕44号", "(2020)44 号"]
    assert "某通知" in places[0].words
    assert cited_places(text, DocumentNumber("霁政办发", 2020, 45)) == ()


def own_number(words: str) -> str:
    """What stands before a head's words: 第三条, 一、, (二), 1.2."""
    from storage.numbering import number_of

    number = number_of(words)
    key = fold(squeeze(words))
    if number is None:
        return words
    ends = {"paren": ")", "small": ")", "one": "、", "dot": "."}
    if number.form in ends:
        at = next(
            (key.index(sign) for sign in (ends[number.form], ".", ",", ")") if sign in key), 1
        )
        return key[: at + 1]
    if number.form in ("decimal", "figure"):
        return ".".join(str(part) for part in number.value)
    sign = {"chapter": "章", "section": "节", "article": "条", "book": "编"}.get(number.form, "")
    return key[: key.index(sign) + 1] if sign else key[0]


@needs_shared
def test_every_head_of_the_shared_gazettes_is_reached_by_its_own_number():
    from storage.sources import read_source

    heads, missed = 0, list[str]()
    for path in gazettes():
        for notice in parse_source(read_source(path)).notices:
            book = make_book(notice)
            squeezed = squeeze_with_offsets(notice.text, folded=True)
            for head in notice.outline:
                heads += 1
                typed = head.text if head.level == 0 else own_number(head.text)
                wanted = fold(squeeze(head.text))[:10]
                starts = {place.start for place in find_places(book, typed).places}
                texts = [squeezed.text[len(squeeze(notice.text[:at])) :] for at in starts]
                if not any(wanted in text[:60] for text in texts):
                    missed.append(f"{path.name}: {typed}: {head.text}")
    assert heads > 900
    assert missed == []
