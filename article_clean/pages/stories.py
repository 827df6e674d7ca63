"""Pages that print several stories in full, one below the other: blogs, newsletters, pages that load the next story."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from article_clean.core.origin import Page
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import LONGEST_BYLINE, find_byline
from article_clean.fields.dates.dates import read_date_line
from article_clean.intake.decode import without_surrogates
from article_clean.learned.tokens import said_in
from article_clean.pages.depth import flattened
from article_clean.pages.regions import is_prose
from article_clean.pages.shown import Noscript, with_shadow_roots
from article_clean.pages.walk import marks_of, walk_in

LEAST_STORIES = 2
LEAST_TEXT = 500  # characters of prose in a story; teasers have fewer
LEAST_SHARE = 0.5  # of the page's prose that its stories are
MOST_ABOVE = 6  # elements around a heading that may hold its story and no other one
MOST_HEADINGS = 2_000  # of a page; more are an index
SIGNED_WITHIN = 8  # blocks at the top of a story, and SIGNED_BELOW at its end, where its date or byline stands
SIGNED_BELOW = 3
LEAST_DIFFERENT = 0.7  # of the headings; those of replies and of boxes of comments are the same but for their numbers

_HEADINGS = "h1, h2, h3"
_CUT_SHORT = ("…", "...")  # at the end of a teaser, in brackets or not
_LIVE = pattern_of(r"LiveBlogPosting")  # its entries are one story
_REPLY = pattern_of(r"(?:(?:re|aw|sv|antw|odp) )+|[\d\W_]+")
_NUMBER = pattern_of(r"\d+")
_COMMENTS = frozenset({"comment", "comments", "reply", "replies", "respond"})


class _Story(NamedTuple):
    """An element that holds a story, what its heading says, and how much prose there is in it."""

    node: Any  # Any: selectolax's node
    heading: str
    prose: int


class Part(NamedTuple):
    """A story of a page as a page of its own.

    Attributes:
        html: the part.
        is_own: whether the page's address and head tell of it.
    """

    html: str
    is_own: bool


def stories(html: str) -> Sequence[Part]:
    """Each story that a page prints in full; the page itself where it prints one.

    A story is an element with a heading and a date or byline of its own, beside others of its kind. What the page's
    head says goes with the story whose heading is the page's title.

    Args:
        html: the page.
    """
    tree = _tree(html)
    page_stories = _stories(tree)
    if len(page_stories) < LEAST_STORIES:
        return [Part(html, is_own=True)]
    head_html, page_title = _head(tree)
    are_own = [
        bool(_said(page_story.heading)) and _said(page_story.heading) in page_title for page_story in page_stories
    ]
    return [
        Part(_page(tree, page_story, head_html if is_own else ""), is_own)
        for page_story, is_own in zip(page_stories, are_own, strict=True)
    ]


def _tree(html: str) -> LexborHTMLParser:
    html = Noscript(with_shadow_roots(flattened(html)[0])).closed_off()
    try:
        return LexborHTMLParser(html.encode())
    except UnicodeEncodeError:
        return LexborHTMLParser(without_surrogates(html)[0].encode())


def _stories(tree: LexborHTMLParser) -> Sequence[_Story]:
    """The stories of the row that holds most of the page's prose."""
    if tree.body is None or _LIVE.search(tree.head.html or "" if tree.head else ""):
        return ()
    best_stories: Sequence[_Story] = ()
    best_size = 0
    for story_row in _rows(tree):
        row_stories = [story for story_node, heading in story_row if (story := _story(story_node, heading))]
        row_size = sum(story.prose for story in row_stories)
        if len(row_stories) >= LEAST_STORIES and row_size > best_size and _differ(row_stories):
            best_stories, best_size = row_stories, row_size
    return best_stories if best_stories and best_size >= LEAST_SHARE * _prose(walk_in(tree.body)) else ()


def _rows(tree: LexborHTMLParser) -> Iterator[Sequence[tuple[Any, str]]]:
    """Elements of one kind in one box, each with one heading of its rank, with what that says."""
    headings = tree.css(_HEADINGS)[:MOST_HEADINGS]
    for heading_rank in ("h1", "h2", "h3"):
        element_rows: dict[tuple[int, str, str], list[tuple[Any, str]]] = defaultdict(list)
        of_rank = [heading for heading in headings if heading.tag == heading_rank]
        holders: dict[int, int] = defaultdict(int)  # how many of these headings an element holds
        for heading in of_rank:
            for element in _around(heading):
                holders[element.mem_id] += 1
        for heading in of_rank:
            lone_elements = [element for element in _around(heading) if holders[element.mem_id] == 1]
            if lone_elements and lone_elements[-1].parent is not None:
                element_rows[lone_elements[-1].parent.mem_id, lone_elements[-1].tag, _kind(lone_elements[-1])].append(
                    (lone_elements[-1], heading.text())
                )
        yield from (element_row for element_row in element_rows.values() if len(element_row) >= LEAST_STORIES)


def _around(heading: Any) -> Iterator[Any]:  # Any: selectolax's nodes
    node = heading.parent
    for _ in range(MOST_ABOVE):
        if node is None or node.tag in {"body", "html"}:
            return
        yield node
        node = node.parent


def _kind(node: Any) -> str:  # Any: selectolax's node
    """What elements of one kind have in common: the first word of their class, without numbers."""
    return _NUMBER.sub("", ((node.attributes.get("class") or "").split() or [""])[0])


def _story(story_node: Any, heading: str) -> _Story | None:  # Any: selectolax's node
    """The story in an element, if it is one in full."""
    if not _COMMENTS.isdisjoint(
        marks_of(f"{story_node.attributes.get('class') or ''} {story_node.attributes.get('id') or ''}")
    ):
        return None
    page = walk_in(story_node)
    prose_size = _prose(page)
    if prose_size < LEAST_TEXT or not _is_signed(story_node, page):
        return None
    last_prose = [block for block in page.blocks if is_prose(block)][-1]
    return None if last_prose.text.rstrip(" )]»>→").endswith(_CUT_SHORT) else _Story(story_node, heading, prose_size)


def _differ(row_stories: Sequence[_Story]) -> bool:
    """Whether most headings say something of their own."""
    return len({_REPLY.sub("", _said(story.heading)) for story in row_stories}) >= LEAST_DIFFERENT * len(row_stories)


def _prose(page: Page) -> int:
    return sum(len(block.text) for block in page.blocks if is_prose(block))


def _is_signed(node: Any, page: Page) -> bool:  # Any: selectolax's node
    """Whether an element says when or by whom its text was written, as sections of a story do not."""
    blocks = page.blocks
    first_prose = next(block_index for block_index, block in enumerate(blocks) if is_prose(block))
    top_lines = [block.text for block in blocks[: min(first_prose, SIGNED_WITHIN)]]
    edge_lines = [
        edge_line
        for edge_line in (*top_lines, *(block.text for block in blocks[-SIGNED_BELOW:]))
        if len(edge_line) <= LONGEST_BYLINE
    ]
    times = [text for time in node.css("time") if (text := " ".join(time.text().split()))]
    if any(
        read_date_line(edge_line) is not None or any(time in edge_line for time in times) for edge_line in edge_lines
    ):
        return True
    return any(find_byline(edge_line) is not None for edge_line in top_lines if len(edge_line) <= LONGEST_BYLINE)


def _head(tree: LexborHTMLParser) -> tuple[str, str]:
    """The head of a page, and the words of its titles."""
    if tree.head is None:
        return "", ""
    page_titles = [head_node.text() for head_node in tree.head.css("title")]
    page_titles += [
        head_node.attributes.get("content") or "" for head_node in tree.head.css('meta[property="og:title"]')
    ]
    return tree.head.html or "", _said(" ".join(page_titles))


def _said(text: str) -> str:
    return " ".join(said_in(text))


def _page(tree: LexborHTMLParser, story: _Story, head_html: str) -> str:
    """A story as a page of its own, in the language of the page that it comes from."""
    language = escape((tree.root.attributes.get("lang") or "") if tree.root else "")
    head_html = head_html or f"<head><title>{escape(' '.join(story.heading.split()))}</title></head>"
    return f'<html lang="{language}">{head_html}<body>{story.node.html}</body></html>'
