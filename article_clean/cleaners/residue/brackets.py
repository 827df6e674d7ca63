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
    matches = [shortcode for shortcode in _SHORTCODE.finditer(text) if _is_one(shortcode)]
    paired_indexes = _pairs(matches)
    span_end = 0
    for shortcode_index, shortcode in enumerate(matches):
        if shortcode.start() < span_end:
            continue
        closing = (
            matches[paired_indexes[shortcode_index]]
            if shortcode_index in paired_indexes and paired_indexes[shortcode_index] > shortcode_index
            else None
        )
        if closing and _ADDRESS.fullmatch(text, shortcode.end(), closing.start()):
            span_end = closing.end()
            yield shortcode.start(), span_end
        elif shortcode_index in paired_indexes or shortcode["attributes"]:
            yield shortcode.span()


def _is_one(match: re.Match[str]) -> bool:
    """Whether this may be a shortcode: in a span of code it is a matter of the text."""
    source_text, match_start, match_end = match.string, match.start(), match.end()
    return not (
        source_text[match_start - 1 : match_start] in {"`", "\\", "["}
        or source_text[match_end : match_end + 1] in {"`", "]"}
    )


def _pairs(matches: list[re.Match[str]]) -> dict[int, int]:
    paired_indexes: dict[int, int] = {}
    open_indexes: dict[str, list[int]] = defaultdict(list)
    for match_index, match in enumerate(matches):
        shortcode_name = match["name"].lower()
        if not match["slash"]:
            open_indexes[shortcode_name].append(match_index)
        elif open_indexes[shortcode_name]:
            opening_index = open_indexes[shortcode_name].pop()
            paired_indexes[opening_index], paired_indexes[match_index] = match_index, opening_index
    return paired_indexes
