"""Corrections one after the other over what the recogniser said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from storage.anchors.carrying import Script, difference, inverse, moved, rewritten, shifted
from storage.correcting.anchor import Span
from storage.correcting.applying import apply, placed, seek
from storage.correcting.changes import Change, anchors_of
from storage.errors import UserFault
from storage.text import text_hash
from storage.types import Notice


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one correction: the notice before and after it.

    `change` has its places in the text before; `reason` is the key that says why it does not
    fit, "" where it does. One that is not `live` was taken back: it changes nothing, but its
    places follow the text, so that it can be made again.
    """

    uuid: str
    change: Change
    before: Notice
    after: Notice
    script: Script = ()
    reason: str = ""
    live: bool = True

    @property
    def does_nothing(self) -> bool:
        """Whether it was taken back or does not fit."""
        return bool(self.reason) or not self.live


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

    def turned(self, uuid: str, *, live: bool) -> Fold:
        """A correction taken back, or made again in its place; those behind it follow."""
        at = next(at for at, step in enumerate(self.steps) if step.uuid == uuid)
        old = self.steps[at]
        kept = Fold(self.recognised, self.steps[:at])
        if live:
            new = _sought(uuid, old.change, old.before)
            drift = new.script
        else:
            new = Step(uuid, old.change, old.before, old.before, live=False)
            drift = inverse(old.before.text, old.script)
        return _followed(replace(kept, steps=(*kept.steps, new)), self.steps[at + 1 :], drift)

    def over(self, recognised: Notice) -> Fold:
        """The same corrections over another reading of the notice, where their place is sure."""
        made = Fold(recognised)
        for step in self.steps:
            made = made.with_step(step)
        return made

    def with_step(self, step: Step) -> Fold:
        """A correction of another fold behind the others, where its place is sure."""
        sought = _sought(step.uuid, step.change, self.notice, step.before)
        now = sought if step.live else _taken_back(sought)
        return replace(self, steps=(*self.steps, now))

    @property
    def misfits(self) -> set[str]:
        """The corrections that do not fit."""
        return {step.uuid for step in self.steps if step.reason}

    @property
    def is_corrected(self) -> bool:
        """Whether any correction is not taken back."""
        return any(step.live for step in self.steps)


def fold(recognised: Notice, wanted: Sequence[tuple[str, Change, bool]]) -> Fold:
    """Apply corrections over what was recognised: each its uuid, and whether it is not undone."""
    made = Fold(recognised)
    for uuid, change, live in wanted:
        if live:
            made = made.with_last(uuid, change)
        else:
            step = Step(uuid, change, made.notice, made.notice, live=False)
            made = replace(made, steps=(*made.steps, step))
    return made


def script_between(old: Notice, new: Notice, likely: Script | None) -> Script:
    """The replacements that make one text the other: the likely ones if they do."""
    one, other = old.text, new.text
    if likely is not None and rewritten(one, likely) == other:
        return likely
    return difference(one, other)


def likely_script(made: Fold, before: Fold, uuid: str) -> Script | None:
    """What a correction that only one of two folds has made does to the other's text.

    From the text without it to the text with it: in `made` it is live, in `before` it is not.
    None where later corrections meet it.
    """
    at = next(at for at, step in enumerate(made.steps) if step.uuid == uuid)
    script: Script | None = made.steps[at].script
    for later in before.steps[at + 1 :]:
        script = None if script is None else moved(script, later.script)
    return script


def _followed(made: Fold, steps: Sequence[Step], drift: Script | None) -> Fold:
    """Corrections applied again to a text that differs by `drift` from the one they had."""
    for step in steps:
        notice = made.notice
        if drift is None:
            sought = _sought(step.uuid, step.change, notice, step.before)
            now = sought if step.live else _taken_back(sought)
        elif step.does_nothing:
            now = _carried_along(step, notice, drift)
            drift = drift if now.does_nothing else None
        else:
            now = _shifted(step, notice, drift)
            drift = None if now.reason else moved(drift, step.script)
        made = replace(made, steps=(*made.steps, now))
    return made


def _taken_back(step: Step) -> Step:
    """The same correction as one that was taken back."""
    return Step(step.uuid, step.change, step.before, step.before, live=False)


def _carried_along(step: Step, notice: Notice, drift: Script) -> Step:
    """A correction that does nothing, with its places where they are now.

    One that did not fit is tried again: its words may have come back.
    """
    if step.live:
        now = _sought(step.uuid, step.change, notice, None)
        return now if not now.reason else replace(now, change=step.change)
    anchors = anchors_of(step.change)
    places = [shifted(anchor.span, drift) for anchor in anchors]
    text, old = notice.text, text_hash(step.before.text)
    stands = drift and all(
        place and anchor.text_hash == old and text[slice(*place)] == anchor.quote
        for place, anchor in zip(places, anchors, strict=True)
    )
    change = placed(step.change, places, notice) if stands else step.change
    return Step(step.uuid, change, notice, notice, live=False)


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
