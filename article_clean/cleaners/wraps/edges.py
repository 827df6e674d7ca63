"""How a line ends and how the next one begins: what each says about the break between them."""

import re
from enum import Enum

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.sentence_ends import ENDS
from article_clean.knowledge.word_lists import word_list

LONGEST_BINDING = 24  # how far back the last word of a line is looked for; longer ones bind nothing

# Titles and ranks, printed with a capital and a full stop: a name follows, so that the line goes on.
_BEFORE_A_NAME = word_list("before_a_name")

# Words that no sentence ends in: what they govern stands on the next line. Lower case, for "By" may be a whole line.
BINDING = word_list("binding")

_CLOSERS = "\"'”’»)]›*_"
_OPENERS = "\"'“‘„‚«‹([¿¡*_"
_PAUSES = ",;–—−、，；،"
_POINT = pattern_of(r"[,;.!?](?=\s|$|[\"'”’»)])|[”’»](?=\s|$|[,.;])")
_INITIALS = pattern_of(r"(?:[^\W\d_]\.-?)+\Z")
_MARKER = pattern_of(
    r"""
    [*+•·‣▪●○■□►▶»>✓✔→◦§#|]\s                   # bullets, rows of a table
    | [-–—]\s(?![a-zà-ÿ])                        # a dash, but for one amid a sentence
    | \(?(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})[.)]\s   # "1." "a)" "(iv)"
    | [^\W\d_]{1,2}:\s                           # "Q:" "A:"
    | https?:// | www\.
    """,
    re.VERBOSE,
)


class End(Enum):
    """How a line ends."""

    STOP = "a sentence ends"
    MAYBE = "a full stop that may be an abbreviation's"
    COLON = "a colon: a list, a quotation or a text follows"
    PAUSE = "a comma, semicolon or dash: the sentence goes on"
    HYPHEN = "a hyphen behind a letter or digit"
    BINDING = "a word that no sentence ends in, or a title before a name"
    OPEN = "anything else: a word, a number, a closing quote"


class Start(Enum):
    """How a line begins."""

    LOWER = "a lower-case letter: amid a sentence"
    UPPER = "a capital, or a quotation that begins with one"
    CASELESS = "a letter of a script without case"
    DIGIT = "a digit"
    POINT = "a mark that belongs to the word before it"
    MARKER = "a bullet, a list number, a speaker's letter, an address"
    OTHER = "anything else"


GOES_ON = (End.PAUSE, End.HYPHEN, End.BINDING, End.OPEN)  # no sentence ends; a tuple, for to hash an Enum is slow


_MARKS = {**dict.fromkeys(_PAUSES, End.PAUSE), ":": End.COLON, "：": End.COLON, "-": End.HYPHEN}


def end_of(text: str) -> End:
    """How this line ends; it has no outer white space."""
    if text[-1].isalnum():
        return End.BINDING if _last_word(text) in BINDING else End.OPEN
    unclosed = text.rstrip(_CLOSERS)
    last_char = unclosed[-1:]
    if last_char and last_char in ENDS:
        return _at_stop(unclosed, text)
    if last_char == "-" and not text[-2:-1].strip():
        return End.PAUSE
    if last_char in _MARKS and (len(unclosed) == len(text) or _MARKS[last_char] is End.PAUSE):
        return _MARKS[last_char]
    return End.OPEN


def _at_stop(unclosed: str, text: str) -> End:
    if unclosed[-1] != "." or unclosed.endswith(".."):
        return End.STOP
    word = _last_word(unclosed)
    if unclosed == text and word[:-1] in _BEFORE_A_NAME:
        return End.BINDING
    return End.MAYBE if _INITIALS.match(word) else End.STOP


def _last_word(text: str) -> str:
    tail = text[-LONGEST_BINDING:].rsplit(None, 1)
    return tail[-1].lstrip(_OPENERS) if tail else ""


def start_of(text: str) -> Start:
    """How this line begins; it has no outer white space."""
    if _MARKER.match(text):
        return Start.MARKER
    if _POINT.match(text):
        return Start.POINT
    first_char = text.lstrip(_OPENERS)[:1]
    if first_char.islower():
        return Start.LOWER
    if first_char.isupper():
        return Start.UPPER
    if first_char.isalpha():
        return Start.CASELESS
    return Start.DIGIT if first_char.isdigit() else Start.OTHER
