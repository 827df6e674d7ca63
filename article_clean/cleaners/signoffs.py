"""The last lines of a story: its source, its end mark, who may be written to, who wrote it."""

import re
from collections.abc import Iterator
from itertools import pairwise

from article_clean.cleaners.sentences import addressed, sentences, tells_a_story
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.core.packed import started_before
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.dated_lines import is_dated_source
from article_clean.fields.titles import is_prose
from article_clean.knowledge.label_names import colon_of, label_of
from article_clean.knowledge.phrases.phrase_lines import begun, exact, named
from article_clean.knowledge.sentence_ends import IN_CLASS, ends_sentence
from article_clean.knowledge.wordings import one_of

LONGEST_SOURCE = 180  # characters; a web address may stand in it
LONGEST_CONTACT = 300
LONGEST_SIGNATURE = 40  # with the end of the sentence before it: the longest of 4 in shared/gold/wild has 18
LONGEST_MARK = 40
HEAD = 6  # paragraphs at the start: title, address, byline, date, deck, and the text
TITLED = 2  # of those, the title and the address beside it
TAIL = 4  # paragraphs at the end in which a sign-off may stand

_ADDRESS_ALONE = pattern_of(r"(?:https?://|www\.)\S+")
_GLUED_SOURCE = pattern_of(rf"[{IN_CLASS}][\"'”’)\]]*(\s+source)$")
_SIGNED = pattern_of(
    rf"[{IN_CLASS}][\"'”’)\]]*(\s+/\s?(?:[^\W\d_a-z][\w.]+(?:[\s-][^\W\d_][\w.]*){{0,2}}|\w+(?:\.\w+)+)\s?/?)$"
)
_MARK = pattern_of(
    r"(?:#\s?#\s?#|-\s?30\s?-|_{2,}|[–—-]*[–—][–—-]+|\(?\s?(?:enditem|ends)\s?\)?|\-ends-|■|◼|●|∎)",
    re.IGNORECASE,
)
_LAST_MARK = pattern_of(r"(?:[*•·]\s?){1,5}|-{2,}")
_CONTACT = pattern_of(rf"\W*{one_of('contact')}(?!\w)", re.IGNORECASE)
_ADDRESS = pattern_of(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email[\s\N{NO-BREAK SPACE}]protected\]|(?<!\w)@\w{2,}")
_TO_THE_DESK = pattern_of(rf"\W*{one_of('to_the_desk')}\b")
_MAIL_ALONE = pattern_of(
    r"(?>(?:(?!\[email)\W)*)(?:e-?mail:\s*)?(?:[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\[email[\s\N{NO-BREAK SPACE}]protected\])",
    re.IGNORECASE,
)


@cleaner("source_link", stage="context", role="source_link")
def source_link(doc: Document) -> Iterator[Edit]:
    """The source of the text: "Source: Harbour News" at its end, a glued "source", an address under its title.

    "/Harbour News/" behind the last sentence is a paper that signs.

    Why it goes: it is a link of the blog that quoted the story.
    Keeps: "Source:" under a table amid the text, and "A source close to the talks said …".
    """
    tail_lines = doc.paragraphs[-TAIL:]
    sources = {line.start for line in _sources(doc)}
    for line in tail_lines:
        if line.start in sources and len(line.text) <= LONGEST_SOURCE and not _heads_the_text(doc, line):
            yield from [] if tells_a_story(line) else [Edit(line.start, line.end)]
    if len(tail_lines) > 1 and _ADDRESS_ALONE.fullmatch(tail_lines[-1].text) and ends_sentence(tail_lines[-2].text):
        yield Edit(tail_lines[-1].start, tail_lines[-1].end, reason="a lone address at the end")
    yield from (Edit(line.start, line.end, reason="the address of the text, beside its title") for line in _titled(doc))
    glued_link = (
        _GLUED_SOURCE.search(tail_lines[-1].text, max(0, len(tail_lines[-1].text) - LONGEST_SOURCE))
        if tail_lines
        else None
    )
    if glued_link:
        yield Edit(
            tail_lines[-1].start + glued_link.start(1), tail_lines[-1].end, reason="a link glued to the last word"
        )
    signature = (
        _SIGNED.search(tail_lines[-1].text, max(0, len(tail_lines[-1].text) - LONGEST_SIGNATURE))
        if tail_lines
        else None
    )
    if signature:
        yield Edit(tail_lines[-1].start + signature.start(1), tail_lines[-1].end, reason="a paper's signature")


def _titled(doc: Document) -> Iterator[Line]:
    """The one address that stands alone under the title or above it, with the text not far below."""
    head_lines = doc.paragraphs[:HEAD]
    address_indexes = [
        line_index
        for line_index, head_line in enumerate(head_lines)
        if _ADDRESS_ALONE.fullmatch(_value(head_line.text))
    ]
    if len(address_indexes) != 1 or address_indexes[0] >= TITLED or len(head_lines) <= TITLED:
        return
    if not is_prose(head_lines[1 - address_indexes[0]].text) and any(
        is_prose(head_line.text) for head_line in head_lines[TITLED:]
    ):
        yield head_lines[address_indexes[0]]


def _value(line_text: str) -> str:
    """What stands behind the label of a line: "https://coast.example" of "URL: https://coast.example"."""
    line_label = label_of(line_text, colon_of(line_text))
    return line_text[line_label.value_start :] if line_label else line_text


def _heads_the_text(doc: Document, line: Line) -> bool:
    """Whether a line says of what day and from where the text below it is: "来源：河港日报 2024-04-18"."""
    if line.text.isascii() or not is_dated_source(line.text):
        return False
    return not any(is_prose(above.text) for above in doc.paragraphs[: started_before(doc.paragraphs, line.start)])


def _sources(doc: Document) -> Iterator[Line]:
    """The lines that name a source, or head a list of them: "Quelle: Hafenpost", "h/t Jo Lane", "Sources:"."""
    yield from (line for line, _ in named(doc, "source_opener"))
    yield from exact(doc, "source_opener")
    yield from begun(doc, "source_opener")


@cleaner("end_mark", stage="context", role="other")
def end_mark(doc: Document) -> Iterator[Edit]:
    """The mark under a story: "###", "-30-", "Enditem", and rules such as "___".

    Why it goes: it tells the desk that no more will come.
    Keeps: "* * *" between two scenes, and numbers between dashes.
    """
    for paragraph in doc.paragraphs:
        if len(paragraph.text) <= LONGEST_MARK and _MARK.fullmatch(paragraph.text):
            yield Edit(paragraph.start, paragraph.end)
    for paragraph in doc.paragraphs[-1:]:
        if _LAST_MARK.fullmatch(paragraph.text):
            yield Edit(paragraph.start, paragraph.end)


@cleaner("contact_line", stage="context", role="other")
def contact_line(doc: Document) -> Iterator[Edit]:
    """A line that says where to write: "Contact us at editors@harbour.example".

    Why it goes: it is addressed to the reader of the site.
    Keeps: addresses that a story or a guide names in passing.
    """
    tail_lines = doc.paragraphs[-TAIL:]
    starts_after_sentence = {
        tail_line.start for line_above, tail_line in pairwise(tail_lines) if ends_sentence(line_above.text)
    }
    for tail_line in tail_lines:
        if len(tail_line.text) <= LONGEST_CONTACT and _says_where_to_write(tail_line):
            role = "other" if _TO_THE_DESK.match(tail_line.folded) else "author_bio"
            yield Edit(tail_line.start, tail_line.end, role=role)
        elif (
            tail_line.start in starts_after_sentence
            and len(tail_line.text) <= LONGEST_SOURCE
            and _MAIL_ALONE.fullmatch(tail_line.text)
        ):
            yield Edit(tail_line.start, tail_line.end, reason="an address alone, under the last sentence")


def _says_where_to_write(line: Line) -> bool:
    if line.text[-1] == "," or not (_CONTACT.match(line.text) and _ADDRESS.search(line.text)):
        return False
    return all(map(addressed, sentences(line)[1:]))
