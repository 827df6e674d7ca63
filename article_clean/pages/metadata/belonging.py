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
    heading_ancestors = _around(heading)
    element: LexborNode | None = node
    while element is not None and element.tag != "body" and element.mem_id not in heading_ancestors:
        if element.tag in _APART or not _OTHERS.isdisjoint(_marks(element)):
            return False
        element = element.parent
    return True


def _around(node: LexborNode | None) -> set[int]:
    """The identities of the elements around one."""
    identities: set[int] = set()
    element = node.parent if node else None
    while element is not None:
        identities.add(element.mem_id)
        element = element.parent
    return identities


def _marks(node: LexborNode) -> tuple[str, ...]:
    attributes = node.attributes
    class_names = attributes.get("class") or ""
    if "elementor-" in class_names:  # Elementor calls every part of a page a widget
        class_names = class_names.replace("elementor-widget", "")
    return marks_of(f"{class_names} {attributes.get('id') or ''}")
