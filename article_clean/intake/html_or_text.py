"""Whether a text is a page of HTML, or a fragment of one, by its look."""

import re

from article_clean.core.patterns import pattern_of

# Nothing is given back: each comment ends at its first `-->`, or a text of forty comments would be read 2 ** 40 times.
_DOCUMENT = pattern_of(
    r"\s*+(?>(?:<\?xml[^>]*+>\s*+)?)(?>(?:(?><!--.*?-->)\s*+)*)<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_ROOT = pattern_of(r"<(?:!doctype\s+html|html)\b[^<>]*+>\s*+<", re.IGNORECASE)
_HEADERS = pattern_of(r"\s*+HTTP/[\d.]++\ [^\n]*+\n(?>(?:[\w-]++:[^\n]*+\n)*)\s*+")
_DECLARATION = pattern_of(r"<\?xml[^<>]*+>")
_WORD = pattern_of(r"[^\W_]+")
_END_OF_PART = pattern_of(r"</(?:title|head|body|html)\s*>", re.IGNORECASE)
_BLOCK_END = pattern_of(r"</(?:p|div|article|section|body|html|h[1-6]|ul|table)>", re.IGNORECASE)
_BETWEEN_BARE = pattern_of(  # a blank line that no block stands beside
    r"(?:(?<![>\s])|(?<=</[abi]>)|(?<=</em>)|(?<=</span>)|(?<=</strong>))[ \t\r]*+\n[ \t\r]*+\n\s*+"
    r"(?=[^<\s]|<(?:[abi]|em|img|span|strong)\b)",
    re.IGNORECASE,
)
ENOUGH_BLOCKS = 2  # closed block elements that make a fragment HTML; prose about HTML prints one now and then
BLOCKS_FOR_BARE = 2  # of these for a blank line between two paragraphs; a blog's editor makes paragraphs of blank lines
LONGEST_FRONT = 2_000  # characters in which a page begins, behind the headers of an answer
MOST_STRAY_WORDS = 3  # before the page, where an export left the name of a column; a sentence has more


def looks_like_html(text: str) -> bool:
    """Whether this is a page or a fragment of one, rather than text that was taken from one."""
    if "<" not in text:
        return False
    if _DOCUMENT.match(text) or _follows_stray_words(text):
        return True
    if not text.lstrip().startswith("<"):
        return False
    blocks = sum(1 for _ in _BLOCK_END.finditer(text))
    return blocks >= ENOUGH_BLOCKS and BLOCKS_FOR_BARE * sum(1 for _ in _BETWEEN_BARE.finditer(text)) < blocks


def _follows_stray_words(text: str) -> bool:
    """Whether a page begins behind a mark, a word or two, or the headers with which it was sent."""
    headers = _HEADERS.match(text[:LONGEST_FRONT])
    start = headers.end() if headers else 0
    root = _ROOT.search(text, start, LONGEST_FRONT)
    if root is None or not _END_OF_PART.search(text, root.end()):
        return False
    front = _DECLARATION.sub("", text[start : root.start()])
    return len(_WORD.findall(front)) <= MOST_STRAY_WORDS
