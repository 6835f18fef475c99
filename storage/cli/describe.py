"""Short descriptions of issues and notices for lists."""

from __future__ import annotations

from storage.types import Issue, NoticeSummary
from storage.words import Words

SHORT_ID = 8
_QUOTES = {'"': '"', "“": "”", "「": "」", "『": "』"}


def issue_name(issue: Issue, words: Words) -> str:
    """The issue within its gazette: 2020年第3期（总第3期); "" where nothing is known."""
    parts: list[str] = []
    if issue.year is not None:
        parts.append(words.say("cli-issue-year", year=issue.year))
    if issue.number is not None:
        parts.append(words.say("cli-issue-number", number=issue.number))
    if issue.serial is not None:
        parts.append(words.say("cli-issue-serial", serial=issue.serial))
    return "".join(parts).strip()


def printed_issue(issue: Issue) -> str | None:
    """The issue as gazettes print it, whatever the language: programs compare it."""
    words = f"{issue.year}年" if issue.year is not None else ""
    words += f"第{issue.number}期" if issue.number is not None else ""
    words += f"（总第{issue.serial}期）" if issue.serial is not None else ""
    return words or None


def shown_query(query: str) -> str:
    """A query for a sentence that puts quotation marks around it: without its own pair."""
    text = one_line(query)
    if len(text) > 2 and text[0] in _QUOTES and text[-1] == _QUOTES[text[0]]:
        inner = text[1:-1]
        return text if any(mark in inner for mark in '"“”「」') else inner
    return text


def issue_title(issue: Issue, words: Words) -> str:
    """Gazette and issue; "" for a single document."""
    return " ".join(filter(None, (issue.name, issue_name(issue, words))))


def one_line(text: str) -> str:
    """A text without line breaks."""
    return " ".join(text.split())


def notice_line(summary: NoticeSummary, words: Words, source: str = "") -> str:
    """A notice on one line: id, title, number, date, where it was printed, or its file."""
    facts = [summary.number, summary.date, issue_title(summary.issue, words) or source]
    told = words.say("cli-separator").join(one_line(fact) for fact in facts if fact)
    line = f"{summary.uuid[:SHORT_ID]}  {one_line(summary.title)}"
    return f"{line}  [{told}]" if told else line
