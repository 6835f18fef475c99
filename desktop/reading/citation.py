"""How a passage is cited when it is copied."""

from __future__ import annotations

from storage.types import Issue, NoticeSummary


def issue_label(issue: Issue) -> str:
    """Gazette, year and number as the cover has them: 某某公报2024年第2期; "" where unknown."""
    year = f"{issue.year}年" if issue.year is not None else ""
    number = f"第{issue.number}期" if issue.number is not None else ""
    return f"{issue.name or ''}{year}{number}"


def cited_title(summary: NoticeSummary) -> str:
    """《title》（number）, the number left out where there is none."""
    number = f"（{summary.number}）" if summary.number else ""
    return f"《{summary.title}》{number}"


def citation(summary: NoticeSummary) -> str:
    """The title with its number, and where it was printed: 《…》（…），某某公报2024年第2期."""
    printed = issue_label(summary.issue) if summary.is_issue else ""
    return cited_title(summary) + (f"，{printed}" if printed else "")


def cited_passage(text: str, summary: NoticeSummary) -> str:
    """A passage with its citation, ready to be pasted."""
    return f"“{text.strip()}”——{citation(summary)}"
