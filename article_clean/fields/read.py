"""From labels and removed captions to the values of an article's fields."""

from collections.abc import Sequence
from datetime import date

from article_clean.article import Byline, Dateline
from article_clean.document import Document
from article_clean.edits import Edit, Label
from article_clean.fields.byline import find_byline, find_closing_byline
from article_clean.fields.captions import read_captions
from article_clean.fields.dateline import find_dateline
from article_clean.fields.dates import first_published, printed_dates
from article_clean.fields.words import words

_ENGLISH = words("the and of for with was that")
_OTHER = words("de la que und der die et les del das van het och di của và и на")
ENOUGH = 1000  # characters that tell English from another language


def read_fields(doc: Document, labels: Sequence[Label], removed: Sequence[Edit]) -> dict[str, object]:
    """The values of `Article`'s fields, read from what the cleaners labelled and from the captions they removed."""
    captions: dict[str, object] = {"captions": read_captions(doc, removed)} if removed else {}
    if not labels:
        return captions
    texts: dict[str, list[str]] = {}
    for label in sorted(labels):
        texts.setdefault(label.role, []).append(doc.text[label.start : label.end].strip())
    found: dict[str, object] = {**captions}
    found["headline"] = " ".join(texts["headline"]) if "headline" in texts else None
    found["deck"] = "\n".join(texts["deck"]) if "deck" in texts else None
    found["byline"] = _byline(texts.get("byline", []), doc.text[:ENOUGH])
    found["dateline"] = next((_dateline(doc, label) for label in labels if label.role == "dateline"), None)
    found["published"] = _published(doc, texts.get("date_line", []))
    return found


def _byline(texts: list[str], head: str) -> Byline | None:
    """The byline of these lines: one that says who wrote it before one that says who posted it; people of all."""
    if not texts:
        return None
    read = [(found, text) for text in texts for found in (find_byline(text),)]
    values = [found.value if found else _signed(text, head) for found, text in read]
    best = next((n for n, (found, _) in enumerate(read) if found and not found.posted), 0)
    if read[best][0] is not None and len(values) > 1 and not read[0][0]:
        best = 0
    return values[best]


def _signed(text: str, head: str) -> Byline:
    return find_closing_byline(text, head) or Byline(text=text)


def _dateline(doc: Document, label: Label) -> Dateline:
    stop = doc.text.find("\n", label.end)
    found = find_dateline(doc.text[label.start : stop if stop > 0 else len(doc.text)].rstrip())
    return found.value if found else Dateline(text=doc.text[label.start : label.end].strip())


def _published(doc: Document, texts: list[str]) -> date | None:
    if not texts:
        return None
    day_first = _day_comes_first(doc)
    read = (first_published(text, printed_dates(text, day_first=day_first)) for text in texts)
    return next(filter(None, read), None)


def _day_comes_first(doc: Document) -> bool | None:
    """Whether `4/5/2020` is the fourth of May: in all languages but English, where both orders are printed."""
    said = doc.folded[:ENOUGH].split()
    return True if sum(word in _OTHER for word in said) > sum(word in _ENGLISH for word in said) else None
