"""Links to other stories inside a sentence."""

from collections.abc import Iterator

from article_clean.cleaners.related import LONGEST_HEADING, OPENERS
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, fold, key
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.slots import opens

LONGEST_BRACKET = 300  # characters in a bracketed link: two titles, chosen by hand

_OPENING = pattern_of(r"[(\[]\s*([^\W\d_][^()\[\]:：\n]*)[:：]\s")
_KINDS = (*OPENERS, "video_opener", "gallery_opener")
_CLOSING = {"(": ")", "[": "]"}


@cleaner("related_inline", stage="boilerplate", role="related")
def related_inline(doc: Document) -> Iterator[Edit]:
    """A bracketed link within a paragraph: "(RELATED: Ferry fares to rise)".

    Why it goes: it is the title of another story, between two sentences of this one.
    Keeps: brackets without the mark, and "(more: see page 4)".
    """
    text = doc.text
    for opening in _OPENING.finditer(text):
        if len(opening[1]) > LONGEST_HEADING or not _is_opener(opening[1]):
            continue
        closing_index = text.find(_CLOSING[opening[0][0]], opening.end(), opening.end() + LONGEST_BRACKET)
        if (
            closing_index >= 0
            and "\n" not in text[opening.start() : closing_index]
            and not text[opening.end()].islower()
        ):
            yield Edit(opening.start(), closing_index + 1)


def _is_opener(name: str) -> bool:
    """Whether what stands before the colon leads elsewhere: "RELATED", "Also on Harbour News"."""
    name_key = key(name)
    return not name[0].islower() and (name_key in keys(*_KINDS) or opens("related", name, fold(name)))
