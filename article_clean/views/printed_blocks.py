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
    have_tabs = ["\t" in paragraph_text for paragraph_text in paragraphs]
    paragraph_start = 0
    for paragraph_index, paragraph_text in enumerate(paragraphs):
        printed_block = BodyBlock("paragraph", paragraph_text, paragraph_start, paragraph_start + len(paragraph_text))
        texts_above, texts_below = (
            paragraphs[paragraph_index - 1 : paragraph_index],
            paragraphs[paragraph_index + 1 : paragraph_index + 2],
        )
        if have_tabs[paragraph_index] and True in (
            *have_tabs[max(0, paragraph_index - 1) : paragraph_index],
            *have_tabs[paragraph_index + 1 : paragraph_index + 2],
        ):
            continues = paragraph_index > 0 and have_tabs[paragraph_index - 1]
            printed_block = printed_block._replace(
                kind="row", cells=tuple(paragraph_text.split("\t")), continues=continues
            )
        elif item_marker := _marker(paragraph_text, [*(texts_above if paragraph_index else ()), *texts_below]):
            number_match = _NUMBER.match(paragraph_text)
            ordered = number_match is not None
            item_number = int(number_match["number"]) if number_match else None
            printed_block = printed_block._replace(
                kind="item", depth=1, ordered=ordered, number=item_number, marker=item_marker
            )
        elif (
            paragraph_index
            and _is_heading(paragraph_text)
            and all(map(_is_prose, (*texts_above, *texts_below)))
            and texts_below
        ):
            printed_block = printed_block._replace(kind="heading")
        yield printed_block
        paragraph_start += len(paragraph_text) + 2


def _marker(paragraph_text: str, neighbours: Sequence[str]) -> str:
    """What is printed before an item: a bullet; a dash or a number only where a paragraph beside has the like."""
    if bullet_match := _BULLET.match(paragraph_text):
        return bullet_match[0]
    if dash_match := _SIGN.match(paragraph_text):
        is_listed = any(
            (sign_match := _SIGN.match(neighbour)) and sign_match["sign"] == dash_match["sign"]
            for neighbour in neighbours
        )
        return dash_match[0] if is_listed else ""
    if not (number_match := _NUMBER.match(paragraph_text)):
        return ""
    numbers = [
        sign_match
        for neighbour in neighbours
        if (sign_match := _NUMBER.match(neighbour)) and sign_match["sign"] == number_match["sign"]
    ]
    is_counted = any(abs(int(sign_match["number"]) - int(number_match["number"])) == 1 for sign_match in numbers)
    return number_match[0] if is_counted else ""


def _is_heading(paragraph_text: str) -> bool:
    """Whether a paragraph may be a heading: short, no sentence, no question of an interview, no time or date."""
    if len(paragraph_text) > LONGEST_HEADING or paragraph_text[-1] in ENDS_OR_CLOSERS or paragraph_text[-1] in ",;:":
        return False
    if not paragraph_text[0].isalnum() or paragraph_text[0].islower() or _NO_HEADING.search(paragraph_text):
        return False
    return sum(map(str.isalpha, paragraph_text)) >= LEAST_LETTERS


def _is_prose(text: str) -> bool:
    return len(text) >= SHORTEST_BELOW and ends_sentence(text)
