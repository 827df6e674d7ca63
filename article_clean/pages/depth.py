"""A guard before the parser: markup that would take it time or memory out of proportion is made flat.

The parser walks its stack of open elements at many a tag, writes every formatting element that is never closed anew
into each following block, and compares all attributes of a tag: 100,000 nested `<div>` took 25 s, 70 KB of unclosed
`<b id=…>` 4.5 GB, a megabyte of `<li>a` 104 MB. Ordinary pages are left alone.

https://html.spec.whatwg.org/multipage/parsing.html
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words
from article_clean.pages.long_tags import (
    COMMENT_END,
    MOST_ATTRIBUTES,
    NAME,
    PIECE,
    RAW,
    RAW_ENDS,
    long_tags,
    without_spans,
)

DEEPEST = 250  # elements; the deepest of the pages in 1,160 real pages has 138; libxml2 refuses 256, browsers 512
MOST_UNCLOSED = 60  # formatting elements left open that are written anew into later blocks
MANY_TAGS = 30_000  # 1 in a thousand pages has more; half as many, closed and nested, take the parser half a second
MANY_TIMES_UNCLOSED = 1_000_000  # tags times those that no end tag may close: more could be as many elements
MOST_ELEMENTS = 25_000  # five times the most of 1,160 real pages; each takes .2 to 1.4 KB
ELEMENT_CHARS = 24  # of the page to each of its elements; with fewer they take more than 60 times its size
SHORT_CHARS = 100  # from a tag to the next one; an element with fewer is left out where there are too many

_MOST = {"option": 2_000, "html": 20, "body": 20}  # the parser looks at all earlier ones, or at their attributes

_TAG = pattern_of(f"<(?:!--|(?P<end>/?)(?P<name>{NAME})(?P<rest>(?>{PIECE}*))>?)")
_ENDED = pattern_of("<(?:(/)|br|img|meta|link|input|!|source|path|use|hr|rect|circle)")  # tags that leave nothing open
_CUT_OFF = pattern_of(r"</?[a-zA-Z][^>]*+\Z|<!(?:--)?[^>]*+\Z")
_VOID = words(
    "area base br col embed hr img input link meta param source track wbr image keygen frame basefont bgsound"
)
_FORMATTING = words("a b big code em font i nobr s small strike strong tt u")
_INLINE = _FORMATTING | words(
    "abbr acronym bdi bdo cite del dfn ins kbd label mark q samp span sub sup time var data wbr"
)
_SCOPE = words("applet caption html table td th marquee object template")
_TABLE_SCOPE = words("table template")
_ROWS = words("table thead tbody tfoot tr")
_TABLE = _ROWS | words("caption colgroup td th")
_CLOSES_P = words("""
    address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4
    h5 h6 header hgroup hr main menu nav ol p pre search section summary table ul listing xmp plaintext
""")
_CLOSES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(_CLOSES_P, words("p")), "li": words("li"), "dt": words("dt dd"), "dd": words("dt dd"),
    "tr": words("tr td th"), "td": words("td th"), "th": words("td th"), "option": words("option"),
    "thead": words("thead tbody tfoot tr td th"), "tbody": words("thead tbody tfoot tr td th"),
    "tfoot": words("thead tbody tfoot tr td th"), "optgroup": words("option optgroup"), "body": words("head"),
    "rt": words("rt rp"), "rp": words("rt rp"), "a": words("a"), "nobr": words("nobr"), "button": words("button"),
}  # fmt: skip
_LOOKED_THROUGH = 8  # open inline elements, for one whose end is implied


def flattened(html: str) -> tuple[str, tuple[str, ...]]:
    """The page as the parser can take it in time linear in its length, and a warning for what had to be changed."""
    warnings: list[str] = []
    spans = long_tags(html)
    if spans:
        html = without_spans(html, spans)
        warnings.append(f"a tag has more than {MOST_ATTRIBUTES:,} attributes; they are left out")
    if _is_too_much(html):
        guard = _Guard(html, len(html))
        flat_html = guard.flat()
        if guard.elements > max(MOST_ELEMENTS, len(html) / ELEMENT_CHARS):
            guard = _Guard(html, MOST_ELEMENTS)
            flat_html = guard.flat()
        html = flat_html
        warnings += guard.warnings()
    if _CUT_OFF.match(html, max(0, html.rfind("<"))):
        warnings.append("the page ends inside a tag: it was cut off")
    return html, tuple(warnings)


def _is_too_much(html: str) -> bool:
    """Whether there may be more elements open, or more of them left open, than the parser takes well."""
    tag_count = html.count("<")
    if tag_count**2 <= MANY_TIMES_UNCLOSED or tag_count > MANY_TAGS:
        return tag_count > MANY_TAGS
    ended = _ENDED.findall(html)
    unclosed = tag_count - len(ended) - ended.count("/")
    return tag_count * unclosed > MANY_TIMES_UNCLOSED


class _Guard:
    """One pass over a page's tags with a stack of those that are open, as the parser has it, roughly."""

    def __init__(self, html: str, most_elements: int) -> None:
        self.html = html
        self.most_elements = most_elements  # behind so many, short ones are left out
        self.elements = 0
        self.stack: list[tuple[str, str]] = []  # name, and the tag as it is written
        self.open: Counter[str] = Counter()
        self.dropped: Counter[str] = Counter()  # left out, by name, and not closed yet
        self.seen: Counter[str] = Counter()
        self.unclosed: Counter[str] = Counter()
        self.parts: list[str] = []
        self.at = 0  # what stands before is in the parts
        self.parted = False  # whether nothing but tags stands behind the last rule
        self.deepest = 0

    def flat(self) -> str:
        """The page, changed only where it is too much for the parser."""
        offset = 0
        while tag_match := _TAG.search(self.html, offset):
            if (self.too_deep or self.is_full) and not self.html[offset : tag_match.start()].isspace():
                self.parted = self.parted and offset == tag_match.start()
            offset = self.tag(tag_match)
            if offset < 0:
                break
        if not (self.too_deep or self.too_many or self.seen_too_often or self.is_full):
            return self.html
        self.parts.append(self.html[self.at :])
        return "".join(self.parts)

    @property
    def too_deep(self) -> bool:
        return self.deepest > DEEPEST

    @property
    def too_many(self) -> bool:
        unclosed = sum(min(3, count) for count in self.unclosed.values())  # the parser keeps three of a kind
        return unclosed > MOST_UNCLOSED

    @property
    def seen_too_often(self) -> bool:
        return any(count > _MOST[name] for name, count in self.seen.items())

    @property
    def is_full(self) -> bool:
        return self.elements >= self.most_elements

    def warnings(self) -> Iterator[str]:
        """What was changed."""
        if self.too_deep:
            yield f"elements are nested more than {DEEPEST} deep; deeper ones are read as text of those around them"
        if self.too_many:
            yield f"more than {MOST_UNCLOSED} formatting elements are never closed; each is closed with its block"
        if self.is_full:
            yield f"more than {MOST_ELEMENTS:,} tiny elements; the short ones after these are read as one text"

    def tag(self, tag_match: re.Match[str]) -> int:
        """Read one tag; where to go on, -1 at the end."""
        tag_name = (tag_match["name"] or "").lower()
        if not tag_name:
            end_match = COMMENT_END.search(self.html, tag_match.end() - 2)
            return end_match.start() if end_match else -1
        if tag_match["end"]:
            self.end(tag_name, tag_match)
        elif tag_name in RAW and not self.is_closed(tag_match):
            self.elements += 1
            end_match = RAW_ENDS[tag_name].search(self.html, tag_match.end())
            return end_match.start() if end_match else -1
        elif tag_name == "plaintext":
            return -1
        elif tag_name in _VOID or self.is_closed(tag_match):
            self.stand_alone(tag_name, tag_match)
        else:
            self.start(tag_name, tag_match)
        return tag_match.end()

    def is_closed(self, match: re.Match[str]) -> bool:
        """Whether the tag closes itself, as `<path/>` in a drawing does."""
        return match["rest"].endswith("/") and bool(self.open["svg"] or self.open["math"])

    def start(self, tag_name: str, tag_match: re.Match[str]) -> None:
        """An element begins."""
        if tag_name in _MOST:
            self.seen[tag_name] += 1
            if self.seen[tag_name] > _MOST[tag_name]:
                self.drop(tag_match, tag_name)
                return
        if self.is_crowded(tag_match):
            self.dropped[tag_name] += 1
            self.drop(tag_match, tag_name)
            return
        if tag_name in _CLOSES:
            self.imply(_CLOSES[tag_name], tag_match.start())
        if len(self.stack) >= DEEPEST:
            self.deepest = DEEPEST + 1
            self.dropped[tag_name] += 1
            self.drop(tag_match, tag_name)
            return
        self.stack.append((tag_name, tag_match[0] if tag_name in _FORMATTING else ""))
        self.open[tag_name] += 1
        self.elements += 1

    def stand_alone(self, name: str, match: re.Match[str]) -> None:
        """An element begins and ends."""
        if self.is_crowded(match):
            self.drop(match, name)
        else:
            self.elements += 1

    def is_crowded(self, match: re.Match[str]) -> bool:
        """Whether a tag begins a short element where there are too many; a row needs a cell, or its text moves out."""
        if not self.is_full or (self.stack and self.stack[-1][0] in _ROWS):
            return False
        return self.html.find("<", match.end(), match.end() + SHORT_CHARS) >= 0

    def end(self, tag_name: str, tag_match: re.Match[str]) -> None:
        """An element ends, if it is open; a cell stays open for the text of those left out behind it."""
        if self.dropped[tag_name] or (self.is_full and tag_name in _TABLE and tag_name != "table"):
            self.dropped[tag_name] = max(0, self.dropped[tag_name] - 1)
            self.drop(tag_match, tag_name)
        elif self.open[tag_name]:
            depth = len(self.stack) - 1 if self.stack[-1][0] == tag_name else self.depth_of(tag_name)
            if depth >= 0:
                self.close(depth + 1, tag_match.start())
                self.pop()
        elif tag_name in ("p", "br"):  # the parser makes one of an end tag that ends nothing
            self.stand_alone(tag_name, tag_match)

    def imply(self, closed_names: frozenset[str], offset: int) -> None:
        """Close the element that the next one ends without an end tag of its own."""
        for depth in range(len(self.stack) - 1, max(-1, len(self.stack) - 1 - _LOOKED_THROUGH), -1):
            tag_name = self.stack[depth][0]
            if tag_name in closed_names:
                self.close(depth + 1, offset)
                self.pop()
                if not self.stack or self.stack[-1][0] not in closed_names:
                    return
            elif tag_name not in _INLINE:
                return

    def depth_of(self, name: str) -> int:
        """Where in the stack the element is that an end tag closes; -1 where a cell or a table stands between."""
        bounds = _TABLE_SCOPE if name in _TABLE else _SCOPE
        for levels_up, (open_name, _) in enumerate(reversed(self.stack), 1):
            if open_name == name:
                return len(self.stack) - levels_up
            if open_name in bounds:
                return -1
        return -1

    def close(self, depth: int, offset: int) -> None:
        """Close all elements from this depth on; formatting ones in so many words, or they come again."""
        while len(self.stack) > depth:
            name, tag_text = self.pop()
            if tag_text:
                self.unclosed[tag_text] += 1
                self.put(offset, offset, f"</{name}>")

    def pop(self) -> tuple[str, str]:
        name, tag_text = self.stack.pop()
        self.open[name] -= 1
        return name, tag_text

    def drop(self, tag_match: re.Match[str], tag_name: str) -> None:
        """Leave a tag out; a rule stands for the edges of a block with text, a space where there are too many."""
        edge = "" if tag_name in _INLINE or self.parted else " " if self.is_full else "<hr>"
        self.elements += edge == "<hr>"
        self.parted = self.parted or bool(edge)
        self.put(tag_match.start(), tag_match.end(), edge)

    def put(self, start: int, end: int, text: str) -> None:
        self.parts += (self.html[self.at : start], text)
        self.at = end
