"""What lines of a text's head look like: headlines, decks, prose."""

import re
from collections.abc import Sequence

from article_clean.document import Line

LONGEST_HEADLINE = 200  # the longest of 27 in shared/gold/wild and shared/seeds has 128 characters
LONGEST_DECK = 300  # the longest of 8 there has 201
SHORTEST_DECK = 60  # of the decks there, without a byline below, the shortest has 84; subheadings are shorter
FEWEST_WORDS = 4  # "Key Takeaways", "At a glance" head a section; headlines of three words show by what follows
SHORTEST_PROSE = 40
LONG_PARAGRAPH = 200  # so much text is prose however it ends

_FINAL = re.compile(r"(?<!\b[A-Z])(?<!\.\.)[.。:;,](?:[\"'”’»)\]]{0,2})$|…$")
_ENDS_SENTENCE = re.compile(r"[.!?。！？…:][\"'”’»)\]]{0,2}$")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Corp|Co|Jr|Sr|Ltd)\.$")
_OPENS = re.compile(r"[\"'“‘«„¿¡(\[]?[^\W_]|[$€£#]\d")
_UNFINISHED = re.compile(
    r"\b(?:the|a|an|of|and|or|to|in|for|with|by|de|la|el|los|las|que|en|y|und|der|die|das|le|les|du|et|da|do|e|của)$",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"©|@|https?:|www\.|[|»›→►]|\bphoto\b|\bphotos?:|\bcredit:|\bimage:|\bgetty\b|\bshutterstock\b|\bshares?\b.*\bstory\b|^updated?\b"
    r"|^(?:introduction|contents?|table of|in this|skip to|last updated|read more|listen|share|sign up|subscribe|click|posted|"
    r"filed|tags?|categor|related|source|via|watch|video|advertisement|sponsored|step \d|\d+[.)] |[-*•#]\s)",
    re.IGNORECASE,
)
_SPEAKS_TO_READER = re.compile(
    r"(?:are|do|does|did|have|has|can|could|would|is|was|looking|ever|need|want|ready|hi|hello|hey|dear|welcome)\b",
    re.IGNORECASE,
)
_CREDITED = re.compile(r"photo|foto|\bap\b|getty|reuters|image|credit|©|\bafp\b|\befe\b", re.IGNORECASE)


def is_prose(text: str) -> bool:
    """Whether this is a paragraph of the body and no title: long, or a sentence."""
    if len(text) >= LONG_PARAGRAPH:
        return True
    ends = _ENDS_SENTENCE.search(text)
    shortest = SHORTEST_PROSE if text.isascii() or text[0] < "\u2e80" else SHORTEST_PROSE // 2
    if not ends or _ABBREVIATION.search(text):
        return False
    return (
        len(text) >= shortest and text[ends.start()] in ".。…:" or len(text) >= 2 * shortest and not _is_question(text)
    )


def is_headline(text: str, below: Sequence[Line], *, certain: bool) -> bool:
    """Whether a first line is the headline of what stands below it.

    Args:
        text: the line.
        below: the lines under it.
        certain: whether a byline, a date or a dateline follows at once.
    """
    words = text.split()
    if not below or len(text) > LONGEST_HEADLINE or len(words) < (FEWEST_WORDS - 2 * certain) and text.isascii():
        return False
    if not _OPENS.match(text) or words[0][0].islower() or _FURNITURE.search(text) or _UNFINISHED.search(text):
        return False
    if _FINAL.search(text) and not _ABBREVIATION.search(text):
        return False
    if text.endswith(("?", "!")) and _SPEAKS_TO_READER.match(text):
        return False
    following = below[0].text
    if following[0].islower() or following[0] in "-*•|–—" or (len(text) < 12 and not certain):  # noqa: PLR2004
        return False
    return certain or any(is_prose(line.text) and len(line.text) >= len(text) for line in below[:2])


def is_deck(text: str, *, followed: bool) -> bool:
    """Whether a line under the headline is its deck; `followed` by a byline or a date it may be shorter, or a sentence."""
    if len(text) > LONGEST_DECK or not _OPENS.match(text) or text[0].islower() or _FURNITURE.search(text):
        return False
    if followed:
        return len(text.split()) >= FEWEST_WORDS
    return len(text) >= SHORTEST_DECK and not _ENDS_SENTENCE.search(text) and not _UNFINISHED.search(text)


def is_under_caption(text: str, start: int) -> bool:
    """Whether what was removed above this place names a photographer or a picture agency."""
    return bool(_CREDITED.search(text, max(0, start - LONGEST_DECK), start))


def _is_question(text: str) -> bool:
    return text.rstrip("\"'”’»)").endswith("?")
