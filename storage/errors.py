"""The two kinds of faults, and cancelling. Their words stand in resources/translations."""

from __future__ import annotations


class UserFault(Exception):
    """The world's fault: a file, a disk, a library that is not as it must be.

    It carries a key of the message catalogue (`resources/translations/messages`) and the
    arguments of that message; window and command line put it into the user's language.
    """

    def __init__(self, key: str, **arguments: str | int) -> None:
        super().__init__(key, arguments)
        self.key = key
        self.arguments = arguments

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        """Carry the arguments between worker process and window."""
        return (_user_fault, (self.key, self.arguments))

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.arguments.items())
        return f"{self.key} ({told})"


def _user_fault(key: str, arguments: dict[str, str | int]) -> UserFault:
    return UserFault(key, **arguments)


class ProgramFault(Exception):
    """Our own fault: a state that the program should never reach."""


class Cancelled(Exception):
    """The user stopped a task; nothing of it is kept."""
