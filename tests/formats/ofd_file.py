"""The sample as an OFD file: text objects with their steps, a template, ruled tables."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

from tests.formats.sample import Item, sample_items

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
WIDTH, HEIGHT = 210.0, 297.0
LEFT, TOP, RIGHT, BOTTOM = 28.0, 37.0, 182.0, 260.0
SIZES = {"title": 7.76, "cover": 7.76}
BODY = 5.64
LEADING = 1.7


def width_of(character: str, size: float) -> float:
    return size if ord(character) > 0x2E7F or character in "—…“”‘’　" else size / 2


class Printer:
    """Sets lines onto pages of text objects."""

    def __init__(self) -> None:
        self.pages: list[list[str]] = []
        self.key = 100
        self.new_page()

    def new_page(self) -> None:
        self.pages.append([])
        self.y = TOP
        number = f"— {len(self.pages)} —"
        self.text(number, 150.0 if len(self.pages) % 2 else 40.0, 275.0, 4.9)

    def text(self, text: str, x: float, y: float, size: float) -> None:
        """One text object with its base line at y, steps folded as writers fold them."""
        steps = [width_of(character, size) for character in text[:-1]]
        folded: list[str] = []
        at = 0
        while at < len(steps):
            run = 1
            while at + run < len(steps) and steps[at + run] == steps[at]:
                run += 1
            folded += ["g", str(run), f"{steps[at]:g}"] if run > 2 else [f"{steps[at]:g}"] * run
            at += run
        self.key += 1
        delta = f' DeltaX="{" ".join(folded)}"' if folded else ""
        box = f"{x:g} {y - size:g} {sum(steps) + size:g} {size * 1.3:g}"
        self.pages[-1].append(
            f'<ofd:TextObject ID="{self.key}" Boundary="{box}" Font="3" Size="{size:g}">'
            f'<ofd:TextCode X="0" Y="{size:g}"{delta}>{escape(text)}</ofd:TextCode>'
            "</ofd:TextObject>"
        )

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        self.key += 1
        box = f"{x1:g} {y1:g} {x2 - x1:g} {y2 - y1:g}"
        self.pages[-1].append(
            f'<ofd:PathObject ID="{self.key}" Boundary="{box}" LineWidth="0.2">'
            f"<ofd:AbbreviatedData>M 0 0 L {x2 - x1:g} {y2 - y1:g}</ofd:AbbreviatedData>"
            "</ofd:PathObject>"
        )

    def paragraph(self, item: Item, line: str) -> None:
        size = SIZES.get(item.kind, BODY)
        indent = 2 * size if item.kind in ("paragraph", "person", "list") else 0.0
        for text in wrapped(line.strip("\u3000"), size, RIGHT - LEFT, indent):
            if self.y + size * LEADING > BOTTOM:
                self.new_page()
            self.y += size * LEADING
            length = sum(width_of(character, size) for character in text)
            x = LEFT + indent
            if item.kind in ("title", "cover", "chapter", "number"):
                x = (LEFT + RIGHT - length) / 2
            elif item.kind == "signature":
                x = RIGHT - length - 2 * size
            self.text(text, x, self.y, size)
            indent = 0.0

    def table(self, item: Item) -> None:
        size = BODY
        lengths = [max(len(row[at]) for row in item.rows) + 2 for at in range(len(item.rows[0]))]
        widths = [(RIGHT - LEFT) * length / sum(lengths) for length in lengths]
        self.y += size
        for row in item.rows:
            cells = [
                wrapped(cell, size, width - 2, 0) for cell, width in zip(row, widths, strict=True)
            ]
            height = max(len(lines) for lines in cells) * size * 1.3 + 2
            if self.y + height > BOTTOM:
                self.new_page()
            x = LEFT
            for lines, width in zip(cells, widths, strict=True):
                for at, text in enumerate(lines):
                    self.text(text, x + 1, self.y + (at + 1) * size * 1.3, size)
                self.line(x, self.y, x, self.y + height)
                x += width
            self.line(x, self.y, x, self.y + height)
            self.line(LEFT, self.y, RIGHT, self.y)
            self.line(LEFT, self.y + height, RIGHT, self.y + height)
            self.y += height


def wrapped(text: str, size: float, room: float, indent: float) -> list[str]:
    lines, start, length = [], 0, indent
    for at, character in enumerate(text):
        length += width_of(character, size)
        if length > room + 0.01 and at > start:
            lines.append(text[start:at])
            start, length = at, width_of(character, size)
    return [*lines, text[start:]]


def write_sample_ofd(path: Path) -> Path:
    """Write the sample issue as an OFD file."""
    printer = Printer()
    front = True
    for item in sample_items():
        if front and item.kind not in ("cover", "section", "entry"):
            front = False
            printer.new_page()
        if item.kind == "table":
            printer.table(item)
        elif item.kind == "entry":
            printer.paragraph(item, item.text)
        else:
            if item.kind == "title":
                printer.y += BODY * LEADING
            for line in item.lines:
                printer.paragraph(item, line)
    head = Printer()
    head.pages[0].clear()
    head.text("霁川市人民政府公报　2024年第2期", LEFT, 25.0, 4.2)
    write_ofd(path, ["".join(page) for page in printer.pages], "".join(head.pages[0]))
    return path


def write_ofd(path: Path, pages: list[str], template: str = "") -> Path:
    """Write the pages' objects as an OFD file, all over one template."""
    places = "".join(
        f'<ofd:Page ID="{at + 10}" BaseLoc="Pages/Page_{at}/Content.xml"/>'
        for at in range(len(pages))
    )
    document = (
        f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 {WIDTH:g} "
        f"{HEIGHT:g}</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
        '<ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
        f"<ofd:Pages>{places}</ofd:Pages></ofd:Document>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "OFD.xml",
            f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
            "</ofd:DocBody></ofd:OFD>",
        )
        archive.writestr("Doc_0/Document.xml", document)
        archive.writestr(
            "Doc_0/PublicRes.xml",
            f'<ofd:Res {SPACE}><ofd:Fonts><ofd:Font ID="3" FontName="仿宋"/>'
            '<ofd:Font ID="4" FontName="宋体" Bold="true"/></ofd:Fonts></ofd:Res>',
        )
        archive.writestr("Doc_0/Tpls/Tpl_0/Content.xml", page_xml(template, ""))
        for at, page in enumerate(pages):
            use = '<ofd:Template TemplateID="2"/>'
            archive.writestr(f"Doc_0/Pages/Page_{at}/Content.xml", page_xml(page, use))
    return path


def page_xml(objects: str, use: str) -> str:
    return (
        f"<ofd:Page {SPACE}>{use}<ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content>"
        "</ofd:Page>"
    )


def text_object(text: str, x: float, y: float, more: str = "", code: str = 'X="0" Y="5"') -> str:
    """One text object with its base line 5 mm below y."""
    return (
        f'<ofd:TextObject Boundary="{x:g} {y:g} 150 8" Size="5" {more}>'
        f"<ofd:TextCode {code}>{text}</ofd:TextCode></ofd:TextObject>"
    )
