from __future__ import annotations

import datetime
import json
import shutil

import pytest

from storage.errors import UserFault
from storage.export import write_excerpts
from tests.storage.export.samples import TEMPLATES, excerpt

MOMENT = datetime.datetime(2026, 11, 23, 8, 0)


def export(folder, *excerpts, templates=TEMPLATES, heading="摘录"):
    target = folder / "out.md"
    write_excerpts(excerpts, target, "md", heading, templates, moment=MOMENT)
    return target.read_text(encoding="utf-8")


@pytest.fixture
def own(tmp_path):
    """A user's own folder of templates, before the shipped one."""
    folder = tmp_path / "own"
    folder.mkdir()
    return folder


def test_whole_document(tmp_path):
    first = excerpt("充电桩建设。\n单位\t时限\n甲局\t6月", note="记住\n<b>时限</b>", bold=((0, 3),))
    text = export(tmp_path, first, excerpt("第二段", path="", style="", kind="hit"))
    assert text == (
        "# 摘录\n\n共 2 段摘录，出自 1 件文件\n\n导出日期：2026年11月23日\n\n"
        "## 一、云州市人民政府办公室关于one的通知\n\n"
        "- 发文字号：云政办发〔2023〕12号\n- 发文机关：云州市人民政府办公室\n"
        "- 成文日期：2023年5月6日\n- 刊载：《云州市人民政府公报》2023年第4期（总第58期）\n\n"
        "### （一）第二章 规划 / 第三条\n\n"
        "> **充电桩**建设。\n>\n> |   |   |\n> | --- | --- |\n> | 单位 | 时限 |\n"
        "> | 甲局 | 6月 |\n\n"
        "标注：黄色\n\n批注：记住\n\n&#60;b&#62;时限&#60;/b&#62;\n\n"
        "### （二）正文\n\n> 第二段\n\n检索命中\n\n"
    )


def test_table_is_a_table_for_a_reader(tmp_path):
    reader = pytest.importorskip("markdown_it").MarkdownIt("commonmark").enable("table")
    page = reader.render(export(tmp_path, excerpt("单|位\t时限\n甲局\t6月")))
    assert page.count("<tr>") == 3  # the empty head, and two rows
    assert "<td>单|位</td>" in page


def test_users_template_and_labels_are_taken(tmp_path, own):
    (own / "excerpts.md").write_text(
        "{{ digest.heading }}!{{ digest.sources[0].passages[0].label }}", encoding="utf-8-sig"
    )
    (own / "labels.json").write_text(
        json.dumps({"styles": {"yellow": "要点"}}), encoding="utf-8-sig"
    )
    assert export(tmp_path, excerpt(), templates=[own, TEMPLATES], heading="<x>") == (
        "&#60;x&#62;!标注：要点"
    )


@pytest.mark.parametrize(
    "template",
    [
        "{% for x in %}",
        "{{ digest.nothing }}",
        "{{ 1 / 0 }}",
        "{{ ''.__class__.__mro__ }}",
        "{% include '/etc/passwd' %}",
        "{{ digest.sources[99].title }}",
        "{% macro x() %}{{ x() }}{% endmacro %}{{ x() }}",
    ],
)
def test_broken_template_is_named(tmp_path, own, template):
    (own / "excerpts.md").write_text(template, encoding="utf-8")
    with pytest.raises(UserFault) as caught:
        export(tmp_path, excerpt(), templates=[own, TEMPLATES])
    assert caught.value.key == "export-template-broken"
    assert caught.value.arguments["path"] == str(own / "excerpts.md")
    assert not (tmp_path / "out.md").exists()


@pytest.mark.parametrize("content", [b"{", b"[]", b"\xb0\xb8", b'{"styles": 3}', b'{"states": []}'])
def test_broken_labels_are_named(tmp_path, own, content):
    (own / "labels.json").write_bytes(content)
    with pytest.raises(UserFault) as caught:
        export(tmp_path, excerpt(), templates=[own, TEMPLATES])
    assert caught.value.key == "export-template-broken"


def test_template_saved_in_another_encoding_is_named(tmp_path, own):
    (own / "excerpts.md").write_bytes("# 公报摘录".encode("gb18030"))
    with pytest.raises(UserFault) as caught:
        export(tmp_path, excerpt(), templates=[own, TEMPLATES])
    assert caught.value.key == "export-template-broken"


def test_missing_templates_are_told(tmp_path):
    with pytest.raises(UserFault) as caught:
        export(tmp_path, excerpt(), templates=tmp_path / "nowhere")
    assert caught.value.key == "export-template-missing"


def test_nothing_to_export_and_unknown_format(tmp_path):
    with pytest.raises(UserFault) as caught:
        export(tmp_path)
    assert caught.value.key == "export-empty"
    with pytest.raises(UserFault) as caught:
        write_excerpts([excerpt()], tmp_path / "a.pdf", "pdf", "", TEMPLATES)
    assert caught.value.key == "export-format-unknown"


def test_shipped_templates_can_be_copied_and_changed(tmp_path, own):
    for name in ("excerpts.md", "labels.json"):
        shutil.copy(TEMPLATES / name, own / name)
    same = export(tmp_path, excerpt())
    assert export(tmp_path, excerpt(), templates=[own, TEMPLATES]) == same
