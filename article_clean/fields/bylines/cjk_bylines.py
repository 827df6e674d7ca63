"""Bylines of Chinese, Japanese and Korean papers: marked by the word for reporter, in front of names or behind."""

import re
from collections.abc import Iterator

from article_clean.core.parts import Byline
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.wordings import wordings

LONGEST_LINE = 70  # "글·사진 한지훈 김여솔 이동환 기자 hanjihoon@example.com" has 44

PAPER = pattern_of(
    r"[一-鿿ァ-ヶーA-Za-z]{1,10}(?:报|報|网|網|社|新闻|新聞|时报|時報|在线|在線|客户端|电视台|電視台|中心|ニュース)"
    r"|[가-힣A-Za-z]{2,8}(?:일보|신문|뉴스|경제|방송|투데이|타임스)"
)
_NAMES = r"[一-鿿]{2,4}(?:·[一-鿿]{1,6})?(?:[ 　、，,/／][一-鿿]{2,4}){0,5}"
_OPEN = r"[（(【［\[〔□■●◎\s]*+"
_CLOSE = r"[）)】］\]〕]?\s*$"
_AFFILIATION = r"(?:[（(][^（）()]{2,20}[）)])?"  # 作者：李静（河港大学教授）
_TOLD = r"(?:[一-鿿]{0,6}(?:报道|報導|報道|专电|專電)|文|文图|圖文)"
_ROLE = (
    r"(?P<role>(?:本台|见习|見習|实习|實習|特约|特約|首席|全媒体|特派|资深|資深|駐站)?"
    r"(?:记者|記者|通讯员|评论员|特派员|特派員|編譯|编译))"
)
_AGENCY = (
    r"(?:(?P<agency>[一-鿿]{1,6}?(?:报|報|社|网|網|新闻|新聞|時報|中心|客户端|周刊|週刊|杂志|雜誌"
    r"|谈|談|瞭望|财经|財經|卫视|衛視|电视台|電視台))[\s/／]?)?"
)
_CHINESE = pattern_of(rf"{_OPEN}{_AGENCY}{_ROLE}[\s/／:：]{{1,2}}(?P<names>{_NAMES}?)(?:[/／\s]{_TOLD})?{_CLOSE}")
_GLUED = pattern_of(  # 記者李靜／台北報導, 记者李静报道
    rf"{_OPEN}{_AGENCY}{_ROLE}(?P<names>[一-鿿]{{2,3}}(?:[、，][一-鿿]{{2,3}}){{0,4}})"
    rf"(?:[/／\s]{_TOLD}|综合报道|綜合報導|报道|報導){_CLOSE}"
)
_BRACKETED = pattern_of(  # （新华社记者李静、周岚）
    rf"[（(]{_AGENCY}{_ROLE}(?P<names>[一-鿿]{{2,3}}(?:[、，][一-鿿]{{2,3}}){{0,5}})[）)]$"
)
_WRITTEN = pattern_of(
    rf"{_OPEN}(?:(?:取材・文|文・写真|写真・文|執筆|聞き手|筆者|著者|ライター)[\s/／:：|｜＝=・]{{1,2}}"
    r"|(?:撰文|撰稿|采写)\s|(?:撰文|採訪撰文|采写|采访撰文|文|文字|作者|撰稿)\s?[/／:：|｜丨＝=]\s?)"
    r"(?P<role>(?:本报|本報)?(?:记者|記者)\s?)?"
    rf"(?P<names>[一-鿿ぁ-ヿー々·]{{2,8}}(?:[ 　、，,/／][一-鿿ぁ-ヿー々]{{1,6}}){{0,5}}){_AFFILIATION}{_CLOSE}"
)
_PLACED = pattern_of(  # 李靜／台北報導, 娛樂中心／李靜報導
    rf"{_OPEN}(?:(?P<agency>[一-鿿]{{2,5}}(?:中心|報|社))[/／])?(?P<names>[一-鿿]{{2,3}}(?:、[一-鿿]{{2,3}}){{0,3}})"
    rf"(?:(?<=[/／][一-鿿]{{2}})|(?<=[/／][一-鿿]{{3}})|[/／][一-鿿]{{2,4}})(?:報導|报道){_CLOSE}"
)
_JAPANESE = pattern_of(
    r"[（(【［]?(?:[一-鿿ァ-ヶー]{2,10}[＝=・])?(?P<names>[一-鿿]{1,4}[ 　]?[一-鿿ぁ-ヶー]{1,5})"
    r"\s?(?P<role>記者|特派員|編集委員|論説委員)[）)】］]?\s*$"
)
_KOREAN = pattern_of(
    r"[\[(]?(?:(?:글|글·사진|글/사진|취재)\s?[=:·]?\s?)?(?:[가-힣]{2,6}\s?[=/]\s?)?"
    r"(?P<names>[가-힣]{2,4}(?:[ ,·、/][가-힣]{2,4}){0,5}?)\s?"
    r"(?P<role>(?:선임|인턴|수습|객원|전문|의학전문|[가-힣]{2,4}전문)?(?:기자|특파원|논설위원|편집위원|칼럼니스트|통신원|앵커|PD))"
    r"[\])]?(?:\s?=|\s?[/|]?\s?[^\s@]++@\S+)?\s*$"
)
_KOREAN_TEXT = pattern_of(
    r"(?:글|글·사진|글/사진|글쓴이|작성자)\s?[=:]\s?(?P<names>[가-힣]{2,4}(?:[ ,·][가-힣]{2,4}){0,5})\s*$"
)
_KOREAN_GUEST = pattern_of(  # 한지훈 교수(한빛대 경제학과)
    r"(?P<names>[가-힣]{2,4})\s(?P<role>[가-힣]{0,6}(?:교수|판사|검사|변호사|연구원|연구위원|소장|평론가|작가|시인|칼럼니스트))"
    r"\s?[(（][^()（）]{2,30}[)）]$"
)
_FORMS = (_CHINESE, _GLUED, _BRACKETED, _WRITTEN, _PLACED, _JAPANESE, _KOREAN, _KOREAN_TEXT, _KOREAN_GUEST)
_NOTE = pattern_of(
    r"(?:文|图|圖|[一-鿿]*(?:报道|報導|摄影|攝影|編譯|综合|綜合|本報|本报|编辑部|編輯部|中心|获悉|了解到?|采访|調查|调查|表示|注意到)"
    r"|사진|취재|전문|선임|인턴|객원|본지|회견|정치|사회|경제|문화|국제|[가-힣]+(?:는|를|에서|에게|뉴스|부|팀))$"
)
_KANA = pattern_of(r"[ぁ-ヿ]")
_JAPANESE_OPENER = pattern_of(r"[（(【［]?(?:執筆|取材|聞き手|筆者|著者|ライター|文・|文＝)")


def asian_byline(text: str) -> Byline | None:
    """The byline that a line is, or None."""
    if len(text) > LONGEST_LINE:
        return None
    match = next(filter(None, (form.match(text) for form in _FORMS)), None)
    if not match:
        return None
    groups = match.groupdict()
    keeps_spaces = match.re is _JAPANESE or bool(_JAPANESE_OPENER.match(text)) or bool(_KANA.search(groups["names"]))
    listed_names = list(_names(groups["names"], whole=keeps_spaces))
    papers = [
        name
        for name in (groups.get("agency"), *listed_names)
        if name and (name not in listed_names or PAPER.fullmatch(name))
    ]
    names, role = tuple(name for name in listed_names if name not in papers), (groups.get("role") or "").strip()
    if not names and not papers:
        return None
    return Byline(text=text, authors=names, agencies=tuple(papers), roles=(role,) if role else ())


def _names(text: str, *, whole: bool) -> Iterator[str]:
    """The names in a list down to who did something else, without notes: 李静 通讯员 周岚 编辑 王芳.

    A Japanese name has a space between its two halves, and so is not cut there.
    """
    for name in re.split(r"[、，,/／]" if whole else r"[ 　、，,/／·]" if _is_korean(text) else r"[ 　、，,/／]", text):
        stripped_name = name.strip(" \N{IDEOGRAPHIC SPACE}")
        if stripped_name in wordings("other_role"):
            return
        if stripped_name and not _NOTE.match(stripped_name) and stripped_name not in wordings("author_role"):
            yield stripped_name


def _is_korean(text: str) -> bool:
    return "가" <= text[:1] <= "힣"
