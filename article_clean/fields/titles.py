"""What lines of a text's head look like: headlines, decks, prose."""

import re

from article_clean.core.document import Document
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.sentence_ends import CALLS, ENDS, STOPS, closing_mark, ends_sentence, sentence_starts
from article_clean.knowledge.word_counts import is_as_long, size_in
from article_clean.knowledge.word_lists import in_order
from article_clean.knowledge.wordings import one_of

LONGEST_HEADLINE = 200  # the longest of 27 in shared/gold/wild and shared/seeds has 128 characters
LONGEST_DECK = 300  # the longest of 8 there has 201
SHORTEST_DECK = 60  # of the decks there, without a byline below, the shortest has 84; subheadings are shorter
FEWEST_WORDS = 4  # "Key Takeaways", "At a glance" head a section; headlines of three words show by what follows
LONGEST_END = 4  # a full stop and what closes behind it
LONGEST_ABBREVIATION = 16
SHORTEST_PROSE = 40
SHORTEST_PARAGRAPH = 100  # letters of those that show how a text ends its paragraphs; headlines are shorter
LONG_PARAGRAPH = 240  # so much text is prose however it ends

_ENDS_SPEECH = frozenset(":\"'”’»」』")
_ENDS_PARAGRAPH = ENDS | _ENDS_SPEECH
_ENDS_PROSE = ENDS | {":"}
_SAYS = STOPS | frozenset("…:")  # what says something, and neither asks nor calls
_IDEOGRAPHS = "\N{CJK RADICAL REPEAT}"  # from here on a character is a syllable or a word

_STOPS = re.escape("".join(sorted(STOPS)))
_FINAL = pattern_of(rf"(?<!\b[A-Z])(?<!\.\.)[{_STOPS}:;,](?:[\"'”’»)\]]{{0,2}})$|…$")
_ABBREVIATION = pattern_of(r"\b[A-Z]\.[A-Z]\.$|\b(?:Inc|Corp|Co|Jr|Sr|Ltd)\.$")
_OPENS = pattern_of(r"[\"'“‘«„¿¡(\[]?[^\W_]|[$€£#]\d")
_UNFINISHED = pattern_of(rf"\b{one_of('unfinished')}$", re.IGNORECASE)
_FURNITURE = ("©", "@", "http:", "https:", "www.", "|", "»", "›", "→", "►", *in_order("within_furniture"))
_FURNITURE_OPENS = (
    *("- ", "* ", "• ", "# "),
    *in_order("furniture_opener"),
    *(f"{word} " for word in in_order("furniture_opening_word")),
)
_NUMBERED = pattern_of(r"\d+[.)] |[\[(](?:\d{1,2}|[a-z])[\])] |[\d.,]+k? (?:shares?|min|comments?)\b", re.IGNORECASE)
_SPEAKS_TO_READER = pattern_of(rf"{one_of('to_the_reader')}\b", re.IGNORECASE)
_SPEECH = pattern_of(rf"[\"“„«「『].*[{re.escape(''.join(sorted(CALLS)))}…][\"”“»」』]$")
_NEXT_SENTENCE = pattern_of(r"[a-zß-ÿ)]{4}\. [A-ZÀ-Þ]")
_OTHER_STOPS = _STOPS.replace(re.escape("."), "")
_NEXT_AFTER_STOP = pattern_of(rf"[{_OTHER_STOPS}][^\w\n{_OTHER_STOPS}]*\w")
_NEXT_QUESTION = pattern_of(r"\? [A-ZÀ-Þ]")
_LABELLED = pattern_of(r"[^\W\d_]+: ")


def is_prose(text: str) -> bool:
    """Whether this is a paragraph of the body and no title: long, or a sentence."""
    if is_as_long(text, LONG_PARAGRAPH):
        return True
    mark = closing_mark(text)
    shortest = SHORTEST_PROSE if text.isascii() or text[0] < _IDEOGRAPHS else SHORTEST_PROSE // 2
    if mark not in _ENDS_PROSE or (len(text) < SHORTEST_PARAGRAPH and _ends_in_abbreviation(text)):
        return False
    if mark in _SAYS:
        return len(text) >= shortest
    return len(text) >= 2 * shortest and not _is_question(text)


def ends_in_stops(doc: Document) -> bool:
    """Whether the paragraphs of a text end in full stops, so that a line without one is a title.

    Texts in Thai and Lao have none, and some corpora have lost theirs.
    """
    min_size, size_of = SHORTEST_PARAGRAPH, size_in(doc)
    texts = (line.text for line in doc.paragraphs)
    paragraphs = [text for text in texts if len(text) >= min_size or size_of(text) >= min_size]
    ended = sum(text[-1] in _ENDS_PARAGRAPH or ends_sentence(text) for text in paragraphs)
    return 2 * ended >= len(paragraphs)


def is_no_title(text: str) -> bool:
    """Whether a line begins or ends like prose, speaks to the reader, or is page furniture."""
    if not _OPENS.match(text) or text[0].islower():
        return True
    if (
        (_FINAL.search(text, max(0, len(text) - LONGEST_END)) and not _ends_in_abbreviation(text))
        or _UNFINISHED.search(text)
        or _is_furniture(text)
    ):
        return True
    is_exclamation = text.endswith("!") and len(text.split()) <= FEWEST_WORDS + 1
    return is_exclamation or bool(
        _SPEECH.match(text) or _is_two_sentences(text) or (text.endswith(("?", "!")) and _SPEAKS_TO_READER.match(text))
    )


def has_stop_amid(text: str) -> bool:
    """Whether a full stop of another script than ours stands amid a text: no abbreviation's, no title's, no name's."""
    return not text.isascii() and _NEXT_AFTER_STOP.search(text) is not None


def _is_two_sentences(text: str) -> bool:
    """Whether a sentence ends amid the text, and what follows ends in a letter; or two questions follow each other.

    A full stop of another script is no abbreviation's, so that it needs no letter at the end.
    """
    if has_stop_amid(text):
        return True
    if text.endswith("?"):
        return _NEXT_QUESTION.search(text) is not None
    return ("a" <= text[-1:] <= "z" or text.endswith("!")) and _NEXT_SENTENCE.search(text) is not None


def is_deck(text: str, *, followed: bool) -> bool:
    """Whether a line under the headline is its deck.

    Args:
        text: the line.
        followed: whether a byline or a date follows; then it may be short, or a sentence.
    """
    if len(text) > LONGEST_DECK or not _OPENS.match(text) or text[0].islower() or _is_furniture(text):
        return False
    if followed:
        return len(text.split()) >= FEWEST_WORDS and not _LABELLED.match(text)
    return (
        len(text) >= SHORTEST_DECK
        and closing_mark(text) not in _ENDS_PROSE
        and not _UNFINISHED.search(text)
        and next(sentence_starts(text), None) is None
    )


def _is_furniture(text: str) -> bool:
    folded = text.lower()
    if folded.startswith(_FURNITURE_OPENS) or _NUMBERED.match(text):
        return True
    return any(mark in folded for mark in _FURNITURE)


def _ends_in_abbreviation(text: str) -> bool:
    return _ABBREVIATION.search(text, max(0, len(text) - LONGEST_ABBREVIATION)) is not None


def _is_question(text: str) -> bool:
    return text.rstrip("\"'”’»)").endswith("?")
