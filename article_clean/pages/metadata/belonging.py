"""Which elements belong to the story: not those of comments, menus and cards of other stories."""

from selectolax.lexbor import LexborNode

from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.headings import around
from article_clean.pages.walk import marks_of

_OTHERS = words("""
    comment comments commentlist recentcomments respond reply replies widget related recommended popular trending
    menu nav navigation navbar testimonial testimonials cookie cookies carousel license licence caption
""")  # words of classes and ids, seen around the names of 38 of 53 pages that a class alone led astray
_APART = words("nav blockquote figure figcaption")


def belongs(node: LexborNode, heading: LexborNode | None) -> bool:
    """Whether an element is the story's own: nothing around it, up to what it shares with the headline, says otherwise.

    Args:
        node: the element.
        heading: that of the headline, where there is one.
    """
    story = around(heading, {"article"}) if heading else None
    article = around(node, {"article"})
    if story is not None and article is not None and article.mem_id != story.mem_id:
        return False
    shared = _around(heading)
    above: LexborNode | None = node
    while above is not None and above.tag != "body" and above.mem_id not in shared:
        if above.tag in _APART or not _OTHERS.isdisjoint(_marks(above)):
            return False
        above = above.parent
    return True


def _around(node: LexborNode | None) -> set[int]:
    """The identities of the elements around one."""
    identities: set[int] = set()
    above = node.parent if node else None
    while above is not None:
        identities.add(above.mem_id)
        above = above.parent
    return identities


def _marks(node: LexborNode) -> tuple[str, ...]:
    stated = node.attributes
    return marks_of(f"{stated.get('class') or ''} {stated.get('id') or ''}")
