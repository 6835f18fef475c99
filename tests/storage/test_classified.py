"""A text with a mark of secrecy is not stored before the user has confirmed it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library
from storage.types import Finding
from tests import factories
from tests.storage.command_line import SAMPLES, CommandLine

(SINGLE,) = [path for path in SAMPLES if "20号" in path.name]
WORD = "玉簪花开放时节"  # stands in no other text


@pytest.fixture
def antou(tmp_path):
    return CommandLine(tmp_path)


@pytest.fixture
def secret(tmp_path) -> Path:
    """The sample document with a mark above its head, and a word of its own."""
    path = tmp_path / "来文.txt"
    text = SINGLE.read_text(encoding="utf-8").replace("充电", f"{WORD}充电")
    path.write_text(f"000012\n机密★1年\n特急\n{text}", encoding="utf-8")
    return path


@pytest.fixture
def library(tmp_path) -> Iterator[Library]:
    with factories.open_library(tmp_path / "home") as opened:
        yield opened


def bytes_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_nothing_of_it_is_kept(tmp_path, secret: Path):
    home = tmp_path / "home"
    with factories.open_library(home) as library:
        counter = library.change_counter
        (report,) = factories.run(library.import_files([secret]))
        assert (report.status, report.issue_id, report.notices) == ("classified", None, ())
        assert report.warnings == (Finding(2, "secrecy-mark", "机密★1年"),)
        assert library.issues() == []
        assert library.search(WORD).total_notices == 0
        assert library.change_counter == counter
    kept = bytes_below(home)
    for word in (WORD, "机密★1年", "霁政办发"):
        assert word.encode() not in kept
        assert word.encode("utf-16-le") not in kept


def test_the_rest_of_the_batch_goes_on(library, secret: Path):
    reports = factories.run(library.import_files([secret, SINGLE]))
    assert [report.status for report in reports] == ["classified", "new"]
    assert library.search("充电").total_notices == 1


@pytest.mark.parametrize("all_of_them", [True, False])
def test_confirmed_it_is_stored_and_asked_about_no_more(library, secret: Path, all_of_them: bool):
    confirmed = True if all_of_them else frozenset([secret])
    (report,) = factories.run(library.import_files([secret], confirmed))
    assert (report.status, report.added) == ("new", 1)
    assert library.search(WORD).total_notices == 1
    (again,) = factories.run(library.import_files([secret]))
    assert again.status == "same"


def test_only_the_confirmed_file_is_stored(library, secret: Path, tmp_path):
    other = tmp_path / "另一件.txt"
    other.write_text(secret.read_text(encoding="utf-8").replace("20号", "21号"), encoding="utf-8")
    reports = factories.run(library.import_files([secret, other], frozenset([other])))
    assert [report.status for report in reports] == ["classified", "new"]


# ---------------------------------------------------------------- the command line


def test_the_command_says_what_to_do_and_fails(antou, secret: Path):
    answer = antou("import", secret, SINGLE)
    assert answer.status == 2
    (line,) = answer.errors.splitlines()
    assert f"“{secret}”标有密级，没有收入（第 2 行：标有密级“机密★1年”）" in line
    assert "涉密文件不应存放在非涉密计算机上" in line
    assert "--confirm-classified" in line
    assert "合计：1 个文件已处理，0 个失败" in answer.out
    assert "另有 1 个文件标有密级，没有收入" in answer.out
    assert WORD not in answer.out + answer.errors
    assert len(antou.notices()) == 1


def test_the_command_speaks_english(antou, secret: Path):
    answer = antou("import", secret, language="en")
    assert answer.status == 2
    assert "line 2: Marked as classified: 机密★1年" in answer.errors


def test_the_confirmed_command_stores_it(antou, secret: Path):
    answer = antou("import", secret, "--confirm-classified")
    assert (answer.status, answer.errors) == (0, "")
    assert len(antou.notices()) == 1


def test_a_mark_in_the_name_is_told_without_a_line(antou, tmp_path):
    path = tmp_path / "【秘密】来文.txt"
    path.write_bytes(SINGLE.read_bytes())
    answer = antou("import", path)
    assert answer.status == 2
    assert "没有收入（文件名标有密级“秘密”）" in answer.errors


def test_parse_prints_it_and_stores_nothing(antou, secret: Path):
    answer = antou("parse", secret)
    assert answer.status == 0
    assert WORD in answer.out
    assert not antou.library.exists()
