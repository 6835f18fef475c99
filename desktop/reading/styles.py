"""How each kind of block is set: one line a kind, after GB/T 9704 as far as a screen allows."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextBlockFormat, QTextCharFormat, QTextOption

from desktop.reading.fonts import installed_families, weight
from desktop.reading.look import Look
from storage.types import Block


@dataclass(frozen=True, slots=True)
class BlockStyle:
    """A kind's setting; sizes and distances count characters of running text.

    `stops` are places of tabs, from where the first line begins.
    """

    face: str = ""
    size: float = 1.0
    bold: bool = False
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignJustify
    first: float = 0.0
    left: float = 0.0
    right: float = 0.0
    above: float = 0.0
    below: float = 0.0
    faint: bool = False
    balanced: bool = False
    stops: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A part of a block, `first` to `last` (not included), that is a paragraph on the page.

    `tabs` are the indexes in the block's text before which the page has a tab; `changed` are
    characters (index, sign) that the page shows as others: the blank in 王 刚 as wide as a name.
    `strong` counts the characters at its beginning that are an article's number.
    """

    first: int
    last: int
    style: BlockStyle
    tabs: tuple[int, ...] = ()
    changed: tuple[tuple[int, str], ...] = ()
    strong: int = 0


_LEFT = Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_NARROW = 18
"""Characters a line up to which lines are not made equally long: the gaps would be too wide."""
_TITLE_SPACING = 0.9
"""Lines of titles stand closer to each other than their size would ask."""
_LEFT_TAB = QTextOption.TabType.LeftTab

PARAGRAPH = BlockStyle(first=2)
STYLES: dict[str, BlockStyle] = {
    "title": BlockStyle("songti", 1.42, True, _CENTRE, above=0.7, below=0.5, balanced=True),
    "number": BlockStyle("kaiti", 0.95, align=_CENTRE, below=0.6, faint=True),
    "addressees": BlockStyle(align=_LEFT, above=0.3),
    "paragraph": PARAGRAPH,
    "list_item": PARAGRAPH,
    "signature": BlockStyle(align=_RIGHT, right=2),
    "date": BlockStyle(align=_RIGHT, right=4),
    "remark": BlockStyle(size=0.86, first=2, align=_LEFT, above=0.3, below=0.3, faint=True),
    "attachments": BlockStyle(align=_LEFT, left=2, above=0.5),
    "part_title": BlockStyle("songti", 1.28, True, _CENTRE, above=2.2, below=0.6, balanced=True),
    "secrecy": BlockStyle("heiti", align=_LEFT),
    "urgency": BlockStyle("heiti", align=_LEFT),
    "signer": BlockStyle("kaiti", align=_RIGHT),
    "copies_to": BlockStyle(size=0.88, align=_LEFT, first=1, above=0.8),
    "printed_by": BlockStyle(size=0.88, align=_LEFT, first=1, above=0.2, below=0.4),
    "other": BlockStyle(size=0.92, align=_LEFT, faint=True),
}
PART_MARK = BlockStyle("heiti", align=_LEFT, above=2.2)
"""附件1 at the head of a printed attachment: on a line of its own, as GB/T 9704 has it."""
CAPTION = BlockStyle("heiti", 0.92, align=_CENTRE, above=0.8, below=0.15)
"""The line above a table that says what is in it."""
UNIT = BlockStyle(size=0.86, align=_RIGHT, right=0.5)
"""单位：万元 above a table."""
TABLE_NOTE = BlockStyle(size=0.86, left=1, right=1, first=0)
"""注：… below a table."""
MARKED_TITLE = replace(STYLES["part_title"], above=0.5)
_HEADINGS = {
    0: BlockStyle("songti", 1.2, True, _CENTRE, above=1.2, below=0.4),
    1: BlockStyle("heiti", 1.04, align=_LEFT, first=2, above=0.8, below=0.15),
    2: BlockStyle("kaiti", bold=True, align=_LEFT, first=2, above=0.35),
    3: BlockStyle(bold=True, align=_LEFT, first=2, above=0.15),
}
_CHAPTER = BlockStyle("heiti", 1.08, align=_CENTRE, above=1.2, below=0.4)


def style_of(block: Block) -> BlockStyle:
    """The style of a block; an unknown kind is set as a paragraph."""
    if block.kind != "heading":
        return STYLES.get(block.kind, PARAGRAPH)
    if block.level <= 1 and block.text.startswith("第") and block.text[:6].find("章") > 0:
        return _CHAPTER
    return _HEADINGS.get(block.level, _HEADINGS[3])


def block_format(style: BlockStyle, look: Look, em: float) -> QTextBlockFormat:
    """The Qt paragraph format of a style; `em` is the width of a character in pixels."""
    made = QTextBlockFormat()
    narrow = 0 < look.measure <= _NARROW and style.align == Qt.AlignmentFlag.AlignJustify
    made.setAlignment(_LEFT if narrow else style.align)
    made.setTextIndent(style.first * em)
    made.setLeftMargin((style.left + look.aside / 2) * em)
    made.setRightMargin((style.right + look.aside / 2) * em)
    made.setTopMargin(round(style.above * em))
    made.setBottomMargin(round(style.below * em))
    if style.stops:
        made.setTabPositions([QTextOption.Tab(stop * em, _LEFT_TAB) for stop in style.stops])
    # Fixed, since families differ by half in the height they claim for the same characters; whole
    # pixels, so that nothing seen moves by a fraction of one while the page grows above it.
    made.setLineHeight(
        round(look.spacing * em * style.size * (_TITLE_SPACING if style.size > 1.1 else 1)),
        QTextBlockFormat.LineHeightTypes.FixedHeight.value,
    )
    return made


def char_format(style: BlockStyle, look: Look) -> QTextCharFormat:
    """The Qt character format of a style."""
    made = QTextCharFormat()
    made.setFontFamilies(installed_families(style.face or look.face))
    made.setFontPointSize(look.size * style.size)
    made.setFontWeight(weight(style.face, bold=style.bold))
    made.setForeground(QColor(look.theme.faint_ink if style.faint else look.theme.ink))
    return made
