"""MHTML: a web page and its pictures in one file, as browsers save it."""

from __future__ import annotations

import email
import email.policy

from storage.errors import UserFault


def page_of_archive(data: bytes, name: str) -> tuple[bytes, str]:
    """The first HTML part and the encoding that its head names ("" where none).

    Raises UserFault("source-damaged") where there is no such part.
    """
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            page = part.get_payload(decode=True)
            if isinstance(page, bytes) and page.strip():
                return page, str(part.get_param("charset", "") or "")
    raise UserFault("source-damaged", path=name)
