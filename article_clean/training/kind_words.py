"""Which words of short blocks tell what kind a page is of: "Reply" a forum, "Add to cart" a product."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log, sqrt

FEWEST_SITES = 8  # that a word must be seen on: below, it is one publisher's
MOST_WORDS = 400  # of a kind; 150 to 3,000 find the kinds of pages as often within .01
LEAST_TOLD = 0.5  # nats; what tells less is left out
BOUNDS = (-2.0, 3.0)  # nats of one word
DIGITS = 1

Told = tuple[str, str, Sequence[str]]  # the kind of a page, its site, its words


def kind_words(pages: Iterable[Told], kinds: Sequence[str]) -> dict[str, dict[str, float]]:
    """For each kind the words that tell most, each with the logarithm of how much more often its pages have it.

    Args:
        pages: of each its kind, its site, and the words that it has, each once.
        kinds: the kinds that there are.
    """
    sites: dict[str, set[str]] = defaultdict(set)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    sizes: Counter[str] = Counter()
    for kind, site, words in pages:
        sizes[kind] += 1
        for word in words:
            sites[word].add(site)
            counts[word][kind] += 1
    common = {word: counts[word] for word in sorted(counts) if len(sites[word]) >= FEWEST_SITES}
    return {kind: _telling(kind, common, sizes) for kind in kinds}


def _telling(kind: str, counts: Mapping[str, Counter[str]], sizes: Counter[str]) -> dict[str, float]:
    word_nats = {word: _nats(kind, of_word, sizes) for word, of_word in counts.items()}
    telling_words = sorted(word_nats, key=lambda word: -_worth(word_nats[word], counts[word], kind))[:MOST_WORDS]
    lower_bound, upper_bound = BOUNDS
    return {
        word: round(min(upper_bound, max(lower_bound, word_nats[word])), DIGITS)
        for word in sorted(telling_words)
        if abs(word_nats[word]) > LEAST_TOLD
    }


def _nats(kind: str, counts: Counter[str], sizes: Counter[str]) -> float:
    other_pages, pages = counts.total() - counts[kind], sizes.total() - sizes[kind]
    return log((counts[kind] + 0.5) / (sizes[kind] + 1)) - log((other_pages + 0.5) / (pages + 1))


def _worth(nats: float, counts: Counter[str], kind: str) -> float:
    """How much a word tells of all pages: by how much, and of how many; a word that a kind lacks half as much."""
    if nats > 0:
        return nats * sqrt(counts.total())
    return -nats * sqrt(counts.total() - counts[kind]) / 2
