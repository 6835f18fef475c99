"""DOC and its like: read through LibreOffice where it is, else told what to do."""

from __future__ import annotations

import os
import select
import subprocess
from pathlib import Path

import pytest

from storage.errors import UserFault
from storage.parse import parse_source
from storage.sources import office, read_source
from tests.formats.docx_file import write_sample_docx
from tests.formats.sample import ISSUE
from tests.formats.scores import sample_scores

OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "WordDocument".encode("utf-16-le")


def key_of(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    with pytest.raises(UserFault) as caught:
        read_source(path)
    return caught.value.key


def test_without_libreoffice_it_is_told_what_to_convert_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PATH", str(tmp_path))
    assert key_of(tmp_path / "旧.doc", OLD_WORD) == "source-office"
    assert key_of(tmp_path / "旧.wps", OLD_WORD) == "source-office"
    assert key_of(tmp_path / "旧.rtf", b"{\\rtf1 text}") == "source-office"


@pytest.mark.parametrize(
    ("stream", "key"),
    [
        ("EncryptedPackage", "source-encrypted"),
        ("Workbook", "source-format"),
        ("x", "source-damaged"),
    ],
)
def test_other_compound_files_are_told_apart(tmp_path: Path, stream: str, key: str):
    data = OLD_WORD[:600] + stream.encode("utf-16-le")
    assert key_of(tmp_path / "文件.docx", data) == key


def fake_office(tmp_path: Path, script: str) -> str:
    path = tmp_path / "bin" / "soffice"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def ends(process: int) -> bool:
    """Whether a process is gone, or goes within five seconds."""
    try:
        watch = os.pidfd_open(process)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watch], [], [], 5)[0])
    finally:
        os.close(watch)


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux tells of a process's end")
def test_a_conversion_that_hangs_is_ended_with_its_helpers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    slow = fake_office(tmp_path, f"sleep 61 & echo $! > {tmp_path}/helper; wait")
    monkeypatch.setattr(office, "find_office", lambda: slow)
    monkeypatch.setattr(office, "_SECONDS", 0.5)
    assert key_of(tmp_path / "旧.doc", OLD_WORD) == "source-convert-slow"
    helper = (tmp_path / "helper").read_text(encoding="utf-8").strip()
    assert ends(int(helper))


def test_a_conversion_that_makes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(office, "find_office", lambda: fake_office(tmp_path, "exit 1"))
    assert key_of(tmp_path / "旧.doc", OLD_WORD) == "source-convert"


@pytest.mark.skipif(office.find_office() is None, reason="LibreOffice is not installed")
def test_the_sample_as_doc_is_read_like_its_text(tmp_path: Path):
    write_sample_docx(tmp_path / "公报.docx", changes=False, automatic=False)
    subprocess.run(
        [
            str(office.find_office()), "--headless", "--convert-to", "doc", "--outdir", tmp_path,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", tmp_path / "公报.docx",
        ],
        check=True, timeout=120, capture_output=True,
    )  # fmt: skip
    text = parse_source(read_source(ISSUE))
    figures, misses = sample_scores(parse_source(read_source(tmp_path / "公报.doc")), text)
    expected, _ = sample_scores(text, text)
    worse = {key: figures[key] for key in figures if figures[key] < expected[key] - 0.02}
    assert worse == {}, misses
