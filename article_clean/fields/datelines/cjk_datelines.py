"""Datelines of Chinese, Japanese and Korean papers: marked by words and brackets, not by dashes.

Xinhua opens with 新华社北京1月1日电（记者…）, a Taiwanese paper with 〔記者…／台北報導〕, Japanese agencies with
【ワシントン共同】 or ［東京 10日 ロイター］, a Japanese paper with 【北京＝山田太郎】, a Korean agency with
(서울=연합뉴스) 김병규 기자 =.
"""

import re

from article_clean.core.parts import Dateline
from article_clean.core.patterns import pattern_of

_DAY = r"(?:(?:[0-9０-９]{2,4}年)?[0-9０-９]{1,2}月)?[0-9０-９]{1,2}日"
_CHINESE = pattern_of(
    r"[（(【]?据?(?P<agency>[一-鿿]{2,6}?(?:社|网|網|报|報)|本报|本報|[一-鿿]{2,3})"
    r"(?P<reporter>记者|記者)?(?P<place>[一-鿿]{0,9}?)"
    rf"(?P<date>{_DAY})?(?P<mark>(?:综合|綜合|專|专)?(?:外[电電])?(?:电|電|讯|訊|報導|报道|消息(?=[：:])))[）)】]?"
    r"(?:\s?[（(](?:记者|記者|通讯员)?[^（）()，。]{2,20}[）)])?[ \u3000]?(?:题：|[，,：:])?\s*"
)
_TAIWANESE = pattern_of(
    r"(?P<open>[〔【［\[（(])?(?P<agency>[一-鿿]{2,4}?)?(?:記者|特派員)(?P<reporter>[一-鿿、]{2,9}?)(?P<slash>[／/])?(?P<place>[一-鿿]{2,3}?)"
    r"(?:即時)?(?:綜合)?"
    r"報導(?(open)[〕】］\]）)])\s*"
)
_TAIWANESE_DESK = pattern_of(  # 〔國際新聞中心／綜合報導〕, 中國時報【李靜╱台北報導】, 〔中央社〕
    r"(?P<agency>[一-鿿]{2,4}(?:報|網|社))?[〔【［\[（(][一-鿿、]{2,8}[／/╱](?:綜合|(?P<place>[一-鿿]{2,3}))報導[〕】］\]）)]\s*"
    r"|〔(?P<own>[一-鿿]{2,4}社)〕\s*"
)
_CHINESE_DESK = pattern_of(
    r"[【（(](?P<agency>[一-鿿]{2,7}?(?:网|網|报|報|社))(?:综合)?(?:报道|報導|讯|訊)"
    r"(?:[ \u3000][^】）)]{2,20})?[】）)]\s*"
)
_CHINESE_PAPER = pattern_of(
    r"(?P<open>[【（(])(?P<agency>[一-鿿]{2,8}?(?:网|網|报|報|社|之音|之声中文网))"
    r"(?:驻[一-鿿]{2,8}?)?(?:(?:特约|綜合|综合|见习|見習)?(?:记者|記者)[ \u3000：:]*[^【】（）()]{2,20})?[】）)]\s*"
)
_CHINESE_WIRE = pattern_of(  # 新京报讯（记者李静）, 证券时报网讯，, 参考消息网5月3日报道, 国际在线消息：
    r"(?!据|據)(?P<agency>[一-鿿A-Za-z]{2,8}?(?:网|網|报|報|新闻|新聞|在线|晚报|日报|AI))(?P<place>[一-鿿]{2,3}?)?"
    rf"(?P<date>{_DAY})?(?:"
    r"快?(?:讯|訊|消息)[（(](?:见习)?(?:记者|記者|通讯员)[^（）()，。]{2,30}[）)]\s*"
    r"|快?(?:讯|訊)(?:[，,：: \u3000]\s*)"
    r"|(?:报道|報導|消息)[：:]\s*|(?<=日)(?:报道|報導)[ \u3000]\s*)"
)
_KOREAN = pattern_of(
    r"[(\[【](?P<place>[가-힣·,]{2,16})(?: (?P<second>AP|AFP|로이터|신화|교도))?\s?=\s?"
    r"(?P<agency>[가-힣0-9]{2,8})[)\]】]\s*"
    r"(?:(?:[가-힣]{2,4}[ ,·]{1,2}){1,4}(?:선임|인턴|수습)?(?:기자|특파원|통신원)\s?=\s*)?"
)
_KOREAN_PAPER = pattern_of(
    r"[(\[【](?P<agency>[가-힣A-Za-z0-9]{2,10})\s?[ =/·]\s?(?:[가-힣]{2,4}[ ,·]?){1,4}?\s?"
    r"(?:선임|인턴|수습|객원|전문)?(?:기자|특파원|통신원)[)\]】]\s*(?:=\s*)?"
)
_JAPANESE = pattern_of(
    rf"[【［\[](?P<place>[ァ-ヶー一-鿿・]{{2,12}}?)?[＝= \u3000]?(?P<date>{_DAY})?[ \u3000]?"
    r"(?P<agency>共同通信|共同|時事通信|時事|聯合ニュース|ロイター|ブルームバーグ|AFP＝時事|AFP|CNN|CNS)[】］\]]\s*"
    r"(?:[-－―]\s*)?"
)
_JAPANESE_DESK = pattern_of(r"[（(](?P<agency>ブルームバーグ|ロイター|CNN|ＣＮＮ|AFP)[）)]\s*[：:]?\s*")
_JAPANESE_PAPER = pattern_of(
    r"【(?:(?P<place>[ァ-ヶー一-鿿・]{2,9})[＝=][一-鿿ァ-ヶー]{2,7}|(?P<abroad>[ァ-ヶー・]{2,9})[一-鿿]{3,5})】\s*"
)
_OWN_DESK = pattern_of(r"(?:人民|新华|新華|央视|環球|环球|中新|中国|光明|本报|本報)")  # may stand without place and day
_KOREAN_CREDITS = frozenset({"사진", "자료", "그래픽", "영상", "출처", "로이터", "신화", "제공"})  # open captions
_PATTERNS = (
    _CHINESE_DESK,
    _CHINESE,
    _CHINESE_PAPER,
    _CHINESE_WIRE,
    _TAIWANESE,
    _TAIWANESE_DESK,
    _KOREAN,
    _KOREAN_PAPER,
    _JAPANESE,
    _JAPANESE_DESK,
    _JAPANESE_PAPER,
)
_LONGEST_MARK = 60  # 新华社 with three reporters in brackets
_NAME_AND_PLACE = 5  # a name of three characters and a town of two


def asian_dateline(text: str) -> tuple[int, Dateline] | None:
    """The dateline at the start of a paragraph, and where the sentence behind it begins; None where there is none."""
    head = text[:_LONGEST_MARK]
    for pattern in _PATTERNS:
        match = pattern.match(head)
        if match and _convinces(match):
            return match.end(), _value(match)
    return None


def _convinces(match: re.Match[str]) -> bool:
    """Whether the shape is more than a pair of brackets or a sentence about an agency."""
    parts = match.groupdict()
    if match.re is _CHINESE:
        has_desk = bool(_OWN_DESK.match(parts["agency"])) or parts["agency"].endswith(("社", "网", "網"))
        if (
            parts["mark"].endswith(("报道", "報導")) and match[0][0] not in "（(【"
        ):  # 据新华社1月1日报道 opens a sentence
            return False
        is_alone = not parts["place"] and not parts["reporter"]
        is_dated = bool(parts["date"]) and (has_desk or parts["mark"] != "消息")
        return is_dated or (has_desk and (is_alone or parts["agency"] in {"本报", "本報"}))
    if match.re is _KOREAN:
        return not any(name in _KOREAN_CREDITS for name in re.split("[·,]", parts["place"]))
    return True


def _value(match: re.Match[str]) -> Dateline:
    parts = match.groupdict()
    place = (parts.get("place") or parts.get("abroad") or "").removesuffix("频道")
    if parts.get("reporter") and not parts.get("slash"):  # his name stands in front: 記者李靜台北27日電
        place = place[-3:] if len(place) > _NAME_AND_PLACE else place[-2:]
    agency_names = [parts.get("second"), parts.get("own"), *re.split("＝", parts.get("agency") or "")]
    return Dateline(
        text=match[0].strip().rstrip("=-－―：:，, ").strip(),
        places=tuple(filter(None, re.split("[·,]", place))),
        date_text=parts.get("date"),
        agencies=tuple(name for name in agency_names if name),
    )
