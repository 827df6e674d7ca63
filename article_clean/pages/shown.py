"""What a page shows where no script runs: the text in `<noscript>`, and declarative shadow roots.

https://html.spec.whatwg.org/multipage/scripting.html#the-noscript-element
https://html.spec.whatwg.org/multipage/scripting.html#attr-template-shadowrootmode
"""

import re
from collections.abc import Iterator

from article_clean.core.origin import Page
from article_clean.core.patterns import pattern_of

LITTLE = 300  # characters that a page shows whose text a script draws
LEAST_TOLD = 200  # characters in `<noscript>` that are more than a plea to switch scripts on
MUCH_MORE = 2  # times as much in `<noscript>` as the page shows
ASKED_IN = 300  # characters in which such a plea names JavaScript, and MOST_ASKED of all that it says
MOST_ASKED = 1_000

_NOSCRIPT = pattern_of(r"<(/?)(noscript)\b", re.IGNORECASE)
_CASES = ("noscript", "NOSCRIPT")  # what else is written so is no tag that a program wrote
_TAG = pattern_of(r"<[^<>]*>")
_TEMPLATE = pattern_of(r"<(?P<end>/?)template\b(?P<rest>[^<>]*)", re.IGNORECASE)


class Noscript:
    """The `<noscript>` elements of a page, found once.

    Args:
        html: the page.
    """

    def __init__(self, html: str) -> None:
        self._html = html
        self._tags = [*_NOSCRIPT.finditer(html)]  # a fourth of the time of counting start and end tags by themselves

    def closed_off(self) -> str:
        """The page with these elements closed off, as browsers that run scripts have them.

        Their end tag ends them, whatever was left open inside: as elements they would swallow what stands behind.
        """
        are_ends = [bool(tag[1]) for tag in self._tags if tag[2] in _CASES]
        return self._renamed("template") if 0 < 2 * sum(are_ends) == len(are_ends) else self._html

    def shown(self) -> str:
        """The page as browsers without scripts show it."""
        return self._renamed("section")

    def may_hold_more(self, page: Page) -> bool:
        """Whether they may hold the text that the page does not show: literals in scripts look like it, too."""
        noscript_text = " ".join(_TAG.sub(" ", "\n".join(self._inside())).split())
        if len(noscript_text) < MOST_ASKED and "javascript" in noscript_text[:ASKED_IN].lower():
            return False
        return is_more(len(noscript_text), len(page.text))

    def _inside(self) -> Iterator[str]:
        """What stands in each of them, the name of its tag in front."""
        content_start = -1
        for tag_match in self._tags:
            if not tag_match[1]:
                content_start = tag_match.start()
            elif content_start >= 0:
                yield self._html[content_start : tag_match.start()]
                content_start = -1
        if content_start >= 0:
            yield self._html[content_start:]

    def _renamed(self, name: str) -> str:
        parts: list[str] = []
        end = 0
        for tag in self._tags:
            parts += self._html[end : tag.start(2)], name
            end = tag.end()
        return "".join((*parts, self._html[end:]))


def is_more(scriptless_chars: int, shown_chars: int) -> bool:
    """Whether a page tells so much more without scripts than it shows with them that it is read so."""
    return scriptless_chars >= max(LEAST_TOLD, (1 if shown_chars < LITTLE else MUCH_MORE) * shown_chars)


def with_shadow_roots(html: str) -> str:
    """The page with the templates of declarative shadow roots as ordinary elements."""
    if "shadowroot" not in html:
        return html
    page_parts: list[str] = []
    are_roots: list[bool] = []  # for each template that is open whether it is a shadow root
    copied_end = 0
    for tag_match in _TEMPLATE.finditer(html):
        if not tag_match["end"]:
            are_roots.append("shadowroot" in tag_match["rest"])
        elif not are_roots:
            continue
        if are_roots.pop() if tag_match["end"] else are_roots[-1]:
            page_parts += (html[copied_end : tag_match.start()], f"<{tag_match['end']}div")
            copied_end = tag_match.end("rest")
    return "".join(page_parts) + html[copied_end:]
