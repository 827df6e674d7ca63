"""Blocks of one kind that are decided together: the items of a list, the paragraphs of a box or of a `<pre>`.

The shares are of text that was chosen. On shared/pages, out of fold, items that the choice left out of lists within the
story were the article's by 9,165 characters to 2,105; paragraphs by 3,073 to 830.
Where the paragraphs of one box are the page's whole prose, and half of them were chosen, the others are the story, too.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from article_clean.core.origin import Block, Page
from article_clean.pages.regions import is_prose

LEAST_SHARES: Mapping[str, float] = {"li": 0.2, "p": 0.9, "pre": 0.5}  # by tag; the others come with the chosen ones
WHOLE = 0.9  # of a page's prose that stands in the paragraphs of one box
LEAST_OF_WHOLE = 0.5  # of it that was chosen

_Key = tuple[int, str, str]  # the box around, tag and name


def together(page: Page, picked: Sequence[int]) -> list[int]:
    """The picked blocks, and those between them that are of a kind of which enough was picked."""
    kept = set(picked)
    keys = {n: key for n in picked if (key := _key(page, page.blocks[n]))}
    kinds = set(keys.values())
    if not kinds:
        return [*picked]
    chosen: dict[_Key, int] = defaultdict(int)
    total: dict[_Key, int] = defaultdict(int)
    left: list[tuple[int, _Key]] = []
    for n, block in enumerate(page.blocks):
        key = _key(page, block)
        if key not in kinds or key is None:
            continue
        total[key] += len(block.text)
        if n in kept:
            chosen[key] += len(block.text)
        elif picked[0] < n < picked[-1] or key[1] == "pre":
            left.append((n, key))
    for n, key in left:
        if chosen[key] >= LEAST_SHARES[key[1]] * total[key] and (key[1] != "p" or is_prose(page.blocks[n])):
            kept.add(n)
    for key, size in total.items():
        if key[1] == "p" and LEAST_OF_WHOLE * size <= chosen[key] < size:
            kept.update(_whole_prose(page, key))
    return sorted(kept)


def _whole_prose(page: Page, key: _Key) -> Sequence[int]:
    """The paragraphs of a kind, where they are the prose of the page."""
    prose = [n for n, block in enumerate(page.blocks) if is_prose(block)]
    of_kind = [n for n in prose if _key(page, page.blocks[n]) == key]
    size = sum(len(page.blocks[n].text) for n in of_kind)
    return of_kind if size >= WHOLE * sum(len(page.blocks[n].text) for n in prose) else ()


def _key(page: Page, block: Block) -> _Key | None:
    """What blocks of one kind have in common; None for those that are decided alone."""
    if block.box < 0:
        return None
    box = page.boxes[block.box]
    if box.tag not in LEAST_SHARES:
        return None
    return (block.box if box.tag == "pre" else box.parent), box.tag, box.name
