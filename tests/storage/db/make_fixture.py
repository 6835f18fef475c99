"""Makes the stored library of the present schema: python -m tests.storage.db.make_fixture.

Run once when a schema is released; the files of older schemas are never made again.
"""

from __future__ import annotations

import sqlite3
import tempfile
from dataclasses import replace
from pathlib import Path

from storage.db.migrations import SCHEMA_VERSION
from storage.library import Library
from storage.types import (
    Attachment,
    Edit,
    FieldCorrection,
    Issue,
    LineHint,
    MarkChange,
    Part,
    Relation,
    SearchChange,
    TagsChange,
    TextCorrection,
)
from tests import factories

FOLDER = Path(__file__).resolve().parents[2] / "fixtures" / "libraries"
GAZETTE = Issue("云州市人民政府公报", 2023, 4, 40, "2023-08-31", "云州市人民政府办公室")
HINTS = (
    LineHint(furniture="running head"),
    LineHint(page=1, bold=True, size=22.0, centred=True),
    None,
    LineHint(page=2, cells=("序号", "牵头\n单位")),
)


def fill(library: Library) -> None:
    """An issue taken in twice, a single document, a deleted one, marks in all states."""
    first = factories.notice("云州市人民政府关于建设充电桩的通知", "云政发〔2023〕12号")
    second = factories.notice(
        "云州市人民政府关于修缮古桥的通知", "云政发〔2023〕13号", ["修缮古桥。"]
    )
    second = factories.replace(
        second,
        attachments=(Attachment("古桥名录", omitted=True),),
        parts=(Part("古桥修缮办法", 4),),
        relations=(Relation("repeals", "云政发〔2010〕3号", 5),),
        validity_years=5,
        effective="2023-09-01",
    )
    uuid = factories.take_in(library, first, second, issue=GAZETTE).notices[0].uuid
    text = first.text
    for quote, style, note in (
        ("市工业和信息化局", "green", "牵头单位"),
        ("安排专项资金", "yellow", ""),
        ("电动汽车", "underline", "已删"),
    ):
        start = text.index(quote)
        mark = library.new_mark(uuid, start, start + len(quote), style, note)
        if note == "已删":
            library.delete_mark(mark.uuid)
    changed = factories.changed_text(first, "要安排专项资金", "要足额落实市级经费")
    factories.take_in(library, changed, second, issue=GAZETTE)
    single = factories.parsed(factories.notice("云州市气象局公告", None), issue=Issue())
    factories.take_in_parsed(library, single, HINTS)
    gone = factories.take_in(
        library, factories.notice("已删的通知", "云办发〔2020〕1号"), issue=Issue()
    )
    library.new_mark(gone.notices[0].uuid, 0, 5, note="文件已删，标注还在")
    library.new_mark(uuid, 0, 0, note="全文的批注", kind="note")
    task = library.new_mark(uuid, 0, 4, kind="bookmark")
    tagged = replace(task, due="2024-03-01", tags=("充电桩", "督办"))
    tags = TagsChange(uuid, (), ("重点",))
    library.apply(Edit("edit-tags", (MarkChange(task, tagged),), (tags,)))
    library.delete_issue(gone.issue_id or 0)
    fill_searches(library)
    second_uuid, single_uuid = (each.uuid for each in library.notices()[1:])
    library.link_versions(second_uuid, single_uuid)
    library.choose_main_version(single_uuid)
    library.keep_apart(uuid, single_uuid)
    library.set_state("last-notice", uuid)
    correct(library)


def fill_searches(library: Library) -> None:
    """One at the top, opened when it found less; one in a group; a deleted one."""
    opened = library.save_search("充电设施", '"充电桩"')
    group = library.new_search("督办", is_group=True)
    library.apply(Edit("edit-search-group", searches=(SearchChange(None, group),)))
    library.save_search("古桥", "修缮 古桥", "date", group.uuid)
    gone = library.save_search("已删的检索", "气象")
    deleted = SearchChange(gone, replace(gone, deleted=gone.created))
    library.apply(Edit("edit-search-deleted", searches=(deleted,)))
    library.search_opened(opened.uuid, library.count_search(opened.uuid).found[:8])


def correct(library: Library) -> None:
    """Words and the section of the second notice put right; another correction undone."""
    seen = library.notices()[1]
    text = library.notice(seen.uuid).notice.text
    for before, after in (("修缮古桥。", "修缮古桥三座。"), ("一、总体要求", "一、要求")):
        at = text.index(before)
        wanted = TextCorrection(at, at + len(before), before, after)
        report = library.correct_text(library.notice(seen.uuid), [wanted], "王科长")
        text = library.notice(seen.uuid).notice.text
    library.undo_correction(report.corrections[0].uuid)
    field = FieldCorrection("section", seen.section, "文物保护")
    library.correct_fields(seen.uuid, [field], "王科长")


def main() -> None:
    """Write the file, one file without a log beside it."""
    target = FOLDER / f"v{SCHEMA_VERSION:03}.antoudb"
    with tempfile.TemporaryDirectory() as folder:
        with factories.open_library(Path(folder)) as library:
            fill(library)
        made = library.path
        plain = sqlite3.connect(made)
        plain.execute("PRAGMA journal_mode=delete")
        plain.execute("VACUUM")
        plain.close()
        target.write_bytes(made.read_bytes())
    print(target, target.stat().st_size)


if __name__ == "__main__":
    main()
