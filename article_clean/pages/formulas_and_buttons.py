"""Elements that stand for words of a sentence: formulas, and buttons amid it."""

from typing import Any

from article_clean.knowledge.sentence_ends import ENDS

_DISPLAYED = "{\\displaystyle "  # what MediaWiki wraps a formula in
_GOES_ON = frozenset(",.;:!?)")  # a sentence, behind one of its words


def formula_source(formula_node: Any) -> str:  # Any: selectolax's node
    """A formula as its author wrote it, or its signs."""
    source_node = formula_node.css_first('annotation[encoding*="tex"]')
    formula_text: str = (
        source_node.text() if source_node else formula_node.attributes.get("alttext") or formula_node.text()
    )
    formula_text = formula_text.strip()
    return (
        formula_text.removeprefix(_DISPLAYED).removesuffix("}") if formula_text.startswith(_DISPLAYED) else formula_text
    )


def is_in_sentence(button: Any) -> bool:  # Any: selectolax's node
    """Whether a button is a word of a sentence: text goes on before and behind it."""
    previous, following = button.prev, button.next
    if previous is None or following is None or previous.tag != "-text" or following.tag != "-text":
        return False
    text_before, text_behind = previous.text_content.rstrip(), following.text_content.lstrip()
    return (
        bool(text_before) and text_before[-1] not in ENDS and (text_behind[:1].islower() or text_behind[:1] in _GOES_ON)
    )
