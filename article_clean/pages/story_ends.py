"""Where the story ends: behind the box that the page makes for it, at the next headline, and at boxes within it.

Of what had been chosen on shared/pages, out of fold, 43,000 characters on 30 pages stood behind such a box, 23,500 on
two behind a second headline, 3,250 in consent boxes, some 11,000 on four in fact boxes, and 1,780 on four in
embedded posts; none of them were the article's.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, pairwise

from article_clean.core.origin import Page
from article_clean.knowledge.word_lists import words
from article_clean.pages.walk import marks_of

LEAST_INSIDE = 0.6  # of the chosen text that stands in the story's box
MOST_BESIDE = 0.8  # of the chosen text; of a page about its cookies, or of posts, such boxes are the text
MOST_LIKELY = 0.3  # of a headline that is another story's; those of sections were likelier

_STORY = words("""
    articlebody articlecontent articletext entrycontent postcontent postbody storybody storycontent storytext
    contentbody bodytext
""")  # of two words in a name: "entry-content"
_BESIDE = words("""
    onetrust ccpa gdpr cookie cookies consent factbox infobox faktaboks faktabox faktaruta tweet
""")
_PAGE = words("body html main article")
_STORY_TAGS = words("article main")


def ended(page: Page, picked_blocks: Sequence[int], share_of: Callable[[int], float]) -> list[int]:
    """The picked blocks up to the end of the story.

    Args:
        page: its blocks and boxes.
        picked_blocks: the chosen blocks, in order.
        share_of: how likely a block is a part of the article.
    """
    if not picked_blocks:
        return []
    running_chars = [*accumulate((len(page.blocks[index].text) for index in picked_blocks), initial=0)]
    end = min(_box_end(page, picked_blocks, running_chars), _next_headline(page, picked_blocks, share_of))
    return _without_boxes(page, [index for index in picked_blocks if index < end])


def _box_end(page: Page, picked_blocks: Sequence[int], running_chars: Sequence[int]) -> int:
    """The end of the box that holds most of the chosen text, if the page says that the story is in it.

    Args:
        page: its blocks and boxes.
        picked_blocks: the chosen blocks.
        running_chars: the running sum of their text.
    """
    middle = picked_blocks[bisect_left(running_chars, running_chars[-1] / 2) - 1]
    for box in page.around(page.blocks[middle].box):
        if box.tag in _STORY_TAGS or _is_story(box.name):
            first_inside, end_inside = bisect_left(picked_blocks, box.first), bisect_left(picked_blocks, box.end)
            if running_chars[end_inside] - running_chars[first_inside] >= LEAST_INSIDE * running_chars[-1]:
                return box.end
    return len(page.blocks)


@lru_cache(maxsize=1024)
def _is_story(name: str) -> bool:
    return any(first + second in _STORY for first, second in pairwise(marks_of(name)))


def _next_headline(page: Page, picked_blocks: Sequence[int], share_of: Callable[[int], float]) -> int:
    """The first main heading of the same name as the story's that is no part of it."""
    headings = [heading_box for heading_box in page.boxes if heading_box.tag == "h1" and heading_box.name]
    headings_above = [heading_box for heading_box in headings if heading_box.first <= picked_blocks[0]]
    heading_names = {heading_box.name for heading_box in headings_above[-1:]}
    later_starts = (
        heading_box.first
        for heading_box in headings
        if heading_box.first > picked_blocks[0] and heading_box.name in heading_names
    )
    return next((block_index for block_index in later_starts if share_of(block_index) < MOST_LIKELY), len(page.blocks))


def _without_boxes(page: Page, picked_blocks: list[int]) -> list[int]:
    """The picked blocks without those in boxes of consent, facts or posts, unless they are the text of the page."""
    side_boxes = {
        box_index
        for box_index in {page.blocks[block_index].box for block_index in picked_blocks}
        if any(_stands_beside(box.name) for box in page.around(box_index) if box.tag not in _PAGE)
    }
    if not side_boxes:
        return picked_blocks
    free_blocks = [block_index for block_index in picked_blocks if page.blocks[block_index].box not in side_boxes]
    picked_size = sum(len(page.blocks[block_index].text) for block_index in picked_blocks)
    free_size = sum(len(page.blocks[block_index].text) for block_index in free_blocks)
    return free_blocks if free_size >= (1 - MOST_BESIDE) * picked_size else picked_blocks


@lru_cache(maxsize=1024)
def _stands_beside(box_name: str) -> bool:
    name_marks = marks_of(box_name)
    return not _BESIDE.isdisjoint(name_marks) or any(
        first_mark + second_mark in _BESIDE for first_mark, second_mark in pairwise(name_marks)
    )
