"""Credits that join a person and an agency or a paper: "Jane Doe/AFP", "REUTERS/Jane Doe"."""

from article_clean.core.document import fold
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.credits.credit_words import (
    DASHES,
    EDGES,
    GLUE,
    PART,
    Credit,
    ends_sentence,
    is_agency,
    is_name,
    words,
)
from article_clean.knowledge.sentence_ends import ENDS_OR_CLOSERS
from article_clean.knowledge.word_lists import word_list

_LOWER_STARTS = frozenset({"dpa", "imago", "istock", "picture", "ullstein"})
_INSIDE = word_list("within_credit_names")
_TOKEN = pattern_of(r"[^\s/|,;&+／]+")
_BAR = pattern_of(r"\s[/|]\s|[/|](?=\s)")
_OUTLET = pattern_of(r"([^/|.]+?)(?:\s?/\s?|\sfor\s)([^/|.]+)")
_STOCK = words("stock")
_OUTLETS = words("outlet")
LONGEST_FOR_OUTLET = 80  # characters of a person and a paper; the longest of 203 credits in shared/pages has 63
NAME_WORDS = range(2, 4)  # of a person before a paper's name


def joined(text: str, floor: int, end: int) -> Credit | None:
    """`… Jane Doe/AFP via Getty Images`, `… REUTERS/Jane Doe`, `… / AP`."""
    tail = text[floor:end]
    if not any(sign in tail for sign in ("/", "|", " via ", " for ")):
        return None
    start = _names_start(text, floor, end)
    run = text[start:end]
    parts = [part for part in PART.split(run) if part.strip()]
    agency_indexes = [index for index, part in enumerate(parts) if is_agency(part)]
    if not agency_indexes or len(parts) + run.count("/") + run.count("|") < 2:  # noqa: PLR2004  # one part joins nothing
        return _for_outlet(text, start, end)
    if "|" in run.lstrip("|/ ") and agency_indexes[0] and not is_agency(parts[-1], _STOCK):
        return None  # a page's title: "Council votes on ferry | Reuters"
    start += _caption_words(text[:start], run, parts, agency_indexes[0])
    return Credit(start, end - len(text[start:end].lstrip(EDGES)), len(text[:end].rstrip(" .")))


def _caption_words(text_before: str, run: str, parts: list[str], agency_index: int) -> int:
    """How much of a run of capitalised words is still the caption's: it may end in a name, without a full stop."""
    if agency_index == 0:
        return run.index(parts[0])
    stripped = text_before.rstrip()
    if not stripped or stripped == text_before or stripped[-1] in ENDS_OR_CLOSERS or stripped[-1] in DASHES:
        return 0
    bar = _BAR.search(run)
    if bar:
        return bar.start()
    token_starts = [match.start() for match in _TOKEN.finditer(parts[0])]
    return run.index(parts[0]) + (token_starts[-2] if len(token_starts) > 1 else 0)


def _for_outlet(text: str, start: int, end: int) -> Credit | None:
    """`… Jane Doe for Harbour Post`, `Jane Doe / Harbour Post`: a paper that is told by its last word."""
    match = _OUTLET.fullmatch(text, start, end) if end - start <= LONGEST_FOR_OUTLET else None
    text_before = text[:start].rstrip()
    if not match or (text_before and text_before[-1] not in ENDS_OR_CLOSERS):
        return None
    first, second = match[1].split(), match[2].split()
    for person, paper in ((first, second), (second, first)):
        ends = {fold(paper[-1]), fold(" ".join(paper[-2:]))} if paper else set()
        if len(person) in NAME_WORDS and not _OUTLETS.isdisjoint(ends):
            return Credit(start, start, end, sure=False)
    return None


def _names_start(text: str, floor: int, end: int) -> int:
    """Where the run of names begins that ends this line: back to the sentence before, or to a word in lower case."""
    start = end
    for match in reversed(list(_TOKEN.finditer(text, floor, end))):
        token = match[0]
        glue = max((glue_match.end() for glue_match in GLUE.finditer(token)), default=0)
        word = token[glue:].strip("\"'“”‘’()[].:*·…©-–—")
        if start < end and (not word or ends_sentence(token)):
            break
        if word and not is_name(word) and fold(word) not in _INSIDE:
            break
        start = match.start() + glue
        if glue:
            break
    bar = text[:start].rstrip()
    if bar and bar[-1] in "/|" and start < end:
        return len(bar) - 1
    if text[start:end].startswith("alliance/"):
        return text.rfind("picture", 0, start) if text[:start].endswith(("picture ", "picture-")) else end
    head = _TOKEN.match(text, start, end)
    while head and head[0].islower() and head[0] not in _LOWER_STARTS:  # it begins with a name, not with "the"
        start = end - len(text[head.end() : end].lstrip())
        head = _TOKEN.match(text, start, end)
    return start
