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

LONGEST_INVITATION = (
    420  # of 242 taken in shared/gold and shared/texts 240 have no more than 324; two forms have 543 and 3,098
)
LONGEST_FORM = 6_000
FORM_MARKS = 2  # so many marks of a form may stand in a long paragraph; one more, and it is nothing but a form
LONGEST_FORM_LINE = 60  # a form in a narrow column has some 30 characters a line
MOST_FORM_LINES = 3

_MAIL_HINTS = ("your mail", "mail address", "mailing list", "mail updates", "your e-mail", "your email", "mailbox")

# An invitation, at the start of a sentence. "Sign up for the airline's newsletter" is advice and none of ours: behind
# "for" must stand our, my, free … or a name.
_INVITATION = pattern_of(
    r"""\W*(?:(?:please|or|click\ here\ to|be\ sure\ to|don['’]t\ forget\ to|don['’]t\ miss:|to\ (?:get
      |receive)\ [^.!?]*,)\s+)?
    (?:(?:sign[\ -]up|subscribe|register)(?:\ (?:now|here|below|today))?
        (?:\ (?:to|for)\ (?:
              (?:our|my|this|these|your|free|the\ (?:latest|free|daily|weekly)|daily|weekly|(?:the\ )?(?-i:[A-Z]))
                [^.!?]*(?:newsletter|inbox|e-?mail|updates|news\b|brief)
              |(?:updates|the\ latest\ updates|e-?mail\ updates|(?:our\ )?(?:best\ )?newsletters?|notifications)\W*$
              |(?:receive|get)\ [^.!?]*(?:newsletter|inbox|e-?mail|exclusive\ offers|top\ stories|latest\ posts
                  |biggest\ stories)
            )
            |\ (?:and|to)\ (?:receive|get)\ [^.!?]*(?:newsletter|inbox|e-?mail|exclusive|top\ stories
                |latest\ posts|biggest\ stories)
            |\ so\ we\ can\b
        )
    |join\ [^.!?]*(?:newsletter|mailing\ list)
    |(?:get|receive)\ [^.!?]*(?:in|to)\ your\ (?:inbox|e-?mail|mailbox)
    |get\ (?:our|the)\ (?:free\ |daily\ |weekly\ )?e?-?newsletter
    |the\ (?:best|latest)\ [^.!?]*\ (?:delivered|straight)\ (?:in)?to\ your\ inbox
    )""",
    re.VERBOSE | re.IGNORECASE,
)

# What only a form says.
_FORM = pattern_of(
    r"""\bby\ (?:signing\ up|subscribing|submitting|entering|providing|registering|joining)[^.!?]*\b(?:you|i)
        \ (?:agree|accept|consent|acknowledge)
    |\bi\ agree\ to\ receive\b
    |\byou\ (?:can|may)\ (?:unsubscribe|opt[\ -]out)[^.!?]*\bat\ any\ ?time
    |^\W*(?:please\ )?(?:re-?)?enter\ (?:a\ valid|your)\ e-?mail\b
    |^\W*thank(?:s|\ you)\ for\ (?:subscribing|signing\ up|your\ subscription)
    |\byou(?:['’]re|['’]ve|\ are|\ have)\ (?:now\ )?(?:been\ )?(?:successfully\ )?(?:subscribed|signed\ up)\b
    |^\W*(?:please\ )?check\ your\ (?:inbox|e-?mail|spam)\b
    |\bcheck\ your\ spam\b|\bclick\ the\ link\ to\ confirm
    |\bverify\ you['’]re\ not\ a\ robot
    |\bthis\ site\ is\ protected\ by\ recaptcha
    |^\W*want\ [^?]*\b(?:inbox|newsletter)\b[^?]*\?|\bnewsletter\ sign\ up\ to\ receive
    |^\W*was\ this\ newsletter\ forwarded\ to\ you
    |^\W*newsletter\ sign[\ -]?up\b""",
    re.VERBOSE,
)
_FORM_WORDS = ("sign", "subscrib", "mail", "inbox", "spam", "agree", "robot", "captcha", "confirm", "newsletter")
_BUTTON = pattern_of(r"\W*(?:sign up|sign up now|submit|subscribe|get access|join|go|continue|loading|thank you)\W*")

# A newsletter's own name, alone in a line below the story's first prose: in none of the 1,158 bodies of shared/pages,
# and in 653 lines around them.
_NAMED = pattern_of(
    r"""(?!(?i:start|build|create|launch|write|use|send|make|grow|run|publish|design|offer|why|how|what|when|your)\b)
    (?:(?:(?:[^\W\d_a-z][\w’'&.-]*|and|for|from|of|the|to)\ ){0,5}(?i:newsletters?)[\s:!]*
      |(?:The|Our)\ (?:[\w-]+\ )?(?:daily|weekly|monthly|free|fortnightly)\ (?:e-?mail\ )?newsletter\b[^.!?]*\.?
      |(?i:subscribe)[^|]{0,12}\|[^.!?]*)""",
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
    hint_lines = doc.paragraphs_with(*keys("newsletter_hint"), *(_MAIL_HINTS if "mail" in doc.folded else ()))
    thanks_lines = begun(doc, "letter_thanks")
    for line in sorted({*begun(doc, "newsletter"), *thanks_lines, *hint_lines}):
        ends_invitation = line.text[0].islower() and len(line.text) <= LONGEST_INVITATION and _asks(line)
        above = _lines_above(doc, line) if ends_invitation else []
        if above or _invites(line):
            yield Edit(above[-1].start if above else line.start, line.end)
            yield from _button_below(doc, line)
    yield from _names_alone(doc)
    naming_lines = (*thanks_lines, *doc.paragraphs_with(*keys("donate_end")))
    yield from (edit for line in naming_lines for edit in _share_buttons(doc, line))


def _share_buttons(doc: Document, thanks: Line) -> Iterator[Edit]:
    """The button "Share Tide Letters" of the letter whose readers a line thanks, or which it says to live off them."""
    first_sentence = sentences(thanks)[0]
    start = opening_end("letter_thanks", first_sentence.text, first_sentence.folded)
    name = key(first_sentence.folded[start:]) if start else _before_end(key(first_sentence.folded))
    for verb in keys("share_verb"):
        for button in (f"{verb} {name}", f"{name} {verb}"):
            for line in doc.by_key().get(button, ()):
                yield Edit(line.start, line.end, reason="a button that names the newsletter")


def _before_end(sentence_key: str) -> str:
    """What stands before "is a reader-supported publication", in any language."""
    return next(
        (sentence_key.removesuffix(end).strip() for end in keys("donate_end") if sentence_key.endswith(end)), ""
    )


def _names_alone(doc: Document) -> Iterator[Edit]:
    """Lines that only name a newsletter ("Harbour Daily Newsletter"), below the first prose of the story."""
    name_lines = [line for line in doc.paragraphs_with("newsletter", "subscribe") if _is_name(line)]
    if not name_lines:
        return
    prose_start = next((line.start for line in doc.paragraphs if len(line.text) >= SHORTEST_PROSE), len(doc.text))
    for line in name_lines:
        if line.start > prose_start and stands_alone(doc, line):
            yield Edit(line.start, line.end, reason="a newsletter's name, alone in a line")


def _is_name(line: Line) -> bool:
    return len(line.text) <= LONGEST_NAMED and line.text[0].isupper() and bool(_NAMED.fullmatch(line.text))


def _invites(line: Line) -> bool:
    """Whether one sentence invites and no other tells a story."""
    marks = _form_marks(line)
    if marks > FORM_MARKS or (len(line.text) > LONGEST_INVITATION and marks < FORM_MARKS):
        return marks > FORM_MARKS and not tells_a_story(line)
    return not line.folded.startswith("welcome") and pitches(line, _asks)


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
    below = line
    for above in neighbours(doc, line, -MOST_FORM_LINES):
        if len(above.text) > LONGEST_FORM_LINE or not adjacent(doc, above, below):
            return []
        box_lines.append(above)
        if above.folded.startswith(("to get ", "to receive ", "for more ", "want ")):
            return box_lines
        below = above
    return []


def _button_below(doc: Document, line: Line) -> Iterator[Edit]:
    for below in neighbours(doc, line, MOST_FORM_LINES):
        if len(below.text) > LONGEST_FORM or not (_BUTTON.fullmatch(below.folded) or _FORM.match(below.folded)):
            return
        yield Edit(below.start, below.end, reason="the field or button below an invitation")
