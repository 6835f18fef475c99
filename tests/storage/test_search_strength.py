"""Search beside an import, after a killed indexer, and asked the strangest things."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.library import Library
from storage.types import Issue
from tests import factories

ROOT = Path(__file__).resolve().parents[2]
_PROGRAM = """
import sys
from pathlib import Path
from tests import factories
library = factories.open_library(Path(sys.argv[1]))
"""
IMPORTING = f"""{_PROGRAM}
for _ in library.import_files(sorted(Path(sys.argv[2]).iterdir())):
    pass
library.close()
"""
INDEXING = f"""{_PROGRAM}
from storage.search import writer
writer._BATCH_CHARACTERS = writer._STEP_CHARACTERS = 2_000
for _ in library.catch_up():
    print("a step", flush=True)
"""


def write_files(folder: Path, count: int) -> Path:
    """So many files, each with a notice that says 修桥事项."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:03}.txt").write_text(
            f"云州市人民政府关于修桥的通知\n云政发〔2023〕{number + 1}号\n\n各县：\n\n"
            f"现就第{number + 1}座桥的修桥事项通知如下。\n\n云州市人民政府\n2023年7月5日\n",
            encoding="utf-8",
        )
    return folder


def run_python(code: str, *arguments: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_search_during_an_import_finds_what_was_there_and_what_came(tmp_path: Path):
    files = write_files(tmp_path / "files", 20)
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice())
        factories.run(library.catch_up())
        importing = run_python(IMPORTING, tmp_path, files)
        grown = [0]
        while importing.poll() is None:
            assert library.search('"专项资金"').total_notices == 1
            grown.append(library.search('"修桥事项"').total_notices)
        assert importing.communicate() == ("", None)
        assert importing.returncode == 0
        assert grown == sorted(grown), "what was found once is found again"
        assert library.search('"修桥事项"').total_notices == 20
        assert library.search("修桥").behind == 0


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="Windows has no SIGKILL")
@pytest.mark.parametrize("steps", [1, 4])
def test_an_indexer_that_is_killed_loses_nothing_and_the_rest_is_made_up_for(
    tmp_path: Path, steps: int
):
    with factories.open_library(tmp_path) as library:
        factories.take_in(library, factories.notice("已有的通知"))
        factories.run(library.catch_up())
        texts = (f"第{number}项专项资金" + "按规定办理。" * 200 for number in range(12))
        notices = (factories.notice(f"通知{n}", f"{n}号", [text]) for n, text in enumerate(texts))
        factories.take_in(library, *notices, issue=Issue())
    indexing = run_python(INDEXING, tmp_path)
    assert indexing.stdout is not None
    for _ in range(steps):
        assert indexing.stdout.readline() == "a step\n"
    indexing.send_signal(signal.SIGKILL)
    assert indexing.wait() == -signal.SIGKILL
    indexing.stdout.close()
    with factories.open_library(tmp_path) as library:
        before = library.search('"专项资金"')
        assert (before.total_notices, before.behind) == (13, 12)
        factories.run(library.catch_up())
        after = library.search('"专项资金"')
        assert (after.total_notices, after.behind) == (13, 0)
        assert {one.summary.uuid for one in after.notices} == {
            one.summary.uuid for one in before.notices
        }


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with factories.open_library(tmp_path_factory.mktemp("strange")) as opened:
        factories.take_in(opened, factories.notice())
        factories.run(opened.catch_up())
        yield opened


OPERATORS = """
AND OR NOT NEAR NEAR/3 NEAR/ 同句 同段 同条 ( ) () (( )( " “ ” 「 * ? ** ?? *? : ： - + | & !
标题: 文号: 发文机关: 主送: 栏目: 期: 年: 年:> 日期:.. 日期:2022.. 种类: 标签: 批注: 标注: 标注:*
NOT:( 标题:( 标题:" 年:<x .. , ， 。 〔〕 [] 〔2020〕 号
"""
STRANGE = {
    "10,000 of one character": "资" * 10_000,
    "10,000 different characters": "".join(map(chr, range(0x4E00, 0x4E00 + 10_000))),
    "10,000 in quotes": "“" + "专项资金" * 2_500 + "”",
    "10,000 stars": "*" * 10_000,
    "2,000 words": "资金 " * 2_000,
    "emoji": "😀👨‍👩‍👧‍👦🇨🇳",
    "emoji in quotes": "“😀”",
    "control characters": "".join(map(chr, range(32))) + "\x7f\x85\u2028\u2029",
    "lone surrogates": "\ud800资金\udfff",
    "surrogates in quotes": "“\udc80”",
    "right to left": "\u202e资金\u202c\u200f",
    "combining": "资\u0301\u0301\u0301",
    "not a character": "\uffff\ufdd0\U0010ffff",
}


@pytest.mark.parametrize("query", OPERATORS.split())
def test_every_operator_alone_is_answered(library: Library, query: str):
    for text in (query, f"资金 {query}", f"{query} 资金", f"{query}{query}"):
        result = library.search(text)
        assert result.query == text
        assert result.total_notices == len(result.notices)


@pytest.mark.parametrize("query", STRANGE.values(), ids=STRANGE.keys())
def test_strange_queries_are_answered_soon(library: Library, query: str):
    started = time.process_time()
    result = library.search(query)
    assert result.query == query
    assert time.process_time() - started < 5
