"""The patterns of official documents, built from named parts.

All are matched against a line's `key`: squeezed, narrow, simplified, lower case (characters.py).
Each is anchored or bounded, so that none takes more than linear time.
"""

from __future__ import annotations

import re

from storage.numbering import CHINESE_NUMERAL
from storage.parse import vocabulary

HAN = r"[\u3400-\u9fff〇○]"
FIGURE_OR_NUMERAL = r"[0-9〇○零oоοl一二三四五六七八九十]"
YEAR = r"(?:19|20)[0-9]{2}"


def _any(words: tuple[str, ...]) -> str:
    """One of the words, the longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


# ---------------------------------------------------------------- dates and numbers

# 2020年5月6日   二〇二〇年五月六日   二○○四年六月十六日
DATE = (
    rf"(?:{YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}[日号目]"
    rf"|{FIGURE_OR_NUMERAL}{{4}}年{FIGURE_OR_NUMERAL}{{1,3}}月{FIGURE_OR_NUMERAL}{{1,3}}[日号目])"
)
# 2023年5月
MONTH = rf"(?:{YEAR}年[0-9]{{1,2}}月|{FIGURE_OR_NUMERAL}{{4}}年{FIGURE_OR_NUMERAL}{{1,3}}月)"
ANY_DATE = re.compile(DATE)
# 2023年
YEAR_SAID = re.compile(rf"({YEAR})年")
# (2023年4月12日)
DATE_ALONE = re.compile(
    rf"\(?({DATE})(?:[上下]午)?(?:{FIGURE_OR_NUMERAL}{{1,3}}时(?:{FIGURE_OR_NUMERAL}{{1,3}}分)?)?\)?"
)
# 2023-04-07   2023/4/7
FIGURE_DATE = re.compile(rf"{YEAR}[-/.][0-9]{{1,2}}[-/.][0-9]{{1,2}}")
# (2023年5月)
MONTH_ALONE = re.compile(rf"\(({MONTH})\)")
# ……某市人民政府办公室2020年5月6日
ENDS_IN_DATE = re.compile(rf"({DATE})$")
# ……抓好落实。某市人民政府办公室2023年8月3日
RUN_IN_SIGNATURE = re.compile(rf"[。)]([\u3400-\u9fff()]{{4,30}})({DATE})$")
# 某市人民政府办公室2020年5月6日印发
PRINTED_BY = re.compile(rf"^(?:印发机关:?)?.{{0,40}}{DATE}印发(?:\(?共印[0-9]+份\)?)?[。.]?$")

# [2020]  (2019)  〔2020〕 folded   [2o23] as OCR reads it
BRACKETED_YEAR = r"[\[(〔](?:19|2[0o])[0-9ol]{2}[\])〕]"
# 政办发   府令   开办发   文旅规
CODE = r"[\u3400-\u9fffa-z]{1,24}"
# 44号   第5号
COUNT = r"第?[0-9]{1,5}(?:[-至~][0-9]{1,5})?[号號]"
# 某政办发〔2020〕44号
NUMBER = rf"{CODE}{BRACKETED_YEAR}{COUNT}"
# 某政办发〔2020〕44号签发人:张三      (某政办发〔2020〕44号)
NUMBER_ALONE = re.compile(
    rf"^(?:文号:?|发文字号:?)?\(?({NUMBER})\)?"
    r"(?:签发人:?.{2,20}|\([\u3400-\u9fff]{1,10}\))?$"
)
# (2020年5月6日某政发〔2020〕44号)   (某政发〔2020〕44号2020年5月6日)
DATED_NUMBER = re.compile(
    rf"^\((?:{DATE}[,、]?({NUMBER})|({NUMBER})[,、]?{DATE}(?:印发|发布|公布)?)\)"
)
# 某政发〔2020〕44   某政发2020〕44号   某政发〔2020 44号 (a sign lost by OCR)
TORN_NUMBER = re.compile(
    rf"^({CODE})(?:[\[(]({YEAR})[\])]([0-9]{{1,4}})|[\[(]({YEAR})([0-9]{{1,4}})[号號]|({YEAR})[\])]([0-9]{{1,4}})[号號])$"
)
NUMBER_INSIDE = re.compile(rf"{CODE}?{BRACKETED_YEAR}{COUNT}")
# 第707号   (第12号)   第十二号   2023年第5号   国令第707号
ORDER_NUMBER = re.compile(
    rf"^\(?((?:[\u3400-\u9fff]{{2,30}}公告)?(?:{YEAR}年)?(?:[\u3400-\u9fff]{{1,30}}令)?第(?:[0-9]{{1,4}}|{CHINESE_NUMERAL}{{1,6}})[号號]"
    rf"|{BRACKETED_YEAR}(?:[\u3400-\u9fff0-9]{{2,12}}[号號]|{COUNT})"
    rf"|[\[(][^\[\]()]{{1,10}}届[\])]第(?:[0-9]{{1,4}}|{CHINESE_NUMERAL}{{1,6}})[号號])\)?$"
)
# 某省人民政府令第380号   某部公告(2023年第5号)
ORDER_LINE = re.compile(
    rf"^([\u3400-\u9fff]{{2,30}}(?:令|公告))"
    rf"\(?((?:{YEAR}年)?第(?:[0-9]{{1,4}}|{CHINESE_NUMERAL}{{1,6}})[号號])\)?$"
)
# 某市人民政府令   公告   某省人民代表大会常务委员会公告
ORDER_TITLE = re.compile(r"(?:令|公告|通告|命令|公报|纪要|通报|决定|决议)$")

# 第一,   首先,   一是
SPOKEN = re.compile(rf"^(?:第{CHINESE_NUMERAL},|{CHINESE_NUMERAL}是)")

# ---------------------------------------------------------------- lines that say what they are

# (此件公开发布)   (本文有删减)   此件依申请公开
# (联系人:张三,市政府办公室)   公开方式:主动公开   (此页无正文)
REMARK = re.compile(
    r"^\(?(?:此件|本文有删|此文|本文件(?:已|因|被|自)|信息公开|此页无正文|公开(?:方式|属性|类别):)[^。]{0,30}[。.]?\)?$"
    r"|^\((?:联系人|联系电话|联系单位)[:,][^()。]{1,50}\)$"
)
# 附件   附件1   附件1:   附件一:   附录1   附表2:   附1
ATTACHMENT_MARK = re.compile(
    rf"^附(?:件|录|表|图)?(?:[0-9]{{1,2}}(?:-[0-9]{{1,2}})?|{CHINESE_NUMERAL}{{1,3}})?:?$"
)
# 附件1:领导小组名单   附件1领导小组名单 (the printed head and its title on one line)
ATTACHMENT_HEAD = re.compile(
    rf"^附(?:件|录|表)(?:[0-9]{{1,2}}(?:-[0-9]{{1,2}})?|{CHINESE_NUMERAL}{{1,3}})[:.、]?(?=[\u3400-\u9fff《“(0-9])"
)
# 附件:1.领导小组名单   附:领导小组名单   附表:重点任务分工(略)
ATTACHMENT_LIST = re.compile(r"^附(?:件|表|录)?[:](?=.)")
# 1.领导小组名单   2、任务表   3任务
ATTACHMENT_ITEM = re.compile(r"^(?:附件)?([0-9]{1,2})[.、:](?=.)")
# (略)   (另发)   (见网络版)
OMITTED = re.compile(
    r"\((?:略|从略|省略|另发|另附|略去|不发|此略|附件略|[^()]{0,8}(?:见网络版|见网站|不公开|另行印发)[^()]{0,10})\)$|[^另]略$"
)
# (此件公开发布,附件详见网络版)   (附件略)   附件请登录某网站查阅
ALL_OMITTED = re.compile(r"附件(?:均)?(?:略|从略|(?:详|请)?(?:见|登录|到|在)[^。]{0,20}(?:网|版))")

# 各县(区)人民政府,市直各单位:
ADDRESSEES = re.compile(
    r"^(?=[^:]*(?:政府|单位|部门|委|局|厅|办|院|部|署|社|会|公司|企业|机构|代表|同志|中心|大队|支队|学校|银行|集团|街道|同志们)[^:]{0,12}:)"
    r"[^。;?!:]{2,400}:$"
)
# 抄送:市委各部门
COPIES_TO = re.compile(r"^(?:抄送|抄报|主送|分送|发送)(?:机关)?:")
# 机密★1年   秘密   绝密★长期   内部   密级:机密
SECRECY = re.compile(r"^(?:密级(?:和保密期限)?:?)?(?:绝密|机密|秘密)(?:[★*☆].{0,6})?$")
# 特急   加急   平急   紧急程度:特急
URGENCY = re.compile(r"^(?:紧急程度:?)?(?:特急|加急|平急|急件|特提)$")
# 主题词:渡口 安全 通知
SUBJECT_WORDS = re.compile(r"^主题词:")
# 签发人:张三 李四
SIGNER = re.compile(r"^签发人:?.{2,20}$")
# 等级:特急   签发人:张三   特急
RED_FIELD = re.compile(r"^(?:(?:等级|紧急程度|密级|签发人|缓急):.{1,20}|特急|加急|平急|特提|文件)$")
# A类   B2类 (how an answer to a proposal is classed)
ANSWER_CLASS = re.compile(r"^[\[(]?[a-d][0-9]?类?[\])]?$")
# 000012   份号:000012
COPY_NUMBER = re.compile(r"^(?:份号:?)?[0-9]{6}$")
# 某市人民政府文件   某市财政局办公室文件   某省人民政府公文
RED_HEAD = re.compile(r"^.{3,60}(?:文件|公文)$")

# 主办:某市人民政府办公室
FIELD = re.compile(r"^([^:,。;()]{1,14}):")
PAGE_FIELD = re.compile(rf"^{_any(vocabulary.PAGE_FIELDS)}:")
PAGE_FIELD_INSIDE = re.compile(rf"({_any(vocabulary.PAGE_FIELDS)}):")
PAGE_FIELD_ALONE = re.compile(rf"^{_any(vocabulary.PAGE_FIELDS)}:$")
NUMBER_FIELD_ALONE = re.compile(rf"^{_any(vocabulary.NUMBER_FIELDS)}:$")
TITLE_FIELD = re.compile(rf"^{_any(vocabulary.TITLE_FIELDS)}:(.*)$")
PAGE_WORD = re.compile(_any(vocabulary.PAGE_WORDS))
# [字体:大中小][打印]   发布时间:2009-07-02字号:大中小   浏览次数:35
PAGE_TOOLS = re.compile(
    r"^[\[(]?(?:字体|字号|视力保护色|发布时间|发布日期|更新时间|信息来源|来源|浏览次数|浏览量|浏览|访问量|点击数|阅读)[:：]"
    r"|大中小|^(?:\[(?:打印|收藏|朗读|关闭|分享)\])|^(?:朗读|语音播报|收藏|打印|下载|纠错|分享(?:到|至)?):?$"
)
# (本文件已被某决定废止)
PAGE_NOTE = re.compile(r"^\(本文件.{0,10}(?:被|因|由).{2,160}\)$")
PAGE_END = re.compile(rf"^[\[(|/>·]?{_any(vocabulary.PAGE_ENDS)}")
IMPRINT_FIELD = re.compile(rf"^{_any(vocabulary.IMPRINT_FIELDS)}[:]")
STRONG_IMPRINT = re.compile(rf"^{_any(vocabulary.STRONG_IMPRINT_FIELDS)}[^:。]{{0,6}}:")

# ------   ******
RULE_LINE = re.compile(r"^[-=*_~·.★☆]{1,2}[-=*_~·.★☆]+$|^[★☆]$")
# 统一编号:ABCD-2023-13003   ZJXX01-2020-0001
REGISTRATION = re.compile(
    r"^(?:(?:规范性文件)?(?:统一)?(?:登记|编)号:?)?[a-z]{1,8}[0-9]{0,6}-20[0-9]{2}-[0-9]{2,7}$"
)
# ![](images/3.jpg)   <!-- page 3 -->
PICTURE = re.compile(r"^\s*(?:!\[[^\]]*\]\([^)]*\)|<!--.*-->)\s*$")
# -5-   —12—   ·3·   第3页   第3页共10页   3/10
PAGE_LINE = re.compile(
    r"^(?:[-·.•~]{1,3}[0-9]{1,4}[-·.•~]{1,3}|第[0-9]{1,4}页(?:[,/]?共[0-9]{1,4}页)?|page[0-9]{1,4})$"
)
BARE_FIGURE = re.compile(r"^[0-9]{1,4}$")

# ---------------------------------------------------------------- masthead and contents

# 某市人民政府公报   某省人民政府公报 (and not: 某县统计公报)
GAZETTE_NAME = re.compile(
    r"^(?!.*(?:统计|普查|调查|监测|状况|质量|发展))[\u3400-\u9fff]{2,20}(?:公报|政报|公告汇编)$"
)
# 某县人民政府公报2022年第1期
GAZETTE_AND_ISSUE = re.compile(
    rf"^([\u3400-\u9fff]{{2,20}}(?:公报|政报))(?=\(?{FIGURE_OR_NUMERAL}{{4}}年?\(?第)"
)
# 2020年第3期   2020第3期   2019年第2号   二〇二〇年第三期
ISSUE_NUMBER = re.compile(
    rf"({FIGURE_OR_NUMERAL}{{4}})年?\(?第([0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,4}})"
    rf"(?:[、,至-][0-9]{{1,3}})?[期号辑]"
)
# 第3期   2023年5月15日第9号(总号:1803)
ISSUE_COUNT = re.compile(rf"(?<!总)第([0-9]{{1,3}}|{CHINESE_NUMERAL}{{1,4}})[期号]")
# 2023.5
YEAR_AND_COUNT = re.compile(rf"^({YEAR})[.·/]([0-9]{{1,2}})$")
# 总第003期   (总第23号)   总23期
SERIAL = re.compile(rf"总(?:第|号:?)?([0-9]{{1,5}}|{CHINESE_NUMERAL}{{1,6}})(?:[期号]|\)|$)")
# 2020年6月30日出版(双月刊)   出版日期:2020年6月30日
PUBLISHED = re.compile(rf"(?:出版日期:?|出刊日期:?)({DATE})|({DATE})(?:出版|出刊|印发|编印)")
# 某市人民政府办公室主管主办   主办:某市人民政府办公室
PUBLISHER = re.compile(
    r"([\u3400-\u9fff()、]{4,40}?)(主管主办|主办|主管|编印|编辑出版|编辑|编(?=$|[0-9]))"
)
PUBLISHER_FIELD = re.compile(r"^(?:主办单位|主办|主管主办|主管单位|编辑出版|编印|编辑):(.{4,40})$")
# 目录
CONTENTS_HEAD = re.compile(r"^(?:目录|目次|本期目录|要目|总目录)(?:contents)?$")
# [市政府办公室文件]   ◎人事任免   ■部门文件   ·政府文件·
SECTION_HEAD = re.compile(
    r"^(?:\[[^\[\]]{2,24}\]|[·•◦-]+[\u3400-\u9fff、]{2,20}[·•◦-]+"
    r"|[◎■◆●▲★☆※□○]+[\u3400-\u9fff、]{2,20})$"
)
# 市政府文件   部门规范性文件   人事任免 (sure to be no title)
SURE_SECTION = re.compile(r"^[\u3400-\u9fff、]{2,10}(?:文件|任免|规章|法规)$")
# 省政府文件   人事任免   部门规范性文件 (a section without brackets)
PLAIN_SECTION = re.compile(
    r"^[\u3400-\u9fff、]{0,10}(?:文件|政府令|国务院令|主席令|规章|法规|任免|任免职|大事记|公告|通告|讲话|决定|会议纪要|"
    r"政策解读|统计资料|统计公报|统计数据|要闻|专栏|其他|其它|文告|批复|函)$"
)
# ……(5)   .....(12)   …5
LEADERS = r"[.…·・\-_]{2,}"
# ........12
LEADERS_AND_PAGE = re.compile(rf"{LEADERS}\(?[0-9]{{1,4}}\)?$")
CONTENTS_PAGE = re.compile(rf"(?:{LEADERS})?\(?([0-9]{{1,4}})\)?$")
CONTENTS_ENTRY_END = re.compile(rf"(?:{LEADERS}\(?[0-9]{{1,4}}\)?|\([0-9]{{1,4}}\))$")
# ……(某政办发〔2020〕44号)
CONTENTS_NUMBER = re.compile(rf"\(?({CODE}?{BRACKETED_YEAR}{COUNT})\)?$")
# …的通知(某政办发〔2020〕44号)
# 某条例(省政府令第218号)   某局公告(2024年第1号)
ENTRY_NUMBER = re.compile(
    rf"\(([^()]{{0,24}}{BRACKETED_YEAR}{COUNT}"
    rf"|(?:{YEAR}年)?[^()]{{0,20}}第(?:[0-9]{{1,4}}|{CHINESE_NUMERAL}{{1,6}})[号號])\)$"
)
# …的通知 某政发〔2020〕20号 (bare, behind the word that ends the title)
BARE_ENTRY_NUMBER = re.compile(
    rf"(?:通知|决定|意见|批复|函|通报|公告|通告|令|命令|办法|规定|方案|决议|纪要|答复|公报|\))"
    rf"((?!的)[\u3400-\u9fffa-z]{{2,14}}{BRACKETED_YEAR}{COUNT})$"
)
# …的通知 12 (the page behind a blank: matched against the text)
PAGE_BEHIND = re.compile(rf"{_any(vocabulary.OFFICIAL_GENRES)}[)）]?[ \u3000]+[0-9０-９]{{1,3}}$")
# …的通知…………某政发〔2021〕5号   某办法…………省政府令第350号
LED_NUMBER = re.compile(
    rf"{LEADERS}\(?({CODE}{BRACKETED_YEAR}{COUNT}"
    rf"|[\u3400-\u9fff]{{0,20}}第(?:[0-9]{{1,4}}|{CHINESE_NUMERAL}{{1,6}})[号號])\)?$"
)
# 12　某市人民政府关于…   (the page before the title)
PAGE_FIRST = re.compile(r"^([0-9０-９]{1,3})[ \u3000]+(?=[\u3400-\u9fff])")

# ---------------------------------------------------------------- titles and bodies

# (试行)   (征求意见稿)   (2023-2025年)
TITLE_TAIL = re.compile(r"(?:\([^()]{1,24}\)|\[[0-9]{1,2}\]|[》”\"'])+$")
GENRE_END = re.compile(rf"{_any(vocabulary.GENRES)}$")
OFFICIAL_END = re.compile(rf"{_any(vocabulary.OFFICIAL_GENRES)}$")
# (2021年5月)   5月6日   6日市政府召开会议
MONTH_FIRST = re.compile(rf"^\(?(?:{YEAR}年)?[0-9]{{1,2}}[月日]")
CHRONICLE = re.compile(rf"^.{{2,40}}{_any(vocabulary.CHRONICLES)}$")
# 某市人民政府办公室 | 关于…   某局对…的答复   某省办公厅转发…
TITLE_VERB = re.compile(
    r"关于|印发|转发|批转|发布|公布|对(?=.{4,60}(?:答复|批复|复函)$)|(?<=.)\d{1,2}月大事记"
)
BODY_NAME = re.compile(r"^[\u3400-\u9fff()·、a-z0-9]{2,48}$")
BODY_END = re.compile(rf"{_any(vocabulary.BODY_ENDS)}$")
# 某市人民政府征收土地公告
GOVERNMENT_ANNOUNCES = re.compile(
    r"^([\u3400-\u9fff]{2,16}?人民政府)(?!办|令|关于|和|与|、|驻)[\u3400-\u9fff]{2,30}(?:公告|通告)$"
)
# 某市人民政府(印)   某市财政局(代章)
SEAL = re.compile(r"\((?:印|章|印章|盖章|公章|代章)\)$")
NOT_A_BODY = re.compile(
    r"^(?:关于|各|附|第|本|该|由|请|经|对|为|将|在|成立|负责)|的|印发|通知|领导小组组长|[0-9]{5}"
)
BODY_TAIL = re.compile(rf"^{_any(vocabulary.BODY_TAILS)}$")
# 总理李克强   市长张三   主任:李四
OFFICE_AND_NAME = re.compile(
    r"^(?:代)?(?:总理|主席|省长|市长|县长|区长|州长|旗长|盟长|部长|主任|局长|署长|行长|审计长|厅长|司令员|政委|会长)(?:[:(]?)"
    r"[\u3400-\u9fff·]{2,12}\)?$"
)
# 某部部长张三 (who signs a joint order with the body's name before the office)
BODY_OFFICE_AND_NAME = re.compile(
    r"^[\u3400-\u9fff]{1,16}[部委局厅署会行](?:部长|主任|局长|厅长|署长|主席|行长):?[\u3400-\u9fff·]{2,4}$"
)
# 现予公布   现公布修订后的…   已经…会议通过
IN_FORCE = re.compile(
    r"现予?(?:以)?(?:公布|发布|印发|公告|废止)|会议(?:审议|修订)?通过|自.{2,20}起施行"
)
# 某市人民政府关于…的通知(某政办发〔2022〕19号)
TITLE_AND_NUMBER = re.compile(rf"^(.{{6,90}}[^(])\(({CODE}{BRACKETED_YEAR}{COUNT})\)$")
# 某政发〔2022〕19号某市人民政府关于…的通知
NUMBER_AND_TITLE = re.compile(
    rf"^\(?({CODE}{BRACKETED_YEAR}{COUNT})\)?(.{{6,90}}{_any(vocabulary.OFFICIAL_GENRES)})$"
)
# 表3 2022年…产量   图1 …   专栏2 … (matched against the text, where a blank parts the figures)
CAPTION = re.compile(
    r"^(?:表|图|专栏)[0-9一二三四五六七八九十]{1,3}(?:[-.][0-9]{1,2})?(?![0-9月日个])"
)
# 联系人:张三   邮箱:…
CONTACT = re.compile(
    r"^(?:联系人|联系电话|电话|邮箱|电子邮箱|电子邮件|联系方式|联系地址|通讯地址|地址|邮编|传真|填报人|填报单位|单位名称)[^:]{0,8}:"
)
# 执行。   认真贯彻落实。
CLOSING_WORDS = re.compile(rf"({vocabulary.CLOSING}[。.])$")

# (2020年5月6日某市第七届人民代表大会常务委员会第三次会议通过)
ADOPTED = re.compile(rf"^\(({DATE})[^()]{{4,80}}(?:通过|决定|批准|发布|公布)")
# 某县2022年国民经济和社会发展统计公报
COMMUNIQUE = re.compile(rf"{YEAR}年.{{2,40}}公报$")
ANNOUNCEMENT = re.compile(r"(?:公告|通告|公报|令)$")

# ---------------------------------------------------------------- what a document says of itself

# 自2020年1月1日起施行   从2023年9月30日起实施
EFFECTIVE_DATE = re.compile(
    rf"[自从于]({DATE})(?:零时|0时)?(?:起|始|开始)?(?:正式)?(?:施行|实施|执行|试行|生效)"
)
# 自印发之日起施行   自发布之日起试行   自公布之日起实施
EFFECTIVE_ON_ISSUE = re.compile(
    r"[自从](?:本[\u3400-\u9fff]{1,8})?(?:印发|发布|公布|颁布|下发|发文|公告|签发|印发公布|发布实施)之日起(?:正式)?"
    r"(?:施行|实施|执行|试行|生效)"
)
# 有效期为5年   有效期五年   有效期6个月   试行期两年   有效期一年六个月
VALIDITY = re.compile(
    rf"(?:有效期|试行期|有效期限)(?:限)?(?:为|是|暂定|暂定为|:)?([0-9]{{1,2}}|{CHINESE_NUMERAL}{{1,3}}|两)(个月|年)(?!度)"
    rf"(?:零|又)?(?:([0-9]{{1,2}}|{CHINESE_NUMERAL}{{1,3}})个月)?"
)
# 本办法   本意见
ITSELF = re.compile(
    r"本(?:实施)?(?:办法|规定|规则|细则|条例|方案|意见|通知|预案|政策|措施|规划|计划|决定|制度|章程|标准|规范|文件|通告|公告|若干措施|实施细则|实施意见|实施方案|实施办法|暂行办法|工作方案|指引|规程)"
)
