"""The four typefaces of official papers, and what stands in for them where they are missing."""

from __future__ import annotations

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
_STAND_IN = {"fangsong": _SERIF, "songti": _SERIF, "kaiti": _SERIF, "heiti": _SANS}


def installed_families(face: str) -> list[str]:
    """The families to ask for, the wanted ones that are installed first, then stand-ins."""
    here = set(QFontDatabase.families())
    wanted = [*_WANTED.get(face, ()), *_STAND_IN.get(face, _SERIF)]
    return [family for family in wanted if family in here] or list(wanted[-2:])


def is_installed(face: str) -> bool:
    """Whether one of a face's own families is installed, so that nothing stands in for it."""
    here = set(QFontDatabase.families())
    return any(family in here for family in _WANTED.get(face, ()))


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
