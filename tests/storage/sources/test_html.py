"""Web pages: the document among menus and footers, tables, encodings, broken markup."""

from __future__ import annotations

from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.parse import parse_source
from storage.sources import read_source
from storage.types import SourceText
from tests.formats.page_file import write_sample_page
from tests.formats.sample import ISSUE
from tests.formats.scores import sample_scores

SENTENCE = (
    "现将《某市充电办法》印发给你们，请结合实际，认真组织实施，确保各项任务完成，重大情况及时报告。"
)


def page(body: str, title: str = "通知") -> str:
    return f"<!DOCTYPE html><html><head><title>{title}</title></head><body>{body}</body></html>"


def read(tmp_path: Path, text: str | bytes, name: str = "页.html") -> SourceText:
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_source(path)


def shown(source: SourceText) -> list[str]:
    """The lines that are no furniture and not blank."""
    pairs = zip(source.lines, source.hints, strict=True)
    return [line for line, hint in pairs if line and not (hint and hint.furniture)]


def aside(source: SourceText) -> list[str]:
    pairs = zip(source.lines, source.hints, strict=True)
    return [line for line, hint in pairs if hint and hint.furniture]


SITE = page(
    '<div class="top"><h1>某市人民政府</h1><a href="/">首页</a> <a href="/z">政务公开</a></div>'
    '<div class="crumb">当前位置：<a>首页</a> &gt; <a>文件</a> &gt; 正文</div>'
    '<div class="wrap"><div class="con"><h2>某市人民政府<br>关于印发某市充电办法的通知</h2>'
    "<div>发布时间：2024-05-06　来源：市政府办　【字号：大 中 小】</div>"
    f'<div id="zoom"><p align="center">某政发〔2024〕6号</p>'
    f"<p>各县人民政府：</p><p>　　{SENTENCE}</p>"
    "<p>　　附件：<a href=b.doc>某市充电办法.doc</a></p></div></div>"
    "<div><ul><li><a>相关新闻一，题目也很长，超过二十个字的链接</a></li></ul></div></div>"
    "<div>主办：某市人民政府办公室　某ICP备12345号　网站标识码：12345</div>"
    "<script>document.write('<p>脚本里的字</p>')</script>",
    "某市人民政府关于印发某市充电办法的通知_某市人民政府门户网站",
)


def test_the_document_is_found_among_menus_and_footers(tmp_path: Path):
    source = read(tmp_path, SITE)
    assert shown(source) == [
        "某市人民政府",
        "关于印发某市充电办法的通知",
        "某政发〔2024〕6号",
        "各县人民政府：",
        SENTENCE,
        "附件：某市充电办法.doc",
    ]
    assert any("ICP备" in line for line in aside(source))
    assert any("发布时间" in line for line in aside(source))
    assert not any("脚本" in line for line in source.lines)


def test_a_page_that_is_nothing_but_paragraphs_is_all_document(tmp_path: Path):
    source = read(tmp_path, page(f"<h1>某局通知</h1><p>{SENTENCE}</p><p>某局</p>"))
    assert shown(source) == ["某局通知", SENTENCE, "某局"]


def test_without_sentences_nothing_is_put_aside(tmp_path: Path):
    source = read(tmp_path, page("<div class=nav><a>首页</a></div><p>某局</p>"))
    assert shown(source) == ["首页", "某局"]


@pytest.mark.parametrize("told", ["gb2312", "gbk", "utf-8", "hex", "utf-16", "no-such"])
def test_encodings(tmp_path: Path, told: str):
    text = f'<html><meta charset="{told}"><body><p>{SENTENCE}㙍</p></body></html>'
    encoding = "utf-8" if told == "utf-8" else "gb18030"
    assert shown(read(tmp_path, text.encode(encoding))) == [SENTENCE + "㙍"]


def test_a_page_in_another_encoding_than_it_says_is_read(tmp_path: Path):
    text = f'<html><meta charset="utf-8"><body><p>{SENTENCE}</p></body></html>'
    assert shown(read(tmp_path, text.encode("gb18030"))) == [SENTENCE]


def test_one_damaged_character_does_not_lose_the_page(tmp_path: Path):
    data = f'<html><meta charset="utf-8"><body><p>{SENTENCE * 9}</p></body></html>'.encode()
    source = read(tmp_path, data.replace("办法".encode(), b"\xe5\xff", 1))
    assert "".join(shown(source)).count("\ufffd") in (1, 2)


def test_merged_cells_stay_empty_and_layout_tables_vanish(tmp_path: Path):
    table = (
        "<table><tr><th>序号</th><th colspan=2>任务</th></tr>"
        "<tr><td rowspan=2>1</td><td>建<b>桩</b>和m<sup>3</sup></td><td>市局</td></tr>"
        "<tr><td>二</td><td><p>县</p><p>厅</p></td></tr></table>"
    )
    body = f"<table><tr><td>左栏</td><td><p>{SENTENCE}</p>{table}</td></tr></table>"
    source = read(tmp_path, page(body))
    cells = [hint.cells for hint in source.hints if hint and hint.cells]
    assert cells == [("序号", "任务", ""), ("1", "建桩和m3", "市局"), ("", "二", "县 厅")]


def test_line_breaks_blanks_and_scripts_are_shown_as_by_a_browser(tmp_path: Path):
    body = f"<p>　　第一段：{SENTENCE}<br>　　第二段\n在此，PM<sub>2.5</sub>。</p>"
    body += "<p style='display:none'>看不见</p><ol start=3><li>甲</li><li>乙</li></ol>"
    source = read(tmp_path, page(body))
    assert shown(source)[1:] == ["第二段在此，PM<sub>2.5</sub>。", "3.甲", "4.乙"]
    assert source.lines[1] == ""  # an indent starts a paragraph


def test_old_pages_that_never_close_their_tags_lose_nothing(tmp_path: Path):
    source = read(tmp_path, page("".join(f"<p><font><span>段{at}。" for at in range(3000))))
    assert sum(1 for line in source.lines if line) == 3000


def test_entities_and_external_references_stay_unread(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    text = f'<!DOCTYPE html [<!ENTITY x SYSTEM "{secret.as_uri()}">]><p>{SENTENCE}&x;</p>'
    assert "机密" not in "".join(read(tmp_path, text).lines)


def test_an_archived_page_is_read(tmp_path: Path):
    text = (
        "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=XX\n\n"
        "--XX\nContent-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: 8bit\n\n"
        f"<html><body><p>{SENTENCE}</p></body></html>\n--XX--\n"
    )
    assert shown(read(tmp_path, text.encode("gb18030"), "页.mht")) == [SENTENCE]
    with pytest.raises(UserFault) as caught:
        read(tmp_path, "Content-Type: multipart/related; boundary=XX\n\n--XX--\n", "空.mht")
    assert caught.value.key == "source-damaged"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_the_sample_as_a_saved_page_is_read_like_its_text(tmp_path: Path, encoding: str):
    text = parse_source(read_source(ISSUE))
    source = read_source(write_sample_page(tmp_path / "公报.html", encoding))
    figures, misses = sample_scores(parse_source(source), text)
    expected, _ = sample_scores(text, text)
    worse = {key: figures[key] for key in figures if figures[key] < expected[key] - 0.02}
    assert worse == {}, misses
    put_aside = "".join(aside(source))
    assert all(word in put_aside for word in ("政务服务", "当前位置", "相关阅读", "ICP备"))
    assert "脚本写出" not in "".join(source.lines)


@pytest.mark.parametrize(
    "head",
    [
        '<div class="article-header position-relative"><h1>关于某事的通知</h1></div>',
        "<article><header><h1>关于某事的通知</h1></header></article>",
        '<div id="header"><h1>关于某事的通知</h1></div>',
    ],
)
def test_the_title_is_found_in_heads_of_many_kinds(tmp_path: Path, head: str):
    menu = '<div class="nav"><a>首页</a><a>政务公开</a></div>'
    body = f'<form id="aspnetForm">{menu}<div>{head}<div class="box"><p>{SENTENCE}</p></div></div>'
    source = read(tmp_path, page(body + "</form>", "关于某事的通知-某局"))
    assert shown(source) == ["关于某事的通知", SENTENCE]


def test_tables_that_claim_to_be_endless_lose_no_cell(tmp_path: Path):
    rows = "<tr><td rowspan=200 colspan=200>甲<td>乙" * 50
    source = read(tmp_path, page(f"<table>{rows}</table>"))
    assert "".join(source.lines).count("甲") == 50
    assert "".join(source.lines).count("乙") == 50
