"""Captions and credits, read from what the cleaners removed."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from article_clean.core.document import Document, fold
from article_clean.core.edits import Edit
from article_clean.core.parts import Caption
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.credits import credit_of
from article_clean.knowledge.credits.caption_marks import FRONT
from article_clean.knowledge.credits.credit_words import EDGES
from article_clean.knowledge.credits.enclosed import without_marks
from article_clean.knowledge.label_names import colon_of, label_of
from article_clean.knowledge.wordings import one_of

_COUNTER = pattern_of(
    rf"(?:{one_of('picture_number')}\s)?[(\[]?\d{{1,3}}\s?(?:/|{one_of('of_pictures')})\s?\d{{1,3}}[)\]]?\s?[:.–—-]?\s+(?=\S)"
    r"|[▲△▼]\s?",
    re.IGNORECASE,
)
_NO_LETTERS = pattern_of(r"[\W_]+")
ROLES = frozenset({"caption", "credit"})
SHORTEST_COPY = 25  # characters that two copies of a caption share, at least


class _Print(NamedTuple):
    """A caption as it is printed once."""

    start: int
    end: int
    text: str
    credit: str | None


def read_captions(doc: Document, removed: Sequence[Edit]) -> tuple[Caption, ...]:
    """The captions among the removals, in order: copies united, a credit on its own line beside its caption.

    Args:
        doc: the document that the cleaners read.
        removed: what they removed of it, sorted and disjoint.
    """
    captions = [_read(doc, edit) for edit in removed if edit.role in ROLES and not edit.text]
    united_captions: list[_Print] = []
    for caption in captions:
        joined_caption = united_captions and _united(doc, united_captions[-1], caption)
        if joined_caption:
            united_captions[-1] = joined_caption
        else:
            united_captions.append(caption)
    return tuple(Caption(text=caption.text, credit=caption.credit) for caption in _without_titles(united_captions))


def copies(text: str, other_text: str) -> bool:
    """Whether the shorter of the two is the other's beginning, or all of it."""
    if text[0].isalnum() and other_text[0].isalnum() and fold(text[0]) != fold(other_text[0]):
        return False
    shorter_letters, longer_letters = sorted((_letters(text), _letters(other_text)), key=len)
    return (
        len(shorter_letters) >= SHORTEST_COPY
        and longer_letters.startswith(shorter_letters)
        and len(longer_letters) <= 2 * len(shorter_letters)
    )


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", fold(text))


def _read(doc: Document, edit: Edit) -> _Print:
    text = without_marks(doc.text[edit.start : edit.end].strip())
    body = _without_front(text) if edit.role == "caption" else text
    credit = credit_of(body)
    if credit is None:
        return _Print(edit.start, edit.end, *(("", text) if edit.role == "credit" else (body, None)))
    name = body[credit.name_start : credit.name_end].strip(EDGES + "]）)")
    caption_text = "" if edit.role == "credit" else body[: credit.start].rstrip(EDGES)  # "Credit...Jane Doe"
    return _Print(edit.start, edit.end, caption_text, name)


def _without_front(text: str) -> str:
    """A caption without its label or mark in front ("GRAPHIC:", "FILE PHOTO:") and its number ("Image 3 of 12")."""
    label = label_of(text, colon_of(text))
    text = text[label.value_start : label.value_end] if label and label.name.kind == "caption" else text
    counter = _COUNTER.match(text)
    text = text[counter.end() :] if counter else text
    front = FRONT.match(text)
    return text[front.end() :] if front else text


def _united(doc: Document, caption: _Print, caption_below: _Print) -> _Print | None:
    """The two as one caption, where nothing but space stands between them and they belong together."""
    if doc.text[caption.end : caption_below.start].strip():
        return None
    if caption.text and caption_below.text:
        if not copies(caption.text, caption_below.text) and not caption_below.text.startswith(caption.text):
            return None
        longer_text = max(caption.text, caption_below.text, key=len)
        return _Print(caption.start, caption_below.end, longer_text, caption.credit or caption_below.credit)
    if caption.credit and caption_below.credit and caption.credit != caption_below.credit:
        return None
    return _Print(
        caption.start, caption_below.end, caption.text or caption_below.text, caption.credit or caption_below.credit
    )


def _without_titles(captions: Sequence[_Print]) -> Iterator[_Print]:
    """Without an image's title that stands over its caption and says nothing more."""
    for caption, caption_below in pairwise([*captions, _Print(0, 0, "", None)]):
        if caption.credit or not caption.text or caption.text not in caption_below.text:
            yield caption
