"""Corrections, marks, undoing and redoing in random order, beside a model of the text."""

from __future__ import annotations

import os
import random
from collections import Counter
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from storage.db.notice_json import pack_notice
from storage.library import Library
from storage.types import FieldCorrection, Mark, Notice, TextCorrection
from tests import factories
from tests.storage.correcting.hands import attempt
from tests.storage.correcting.tokens import Change, Model, Token, replaced, text_of

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample"
SEQUENCES = int(os.environ.get("ANTOU_SEQUENCES", "8"))
STEPS = 40
PLACE = ("notice", "start", "end", "quote", "prefix", "suffix", "text_hash", "path", "state")
WORDS = ("的", "市财政局", "充电桩", "2024年", "、", "会同有关部门", "一", "（略）")


def place(mark: Mark) -> tuple[object, ...]:
    return tuple(getattr(mark, name) for name in PLACE)


@dataclass
class Play:
    """One notice of the library, its model, and its marks with the characters they were put on."""

    library: Library
    uuid: str
    chance: random.Random
    model: Model
    first: Notice
    marked: dict[str, list[Token]] = field(default_factory=dict[str, "list[Token]"])
    first_places: dict[str, tuple[object, ...]] = field(
        default_factory=dict[str, "tuple[object, ...]"]
    )
    seen: dict[tuple[str, ...], dict[str, tuple[object, ...]]] = field(
        default_factory=dict[tuple[str, ...], "dict[str, tuple[object, ...]]"]
    )
    done: Counter[str] = field(default_factory=Counter[str])

    @property
    def notice(self) -> Notice:
        return self.library.notice(self.uuid).notice

    def span(self, longest: int) -> tuple[int, int]:
        """A random span within one paragraph or cell."""
        text = self.notice.text
        while True:
            start = self.chance.randrange(len(text))
            end = min(len(text), start + self.chance.randint(0, longest))
            if not any(sign in "\n\t" for sign in text[start:end]):
                return start, end

    # ---- what can happen

    def mark(self) -> None:
        start, end = self.span(20)
        if start < end and self.notice.text[start:end].strip():
            made = self.library.new_mark(self.uuid, start, end)
            self.marked[made.uuid] = self.model.current()[start:end]
            if not any(not change.undone for change in self.model.changes):
                self.first_places[made.uuid] = place(made)
            self.done["marks"] += 1
            self.seen.clear()

    def words(self) -> None:
        start, end = self.span(12)
        text = self.notice.text
        after = "".join(self.chance.choices(WORDS, k=self.chance.randint(0, 2)))
        if self.chance.random() < 0.3 and end > start:
            after = text[start : end - 1] + self.chance.choice("的了局")
        wanted = TextCorrection(start, end, text[start:end], after)
        seen = self.library.notice(self.uuid)
        fault, report = attempt(lambda: self.library.correct_text(seen, [wanted]))
        assert fault in ("", "correction-blank", "correction-nothing-left")
        if report and report.step:
            self.learn(report.step)

    def learn(self, step: str) -> None:
        """Tell the model of a correction by the run that it was kept with."""
        from storage.db import corrections

        every = {each.step: each for each in corrections.kept(self.library._store, self.uuid)}
        change = every[step].change
        run = self.model.current()
        anchor = change.places[0] if hasattr(change, "places") else change.place
        gone = run[anchor.start : anchor.end]
        assert text_of(gone) == anchor.quote
        if hasattr(change, "afters"):
            put = replaced(gone, change.afters[0])
        else:
            at = next(i for i, one in enumerate(self.notice.text) if i >= anchor.start)
            put = replaced(gone, self.notice.text[at : at + self.length_after(gone)])
        self.model.changes.append(Change(every[step].uuid, gone, put))
        self.done[every[step].__class__.__name__] += 1

    def length_after(self, gone: list[Token]) -> int:
        return len(gone) + len(self.notice.text) - len(self.model.current())

    def blocks(self) -> None:
        seen = self.library.notice(self.uuid)
        number = self.chance.randrange(len(seen.notice.blocks))
        block = seen.notice.blocks[number]
        if self.chance.random() < 0.5:
            fault, report = attempt(lambda: self.library.join_blocks(seen, number))
        else:
            offset = self.chance.randrange(len(block.text))
            fault, report = attempt(lambda: self.library.cut_block(seen, number, offset))
        if report is None:
            assert fault.startswith(("correction-join", "correction-cut"))
            return
        self.learn(report.step)

    def head(self) -> None:
        known = self.notice.section
        wanted = FieldCorrection("section", known, self.chance.choice("甲乙丙丁"))
        self.library.correct_fields(self.uuid, [wanted])

    def kind(self) -> None:
        seen = self.library.notice(self.uuid)
        number = self.chance.randrange(len(seen.notice.blocks))
        if seen.notice.blocks[number].kind == "table":
            return
        kind, level = self.chance.choice([("heading", 1), ("heading", 2), ("paragraph", 0)])
        report = self.library.set_kind(seen, number, kind, level)
        if report.step:
            self.learn_kind(report.step)

    def learn_kind(self, step: str) -> None:
        from storage.db import corrections

        every = {each.step: each for each in corrections.kept(self.library._store, self.uuid)}
        anchor = every[step].change.place  # type: ignore[union-attr]
        run = self.model.current()[anchor.start : anchor.end]
        self.model.changes.append(Change(every[step].uuid, run, run))

    def turn(self) -> None:
        if not self.model.changes:
            return
        change = self.chance.choice(self.model.changes)
        turn = self.library.redo_correction if change.undone else self.library.undo_correction
        can = self.model.can_turn(change)
        fault, _ = attempt(lambda: turn(change.uuid))
        if fault:
            assert fault in ("correction-rests", "correction-place-gone")
            # A kind rests also on where its paragraph begins, of which the model knows nothing.
            rests = any(each.gone is each.put for each in self.model.changes if not each.undone)
            assert rests or change.gone is change.put or not can, fault
            self.done["refused"] += 1
            return
        assert can
        change.undone = not change.undone
        self.done["turned"] += 1

    # ---- what must be so

    def check(self) -> None:
        notice = self.notice
        run = self.model.current()
        assert notice.text == text_of(run)
        for block in notice.blocks:
            if block.rows is not None:
                assert block.text == "\n".join("\t".join(row) for row in block.rows)
        marks = {mark.uuid: mark for mark in self.library.marks(self.uuid)}
        for key, words in self.marked.items():
            self.check_mark(marks[key], words, run, notice)
        active = tuple(each.uuid for each in self.model.changes if not each.undone)
        places = {key: place(mark) for key, mark in marks.items()}
        known = self.seen.setdefault(active, places)
        assert places == known, "marks stand where they stood in the same text"
        self.done["checked"] += len(marks)

    def check_mark(self, mark: Mark, words: list[Token], run: list[Token], notice: Notice) -> None:
        here = set(run)
        left = [token for token in words if token in here]
        if mark.state == "unplaced":
            assert not any(sign.strip() for _, sign in left)
            return
        assert mark.state in ("sure", "moved"), mark
        span = run[mark.start : mark.end]
        assert text_of(span) == mark.quote == notice.text[mark.start : mark.end]
        assert set(left) <= set(span), "the words that stayed are marked"
        if len(left) == len(words):
            assert (span[0], span[-1]) == (words[0], words[-1]), "no word is marked besides"
            return
        touched = self.related(words) - set(words)
        assert set(span) <= set(words) | touched | self.between(span, words, touched)

    def related(self, words: list[Token]) -> set[Token]:
        """Characters that took the place of a mark's, or whose place a mark's took, and so on."""
        found = set(words)
        for change in [*self.model.changes, *reversed(self.model.changes)]:
            gone, put = set(change.gone) - set(change.put), set(change.put) - set(change.gone)
            if found & gone or found & put:
                found |= gone | put
        return found

    @staticmethod
    def between(span: list[Token], words: list[Token], touched: set[Token]) -> set[Token]:
        """What stands between characters of the mark was put in there."""
        inner = [at for at, token in enumerate(span) if token in touched or token in words]
        return set(span[inner[0] : inner[-1] + 1]) if inner else set()


def finish(play: Play) -> None:
    """Undo everything: the notice as it was recognised, and every mark at its first place."""
    while any(not each.undone for each in play.library.corrections(play.uuid)):
        for each in reversed(play.library.corrections(play.uuid)):
            if not each.undone:
                fault, _ = attempt(partial(play.library.undo_correction, each.uuid))
                assert fault in ("", "correction-rests")
    assert pack_notice(play.notice) == pack_notice(play.first)
    row = play.library._store.rows(
        "SELECT body, recognised FROM notices WHERE uuid = ?", [play.uuid]
    )
    assert row == [(pack_notice(play.first), None)]
    places = {mark.uuid: place(mark) for mark in play.library.marks(play.uuid)}
    for key, first in play.first_places.items():
        assert places[key] == first
    play.done["first places"] += len(play.first_places)


@pytest.fixture
def sample(tmp_path: Path):
    with factories.open_library(tmp_path) as library:
        for path in sorted(SAMPLE.glob("*.txt")):
            factories.run(library.import_file(path))
        yield library


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_marks_stay_on_their_words_through_any_corrections(sample: Library, seed: int):
    chance = random.Random(seed)
    summary = chance.choice(sample.notices())
    first = sample.notice(summary.uuid).notice
    play = Play(sample, summary.uuid, chance, Model(first.text), first)
    for _ in range(4):
        play.mark()
    happenings = [play.mark, play.words, play.words, play.blocks, play.kind, play.head]
    happenings += [play.turn] * 4
    for _ in range(STEPS):
        chance.choice(happenings)()
        play.check()
    finish(play)
    assert play.done["checked"] > 0
