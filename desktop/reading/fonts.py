"""The four typefaces of official papers, and what stands in for them where they are missing."""

from __future__ import annotations

import re

from PySide6.QtGui import QFont, QFontDatabase

FACES = ("fangsong", "songti", "kaiti", "heiti")

_SERIF = ("Noto Serif CJK SC", "Source Han Serif SC", "Noto Serif SC", "AR PL UMing CN")
_SANS = ("Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei")
_WANTED = {
    "fangsong": (
        "仿宋_GB2312",
        "FangSong_GB2312",
        "方正仿宋_GB18030",
        "方正仿宋_GBK",
        "仿宋",
        "FangSong",
        "STFangsong",
    ),
    "songti": ("方正书宋_GBK", "宋体", "SimSun", "NSimSun", "STSong", "Songti SC"),
    "kaiti": (
        "楷体_GB2312",
        "KaiTi_GB2312",
        "方正楷体_GBK",
        "楷体",
        "KaiTi",
        "STKaiti",
        "AR PL UKai CN",
    ),
    "heiti": ("方正黑体_GBK", "黑体", "SimHei", "Microsoft YaHei", "STHeiti"),
}
_VARIANT = re.compile(r"\bMono\b|\b(?:JP|KR|TC|HK|K|J)$")
_STAND_IN = {"fangsong": _SERIF, "songti": _SERIF, "kaiti": _SERIF, "heiti": _SANS}


def installed_families(face: str) -> list[str]:
    """The families to ask for, the wanted ones that are installed first, then stand-ins.

    `face` is one of FACES, or a family of its own.
    """
    here = set(QFontDatabase.families())
    wanted = [*_WANTED.get(face, (face,)), *_STAND_IN.get(face, _SERIF)]
    return [family for family in wanted if family in here] or list(wanted[-2:])


def is_installed(face: str) -> bool:
    """Whether one of a face's own families is installed, so that nothing stands in for it."""
    here = set(QFontDatabase.families())
    return any(family in here for family in _WANTED.get(face, ()))


def other_families() -> list[str]:
    """Installed families for simplified Chinese beside those of FACES."""
    known = {family for families in _WANTED.values() for family in families}
    every = QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese)
    return [
        family
        for family in every
        if family not in known and QFontDatabase.isSmoothlyScalable(family) and _is_for_us(family)
    ]


def _is_for_us(family: str) -> bool:
    """Whether a family is no vertical, fixed or other region's variant of another one."""
    return not family.startswith("@") and not _VARIANT.search(family)


def weight(face: str, *, bold: bool = False) -> int:
    """The weight to set a face in: 黑体 is dark by itself, what stands in for it is not."""
    return 700 if bold or (face == "heiti" and not is_installed(face)) else 400


def font(face: str, size: float, *, bold: bool = False) -> QFont:
    """A font of a face (one of FACES) at a size in points."""
    made = QFont()
    made.setFamilies(installed_families(face))
    made.setPointSizeF(size)
    made.setBold(bold)
    return made
