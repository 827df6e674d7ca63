"""What a line opens with, what sentences it holds, and whom they address: facts that several cleaners ask for."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate

from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.core.packed import by_word, started_before
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun, exact
from article_clean.knowledge.phrases.slots import opens
from article_clean.knowledge.sentence_ends import sentence_starts
from article_clean.knowledge.word_counts import word_count
from article_clean.knowledge.wordings import one_of

LETTERS = 3  # of a first word, by which paragraphs are found
SHORTEST_PROSE = 90  # characters; a shorter line may be a link or a plea
FEWEST_TOLD = 2  # sentences of a paragraph
LONGEST_PLEA = 500  # the longest of 90 pleas and calls that it takes in shared/gold and shared/texts has 262
SHORT_SENTENCE = 6  # words; form residue such as "An error has occurred." and "Sign Up Now" has no more

_FIRST_WORD = pattern_of(r"[^\w\n]*(\d+|[^\W\d]+)")
_END = " .!"
_LETTER = pattern_of(r"[^\W\d_]")
_CARRIED_OVER = pattern_of(r"[a-zß-ÿа-я].*[.,;:]")  # the last words of a sentence that a hard wrap cut
_LIST_MARKS = ("- ", "• ", "* ", "· ", "– ")
_OPENING = pattern_of(rf"\W*+{one_of('speaks_to_visitor')}")
_WORD = pattern_of(r"\w+")
_UNSPACED = pattern_of(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")  # kana, Han, hangul: words run into each other


def opening_with(doc: Document, words: frozenset[str]) -> Iterator[Line]:
    """The paragraphs whose first word is one of these, in no promised order."""
    lines_by_letters = doc.fact(_by_first_letters)
    for letters in _first_letters(words).intersection(lines_by_letters):
        yield from (line for line in lines_by_letters[letters] if _first_word(line) in words)


@cache
def _first_letters(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[:LETTERS] for word in words)


def _by_first_letters(doc: Document) -> Mapping[str, Sequence[Line]]:
    """The paragraphs, by the first letters of their first word: few as they are, a long text has no more."""
    return by_word(doc.paragraphs, lambda line: _first_word(line)[:LETTERS])


def _first_word(line: Line) -> str:
    first_word = line.folded.partition(" ")[0]
    if first_word.isalpha():
        return first_word
    word_match = _FIRST_WORD.match(line.folded)
    return word_match[1] if word_match else ""


def sentences(line: Line) -> list[Line]:
    """The sentences of a line."""
    sentence_edges = [0, *sentence_starts(line.text)]
    return [
        part(line, sentence_start, sentence_end)
        for sentence_start, sentence_end in zip(sentence_edges, [*sentence_edges[1:], len(line.text)], strict=True)
    ]


def part(line: Line, part_start: int, part_end: int) -> Line:
    """A piece of a line, by offsets in the line, without white space behind it."""
    part_text = line.text[part_start:part_end].rstrip()
    return Line(
        line.start + part_start,
        line.start + part_start + len(part_text),
        part_text,
        line.folded[part_start : part_start + len(part_text)],
    )


def addressed(sentence: Line) -> bool:
    """Whether a sentence speaks to the visitor, or is too short to tell a story."""
    return _to_the_visitor(sentence.folded) or word_count(sentence.text) <= SHORT_SENTENCE


def tells_a_story(line: Line) -> bool:
    """Whether a line is a paragraph: two of its sentences tell something, and do not speak to the visitor."""
    return sum(not addressed(sentence) for sentence in sentences(line)) >= FEWEST_TOLD


def _to_the_visitor(folded: str) -> bool:
    """Whether a word for the visitor or for the site stands in a text: "your", "unsere", "您"."""
    visitor_words, visitor_parts = _visitor_words()
    return not visitor_words.isdisjoint(_WORD.findall(folded)) or any(part in folded for part in visitor_parts)


@cache
def _visitor_words() -> tuple[frozenset[str], tuple[str, ...]]:
    """The words that stand alone, and those that run into others."""
    visitor_words = keys("visitor_word")
    unspaced_words = tuple(word for word in visitor_words if _UNSPACED.match(word))
    return visitor_words.difference(unspaced_words), unspaced_words


def pitches(line: Line, asks: Callable[[Line], bool]) -> bool:
    """Whether a line asks something of the visitor and does nothing else.

    One sentence asks; the first one asks too, or leads up to it; no other tells a story.
    """
    if line.text.startswith(_LIST_MARKS):
        return False
    first_sentence, *later_sentences = sentences(line)
    first_asks = asks(first_sentence)
    is_torn = first_sentence.text[:1].islower()  # the rest of a broken sentence
    if is_torn or not (first_asks or _leads_up(first_sentence)):
        return False
    requests = [asks(sentence) for sentence in later_sentences]
    return (first_asks or any(requests)) and all(
        is_request or addressed(sentence) for is_request, sentence in zip(requests, later_sentences, strict=True)
    )


def _leads_up(sentence: Line) -> bool:
    """Whether a sentence before a request is part of it: a question, an order, a title."""
    is_short = word_count(sentence.text) <= SHORT_SENTENCE
    return is_short or sentence.text.endswith("?") or bool(_OPENING.match(sentence.folded))


def is_late(doc: Document, line: Line) -> bool:
    """Whether no more than half of the prose of a document stands below a line; menus and pleas do not count."""
    starts, sums = doc.fact(_prose)
    return 2 * sums[bisect_left(starts, line.start)] >= sums[-1]


def _prose(doc: Document) -> tuple[list[int], list[int]]:
    """Where the long paragraphs start, and how many characters of prose stand above each and in all."""
    prose_paragraphs = [paragraph for paragraph in doc.paragraphs if paragraph.end - paragraph.start >= SHORTEST_PROSE]
    return [paragraph.start for paragraph in prose_paragraphs], [
        0,
        *accumulate(paragraph.end - paragraph.start for paragraph in prose_paragraphs),
    ]


def neighbours(doc: Document, line: Line, reach: int) -> Sequence[Line]:
    """The paragraphs beside a line, nearest first: `reach` behind it, or before it where that is negative."""
    paragraphs = doc.paragraphs
    paragraph_index = started_before(paragraphs, line.start)
    return (
        paragraphs[paragraph_index + 1 : paragraph_index + 1 + reach]
        if reach > 0
        else paragraphs[max(0, paragraph_index + reach) : paragraph_index][::-1]
    )


def adjacent(doc: Document, line: Line, line_below: Line) -> bool:
    """Whether `line_below` stands on the line after `line`, with no blank line between them."""
    return doc.text.count("\n", line.end, line_below.start) == 1


def plea_edits(doc: Document, plea_kind: str) -> Iterator[Edit]:
    """The removal of the paragraphs that ask of the visitor what a phrase of this kind asks, and nothing else.

    Where the first sentence does not ask, a phrase of the kind "…_hint" finds the paragraph.
    """
    yield from exact_edits(doc, plea_kind)
    for line in sorted({*begun(doc, plea_kind), *doc.paragraphs_with(*keys(f"{plea_kind}_hint"))}):
        if len(line.text) <= LONGEST_PLEA and pitches(line, lambda sentence: _pleads(plea_kind, sentence)):
            yield Edit(line.start, line.end)


def exact_edits(doc: Document, kind: str) -> Iterator[Edit]:
    """The removal of the lines that are an interface phrase of this kind and no more."""
    for line in exact(doc, kind):
        if _LETTER.search(line.text) and not _CARRIED_OVER.fullmatch(line.text):
            yield Edit(line.start, line.end, reason="an interface phrase")


def _pleads(kind: str, sentence: Line) -> bool:
    return opens(kind, sentence.text, sentence.folded) or sentence.folded.rstrip(_END).endswith(_ends(kind))


@cache
def _ends(kind: str) -> tuple[str, ...]:
    """What a sentence ends in that asks, in all languages: "… is a reader-supported publication"."""
    return tuple(keys(f"{kind}_end"))


def phrase_edits(doc: Document, kind: str) -> Iterator[Edit]:
    """The removal of the lines that are an interface phrase of this kind."""
    for line in phrase_lines(doc, kind):
        yield Edit(line.start, line.end, reason="an interface phrase")


def phrase_lines(doc: Document, kind: str) -> Iterator[Line]:
    """The lines that are an interface phrase of this kind, or begin like one that any text may follow."""
    for line in exact(doc, kind):
        if _LETTER.search(line.text) and not _CARRIED_OVER.fullmatch(line.text):
            yield line
    yield from begun(doc, kind)


def phrase_set(listed: str) -> frozenset[str]:
    """Phrases from a list with bars between them."""
    return frozenset(phrase.strip() for phrase in listed.replace("\n", " ").split("|"))
