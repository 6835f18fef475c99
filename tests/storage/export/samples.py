"""Excerpts for the tests of export."""

from __future__ import annotations

from pathlib import Path

from storage.types import Excerpt, Issue, NoticeSummary

TEMPLATES = Path(__file__).resolve().parents[3] / "resources" / "templates"
ISSUE = Issue("云州市人民政府公报", 2023, 4, 58, "2023-08-30", "云州市人民政府办公室")


def summary(uuid: str = "one", **changes: object) -> NoticeSummary:
    facts: dict[str, object] = {
        "uuid": uuid,
        "issue_id": 1,
        "position": 1,
        "title": f"云州市人民政府办公室关于{uuid}的通知",
        "number": "云政办发〔2023〕12号",
        "issuer": "云州市人民政府办公室",
        "date": "2023-05-06",
        "section": "市政府办公室文件",
        "genre": "通知",
        "issue": ISSUE,
        "is_issue": True,
    }
    return NoticeSummary(**(facts | changes))  # type: ignore[arg-type]


def excerpt(
    text: str = "充电桩建设应当适度超前。", uuid: str = "one", **changes: object
) -> Excerpt:
    facts: dict[str, object] = {"path": "第二章 规划 / 第三条", "style": "yellow"}
    return Excerpt(summary(uuid), text, 0, len(text), **(facts | changes))  # type: ignore[arg-type]
