"""Captions and credits, read from what the cleaners removed."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from article_clean.core.document import Document, fold
from article_clean.core.edits import Edit
from article_clean.core.parts import Caption
from article_clean.knowledge.credits import credit_of
from article_clean.knowledge.credits.caption_marks import FRONT
from article_clean.knowledge.credits.credit_words import EDGES
from article_clean.knowledge.credits.enclosed import without_marks

_COUNTER = re.compile(
    r"(?:(?:Image|Photo|Picture|Slide|Foto|Bild|Imagen|Imagem|Immagine|Zdjęcie|Kuva|Ảnh|Фото)\s)?"
    r"[(\[]?\d{1,3}\s?(?:/|of|de|di|von|van|sur|av|af|z|из|з)\s?\d{1,3}[)\]]?\s?[:.–—-]?\s+(?=\S)|[▲△▼]\s?",
    re.IGNORECASE,
)
_NO_LETTERS = re.compile(r"[\W_]+")
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
    prints = [_read(doc, edit) for edit in removed if edit.role in ROLES and not edit.text]
    united: list[_Print] = []
    for one in prints:
        joined = united and _united(doc, united[-1], one)
        if joined:
            united[-1] = joined
        else:
            united.append(one)
    return tuple(Caption(text=one.text, credit=one.credit) for one in _without_titles(united))


def copies(one: str, other: str) -> bool:
    """Whether the shorter of the two is the other's beginning, or all of it."""
    if one[0].isalnum() and other[0].isalnum() and fold(one[0]) != fold(other[0]):
        return False
    short, long = sorted((_letters(one), _letters(other)), key=len)
    return len(short) >= SHORTEST_COPY and long.startswith(short) and len(long) <= 2 * len(short)


def _letters(text: str) -> str:
    return _NO_LETTERS.sub("", fold(text))


def _read(doc: Document, edit: Edit) -> _Print:
    text = without_marks(doc.text[edit.start : edit.end].strip())
    body = _without_front(text) if edit.role == "caption" else text
    credit = credit_of(body)
    if credit is None:
        return _Print(edit.start, edit.end, *(("", text) if edit.role == "credit" else (body, None)))
    name = body[credit.name_start : credit.name_end].strip(EDGES + "]）)")
    return _Print(edit.start, edit.end, body[: credit.start].rstrip(EDGES), name)


def _without_front(text: str) -> str:
    """A caption without its mark in front ("FILE PHOTO:") and its number in a gallery ("Image 3 of 12")."""
    counted = _COUNTER.match(text)
    text = text[counted.end() :] if counted else text
    front = FRONT.match(text)
    return text[front.end() :] if front else text


def _united(doc: Document, one: _Print, other: _Print) -> _Print | None:
    """The two as one caption, where nothing but space stands between them and they belong together."""
    if doc.text[one.end : other.start].strip():
        return None
    if one.text and other.text:
        if not copies(one.text, other.text) and not other.text.startswith(one.text):
            return None
        longest = max(one.text, other.text, key=len)
        return _Print(one.start, other.end, longest, one.credit or other.credit)
    if one.credit and other.credit and one.credit != other.credit:
        return None
    return _Print(one.start, other.end, one.text or other.text, one.credit or other.credit)


def _without_titles(prints: Sequence[_Print]) -> Iterator[_Print]:
    """Without an image's title that stands over its caption and says nothing more."""
    for one, below in pairwise([*prints, _Print(0, 0, "", None)]):
        if one.credit or not one.text or one.text not in below.text:
            yield one
