"""The laws of an article, checked on one input: what any text, any page and any bytes must keep.

`violations(raw)` cleans and gives what is broken, each with the name of the law and a cause that groups inputs which
break it in the same way.
"""

import json
import traceback
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from article_clean import Article, clean
from article_clean.core.edits import LAYOUT, OffsetMap, apply
from article_clean.views import page

AGAIN = "again"  # the one law that has known exceptions

_HYPHENS_AND_SPACE = "-\N{HYPHEN}\N{SOFT HYPHEN}" + "".join(filter(str.isspace, map(chr, range(0x3001))))
_CONTROLS = ("Cc", "Cs")
_OPENERS = dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c") | dict.fromkeys("\u2066\u2067\u2068", "\u2069")
_CLOSERS = frozenset(_OPENERS.values())
_ASKED = 400  # spans of a body whose trace is asked for one by one


class Violation(NamedTuple):
    """A broken law.

    Attributes:
        law: its name, a key of `LAWS`, or "exception".
        cause: where it broke, the same for inputs that break it alike.
    """

    law: str
    cause: str


def violations(raw: str | bytes, **options: str | None) -> list[Violation]:
    """The laws that an input breaks, each once for each cause, in order; `options` are those of `clean()`."""
    try:
        article = clean(raw, **options)
    except Exception as error:  # noqa: BLE001  # any exception is the violation
        return [Violation("exception", _place(error))]
    return list(dict.fromkeys(violation for law in LAWS for violation in _broken(law, article)))


def _broken(law: str, article: Article) -> Iterator[Violation]:
    try:
        for cause in LAWS[law](article):
            yield Violation(law, cause)
    except Exception as error:  # noqa: BLE001  # a view that cannot be made is a violation
        yield Violation(law, _place(error))


def _place(error: Exception) -> str:
    """An exception by its type and the last function of the library that it went through."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "article_clean" in frame.filename]
    place = f" in {frames[-1].filename.rpartition('article_clean/')[2]}:{frames[-1].name}" if frames else ""
    return type(error).__name__ + place


def sorted_trail(article: Article) -> Iterator[str]:
    """The trail is sorted, disjoint, inside the source, and makes the body."""
    trail = article.trail
    if not all(before.end <= after.start for before, after in pairwise(trail)):
        yield "the trail is not sorted and disjoint"
    if not all(0 <= edit.start <= edit.end <= len(article.source) for edit in trail):
        yield "an edit lies outside the source"
    if apply(article.source, trail) != article.body:
        yield "the trail does not make the body"


def accounted_source(article: Article) -> Iterator[str]:
    """Every printed character of the source is in the body, or in an edit that says what it was.

    An edit of the layout says "white space"; of what is printed it may take only the hyphen of a wrapped word.
    """
    for edit in article.trail:
        if edit.role in {"", LAYOUT} and article.source[edit.start : edit.end].strip(_HYPHENS_AND_SPACE):
            yield f"printed characters in an edit of {edit.cleaner or 'nobody'}, role {edit.role!r}"


def named_removals(article: Article) -> Iterator[str]:
    """Every removal has a role and the name of its cleaner, and is a passage of the source."""
    for removal in article.removed:
        if not removal.cleaner or not removal.role:
            yield f"a removal without a name, role {removal.role!r}"
        if article.source[removal.start : removal.end] != removal.text:
            yield f"a removal that is not in the source, of {removal.cleaner}"


def traced_body(article: Article) -> Iterator[str]:
    """Every printed character of the body stands in the source where `trace` says, or was put there by an edit."""
    spans = OffsetMap(article.trail)
    replacing = {(edit.start, edit.end): edit.text for edit in article.trail if edit.text}
    step = len(article.body) // _ASKED + 1
    for place in range(0, len(article.body), step):
        char = article.body[place]
        start, end = spans.span(place, place + 1)
        if article.source[start:end] != char and char not in replacing.get((start, end), " \n"):
            yield "a character of the body that is not where trace() says"


def clean_fields(article: Article) -> Iterator[str]:
    """No field and no warning holds a surrogate, a control character or an unbalanced bidi control."""
    for name, value in _values(article):
        for fault in _odd_characters(value, allowed="\n\t" if name == "body" else ""):
            yield f"{fault} in {name}"


def views(article: Article) -> Iterator[str]:
    """JSON comes back as it was; every view can be made and encoded, and none sends a control to the terminal."""
    row = article.model_dump_json()
    row.encode()
    if Article.model_validate_json(row) != article:
        yield "JSON does not come back as it was"
    json.dumps([article.to_schema_org(), article.to_ninjs()], ensure_ascii=False).encode()
    page(article).encode()
    article._repr_html_().encode()
    if set(_odd_characters(str(article.report(80, color=False)), allowed="\n\t")) & {"Cc", "Cs"}:
        yield "a control character in report()"


def kept_again(article: Article) -> Iterator[str]:
    """Cleaning a body again keeps it."""
    if not article.body:
        return
    again = clean(article.body, kind="article")
    if again.body == article.body:
        return
    edits = {f"{edit.cleaner}/{edit.role}" for edit in again.trail}
    yield "taken at the second cleaning: " + ", ".join(sorted(edits))


Law = Callable[[Article], Iterator[str]]
LAWS: dict[str, Law] = {
    "trail": sorted_trail,
    "accounted": accounted_source,
    "named": named_removals,
    "traced": traced_body,
    "fields": clean_fields,
    "views": views,
    AGAIN: kept_again,
}


def _values(article: Article) -> Iterator[tuple[str, str]]:
    """All strings of an article but its source, by the name of their field."""
    row = article.model_dump(mode="json", exclude={"source", "removed", "edits"})
    waiting = list(row.items())
    for name, value in waiting:
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, dict):
            waiting += ((f"{name}.{key}", part) for key, part in value.items())
        elif isinstance(value, (list, tuple)):
            waiting += ((name, part) for part in value)


def _odd_characters(value: str, allowed: str) -> Iterator[str]:
    if value.isascii() and value.isprintable():
        return
    closing: list[str] = []
    for char in value:
        if unicodedata.category(char) in _CONTROLS and char not in allowed:
            yield unicodedata.category(char)
        if char in _OPENERS:
            closing.append(_OPENERS[char])
        elif char in _CLOSERS and (not closing or closing.pop() != char):
            yield "an unbalanced bidi control"
    if closing:
        yield "an unbalanced bidi control"
