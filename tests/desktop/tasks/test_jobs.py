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
from storage.types import ImportReport
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


def test_mark_is_made_changed_deleted_and_restored(filled: Bench) -> None:
    jobs, notice = filled.jobs, filled.first_notice()
    jobs.author = "王小明"
    stored, marks = filled.ask(jobs.open_notice, notice, filled.owner)
    assert marks == []
    quote = stored.notice.text[0:6]
    mark = filled.ask(jobs.save_mark, notice, 0, 6, "green", "请核对", quote=quote)
    assert (mark.quote, mark.style, mark.note, mark.author) == (quote, "green", "请核对", "王小明")
    changed = filled.ask(jobs.update_mark, replace(mark, note="已核对"), mark)
    assert changed.note == "已核对"
    filled.ask(jobs.delete_mark, mark.uuid)
    assert filled.ask(jobs.marks, filled.owner) == []
    filled.ask(jobs.restore_mark, mark.uuid)
    (kept,) = filled.ask(jobs.marks, filled.owner, notice=notice)
    assert (kept.uuid, kept.note) == (mark.uuid, "已核对")
    assert filled.changed == ["marks"] * 4


def test_mark_on_a_text_that_changed_is_refused(filled: Bench) -> None:
    notice = filled.first_notice()
    with pytest.raises(UserFault) as raised:
        filled.ask(filled.jobs.save_mark, notice, 0, 4, quote="別的文字")
    assert raised.value.key == "mark-text-changed"
    assert filled.changed == []


def test_marks_written_at_the_last_moment_are_saved(filled: Bench) -> None:
    notice = filled.first_notice()
    filled.jobs.save_mark(notice, 0, 4, note="写完就关")
    filled.jobs.shutdown()
    again = Bench(filled.places.data, filled.qtbot)
    again.open()
    try:
        assert [mark.note for mark in again.ask(again.jobs.marks, again.owner)] == ["写完就关"]
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
    assert filled.jobs._searches._latest == {}


def test_searches_are_kept_renamed_and_forgotten(filled: Bench) -> None:
    jobs = filled.jobs
    saved = filled.ask(jobs.save_search, "我的检索", '"充电桩"')
    filled.ask(jobs.rename_search, saved.uuid, "充电")
    _, _, searches = filled.ask(jobs.load_tree, filled.owner)
    assert [(search.name, search.query) for search in searches] == [("充电", '"充电桩"')]
    filled.ask(jobs.delete_search, saved.uuid)
    _, _, searches = filled.ask(jobs.load_tree, filled.owner)
    assert searches == []
    assert filled.changed == ["searches"] * 3


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
