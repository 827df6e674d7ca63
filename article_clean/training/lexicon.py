"""The lexicons of the block model: how often blocks that bear a mark or a word are the article, counted by site."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from statistics import mean

from article_clean.markup.features import MOST_WORDS, UNKNOWN, Lexicons
from article_clean.markup.hints import SHOWN, said_in
from article_clean.markup.walk import marks_of
from article_clean.training.pages import TrainingPage

FEWEST_SITES = 6  # that a mark or word must be seen on: below, it is one publisher's
PRIOR = 4  # sites' worth of doubt: a mark seen on few sites stays near the average
LEAST_TOLD = 18  # points that a word's score lies away from the average; nearer ones tell nothing

Shares = dict[str, float]
Terms = Callable[[TrainingPage], Iterator[tuple[str, float]]]


class SiteCounts:
    """For each site, the share of a term's blocks that are the article; lexicons with or without one site.

    Args:
        pages: the pages to count.
    """

    def __init__(self, pages: Iterable[TrainingPage]) -> None:
        by_site: dict[str, list[TrainingPage]] = defaultdict(list)
        for page in pages:
            by_site[page.site].append(page)
        self._marks = _Terms({site: _mean([_shares(one, _marks) for one in these]) for site, these in by_site.items()})
        self._words = _Terms({site: _mean([_shares(one, _words) for one in these]) for site, these in by_site.items()})

    def lexicons(self, without: str | None = None) -> Lexicons:
        """The lexicons of all sites, or of all but one: a page must not be told by its own site's words."""
        return Lexicons(self._marks.scores(without), self._words.scores(without))


class _Terms:
    """Sums over sites."""

    def __init__(self, of_site: Mapping[str, Shares]) -> None:
        self._of_site = of_site
        self._sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for shares in of_site.values():
            for term, share in shares.items():
                self._sums[term][0] += share
                self._sums[term][1] += 1
        found = ((term, _score(*sums)) for term, sums in sorted(self._sums.items()))
        self._scores = {term: score for term, score in found if score is not None}

    def scores(self, without: str | None) -> dict[str, float]:
        if without is None:
            return self._scores
        scores = dict(self._scores)
        for term, share in self._of_site.get(without, {}).items():
            total, sites = self._sums[term]
            score = _score(total - share, sites - 1)
            if score is None:
                scores.pop(term, None)
            else:
                scores[term] = score
        return scores


def _score(total: float, sites: float) -> float | None:
    """In percent, drawn towards the average; None where too few sites have the term, or it tells nothing."""
    if sites < FEWEST_SITES:
        return None
    score = float(round((100 * total + PRIOR * UNKNOWN) / (sites + PRIOR)))
    return score if abs(score - UNKNOWN) >= LEAST_TOLD else None


def _mean(pages: Sequence[Shares]) -> Shares:
    found: dict[str, list[float]] = defaultdict(list)
    for shares in pages:
        for term, share in shares.items():
            found[term].append(share)
    return {term: mean(shares) for term, shares in found.items()}


def _shares(page: TrainingPage, terms: Terms) -> Shares:
    """The mean label of the blocks that bear each term."""
    found: dict[str, list[float]] = defaultdict(list)
    for term, label in terms(page):
        found[term].append(label)
    return {term: mean(labels) for term, labels in found.items()}


def _marks(page: TrainingPage) -> Iterator[tuple[str, float]]:
    """The names of all boxes around each block."""
    boxes = page.page.boxes
    known: dict[int, frozenset[str]] = {-1: frozenset()}
    for n, box in enumerate(boxes):  # a box comes behind the one around it
        known[n] = known[box.parent].union(marks_of(box.name))
    for n, label in enumerate(page.labels, page.region.first):
        for mark in known[page.page.blocks[n].box]:
            yield mark, label


def _words(page: TrainingPage) -> Iterator[tuple[str, float]]:
    """The words of each short block, once."""
    for n, label in enumerate(page.labels, page.region.first):
        text = page.page.blocks[n].text
        if len(text) < SHOWN:
            for word in set(said_in(text)[:MOST_WORDS]):
                yield word, label
