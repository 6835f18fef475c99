"""What may be loaded where: the contracts of import-linter, and what a start must not load."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def loaded_modules(statement: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after a statement."""
    program = f"import sys\n{statement}\nprint(*sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(run.stdout.splitlines()[-1].split())


def test_imports_keep_the_contracts():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("module", ["storage.library", "storage.cli", "storage.search"])
def test_storage_loads_no_qt(module: str):
    loaded = loaded_modules(f"import {module}")
    assert not [name for name in loaded if name.startswith(("PySide6", "shiboken6", "desktop"))]


def test_window_loads_no_jieba_and_no_socket_client():
    loaded = loaded_modules("import desktop.app, desktop.main_window")
    assert not loaded & {"jieba", "PySide6.QtNetwork", "http.client", "urllib.request"}


def test_only_one_module_each_knows_whoosh_and_jieba():
    wrapped = {"whoosh": set(), "jieba": set(), "rjieba": set()}
    for path in (ROOT / "storage").rglob("*.py"):
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.split()
            if words[:1] in (["import"], ["from"]) and words[1].split(".")[0] in wrapped:
                wrapped[words[1].split(".")[0]].add(path.name)
    assert all(len(files) <= 1 for files in wrapped.values()), wrapped
