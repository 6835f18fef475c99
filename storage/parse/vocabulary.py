"""The words that official documents are made of: genres, bodies, fields, closing formulas.

All stand in simplified characters and narrow punctuation, as `lines.key_of` writes them.
"""

from __future__ import annotations


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


# The fifteen genres of the 党政机关公文处理工作条例 (article 8) and what stands for them.
OFFICIAL_GENRES = _words(
    """
    决议 决定 命令 令 公报 公告 通告 意见 通知 通报 报告 请示 批复 公示 议案 复函 函 纪要 答复
    """
)
# What such a document issues or encloses.
ENCLOSED_GENRES = _words(
    """
    办法 规定 规则 细则 条例 准则 章程 守则 规范 标准 制度 方案 规划 纲要 计划 预案 要点
    措施 政策 安排 指南 指引 目录 清单 名单 任务表 分解表 分工表 汇总表 一览表 流程图 图 表
    报告书 决定书 通知书 告知书 倡议书 说明 解读 职责 分工 成果报告
    """
)
CHRONICLES = _words("大事记 要事记 政务活动")
GENRES = OFFICIAL_GENRES + ENCLOSED_GENRES + CHRONICLES

# How the name of a body ends.
BODY_ENDS = _words(
    """
    人民政府 政府 办公室 办公厅 委员会 管委会 常委会 委 局 厅 部 院 署 处 办 行 社 中心 小组
    指挥部 专班 公司 集团 总队 支队 调查队 海关 法院 检察院 学院 学校 大学 医院 站 所 组
    联合会 总工会 协会 学会 联席会议 主席团 军区 军委 武装部 团委 会 馆
    """
)
# A second line that is only this belongs to the name begun above it.
BODY_TAILS = _words("办公室 办公厅 管理委员会 委员会 综合办公室 党政办公室")

# How a covering paragraph ends.
CLOSING = (
    "(?:请)?(?:你们|各地|各单位)?(?:结合实际)?(?:认真)?(?:组织|遵照|贯彻|抓好|遵照贯彻)?"
    "(?:执行|落实|实施|贯彻落实|贯彻执行)"
)

# Fields of the table that a web page puts above a document.
PAGE_FIELDS = _words(
    """
    索引号 主题分类 发文机关 发文机构 发布机构 发布机关 成文日期 标题 名称 发文字号 文号
    发文文号 发布日期 发文日期 生成日期 公开日期 公开方式 公开时限 公开范围 公开形式
    公开属性 责任部门 主题词 分类 信息分类 服务对象 体裁 有效性 时效性 有效期 失效日期
    生效日期 废止日期 来源 信息来源 访问量 浏览次数 浏览量 点击数 阅读次数 阅读量 字号 字体
    字体大小 作者 编辑 责任编辑 审核 发布时间 更新时间 日期 时间 索取号 组配分类 公文种类
    公文时效 关键词 内容概述 信息名称 统一编号 统一登记号 规范性文件编号 文件编号 打印
    分享到 成文时间 公文生成日期 公文目录 备注/文号 公报编号 刊登日期 版数 法规
    """
)
NUMBER_FIELDS = _words("发文字号 文号 发文文号 备注/文号 文件编号 规范性文件编号")
TITLE_FIELDS = _words("标题 名称 信息名称 法规")

# Lines of a web page that no document has.
PAGE_WORDS = _words(
    """
    扫一扫 返回顶部 返回首页 关闭本页 关闭窗口 关闭页面 打印本页 打印 【打印】 上一篇 下一篇
    上一条 下一条 网站地图 网站帮助 联系我们 关于我们 隐私声明 版权所有 主办单位 技术支持
    网站标识码 icp备 公网安备 您当前的位置 您当前所在位置 当前位置 网站首页 首页> 分享到
    关联稿件 相关链接 相关稿件 相关解读 相关文件 相关附件 网站无障碍 无障碍 关怀版 繁體版
    手机版 字号:大中小 【大中小】 视力保护色 您访问的链接即将离开 继续访问 责任编辑 收藏本页
    我要纠错 政策解读 图文解读 附件下载
    """
)
# The first of these after a document ends it.
PAGE_ENDS = _words(
    """
    扫一扫 返回顶部 关闭本页 关闭窗口 关闭页面 打印本页 上一篇 下一篇 上一条 下一条 网站地图
    版权所有 分享到 关联稿件 相关链接 相关稿件 相关解读 附件下载 我要纠错 责任编辑
    关于本站 网站声明 网站标识码 往期推荐 文章来源
    """
)

# Fields of an issue's imprint.
IMPRINT_FIELDS = _words(
    """
    主办单位 主办 主管 主管单位 主管主办 承办 编辑 编辑出版 编印 出版 印刷 印制 发行 地址
    邮编 邮政编码 电话 联系电话 编辑部电话 传真 网址 电子邮箱 邮箱 准印证号 准印证 刊号
    国内统一刊号 责任编辑 主编 编委会主任 定价 印数 投稿邮箱 发行范围 出版日期
    """
)
STRONG_IMPRINT_FIELDS = _words(
    """
    主办 主管 编辑 编印 出版 印刷 印制 发行 准印证 刊号 邮编 邮政编码 印数
    """
)
