"""Work on the library's thread, told to everybody where it changed the library."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from desktop.tasks.runner import Runner
from desktop.tasks.task import OnError, Task

OnAnswer = Callable[[Any], object] | None


class LibraryChanges:
    """Asks the library's thread, and tells `told` after each change what was changed."""

    def __init__(self, runner: Runner, owner: QObject, told: Callable[[str], object]) -> None:
        self._runner = runner
        self._owner = owner
        self._told = told

    def ask(
        self,
        question: Callable[[Any], Any],
        owner: QObject,
        done: OnAnswer,
        error: OnError = None,
    ) -> Task:
        """Ask the library; `done` gets the answer while `owner` is there."""
        return self._runner.run(question, owner, done, error)

    def change(
        self,
        what: str,
        action: Callable[[Any], Any],
        done: OnAnswer = None,
        error: OnError = None,
    ) -> Task:
        """Change the library, also while the program is being closed; `done` gets the answer."""

        def changed(answer: Any) -> None:
            if what:
                self._told(what)
            if done is not None:
                done(answer)

        return self._runner.run(action, self._owner, changed, error, keep=True)
