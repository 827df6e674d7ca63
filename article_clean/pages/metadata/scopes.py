"""Microdata: which properties are the page's article's own, and not a comment's or a card's.

https://html.spec.whatwg.org/multipage/microdata.html
"""

from collections.abc import Iterable, Iterator, Sequence

from selectolax.lexbor import LexborNode

from article_clean.knowledge.word_lists import words

_OWN = words("article newsarticle blogposting posting webpage review report creativework blog recipe howto")


def of_article(nodes: Sequence[LexborNode]) -> list[LexborNode]:
    """The properties of the first item among these that is an article, or that stand in no item at all."""
    own_nodes = [(node, item) for node, item in _with_items(nodes) if item is None or _is_article(item)]
    first_item = own_nodes[0][1] if own_nodes else None
    key = first_item.mem_id if first_item else None
    return [node for node, item in own_nodes if (item.mem_id if item else None) == key]


def _with_items(nodes: Iterable[LexborNode]) -> Iterator[tuple[LexborNode, LexborNode | None]]:
    """Each property with the item around it, if any; no element is looked at twice."""
    items: dict[int, LexborNode | None] = {}
    for node in nodes:
        passed_ids: list[int] = []
        element = node.parent
        while element is not None and element.mem_id not in items and "itemscope" not in element.attributes:
            passed_ids.append(element.mem_id)
            element = element.parent
        item = items.setdefault(element.mem_id, element) if element is not None else None
        items.update(dict.fromkeys(passed_ids, item))
        yield node, item


def _is_article(item: LexborNode) -> bool:
    name = (item.attributes.get("itemtype") or "article").rstrip("/").rsplit("/", 1)[-1].casefold()
    return name in _OWN or name.endswith("article")
