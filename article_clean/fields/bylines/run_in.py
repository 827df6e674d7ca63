"""Bylines that run into the first sentence: "By Nora Feldt: The harbour …", "Nora Feldt - BBC News The harbour …"."""

from itertools import pairwise

from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.bylines.openers import read_opener
from article_clean.fields.bylines.people import is_person
from article_clean.fields.titles import is_prose
from article_clean.knowledge.agencies import is_printed_agency
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.job_titles import is_title
from article_clean.knowledge.press_names import is_newsdesk
from article_clean.knowledge.sentence_ends import ends_sentence

LONGEST_FRONT = 80  # characters of the byline
LONGEST_ABOVE = 300  # characters of a title in front of a byline in brackets
MOST_BEHIND_DASH = 4  # words of an agency or a role

_COLON = pattern_of(r"\s?[:：]")
_DASH = pattern_of(r"\s[-–—]\s")
_WORD = pattern_of(r"\S+")
_BRACKETED = pattern_of(r"[(\[]([^()\[\]\n]{5,60})[)\]]\s")


def run_in_byline(text: str) -> tuple[int, int]:
    """Where the byline begins and ends that a paragraph runs together with its first sentence; 0 twice for none.

    >>> run_in_byline("By Nora Feldt: The harbour council met late into the evening.")
    (0, 14)
    """
    for start, end in ((0, _before_colon(text)), (0, _before_capital(text)), _in_brackets(text)):
        if end and is_prose(text[end:].lstrip()):
            return start, end
    return 0, 0


def _before_colon(text: str) -> int:
    """Where the colon ends behind an opener and known names, or behind a newsroom; 0 for none."""
    front = text[:LONGEST_FRONT]
    for colon in _COLON.finditer(front):
        if is_newsdesk(front[: colon.start()]) or _is_opened(front[: colon.start()]):
            return colon.end()
    return 0


def _before_capital(text: str) -> int:
    """Where an agency ends behind a known name and a dash, or behind an opener a role; the next word has a capital."""
    front = text[:LONGEST_FRONT]
    opener = read_opener(front)
    zone = opener.end if opener else 0
    dash = _DASH.search(front, zone)
    if not dash or not _is_whole_name(front[zone : dash.start()]):
        return 0
    words = [*_WORD.finditer(front, dash.end())][: MOST_BEHIND_DASH + 1]
    for word, next_word in reversed([*pairwise(words)]):
        text_behind = front[dash.end() : word.end()]
        is_role = opener is not None and text_behind.islower() and is_title(text_behind)
        if next_word[0][0].isupper() and (is_role or is_printed_agency(text_behind)):
            return word.end()
    return 0


def _in_brackets(text: str) -> tuple[int, int]:
    """Where brackets around an opener and known names stand between two sentences; 0 twice for none."""
    for brackets in _BRACKETED.finditer(text, 0, LONGEST_ABOVE):
        if ends_sentence(text[: brackets.start()].rstrip()) and _is_opened(brackets[1]):
            return brackets.start(), brackets.end() - 1
    return 0, 0


def _is_opened(front: str) -> bool:
    """Whether a text is an opener and known names, and nothing else."""
    byline = find_byline(front) if read_opener(front) else None
    if not byline or byline.bare or byline.end != len(front):
        return False
    return bool(byline.value.authors) and all(map(_is_whole_name, byline.value.authors))


def _is_whole_name(name: str) -> bool:
    return is_known(name) and is_person(name, shortest=2)
