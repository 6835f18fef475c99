"""Words that an issue spells two ways, one of them less often: likely slips, never certain ones.

Four characters in a row that stand once or twice, where other four that differ in one character
stand often, and the two characters look alike. Two overlapping rows of four must agree, so that
a word beside another one is none. Counties of two characters are too short for that: there the
name that stands less often is offered.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from storage.text import squeeze_with_offsets
from storage.types import SpellingPlace, SpellingSuggestion

GRAM = 4
RARE = 2
OFTEN = 4
SUPPORT = 2
"""So many overlapping rows of four must be frequent in the other spelling."""
COUNTY = "县"
_SENTENCE_ENDS = "。；！？\n"
_LONGEST_SENTENCE = 120
_HAN = re.compile(r"[\u3400-\u9fff]{4,}")
_COUNTY_NAME = re.compile(rf"[\u3400-\u9fff]{COUNTY}")

# Characters that scanning and careless typing take for each other.
_ALIKE = (
    "己已巳 末未 土士 人入八 大太犬 干千于 日曰目 王玉主 田由甲申电 天夫无 午牛 "
    "贝见 刀力 又叉 住往佳 侯候 拨拔 折拆析 栗粟 微徽 第弟 治冶洽 准淮 晋普 阳阴 "
    "城域 州洲 免兔 令今 历厉 仓仑 戊戌戍 毫豪 捐损 暑署 崇祟 辨辩瓣辫 场扬杨 "
    "徒徙 狼狠 狙沮 迁迂 迥迴 恢灰 拘抱 科料 科枓 帅师 祖租组 待侍持特 枚杖 庄压 "
    "圆园 困因囚 固团 间问闻 闲闭 亨享 亳毫 究穷 券卷 代伐 任仕 伟侍 便使 俞愉 "
    "偿尝 儿几 凡几 冒昌 准谁 凤风 凰皇 划到 刊利 刺剌 动劲 勿匆 匀勺 化比 北比 "
    "区匹 医匣 厂广 厅厌 厕侧 去云 友反 古右 古吉 右石 叶吐 吊币 吏史使 员负 "
    "圈围 坏环 坚竖 垃拉 型刑 埋理 塘糖 增赠 墙樯 壮状 夭天 奖桨 妨防 孙孔 孟盂 "
    "宇字 宋末 官宫 宣宜 审宙 实买 害割 宰宇 导异 尤龙 层居 届屈 属屑 岭岑 岛鸟 "
    "巾市 市布 希布 帐账 幕慕墓 平乎 并开 庆厌 库厍 应庄 建健 弃奔 归旧 录隶 "
    "彻切 径经 徐除 微徵 必心 忙忘 性姓 怯法 恩思 情请 慢漫 戒戎 户卢 所听 手毛 "
    "才寸 打扛 抵低 抢枪 护炉 报投 拆诉 招诏 拟似 指措 按接 换挨 授受 提堤 摸模 "
    "撒撤 支文 收牧 改攻 效郊 斤斥 新析 施旋 旅族 早旱 时对 昔借 景影 暂渐 月用 "
    "期朝 本木 朱未 机杌 杏否 材村 杜社 枝技 标际 柏拍 查杳 栋拣 校较 根恨 桥侨 "
    "检捡 森淼 植直值 楼搂 概慨 槽糟 欠次 止正 此比 殊珠 母毋 民氏 永水冰 汁计 "
    "汇江 池他 汽气 沉沈 河何 油抽 泊洎 注住 泽译 洁结 活话 派脉 浅钱 浦埔 浙淅 "
    "海悔 消削 涂徐 淡谈 深探 清请情 渔鱼 港巷 游遊 源原 潮湖 灵炙 炭岸 点占 "
    "烟姻 热执 照昭 燃然 爪瓜 片斤 牌脾 物吻 率帅 玩坑 现规 班斑 瑞端 璃漓 瓷资 "
    "用甩 男勇 界介 留溜 畜蓄 疫役 病痛 白自 百白 的约 皇星 盘盈 盛威 直真 省肖 "
    "看着 眼眠 督替 知和 砂沙 础拙 硕顾 确碓 碱减 祥详 票栗 禁楚 秀季 种钟 积识 "
    "税悦 稳隐 空宝 穿窄 站战 童重 符付 筑筹 管菅 箱籍 篇蓝 米来 粮狼 系糸 纪记 "
    "纲网 纳讷 织识 终络 给洽 统绕 继断 绩续 绿缘 编偏 缴激 网岗 罚罪 置直 群郡 "
    "老考 耕耘 联职 肥把 育盲 胜性 脏赃 腊蜡 臣巨 至到 舍含 航般 良艮 花化 芳劳 "
    "苏办 苗笛 若苦 英央 范氾 茶荼 草莫 荣荥 药约 莱菜 获荻 营莒 落洛 著着 蓝篮 "
    "薄簿 藏臧 虚虑 虫虽 衡衔 表衣 被破 裁载栽 装袭 西酉 要耍 览贤 观现 计什 "
    "订钉 认人 记己 讲井 许午 论伦 设没 证征 词间 试拭 诚城 询洵 该核 语浯 说悦 "
    "诸储 读续 课棵 调凋 谢射 贡页 财材 责贵 败贩 货贷 质盾 贯贵 费贾 资贤 赁货 "
    "赛寒 起赴 超起 越趁 路跑 踪综 车年 转传 轮论 软欧 轻经 辅铺 输愉 辖割 达迖 "
    "过迈 运远 还坏 进迸 连莲 迟退 适活 送迭 逐遂 通诵 速束 造浩 遗遣 避僻 那邦 "
    "邮由 部陪 郭部 都部 酒洒 酬洲 配酝 采釆 里黑 量童 金全 针计 钢纲 铁轶 银很 "
    "锋峰 锁销 镇填 长张 门们 队从 阶价 附咐 陆队 陈阵 降隆 限眼 院阮 险捡 随隋 "
    "难滩 雪雷 震霞 静净 面西 革草 音首 项顷顶 须顺 预顾 领须 额颜 飞气 馆绾 "
    "首酋 香杳 驻注 验脸 骨胃 高局 鲁鱼 麦表 黄寅 齐斋 龄令 发友 政攻 局扃 委季 "
    "办为 厅斤 院浣 会合 县悬 乡多 镇真 镜境 竞竟 赢羸 壁璧 拌伴 粱梁 密蜜 磨摩 "
    "燥躁噪操 沧苍 震振 "
)
# Words of which both spellings are right, or which say something else.
_BOTH_RIGHT = ("帐账", "止正", "计订", "定订", "审宙", "分份")


@dataclass(frozen=True, slots=True)
class Text:
    """A notice's text with its uuid."""

    uuid: str
    text: str


@dataclass(slots=True)
class _Found:
    """A character that may be a slip: where it stands, and the rows of four that say so."""

    notice: int
    at: int
    after: str
    first: int
    end: int
    support: int = 1
    often: int = 0


def suggest(texts: Sequence[Text]) -> list[SpellingSuggestion]:
    """Spellings of an issue's notices that may be slips, the surest first."""
    squeezed = [squeeze_with_offsets(each.text) for each in texts]
    plain = [each.text for each in squeezed]
    counts = Counter(gram for text in plain for _, gram in _grams(text))
    grouped: defaultdict[tuple[str, str, str, str], list[SpellingPlace]] = defaultdict(list)
    often: dict[tuple[str, str, str, str], int] = {}
    for slip in [*_slips(plain, counts), *_counties(plain)]:
        before = plain[slip.notice][slip.first : slip.end]
        at = slip.at - slip.first
        key = before, before[:at] + slip.after + before[at + 1 :], before[at], slip.after
        start = squeezed[slip.notice].offsets[slip.at]
        grouped[key].append(_place(texts[slip.notice], start, start + 1))
        often[key] = slip.often
    found = [SpellingSuggestion(*key, often[key], tuple(places)) for key, places in grouped.items()]
    return sorted(found, key=lambda each: (-each.often / len(each.places), each.before))


def _counties(plain: Sequence[str]) -> list[_Found]:
    """Names of counties of which another looks alike and stands as often or more often."""
    counts = Counter(name for text in plain for _, name in _county_names(text))
    better: dict[str, str] = {}
    for name, count in counts.items():
        others = [
            (counts[other + COUNTY], other)
            for other in _alike().get(name[0], ())
            if counts[other + COUNTY] > count > 0 and confusable(name[0], other)
        ]
        if others:
            better[name] = max(others)[1]
    return [
        _Found(number, at, better[name], at, at + 2, often=counts[better[name] + COUNTY])
        for number, text in enumerate(plain)
        for at, name in _county_names(text)
        if name in better
    ]


def _county_names(text: str) -> Iterator[tuple[int, str]]:
    for found in _COUNTY_NAME.finditer(text):
        yield found.start(), found.group()


def _grams(text: str) -> Iterator[tuple[int, str]]:
    for run in _HAN.finditer(text):
        for at in range(run.start(), run.end() - GRAM + 1):
            yield at, text[at : at + GRAM]


def _slips(plain: Sequence[str], counts: Mapping[str, int]) -> list[_Found]:
    holes: defaultdict[tuple[int, str], list[str]] = defaultdict(list)
    for gram, count in counts.items():
        if count >= OFTEN:
            for hole in range(GRAM):
                holes[hole, gram[:hole] + gram[hole + 1 :]].append(gram[hole])
    found: dict[tuple[int, int, str], _Found] = {}
    for number, text in enumerate(plain):
        for at, gram in _grams(text):
            if counts[gram] > RARE:
                continue
            for hole in range(GRAM):
                for other in holes.get((hole, gram[:hole] + gram[hole + 1 :]), ()):
                    _take(found, (number, at, hole), gram, other, counts)
    return [slip for slip in found.values() if slip.support >= SUPPORT]


def _take(
    found: dict[tuple[int, int, str], _Found],
    place: tuple[int, int, int],
    gram: str,
    other: str,
    counts: Mapping[str, int],
) -> None:
    number, at, hole = place
    if other == gram[hole] or not confusable(gram[hole], other):
        return
    often = counts[gram[:hole] + other + gram[hole + 1 :]]
    key = number, at + hole, other
    known = found.get(key)
    if known is None:
        found[key] = _Found(number, at + hole, other, at, at + GRAM, often=often)
    else:
        known.first, known.end = min(known.first, at), max(known.end, at + GRAM)
        known.support += 1
        known.often = min(known.often, often)


def _place(text: Text, start: int, end: int) -> SpellingPlace:
    first = max(text.text.rfind(sign, 0, start) for sign in _SENTENCE_ENDS) + 1
    ends = [at for sign in _SENTENCE_ENDS if (at := text.text.find(sign, end)) >= 0]
    last = min([*ends, len(text.text) - 1]) + 1
    first, last = max(first, start - _LONGEST_SENTENCE), min(last, end + _LONGEST_SENTENCE)
    return SpellingPlace(text.uuid, start, end, text.text[first:last], start - first)


def confusable(one: str, other: str) -> bool:
    """Whether two characters look alike, and are not both right."""
    if any(one in group and other in group for group in _BOTH_RIGHT):
        return False
    return other in _alike().get(one, ())


@cache
def _alike() -> dict[str, set[str]]:
    table: defaultdict[str, set[str]] = defaultdict(set)
    for group in _ALIKE.split():
        for one in group:
            table[one] |= set(group) - {one}
    return table
