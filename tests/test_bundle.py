"""The built program at work: `make bundle` first, then `make smoke`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BUNDLE = ROOT / "dist" / "antou"
PROGRAM = BUNDLE / ("antou.exe" if sys.platform == "win32" else "antou")
SAMPLE = ROOT / "resources" / "sample"

pytestmark = [
    pytest.mark.bundle,
    pytest.mark.skipif(not PROGRAM.exists(), reason="no bundle in dist/: run make bundle"),
]


def bundle_environment(home: Path) -> dict[str, str]:
    """The user's environment without our virtual environment and Python's own variables."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    kept.pop("VIRTUAL_ENV", None)
    kept.pop("QT_QPA_PLATFORM", None)
    return kept | {"ANTOU_HOME": str(home)}


def antou(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the built program's command line."""
    return subprocess.run(
        [str(PROGRAM), *arguments],
        env=bundle_environment(home),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def test_import_search_mark_export_and_start_again(tmp_path: Path):
    library = str(tmp_path / "案头 试用.antoudb")
    samples = [str(path) for path in sorted(SAMPLE.glob("*.txt"))]
    imported = antou(tmp_path, "import", *samples, "--library", library)
    assert imported.returncode == 0, imported.stderr

    found = antou(tmp_path, "search", "通知", "--json", "--library", library)
    assert found.returncode == 0, found.stderr
    first = json.loads(found.stdout)[0]

    quote = first["title"]
    marked = antou(
        tmp_path,
        "mark",
        first["notice"],
        quote,
        "--occurrence",
        "1",
        "--note",
        "请核对",
        "--library",
        library,
    )
    assert marked.returncode == 0, marked.stderr

    for kind in ("docx", "md"):
        target = tmp_path / f"摘录.{kind}"
        exported = antou(
            tmp_path,
            "export",
            "--format",
            kind,
            "--notice",
            first["notice"],
            "-o",
            str(target),
            "--library",
            library,
        )
        assert exported.returncode == 0, exported.stderr
        assert target.stat().st_size > 100
    assert "请核对" in (tmp_path / "摘录.md").read_text(encoding="utf-8")

    again = antou(tmp_path, "list", "--library", library)
    assert again.returncode == 0, again.stderr
    assert first["title"][:10] in again.stdout


def test_every_format_is_read(tmp_path: Path):
    from tests.formats.docx_file import write_sample_docx
    from tests.formats.ofd_file import write_sample_ofd
    from tests.formats.page_file import write_sample_page
    from tests.formats.pdf_file import write_sample_pdf

    files = [
        write_sample_docx(tmp_path / "公报.docx"),
        write_sample_ofd(tmp_path / "公报.ofd"),
        write_sample_page(tmp_path / "公报.html"),
        write_sample_pdf(tmp_path / "公报.pdf"),
    ]
    for file in files:
        parsed = antou(tmp_path, "parse", str(file))
        assert parsed.returncode == 0, parsed.stderr
        assert len(json.loads(parsed.stdout)["notices"]) > 10, file.name


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual display of its own, on the first number that is free."""
    server = shutil.which("Xvfb")
    if server is None:
        pytest.skip("Xvfb is not installed")
    read_end, write_end = os.pipe()
    process = subprocess.Popen(
        [server, "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write_end],
        stderr=subprocess.DEVNULL,
    )
    os.close(write_end)
    with os.fdopen(read_end) as answer:
        number = answer.readline().strip()
    yield f":{number}"
    process.terminate()
    process.wait(10)


@pytest.mark.skipif(shutil.which("xdotool") is None, reason="xdotool is not installed")
def test_window_opens_on_a_real_display_and_closes(tmp_path: Path, display: str):
    environment = bundle_environment(tmp_path) | {"DISPLAY": display}
    window = subprocess.Popen(
        [str(PROGRAM), "--sample"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    try:
        look = ["timeout", "60", "xdotool", "search", "--sync", "--onlyvisible", "--class", "antou"]
        seen = subprocess.run(look, env=environment, capture_output=True, text=True, check=False)
        assert seen.returncode == 0, "no window within a minute"
        identifier = seen.stdout.split()[0]
        quit_by_key = ["xdotool", "windowfocus", "--sync", identifier, "key", "ctrl+q"]
        subprocess.run(quit_by_key, env=environment, check=True, timeout=20)
        window.wait(60)
    finally:
        window.kill()
        errors = window.communicate()[1].decode("utf-8", "replace")
    assert window.returncode == 0, errors
    assert "Traceback" not in errors


def test_no_network_library_is_shipped():
    names = [path.name for path in BUNDLE.rglob("*") if path.is_file()]
    assert not [name for name in names if "Qt6Network" in name or "opensslbackend" in name]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="ldd is Linux's")
def test_every_library_of_the_xcb_platform_is_found():
    plugin = next(BUNDLE.rglob("libqxcb.so"))
    listing = subprocess.run(["ldd", str(plugin)], capture_output=True, text=True, check=True)
    assert "not found" not in listing.stdout
