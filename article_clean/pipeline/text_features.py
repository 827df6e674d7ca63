"""What is known of a cleaned text as a whole: its paragraphs, what went from it, and what the readers made of it.

Every feature is a number; a row has them in the order of `FEATURES`. What was tried and told nothing more: the
language, roles and places of what went, tabs, commas, whether there is a byline or a date.
"""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, takewhile
from typing import NamedTuple

from article_clean.core.edits import FURNITURE, Edit, Likelihoods
from article_clean.knowledge.sentence_ends import ends_sentence
from article_clean.learned.shares import EVEN, NONE

SHORT = 60  # characters of a paragraph that may be a heading, a name, a link
ARTICLE_READER, PAGE_READER = "leftovers", "page_furniture"

PARAGRAPHS = (
    "chars", "paragraphs", "median_chars", "short", "unended", "unended_amid", "first_chars", "first_ends",
    "last_chars", "last_ends", "loose_above", "loose_below",
)  # fmt: skip
GONE = (
    "gone",
    "gone_to_rules",
    "gone_to_readers",
    "gone_of_page",
    "passages_to_readers",
    "least_against",
    "expected_loss",
)
READ = (
    "least",
    "second_least",
    "least_prose",
    "first",
    "last",
    "doubted",
    "doubt",
    "expected_junk",
    "expected_passages",
)
PAGE = ("page", "worth", "untouched", "line_doubt", "lines")
FEATURES = (*PARAGRAPHS, *GONE, *READ, *PAGE)


class Cleaned(NamedTuple):
    """A text that was cleaned.

    Attributes:
        chars: the length of the text that the cleaners of passages read.
        lines: how many paragraphs it had.
        removed: what was taken from it, sorted and disjoint.
        body: what is left, a blank line between its paragraphs.
        likelihoods: what the readers of whole texts made of it, by name.
    """

    chars: int
    lines: int
    removed: Sequence[Edit]
    body: str
    likelihoods: Mapping[str, Likelihoods]


def text_row(cleaned: Cleaned) -> list[float]:
    """The features of a text, in the order of `FEATURES`."""
    sizes, ends = array("L"), bytearray()
    for paragraph in _paragraphs(cleaned.body):
        sizes.append(len(paragraph))
        ends.append(ends_sentence(paragraph))
    of_article = cleaned.likelihoods.get(ARTICLE_READER, Likelihoods()).shares
    of_page = cleaned.likelihoods.get(PAGE_READER, Likelihoods())
    values = chain(_of_paragraphs(sizes, ends), _of_removals(cleaned), _of_shares(of_article, sizes), _of_page(of_page))
    return [*map(float, values), float(cleaned.lines)]


def _paragraphs(body: str) -> Iterator[str]:
    """The paragraphs of a body, one at a time: a long list of short lines may have a third of a million."""
    start = 0
    while (end := body.find("\n\n", start)) >= 0:
        yield body[start:end]
        start = end + 2
    if body:
        yield body[start:]


def _of_paragraphs(sizes: Sequence[int], ends: Sequence[int]) -> Iterator[float]:
    """The features that `PARAGRAPHS` names, of the paragraphs' lengths, and of whether each ends a sentence."""
    is_loose = bytearray(not end or size < SHORT for size, end in zip(sizes, ends, strict=True))
    count = len(sizes)
    yield from (sum(sizes), count, sorted(sizes)[count // 2] if sizes else 0)
    yield from (sum(size < SHORT for size in sizes) / (count or 1), 1 - sum(ends) / (count or 1))
    yield sum(size >= SHORT and not end for size, end in zip(sizes[1:-1], ends[1:-1], strict=True))
    yield from (sizes[0], ends[0], sizes[-1], ends[-1]) if sizes else (0, False, 0, False)
    yield from (_run_size(is_loose), _run_size(reversed(is_loose)))


def _run_size(flags: Iterable[int]) -> int:
    """How many are true before the first that is not."""
    return sum(takewhile(bool, flags))


def _of_removals(cleaned: Cleaned) -> Iterator[float]:
    """The features that `GONE` names."""
    chars, body_chars = cleaned.chars or 1, len(cleaned.body) or 1
    total = to_readers = of_page = count = 0
    least_against, expected_loss = 1.0, 0.0
    for edit in cleaned.removed:
        size = edit.end - edit.start
        total += size
        if edit.role == FURNITURE:
            of_page += size
        elif edit.likelihood is not None:
            to_readers, count = to_readers + size, count + 1
            least_against = min(least_against, edit.likelihood)
            expected_loss += (1 - edit.likelihood) * size
    yield from (total / chars, (total - to_readers - of_page) / chars, to_readers / chars, of_page / chars)
    yield from (count, least_against, expected_loss / body_chars)


def _of_shares(shares: Sequence[float], sizes: Sequence[int]) -> Iterator[float]:
    """The features that `READ` names, of the likelihoods of the body's paragraphs when they were read last."""
    if not shares:
        yield from (NONE for _ in READ)
        return
    if len(shares) != len(sizes):  # it was left at that after the last round of reading
        sizes = [1] * len(shares)
    least, second = sorted((*shares, 1.0))[:2]
    total = sum(sizes) or 1
    yield from (least, second)
    yield min((share for share, size in zip(shares, sizes, strict=True) if size >= SHORT), default=1.0)
    yield from (shares[0], shares[-1], sum(share < EVEN for share in shares))
    yield sum(min(share, 1 - share) * size for share, size in zip(shares, sizes, strict=True)) / total
    yield sum((1 - share) * size for share, size in zip(shares, sizes, strict=True)) / total
    yield len(shares) - sum(shares)


def _of_page(page: Likelihoods) -> Iterator[float]:
    """The features that `PAGE` names, but for the number of lines."""
    yield from (page.figures.get(name, NONE) for name in ("page", "worth", "untouched"))
    yield sum(min(share, 1 - share) for share in page.shares) / len(page.shares) if page.shares else NONE
