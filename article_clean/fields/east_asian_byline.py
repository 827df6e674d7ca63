"""Bylines of Chinese, Japanese and Korean papers: marked by the word for reporter, in front of names or behind."""

import re

from article_clean.article import Byline

_CHINESE_BYLINE = re.compile(
    r"[（(□■\s]*(?P<agency>本报|本報|新华社|新華社|中新社|中央社)?(?:(?P<role>记者|記者|通讯员)|(?:文|作者|撰文)(?=[/:：]))"
    r"[\s/:：]*(?P<names>[一-鿿·]{2,4}(?:[ 、，,/][一-鿿·]{1,4}){0,5})[）)]?\s*$"
)
_NOTE = re.compile(r"(?:文|图|圖|[一-鿿]*(?:报道|報導|摄影))$")
_KOREAN_BYLINE = re.compile(
    r"(?P<names>[가-힣]{2,4}(?:[ ,·][가-힣]{2,4}){0,5}) ?(?:선임|인턴)?(?:기자|특파원)(?: ?=| \S+@\S+)?\s*$"
)


def asian_byline(text: str) -> Byline | None:
    """The byline that a line is, or None."""
    match = _CHINESE_BYLINE.match(text) or _KOREAN_BYLINE.match(text)
    if not match:
        return None
    found = match.groupdict()
    names = tuple(name for name in re.split(r"[ 、，,/·]", found["names"]) if name and not _NOTE.match(name))
    agencies = (found["agency"],) if found.get("agency") else ()
    return Byline(text=text, authors=names, agencies=agencies)
