"""Imports, exports and index updates in the worker processes, with a real library and index."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.types import ImportReport, SearchResult
from tests.desktop.tasks.jobs_bench import PATIENCE, Bench, copies


def test_import_fills_the_tree_and_search_finds(bench: Bench, qtbot) -> None:
    bench.open()
    reports = bench.take_in(*bench.sample)
    assert [Path(report.path) for report in reports] == bench.sample
    assert bench.changed == ["notices"]
    assert bench.busy == [True, False]
    assert bench.progress[-1].name or bench.progress[-1].stage
    issues, notices, searches = bench.ask(bench.jobs.load_tree, bench.owner)
    assert sum(issue.notice_count for issue in issues) == len(notices) >= 8
    assert searches == []
    result: SearchResult = bench.ask(bench.jobs.search, "通知", bench.owner)
    assert result.total_notices > 0
    assert result.behind == 0
    assert bench.faults == []


def test_search_without_an_index_misses_nothing(filled: Bench) -> None:
    known = filled.ask(filled.jobs.search, '"人民政府"', filled.owner)
    filled.jobs.shutdown()
    shutil.rmtree(filled.places.cache)
    again = Bench(filled.places.data, filled.qtbot)
    again.jobs.library_opened.disconnect()  # the index stays behind
    again.ask(again.jobs.open_library, filled.places.library)
    try:
        found = again.ask(again.jobs.search, '"人民政府"', again.owner)
    finally:
        again.jobs.shutdown()
    assert found.behind > 0
    assert found.total_hits == known.total_hits


def test_lost_index_is_brought_up_after_opening(filled: Bench, qtbot) -> None:
    filled.jobs.shutdown()
    shutil.rmtree(filled.places.cache)
    again = Bench(filled.places.data, qtbot)
    try:
        with qtbot.waitSignal(again.jobs.index_updated, timeout=PATIENCE):
            again.open()
        assert again.ask(again.jobs.search, "通知", again.owner).behind == 0
        assert again.faults == []
    finally:
        again.jobs.shutdown()


def test_long_update_of_the_index_is_told(filled: Bench, tmp_path: Path) -> None:
    filled.take_in(*copies(filled, tmp_path, 12))
    filled.jobs.shutdown()
    shutil.rmtree(filled.places.cache)
    again = Bench(filled.places.data, filled.qtbot)
    updated: list[bool] = []
    again.jobs.index_updated.connect(lambda: updated.append(True))
    again.open()
    try:
        filled.qtbot.waitUntil(lambda: bool(updated), timeout=PATIENCE)
        filled.qtbot.waitUntil(lambda: not again.jobs.busy)
        assert again.busy == [True, False]
        assert "search-indexing" in {told.stage for told in again.progress}
        assert again.ask(again.jobs.search, "通知", again.owner).behind == 0
    finally:
        again.jobs.shutdown()


def test_faulty_file_is_reported_and_the_rest_goes_on(bench: Bench, tmp_path: Path) -> None:
    bench.open()
    missing, empty = tmp_path / "没有.txt", tmp_path / "空.txt"
    empty.write_bytes(b"")
    reports = bench.take_in(missing, empty, *bench.sample, bench.sample[0])
    assert [report.status for report in reports] == ["failed", "failed", "new", "new", "same"]
    assert all(report.fault_key for report in reports[:2])
    assert bench.faults == []


def test_folders_and_archives_are_taken_apart_in_the_worker(bench: Bench, tmp_path: Path) -> None:
    bench.open()
    folder = tmp_path / "来文"
    folder.mkdir()
    with zipfile.ZipFile(folder / "包.zip", "w") as archive:
        archive.write(bench.sample[0], "公报.txt")
        archive.writestr("图.png", b"x")
    shutil.copy(bench.sample[1], folder / "单件.txt")
    reports = bench.take_in(folder)
    assert [report.status for report in reports] == ["new", "new", "skipped"]
    assert {Path(report.path).name for report in reports[:2]} == {"公报.txt", "单件.txt"}
    assert {told.total for told in bench.progress if told.stage == "import-reading"} == {2}
    assert bench.faults == []


def test_cancelled_import_keeps_the_finished_files(bench: Bench, tmp_path: Path) -> None:
    bench.open()
    paths = copies(bench, tmp_path, 60)
    bench.finished.clear()
    bench.jobs.import_files(paths)
    bench.qtbot.waitUntil(lambda: any(told.done > 3 for told in bench.progress), timeout=PATIENCE)
    bench.jobs.cancel_import()
    bench.qtbot.waitUntil(lambda: bool(bench.finished), timeout=PATIENCE)
    reports = bench.finished[0]
    issues, _, _ = bench.ask(bench.jobs.load_tree, bench.owner)
    assert 0 < len(reports) < len(paths)
    assert len(issues) == len({report.issue_id for report in reports})
    # The index does not start again behind the user's back; a search misses nothing even so.
    found = bench.ask(bench.jobs.search, '"人民政府"', bench.owner)
    assert found.behind > 0
    assert found.total_notices > 0
    with bench.qtbot.waitSignal(bench.jobs.index_updated, timeout=PATIENCE):
        bench.jobs._batches._hold.setInterval(0)  # the clock: half a minute later
    assert bench.ask(bench.jobs.search, '"人民政府"', bench.owner).behind == 0
    assert bench.busy[:2] == [True, False]
    assert bench.faults == []


def test_two_imports_follow_each_other(bench: Bench) -> None:
    bench.open()
    first: list[list[ImportReport]] = []
    second: list[list[ImportReport]] = []
    bench.jobs.import_files(bench.sample[:1], first.append)
    bench.jobs.import_files(bench.sample, second.append)
    bench.qtbot.waitUntil(lambda: bool(second), timeout=PATIENCE)
    assert [report.status for report in first[0]] == ["new"]
    assert sorted(report.status for report in second[0]) == ["new", "same"]
    assert bench.busy == [True, False]
    assert bench.finished == []


def test_mark_is_saved_while_an_import_runs(filled: Bench, tmp_path: Path) -> None:
    paths = copies(filled, tmp_path, 20)
    notice = filled.first_notice()
    filled.finished.clear()
    filled.jobs.import_files(paths)
    filled.qtbot.waitUntil(lambda: bool(filled.progress), timeout=PATIENCE)
    edit = filled.ask(filled.jobs.marking.make, (notice, 0, 4))
    assert filled.finished == []
    assert edit.marks[0].after.quote
    filled.jobs.cancel_import()
    filled.qtbot.waitUntil(lambda: bool(filled.finished), timeout=PATIENCE)


def test_export_waits_for_no_import(filled: Bench, tmp_path: Path) -> None:
    notice = filled.first_notice()
    filled.ask(filled.jobs.marking.make, (notice, 0, 6))
    filled.jobs.import_files(copies(filled, tmp_path, 20))
    filled.qtbot.waitUntil(lambda: bool(filled.progress), timeout=PATIENCE)
    filled.ask(filled.jobs.export, tmp_path / "摘录.md", "md", notice=notice)
    assert filled.finished == []
    filled.jobs.cancel_import()
    filled.qtbot.waitUntil(lambda: bool(filled.finished), timeout=PATIENCE)
    assert filled.busy == [True, False]


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_export_of_a_notice(filled: Bench, tmp_path: Path, kind: str) -> None:
    notice = filled.first_notice()
    filled.ask(filled.jobs.marking.make, (notice, 0, 6), note="附注")
    target = tmp_path / f"摘录.{kind}"
    path = filled.ask(filled.jobs.export, target, kind, "摘录", notice=notice)
    assert path == target
    assert target.stat().st_size > 100
    assert filled.busy[-2:] == [True, False]


def test_export_of_nothing_says_so(filled: Bench, tmp_path: Path) -> None:
    with pytest.raises(UserFault) as raised:
        filled.ask(filled.jobs.export, tmp_path / "a.md", "md", notice=filled.first_notice())
    assert raised.value.key == "export-empty"
    assert not (tmp_path / "a.md").exists()


def test_deleted_issue_leaves_its_marks_and_the_index(filled: Bench) -> None:
    notice = filled.first_notice()
    filled.ask(filled.jobs.marking.make, (notice, 0, 6))
    issues, _, _ = filled.ask(filled.jobs.load_tree, filled.owner)
    for issue in issues:
        filled.ask(filled.jobs.delete_issue, issue.id)
    issues, notices, _ = filled.ask(filled.jobs.load_tree, filled.owner)
    assert (issues, notices) == ([], [])
    assert len(filled.ask(filled.jobs.marking.load, filled.owner)[0]) == 1
    assert filled.ask(filled.jobs.search, "通知", filled.owner).total_notices == 0
