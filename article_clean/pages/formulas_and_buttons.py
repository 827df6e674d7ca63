"""Elements that stand for words of a sentence: formulas, and buttons amid it."""

from typing import Any

from article_clean.knowledge.sentence_ends import ENDS

_DISPLAYED = "{\\displaystyle "  # what MediaWiki wraps a formula in
_GOES_ON = frozenset(",.;:!?)")  # a sentence, behind one of its words


def formula_source(node: Any) -> str:  # Any: selectolax's node
    """A formula as its author wrote it, or its signs."""
    source = node.css_first('annotation[encoding*="tex"]')
    text: str = source.text() if source else node.attributes.get("alttext") or node.text()
    text = text.strip()
    return text.removeprefix(_DISPLAYED).removesuffix("}") if text.startswith(_DISPLAYED) else text


def is_in_sentence(button: Any) -> bool:  # Any: selectolax's node
    """Whether a button is a word of a sentence: text goes on before and behind it."""
    before, behind = button.prev, button.next
    if before is None or behind is None or before.tag != "-text" or behind.tag != "-text":
        return False
    above, below = before.text_content.rstrip(), behind.text_content.lstrip()
    return bool(above) and above[-1] not in ENDS and (below[:1].islower() or below[:1] in _GOES_ON)
