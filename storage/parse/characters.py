"""Characters as the patterns want them: narrow, simplified, without blanks, one to one."""

from __future__ import annotations

import re

from storage.text import FOLDED, CharacterTable, fold

# Only the characters that the vocabulary and the patterns use: this is no converter.
_TRADITIONAL = (
    "關於號辦廳發機國務標題業員會議決報請覆復對轉條則細規劃預計處團體區縣鄉鎮黨軍總經濟財審計監"
    "證記錄書單錄齊實執試暫廢止時間檔佈開爲為與從項據構範圍責門個應當聯繫話編輯歸屬壞點擊閱讀"
    "數網頁鏈視護訪離導備華產進選舉長職責領組貫徹認真遵照執簽發抄密級緊急程度讓後內層類種"
    "見紀綱現給屆講說釋銀協將際訂補節並論億萬鑒設問營環優創權織變動態鐵鹽場農漁醫療衛學歷稱參"
)
_SIMPLIFIED = (
    "关于号办厅发机国务标题业员会议决报请复复对转条则细规划预计处团体区县乡镇党军总经济财审计监"
    "证记录书单录齐实执试暂废止时间档布开为为与从项据构范围责门个应当联系话编辑归属坏点击阅读"
    "数网页链视护访离导备华产进选举长职责领组贯彻认真遵照执签发抄密级紧急程度让后内层类种"
    "见纪纲现给届讲说释银协将际订补节并论亿万鉴设问营环优创权织变动态铁盐场农渔医疗卫学历称参"
)
# Signs that OCR puts for a colon.
_COLONS = "∶﹕︰˸ː"
_SIMPLER = str.maketrans(_TRADITIONAL + _COLONS, _SIMPLIFIED + ":" * len(_COLONS))
# Folded and simplified in one go: this is what recognising spends most time on.
_KEYS = CharacterTable(
    {code: ord(fold(chr(code)).translate(_SIMPLER)) for code in (*FOLDED, *_SIMPLER)}
)

# 辦(bàn)公廳: a reading with its tone mark, put behind a character by a converter
_READING = re.compile(r"[(（][a-zü]{0,5}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]{0,4}[)）]")


def key_of(text: str) -> str:
    """The text squeezed, narrow and simplified, character for character."""
    return "".join(text.split()).translate(_KEYS)


def without_readings(text: str) -> str:
    """Take out the readings that a converter put in brackets behind characters."""
    return _READING.sub("", text) if "(" in text or "（" in text else text


_BLANKS = re.compile(r"\s+")


def tidy(text: str) -> str:
    """Make every run of blanks one blank; letter-spaced words lose theirs."""
    words = text.split()
    if len(words) > 2 and all(len(word) == 1 for word in words):
        return "".join(words)
    return " ".join(words)
