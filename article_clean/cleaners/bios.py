"""Who the author is, under the story."""

import re
from collections.abc import Iterator, Sequence

from article_clean.cleaners.sentences import sentences
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, fold
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases.phrase_lines import exact
from article_clean.knowledge.wordings import one_of

LONGEST_BIO = 900  # the longest of 30 that it takes in shared/gold and shared/texts has 684
SHORTEST_PROSE = 90  # a shorter line may be a byline or a heading, in which the author's name may stand
TAIL = 5  # paragraphs at the end in which a biography may stand
LAST = 2  # paragraphs at the end in which one without an address may stand
HEAD = 2  # paragraphs at the start in which one may stand, under the byline

_NAME = r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,4}"
_PRESS = pattern_of(rf"\b{one_of('press_trade')}\b")
_IS = pattern_of(
    rf"""[\W_]*{_NAME}(?:{one_of("is_a")}(?:an?\s|the\s|[^\W\d_A-Z][\w’'-]*['’]s\s|[A-Z])[^.!?]*\b{one_of("trade")}\b
    |{one_of("trade_verb")}\s)""",
    re.VERBOSE,
)
_OF_AUTHOR = pattern_of(
    rf"((?:[^\W\d_a-z][\w.’'-]*\s+){{1,3}}[^\W\d_a-z][\w.’'-]*),?\s+(?:{one_of('of_person')}\b|\([A-Z@])"
)
_REACH = pattern_of(rf"\b{one_of('reach')}(?!\w)|@\w|\[email.protected\]")
_TO_THE_AUTHOR = pattern_of(rf"\b{one_of('to_the_author')}\b")


@cleaner("author_bio", stage="context", role="author_bio")
def author_bio(doc: Document) -> Iterator[Edit]:
    """Who the author is and how to reach them: "Jo Lane is a reporter at the Harbour Mail. Follow her on Twitter".

    Why it goes: it presents the author, not the story.
    Keeps: people of the story, however they are introduced: whoever its prose names is not one of its authors.
    """
    paragraphs = doc.paragraphs
    tail_start = max(1, len(paragraphs) - TAIL)
    headings = exact(doc, "bio_heading")
    for paragraph_index, paragraph in enumerate(paragraphs[tail_start:], tail_start):
        if paragraph in headings:
            yield from _under_heading(paragraphs[paragraph_index : paragraph_index + 2])
        elif len(paragraph.text) <= LONGEST_BIO and _presents(
            paragraph, paragraphs[:paragraph_index], len(paragraphs) - paragraph_index <= LAST
        ):
            yield Edit(paragraph.start, paragraph.end)
    for paragraph in (*paragraphs[: min(HEAD, tail_start)], *paragraphs[tail_start:]):
        if len(paragraph.text) <= LONGEST_BIO and _is_of_signer(doc, paragraph):
            yield Edit(paragraph.start, paragraph.end, reason="presents whose name stands behind By, above")


def _under_heading(lines: Sequence[Line]) -> Iterator[Edit]:
    for line in lines:
        if len(line.text) <= LONGEST_BIO:
            yield Edit(line.start, line.end, reason='under the heading "About the author"')


def _presents(paragraph: Line, paragraphs_above: Sequence[Line], is_last: bool) -> bool:
    """Whether this paragraph presents someone whom the prose above it does not name."""
    if paragraph.text.startswith("- ") or not _IS.match(paragraph.text):  # a hyphen makes an item of a list
        return False
    if not (_REACH.search(paragraph.folded) or (is_last and _PRESS.search(sentences(paragraph)[0].folded))):
        return False
    return bool(_TO_THE_AUTHOR.search(paragraph.folded)) or not _named(paragraph, paragraphs_above)


def _is_of_signer(doc: Document, line: Line) -> bool:
    """Whether this paragraph opens with the name that stands behind By on a line above."""
    opening = _OF_AUTHOR.match(line.text)
    if not opening:
        return False
    byline = re.compile(rf"^[^\S\n]*(?:written |posted )?by:?\s+{re.escape(fold(opening[1]))}\b", re.MULTILINE)
    return bool(byline.search(doc.folded, 0, line.start))


def _named(line: Line, above: Sequence[Line]) -> bool:
    """Whether the prose above names the person; a byline is no prose."""
    name_match = re.match(rf"[\W_]*({_NAME})", line.text)
    last_name = name_match[1].split()[-1].casefold() if name_match else ""
    return any(last_name in paragraph.folded for paragraph in above if len(paragraph.text) >= SHORTEST_PROSE)
