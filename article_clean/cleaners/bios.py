"""Who the author is, under the story."""

import re
from collections.abc import Iterator, Sequence

from article_clean.cleaners.sentences import sentences
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, fold
from article_clean.core.edits import Edit

LONGEST_BIO = 900  # the longest of 30 that it takes in shared/gold and shared/texts has 684
SHORTEST_PROSE = 90  # a shorter line may be a byline or a heading, in which the author's name may stand
TAIL = 5  # paragraphs at the end in which a biography may stand
LAST = 2  # paragraphs at the end in which one without an address may stand
HEAD = 2  # paragraphs at the start in which one may stand, under the byline
NEAR = 4  # words behind the role among which the name comes again
LONGEST_HEADING = 30

_NAME = r"(?:[^\W\d_a-z][\w.’'-]*\s+){1,4}"
_TRADE = (
    r"(?:reporter|writer|editor|correspondent|journalist|columnist|producer|contributor|blogger|anchor|critic|intern|"
    r"author|novelist|photographer|analyst|professor|fellow|founder|co-founder|director|attorney|pundit|host)s?\b"
)
_PRESS = re.compile(
    r"\b(?:reporter|staff writer|freelance|writer|editor|correspondent|journalist|columnist|content producer"
    r"|contributor"
    r"|blogger|news desk|intern)s?\b"
)
_IS = re.compile(
    rf"[\W_]*{_NAME}(?:is|are|was|has\ been)\s+(?:currently\s+|also\s+)?(?:an?\s|the\s"
    rf"|[^\W\d_A-Z][\w’'-]*['’]s\s|[A-Z])"
    rf"[^.!?]*\b{_TRADE}"
    rf"|[\W_]*{_NAME}(?:covers|writes\ (?:about|for|on)|reports\ (?:on|for)|publishes)\s",
    re.VERBOSE,
)
_OF_AUTHOR = re.compile(
    r"((?:[^\W\d_a-z][\w.’'-]*\s+){1,3}[^\W\d_a-z][\w.’'-]*),?\s+"
    r"(?:(?:is|was|has|holds|works|writes|covers|joined|earned|lives|graduated|received|serves|leads)\b|\([A-Z@])"
)
_FIRST_NAME = re.compile(
    r"([^\W\d_a-z][\w’'-]+)\s+(?:holds an?|graduated|earned (?:an?|his|her)|has been writing|joined)\b"
)
_NAME_ALONE = re.compile(r"[^\W\d_a-z][\w.’'-]+(?:\s+[^\W\d_a-z][\w.’'-]*){1,3}")
_ROLE = re.compile(rf"\W*\(?[^.!?]{{0,40}}\b{_TRADE}", re.IGNORECASE)
_REACH = re.compile(
    r"""\b(?:follow\ (?:him|her|them|me|\w+)\b[^.!?]*(?:\bon\b|@|\bat\b)|(?:can\ be|be)\ (?:reached|contacted
      |followed|found)\b
    |reach\ (?:him|her|them|me|\w+)\ at|e-?mail(?:\ (?:him|her|them|me|\w+))?\ ?(?:at\b|:)|write\ to\ (?:him
        |her|them|me)\b
    |contact\ (?:him|her|them|me)\b|on\ twitter\b|story\ tips)|@\w|\[email.protected\]""",
    re.VERBOSE,
)
_TO_THE_AUTHOR = re.compile(
    r"\b(?:reach|e-?mail|contact|follow) (?:him|her|them)\b|\bcan be (?:reached|contacted|followed) (?:at|on|via|by)\b"
)
_HEADING = re.compile(
    r"\W*(?:about the (?:author|writer|reporter|editor)s?|about (?:me|us)|sobre (?:el autor|la autora|o autor|a autora)"
    r"|über (?:den autor|die autorin)|à propos de l['’]auteure?|sull['’]autore|over de auteur|об авторе|về tác giả)\W*"
)
_HEAD_BIO = re.compile(r"\W*\w+(?: \w+){0,3} can be reached at\b")
_SIGNED = re.compile(r"\W*write to [^.!?]*@|[–—-]{1,3}\s?(?:>>\s?)?follow [^.!?]*(?:@\w| on twitter)")


@cleaner("author_bio", stage="context", role="author_bio")
def author_bio(doc: Document) -> Iterator[Edit]:
    """What the author does and how to reach him: "Jo Lane is a reporter at the Harbour Mail. Follow her on Twitter".

    Why it goes: it presents the author, not the story.
    Keeps: people of the story, however they are introduced: whoever is named in its prose is none of its authors.
    """
    lines = doc.paragraphs
    first = max(1, len(lines) - TAIL)
    for n, line in enumerate(lines[first:], first):
        if len(line.text) <= LONGEST_HEADING and _HEADING.fullmatch(line.folded):
            yield from _under_heading(lines[n : n + 2])
        elif len(line.text) <= LONGEST_BIO and _presents(line, lines[:n], len(lines) - n <= LAST):
            yield Edit(line.start, line.end)
        elif len(line.text) <= LONGEST_BIO and (_is_of_author(doc, line) or _is_of_signer(doc, line, lines[:n])):
            yield Edit(line.start, line.end, reason="presents whose name stands alone, or behind By, above")
        elif len(lines) - n <= LAST and len(line.text) <= LONGEST_BIO and _is_under_name(line, lines[:n]):
            yield Edit(lines[n - 1].start, lines[n - 1].end, reason="the name above a biography")
            yield Edit(line.start, line.end, reason="the role and the name of whoever stands alone on the line above")
    for line in lines[: min(HEAD, first)]:
        if len(line.text) <= LONGEST_BIO and _is_of_author(doc, line, signed=True):
            yield Edit(line.start, line.end, reason="presents whose name stands behind By, above")
    yield from _head_bio(lines[:TAIL])


def _under_heading(lines: Sequence[Line]) -> Iterator[Edit]:
    for line in lines:
        if len(line.text) <= LONGEST_BIO:
            yield Edit(line.start, line.end, reason='under the heading "About the author"')


def _presents(line: Line, above: Sequence[Line], last: bool) -> bool:
    """Whether this paragraph presents someone whom the prose above it does not name."""
    if _SIGNED.match(line.folded):
        return True
    if line.text.startswith("- ") or not _IS.match(line.text):  # a hyphen makes an item of a list
        return False
    if not (_REACH.search(line.folded) or (last and _PRESS.search(sentences(line)[0].folded))):
        return False
    return bool(_TO_THE_AUTHOR.search(line.folded)) or not _named(line, above)


def _is_of_author(doc: Document, line: Line, *, signed: bool = False) -> bool:
    """Whether this paragraph opens with a name that stands above it: on a line of its own, or (`signed`) behind By."""
    opens = _OF_AUTHOR.match(line.text)
    if not opens:
        return False
    name = re.escape(fold(opens[1]))
    alone = "" if signed else rf"{name}\s*$|"
    above = re.compile(rf"^[^\S\n]*(?:{alone}(?:written |posted )?by:?\s+{name}\b)", re.MULTILINE)
    return bool(above.search(doc.folded, 0, line.start))


def _is_of_signer(doc: Document, line: Line, above: Sequence[Line]) -> bool:
    """Whether this paragraph opens with the first name of whoever stands behind By, and of nobody in the prose."""
    opens = _FIRST_NAME.match(line.text)
    if not opens:
        return False
    name = rf"\b{re.escape(fold(opens[1]))}\b"
    told = any(re.search(name, other.folded) for other in above if len(other.text) >= SHORTEST_PROSE)
    return not told and bool(re.search(rf"^[^\S\n]*by:?\s+{name}\s+\w", doc.folded, re.MULTILINE))


def _is_under_name(line: Line, above: Sequence[Line]) -> bool:
    """Whether a name alone stands above it, and it names the role first and then the same name."""
    name, role = above[-1].text if above else "", _ROLE.match(line.text)
    if not role or not _NAME_ALONE.fullmatch(name):
        return False
    first = name.split()[0]
    told = any(fold(first) in other.folded for other in above if len(other.text) >= SHORTEST_PROSE)
    return not told and first in line.text[role.end() :].split()[:NEAR]


def _named(line: Line, above: Sequence[Line]) -> bool:
    """Whether the prose above names the person; a byline is no prose."""
    name = re.match(rf"[\W_]*({_NAME})", line.text)
    last = name[1].split()[-1].casefold() if name else ""
    return any(last in other.folded for other in above if len(other.text) >= SHORTEST_PROSE)


def _head_bio(lines: Sequence[Line]) -> Iterator[Edit]:
    """One at the head: "Jo can be reached at: …"."""
    for line in lines:
        if len(line.text) <= LONGEST_BIO and "can be reached at" in line.text and _HEAD_BIO.match(line.text):
            yield Edit(line.start, line.end)
