"""Help, language, version, and what is told about a command that was not written right."""

from __future__ import annotations

import pytest

from storage import __version__
from tests.storage.command_line import RESOURCES, CommandLine

COMMANDS = ("import", "merge", "versions", "list", "show", "search", "mark", "export", "parse")


@pytest.fixture
def antou(tmp_path):
    return CommandLine(tmp_path)


def test_version_is_that_of_the_project(antou):
    answer = antou("--version")
    assert (answer.status, answer.out) == (0, f"antou {__version__}\n")
    assert f'\nversion = "{__version__}"\n' in (RESOURCES.parent / "pyproject.toml").read_text()


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_help_lists_all_commands(antou, arguments):
    answer = antou(*arguments)
    assert answer.status == 0
    assert answer.out.startswith("用法：antou [选项] 命令\n")
    assert all(f"\n  {name} " in answer.out for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_its_help_in_both_languages(antou, name):
    chinese = antou(name, "--help")
    english = antou("--language", "en", name, "--help")
    assert (chinese.status, english.status) == (0, 0)
    assert chinese.out.startswith(f"用法：antou {name} ")
    assert english.out.startswith(f"Usage: antou {name} ")
    for option in ("--library", "--language", "--help"):
        assert option in chinese.out
        assert option in english.out
    # No key without words, no click sentence in between.
    assert "cli-" not in chinese.out + english.out
    assert "Show this message" not in english.out


def test_help_lines_fit_a_terminal(antou):
    from storage.cli.width import columns

    for name in COMMANDS:
        for line in antou(name, "--help").out.splitlines():
            assert columns(line) <= 100, line


def test_language_is_chosen_before_or_after_the_command(antou):
    for arguments in (["--language", "en", "list"], ["list", "--language=en"]):
        assert "does not exist" in antou(*arguments).errors or "library" in antou(*arguments).errors
    assert "资料库" in antou("list").errors
    assert "资料库" in antou("list", "--language", "zh", language="en").errors


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["serach", "x"], "没有“serach”这个命令，是不是“search”？"),
        (["help"], "没有“help”这个命令，是不是“--help”？"),
        (["刘洋"], "没有“刘洋”这个命令。"),
        (["公报.txt"], "“公报.txt”前面缺少命令。"),
        (["/etc/hostname"], "“/etc/hostname”前面缺少命令。"),
        (["list", "--jsn"], "没有“--jsn”这个选项，是不是“--json”？"),
        (["list", "--完全不对"], "没有“--完全不对”这个选项。"),
        (["search"], "缺少“检索词…”。"),
        (["import"], "缺少“文件…”。"),
        (["mark", "甲"], "缺少“原文”。"),
        (["mark", "甲", "乙", "丙"], "多出了“丙”。"),
        (["list", "甲"], "多出了“甲”。"),
        (["search", "甲", "--limit", "0"], "选项“--limit”要求一个正整数，不能是“0”。"),
        (["search", "甲", "--limit", "多"], "选项“--limit”要求一个正整数，不能是“多”。"),
        (["search", "甲", "--limit", "9" * 30], "选项“--limit”要求一个正整数"),
        (["search", "甲", "--limit"], "选项“--limit”的写法不对"),
        (["list", "--json=yes"], "选项“--json”的写法不对"),
        (["mark", "甲", "乙", "--style", "pink"], "选项“--style”不能是“pink”。可以用：yellow"),
        (["--language", "fr", "list"], "选项“--language”不能是“fr”。"),
        (["export", "--notice", "甲"], "缺少必需的选项“--output / -o”。"),
        (["export", "-o", "x"], "没有说明导出成什么格式。"),
        (["export", "-o", "x.md", "--format", "docx"], "文件名“x.md”与 --format docx 不一致。"),
        (["export", "-o", "x.pdf", "--format", "pdf"], "选项“--format”不能是“pdf”。"),
        (["export", "-o", "", "--format", "md"], "选项“--output”的内容是空的。"),
        (
            ["export", "-o", "x.md", "--notice", "甲", "--issue", "1"],
            "--notice 和 --issue 不能同时使用。",
        ),
        (["list", "--library", ""], "选项“--library”的内容是空的。"),
    ],
)
def test_slips_are_told_in_one_line_with_advice(antou, arguments, told):
    answer = antou(*arguments)
    assert (answer.status, answer.out) == (2, "")
    assert answer.errors.startswith(told)
    assert answer.errors.count("\n") == 1
    # Something to do follows.
    assert len(answer.errors) > len(told) + 5


@pytest.mark.parametrize(
    "arguments",
    [["list"], ["show", "甲"], ["search", "甲"], ["mark", "甲", "乙"], ["export", "-o", "x.md"]],
)
def test_missing_library_is_told_and_not_made(antou, tmp_path, arguments):
    for library in (antou.library, tmp_path / "别处.antoudb"):
        chosen = [] if library == antou.library else ["--library", library]
        answer = antou(*arguments, *chosen)
        assert (answer.status, answer.out) == (2, "")
        assert str(library) in answer.errors
        assert answer.errors.count("\n") == 1
        assert not library.exists()


def test_library_may_stand_before_or_after_the_command(antou, tmp_path):
    chosen = tmp_path / "我的 库.antoudb"
    sample = RESOURCES / "sample"
    (path,) = sample.glob("*20号.txt")
    assert antou("import", path, "--library", chosen).status == 0
    assert antou("--library", chosen, "list").out == antou("list", "--library", chosen).out
    # The nearer one counts.
    assert antou("--library", tmp_path / "no", "list", "--library", chosen).status == 0
    assert not antou.library.exists()


def test_our_own_fault_leaves_a_report_and_no_traceback(antou, monkeypatch):
    def fail(*_: object, **__: object) -> int:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr("storage.cli.list_command.list_library", fail)
    answer = antou("list")
    assert answer.status == 3
    assert "Traceback" not in answer.out + answer.errors
    (report,) = antou.places.log.glob("report-*.txt")
    assert str(report) in answer.errors
    assert "ZeroDivisionError: ours" in report.read_text(encoding="utf-8")


def test_ctrl_c_is_no_traceback(antou, monkeypatch):
    def stop(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("storage.cli.list_command.list_library", stop)
    answer = antou("list")
    assert answer.status == 130
    assert answer.errors.startswith("已中断。")
