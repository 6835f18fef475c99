"""`antou mark` and `antou export`."""

from __future__ import annotations

import shutil

import pytest
from docx import Document

from tests.storage.command_line import SAMPLES, CommandLine

NUMBER = "霁政办发〔2024〕20号"


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    antou = CommandLine(tmp_path_factory.mktemp("sample"))
    assert antou("import", *SAMPLES).status == 0
    return antou


@pytest.fixture
def antou(sample, tmp_path):
    """A library of its own with the sample."""
    antou = CommandLine(tmp_path / "antou")
    antou.library.parent.mkdir(parents=True)
    shutil.copy(sample.library, antou.library)
    return antou


@pytest.fixture
def text(sample):
    """The text of the single document."""
    return sample("show", NUMBER, "--json").json["text"]


def marks(antou):
    return antou("show", NUMBER, "--json").json["marks"]


def once(text, length=12):
    """Some characters that stand once in the text, and some blanks put into them."""
    for start in range(200, len(text)):
        quote = text[start : start + length]
        if quote.isalnum() and text.count(quote) == 1:
            return quote
    raise AssertionError("the sample repeats itself")


# ---------------------------------------------------------------- mark


def test_quote_is_marked_at_its_only_place(antou, text):
    quote = once(text)
    answer = antou(
        "mark", NUMBER, f"{quote[:4]} \n　{quote[4:]}", "--style", "red", "--note", "核对"
    )
    assert (answer.status, answer.errors) == (0, "")
    assert answer.out.startswith(f"已标注（红色）：“{quote}”")
    (mark,) = marks(antou)
    assert text[mark["start"] : mark["end"]] == mark["quote"] == quote
    assert (mark["style"], mark["note"]) == ("red", "核对")


def test_mark_is_shown_with_the_notice(antou, text):
    quote = once(text)
    antou("mark", NUMBER, quote, "--style", "underline", "--note", "第一行\n第二行")
    shown = antou("show", NUMBER).out
    assert f"1. [下划线] {quote}" in shown
    assert "批注：第一行 第二行" in shown


def test_quote_in_several_places_wants_an_occurrence(antou, text):
    count = text.count("充电")
    assert count > 2
    answer = antou("mark", NUMBER, "充电")
    assert (answer.status, answer.out) == (1, "")
    assert f"出现 {count} 次" in answer.errors
    assert "--occurrence" in answer.errors
    assert len(answer.errors.splitlines()) == count + 1
    assert marks(antou) == []
    assert antou("mark", NUMBER, "充电", "--occurrence", "2").status == 0
    (mark,) = marks(antou)
    assert mark["start"] == text.index("充电", text.index("充电") + 1)


def test_occurrence_that_is_not_there(antou):
    answer = antou("mark", NUMBER, "充电", "--occurrence", "9999")
    assert answer.status == 1
    assert "没有第 9999 处" in answer.errors


def test_quote_in_other_widths_is_found(antou, text):
    place = text.index("（")
    quote = text[place - 6 : place + 8]
    assert text.count(quote) == 1
    written = quote.replace("（", "(").replace("）", ")").replace("，", ",")
    assert antou("mark", NUMBER, written).status == 0
    assert marks(antou)[0]["quote"] == quote


def test_quote_that_is_not_there(antou):
    answer = antou("mark", NUMBER, "文件里没有这句话")
    assert (answer.status, answer.out) == (1, "")
    assert "文件里没有“文件里没有这句话”" in answer.errors
    answer = antou("mark", NUMBER, " \n")
    assert answer.status == 2
    assert antou("mark", "无此号", "充电").status == 1
    assert marks(antou) == []


# ---------------------------------------------------------------- export


@pytest.fixture
def marked(antou, text):
    antou("mark", NUMBER, once(text), "--note", "请核对")
    return antou


def test_marks_of_a_notice_go_into_a_word_document(marked, text, tmp_path):
    target = tmp_path / "摘录 一.docx"
    answer = marked("export", "--notice", NUMBER, "-o", target)
    assert (answer.status, answer.out) == (0, f"已导出 1 段摘录：{target}\n")
    told = "\n".join(paragraph.text for paragraph in Document(str(target)).paragraphs)
    for part in (
        once(text),
        NUMBER,
        "霁川市人民政府办公室",
        "2024年5月20日",
        "标注：黄色",
        "请核对",
    ):
        assert part in told


def test_marks_of_an_issue_or_of_all(marked, tmp_path):
    gazette = next(issue for issue in marked("list", "--json").json if not issue["single"])
    single = next(issue for issue in marked("list", "--json").json if issue["single"])
    notice = gazette["notices"][0]
    marked("mark", notice["notice"], notice["title"], "--occurrence", "1")
    target = tmp_path / "a.md"

    marked("export", "--issue", str(gazette["issue"]), "-o", target)
    content = target.read_text(encoding="utf-8")
    assert content.startswith("# 霁川市人民政府公报 2024年第2期")
    assert "请核对" not in content

    marked("export", "--issue", str(single["issue"]), "-o", target)
    assert "请核对" in target.read_text(encoding="utf-8")

    assert marked("export", "-o", target, "--heading", "全部 标注").out.startswith("已导出 2 段")
    assert target.read_text(encoding="utf-8").startswith("# 全部 标注\n")


def test_passages_of_a_search_have_their_hits_in_bold(marked, tmp_path):
    target = tmp_path / "a.md"
    assert marked("export", "--search", "充电", "--format", "md", "-o", target).status == 0
    content = target.read_text(encoding="utf-8")
    assert content.startswith("# “充电”检索摘录\n")
    assert "**充电**" in content
    marked("export", "--search", "充电", "--marked-only", "-o", target)
    assert target.read_text(encoding="utf-8").count("\n### ") == 1


def test_nothing_to_export_writes_nothing(antou, tmp_path):
    target = tmp_path / "a.docx"
    for scope in (["--notice", NUMBER], ["--search", "“此处绝无”"], [], ["--issue", "99"]):
        answer = antou("export", *scope, "-o", target)
        assert (answer.status, answer.out) == (1, ""), scope
        assert answer.errors.count("\n") == 1
    assert antou("export", "--notice", "无此号", "-o", target).status == 1
    assert not target.exists()


def test_targets_that_take_no_file_are_told(marked, tmp_path):
    for target in (tmp_path, tmp_path / "无" / "a.md", tmp_path / f"{'长' * 200}.md"):
        answer = marked("export", "-o", target, "--format", "md")
        assert (answer.status, answer.out) == (2, "")
        assert str(target) in answer.errors
        assert answer.errors.count("\n") == 1


def test_library_is_not_overwritten_by_a_slip(marked):
    before = marks(marked)
    answer = marked("export", "-o", marked.library, "--format", "md")
    assert answer.status == 2
    assert "已停止" in answer.errors
    assert marks(marked) == before


def test_users_own_template_is_used(marked, tmp_path):
    own = marked.places.config / "templates"
    own.mkdir(parents=True)
    (own / "excerpts.md").write_text("{{ digest.count }}", encoding="utf-8")
    marked("export", "-o", tmp_path / "a.md")
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "共 1 段摘录，出自 1 件文件"
    (own / "excerpts.md").write_text("{% if %}", encoding="utf-8")
    answer = marked("export", "-o", tmp_path / "b.md")
    assert answer.status == 2
    assert str(own / "excerpts.md") in answer.errors
    assert not (tmp_path / "b.md").exists()
