"""Folders and archives in the library: all documents come in, by their own addresses."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library
from tests import factories
from tests.formats.docx_file import write_sample_docx
from tests.labels import SAMPLE

SINGLE = SAMPLE / "霁政办发〔2024〕20号.txt"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    (tmp_path / "文库").mkdir()
    with factories.open_library(tmp_path / "文库") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a Word file, an archive with a text and a picture, and a damaged archive."""
    folder = tmp_path / "公报"
    (folder / "2024").mkdir(parents=True)
    write_sample_docx(folder / "2024" / "第2期.docx")
    with zipfile.ZipFile(folder / "来文.zip", "w") as archive:
        archive.write(SINGLE, "子/单件.txt")
        archive.writestr("子/图.png", b"\x89PNG")
    (folder / "坏.zip").write_bytes(b"PK\x03\x04 damaged")
    return folder


def test_a_folder_comes_in_with_its_archives(library: Library, folder: Path):
    reports = factories.run(library.import_files([folder]))
    assert [(report.status, Path(report.path).name) for report in reports] == [
        ("new", "单件.txt"),
        ("new", "第2期.docx"),
        ("failed", "坏.zip"),
        ("skipped", "图.png"),
    ]
    assert [report.fault_key for report in reports[2:]] == ["source-damaged", "source-format"]
    names = {issue.source_name for issue in library.issues()}
    assert names == {"来文.zip/子/单件.txt", "第2期.docx"}
    assert len(library.notices()) == 16


def test_what_came_out_of_an_archive_is_known_again(library: Library, folder: Path):
    factories.run(library.import_files([folder / "来文.zip"]))
    (again,) = factories.run(library.import_files([SINGLE]))
    assert again.status == "same"
    address = folder / "来文.zip" / "子" / "单件.txt"
    (once_more,) = factories.run(library.import_files([address]))
    assert once_more.status == "same"


def test_progress_counts_the_documents_before_the_start(library: Library, folder: Path):
    shutil.copy(SINGLE, folder / "另.txt")
    told = [step for step in library.import_files([folder]) if step.stage.startswith("import-")]
    assert {step.total for step in told} == {3 * 4}
