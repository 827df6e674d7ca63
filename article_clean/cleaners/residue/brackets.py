"""Shortcodes of blogs and forums: `[gallery ids="1,2"]`, `[embed]…[/embed]`, `[url=https://…]the report[/url]`."""

import re
from collections import defaultdict
from collections.abc import Iterator

from article_clean.core.patterns import pattern_of

_SHORTCODE = pattern_of(
    r"""\[(?P<slash>/?)(?P<name>[A-Za-z][\w-]*+)(?>(?P<value>=[^\[\]\n]++)?)
    (?P<attributes>(?>(?:\s++[\w:-]++\s*+=\s*+(?:"[^"\[\]]*+"|'[^'\[\]]*+'|[“”″][^“”″\[\]]*+[“”″]|[^\s\[\]"'“”″]++))*))
    \s*+/?\](?!\()""",
    re.VERBOSE,
)
_ADDRESS = pattern_of(r"\s*(?:https?://\S+)?\s*")


def shortcode_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where shortcodes stand, as they go: each mark by itself, a pair with what it holds where that is an address."""
    matches = [match for match in _SHORTCODE.finditer(text) if _is_one(match)]
    pairs = _pairs(matches)
    span_end = 0
    for index, match in enumerate(matches):
        if match.start() < span_end:
            continue
        closing = matches[pairs[index]] if index in pairs and pairs[index] > index else None
        if closing and _ADDRESS.fullmatch(text, match.end(), closing.start()):
            span_end = closing.end()
            yield match.start(), span_end
        elif index in pairs or match["attributes"]:
            yield match.span()


def _is_one(match: re.Match[str]) -> bool:
    """Whether this may be a shortcode: in a span of code it is a matter of the text."""
    string, start, end = match.string, match.start(), match.end()
    return not (string[start - 1 : start] in {"`", "\\", "["} or string[end : end + 1] in {"`", "]"})


def _pairs(matches: list[re.Match[str]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    open_indexes: dict[str, list[int]] = defaultdict(list)
    for index, match in enumerate(matches):
        name = match["name"].lower()
        if not match["slash"]:
            open_indexes[name].append(index)
        elif open_indexes[name]:
            start = open_indexes[name].pop()
            pairs[start], pairs[index] = index, start
    return pairs
