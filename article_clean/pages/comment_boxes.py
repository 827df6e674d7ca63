"""Boxes of a page that say by their class or id that readers' comments stand in them, below an article."""

import re
from collections.abc import Sequence

from article_clean.core.origin import Box, Page
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import words
from article_clean.pages.walk import marks_of

SHORTEST_ARTICLE = 500  # letters of prose above the comments where the page says that it is an article; else as much
MOST_TIMES = 12  # as much prose in comments as above them, at the most: 10 on a page of shared/pages

_COMMENT = pattern_of(
    r"comment(?!ary|ari|ator|ed\Z|ing\Z)|coms\Z|comentarios\Z|commentaires|commenti\Z|kommentare|kommentit\Z|komentarze"
    r"|reacties\Z|respond\Z|trackback|pingback|disqus"
)
_OF_BLOG = words("commentlist respond pingback trackback")  # names that blog software gives, and no forum's
_OF_POST = words("hentry status format type has single template open closed enabled allowed count")  # "comments-open"
_WHOLE = words("body article main")
_FORUM = words("forum forums thread threads question answer answers")
_TALK = pattern_of("discussion|qapage|question", re.IGNORECASE)
_ARTICLE = pattern_of(r"\w*(?:article|posting|review|recipe)\b", re.IGNORECASE)


def comment_ranges(page: Page, running_prose: Sequence[int], article_type: str | None) -> Sequence[range]:
    """The blocks that stand in such boxes below an article; none of a forum, where they are what the page is for.

    Args:
        page: its blocks and boxes.
        running_prose: running sums of prose over its blocks.
        article_type: what its metadata calls it.
    """
    comment_boxes = _named(page.boxes)
    comment_prose = sum(
        running_prose[comment_box.end] - running_prose[comment_box.first] for comment_box in comment_boxes
    )
    if not comment_prose or _TALK.search(article_type or ""):
        return ()
    is_article = _ARTICLE.match(article_type or "") or any(
        not _OF_BLOG.isdisjoint(marks_of(comment_box.name)) for comment_box in comment_boxes
    )
    least_prose = max(comment_prose / MOST_TIMES, SHORTEST_ARTICLE) if is_article else comment_prose
    block_ranges: list[range] = []
    passed_prose = 0
    for comment_box in comment_boxes:
        if running_prose[comment_box.first] - passed_prose >= least_prose:
            block_ranges.append(range(comment_box.first, comment_box.end))
        passed_prose += running_prose[comment_box.end] - running_prose[comment_box.first]
    return block_ranges


def _named(boxes: Sequence[Box]) -> list[Box]:
    """The outermost boxes that are called so, in order."""
    is_comment_name = {
        box_name: bool(_COMMENT.search(box_name.lower())) and _is_of_comments(box_name)
        for box_name in {box.name for box in boxes}
    }
    comment_boxes: list[Box] = []
    for box in boxes:
        is_outermost = not comment_boxes or box.first >= comment_boxes[-1].end
        if is_comment_name[box.name] and is_outermost and box.tag not in _WHOLE and not _is_in_forum(boxes, box):
            comment_boxes.append(box)
    return comment_boxes


def _is_of_comments(name: str) -> bool:
    marks = marks_of(name)
    return _OF_POST.isdisjoint(marks) and any(map(_COMMENT.match, marks))


def _is_in_forum(boxes: Sequence[Box], box: Box) -> bool:
    while box.parent >= 0:
        box = boxes[box.parent]
        if not _FORUM.isdisjoint(marks_of(box.name)):
            return True
    return False
