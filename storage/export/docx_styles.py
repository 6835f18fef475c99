"""Page, fonts and styles of an official document after GB/T 9704—2012."""

from __future__ import annotations

from dataclasses import dataclass

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls

from storage.export import docx_xml

TITLE = "方正小标宋简体"
BLACK = "黑体"
KAI = "楷体_GB2312"
FANG = "仿宋_GB2312"
SONG = "宋体"
LATIN = "Times New Roman"

# What Word and WPS take where a machine has not the font that the standard's offices use.
_FALLBACKS = {
    TITLE: "小标宋,华文中宋,宋体",
    BLACK: "SimHei",
    KAI: "楷体,KaiTi,华文楷体",
    FANG: "仿宋,FangSong,华文仿宋",
    SONG: "SimSun",
}

# Parts of python-docx's own template that belong to its styles, or are replaced.
_LEFT_OUT = {"fontTable", "stylesWithEffects", "numbering", "customXml"}

# Sizes in half points: 二号, 三号, 四号, 小四.
_SECOND, _THIRD, _FOURTH, _SMALL_FOURTH = 44, 32, 28, 24
_LINE = 28 * 20  # 28 points in twentieths: 22 lines a page
_NARROW = -5  # a quarter of a point less a character: 28 characters of 三号 on 156 mm
_TIGHT_LINE = 20 * 20
_INDENT = 'w:firstLineChars="200" w:firstLine="640"'  # two characters of 三号


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style; `xml` is what its paragraphs have beside the line height."""

    identifier: str
    name: str
    font: str = FANG
    latin: str = LATIN
    size: int = _THIRD
    line: int = _LINE
    xml: str = ""
    outline: int | None = None

    def element(self) -> str:
        """The style as WordprocessingML, its elements in the order that the schema asks."""
        heading = self.outline is not None
        keep = "<w:keepNext/><w:keepLines/>" if heading else ""
        level = f'<w:outlineLvl w:val="{self.outline}"/>' if heading else ""
        # Lines closer than the page's grid must not be drawn on it.
        grid = '<w:snapToGrid w:val="0"/>' if self.line < _LINE else ""
        based = "" if self.identifier == "Normal" else '<w:basedOn w:val="Normal"/>'
        default = ' w:default="1"' if self.identifier == "Normal" else ""
        narrow = f'<w:spacing w:val="{_NARROW}"/>' if self.size == _THIRD else ""
        return (
            f'<w:style w:type="paragraph" w:styleId="{self.identifier}"{default}>'
            f'<w:name w:val="{self.name}"/>{based}<w:qFormat/>'
            f'<w:pPr>{keep}{grid}<w:spacing w:before="0" w:after="0" w:line="{self.line}"'
            f' w:lineRule="exact"/>{self.xml}{level}</w:pPr>'
            f"<w:rPr>{_fonts(self.font, self.latin)}"
            f'<w:color w:val="000000"/>{narrow}'
            f'<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/>'
            "</w:rPr></w:style>"
        )


_STYLES = (
    _Style("Normal", "Normal", xml='<w:jc w:val="both"/>'),
    _Style("Title", "Title", TITLE, LATIN, _SECOND, 33 * 20, '<w:jc w:val="center"/>'),
    _Style("Subtitle", "Subtitle", KAI, xml='<w:jc w:val="center"/>'),
    _Style("Heading1", "heading 1", BLACK, xml=f"<w:ind {_INDENT}/>", outline=0),
    _Style("Heading2", "heading 2", KAI, xml=f"<w:ind {_INDENT}/>", outline=1),
    _Style("Source", "出处", KAI, xml=f"<w:ind {_INDENT}/>"),
    _Style("Passage", "摘录", xml=f"<w:ind {_INDENT}/>"),
    _Style("MarkLabel", "标注", KAI, size=_FOURTH, xml='<w:jc w:val="right"/>'),
    _Style("Note", "批注", KAI, xml=f"<w:ind {_INDENT}/>"),
    _Style(
        "TableText", "表格文字", size=_SMALL_FOURTH, line=_TIGHT_LINE, xml='<w:jc w:val="left"/>'
    ),
    # The standard wants page numbers in 宋体 too.
    _Style("Footer", "footer", SONG, SONG, _FOURTH),
)

_OTHER_STYLES = (
    """<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
    <w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>""",
    """<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/>
    <w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>""",
    """<w:style w:type="table" w:default="1" w:styleId="TableNormal">
    <w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>
    <w:tblCellMar><w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar>
    </w:tblPr></w:style>""",
    """<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/>
    <w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr>
    </w:style>""".replace(
        "{borders}",
        "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ),
    ),
)


def _fonts(font: str, latin: str = LATIN) -> str:
    return (
        f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:cs="{latin}" w:eastAsia="{font}"'
        ' w:hint="eastAsia"/>'
    )


def set_up_styles(document: Document) -> None:
    """Put our styles in the place of those that python-docx brings along."""
    styles = document.styles.element
    docx_xml.remove(styles, "w:docDefaults", "w:style")
    docx_xml.append(styles, _defaults(), at=0)
    for style in _STYLES:
        docx_xml.append(styles, style.element())
    for xml in _OTHER_STYLES:
        docx_xml.append(styles, xml)


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(FANG)}"
        f'<w:kern w:val="2"/><w:sz w:val="{_THIRD}"/><w:szCs w:val="{_THIRD}"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def set_up_fonts(document: Document) -> None:
    """Name the fonts with their stand-ins: a font table in the place of python-docx's."""
    part = document.part
    for key, relationship in list(part.rels.items()):
        if relationship.reltype.rsplit("/", 1)[-1] in _LEFT_OUT:
            part.drop_rel(key)
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{others}"/><w:charset w:val="86"/></w:font>'
        for name, others in _FALLBACKS.items()
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<w:fonts {nsdecls("w")}>{fonts}<w:font w:name="{LATIN}"/></w:fonts>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml"
    table = Part(PackURI("/word/fontTable.xml"), kind, xml.encode(), part.package)
    part.relate_to(table, RELATIONSHIP_TYPE.FONT_TABLE)
