"""Microdata: which properties are the page's article's own, and not a comment's or a card's.

https://html.spec.whatwg.org/multipage/microdata.html
"""

from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.knowledge.word_lists import words

_OWN = words("article newsarticle blogposting posting webpage review report creativework blog recipe howto")


def of_article(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The properties of the first item among these that is an article, or that stand in no item at all."""
    own = [(node, item) for node, item in _with_items(nodes) if item is None or _is_article(item)]
    first = own[0][1] if own else None
    key = first.mem_id if first else None
    return [node for node, item in own if (item.mem_id if item else None) == key]


def _with_items(nodes: Iterable[LexborNode]) -> Iterator[tuple[LexborNode, LexborNode | None]]:
    """Each property with the item around it, if any; no element is looked at twice."""
    items: dict[int, LexborNode | None] = {}
    for node in nodes:
        passed: list[int] = []
        above = node.parent
        while above is not None and above.mem_id not in items and "itemscope" not in above.attributes:
            passed.append(above.mem_id)
            above = above.parent
        item = items.setdefault(above.mem_id, above) if above is not None else None
        items.update(dict.fromkeys(passed, item))
        yield node, item


def _is_article(item: LexborNode) -> bool:
    name = (item.attributes.get("itemtype") or "article").rstrip("/").rsplit("/", 1)[-1].casefold()
    return name in _OWN or name.endswith("article")
