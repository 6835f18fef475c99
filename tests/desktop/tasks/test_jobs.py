"""The use cases of the window, with a real library, a real index and the sample."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject

from desktop.tasks.jobs import Jobs
from storage.errors import UserFault
from storage.library import Library
from storage.types import ImportReport, Progress, SearchResult
from tests.desktop.places import places_in

PROJECT = Path(__file__).resolve().parents[3]
PATIENCE = 30_000


class Bench:
    """Jobs on a library in a folder of its own; notes what is told."""

    def __init__(self, folder: Path, qtbot: Any) -> None:
        self.qtbot = qtbot
        self.places = places_in(folder)
        self.faults: list[BaseException] = []
        self.changed: list[str] = []
        self.busy: list[bool] = []
        self.progress: list[Progress] = []
        self.finished: list[list[ImportReport]] = []
        self.owner = QObject()
        self.jobs = Jobs(self.places, self.faults.append)
        self.jobs.library_changed.connect(self.changed.append)
        self.jobs.busy_changed.connect(self.busy.append)
        self.jobs.import_progress.connect(self.progress.append)
        self.jobs.import_finished.connect(self.finished.append)

    def ask(self, method: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        """Call a use case and wait for its answer; its fault is raised."""
        answers: list[Any] = []
        errors: list[BaseException] = []
        method(*arguments, **named, done=answers.append, error=errors.append)
        self.qtbot.waitUntil(lambda: bool(answers or errors), timeout=PATIENCE)
        if errors:
            raise errors[0]
        return answers[0]

    def open(self) -> None:
        self.ask(self.jobs.open_library, self.places.library, create=True)

    def take_in(self, *paths: Path) -> list[ImportReport]:
        self.finished.clear()
        self.jobs.import_files(paths)
        self.qtbot.waitUntil(lambda: bool(self.finished), timeout=PATIENCE)
        return self.finished[0]

    @property
    def sample(self) -> list[Path]:
        return sorted(self.places.sample.glob("*.txt"))

    def first_notice(self) -> str:
        _, notices, _ = self.ask(self.jobs.load_tree, self.owner)
        return notices[0].uuid


@pytest.fixture
def bench(qtbot, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path, qtbot)
    yield made
    made.jobs.shutdown()


@pytest.fixture(scope="module")
def filled_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sample in a library, made once and copied for each test."""
    places = places_in(tmp_path_factory.mktemp("filled"))
    places_of_library = {"cache": places.cache, "dictionary": places.dictionary}
    with Library.open(places.library, **places_of_library, create=True) as library:
        for _ in library.import_files(sorted(places.sample.glob("*.txt"))):
            pass
    return places.data


@pytest.fixture
def filled(filled_home: Path, bench: Bench) -> Bench:
    shutil.copytree(filled_home, bench.places.data, dirs_exist_ok=True)
    bench.open()
    return bench


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


def copies(bench: Bench, folder: Path, count: int) -> list[Path]:
    """Other gazettes made from the sample, each of its own year."""
    text = bench.sample[0].read_text(encoding="utf-8")
    paths = [folder / f"副本{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(text.replace("2024", str(1900 + number)), encoding="utf-8")
    return paths


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
        assert {told.stage for told in again.progress} == {"search-indexing"}
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
    assert bench.busy == [True, False]
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


def test_mark_is_made_changed_deleted_and_restored(filled: Bench) -> None:
    jobs, notice = filled.jobs, filled.first_notice()
    jobs.author = "王小明"
    stored, marks = filled.ask(jobs.open_notice, notice, filled.owner)
    assert marks == []
    quote = stored.notice.text[0:6]
    mark = filled.ask(jobs.save_mark, notice, 0, 6, "green", "请核对", quote=quote)
    assert (mark.quote, mark.style, mark.note, mark.author) == (quote, "green", "请核对", "王小明")
    changed = filled.ask(jobs.update_mark, replace(mark, note="已核对"))
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


def test_mark_is_saved_while_an_import_runs(filled: Bench, tmp_path: Path) -> None:
    paths = copies(filled, tmp_path, 20)
    notice = filled.first_notice()
    filled.finished.clear()
    filled.jobs.import_files(paths)
    filled.qtbot.waitUntil(lambda: bool(filled.progress), timeout=PATIENCE)
    mark = filled.ask(filled.jobs.save_mark, notice, 0, 4)
    assert filled.finished == []
    assert mark.quote
    filled.jobs.cancel_import()
    filled.qtbot.waitUntil(lambda: bool(filled.finished), timeout=PATIENCE)


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


@pytest.mark.parametrize("kind", ["docx", "md"])
def test_export_of_a_notice(filled: Bench, tmp_path: Path, kind: str) -> None:
    notice = filled.first_notice()
    filled.ask(filled.jobs.save_mark, notice, 0, 6, note="附注")
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
    filled.ask(filled.jobs.save_mark, notice, 0, 6)
    issues, _, _ = filled.ask(filled.jobs.load_tree, filled.owner)
    for issue in issues:
        filled.ask(filled.jobs.delete_issue, issue.id)
    issues, notices, _ = filled.ask(filled.jobs.load_tree, filled.owner)
    assert (issues, notices) == ([], [])
    assert len(filled.ask(filled.jobs.marks, filled.owner)) == 1
    assert filled.ask(filled.jobs.search, "通知", filled.owner).total_notices == 0


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
