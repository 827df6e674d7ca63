"""Invitations to a newsletter, and the residue of the form that stood beside them."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import adjacent, exact_edits, neighbours, pitches, sentences, tells_a_story
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun, stands_alone
from article_clean.knowledge.phrases.slots import opening_end, opens
from article_clean.knowledge.wordings import one_of, wordings

LONGEST_INVITATION = (
    420  # of 242 taken in shared/gold and shared/texts 240 have no more than 324; two forms have 543 and 3,098
)
LONGEST_FORM = 6_000
FORM_MARKS = 2  # so many marks of a form may stand in a long paragraph; one more, and it is nothing but a form
LONGEST_FORM_LINE = 60  # a form in a narrow column has some 30 characters a line
MOST_FORM_LINES = 3


# "Sign up for the airline's newsletter" is advice and none of ours: behind "for" must stand our, my, free … or a name.
_INVITATION = pattern_of(rf"\W*(?:{one_of('invitation_lead')}\s+)?{one_of('invitation')}(?!\w)", re.IGNORECASE)
_FORM = pattern_of(rf"(?:\b{one_of('form_within')}|^\W*{one_of('form_begins')})(?!\w)")  # what only a form says
_FORM_WORDS = wordings("form_word")
_FORM_LEADS = tuple(f"{lead} " for lead in wordings("form_lead"))
_BUTTON = pattern_of(rf"\W*{one_of('form_button')}\W*")

# A newsletter's own name, alone in a line below the story's first prose: in none of the 1,158 bodies of shared/pages,
# and in 653 lines around them.
_NAMED = pattern_of(
    rf"""(?!(?i:{one_of("about_letters")})\b)
    (?:(?:(?:[^\W\d_a-z][\w’'&.-]*|{one_of("in_letter_name")})\ ){{0,5}}(?i:{one_of("letter_noun")})[\s:!]*
      |(?=[A-Z])(?i:{one_of("letter_named")})\b[^.!?]*\.?
      |(?i:{one_of("letter_verb")})[^|]{{0,12}}\|[^.!?]*)""",
    re.VERBOSE,
)
LONGEST_NAMED = 120
SHORTEST_PROSE = 120


@cleaner("newsletter", stage="boilerplate", role="promo")
def newsletter(doc: Document) -> Iterator[Edit]:
    """An invitation to a newsletter, with the rest of its form: "Sign up for our morning newsletter".

    Why it goes: it is addressed to the visitor of the site and is not part of the report.
    Keeps: prose about newsletters and inboxes, and advice to subscribe to someone else's.
    """
    yield from exact_edits(doc, "newsletter")
    hint_lines = doc.paragraphs_with(*keys("newsletter_hint"), *(wordings("mail_hint") if "mail" in doc.folded else ()))
    thanks_lines = begun(doc, "letter_thanks")
    for line in sorted({*begun(doc, "newsletter"), *thanks_lines, *hint_lines}):
        ends_invitation = line.text[0].islower() and len(line.text) <= LONGEST_INVITATION and _asks(line)
        lines_above = _lines_above(doc, line) if ends_invitation else []
        if lines_above or _invites(line):
            yield Edit(lines_above[-1].start if lines_above else line.start, line.end)
            yield from _button_below(doc, line)
    yield from _names_alone(doc)
    naming_lines = (*thanks_lines, *doc.paragraphs_with(*keys("donate_end")))
    yield from (edit for line in naming_lines for edit in _share_buttons(doc, line))


def _share_buttons(doc: Document, thanks_line: Line) -> Iterator[Edit]:
    """The button "Share Tide Letters" of the letter whose readers a line thanks, or which it says to live off them."""
    first_sentence = sentences(thanks_line)[0]
    name_start = opening_end("letter_thanks", first_sentence.text, first_sentence.folded)
    letter_name = key(first_sentence.folded[name_start:]) if name_start else _before_end(key(first_sentence.folded))
    for share_verb in keys("share_verb"):
        for button_key in (f"{share_verb} {letter_name}", f"{letter_name} {share_verb}"):
            for button_line in doc.by_key().get(button_key, ()):
                yield Edit(button_line.start, button_line.end, reason="a button that names the newsletter")


def _before_end(sentence_key: str) -> str:
    """What stands before "is a reader-supported publication", in any language."""
    return next(
        (sentence_key.removesuffix(end).strip() for end in keys("donate_end") if sentence_key.endswith(end)), ""
    )


def _names_alone(doc: Document) -> Iterator[Edit]:
    """Lines that only name a newsletter ("Harbour Daily Newsletter"), below the first prose of the story."""
    name_lines = [paragraph for paragraph in doc.paragraphs_with("newsletter", "subscribe") if _is_name(paragraph)]
    if not name_lines:
        return
    prose_start = next(
        (paragraph.start for paragraph in doc.paragraphs if len(paragraph.text) >= SHORTEST_PROSE), len(doc.text)
    )
    for paragraph in name_lines:
        if paragraph.start > prose_start and stands_alone(doc, paragraph):
            yield Edit(paragraph.start, paragraph.end, reason="a newsletter's name, alone in a line")


def _is_name(line: Line) -> bool:
    return len(line.text) <= LONGEST_NAMED and line.text[0].isupper() and bool(_NAMED.fullmatch(line.text))


def _invites(invitation_line: Line) -> bool:
    """Whether one sentence invites and no other tells a story."""
    form_marks = _form_marks(invitation_line)
    if form_marks > FORM_MARKS or (len(invitation_line.text) > LONGEST_INVITATION and form_marks < FORM_MARKS):
        return form_marks > FORM_MARKS and not tells_a_story(invitation_line)
    return not invitation_line.folded.startswith("welcome") and pitches(invitation_line, _asks)


def _asks(sentence: Line) -> bool:
    if any(opens(kind, sentence.text, sentence.folded) for kind in ("newsletter", "letter_thanks")):
        return True
    return bool(_INVITATION.match(sentence.text) or _FORM.search(sentence.folded))


def _form_marks(line: Line) -> int:
    if len(line.text) > LONGEST_FORM or sum(map(line.folded.count, _FORM_WORDS)) < FORM_MARKS:
        return 0
    return len(_FORM.findall(line.folded))


def _lines_above(doc: Document, line: Line) -> list[Line]:
    """The lines of a narrow box in which the sentence of `line` begins: "To get more …"; none, unless one begins it."""
    box_lines: list[Line] = []
    line_below = line
    for line_above in neighbours(doc, line, -MOST_FORM_LINES):
        if len(line_above.text) > LONGEST_FORM_LINE or not adjacent(doc, line_above, line_below):
            return []
        box_lines.append(line_above)
        if line_above.folded.startswith(_FORM_LEADS):
            return box_lines
        line_below = line_above
    return []


def _button_below(doc: Document, line: Line) -> Iterator[Edit]:
    for line_below in neighbours(doc, line, MOST_FORM_LINES):
        if len(line_below.text) > LONGEST_FORM or not (
            _BUTTON.fullmatch(line_below.folded) or _FORM.match(line_below.folded)
        ):
            return
        yield Edit(line_below.start, line_below.end, reason="the field or button below an invitation")
