"""Corrections one after the other over what the recogniser said."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from storage.anchors.carrying import Script, difference, inverse, moved, rewritten, shifted
from storage.correcting.anchor import Span
from storage.correcting.applying import apply, placed, seek
from storage.correcting.changes import Change, anchors_of
from storage.errors import UserFault
from storage.types import Notice


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one correction: the notice before and after it.

    `change` has its places in the text before; `reason` is the key that says why it does not
    fit, "" where it does.
    """

    uuid: str
    change: Change
    before: Notice
    after: Notice
    script: Script = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Fold:
    """A notice as it was recognised, and its corrections applied in their order."""

    recognised: Notice
    steps: tuple[Step, ...] = ()

    @property
    def notice(self) -> Notice:
        """The notice as the user reads it."""
        return self.steps[-1].after if self.steps else self.recognised

    def with_last(self, uuid: str, change: Change) -> Fold:
        """One more correction behind the others."""
        return replace(self, steps=(*self.steps, _sought(uuid, change, self.notice)))

    def without(self, uuid: str) -> Fold:
        """One correction less; those behind it follow where they can."""
        at = next(at for at, step in enumerate(self.steps) if step.uuid == uuid)
        gone = self.steps[at]
        kept = Fold(self.recognised, self.steps[:at])
        return _followed(kept, self.steps[at + 1 :], inverse(gone.before.text, gone.script))

    def with_inserted(self, at: int, uuid: str, change: Change) -> Fold:
        """A correction put in before others; they follow where they can."""
        put = Fold(self.recognised, self.steps[:at]).with_last(uuid, change)
        return _followed(put, self.steps[at:], put.steps[-1].script)

    def over(self, recognised: Notice) -> Fold:
        """The same corrections over another reading of the notice, where their place is sure."""
        made = Fold(recognised)
        for step in self.steps:
            before = None if step.reason else step.before
            sought = _sought(step.uuid, step.change, made.notice, before)
            made = replace(made, steps=(*made.steps, sought))
        return made

    def misfits(self, uuids: Iterable[str] | None = None) -> list[str]:
        """The corrections that do not fit, of some or of all."""
        asked = None if uuids is None else set(uuids)
        return [
            step.uuid
            for step in self.steps
            if step.reason and (asked is None or step.uuid in asked)
        ]


def fold(recognised: Notice, wanted: Sequence[tuple[str, Change]]) -> Fold:
    """Apply corrections, each known by its uuid, over what was recognised."""
    made = Fold(recognised)
    for uuid, change in wanted:
        made = made.with_last(uuid, change)
    return made


def script_between(old: Notice, new: Notice, likely: Script | None) -> Script:
    """The replacements that make one text the other: the likely ones if they do."""
    one, other = old.text, new.text
    if likely is not None and rewritten(one, likely) == other:
        return likely
    return difference(one, other)


def likely_script(made: Fold, before: Fold, uuid: str) -> Script | None:
    """What a correction that only one of two folds has does to the other's text.

    From the text without it to the text with it: `made` has it, `before` has not. None where
    later corrections meet it.
    """
    step = next(step for step in made.steps if step.uuid == uuid)
    at = made.steps.index(step)
    script: Script | None = step.script
    for later in before.steps[at:]:
        script = None if script is None else moved(script, later.script)
    return script


def _followed(made: Fold, steps: Sequence[Step], drift: Script | None) -> Fold:
    """Corrections applied again to a text that differs by `drift` from the one they had."""
    for step in steps:
        notice = made.notice
        if step.reason or drift is None:
            before = None if step.reason else step.before
            now = _sought(step.uuid, step.change, notice, before)
            drift = drift if step.reason and now.reason else None
        else:
            now = _shifted(step, notice, drift)
            drift = None if now.reason else moved(drift, step.script)
        made = replace(made, steps=(*made.steps, now))
    return made


def _sought(uuid: str, change: Change, notice: Notice, before: Notice | None = None) -> Step:
    """A correction applied where its words are found."""
    try:
        places = seek(change, notice, before)
        return _applied(uuid, change, notice, places)
    except UserFault as fault:
        return Step(uuid, change, notice, notice, (), fault.key)


def _shifted(step: Step, notice: Notice, drift: Script) -> Step:
    """A correction applied where its words have moved to."""
    anchors = anchors_of(step.change)
    places = [shifted(anchor.span, drift) for anchor in anchors]
    text = notice.text
    stand = all(
        place is None or text[slice(*place)] == anchor.quote
        for place, anchor in zip(places, anchors, strict=True)
    )
    if not stand:  # it had nothing to do there: what it would say was said already
        return _sought(step.uuid, step.change, notice, step.before)
    try:
        if None in places:
            raise UserFault("correction-place-gone")
        return _applied(step.uuid, step.change, notice, places)
    except UserFault as fault:
        return Step(step.uuid, step.change, notice, notice, (), fault.key)


def _applied(uuid: str, change: Change, notice: Notice, places: Sequence[Span | None]) -> Step:
    applied = apply(notice, change, places)
    moved_change = placed(change, places, notice)
    return Step(uuid, moved_change, notice, applied.notice, applied.script)
