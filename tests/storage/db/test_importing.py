"""An import is all or nothing, wherever it is stopped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from storage.db import importing
from storage.errors import UserFault
from storage.library import Library
from storage.types import ImportReport
from tests import factories


def begun_import(library: Library):
    parsed = factories.parsed(factories.notice())
    source = factories.source_of(parsed)
    return importing.import_parsed(library._store, "公报.txt", source, parsed, 1)


def test_an_import_closed_at_any_step_leaves_nothing(library: Library):
    steps = len(list(begun_import(library)))
    with factories.open_library(library.path.parent / "another") as other:
        for stop in range(steps + 1):
            task = begun_import(other)
            for _ in range(stop):
                next(task)
            task.close()
            assert other.issues() == []
            assert other.change_counter == 0
            assert other._store.rows("SELECT * FROM sources") == []


def test_an_import_that_fails_half_way_leaves_nothing(
    library: Library, monkeypatch: pytest.MonkeyPatch
):
    factories.take_in(library, factories.notice("先前", "1号"))
    before = (library.notices(), library.change_counter)

    def fails(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr(importing.notices, "set_positions", fails)
    with pytest.raises(MemoryError):
        factories.take_in(library, factories.notice("先前", "1号"), factories.notice("后来", "2号"))
    assert (library.notices(), library.change_counter) == before


def test_no_progress_is_told_while_the_file_is_locked(library: Library):
    for _ in begun_import(library):
        with factories.open_library(library.path.parent) as other:
            other.set_state("still", "free")


def test_a_file_imported_meanwhile_by_another_is_the_same(library: Library):
    task = begun_import(library)
    next(task)
    next(task)
    with factories.open_library(library.path.parent) as other:
        factories.take_in(other, factories.notice())
    report: ImportReport = factories.run(task)
    assert report.status == "same"
    assert len(library.notices()) == 1


def write_gazette(path: Path, *titles: str) -> Path:
    text = "".join(
        f"{title}\n云政发〔2023〕{place}号\n\n各县（市、区）人民政府：\n\n现将有关事项通知如下。\n\n"
        "云州市人民政府\n2023年7月5日\n\n"
        for place, title in enumerate(titles, 1)
    )
    path.write_text(text, encoding="utf-8")
    return path


def test_a_batch_goes_on_after_a_bad_file(library: Library, tmp_path: Path):
    good = write_gazette(tmp_path / "好.txt", "云州市人民政府关于修桥的通知")
    bad = tmp_path / "坏.txt"
    bad.write_bytes(b"")
    missing = tmp_path / "没有.txt"
    other = write_gazette(tmp_path / "另.txt", "云州市人民政府关于铺路的通知")
    reports = factories.run(library.import_files([good, bad, missing, other]))
    assert [report.status for report in reports] == ["new", "failed", "failed", "new"]
    assert all(report.fault_key for report in reports[1:3])
    assert dict(reports[2].fault_arguments)["path"] == str(missing)


def test_a_batch_tells_how_far_it_is(library: Library, tmp_path: Path):
    files = [write_gazette(tmp_path / f"{n}.txt", f"云州市关于{n}的通知") for n in "甲乙丙"]
    told = [step for step in library.import_files(files) if step.stage.startswith("import-")]
    done = [step.done for step in told]
    assert done == sorted(done)
    assert {step.total for step in told} == {12}
    assert {step.name for step in told} == {"甲.txt", "乙.txt", "丙.txt"}


def test_the_same_text_in_another_encoding_is_the_same(library: Library, tmp_path: Path):
    first = write_gazette(tmp_path / "一.txt", "云州市人民政府关于修桥的通知")
    second = tmp_path / "二.txt"
    second.write_bytes(first.read_text(encoding="utf-8").encode("gb18030"))
    reports = factories.run(library.import_files([first, second]))
    assert [report.status for report in reports] == ["new", "same"]


def test_the_bytes_of_a_source_are_kept(library: Library, tmp_path: Path):
    from storage.db.sources import source_bytes

    texts = {
        "plain": "云州市人民政府关于修桥的通知\n各县：\n正文。\n".encode(),
        "windows": "云州市人民政府关于铺路的通知\r\n各县：\r\n正文。\r\n".encode("utf-8-sig"),
        "gb": "云州市人民政府关于种树的通知\n各县：\n正文。\n".encode("gb18030"),
    }
    for name, data in texts.items():
        path = tmp_path / f"{name}.txt"
        path.write_bytes(data)
        report = factories.run(library.import_file(path))
        assert report.issue_id is not None
        assert source_bytes(library._store, report.issue_id) == data


def test_a_read_only_library_refuses_before_reading(library: Library, tmp_path: Path):
    library._store.read_only = True
    with pytest.raises(UserFault) as caught:
        factories.run(library.import_file(tmp_path / "missing.txt"))
    assert caught.value.key == "library-read-only"


def test_reading_places_do_not_disturb_a_read_only_library(library: Library):
    library.set_state("place", "1")
    library._store.read_only = True
    library.set_state("place", "2")
    assert library.state("place") == "1"


def test_a_file_name_in_an_old_encoding_is_no_obstacle(library: Library, tmp_path: Path):
    folder = tmp_path / os.fsdecode("资料".encode("gb18030"))
    folder.mkdir()
    path = write_gazette(folder / os.fsdecode("公报.txt".encode("gb18030")), "云州市关于修桥的通知")
    with factories.open_library(folder) as other:
        (report,) = factories.run(other.import_files([path]))
        assert (report.status, other.issues()[0].source_name) == ("new", path.name)


def test_an_import_is_compared_anew_where_another_came_first(library: Library):
    first = factories.take_in(library, factories.notice("先前", "1号"))
    parsed = factories.parsed(factories.notice("先前", "1号"), factories.notice("新来", "3号"))
    source = factories.source_of(parsed)
    task = importing.import_parsed(library._store, "公报.txt", source, parsed, 1)
    next(task)
    next(task)
    with factories.open_library(library.path.parent) as other:
        factories.take_in(other, factories.notice("先前", "1号"), factories.notice("插队", "2号"))
    report = factories.run(task)
    assert (report.added, report.unchanged) == (1, 1)
    assert report.notices[0].uuid == first.notices[0].uuid
    assert [summary.title for summary in library.notices()] == ["先前", "插队", "新来"]
