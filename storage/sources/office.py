"""DOC, WPS, RTF and OpenDocument: turned into DOCX by LibreOffice where it is installed.

It works on a copy in a folder of its own, with a profile of its own, and is stopped with all
that it started when it takes too long.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from storage.errors import UserFault
from storage.sources.archive import Archive
from storage.sources.content import MEGABYTE, Content
from storage.sources.flow import Numbered

_LARGEST = 100 * MEGABYTE
_SECONDS = 120
_COMMANDS = ("soffice", "libreoffice", "soffice.exe")
_WINDOWS_FOLDERS = ("LibreOffice/program", "LibreOffice 5/program")
_COMPOUND = b"\xd0\xcf\x11\xe0"
# The stream of a Word file within a compound file, and that of a locked newer one.
_WORD = "WordDocument".encode("utf-16-le")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OTHERS = {"Workbook": ".xls", "PowerPoint Document": ".ppt"}


def read_office(content: Content) -> Numbered:
    """Read an office file by way of DOCX.

    Raises UserFault: source-office (no LibreOffice), source-convert, source-convert-slow,
    source-encrypted, source-format (a spreadsheet or slides), and those of DOCX.
    """
    from storage.sources.docx import read_docx

    data = content.read(_LARGEST)
    suffix = _suffix_of(data, content)
    program = find_office()
    if program is None:
        raise UserFault("source-office", path=content.name, format=suffix.lstrip(".").upper())
    try:
        with tempfile.TemporaryDirectory(prefix="antou-", ignore_cleanup_errors=True) as folder:
            made = _convert(program, data, suffix, Path(folder), content.name)
            with Archive(Content(content.name, held=made)) as archive:
                return read_docx(archive)
    except OSError as fault:
        raise UserFault("source-convert", path=content.name) from fault


def find_office() -> str | None:
    """The LibreOffice program; None where it is not installed."""
    found = next((path for name in _COMMANDS if (path := shutil.which(name))), None)
    if found or sys.platform != "win32":
        return found
    for variable in ("ProgramFiles", "ProgramFiles(x86)"):
        for folder in _WINDOWS_FOLDERS:
            program = Path(os.environ.get(variable, ""), folder, "soffice.exe")
            if program.is_file():
                return str(program)
    return None


def _suffix_of(data: bytes, content: Content) -> str:
    """The suffix for the copy: LibreOffice goes by the content, but wants a fitting name."""
    if data.startswith(b"{\\rtf"):
        return ".rtf"
    if not data.startswith(_COMPOUND):
        return ".odt"
    if _LOCKED in data:
        raise UserFault("source-encrypted", path=content.name)
    if _WORD in data:
        return content.suffix if content.suffix in (".wps", ".wpt", ".dot") else ".doc"
    for stream, suffix in _OTHERS.items():
        if stream.encode("utf-16-le") in data:
            raise UserFault("source-format", path=content.name, format=suffix)
    raise UserFault("source-damaged", path=content.name)


def _convert(program: str, data: bytes, suffix: str, folder: Path, name: str) -> bytes:
    source = folder / f"source{suffix}"
    source.write_bytes(data)
    profile = (folder / "profile").as_uri()
    command = [program, "--headless", "--norestore", "--nolockcheck", "--nodefault"]
    command += [f"-env:UserInstallation={profile}", "--convert-to", "docx:MS Word 2007 XML"]
    command += ["--outdir", str(folder / "made"), str(source)]
    _run(command, folder, name)
    made = folder / "made" / "source.docx"
    if not made.is_file():
        raise UserFault("source-convert", path=name)
    return made.read_bytes()


def _run(command: list[str], folder: Path, name: str) -> None:
    """Run LibreOffice; it and all its helpers are ended when it takes too long or we end."""
    is_windows = sys.platform == "win32"
    flags = subprocess.CREATE_NO_WINDOW if sys.platform == "win32" else 0
    with subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=not is_windows,
        creationflags=flags,
    ) as process:
        try:
            process.wait(_SECONDS)
        except subprocess.TimeoutExpired as fault:
            raise UserFault("source-convert-slow", path=name) from fault
        finally:
            if process.poll() is None:
                _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    if sys.platform == "win32":
        process.kill()
        return
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        process.kill()
