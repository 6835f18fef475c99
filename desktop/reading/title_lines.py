"""Where a long title breaks into lines: between words, as printed titles do (回行词意完整).

There is no dictionary here: a title is cut at its blanks (which mostly stand where the printed
title changed lines), at signs, and at the words that all titles are made of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import accumulate
from math import ceil

_NEVER = 1e6
_INSIDE = 900.0
"""What a break costs that probably lies within a word."""
_CHANGED_LINE = -45.0
"""A break where the printed title broke is worth a line more."""
_MOST_LINES = 9
_LATIN_WIDTH = 0.6
"""Bold digits of fonts that are wide; a line that is thought too narrow would be broken by Qt."""

# 《某办法(试行)》: signs that must not begin a line, and those that must not end one.
_CLOSING = frozenset("、，。；：！？）》」』】〕”’%％,.;:!?)]")
_OPENING = frozenset("《（“‘「『【〔([")
_PAUSES = frozenset("、，；：》”）)")
# 2023年   第3季度   2020 年: a number and what it counts
_COUNTED = re.compile(r"[\d〇○零一二三四五六七八九十]\s*$")
_COUNTERS = frozenset("年月日号期届次个条项批季元万亿人")
_LATIN = re.compile(r"[A-Za-z0-9.\-—–~%]")
# 关于|  |关于: words a line may well end or begin with
_BEGINS = ("关于", "的实施", "的通知", "的意见", "的决定", "的批复", "的公告", "的通告", "的通报")
_ISSUES = ("印发", "公布", "发布", "转发", "批转", "修改", "废止", "征求", "调整", "成立", "做好")
_JOINING = ("和", "及", "与", "暨", "以及")
_NOT_JOINING = ("和平", "和谐", "和睦", "和解", "及时", "与会", "共和", "普及", "参与", "给与")
# What titles are made of, whatever they are about.
_WORDS = """
人民政府 政府 办公室 办公厅 委员会 管委会 领导小组 工作专班 联席会议 指挥部 开发区 示范区 高新区
工作 建设 发展 管理 实施 推进 加强 促进 全面 进一步 开展 深入 加快 推动 提升 提高 完善 健全 构建
打造 实现 落实 支持 鼓励 保障 保护 监督 监管 整治 治理 防治 防控 预防 评价 评定 评议 考核 改革
创新 创业 创建 试点 示范 服务 活动 专项 行动 计划 规划 方案 办法 意见 规定 细则 制度 机制 体系
平台 工程 项目 政策 措施 条例 目录 清单 名单 预案 流程 流程图 任务 分工 职责 事项 资金 补助 奖励
扶持 标准 规范 标准化 规范化 信息化 智能化 网格化 精细化 高质量 企业 工业 农业 农村 城乡 城市 县区
社会 经济 产业 行业 科技 教育 卫生 健康 医疗 医保 文化 旅游 交通 道路 生态 环境 安全 生产 食品
药品 消费 就业 住宅 住房 土地 煤矿 煤炭 能源 互联网 大数据 数据 信息 信用 政务 公开 公共 资源 基层
基础 设施 重点 重大 重污染 污染 天气 应急 响应 综合 利用 协调 领导 成员 决策 技术 技能 培训 职业
人才 试行 暂行 年度 季度 情况 检查 清理 任免 任职 职务 若干 十条 实施方案 工作方案 行动方案
行动计划 实施意见 指导意见 实施细则 管理办法 暂行办法 应急预案
"""
_KNOWN = frozenset(_WORDS.split())
_LONGEST_WORD = max(map(len, _KNOWN))


# 1   2-1   三
_ORDER = r"(?:\d{1,2}(?:[-－—]\d{1,2})?|[一二三四五六七八九十]{1,3})"
# 附件1：某某名单   附件 2: 某某表   附件 某某清单   附录三 某某图
_MARK = re.compile(rf"附(?:件|录|表|图)(?:\s*{_ORDER}\s*[:：.、]?\s*|\s*[:：]\s*|\s+)(?=\S)")


def mark_end(text: str) -> int:
    """Where the mark 附件1 at the head of a printed attachment's title ends, 0 without one."""
    found = _MARK.match(text)
    return found.end() if found else 0


@lru_cache(maxsize=256)
def title_breaks(text: str, widest: float) -> tuple[int, ...]:
    """The offsets at which a title's lines after the first begin, () for one line.

    `widest` is how many characters a line holds.
    """
    whole = _width(text)
    if whole <= widest or widest < 4 or len(text) > 400:
        return ()
    costs = _break_costs(text)
    best: tuple[float, tuple[int, ...]] = (_NEVER * 10, ())
    fewest = ceil(whole / widest)
    for count in range(fewest, min(fewest + 2, _MOST_LINES) + 1):
        cost, breaks = _in_lines(text, widest, count, costs)
        best = min(best, (cost + (count - fewest) * 60, breaks))
    return best[1] if best[0] < _NEVER else ()


def _in_lines(
    text: str, widest: float, count: int, costs: list[float]
) -> tuple[float, tuple[int, ...]]:
    """The cheapest way to set a text in so many lines, and what it costs."""
    places = [0, *(at for at, cost in enumerate(costs) if cost < _NEVER), len(text)]
    inner = [len(text) - len(text[at:].lstrip()) for at in places]
    outer = [len(text[:at].rstrip()) for at in places]
    upto = [0.0, *accumulate(map(_width, text))]
    even = upto[-1] / count
    found: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        following: dict[int, tuple[float, tuple[int, ...]]] = {}
        for begin, (cost, breaks) in found.items():
            left = upto[inner[begin]]
            for to in range(begin + 1, len(places)):
                if (line == count) != (to == len(places) - 1):
                    continue
                width = upto[outer[to]] - left
                if width > widest:
                    break
                uneven = 1.4 * abs(width - even) ** 1.5 + (70 if width < even * 0.3 else 0)
                end = places[to]
                price = cost + uneven + (costs[end] if end < len(text) else 0)
                if to not in following or price < following[to][0]:
                    following[to] = (price, (*breaks, end) if end < len(text) else breaks)
        found = following
    return found.get(len(places) - 1, (_NEVER * 10, ()))


def _break_costs(text: str) -> list[float]:
    """What a break before each character costs."""
    inside = _word_insides(text)
    return [_NEVER, *(_cost(text, at, at in inside) for at in range(1, len(text)))]


def _cost(text: str, at: int, inside: bool) -> float:
    before, after = text[:at], text[at:]
    if after[0].isspace() or after[0] in _CLOSING or before[-1] in _OPENING:
        return _NEVER
    if after[0] in _COUNTERS and _COUNTED.search(before):
        return _NEVER
    if before[-1].isspace():
        return _at_blank(before.rstrip(), after)
    if _LATIN.match(before[-1]) and _LATIN.match(after[0]):
        return _NEVER
    if inside:
        return _INSIDE * 2
    return _between(before, after)


def _at_blank(before: str, after: str) -> float:
    """A blank is where the printed title changed lines, or stands beside a number or a letter."""
    if not before or before[-1] in _OPENING:
        return _NEVER
    if re.search(r"(?:^|\s)\S$", before) or re.match(r"\S(?:\s|$)", after):
        return _INSIDE  # 通 知
    if before[-1].isdigit() or (after[0].isdigit() and before[-1] not in _PAUSES):
        return 45.0 if after[0].isdigit() else 200.0
    return _CHANGED_LINE if after[0] != "的" else 60.0


def _between(before: str, after: str) -> float:
    """Between two words, or between characters of which nothing is known."""
    if after.startswith("关于"):
        return 2.0
    if before[-1] in _PAUSES:
        return 60.0 if after[0] == "的" else 16.0
    if after[0] in _OPENING:
        return 16.0
    if before.endswith(_ISSUES):
        return 24.0
    if after.startswith(_BEGINS):
        return 45.0
    if after.startswith(_JOINING) and not _joins_otherwise(before, after):
        return 30.0
    if before[-1] == "的":
        return 30.0
    ends, begins = _ends_word(before), _begins_word(after)
    if ends and begins:
        return 40.0
    return 55.0 if ends or begins else _INSIDE


def _joins_otherwise(before: str, after: str) -> bool:
    return (before[-1:] + after[:1]) in _NOT_JOINING or after[:2] in _NOT_JOINING


def _ends_word(before: str) -> bool:
    return any(before[-long:] in _KNOWN for long in range(2, _LONGEST_WORD + 1))


def _begins_word(after: str) -> bool:
    return any(after[:long] in _KNOWN for long in range(2, _LONGEST_WORD + 1))


def _word_insides(text: str) -> set[int]:
    """The places inside words that are known, the longest word from the left first."""
    found: set[int] = set()
    at = 0
    while at < len(text):
        long = next(
            (size for size in range(_LONGEST_WORD, 1, -1) if text[at : at + size] in _KNOWN), 1
        )
        found.update(range(at + 1, at + long))
        at += long
    return found


def _width(text: str) -> float:
    """The width of a text in Chinese characters."""
    return sum(_LATIN_WIDTH if one.isascii() else 1.0 for one in text)
