"""Datelines of Chinese, Japanese and Korean papers: marked by words and brackets, not by dashes."""

import re

from article_clean.article import Dateline

_CHINESE = re.compile(
    r"[（(]?(?P<agency>[一-鿿]{2,4}?(?:社|网|網|报|報)|本报|本報|[一-鿿]{2})(?P<reporter>记者|記者)?(?P<place>[一-鿿]{0,9}?)"
    r"(?P<date>(?:\d{1,2}月)?\d{1,2}日)?(?:综合|專|专)?(?:电|電|讯|訊)[）)]?(?:\s?[（(][^（）()]{2,20}[）)])?(?:\s?题：)?\s*"
)
_KOREAN = re.compile(r"[(\[【](?P<place>[가-힣·]{2,12})\s?=\s?(?P<agency>[가-힣0-9]{2,8})[)\]】]\s*")
_JAPANESE = re.compile(
    r"[【［](?P<place>[ァ-ヶー一-鿿]{2,9})[＝=・ 　]?(?P<agency>共同|時事|聯合ニュース|ロイター)[】］]\s*"
)


def asian_dateline(text: str) -> tuple[int, Dateline] | None:
    """The dateline at the start of a paragraph, and where the sentence behind it begins; None where there is none."""
    for pattern in (_CHINESE, _KOREAN, _JAPANESE):
        match = pattern.match(text)
        if not match:
            continue
        parts = match.groupdict()
        if pattern is _CHINESE and not (parts["date"] or parts["agency"] in {"本报", "本報"}):
            continue
        place = (parts["place"] or "").removesuffix("频道")
        if parts.get("reporter"):  # the reporter's name stands in front of the place: 記者李靜台北27日電
            place = place[-2:]
        places = (place,) if place else ()
        agencies = (parts["agency"] or "",)
        value = Dateline(text=match[0].strip(), places=places, date_text=parts.get("date"), agencies=agencies)
        return match.end(), value
    return None
