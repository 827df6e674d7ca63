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
    kind_keys = {
        block_index: kind_key for block_index in picked_blocks if (kind_key := _key(page, page.blocks[block_index]))
    }
    picked_kinds = set(kind_keys.values())
    if not picked_kinds:
        return [*picked_blocks]
    chosen_chars: dict[_Key, int] = defaultdict(int)
    total_chars: dict[_Key, int] = defaultdict(int)
    candidates: list[tuple[int, _Key]] = []
    for block_index, block in enumerate(page.blocks):
        kind_key = _key(page, block)
        if kind_key not in picked_kinds or kind_key is None:
            continue
        total_chars[kind_key] += len(block.text)
        if block_index in indexes:
            chosen_chars[kind_key] += len(block.text)
        elif picked_blocks[0] < block_index < picked_blocks[-1] or kind_key[1] == "pre":
            candidates.append((block_index, kind_key))
    for block_index, kind_key in candidates:
        is_enough = chosen_chars[kind_key] >= LEAST_SHARES[kind_key[1]] * total_chars[kind_key]
        if is_enough and (kind_key[1] != "p" or is_prose(page.blocks[block_index])):
            indexes.add(block_index)
    for kind_key, kind_chars in total_chars.items():
        if kind_key[1] == "p" and LEAST_OF_WHOLE * kind_chars <= chosen_chars[kind_key] < kind_chars:
            indexes.update(_whole_prose(page, kind_key))
    return sorted(indexes)


def _whole_prose(page: Page, kind_key: _Key) -> Sequence[int]:
    """The paragraphs of a kind, where they are the prose of the page."""
    prose_blocks = [block_index for block_index, block in enumerate(page.blocks) if is_prose(block)]
    of_kind = [block_index for block_index in prose_blocks if _key(page, page.blocks[block_index]) == kind_key]
    kind_chars = sum(len(page.blocks[block_index].text) for block_index in of_kind)
    return (
        of_kind if kind_chars >= WHOLE * sum(len(page.blocks[block_index].text) for block_index in prose_blocks) else ()
    )


def _key(page: Page, block: Block) -> _Key | None:
    """What blocks of one kind have in common; None for those that are decided alone."""
    if block.box < 0:
        return None
    box = page.boxes[block.box]
    if box.tag not in LEAST_SHARES:
        return None
    return (block.box if box.tag == "pre" else box.parent), box.tag, box.name
