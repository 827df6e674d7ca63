"""The cleaners of the fields stage: each yields the labels of one field."""

from collections.abc import Iterator
from itertools import chain

from article_clean.core.cleaner import Cleaner, cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Label
from article_clean.fields.head import read_head


@cleaner("headline", stage="fields")
def headline(doc: Document) -> Iterator[Label]:
    """The title above the story: "Harbour council weighs second ferry".

    Why it goes: it is a field of its own. The first line, with a byline, a date, a deck or a longer paragraph below it;
    under a byline where none stands above.
    Keeps: a first sentence, section headings, subheadings.
    """
    return doc.fact(read_head).of("headline")


@cleaner("deck", stage="fields")
def deck(doc: Document) -> Iterator[Label]:
    """The standfirst under the headline, or a kicker beside it: "Says he sent a message, received a response".

    Why it goes: it is a field of its own. Lines straight below the headline that are no sentence, or that a byline or
    date follows. With them goes a kicker, which is no field: a line that would be the headline if it stood alone.
    Keeps: the lead, section headings ("At a glance"), lists and verse above the lead.
    """
    head = doc.fact(read_head)
    return chain(head.of("deck"), head.of("kicker"))


@cleaner("byline", stage="fields")
def byline(doc: Document) -> Iterator[Label]:
    """Who wrote it: "By Jane Doe, The Associated Press", "Von Eva Muster und Max Beispiel", "本报记者 李静".

    Why it goes: it is a field of its own. A line above the lead, with an opener or with an agency, role or date.
    Keeps: "Reporting by", a book's author in the text, sentences that begin with "By".
    """
    return doc.fact(read_head).of("byline")


@cleaner("dateline", stage="fields")
def dateline(doc: Document) -> Iterator[Label]:
    """Where, when and for whom it was filed: "WASHINGTON, July 1 (UPI) — ".

    Why it goes: it is a field of its own. The prefix of the lead, every part of it a place, region, date or agency.
    Keeps: speakers ("HOST:"), labels ("UPDATE:"), titles of lists, dashes inside prose.
    """
    return doc.fact(read_head).of("dateline")


@cleaner("date_line", stage="fields")
def date_line(doc: Document) -> Iterator[Label]:
    """When it was published or updated: "July 25, 2016 GMT", "Published on Oct 3, 2016".

    Why it goes: it is a field of its own. A line above the lead, or the end of the byline, that is nothing but a date.
    Keeps: dates in sentences, "November 2015", a copyright year.
    """
    return doc.fact(read_head).of("date_line")


FIELDS: tuple[Cleaner, ...] = (headline, deck, byline, dateline, date_line)
