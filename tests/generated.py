"""Gazette issues made up by chance, with what a reader would say of them.

A seed decides the place, the print and the documents. The texts are no literature; they mix what
the written texts beside them show one by one, so that one part's reading does not hang on another.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, fields
from typing import Any

from storage.types import SourceText

Labels = dict[str, Any]

PLACES = (
    ("霁川市人民政府", "霁政"),
    ("云衡土家族苗族自治州人民政府", "云政"),
    ("青岫旗人民政府", "青政"),
    ("呼岚盟行政公署", "呼署"),
    ("望汀区人民政府", "望政"),
    ("澜江省人民政府", "澜政"),
    ("霁川高新技术产业开发区管理委员会", "霁高管"),
)
BODIES = ("水利局", "教育局", "财政局", "民政局", "卫生健康委员会", "市场监督管理局", "能源局")
TOPICS = (
    "城市公园养护",
    "农村饮水安全保障",
    "充电设施建设",
    "职业技能提升",
    "冬季取暖保障",
    "政务服务优化",
    "矿山安全整治",
    "河道采砂监管",
    "校园食品安全",
    "知识产权保护",
    "养老服务体系建设",
    "林长制考核",
)
ENCLOSED = (
    ("管理办法", "articles"),
    ("实施方案", "plan"),
    ("三年行动计划", "plan"),
    ("应急预案", "decimal"),
    ("专项规划", "chapters"),
)
HEADS = ("总体要求", "重点任务", "保障措施", "工作目标", "实施步骤", "支持政策", "监督管理")
SENTENCES = (
    "各有关单位要加强组织领导，明确责任分工，确保各项任务落到实处。",
    "财政部门要统筹安排资金，严格资金使用管理，提高资金使用效益。",
    "到2026年底，建成示范点二十个，覆盖率达到百分之九十以上。",
    "有关部门要加强协作配合，建立信息共享和定期会商机制。",
    "鼓励社会资本参与建设运营，形成多元投入格局。",
    "根据《优化营商环境条例》和《“十四五”规划纲要》（澜政发〔2021〕5号）要求，结合实际推进。",
)
FIGURES = "一二三四五六七八九十"
EVERYBODY = "各有关单位，各直属机构"
REMARK = "（此件公开发布）"


@dataclass(frozen=True)
class Style:
    """How an issue is printed."""

    blank_lines: bool
    indented: bool
    markdown: bool
    centred: bool
    split_titles: bool
    titles_apart: bool
    remarks: bool
    contents: bool
    masthead: bool


@dataclass(frozen=True)
class Document:
    """A document before it is printed."""

    kind: str
    title: str
    number: str
    genre: str
    signers: tuple[str, ...]
    addressees: str | None = EVERYBODY
    enclosed: str | None = None
    form: str = "simple"


@dataclass
class Press:
    """Prints line after line in one style."""

    style: Style
    chance: random.Random
    lines: list[str] = field(default_factory=list)

    def paragraph(self, text: str, *, indented: bool = True) -> int:
        """Print a paragraph; the number of its line."""
        self.lines.append(f"　　{text}" if self.style.indented and indented else text)
        at = len(self.lines)
        if self.style.blank_lines:
            self.lines.append("")
        return at

    def title(self, text: str, first: str = "") -> int:
        """Print a title over one or two lines; the number of its first line."""
        pieces = [text]
        if self.style.split_titles and len(text) > 20:
            at = len(first) if first else len(text) // 2 + 1
            pieces = [text[:at].strip(), text[at:].strip()]
        if self.style.markdown:
            pieces = [f"{'#' * self.chance.randint(1, 4)} {piece}" for piece in pieces]
        if self.style.centred:
            pieces = [" " * (34 - len(piece)) + piece for piece in pieces]
        at = len(self.lines) + 1
        for piece in pieces:
            self.lines.append(piece)
            if self.style.titles_apart and self.style.blank_lines:
                self.lines.append("")
        if self.style.blank_lines:
            self.lines.append("")
        return at

    def last_line(self) -> int:
        """The number of the last line that is not blank."""
        return max(at for at, line in enumerate(self.lines, 1) if line.strip())


def generated(seed: int) -> tuple[SourceText, Labels]:
    """An issue made by chance, and its labels."""
    chance = random.Random(seed)
    style = Style(*(chance.random() < 0.45 for _ in fields(Style)))
    press = Press(style, chance)
    place, prefix = PLACES[seed % len(PLACES)]
    documents = [_document(chance, place, prefix, at) for at in range(1, chance.randint(5, 10))]
    labels: Labels = {"contents": [], "notices": []}
    if style.masthead:
        _masthead(press, place, labels)
    if style.contents:
        _contents(press, documents, labels)
    for index, document in enumerate(documents):
        notice = _print(press, document)
        notice["contents_index"] = index if style.contents else None
        notice["section"] = "政府文件" if style.contents else None
        labels["notices"].append(notice)
        press.lines.append("")
    return SourceText(f"{seed}.txt", tuple(press.lines), ""), labels


def _document(chance: random.Random, place: str, prefix: str, at: int) -> Document:
    """A document of some kind."""
    topic = chance.choice(TOPICS)
    kind = chance.choice(("issue", "issue", "simple", "order", "joint", "reply", "announcement"))
    number = f"{prefix}发〔2024〕{at}号"
    if kind == "issue":
        ending, form = chance.choice(ENCLOSED)
        enclosed = f"{topic}{ending}"
        title = f"{place}关于印发{enclosed}的通知"
        return Document(kind, title, number, "通知", (place,), enclosed=enclosed, form=form)
    if kind == "order":
        enclosed, number = f"{topic}规定", f"第{at + 30}号"
        return Document(kind, f"{place}令", number, "令", (place,), None, enclosed, form="articles")
    if kind == "joint":
        first, second = (f"霁川市{body}" for body in chance.sample(BODIES, 2))
        title = f"{first} {second}关于做好{topic}工作的通知"
        return Document(kind, title, f"霁联发〔2024〕{at}号", "通知", (first, second))
    if kind == "reply":
        title = f"{place}关于同意{topic}实施方案的批复"
        return Document(
            kind, title, f"{prefix}函〔2024〕{at}号", "批复", (place,), "云蒲县人民政府"
        )
    if kind == "announcement":
        body = f"霁川市{chance.choice(BODIES)}"
        title = f"{body}关于开展{topic}检查的公告"
        return Document(kind, title, f"2024年第{at}号", "公告", (body,), None)
    return Document(kind, f"{place}关于加强{topic}工作的意见", number, "意见", (place,))


def _masthead(press: Press, place: str, labels: Labels) -> None:
    press.lines += [f"{place}公报", "", "2024年第3期　总第63期", ""]
    press.lines += [f"{place}办公室主办", "", "2024年12月31日出版", ""]
    labels["issue"] = {
        "name": f"{place}公报",
        "year": 2024,
        "number": 3,
        "serial": 63,
        "published": "2024-12-31",
        "publisher": f"{place}办公室",
    }


def _contents(press: Press, documents: list[Document], labels: Labels) -> None:
    press.lines += ["目　录", "", "【政府文件】", ""]
    for page, document in enumerate(documents, 1):
        press.lines.append(f"{document.title}（{document.number}）……（{page}）")
        entry = {"section": "政府文件", "title": document.title, "number": document.number}
        labels["contents"].append({**entry, "page": page})
    press.lines.append("")


def _print(press: Press, document: Document) -> Labels:
    """Print a document; its labels."""
    first = document.title.split("关于")[0]
    start = press.title(document.title, first)
    press.paragraph(document.number, indented=False)
    if document.addressees:
        press.paragraph(f"{document.addressees}：", indented=False)
    notice: Labels = {
        "title": document.title,
        "number": document.number,
        "issuer": "、".join(document.signers),
        "addressees": document.addressees,
        "genre": document.genre,
        "start_line": start,
        "effective": None,
        "validity_years": None,
        "attachments": [],
        "parts": [],
    }
    _opening(press, document, notice)
    notice["date"] = _sign(press, document)
    if document.enclosed:
        line = press.title(document.enclosed)
        notice["parts"].append({"title": document.enclosed, "line": line})
        _body(press, document.form, notice)
    notice["end_line"] = press.last_line()
    return notice


def _opening(press: Press, document: Document, notice: Labels) -> None:
    """What stands between addressees and signature."""
    chance = press.chance
    if document.kind == "order":
        press.paragraph(f"《{document.enclosed}》已经审议通过，现予公布，自2024年10月1日起施行。")
        notice["effective"] = "2024-10-01"
    elif document.kind == "issue":
        press.paragraph(f"现将《{document.enclosed}》印发给你们，请认真贯彻执行。")
    else:
        press.paragraph("现将有关事项通知如下：")
        _body(press, chance.choice(("simple", "plan")), notice)
        if chance.random() < 0.5:
            years, words = chance.choice(((2, "两年"), (5, "5年"), (3, "三年")))
            press.paragraph(f"本文件自印发之日起施行，有效期{words}。")
            notice.update(effective="on_issue", validity_years=years)


def _sign(press: Press, document: Document) -> str:
    """Print signature and date; the date as ISO."""
    chance = press.chance
    month, day = chance.randint(1, 10), chance.randint(1, 10)
    if document.kind == "order":
        press.paragraph("主要负责人　林叙白" if "公署" in document.title else "市长　林叙白")
    elif chance.random() < 0.5:
        press.paragraph("　　".join(document.signers))
    else:
        for signer in document.signers:
            press.paragraph(signer)
    in_words = f"二〇二四年{FIGURES[month - 1]}月{FIGURES[day - 1]}日"
    press.paragraph(
        chance.choice((f"2024年{month}月{day}日", f"2024 年 {month} 月 {day} 日", in_words))
    )
    if press.style.remarks and document.kind != "order":
        press.paragraph(REMARK)
    return f"2024-{month:02}-{day:02}"


def _body(press: Press, form: str, notice: Labels) -> None:
    """Print sections in one of the usual orders of numbers."""
    chance = press.chance
    if form == "articles":
        for at in range(chance.randint(2, 5)):
            press.paragraph(f"第{FIGURES[at]}条　{chance.choice(SENTENCES)}")
        if notice["genre"] != "令":
            press.paragraph("第十条　本办法自2024年8月1日起施行，有效期5年。")
            notice.update(effective="2024-08-01", validity_years=5)
    elif form == "plan":
        for at in range(chance.randint(2, 4)):
            press.paragraph(f"{FIGURES[at]}、{chance.choice(HEADS)}")
            press.paragraph(f"（一）{chance.choice(HEADS)}。{chance.choice(SENTENCES)}")
            press.paragraph(f"（二）{chance.choice(HEADS)}")
            press.paragraph(chance.choice(SENTENCES))
    elif form in ("decimal", "chapters"):
        for at in range(chance.randint(2, 4)):
            decimal = form == "decimal"
            press.paragraph(f"{at + 1 if decimal else f'第{FIGURES[at]}章'} {chance.choice(HEADS)}")
            press.paragraph(f"{f'{at + 1}.1' if decimal else '第一节'} {chance.choice(HEADS)}")
            press.paragraph(chance.choice(SENTENCES))
    else:
        for at in range(chance.randint(1, 4)):
            press.paragraph(f"{FIGURES[at]}、{chance.choice(SENTENCES)}")
