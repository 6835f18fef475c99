"""How a notice and passages of it are cited: as officials do, and by GB/T 7714—2015."""

from __future__ import annotations

from storage.pages import PageRange
from storage.types import Issue, NoticeSummary

_NAMED_AUTHORS = 3


def issue_label(issue: Issue) -> str:
    """Gazette, year and number as the cover has them: 某某公报2024年第2期; "" where unknown."""
    year = f"{issue.year}年" if issue.year is not None else ""
    number = f"第{issue.number}期" if issue.number is not None else ""
    return f"{issue.name or ''}{year}{number}"


def cited_title(summary: NoticeSummary) -> str:
    """《title》（number）, the number left out where there is none."""
    number = f"（{summary.number}）" if summary.number else ""
    return f"《{summary.title}》{number}"


def citation(summary: NoticeSummary, pages: PageRange | None = None) -> str:
    """Title, number, and where it was printed: 《…》（…），某某公报2024年第2期，第12页."""
    printed = issue_label(summary.issue) if summary.is_issue else ""
    told = (cited_title(summary), printed, page_label(pages))
    return "，".join(one for one in told if one)


def page_label(pages: PageRange | None) -> str:
    """第12页, 第12—13页, 第12页起 where only the first is known; "" for none."""
    if pages is None:
        return ""
    if pages.last is None:
        return f"第{pages.first}页起"
    return f"第{pages.first}页" if pages.last == pages.first else f"第{pages.first}—{pages.last}页"


def cited_passage(text: str, summary: NoticeSummary, pages: PageRange | None = None) -> str:
    """A passage with its citation, ready to be pasted; without words the citation alone."""
    told = citation(summary, pages)
    return f"“{text.strip()}”——{told}" if text.strip() else told


def reference(summary: NoticeSummary, pages: PageRange | None = None) -> str:
    """The notice as an entry of a list of references by GB/T 7714—2015.

    In a gazette, section 4.4 of the standard (a piece of a periodical):
    主要责任者. 题名[J]. 刊名, 年, 卷(期): 页码.
    A single document, section 4.1, of the type A (档案), its number as 其他题名信息. The standard
    does so itself in an example for electronic resources (4.6), shown here without the link:
    北京市人民政府办公厅. 关于转发北京市企业投资项目核准暂行实施办法的通知:
    京政办发[2005]37号[A/OL]. (2005-07-12)
    Of more than three authors the first three and 等 (8.1). What is not known is left out.
    """
    authors = _authors(summary.issuer)
    title = _title_without_issuer(summary)
    issue = summary.issue
    if summary.is_issue and issue.name:
        year = f", {issue.year}" if issue.year is not None else ""
        number = f"({issue.number})" if issue.number is not None else ""
        return f"{authors}{title}[J]. {issue.name}{year}{number}{_pages_behind(pages)}."
    number = f": {summary.number}" if summary.number else ""
    date = f" ({summary.date})." if summary.date else ""
    return f"{authors}{title}{number}[A].{date}"


def _authors(issuer: str | None) -> str:
    """The issuers, and a stop behind them; "" where there is none."""
    if not issuer:
        return ""
    names = issuer.split("、")
    told = names[:_NAMED_AUTHORS] + (["等"] if len(names) > _NAMED_AUTHORS else [])
    return f"{', '.join(told)}. "


def _title_without_issuer(summary: NoticeSummary) -> str:
    """The title without the issuer's name before 关于, which stands as the author already."""
    title = summary.title
    rest = title.removeprefix(summary.issuer or "")
    return rest if rest.startswith("关于") else title


def _pages_behind(pages: PageRange | None) -> str:
    if pages is None:
        return ""
    last = pages.last if pages.last is not None else pages.first
    return f": {pages.first}" if last == pages.first else f": {pages.first}-{last}"


def referenced_passage(text: str, summary: NoticeSummary, pages: PageRange | None = None) -> str:
    """A passage, and below it the reference to it.

    A page where the notice only begins is left out: the passage may stand behind it.
    """
    certain = pages if pages is not None and pages.last is not None else None
    told = reference(summary, certain)
    return f"“{text.strip()}”\n{told}" if text.strip() else told
