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


def joined(line_text: str, search_start: int, line_end: int) -> Credit | None:
    """`… Jane Doe/AFP via Getty Images`, `… REUTERS/Jane Doe`, `… / AP`."""
    credit_tail = line_text[search_start:line_end]
    if not any(joining_sign in credit_tail for joining_sign in ("/", "|", " via ", " for ")):
        return None
    names_start = _names_start(line_text, search_start, line_end)
    names_run = line_text[names_start:line_end]
    credit_parts = [credit_part for credit_part in PART.split(names_run) if credit_part.strip()]
    agency_indexes = [part_index for part_index, credit_part in enumerate(credit_parts) if is_agency(credit_part)]
    if not agency_indexes or len(credit_parts) + names_run.count("/") + names_run.count("|") < 2:  # noqa: PLR2004  # one part joins nothing
        return _for_outlet(line_text, names_start, line_end)
    if "|" in names_run.lstrip("|/ ") and agency_indexes[0] and not is_agency(credit_parts[-1], _STOCK):
        return None  # a page's title: "Council votes on ferry | Reuters"
    names_start += _caption_words(line_text[:names_start], names_run, credit_parts, agency_indexes[0])
    return Credit(
        names_start,
        line_end - len(line_text[names_start:line_end].lstrip(EDGES)),
        len(line_text[:line_end].rstrip(" .")),
    )


def _caption_words(text_before: str, names_run: str, credit_parts: list[str], agency_index: int) -> int:
    """How much of a run of capitalised words is still the caption's: it may end in a name, without a full stop."""
    if agency_index == 0:
        return names_run.index(credit_parts[0])
    stripped = text_before.rstrip()
    if not stripped or stripped == text_before or stripped[-1] in ENDS_OR_CLOSERS or stripped[-1] in DASHES:
        return 0
    bar_match = _BAR.search(names_run)
    if bar_match:
        return bar_match.start()
    token_starts = [token_match.start() for token_match in _TOKEN.finditer(credit_parts[0])]
    return names_run.index(credit_parts[0]) + (token_starts[-2] if len(token_starts) > 1 else 0)


def _for_outlet(line_text: str, names_start: int, line_end: int) -> Credit | None:
    """`… Jane Doe for Harbour Post`, `Jane Doe / Harbour Post`: a paper that is told by its last word."""
    outlet_match = (
        _OUTLET.fullmatch(line_text, names_start, line_end) if line_end - names_start <= LONGEST_FOR_OUTLET else None
    )
    text_before = line_text[:names_start].rstrip()
    if not outlet_match or (text_before and text_before[-1] not in ENDS_OR_CLOSERS):
        return None
    first_names, second_names = outlet_match[1].split(), outlet_match[2].split()
    for person_names, paper_names in ((first_names, second_names), (second_names, first_names)):
        paper_ends = {fold(paper_names[-1]), fold(" ".join(paper_names[-2:]))} if paper_names else set()
        if len(person_names) in NAME_WORDS and not _OUTLETS.isdisjoint(paper_ends):
            return Credit(names_start, names_start, line_end, sure=False)
    return None


def _names_start(line_text: str, search_start: int, line_end: int) -> int:
    """Where the run of names begins that ends this line: back to the sentence before, or to a word in lower case."""
    names_start = line_end
    for token_match in reversed(list(_TOKEN.finditer(line_text, search_start, line_end))):
        name_token = token_match[0]
        glue_end = max((glue_match.end() for glue_match in GLUE.finditer(name_token)), default=0)
        bare_word = name_token[glue_end:].strip("\"'“”‘’()[].:*·…©-–—")
        if names_start < line_end and (not bare_word or ends_sentence(name_token)):
            break
        if bare_word and not is_name(bare_word) and fold(bare_word) not in _INSIDE:
            break
        names_start = token_match.start() + glue_end
        if glue_end:
            break
    text_before = line_text[:names_start].rstrip()
    if text_before and text_before[-1] in "/|" and names_start < line_end:
        return len(text_before) - 1
    if line_text[names_start:line_end].startswith("alliance/"):
        return (
            line_text.rfind("picture", 0, names_start)
            if line_text[:names_start].endswith(("picture ", "picture-"))
            else line_end
        )
    first_token = _TOKEN.match(line_text, names_start, line_end)
    while (
        first_token and first_token[0].islower() and first_token[0] not in _LOWER_STARTS
    ):  # it begins with a name, not with "the"
        names_start = line_end - len(line_text[first_token.end() : line_end].lstrip())
        first_token = _TOKEN.match(line_text, names_start, line_end)
    return names_start
