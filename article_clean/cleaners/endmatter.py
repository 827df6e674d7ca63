"""What stands under a story about its making: credits of helpers, and tags."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from article_clean.cleaners.sentences import phrase_edits, sentences
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.core.packed import started_before
from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import find_byline
from article_clean.fields.bylines.openers import read_opener
from article_clean.knowledge.label_names import colon_of, label_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun, exact, named
from article_clean.knowledge.phrases.slots import opening_end
from article_clean.knowledge.sentence_ends import ends_sentence, sentence_starts
from article_clean.knowledge.wordings import one_of

LONGEST_CREDIT = (
    400  # the longest of 32 that it takes in shared/gold and shared/texts has 143; a wire names many people
)
LONGEST_TAG = 5  # words
MOST_TAGS = 12  # on lines of their own below a heading
TAIL = 4  # paragraphs at the end in which a source, a sign-off or a glued credit may stand

_CONTRIBUTED = pattern_of(
    rf"\W*(?:(?-i:[A-Z0-9]|with\ ).*)?\b(?:{one_of('contributed_to')}|contributed from (?-i:[A-Z]))[^.]*\W*$",
    re.IGNORECASE | re.DOTALL,
)
_REPORTED = pattern_of(r"[A-Z][^.]{1,60} reported from (?:[A-Z][\w'’-]{1,20}[ ,.]{1,2}){1,5}$")  # "… from New York."
_WORD = pattern_of(r"[^\W\d_][\w’'-]*")
_BETWEEN_TAGS = pattern_of(r"\s*[,;|#•·/、，\n]\s*|\s{2,}")


@cleaner("contributor_line", stage="boilerplate", role="contributor")
def contributor_line(doc: Document) -> Iterator[Edit]:
    """A credit of helpers: "(Additional reporting by Jo Lane)", "Jo Lane contributed to this report".

    Why it goes: it names colleagues, not the author, and tells nothing of the story.
    Keeps: "Reporting by the newspaper led to the inquiry", and factors that contributed to something.
    """
    titled_lines = (line for line, names_start in named(doc, "contributor_opener") if line.text[names_start:].strip())
    for line in (*titled_lines, *begun(doc, "contributor")):
        if _names_only(line.text):
            yield Edit(line.start, line.end)
    for line in doc.paragraphs_with("contributed"):
        yield from _contributed(doc, line)


def _names_only(text: str) -> bool:
    """Whether all but names are words of a credit: "Reporting by the newspaper last year led to …" has others."""
    glue = keys("credit_word")
    return all(not word[0].islower() or key(word) in glue for word in _WORD.findall(text))


def _contributed(doc: Document, paragraph: Line) -> Iterator[Edit]:
    """The whole line, or its last sentence where the line is one of the last."""
    if _names_author(paragraph):
        return
    if _names_helpers(paragraph.text) and len(sentences(paragraph)) == 1:
        yield Edit(paragraph.start, paragraph.end)
        return
    last_sentence = sentences(paragraph)[-1]
    if not _names_helpers(last_sentence.text):
        return
    if paragraph in doc.paragraphs[-TAIL:] or all(_names_helpers(sentence.text) for sentence in sentences(paragraph)):
        yield Edit(last_sentence.start if paragraph in doc.paragraphs[-TAIL:] else paragraph.start, last_sentence.end)


def _names_author(line: Line) -> bool:
    """Whether a line opens with who wrote the story: "By Nora Feldt; Piet Osmund contributed reporting"."""
    label = label_of(line.text, colon_of(line.text))
    text = line.text[label.value_start :] if label and label.name.kind == "byline" else line.text
    opener = read_opener(text)
    byline = find_byline(text) if opener and opener.kind in {"written", "preposition"} else None
    return byline is not None and bool(byline.value.authors)


def _names_helpers(text: str) -> bool:
    return len(text) <= LONGEST_CREDIT and (_CONTRIBUTED.match(text) or _REPORTED.match(text)) is not None


@cleaner("tags", stage="boilerplate", role="tags")
def tags(doc: Document) -> Iterator[Edit]:
    """The story's keywords: "Filed under: Ferries, Harbour", "Labels: Ferries".

    Why it goes: they are an index for the site's own pages.
    Keeps: "Tags: the military dog tags found at the site were his", and lists in prose.
    """
    yield from phrase_edits(doc, "tags")
    for line in _tags_below(doc, exact(doc, "tags")):
        yield Edit(line.start, line.end, reason="a keyword below its heading")
    for line, tags_start in named(doc, "tags_opener"):
        has_colon = line.text[:tags_start].rstrip().endswith((":", "："))  # a bar is that of a table's head
        if has_colon and _lists_tags(line.text[tags_start:], loose=False):
            yield Edit(line.start, line.end)
    for line in begun(doc, "tags_opener"):
        if _lists_tags(line.text[opening_end("tags_opener", line.text, line.folded) :].lstrip(), loose=True):
            yield Edit(line.start, line.end)


def _tags_below(doc: Document, headings: Sequence[Line]) -> Iterator[Line]:
    """The keywords on lines of their own below headings of them, where no prose follows."""
    paragraphs = doc.paragraphs
    last_prose = next((line.end for line in reversed(paragraphs) if ends_sentence(line.text)), 0) if headings else 0
    for heading in headings:
        if heading.start >= last_prose:
            first_below = started_before(paragraphs, heading.end)
            yield from takewhile(_is_tag, paragraphs[first_below : first_below + MOST_TAGS])


def _is_tag(line: Line) -> bool:
    return len(line.text.split()) <= LONGEST_TAG and line.text[0].isupper()


def _lists_tags(listed: str, *, loose: bool) -> bool:
    """Whether only short items stand there, none of them a clause; behind no colon each begins with a capital."""
    tag_texts = [tag_text for tag_text in _BETWEEN_TAGS.split(listed.rstrip(".»| ")) if tag_text]
    if any(len(tag_text.split()) > LONGEST_TAG or next(sentence_starts(tag_text), 0) for tag_text in tag_texts):
        return False
    if loose and any(tag_text[0].islower() for tag_text in tag_texts):
        return False
    return len(tag_texts) > 1 or not listed.rstrip().endswith((".", "!", "?"))
