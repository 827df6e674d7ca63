"""The blocks of plain text: what its own bullets, numbers and tabs show, and lines that stand as headings."""

from collections.abc import Iterator, Sequence

from article_clean.core.parts import BodyBlock
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.sentence_ends import ENDS_OR_CLOSERS, ends_sentence

LONGEST_HEADING = 80  # characters; 96 of 100 subheadings of shared/gold/wild.jsonl.gz
SHORTEST_BELOW = 80  # characters of the prose around a heading
LEAST_LETTERS = 4  # of a heading: "3", "Der" are pieces of text

_BULLET = pattern_of(r"[•‣⁃∙●○◦▪▫■□◾▸►➢➤✓✔]\s*(?=\S)")
_SIGN = pattern_of(r"(?P<sign>[-*–·])\s+(?=\S)")  # of an item only where one stands below another
_NUMBER = pattern_of(r"(?P<number>[0-9]{1,3})(?P<sign>[.)])\s+(?=\S)")
_NO_HEADING = pattern_of(r"[0-9][:.][0-9]{2}|[|/@\t\n—]|\.\w|(?:19|20)[0-9]{2}\Z")  # times, addresses, dates, dialogue


def printed_blocks(paragraphs: Sequence[str]) -> Iterator[BodyBlock]:
    """The paragraphs with the types that their own text shows.

    Args:
        paragraphs: those of the body.
    """
    have_tabs = ["\t" in text for text in paragraphs]
    start = 0
    for index, text in enumerate(paragraphs):
        block = BodyBlock("paragraph", text, start, start + len(text))
        texts_above, texts_below = paragraphs[index - 1 : index], paragraphs[index + 1 : index + 2]
        if have_tabs[index] and True in (*have_tabs[max(0, index - 1) : index], *have_tabs[index + 1 : index + 2]):
            continues = index > 0 and have_tabs[index - 1]
            block = block._replace(kind="row", cells=tuple(text.split("\t")), continues=continues)
        elif marker := _marker(text, [*(texts_above if index else ()), *texts_below]):
            number = _NUMBER.match(text)
            ordered = number is not None
            value = int(number["number"]) if number else None
            block = block._replace(kind="item", depth=1, ordered=ordered, number=value, marker=marker)
        elif index and _is_heading(text) and all(map(_is_prose, (*texts_above, *texts_below))) and texts_below:
            block = block._replace(kind="heading")
        yield block
        start += len(text) + 2


def _marker(text: str, neighbours: Sequence[str]) -> str:
    """What is printed before an item: a bullet; a dash or a number only where a paragraph beside has the like."""
    if bullet := _BULLET.match(text):
        return bullet[0]
    if sign := _SIGN.match(text):
        is_listed = any((match := _SIGN.match(neighbour)) and match["sign"] == sign["sign"] for neighbour in neighbours)
        return sign[0] if is_listed else ""
    if not (number := _NUMBER.match(text)):
        return ""
    numbers = [
        match for neighbour in neighbours if (match := _NUMBER.match(neighbour)) and match["sign"] == number["sign"]
    ]
    is_counted = any(abs(int(match["number"]) - int(number["number"])) == 1 for match in numbers)
    return number[0] if is_counted else ""


def _is_heading(text: str) -> bool:
    """Whether a paragraph may be a heading: short, no sentence, no question of an interview, no time or date."""
    if len(text) > LONGEST_HEADING or text[-1] in ENDS_OR_CLOSERS or text[-1] in ",;:":
        return False
    if not text[0].isalnum() or text[0].islower() or _NO_HEADING.search(text):
        return False
    return sum(map(str.isalpha, text)) >= LEAST_LETTERS


def _is_prose(text: str) -> bool:
    return len(text) >= SHORTEST_BELOW and ends_sentence(text)
