"""Where sentences end, in every script: the one place that knows the marks.

`ENDS` is Unicode's Sentence_Terminal (UAX #29) in the basic plane, which holds the scripts that news is printed in,
and what texts print besides. Thai and Lao have no mark: a space stands between sentences, and between clauses.
"""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.months import month_number

LONGEST_ABBREVIATION = 8  # letters: "Generalmaj." has more, and so has many a sentence's last word
LONGEST_ORDINAL = 2  # digits before a month: "am 3. Mai"
LONGEST_INITIAL = 2  # letters between the stops of "Ph.D"; of a word without a stop inside, one: "J."
LONGEST_BEHIND = 64  # characters of what stands behind a sentence's end: quotation marks, brackets, notes
LONGEST_NOTE = 4  # characters: a bracket and the number of a note
LONGEST_BROKEN = 50  # a shorter line above, without a full stop, is a heading or a caption, no broken sentence
LONGEST_LINK = 30  # of up to two words, which is a link that got a line of its own rather than a heading
FEW_WORDS = 2

_RARE = """
    ؝ ؞ ܀ ܁ ܂ ࠷ ࠹ ࠽ ࠾ ॥ ၊ ፨ ᙮ ᜵ ᜶ ᠃ ᠉ ᪨ ᪩ ᪪ ᪫ ᭎ ᭏ ᭚ ᭛ ᭞ ᭟ ᭽ ᭾ ᭿ ᰻ ᰼ ᱾ ᱿ ․ ⳹ ⸼ ⹠ ⹡ ꓿ ꘎ ꛳
    ꡶ ꡷ ꣎ ꣏ ꤯ ꧈ ꧉ ꩝ ꩞ ꩟ ꫰ ꯫ ︒ ﹒ ．
"""
CALLS = frozenset("!?！？﹖﹗؟፧߹᥄᥅꘏꛷꫱⳺⳻‼‽⁇⁈⁉⸮⹓⹔︕︖")  # with which a headline may end
_PRINTED = "৷།"  # a sign of Bengali account books, for the danda (15 of 86 paragraphs in Assamese); Tibetan's stroke
_UNSPACED = "。｡！？।॥৷۔።"  # behind these a sentence may begin without a space
STOPS = frozenset(".։۔।။។៕።。｡" + _PRINTED + "".join(_RARE.split()))  # with which no headline ends
ENDS = STOPS | CALLS | {"…"}
CLOSERS = "\"'”’»›)]）】」』》*_"  # quotation marks, brackets and emphasis that may stand behind an end
ENDS_OR_QUOTES = ENDS | frozenset("\"'”’»」』")
ENDS_OR_CLOSERS = ENDS_OR_QUOTES | frozenset(")]）】")
IN_CLASS = re.escape("".join(sorted(ENDS)))  # for a pattern's brackets

_WITHOUT_STOPS = ("\N{THAI CHARACTER KO KAI}", "\N{LAO DIGIT NINE}")  # from Thai to Lao
_POINTS = ",;."
_CLOSING = re.escape(CLOSERS)
_BREAK = pattern_of(
    rf"[{IN_CLASS}][{_CLOSING}]*+\s+|[{_UNSPACED}][{_CLOSING}]*+(?=[^\W_]|[\"“‘«「『《(（])|(?<=[ก-໿])\s+(?=\w)"
)
_BEHIND = CLOSERS + " †‡⁰¹²³⁴⁵⁶⁷⁸⁹"
_NOTE = pattern_of(r"\[\d{1,3}\Z")  # "[12]", without the bracket that closes it
_BETWEEN_WORDS = pattern_of(r"[^\w.]")


def ends_sentence(text: str) -> bool:
    """Whether a text closes with the end of a sentence, behind which quotation marks and brackets may stand.

    >>> ends_sentence("“We sail at dawn.”"), ends_sentence("घाट बंद है।"), ends_sentence("Ferry to sail")
    (True, True, False)
    """
    return closing_mark(text) in ENDS


def closing_mark(text: str) -> str:
    """The last character of a text, without the quotation marks, brackets and notes behind it; "" of an empty one.

    >>> closing_mark("“We sail at dawn.”[12]"), closing_mark("Ferry to sail")
    ('.', 'l')
    """
    last_char = text[-1:]
    if last_char not in _BEHIND and not last_char.isdecimal():
        return last_char
    unclosed = text[-LONGEST_BEHIND:].rstrip(_BEHIND)
    while note := _NOTE.search(unclosed, max(0, len(unclosed) - LONGEST_NOTE)):
        unclosed = unclosed[: note.start()].rstrip(_BEHIND)
    return unclosed[-1:]


def is_without_stops(text: str) -> bool:
    """Whether a text ends in the letters of a script that marks no end of a sentence."""
    first, last = _WITHOUT_STOPS
    return first <= closing_mark(text) <= last


def sentence_starts(text: str) -> Iterator[int]:
    """Where the second sentence of a text begins, and each one behind it.

    Neither a lower-case letter begins one, nor what stands behind an abbreviation or a day of a month. In Thai and Lao,
    which mark no end, each space may be one.

    >>> [*sentence_starts("St. Mary's is shut. Dr. Roe left at 9 a.m. on May 3.")]
    [20]
    """
    for break_match in _BREAK.finditer(text):
        sentence_start = break_match.end()
        if sentence_start == len(text) or text[sentence_start].islower():
            continue
        if text[break_match.start()] != "." or not _is_abbreviated(text, break_match.start(), sentence_start):
            yield sentence_start


def sentence_count(text: str) -> int:
    """How many sentences a text has.

    >>> sentence_count("घाट बंद है। नाव नहीं चलेगी।"), sentence_count("码头关闭。渡轮停航。")
    (2, 2)
    """
    return 1 + sum(1 for _ in sentence_starts(text))


def _is_abbreviated(text: str, stop: int, start: int) -> bool:
    """Whether the full stop at `stop` belongs to its word: "St.", "U.S.", "J.", and "3." before "May"."""
    last_word = _BETWEEN_WORDS.split(text[max(0, stop - LONGEST_ABBREVIATION - 1) : stop])[-1].strip(".")
    if last_word.isdigit():
        return (
            len(last_word) <= LONGEST_ORDINAL
            and month_number(text[start:].split(maxsplit=1)[0].strip(",.")) is not None
        )
    letters = [letter_part for letter_part in last_word.split(".") if letter_part]
    initials = bool(letters) and all(len(letter_part) <= min(len(letters), LONGEST_INITIAL) for letter_part in letters)
    return initials or last_word in _abbreviations()


@cache
def _abbreviations() -> frozenset[str]:
    """Words that end in a full stop amid a sentence, without it; read once."""
    lines = Path(__file__).with_name("abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def goes_on(line_above: str, line_below: str) -> bool:
    """Whether the sentence of a line goes on in the next one, a single line break between them.

    Scraped text has a paragraph a line as often as it has a blank line between paragraphs, so that a single break ends
    a paragraph as a rule. The exception is a link that got a line of its own amid its sentence: "Anyone may / leave a
    comment / in the book." Such a line is no phrase of the page.

    Args:
        line_above: the line, without outer white space.
        line_below: the next one, in the same form.
    """
    if line_below[0].islower() or line_below[0] in _POINTS:
        return line_above[-1] not in ENDS
    if len(line_above) < LONGEST_BROKEN or len(line_below) > LONGEST_LINK or line_below.count(" ") >= FEW_WORDS:
        return False
    return line_above[-1].isalpha() or line_above[-1] == ","
