"""Microdata: which properties are the page's article's own, and not a comment's or a card's.

https://html.spec.whatwg.org/multipage/microdata.html
"""

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from article_clean.fields.words import words

_OWN = words("article newsarticle blogposting posting webpage review report creativework blog recipe howto")


def of_article(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The properties of the first item among these that is an article, or that stand in no item at all."""
    items = [(node, _item(node)) for node in nodes]
    own = [(node, item) for node, item in items if item is None or _is_article(item)]
    first = own[0][1] if own else None
    key = first.mem_id if first else None
    return [node for node, item in own if (item.mem_id if item else None) == key]


def _item(node: LexborNode) -> LexborNode | None:
    above = node.parent
    while above is not None and "itemscope" not in above.attributes:
        above = above.parent
    return above


def _is_article(item: LexborNode) -> bool:
    name = (item.attributes.get("itemtype") or "article").rstrip("/").rsplit("/", 1)[-1].casefold()
    return name in _OWN or name.endswith("article")
