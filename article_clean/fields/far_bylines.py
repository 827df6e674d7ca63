"""Bylines outside the head: below a summary that reads as the lead, behind the last paragraph, or at its end.

Of 94 bylines in shared/gold/wild (folds 0 to 3) about 40 stand there. A name alone signs a text only right below its
last paragraph, and where the text has not spoken of that person; 6 of 7 such lines there are bylines, the other is a
caption.
"""

from collections.abc import Iterator, Sequence
from itertools import chain

from article_clean.core.document import Line
from article_clean.core.edits import Label
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import (
    CAPITAL_INITIALS,
    LONGEST_BYLINE,
    find_byline,
    is_initials,
    read_interview,
    without_brackets,
)
from article_clean.fields.bylines.name_line import is_opener_alone, is_signature
from article_clean.fields.bylines.openers import read_opener
from article_clean.fields.bylines.people import is_person
from article_clean.fields.bylines.run_in import run_in_byline
from article_clean.fields.titles import is_prose
from article_clean.knowledge.agencies import is_agency
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.sentence_ends import ends_sentence, sentence_starts

MOST_ABOVE = 3  # lines down to the byline, where summaries stand above it
MOST_BELOW = 4  # lines under the last paragraph, of which the byline is one
LONGEST_SIGNATURE = 60  # characters
MOST_NAME_WORDS = 4

_SIGN = pattern_of(r"[-–—―~•*\s]+")
_AROUND = "()[]（） .-–—―~•*"
_INITIALS = pattern_of(r"[(\[/]\s?([a-zäöü]{2,4})\s?[)\]/]")
_LETTERS = pattern_of(r"[^\W\d_]+")
_QUOTES = "“”\"»«’'"
_POST = "(@"  # the author of an embedded post
_INITIALS_OF = {"de": _INITIALS, "es": CAPITAL_INITIALS}


def signature_start(title: str) -> int:
    """Where an opener and names begin behind the last sentence of a title; 0 for none."""
    starts = (start for start in sentence_starts(title) if len(title) - start <= LONGEST_SIGNATURE)
    return next((start for start in starts if _is_written(title[start:])), 0)


def far_byline(text: str, lines: Sequence[Line], language: str | None) -> Label | None:
    """The byline that stands outside the head; None where no line is one.

    Args:
        text: all of it.
        lines: the lines that the fields of the head leave.
        language: that of the text.
    """
    foot = next((index for index in range(len(lines) - 1, -1, -1) if is_prose(lines[index].text)), -1)
    if foot < 0:
        return None
    spans = chain(
        _run_in(lines),
        _above(lines, foot),
        _below(text, lines, foot, language),
        _below_most(lines),
        _at_ends(lines, foot, language),
    )
    return next((Label(start, end, "byline") for start, end in spans), None)


def _run_in(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """What runs into the first sentence of the lead."""
    lead = next(line for line in lines if is_prose(line.text))
    start, end = run_in_byline(lead.text)
    if end:
        yield lead.start + start, lead.start + end


def _above(lines: Sequence[Line], foot: int) -> Iterator[tuple[int, int]]:
    """A line with an opener, above the paragraphs and below a summary of them."""
    for line in lines[1 : min(MOST_ABOVE + 1, foot)]:
        if _is_opened(line.text):
            yield line.start, line.end


def _below(whole_text: str, lines: Sequence[Line], foot: int, language: str | None) -> Iterator[tuple[int, int]]:
    """A line behind the last paragraph: with an opener, or a sign or nothing but a known name right below it."""
    for index in range(foot + 1, min(foot + 1 + MOST_BELOW, len(lines))):
        start, end, text = lines[index].start, lines[index].end, lines[index].text
        has_gap = index > foot + 1 or whole_text[lines[foot].end : start].strip()  # "Media Contact:" may have gone
        if index + 1 < len(lines) and is_opener_alone(text) and _may_be_name(lines[index + 1].text):
            yield start, lines[index + 1].end
        elif not has_gap and len(text) <= LONGEST_SIGNATURE and _is_name_of_none(lines, index, 0):
            yield start, _block_end(lines, index)
        elif len(text) <= LONGEST_SIGNATURE and (_is_opened(text) or _is_signed(text) or _is_initials(text, language)):
            yield start, end


def _block_end(lines: Sequence[Line], index: int) -> int:
    """Where a signature ends that begins with a name: roles, papers and further names close the text below it."""
    lines_below = lines[index + 1 :]
    are_signatures = all(is_signature(line.text) or _is_name(line.text) for line in lines_below)
    return lines[-1].end if are_signatures else lines[index].end


def _below_most(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The only line with an opener right below a paragraph, in the second half: comments or other stories follow."""
    second_half = range(max(1, len(lines) // 2), len(lines))
    opened_indices = [
        index for index in second_half if len(lines[index].text) <= LONGEST_SIGNATURE and _is_written(lines[index].text)
    ]
    if len(opened_indices) == 1 and is_prose(lines[opened_indices[0] - 1].text):
        yield lines[opened_indices[0]].start, lines[opened_indices[0]].end


def _at_ends(lines: Sequence[Line], foot: int, language: str | None) -> Iterator[tuple[int, int]]:
    """What stands behind the last sentence of the last paragraph, or of the first: its line break is gone."""
    last_index = len(lines) - 1
    for index in dict.fromkeys((foot, last_index, 0)):
        text = lines[index].text
        tail_start = max(0, len(text) - LONGEST_SIGNATURE)
        for start in (tail_start + start for start in sentence_starts(text[tail_start:])):
            is_signed = _is_opened(text[start:]) or read_interview(text[start:])
            if is_signed or (index == last_index and _is_name_of_none(lines, index, start)):
                yield lines[index].start + start, lines[index].end
        initials = _INITIALS.search(text, tail_start) if index else None
        start = initials.start() if initials else 0
        if start and _is_initials(text[start:], language) and ends_sentence(text[:start].rstrip().rstrip(_QUOTES)):
            yield lines[index].start + start, lines[index].end


def _is_opened(text: str) -> bool:
    """Whether a text is an opener and names, or the label of an author and initials: "Autor: red"."""
    start = _sign_end(text)
    if _POST in text or len(text) - start > LONGEST_BYLINE + 2:  # two brackets stand around it at the most
        return False
    byline = find_byline(text[start:]) or find_byline(without_brackets(text))
    if byline:
        return not byline.bare and bool(byline.value.authors)
    opener = read_opener(text, start)
    return opener is not None and opener.kind == "label" and opener.marked and is_initials(text[opener.end :])


def _is_written(text: str) -> bool:
    """Whether a text names its author behind an opener: no one who posted a comment."""
    opener = read_opener(text, _sign_end(text))
    return opener is not None and opener.kind in {"label", "written"} and _is_opened(text)


def _is_signed(text: str) -> bool:
    """Whether a text is a dash and a known name with a role or a paper: "— Nora Feldt, Harbour Radio Reporter"."""
    start = _sign_end(text)
    byline = find_byline(text[start:]) if start and _POST not in text else None
    return byline is not None and byline.end == len(text) - start and any(map(is_known, byline.value.authors[:1]))


def _sign_end(text: str) -> int:
    """Where a text begins behind a dash or another sign."""
    sign = _SIGN.match(text)
    return sign.end() if sign else 0


def _is_name_of_none(lines: Sequence[Line], index: int, start: int) -> bool:
    """Whether the n-th line is from `start` on a known name that neither it nor a line above says in front of that."""
    text = lines[index].text
    name = text[start:].strip(_AROUND)
    if not (1 < len(name.split()) <= MOST_NAME_WORDS and _is_name(name)):
        return False
    return name not in text[:start] and not any(name in line.text for line in lines[1:index])


def _is_name(text: str) -> bool:
    """Whether a text is a known name, or a French one with its surname in capitals: "Awa NDIAYE"."""
    *first_names, last_name = text.split()
    surname = (
        len(last_name) > 1
        and last_name.isupper()
        and not is_agency(last_name)
        and not any(map(str.isupper, first_names))
    )
    return (surname or is_known(text)) and is_person(text, shortest=2)


def _may_be_name(text: str) -> bool:
    """Whether the line below "Author:" can be a name, with a title in front of it or without."""
    return len(text) <= LONGEST_SIGNATURE and len(text.split()) <= MOST_NAME_WORDS and is_person(text)


def _is_initials(text: str, language: str | None) -> bool:
    """Whether a German or a Spanish report is signed by an editor's initials: "(kas)", "DS"."""
    initials = _INITIALS_OF[language].fullmatch(text) if language in _INITIALS_OF else None
    return initials is not None and not any(map(is_agency, _LETTERS.findall(text)))
