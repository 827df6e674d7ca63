"""Notices of rights, and of where a text first appeared."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import FEWEST_TOLD, addressed, opening_with, phrase_edits, sentences
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun
from article_clean.knowledge.phrases.slots import opens
from article_clean.knowledge.sentence_ends import IN_CLASS, ends_sentence
from article_clean.knowledge.word_counts import word_count
from article_clean.knowledge.wordings import first_words, one_of

LONGEST_RIGHTS = 300
LONGEST_NOTICE = 350
MOST_OWNER_WORDS = 12  # behind "©"; the longest of nine long ones in shared/gold/wild has nine
TAIL = 4  # paragraphs at the end in which a notice may be glued to a biography

_RIGHTS = pattern_of(
    r"""\W*(?:
      ©|\(c\)\ ?(?:copyright\ )?(?:19|20)\d\d
      |(?:content\ |all\ content\
          |all\ contents\ )?copyrights?\W*(?:\(c\)\W*)?(?:(?:by\ )?[\w\ .,&-]{0,40}\b)?(?:19|20)\d\d\b
      |copyrights?\W*(?:©|\(c\))
    )""",
    re.VERBOSE,
)
_RIGHTS_HINTS = ("©", "copyright", "(c) ", "rights reserved", "trust principles")
_YEAR = pattern_of(r"\b(?:19|20)\d\d\b")
_OF_TEXTS = pattern_of(one_of("of_rights"))  # what is said of a text, and not of a picture
_GLUED_RIGHTS = pattern_of(
    rf"[{IN_CLASS}\"”’)]\s+(?=(?:Copyright\s+)?(?:©|\([cC]\)|Copyright)\s*(?:©\s*)?(?:19|20)\d\d\b)"
)
_FIRST, _MONTH, _PUBLISHED = one_of("first_time"), one_of("month"), one_of("published", "published_anew")
_NO_DATE = rf"\b(?!\ (?:{_MONTH}|\d{{4}}))"
_PLACE_OR_DATE = rf"(?:{one_of('where_published', 'where_published_anew')}{_NO_DATE}|{_MONTH}\ \d{{1,2}},\ \d{{4}})"
_REPUBLISHED = pattern_of(
    rf"""\W*(?:
      {one_of("this_text")}\ {one_of("text")}\ (?:{one_of("was")}\ )*(?:{one_of("first_time", "before")}\ )*
        {_PUBLISHED}\ (?:{_FIRST}\ )?{_PLACE_OR_DATE}
      |{_FIRST}\ {one_of("published")}\ {one_of("where_published")}{_NO_DATE})""",
    re.VERBOSE,
)

_HISTORY_WORDS = first_words("this_text", "first_time")


@cleaner("copyright_line", stage="boilerplate", role="copyright")
def copyright_line(doc: Document) -> Iterator[Edit]:
    """A notice of rights: "Copyright 2015 The Harbour Press. All rights reserved.", "© 2026 Harbour Media".

    Why it goes: it speaks of the text, not of its subject.
    Keeps: prose about copyright, and a clause numbered (c).
    """
    yield from phrase_edits(doc, "copyright")
    hints = (*_RIGHTS_HINTS, *keys("rights_within"))
    for line in sorted({*doc.paragraphs_with(*hints), *begun(doc, "rights")}):
        if len(line.text) <= LONGEST_RIGHTS and _is_notice(line):
            yield Edit(line.start, line.end)
            continue
        glued_match = _GLUED_RIGHTS.search(line.text) if line in doc.paragraphs[-TAIL:] else None
        if glued_match and len(line.text) - glued_match.end() <= LONGEST_RIGHTS:
            yield Edit(line.start + glued_match.end(), line.end)


def _is_notice(line: Line) -> bool:
    """Whether a line speaks of rights, and is no paragraph with a notice before or behind it.

    A "©" without a year is a picture's, and may stand in front of the lead: "© Provided by Valley Images Keepers …".
    """
    report_sentences = [
        sentence for sentence in sentences(line) if not addressed(sentence) and not _OF_TEXTS.search(sentence.folded)
    ]
    if len(report_sentences) >= FEWEST_TOLD:
        return False
    opening = _RIGHTS.match(line.folded)
    if not opening:
        return _reserves(line)
    of_picture = "©" in opening[0] and not (_YEAR.search(line.text) or _OF_TEXTS.search(line.folded))
    return not (of_picture and word_count(line.text) > MOST_OWNER_WORDS and ends_sentence(line.text))


def _reserves(line: Line) -> bool:
    if "all rights reserved" in line.folded and ("©" in line.folded or "copyright" in line.folded):
        return True
    return opens("rights", line.text, line.folded) or any(
        rights_phrase in line.folded for rights_phrase in keys("rights_within")
    )


@cleaner("republication_notice", stage="boilerplate", role="notice")
def republication_notice(doc: Document) -> Iterator[Edit]:
    """The first place of publication: "This article was originally published on Harbour Watch".

    Why it goes: it tells of the page's history, not of the story.
    Keeps: notes of updates and corrections, and sentences about other publications.
    """
    yield from phrase_edits(doc, "republication")
    for line in opening_with(doc, _HISTORY_WORDS):
        if len(line.text) <= LONGEST_NOTICE and _REPUBLISHED.match(line.folded):
            yield Edit(line.start, line.end)
