"""Picture captions: told by their credit, by a mark in front ("FILE PHOTO:", "Image caption"), or by a number."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from article_clean.cleaners.pictured import pictured, tells_of_picture
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, fold
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.credits import credit_of, from_source, may_credit
from article_clean.knowledge.credits.apart import is_paper
from article_clean.knowledge.credits.caption_marks import FIGURE, FRONT, STARTS
from article_clean.knowledge.credits.credit_words import EDGES, Credit, is_agency, words
from article_clean.knowledge.sentence_ends import ENDS, ENDS_OR_CLOSERS, sentence_count, sentence_starts
from article_clean.knowledge.word_counts import word_count

LONGEST_CAPTION = 900  # with an agency's credit: the longest of 170 in shared/gold has 540 characters
LONGEST_PLAIN_CAPTION = 320  # whose credit names no agency; longer ones in shared/texts are answers with a picture
LONGEST_WIRE_CAPTION = 220  # that ends in nothing but "(AP)", as the last line of a report may too
LONGEST_DASHED = 40  # a credit behind a dash
MOST_SENTENCES = 2  # in a caption whose credit is a mark alone
MOST_WIRE_SENTENCES = 4  # in one with an agency's credit
LONGEST_SOURCED = 140  # with "Source: X" behind it; longer ones are prose that cites
CLOSING_LINES = 2  # among which an agency signs
FEWEST_BEFORE_AGENCY = 4  # words of a caption before "(NASA/JPL)"
FEWEST_WORDS = 6  # of a caption before "(AP)": "Jane Doe (AP)" is a byline, "LONDON, July 4 (AP)" a dateline

MOST_CREDIT_WORDS = 4  # between a caption and the headline glued to it
FEWEST_TITLE_WORDS = 4
FEWEST_SENTENCES = 2  # of prose
MOST_WORDS_OF_SENTENCE = 80  # the longest of 191 captions of one sentence in shared/gold/wild has 55
FEWEST_OF_SENTENCE = 4  # words; shorter ones are the parts of a catalogue's entry: "Pigment print. Edition of 25."

_PIPE = " | "
_OF_OUTLET = pattern_of(r"[^\W\d_][\w.'’-]+ [^\W\d_][\w.'’-]+/[A-Z]{4,}")  # "Jane Doe/TRIBUNE"
_NO_WORDS = pattern_of(r"\d[\d.,]*|[×—–/=-]")  # the measures of a work of art
_OPENING_QUOTES = frozenset("\"'“‘«„「")
_CLOSING_QUOTES = frozenset("\"'”’»“」")
_DASHES = "-–— "
_BULLETS = frozenset("-–—*+•·‣▪●○■□►▶✓✔→|")
_ROW = pattern_of(r"\d{1,3}[.)]\s|[^\n\t]*\t")


class Credited(NamedTuple):
    """A line with a credit; the caption is `line.text[:credit.start]`, the line `paragraphs[n]`."""

    line: Line
    credit: Credit
    n: int


def credited(doc: Document) -> list[Credited]:
    """The paragraphs that end in a credit or are one, in order; rows of lists and tables are none."""
    credited_lines = []
    for paragraph_index, paragraph in enumerate(doc.paragraphs):
        if may_credit(paragraph.text) and not _is_row(paragraph.text):
            credit = credit_of(paragraph.text)
            if credit:
                credited_lines.append(Credited(paragraph, credit, paragraph_index))
    return credited_lines


def _is_row(line_text: str) -> bool:
    """Whether it is a row of a list or a table; a short line behind a dash may be a credit ("— Reuters pic")."""
    is_dashed = (
        line_text[0] in "-–—"
        and len(line_text) <= LONGEST_DASHED
        and line_text[-1].isalnum()
        and ":" not in line_text
        and "opyright" not in line_text
    )
    return (line_text[0] in _BULLETS and not is_dashed) or bool(_ROW.match(line_text))


def starts(doc: Document) -> list[Line]:
    """The paragraphs that may begin with a caption's mark."""
    return [line for line in doc.paragraphs if line.text[:3] in STARTS]


@cleaner("captions", stage="boilerplate", role="caption")
def captions(doc: Document) -> Iterator[Edit]:
    """Captions with their credit: "The harbour at dawn. Photo: Jane Doe / AFP", "FILE - In this May 4 photo, …".

    Why it goes: it describes a picture that is not there, and stands between two paragraphs of the report. It moves to
    `Article.captions`. Of a paragraph of prose that ends in a credit, only the credit goes.

    Keeps: prose that names an agency or a photographer, datelines, report lines that end in "(Reuters)", captions
    without any mark.
    """
    closing_start = len(doc.paragraphs) - CLOSING_LINES
    for paragraph, credit, paragraph_index in doc.fact(credited):
        caption = paragraph.text[: credit.start].rstrip()
        if not caption.strip(EDGES):
            continue
        if is_caption(paragraph.text, credit, closes=paragraph_index >= closing_start):
            yield Edit(paragraph.start, paragraph.end)
        elif _is_behind_prose(paragraph.text, credit):
            yield Edit(paragraph.start + len(caption), paragraph.end, role="credit")
    headline_start = _above_title(doc)
    if headline_start:
        yield Edit(
            doc.paragraphs[0].start, doc.paragraphs[0].start + headline_start, reason="a caption glued to the headline"
        )
    for paragraph in doc.fact(starts):
        if len(paragraph.text) <= LONGEST_CAPTION and FRONT.match(paragraph.text) and not _is_credit(paragraph.text):
            yield Edit(paragraph.start, paragraph.end, reason="a caption's mark in front")
    for paragraph in pictured(doc):
        if paragraph.text[0] not in _BULLETS and sentence_count(paragraph.text) <= MOST_SENTENCES:
            yield Edit(paragraph.start, paragraph.end, reason="says what a picture shows, and where")


def _above_title(doc: Document) -> int:
    """Where the headline begins behind a caption: "The pier at dusk. | AP Photo Council votes on ferry"; 0 for none."""
    title_text = doc.paragraphs[0].text if len(doc.paragraphs) > 1 else ""
    caption, pipe, text_behind = title_text.partition(_PIPE)
    if not pipe or len(caption) > LONGEST_PLAIN_CAPTION or sentence_count(caption) > 1:
        return 0
    if caption[-1:] not in ENDS_OR_CLOSERS or text_behind[-1:] in ENDS or _PIPE in text_behind:
        return 0
    credited = text_behind.split(" ")
    for owner_words in range(min(MOST_CREDIT_WORDS, len(credited) - FEWEST_TITLE_WORDS), 0, -1):
        credit_owner = " ".join(credited[:owner_words])
        if _is_all_credit(credit_owner) or _OF_OUTLET.fullmatch(credit_owner):
            return len(caption) + len(_PIPE) + len(credit_owner) + 1
    return 0


def _is_all_credit(text: str) -> bool:
    credit = credit_of(text)
    return credit is not None and credit.start == 0 and credit.sure


@cleaner("figure_captions", stage="boilerplate", role="caption")
def figure_captions(doc: Document) -> Iterator[Edit]:
    """Captions of numbered figures: "Figure 2. Traffic in the harbour by month".

    Why it goes: the figure is not in the text; its caption interrupts it.

    Keeps: prose about a figure ("Figure 2 shows the traffic"), numbered headings, a bare "Figure 2.".
    """
    for line in doc.fact(starts):
        if len(line.text) <= LONGEST_PLAIN_CAPTION and FIGURE.match(line.text):
            yield Edit(line.start, line.end)


@cleaner("marked_captions", stage="boilerplate", role="caption")
def marked_captions(doc: Document) -> Iterator[Edit]:
    """Captions that a page marks as such: `<figcaption>The harbour at dawn</figcaption>`.

    Why it goes: HTML marks it, with a credit or without. It moves to `Article.captions`.

    Keeps: plain text, which has no such marks; paragraphs inside a figure that are not a caption.
    """
    if doc.origin is None or not any(caption_box.tag == "figcaption" for caption_box in doc.origin.page.boxes):
        return
    for paragraph in doc.paragraphs:
        caption_box = doc.box_of(paragraph)
        if caption_box and "figcaption" in caption_box.kinds and len(paragraph.text) <= LONGEST_CAPTION:
            yield Edit(paragraph.start, paragraph.end)


def is_caption(line_text: str, credit: Credit, *, closes: bool) -> bool:
    """Whether a line that ends in this credit is a caption, and no paragraph with a picture's credit behind it.

    Args:
        line_text: the line.
        credit: where its credit stands.
        closes: whether it is among the last lines of the text, where an agency signs its report.
    """
    if len(line_text) > LONGEST_CAPTION or _is_of_prose(line_text, credit):
        return False
    sentences = sentence_count(line_text[: credit.start])
    if wire_only(line_text, credit):
        is_glued = line_text[credit.start].isalpha() and not line_text[credit.start - 1].isspace()
        most_sentences, longest = (MOST_SENTENCES, LONGEST_PLAIN_CAPTION) if is_glued else (1, LONGEST_WIRE_CAPTION)
        long_enough = word_count(line_text[: credit.start]) >= FEWEST_WORDS
        return not closes and long_enough and sentences <= most_sentences and len(line_text) <= longest
    if "://" in line_text[: credit.start] or line_text[0].islower():
        return False
    if credit.sure:
        words_before = word_count(line_text[: credit.start])
        ends_before = line_text[: credit.start].rstrip()[-1:] in ENDS_OR_CLOSERS and words_before > 1
        has_name = credit.start < credit.name_start - 1 or words_before >= FEWEST_BEFORE_AGENCY or ends_before
        return has_name and sentences <= MOST_WIRE_SENTENCES
    if from_source(line_text[credit.start :]):
        stands_apart = (
            line_text[0].isalnum() and not line_text[credit.start].islower()
        )  # no quotation, and no "(source: X)"
        return stands_apart and len(line_text) <= LONGEST_SOURCED and sentences == 1
    return len(line_text) <= LONGEST_PLAIN_CAPTION and sentences <= MOST_SENTENCES


def is_prose(text: str) -> bool:
    """Whether what stands before a credit is a paragraph: two sentences that do not say that they are a caption.

    Some texts, and the scripts of Thai and Lao, have no full stops: there many words are a paragraph.
    """
    sentence_edges = [0, *sentence_starts(text), len(text)]
    prose_sentences = sum(
        _tells(text[sentence_start:sentence_end]) for sentence_start, sentence_end in pairwise(sentence_edges)
    )
    is_long = prose_sentences >= FEWEST_SENTENCES or word_count(text) > MOST_WORDS_OF_SENTENCE
    return is_long and not tells_of_picture(text)


def _tells(sentence: str) -> bool:
    """Whether a sentence is neither an item of a catalogue nor one more credit: "Photo illustration by Slate."."""
    first_word = fold(sentence.split(maxsplit=1)[0]) if sentence.strip() else ""
    return word_count(_NO_WORDS.sub("", sentence)) >= FEWEST_OF_SENTENCE and first_word not in words("photo_mark")


def _is_of_prose(paragraph_text: str, credit: Credit) -> bool:
    """Whether a paragraph only ends in a credit, or in names that look like one."""
    return (
        _is_quotation(paragraph_text, credit)
        or _is_end_of_sentence(paragraph_text, credit)
        or is_prose(paragraph_text[: credit.start])
    )


def _is_behind_prose(paragraph_text: str, credit: Credit) -> bool:
    """Whether a picture's credit stands behind a paragraph that is no caption, and is no part of it."""
    if (
        not credit.sure
        or wire_only(paragraph_text, credit)
        or _is_quotation(paragraph_text, credit)
        or _is_end_of_sentence(paragraph_text, credit)
    ):
        return False
    caption = paragraph_text[: credit.start].rstrip()
    return len(caption) > LONGEST_WIRE_CAPTION or is_prose(caption)


def _is_quotation(text: str, credit: Credit) -> bool:
    """Whether a credit behind a dash says who is quoted: "“… it appears.” — Jane Doe, Harbour News"."""
    quotation = text[: credit.start].rstrip()
    is_quoted = text[0] in _OPENING_QUOTES and quotation.rstrip(_DASHES)[-1:] in _CLOSING_QUOTES
    return is_quoted and (quotation[-1] in _DASHES or text[credit.start] in _DASHES)


def _is_end_of_sentence(paragraph_text: str, credit: Credit) -> bool:
    """Whether names without a mark are the last words of a sentence: "…, said the news agency ITAR/TASS."."""
    text_before = paragraph_text[: credit.start].rstrip()
    person, slash, _ = paragraph_text[credit.start :].partition("/")
    lacks_mark = (
        credit.start == credit.name_start and paragraph_text[-1] in ENDS and not (slash and " " in person.strip())
    )
    return lacks_mark and text_before[-1:].isalnum() and paragraph_text[credit.start - 1].isspace()


def _is_credit(text: str) -> bool:
    """Whether the line is all credit: "PHOTO: JANE DOE"."""
    credit = credit_of(text) if text.startswith("PHOTO") else None
    return credit is not None and credit.start == 0


def wire_only(line_text: str, credit: Credit) -> bool:
    """Whether the credit is a news agency's name and no more: "(AP)" may close a report or a dateline as well."""
    if is_agency(line_text[credit.start :], words("agency")):
        return True
    return (
        not credit.sure
        and line_text[credit.start] in "([（【"
        and is_paper(line_text[credit.name_start : credit.name_end])
    )
