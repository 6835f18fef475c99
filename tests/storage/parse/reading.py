"""Short ways to parse an invented text in a test."""

from __future__ import annotations

import textwrap

from storage.parse import parse_source
from storage.types import Notice, ParsedSource, SourceText

COVER = """\
    柳堤市人民政府办公室关于{subject}的通知

    柳政办发〔2022〕9号

    各县（区）人民政府，市直各单位：

    {body}

    柳堤市人民政府办公室

    2022年3月4日
    """


def parse(text: str) -> ParsedSource:
    """Parse a text given as an indented string."""
    lines = textwrap.dedent(text).strip("\n").split("\n")
    return parse_source(SourceText("invented.txt", tuple(lines), ""))


def one(text: str) -> Notice:
    """The only notice of a text."""
    notices = parse(text).notices
    assert len(notices) == 1, [notice.title for notice in notices]
    return notices[0]


def covered(body: str, subject: str = "做好有关工作", behind: str = "") -> Notice:
    """A notice with head, addressees, signature and date around a body, and text behind it."""
    lines = textwrap.dedent(COVER).format(subject=subject, body=textwrap.dedent(body).strip("\n"))
    return one(lines + "\n" + textwrap.dedent(behind).strip("\n"))


def kinds(notice: Notice) -> list[str]:
    """The kinds of a notice's blocks in reading order."""
    return [block.kind for block in notice.blocks]
