"""HTML in: told apart from text, and rendered as the text that the cleaners read."""

import re

_DOCUMENT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
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


def rendered(html: str, *, url: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The article's text as trafilatura finds it in the page, and warnings; never raises on odd HTML."""
    import trafilatura  # noqa: PLC0415  # 0.4 s to import, needed for pages only

    text = trafilatura.extract(html, url=url, include_comments=False) if html.strip() else None
    if text:
        return text, ()
    return "", ("no article text was found in the page",)
