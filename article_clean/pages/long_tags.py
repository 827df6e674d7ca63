"""Tags with thousands of attributes, all of which the parser compares with one another."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, islice

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words

MOST_ATTRIBUTES = 1_000

NAME = r"[a-zA-Z][^\s/>]*+"
PIECE = r"""(?:[^>=]++|=\s*+(?>(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?))"""
_PIECES = f"(?>{PIECE}{{0,4000}})"  # of a tag; each takes half a kilobyte
_MORE = pattern_of(_PIECES)
_MARKUP = pattern_of(f"<(?:(?P<tag>/?{NAME}){_PIECES}|(?P<comment>!(?=--))|[!?/][^>]*+)")
COMMENT_END = pattern_of("--!?>")
_ATTRIBUTE = pattern_of(r"""[^\s=/]++(?>(?:\s*+=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s]*+))?)""")
RAW = words("script style textarea title xmp iframe noembed noframes")
RAW_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in RAW}
_ORDINARY_TAG = rf"""(?!(?i:{"|".join(sorted(RAW))}))[a-zA-Z][^\s/>]{{0,20}}+
    (?>(?:[^>"'=]{{0,99}}+="[^"<>]{{0,120}}+"){{0,8}})[^>"'=]{{0,99}}+"""
# at most 1,992 characters of name, attributes in double quotes and those without a value, nothing odd in them;
# 400 at a time, each of which takes half a kilobyte
_ORDINARY = pattern_of(rf"(?>(?:[^<]*+<(?:/[a-zA-Z][^\s/>]{{0,20}}+|{_ORDINARY_TAG})>){{0,400}})", re.VERBOSE)


def long_tags(html: str) -> list[tuple[int, int]]:
    """Start and end of the attributes of tags that have too many."""
    return [
        (rest_start, rest_end)
        for rest_start, rest_end in _long_rests(html)
        if sum(1 for _ in islice(_ATTRIBUTE.finditer(html, rest_start, rest_end), MOST_ATTRIBUTES + 1))
        > MOST_ATTRIBUTES
    ]


def _long_rests(html: str) -> Iterator[tuple[int, int]]:
    """Start and end of what stands behind the name in tags that are long enough; none in comments and scripts.

    Ordinary tags, 92 of 100 and all of them shorter, are passed over in one go, which halves the time.
    """
    offset = 0
    while markup_match := _MARKUP.search(html, _behind_ordinary(html, offset)):
        tag_start, offset = markup_match.span()
        end_pattern = COMMENT_END if markup_match["comment"] else None
        if tag_name := markup_match["tag"]:
            end_pattern = RAW_ENDS.get(tag_name.lower())
            while (
                offset - tag_start > 2 * MOST_ATTRIBUTES
                and (continuation := _MORE.match(html, offset))
                and continuation[0]
            ):
                offset = continuation.end()
            if offset - tag_start > 2 * MOST_ATTRIBUTES:
                yield markup_match.end("tag"), offset
        if end_pattern:
            end_match = end_pattern.search(html, offset)
            if end_match is None:
                return
            offset = end_match.start()


def _behind_ordinary(html: str, offset: int) -> int:
    """Where the ordinary tags and the text end that stand here."""
    tag_match = _ORDINARY.match(html, offset)
    return tag_match.end() if tag_match else offset


def without_spans(html: str, spans: Sequence[tuple[int, int]]) -> str:
    """The page without these, which are sorted and disjoint."""
    span_edges = [0, *chain.from_iterable(spans), len(html)]
    return "".join(
        html[piece_start:piece_end] for piece_start, piece_end in zip(span_edges[::2], span_edges[1::2], strict=True)
    )
