"""Where on a page the article is likely to stand: sums over blocks, scores of boxes, the content root."""

from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate, chain
from typing import NamedTuple

from article_clean.core.origin import Block, Box, Page
from article_clean.knowledge.sentence_ends import ENDS_OR_CLOSERS
from article_clean.knowledge.word_counts import is_as_long, is_spaced, weight
from article_clean.pages.comment_boxes import comment_ranges

SHORTEST_PROSE = 80  # letters; blocks of paragraphs are longer, menu entries, credits and dates are not
MOST_LINKED = 0.5  # share of characters in links that a paragraph may have
ROOT_SHARE = 0.85  # of a page's prose that the content root holds
MARGIN = 2  # blocks around the content root that are looked at too: standfirsts and last lines

_ENDS = ENDS_OR_CLOSERS | frozenset(":;")


class Sums(NamedTuple):
    """Running sums over a page's blocks: those of blocks a to b are `sums[b] - sums[a]`."""

    text: Sequence[int]
    linked: Sequence[int]
    ends: Sequence[int]
    prose: Sequence[int]


class Region(NamedTuple):
    """The part of a page that is looked at.

    Attributes:
        root: the index of the content root, -1 where the page has no box.
        best: the index of the box with most prose of its own, -1 where there is none.
        scores: how much prose each box has, its children's counted at a discount.
        first: the first block of the region.
        end: the block after the last one.
        sums: running sums over all blocks of the page.
        sizes: how long each block of the page is, in letters of an alphabet.
        comments: the blocks in boxes of readers' comments, below an article.
    """

    root: int
    best: int
    scores: Sequence[float]
    first: int
    end: int
    sums: Sums
    sizes: Sequence[int]
    comments: Sequence[range]


def whole_page(region: Region) -> Region:
    """All of the page that a region is a part of."""
    return region._replace(first=0, end=len(region.sizes))


def ends_sentence(text: str) -> bool:
    """Whether a text ends as a sentence or a quotation does."""
    return text[-1] in _ENDS


def is_prose(block: Block) -> bool:
    """Whether a block reads like a paragraph: long, and not mostly links."""
    return is_as_long(block.text, SHORTEST_PROSE + 1) and block.linked < MOST_LINKED * len(block.text)


def region_of(page: Page, article_type: str | None = None) -> Region:
    """The region of a page that holds its article.

    Args:
        page: its blocks and boxes.
        article_type: what its metadata calls it.
    """
    blocks, boxes = page.blocks, page.boxes
    size_of = len if is_spaced(page.text) else weight
    block_sizes = array("q", (size_of(block.text) for block in blocks))
    prose_sizes = array(
        "q", (block_size if is_prose(block) else 0 for block, block_size in zip(blocks, block_sizes, strict=True))
    )
    running_sums = Sums(
        _running(block_sizes),
        _running(
            block.linked * block_size // len(block.text) for block, block_size in zip(blocks, block_sizes, strict=True)
        ),
        _running(ends_sentence(block.text) for block in blocks),
        _running(prose_sizes),
    )
    comments = comment_ranges(page, running_sums.prose, article_type)
    box_scores = _scores(blocks, boxes, prose_sizes)
    best_box = max(range(len(boxes)), key=box_scores.__getitem__, default=-1)
    root_index = _root(boxes, best_box, running_sums.prose)
    if any(
        boxes[root_index].first in comment_blocks for comment_blocks in comments
    ):  # they are longer than the article
        for block_index in chain.from_iterable(comments):
            prose_sizes[block_index] = 0
        box_scores = _scores(blocks, boxes, prose_sizes)
        best_box = max(range(len(boxes)), key=box_scores.__getitem__)
        root_index = _root(boxes, best_box, _running(prose_sizes))
    first_block, end_block = _looked_at(boxes, root_index, running_sums.prose) if root_index >= 0 else (0, len(blocks))
    return Region(
        root_index,
        best_box,
        box_scores,
        max(0, first_block - MARGIN),
        min(len(blocks), end_block + MARGIN),
        running_sums,
        block_sizes,
        comments,
    )


def _looked_at(boxes: Sequence[Box], root_index: int, running_prose: Sequence[int]) -> tuple[int, int]:
    """The first block of the root and the one behind its last, with the sections of its kind beside it.

    The last section of a story may hold less prose than is asked of the root: 1,140 words of ten in shared/pages.
    """
    box = boxes[root_index]
    first_block, end_block = box.first, box.end
    while box.parent >= 0 and (boxes[box.parent].first, boxes[box.parent].end) == (first_block, end_block):
        box = boxes[box.parent]
    for sibling in boxes:
        is_alike = sibling.parent == box.parent and sibling.tag == box.tag and sibling.name == box.name
        if is_alike and running_prose[sibling.first] < running_prose[sibling.end]:
            first_block, end_block = min(first_block, sibling.first), max(end_block, sibling.end)
    return first_block, end_block


def _running(values: Iterable[int]) -> Sequence[int]:
    return array("q", accumulate(values, initial=0))


def _scores(blocks: Sequence[Block], boxes: Sequence[Box], prose_sizes: Sequence[int]) -> Sequence[float]:
    box_scores = array("d", bytes(8 * len(boxes)))
    for block, prose_size in zip(blocks, prose_sizes, strict=True):
        if prose_size and not boxes[block.box].hidden:
            score_gain = prose_size - 2 * block.linked * prose_size / len(block.text)
            block_box = boxes[block.box]
            if block_box.tag != "p":
                box_scores[block.box] += 0.7 * score_gain
            if block_box.parent >= 0:
                box_scores[block_box.parent] += score_gain
                grandparent = boxes[block_box.parent].parent
                if grandparent >= 0:
                    box_scores[grandparent] += score_gain / 2
    return box_scores


def _root(boxes: Sequence[Box], best_box: int, running_prose: Sequence[int]) -> int:
    """The smallest box around the best one that holds most of the page's prose."""
    least_prose = ROOT_SHARE * running_prose[-1]
    root_index = best_box
    while (
        root_index >= 0
        and boxes[root_index].parent >= 0
        and running_prose[boxes[root_index].end] - running_prose[boxes[root_index].first] < least_prose
    ):
        root_index = boxes[root_index].parent
    return root_index
