"""HTML in: told apart from text, read as blocks, and cut down to the blocks that are the article."""

import re

from article_clean.pages.block_model import BlockModel
from article_clean.pages.rendering import ENGINES, Engine, Rendering, rendered

__all__ = ["ENGINES", "BlockModel", "Engine", "Rendering", "looks_like_html", "rendered"]

# Nothing is given back: each comment ends at its first `-->`, or a text of forty comments would be read 2 ** 40 times.
_DOCUMENT = re.compile(
    r"\s*+(?:<\?xml[^>]*+>\s*+)?+(?:(?><!--.*?-->)\s*+)*+<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK_END = re.compile(r"</(?:p|div|article|section|body|html|h[1-6]|ul|table)>", re.IGNORECASE)
ENOUGH_BLOCKS = 2  # closed block elements that make a fragment HTML; prose about HTML prints one now and then


def looks_like_html(text: str) -> bool:
    """Whether this is a page or a fragment of one, rather than text that was taken from one."""
    if "<" not in text:
        return False
    if _DOCUMENT.match(text):
        return True
    return text.lstrip().startswith("<") and sum(1 for _ in _BLOCK_END.finditer(text)) >= ENOUGH_BLOCKS
