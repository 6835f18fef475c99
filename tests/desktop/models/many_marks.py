"""Marks of invented notices, as many as are wanted."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from desktop.models.mark_entries import EntryBook, MarkEntry
from storage.types import MARK_STYLES, Issue, Mark, NoticeSummary

TEXT = (
    "为贯彻落实国家关于电动汽车充电桩建设的要求，各县（市、区）财政局要安排专项资金，"
    "确保按期完成建设任务；市工业和信息化局负责日常督查，每季度报告一次进展情况。"
)
NOTES = ("", "", "请核对数字", "与去年对照：ＰＭ2.5 的目标提前了一年")
TAGS = ("充电", "财政", "督查")
START = datetime(2026, 1, 1, 4, tzinfo=UTC)
GONE = "gone"


def notices(count: int) -> list[NoticeSummary]:
    """Notices in reading order, twelve an issue; the last issue's are single documents."""
    made: list[NoticeSummary] = []
    for at in range(count):
        single = at >= count - 2
        issue = Issue() if single else Issue("云州市人民政府公报", 2020 + at // 12, 1)
        issuer = ("云州市人民政府", "云州市财政局", None)[at % 3]
        title = f"{issuer or ''}关于第{at}项工作的通知"
        made.append(
            NoticeSummary(
                f"n{at}",
                at // 12,
                at % 12,
                title,
                None,
                issuer,
                None,
                None,
                None,
                issue,
                not single,
            )
        )
    return made


def marks(count: int, of_notices: int, seed: int = 1) -> list[Mark]:
    """Marks of all kinds; those of one notice in twenty belong to one that is gone."""
    chance = random.Random(seed)
    return [_mark(chance, at, of_notices) for at in range(count)]


def _mark(chance: random.Random, at: int, of_notices: int) -> Mark:
    start = chance.randrange(40)
    end = start + chance.randrange(2, 30)
    kind = chance.choices(("highlight", "note", "bookmark"), (8, 1, 1))[0]
    made = (START + timedelta(days=chance.randrange(40), seconds=at)).isoformat()
    due = chance.choice(("", "", "2026-01-20", "2026-03-01"))
    notice = chance.choice((f"n{chance.randrange(of_notices)}",) * 19 + (GONE,))
    return Mark(
        f"m{at}",
        notice,
        start,
        end,
        TEXT[start:end],
        path="一、总体要求",
        style=chance.choice(MARK_STYLES),
        note=chance.choice(NOTES),
        created=made,
        changed=made,
        state=chance.choices(("sure", "check", "unplaced"), (8, 1, 1))[0],
        citation="《云州市人民政府关于旧事的通知》",
        kind=kind,
        due=due,
        done=made if due and chance.random() < 0.3 else "",
        tags=tuple(sorted(chance.sample(TAGS, chance.randrange(3)))),
    )


def book(count: int = 30) -> EntryBook:
    """Entries of marks in so many notices."""
    made = EntryBook()
    made.set_notices(notices(count))
    return made


def entry(made: EntryBook, **fields: object) -> MarkEntry:
    """The entry of one mark with some fields."""
    plain = Mark("m", "n0", 0, 2, "督查", created=START.isoformat(), citation="《通知》")
    return made.entry(replace(plain, **fields))
