"""The command line as a program of its own: streams, locale, start."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.storage.command_line import SAMPLES

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A home with the sample in its library."""
    folder = tmp_path_factory.mktemp("home")
    assert program(folder, "import", *map(str, SAMPLES)).returncode == 0
    return folder


def start(home: Path, *arguments: str, **options):
    environment = {**os.environ, "ANTOU_HOME": str(home), **options.pop("environment", {})}
    command = [sys.executable, "-m", "desktop", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment, **options)


def program(home: Path, *arguments: str, **options) -> subprocess.CompletedProcess[bytes]:
    options.setdefault("stdout", subprocess.PIPE)
    process = start(home, *arguments, stderr=subprocess.PIPE, **options)
    out, errors = process.communicate(timeout=60)
    return subprocess.CompletedProcess(process.args, process.returncode, out, errors)


@pytest.mark.parametrize("locale", ["C", "POSIX", "C.UTF-8"])
def test_output_is_utf8_whatever_the_locale(home, locale):
    environment = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii"}
    found = program(home, "search", "充电设施", "--json", environment=environment)
    assert found.returncode == 0
    assert json.loads(found.stdout.decode("utf-8"))
    told = program(home, "show", "无此号", environment=environment)
    assert "无此号" in told.stderr.decode("utf-8")


def test_bytes_that_are_no_text_break_nothing(home):
    for command in ("search", "show", "import", "parse"):
        done = program(home, command, os.fsdecode(b"\xff\xfe"))
        assert b"Traceback" not in done.stderr
        assert done.returncode in (0, 1, 2)
        done.stderr.decode("utf-8")


def test_reader_that_goes_away_is_no_fault(home):
    process = start(home, "list", "--json", stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_full_disk_behind_standard_output_is_told(home):
    with Path("/dev/full").open("wb") as full:
        done = program(home, "list", stdout=full)
    assert done.returncode == 2
    assert done.stderr.decode("utf-8").startswith("输出时出错")
    assert done.stderr.count(b"\n") == 1


def test_closed_standard_output_is_no_fault(tmp_path):
    command = f"{sys.executable} -m desktop --version >&- 2>&-"
    done = subprocess.run(command, shell=True, cwd=ROOT, check=False)
    assert done.returncode == 0


def test_version_and_help_load_neither_library_nor_search():
    code = (
        "import sys; from storage.cli import run; from storage.words import Words;"
        "from tests.storage.command_line import CommandLine; from pathlib import Path;"
        "places = CommandLine(Path('nowhere')).places;"
        "run(sys.argv[1:], Words(places.messages), places);"
        "print(*sys.modules, file=sys.stderr)"
    )
    for argument in ("--version", "--help"):
        done = subprocess.run(
            [sys.executable, "-c", code, argument], cwd=ROOT, capture_output=True, check=True
        )
        loaded = set(done.stderr.decode().split())
        assert not loaded & {"storage.library", "storage.search", "docx", "jinja2", "whoosh"}


def test_search_loads_no_recogniser_no_export_and_no_segmenter(home):
    run = "import sys; from desktop.__main__ import main; main()"
    code = f"{run}; print(*sys.modules, file=sys.stderr)"
    done = subprocess.run(
        [sys.executable, "-c", code, "search", "充电设施"],
        cwd=ROOT,
        env=os.environ | {"ANTOU_HOME": str(home)},
        capture_output=True,
        check=True,
    )
    loaded = set(done.stderr.decode().split())
    heavy = {"storage.parse", "storage.export", "docx", "jinja2", "lxml", "pypdfium2", "rapidfuzz"}
    assert not loaded & {*heavy, "jieba", "rjieba", "PySide6"}
