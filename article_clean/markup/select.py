"""From likelihoods to the blocks that are the article: the choice with the best expected F1."""

from collections.abc import Sequence

from article_clean.page import Block

LONG = 60  # characters; a longer text that stands on the page again is the same text


def chosen(blocks: Sequence[Block], shares: Sequence[float]) -> list[int]:
    """The blocks that are the article, by index, in order; exact repeats of long ones are left out.

    Args:
        blocks: what was scored.
        shares: how likely each is a part of the article.
    """
    sizes = [block.text.count(" ") + 1 for block in blocks]
    total = sum(size * share for size, share in zip(sizes, shares, strict=True))
    right = taken = best = 0.0
    picked: list[int] = []
    cut = 0
    for n in sorted(range(len(blocks)), key=lambda n: -shares[n]):
        right += sizes[n] * shares[n]
        taken += sizes[n]
        picked.append(n)
        expected = 2 * right / (taken + total)
        if expected >= best:
            best, cut = expected, len(picked)
    return _once(blocks, sorted(picked[:cut]))


def _once(blocks: Sequence[Block], picked: Sequence[int]) -> list[int]:
    seen: set[str] = set()
    kept: list[int] = []
    for n in picked:
        text = blocks[n].text
        if len(text) > LONG and text in seen:
            continue
        seen.add(text)
        kept.append(n)
    return kept
