"""Microdata: whether a property is the page's article's own, or a comment's or a card's.

https://html.spec.whatwg.org/multipage/microdata.html
"""

from selectolax.lexbor import LexborNode

from article_clean.fields.words import words

_OWN = words("article newsarticle blogposting posting webpage review report creativework blog recipe howto")


def of_article(node: LexborNode) -> bool:
    """Whether the nearest item around it is an article, or there is none."""
    above = node.parent
    while above is not None:
        given = above.attributes
        if "itemscope" in given:
            name = (given.get("itemtype") or "article").rstrip("/").rsplit("/", 1)[-1].casefold()
            return name in _OWN or name.endswith("article")
        above = above.parent
    return True
