"""What the command line prints: always UTF-8, never a stranger's control characters."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from typing import Any, TextIO

from storage.errors import UserFault

# Characters that command a terminal (escape sequences) or turn the writing direction.
_COMMANDING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
# JSON escapes these only below U+0020.
_CONTROL_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")

PIPED_WIDTH = 100
_WIDEST = 100
_NARROWEST = 40


class Output:
    """Standard output and standard error of one run."""

    def __init__(self) -> None:
        # None where a program without a console runs (Windows).
        self._out: TextIO | None = sys.stdout
        self._errors: TextIO | None = sys.stderr
        self._status_width = 0

    @property
    def is_terminal(self) -> bool:
        """Whether standard output is looked at rather than kept."""
        return self._out is not None and self._out.isatty()

    @property
    def width(self) -> int:
        """The columns to break lines at."""
        if not self.is_terminal:
            return PIPED_WIDTH
        return max(_NARROWEST, min(_WIDEST, shutil.get_terminal_size().columns - 1))

    def line(self, text: str = "") -> None:
        """Print a line."""
        self._print(_printable(text) + "\n")

    def json(self, value: Any) -> None:
        """Print a value as JSON that comes back as it was, whatever characters it holds."""
        text = json.dumps(value, ensure_ascii=False, indent=2)
        text = _CONTROL_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
        self._print(text + "\n")

    def error(self, text: str) -> None:
        """Print a line on standard error."""
        self.status("")
        self._tell(_printable(" ".join(text.split("\n"))) + "\n")

    def status(self, text: str) -> None:
        """Show a passing line on standard error where somebody watches; "" takes it away."""
        if self._errors is None or not self._errors.isatty() or not (text or self._status_width):
            return
        from storage.cli.width import columns, pad

        width = max(self._status_width, columns(text))
        self._tell("\r" + pad(_printable(text), width) + ("" if text else "\r"))
        self._status_width = columns(text)

    def flush(self) -> None:
        """Hand everything on. Raises BrokenPipeError or UserFault, as printing does."""
        self._print("")
        if self._out is not None:
            self._guard(self._out.flush)

    def _print(self, text: str) -> None:
        self._guard(lambda: _write(self._out, text))

    def _tell(self, text: str) -> None:
        """Write to standard error; where even this fails there is nobody to tell."""
        with contextlib.suppress(OSError):
            _write(self._errors, text)
            if self._errors is not None:
                self._errors.flush()

    def _guard(self, action: Callable[[], object]) -> None:
        """Sort what can befall standard output: nobody reads any more, or a fault."""
        try:
            action()
        except OSError as fault:
            self._turn_away()
            # Windows says EINVAL where a pipe's reader has gone.
            if isinstance(fault, BrokenPipeError) or (os.name, fault.errno) == ("nt", errno.EINVAL):
                raise BrokenPipeError from fault
            reason = fault.strerror or type(fault).__name__
            raise UserFault("cli-output-failed", reason=reason) from fault

    def _turn_away(self) -> None:
        """Let what is left go nowhere, so that the end of the run is quiet."""
        if self._out is None:
            return
        try:
            handle = self._out.fileno()
        except (OSError, ValueError):  # a stream without a file behind it
            return
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, handle)
        os.close(nowhere)


def _printable(text: str) -> str:
    return _LONE_SURROGATE.sub("\ufffd", _COMMANDING.sub("", text))


def _write(stream: TextIO | None, text: str) -> None:
    """Write UTF-8 whatever the locale says."""
    if stream is None:
        return
    binary = getattr(stream, "buffer", None)
    if binary is None:
        stream.write(text)
    else:
        stream.flush()
        binary.write(text.encode("utf-8"))
