"""Lexicons: how often parts of a document that bear a mark or a word are the article, counted by site."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from statistics import mean

from article_clean.learned.tokens import UNKNOWN

FEWEST_SITES = 6  # that a mark or word must be seen on: below, it is one publisher's
PRIOR = 4  # sites' worth of doubt: a mark seen on few sites stays near the average
LEAST_TOLD = 18  # points that a word's score lies away from the average; nearer ones tell nothing

Shares = dict[str, float]
Labelled = Iterable[tuple[str, float]]


class SiteTerms:
    """For each site the share of a term's parts that are the article; scores with or without one site.

    Args:
        documents: of each its site, and each of its terms with the label of the part that bears it.
    """

    def __init__(self, documents: Iterable[tuple[str, Labelled]]) -> None:
        by_site: dict[str, list[Shares]] = defaultdict(list)
        for site, terms in documents:
            by_site[site].append(_shares(terms))
        self._of_site = {site: _mean(site_shares) for site, site_shares in by_site.items()}
        self._sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        for shares in self._of_site.values():
            for term, share in shares.items():
                self._sums[term][0] += share
                self._sums[term][1] += 1
        scored_terms = ((term, _score(*sums)) for term, sums in sorted(self._sums.items()))
        self._scores = {term: score for term, score in scored_terms if score is not None}

    def scores(self, without: str | None = None) -> dict[str, float]:
        """How often parts with each term are the article, in percent.

        Args:
            without: a site that is left out: a page must not be told by its own site's words.
        """
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


def _mean(documents: Sequence[Shares]) -> Shares:
    term_shares: dict[str, list[float]] = defaultdict(list)
    for shares in documents:
        for term, share in shares.items():
            term_shares[term].append(share)
    return {term: mean(shares) for term, shares in term_shares.items()}


def _shares(terms: Labelled) -> Shares:
    """The mean label of the parts that bear each term."""
    term_labels: dict[str, list[float]] = defaultdict(list)
    for term, label in terms:
        term_labels[term].append(label)
    return {term: mean(labels) for term, labels in term_labels.items()}
