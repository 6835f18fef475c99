"""Print all scores of the recogniser over all samples; compare them with an earlier run.

    python -m tests.benchmarks.compare_recognition [--save FILE] [--against FILE] [--misses]

The samples: the three gazettes with their gold labels, the single documents, the issue built of
them (../shared), and the project's own sample.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
import time
from collections import Counter
from pathlib import Path
from types import ModuleType

from storage.parse import parse_source
from storage.parse.as_json import to_json
from storage.sources import read_source
from storage.types import SourceText
from tests.shared_texts import DOCUMENTS, GOLD, SHARED, gazettes

ROOT = Path(__file__).resolve().parents[2]
Figures = dict[str, dict[str, float]]


def parse_file(path: Path) -> dict:
    return to_json(parse_source(read_source(path)))


def _script(path: Path, name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def score_labels(labels: dict, path: Path) -> tuple[dict[str, float], list[str], float]:
    """Figures, misses and seconds for one text with labels in the gold form."""
    scorer = _script(GOLD / "score.py", "gold_score")
    start = time.process_time()
    parsed = parse_file(path)
    seconds = time.process_time() - start
    text = path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")
    figures, misses = scorer.score(labels, json.loads(json.dumps(parsed)), text)
    return figures, misses, seconds


def score_lines(labels: dict, lines: list[str]) -> tuple[dict[str, float], list[str]]:
    """Figures and misses for lines that were changed, their numbers kept."""
    scorer = _script(GOLD / "score.py", "gold_score")
    parsed = to_json(parse_source(SourceText("changed.txt", tuple(lines), "")))
    return scorer.score(labels, json.loads(json.dumps(parsed)), "\n".join(lines))


def score_gold() -> tuple[Figures, list[str]]:
    figures: Figures = {}
    misses: list[str] = []
    for path in gazettes():
        name = path.name[:3]
        labels = json.loads((GOLD / f"{name}.json").read_text(encoding="utf-8"))
        figures[name], missed, seconds = score_labels(labels, path)
        figures[name]["seconds"] = seconds
        misses += [f"{name} {miss}" for miss in missed]
    return figures, misses


def score_built_issue() -> tuple[Figures, list[str]]:
    figures: Figures = {}
    misses: list[str] = []
    labels = json.loads((DOCUMENTS / "labels.json").read_text(encoding="utf-8"))
    for name, wanted in labels["gazettes"].items():
        figures[name[:2]], missed, _ = score_labels(wanted, DOCUMENTS / "gazettes" / name)
        misses += [f"{name[:2]} {miss}" for miss in missed]
    return figures, misses


def score_documents() -> tuple[Figures, list[str]]:
    """The figures of documents/score.py, its rules taken from there."""
    rules = _script(DOCUMENTS / "score.py", "documents_score")
    labels = json.loads((DOCUMENTS / "labels.json").read_text(encoding="utf-8"))["notices"]
    asked, right = Counter(), Counter()
    misses: list[str] = []
    for name, wanted in sorted(labels.items()):
        notices = parse_file(DOCUMENTS / "notices" / name)["notices"]
        right["one notice"] += len(notices) == 1
        for field in rules.FIELDS:
            value = wanted.get(field)
            if value == "unknown" or field in (wanted.get("unsure") or []):
                continue
            others = wanted.get(f"{field}_alt") or []
            others = others if isinstance(others, list) else [others]
            asked[field] += 1
            found = notices[0].get(field)
            if len(notices) == 1 and any(rules.same(field, found, v) for v in [value, *others]):
                right[field] += 1
            else:
                misses.append(f"documents {name} {field}: {found!r}, not {value!r}")
    figures = {"one notice": right["one notice"] / len(labels)}
    figures |= {field: right[field] / asked[field] for field in rules.FIELDS}
    figures["all"] = sum(right[field] for field in rules.FIELDS) / sum(asked.values())
    return {"documents": figures}, misses


def all_scores() -> tuple[Figures, list[str]]:
    figures: Figures = {}
    misses: list[str] = []
    for part in (score_gold, score_built_issue, score_documents):
        found, missed = part()
        figures |= found
        misses += missed
    return figures, misses


def show(figures: Figures) -> None:
    names = list(dict.fromkeys(name for column in figures.values() for name in column))
    print(f"{'':16}" + "".join(f"{sample:>11}" for sample in figures))
    for name in names:
        cells = [figures[sample].get(name) for sample in figures]
        print(f"{name:16}" + "".join(" " * 11 if v is None else f"{v:11.3f}" for v in cells))


def show_changes(before: Figures, figures: Figures) -> None:
    for sample, column in figures.items():
        for name, value in column.items():
            change = value - before.get(sample, {}).get(name, 0.0)
            if name != "seconds" and abs(change) > 0.0005:
                print(f"{'gain' if change > 0 else 'LOSS'} {sample:10} {name:16} {change:+.3f}")


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--save", type=Path)
    arguments.add_argument("--against", type=Path)
    arguments.add_argument("--misses", action="store_true")
    asked = arguments.parse_args()
    if not SHARED.exists():
        print("../shared is not beside the project: nothing to measure")
        return 1
    figures, misses = all_scores()
    show(figures)
    if asked.misses:
        print(*misses, sep="\n")
    if asked.against:
        show_changes(json.loads(asked.against.read_text(encoding="utf-8")), figures)
    if asked.save:
        asked.save.write_text(json.dumps(figures, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
