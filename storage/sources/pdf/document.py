"""Opening a PDF: from its file, so that a large one is never whole in memory."""

from __future__ import annotations

import ctypes
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import pypdfium2 as _pdfium  # pyright: ignore[reportMissingTypeStubs]
import pypdfium2.raw as _raw  # pyright: ignore[reportMissingTypeStubs]

from storage.errors import UserFault
from storage.sources.content import Content

# pypdfium2 has hardly any types.
pdfium: Any = _pdfium
raw: Any = _raw

_PASSWORD = 4
_SECURITY = 5

Document = Any


@contextmanager
def open_pdf(content: Content) -> Generator[Document]:
    """Open a PDF document and close it again.

    Raises UserFault: source-encrypted, source-damaged (also where it has no page).
    """
    content.size()
    source = content.held if content.held is not None else str(content.path or content.name)
    try:
        document = pdfium.PdfDocument(source)
    except pdfium.PdfiumError as fault:
        code = getattr(fault, "err_code", None)
        key = "source-encrypted" if code in (_PASSWORD, _SECURITY) else "source-damaged"
        raise UserFault(key, path=content.name) from fault
    except (OSError, ValueError, ctypes.ArgumentError) as fault:
        raise UserFault("source-damaged", path=content.name) from fault
    try:
        if len(document) == 0:
            raise UserFault("source-damaged", path=content.name)
        yield document
    finally:
        document.close()
