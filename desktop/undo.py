"""Undo and redo: the edits of this session, newest last, taken back one by one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from desktop.tasks.correction_jobs import CorrectionJobs, CorrectionStep
from desktop.tasks.mark_jobs import MarkJobs
from storage.errors import UserFault
from storage.types import Edit, MarkChange

Step = Edit | CorrectionStep
_DEEPEST = 500


class UndoStack(QObject):
    """Remembers what was done. One step is on its way at a time, keys pressed meanwhile wait."""

    changed = Signal()  # what can be undone or redone is another
    failed = Signal(object)  # the fault that kept a step from being taken back
    gone_to = Signal(object)  # Step: the one that was just taken back or done again

    def __init__(
        self, marking: MarkJobs, correcting: CorrectionJobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._marking = marking
        self._correcting = correcting
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._waiting: list[bool] = []
        self._busy = False

    def clear(self) -> None:
        """Forget everything: another library is open."""
        self._done, self._undone, self._waiting = [], [], []
        self.changed.emit()

    def push(self, edit: Step, *, joins: bool = False) -> None:
        """Remember what was done; what was undone before can no longer be redone.

        With `joins` it is one step with the last one where that did the same to the same mark.
        """
        if not edit.size:
            return
        last = self._done[-1] if self._done else None
        if joins and isinstance(last, Edit) and isinstance(edit, Edit) and _same(last, edit):
            first, now = last.marks[0], edit.marks[0]
            self._done[-1] = replace(edit, marks=(MarkChange(first.before, now.after),))
        else:
            self._done = [*self._done, edit][-_DEEPEST:]
        self._undone = []
        self.changed.emit()

    @property
    def undo_step(self) -> Step | None:
        """What undo would take back, None where there is nothing."""
        return self._done[-1] if self._done else None

    @property
    def redo_step(self) -> Step | None:
        """What redo would do again, None where there is nothing."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> None:
        """Take the last step back."""
        self._waiting.append(True)
        self._next()

    def redo(self) -> None:
        """Do the step again that was taken back last."""
        self._waiting.append(False)
        self._next()

    def _next(self) -> None:
        if self._busy or not self._waiting:
            return
        back = self._waiting.pop(0)
        source, target = (self._done, self._undone) if back else (self._undone, self._done)
        if not source:
            return self._next()
        self._busy = True
        edit = source.pop()

        def taken(inverse: Step) -> None:
            self._busy = False
            if inverse.size:
                target.append(inverse)
            self.changed.emit()
            self.gone_to.emit(inverse)
            self._next()

        def refused(fault: BaseException) -> None:
            self._busy = False
            self._waiting = []
            if _passing(fault):
                source.append(edit)
            self.changed.emit()
            self.failed.emit(fault)

        if isinstance(edit, CorrectionStep):
            self._correcting.take_back(edit, taken, refused)
        else:
            self._marking.take_back(edit, taken, refused)
        return None


def _passing(fault: BaseException) -> bool:
    """Whether it was the library's file that failed, not the step: it can be tried again."""
    return isinstance(fault, UserFault) and fault.key.startswith("library-")


def _same(last: Edit, edit: Edit) -> bool:
    """Whether two edits did the same to the same single mark."""
    return (
        last.key == edit.key
        and len(last.marks) == len(edit.marks) == 1
        and not last.notices
        and not edit.notices
        and last.marks[0].after.uuid == edit.marks[0].after.uuid
    )
