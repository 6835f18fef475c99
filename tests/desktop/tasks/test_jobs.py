"""The use cases of the window, with a real library, a real index and the sample."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from storage.errors import UserFault
from storage.types import Edit, ImportReport, MarkChange, SearchChange, TagsChange
from tests.desktop.tasks.jobs_bench import PATIENCE, Bench

PROJECT = Path(__file__).resolve().parents[3]


def test_window_process_never_loads_search_or_recogniser(filled: Bench) -> None:
    """What would hold the window up stays in the worker processes."""
    program = "\n".join(
        [
            "import sys",
            "from pathlib import Path",
            "from PySide6.QtCore import QCoreApplication, QObject, QTimer",
            "from desktop.tasks.jobs import Jobs",
            "from tests.desktop.places import places_in",
            "if __name__ == '__main__':",
            "    app = QCoreApplication([])",
            "    jobs = Jobs(places_in(Path(sys.argv[1])), print)",
            "    def found(result):",
            "        print(result.total_notices > 0, *sys.modules)",
            "        app.quit()",
            "    search = lambda _: jobs.search('通知', jobs, found)",
            "    jobs.open_library(Path(sys.argv[2]), done=search)",
            "    app.exec()",
            "    jobs.shutdown()",
        ]
    )
    folder = filled.places.data
    (folder / "program.py").write_text(program, encoding="utf-8")
    filled.jobs.shutdown()
    command = [sys.executable, "program.py", str(folder), str(filled.places.library)]
    run = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    found, *loaded = run.stdout.split()
    assert found == "True"
    heavy = ("jieba", "rjieba", "whoosh", "docx", "storage.parse", "storage.search")
    assert not [name for name in loaded if name.startswith(heavy)]


def test_mark_is_made_changed_deleted_and_taken_back(filled: Bench) -> None:
    jobs, notice = filled.jobs, filled.first_notice()
    marking, edits = jobs.marking, list[Edit]()
    marking.edited.connect(edits.append)
    marking.author = "王小明"
    stored, marks = filled.ask(jobs.open_notice, notice, filled.owner)
    assert marks == []
    quote = stored.notice.text[0:6]
    edit = filled.ask(marking.make, (notice, 0, 6), "green", "请核对", quote=quote)
    mark = edit.marks[0].after
    assert (mark.quote, mark.style, mark.note, mark.author) == (quote, "green", "请核对", "王小明")
    noted = replace(mark, note="已核对")
    changed = filled.ask(marking.apply, Edit("edit-note-text", (MarkChange(mark, noted),)))
    assert changed.marks[0].after.note == "已核对"
    gone = replace(noted, deleted="2024-01-01T00:00:00+00:00")
    deleted = filled.ask(marking.apply, Edit("edit-delete", (MarkChange(noted, gone),)))
    assert filled.ask(marking.of_notice, notice, filled.owner) == []
    assert [one.note for one in filled.ask(marking.deleted, filled.owner)] == ["已核对"]
    filled.ask(marking.take_back, deleted)
    (kept,), _ = filled.ask(marking.load, filled.owner)
    assert (kept.uuid, kept.note) == (mark.uuid, "已核对")
    assert [edit.key for edit in edits] == [
        "edit-highlight",
        "edit-note-text",
        "edit-delete",
        "edit-delete",
    ]


def test_tags_are_renamed_and_the_bin_emptied(filled: Bench) -> None:
    marking, notice = filled.jobs.marking, filled.first_notice()
    filled.ask(marking.apply, Edit("edit-tags", notices=(TagsChange(notice, (), ("资金",)),)))
    filled.ask(marking.retag, ["资金"], "经费")
    assert filled.ask(marking.load, filled.owner)[1] == {notice: ("经费",)}
    made = filled.ask(marking.make, (notice, 0, 0), kind="note", note="全文")
    filled.ask(marking.take_back, made)
    assert filled.ask(marking.empty_bin) == 1
    assert filled.ask(marking.deleted, filled.owner) == []


def test_names_of_styles_are_kept(filled: Bench) -> None:
    filled.ask(filled.jobs.marking.set_style_names, {"yellow": "重点"})
    assert filled.ask(filled.jobs.marking.style_names, filled.owner) == {"yellow": "重点"}


def test_mark_on_a_text_that_changed_is_refused(filled: Bench) -> None:
    notice = filled.first_notice()
    with pytest.raises(UserFault) as raised:
        filled.ask(filled.jobs.marking.make, (notice, 0, 4), quote="別的文字")
    assert raised.value.key == "mark-text-changed"
    assert filled.changed == []


def test_marks_written_at_the_last_moment_are_saved(filled: Bench) -> None:
    notice = filled.first_notice()
    filled.jobs.marking.make((notice, 0, 4), note="写完就关")
    filled.jobs.shutdown()
    again = Bench(filled.places.data, filled.qtbot)
    again.open()
    try:
        marks, _ = again.ask(again.jobs.marking.load, again.owner)
        assert [mark.note for mark in marks] == ["写完就关"]
    finally:
        again.jobs.shutdown()


def test_newest_search_answers_alone(filled: Bench) -> None:
    told: list[str] = []
    for query in ("通", "通知", "人民政府"):
        filled.jobs.search(query, filled.owner, lambda found: told.append(found.query))
    other = QObject()
    filled.jobs.search("办公室", other, lambda found: told.append(found.query))
    filled.qtbot.waitUntil(lambda: len(told) == 2, timeout=PATIENCE)
    assert sorted(told) == sorted(["人民政府", "办公室"])
    assert filled.jobs.searching._latest == {}


def test_searches_are_kept_and_their_changes_taken_back(filled: Bench) -> None:
    jobs = filled.jobs
    edit = filled.ask(jobs.saved_searches.save, "我的检索", '"充电桩"')
    saved = edit.searches[0].after
    renamed = SearchChange(saved, replace(saved, name="充电"))
    edit = filled.ask(jobs.marking.apply, Edit("edit-search-renamed", searches=(renamed,)))
    (kept,) = filled.ask(jobs.saved_searches.load, filled.owner)
    assert (kept.name, kept.query) == ("充电", '"充电桩"')
    filled.ask(jobs.marking.take_back, edit)
    (kept,) = filled.ask(jobs.saved_searches.load, filled.owner)
    assert kept.name == "我的检索"
    assert filled.changed == []  # that is for what other windows did


def test_findings_and_source_of_an_issue(filled: Bench) -> None:
    issues, _, _ = filled.ask(filled.jobs.load_tree, filled.owner)
    findings = filled.ask(filled.jobs.findings, issues[0].id, filled.owner)
    lines = filled.ask(filled.jobs.source_lines, issues[0].id, filled.owner)
    assert isinstance(findings, list)
    assert len(lines) > 10


def test_small_state_survives(filled: Bench) -> None:
    filled.jobs.set_state("recent", "一")
    answers: list[str] = []
    filled.jobs.state("recent", filled.owner, answers.append)
    filled.jobs.state("nothing", filled.owner, answers.append, "none")
    filled.qtbot.waitUntil(lambda: len(answers) == 2)
    assert answers == ["一", "none"]


def test_without_a_library_everything_says_so(bench: Bench, tmp_path: Path) -> None:
    told: list[list[ImportReport]] = []
    bench.jobs.import_files(bench.sample, told.append)
    assert told == [[]]
    assert [str(fault) for fault in bench.faults] == ["no-library ()"]
    with pytest.raises(UserFault, match="no-library"):
        bench.ask(bench.jobs.load_tree, bench.owner)
    with pytest.raises(UserFault, match="no-library"):
        bench.ask(bench.jobs.export, tmp_path / "a.md", "md")
    assert bench.busy == [True, False]


def test_missing_library_is_not_made_by_itself(bench: Bench) -> None:
    with pytest.raises(UserFault, match="library-missing"):
        bench.ask(bench.jobs.open_library, bench.places.library)
    assert not bench.places.library.exists()
    assert bench.jobs.library_path is None


def test_other_library_takes_the_place_of_the_first(filled: Bench, tmp_path: Path) -> None:
    other = tmp_path / "另一个.antoudb"
    filled.ask(filled.jobs.open_library, other, create=True)
    issues, _, _ = filled.ask(filled.jobs.load_tree, filled.owner)
    assert issues == []
    assert filled.jobs.library_path == other
