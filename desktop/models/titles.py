"""Titles for narrow places."""

from __future__ import annotations

from storage.text import squeeze
from storage.types import NoticeSummary

_ABOUT = "关于"


def short_title(notice: NoticeSummary) -> str:
    """The title without the issuer at its head, with which every title of an issue begins."""
    title, issuer = squeeze(notice.title), squeeze(notice.issuer or "")
    if issuer and title.startswith(issuer) and len(title) > len(issuer) + 4:
        return title[len(issuer) :]
    before, about, after = title.partition(_ABOUT)
    same_body = len(before) >= 4 and (issuer.startswith(before) or before.startswith(issuer))
    return about + after if issuer and about and same_body else title


def shortened(text: str, longest: int) -> str:
    """A text of at most `longest` characters, an ellipsis where something was cut."""
    return text if len(text) <= longest else text[: longest - 1] + "…"
