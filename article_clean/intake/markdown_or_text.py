"""Whether a text is written in Markdown, by its look.

Prose has an asterisk, a number sign, a line of dashes; so a mark counts only in the form that programs write, and most
of them only beside another one.
"""

from article_clean.core.patterns import pattern_of

LEAST_SIGNS = (
    2  # headings and kinds of marks; front matter, what a crawler writes above a page, and a link are enough alone
)
LEAST_MARKS = 100  # lines for each: a page that tells of Markdown prints a few; of 18 texts one has fewer, 17 sixfold
MOST_HEADING = 200  # characters of a heading
LOOKED_AT = 200_000  # characters in which the marks are counted

_FRONT = pattern_of(r"\ufeff?\s*+---[ \t]*+\r?\n(?>(?:\s*+\n)?)[A-Za-z][\w -]*+:[ \t\r\n]")
_BEHIND_FRONT = pattern_of(r"\n(?:---|\.\.\.)[ \t]*+\r?\n\s*+\S")
_CRAWLED = pattern_of(r"\s*+(?:Title: [^\n]*+\n\s*+)?URL Source: ")
_LINK = pattern_of(
    r"(?<!!)\[(?!!\[)[^\[\]\n]++\]\((?:https?://|/|#|www\.|mailto:)[^\s()]*+(?>(?:\([^\s()]*+\)[^\s()]*+)*)"
    r"(?:[ \t]+\"[^\"\n]*+\")?\)"
)
_IMAGE = pattern_of(r"!\[[^\[\]\n]*+\]\([^\s()./]*+[./]")
_HEADING = pattern_of(r"(?:\A\s*+#{1,6}|\n#{2,6})[ \t]++[^\s#][^\n]*+(?=\n[ \t\r]*+(?:\n|\Z)|\Z)")
_UNDERLINED = pattern_of(r"(?:\A|\n)[^\s=>|-][^\n]*+\n={3,}+[ \t\r]*+(?=\n|\Z)")
_FENCE = pattern_of(r"(?:\A|\n)(?:```|~~~)[^\n`]*+(?=\n)")
_STRONG = pattern_of(r"(?<![*\w\\])\*\*(?=[^\s*])[^*\n]++(?<!\s)\*\*(?![*\w])")
_TABLE = pattern_of(r"\n[ \t]*+\|?[ \t]*+:?-{3,}+:?[ \t]*+\|[ \t|:-]*+\r?\n")
_NOTE = pattern_of(r"(?:\A|\n)\[\^[\w-]{1,20}+\]:[ \t]")
_LISTED = pattern_of(r"\n(?:[-*+]|\d{1,3}\.)[ \t]++\S[^\n]*+(?=\n)|\n>[ \t]")
_SIGNS = (
    ("[^", _NOTE),
    ("![", _IMAGE),
    ("\n=", _UNDERLINED),
    ("```", _FENCE),
    ("~~~", _FENCE),
    ("**", _STRONG),
    ("--", _TABLE),
)


def looks_like_markdown(text: str) -> bool:
    """Whether this is Markdown, rather than text without marks."""
    front = _FRONT.match(text)
    if (front and _BEHIND_FRONT.search(text, front.end())) or _CRAWLED.match(text):
        return True
    head = text[:LOOKED_AT]
    counts = [len(pattern.findall(head)) for literal, pattern in _SIGNS if literal in head]
    links = len(_LINK.findall(head)) if "](" in head else 0
    headings = _headings(head) if "#" in head else 0
    if LEAST_MARKS * (sum(counts) + links + headings) < head.count("\n"):
        return False
    is_listed = headings > 0 and len(_LISTED.findall(head)) > 1
    return links > 0 or sum(map(bool, counts)) + headings + is_listed >= LEAST_SIGNS


def _headings(text: str) -> int:
    """How many lines are headings; one alone is none unless it comes first.

    Of the first level only the first line is one: others are comments in code.
    """
    heading_starts = [heading.start() for heading in _HEADING.finditer(text) if len(heading[0]) <= MOST_HEADING]
    return len(heading_starts) if len(heading_starts) > 1 or heading_starts == [0] else 0
