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


def together(page: Page, picked_blocks: Sequence[int]) -> list[int]:
    """The picked blocks, and those between them that are of a kind of which enough was picked."""
    indexes = set(picked_blocks)
    keys = {index: key for index in picked_blocks if (key := _key(page, page.blocks[index]))}
    kinds = set(keys.values())
    if not kinds:
        return [*picked_blocks]
    chosen_chars: dict[_Key, int] = defaultdict(int)
    total_chars: dict[_Key, int] = defaultdict(int)
    candidates: list[tuple[int, _Key]] = []
    for index, block in enumerate(page.blocks):
        key = _key(page, block)
        if key not in kinds or key is None:
            continue
        total_chars[key] += len(block.text)
        if index in indexes:
            chosen_chars[key] += len(block.text)
        elif picked_blocks[0] < index < picked_blocks[-1] or key[1] == "pre":
            candidates.append((index, key))
    for index, key in candidates:
        is_enough = chosen_chars[key] >= LEAST_SHARES[key[1]] * total_chars[key]
        if is_enough and (key[1] != "p" or is_prose(page.blocks[index])):
            indexes.add(index)
    for key, size in total_chars.items():
        if key[1] == "p" and LEAST_OF_WHOLE * size <= chosen_chars[key] < size:
            indexes.update(_whole_prose(page, key))
    return sorted(indexes)


def _whole_prose(page: Page, key: _Key) -> Sequence[int]:
    """The paragraphs of a kind, where they are the prose of the page."""
    prose = [index for index, block in enumerate(page.blocks) if is_prose(block)]
    of_kind = [index for index in prose if _key(page, page.blocks[index]) == key]
    size = sum(len(page.blocks[index].text) for index in of_kind)
    return of_kind if size >= WHOLE * sum(len(page.blocks[index].text) for index in prose) else ()


def _key(page: Page, block: Block) -> _Key | None:
    """What blocks of one kind have in common; None for those that are decided alone."""
    if block.box < 0:
        return None
    box = page.boxes[block.box]
    if box.tag not in LEAST_SHARES:
        return None
    return (block.box if box.tag == "pre" else box.parent), box.tag, box.name
