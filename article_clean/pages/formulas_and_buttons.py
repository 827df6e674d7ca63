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
    previous, following = button.prev, button.next
    if previous is None or following is None or previous.tag != "-text" or following.tag != "-text":
        return False
    text_before, text_behind = previous.text_content.rstrip(), following.text_content.lstrip()
    return (
        bool(text_before) and text_before[-1] not in ENDS and (text_behind[:1].islower() or text_behind[:1] in _GOES_ON)
    )
