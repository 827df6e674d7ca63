"""What stands under a story about its making: credits of helpers, and tags."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import opening_with, phrase_edits, sentences, word_set
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.knowledge.phrases.phrase_lines import begun, named
from article_clean.knowledge.phrases.slots import opening_end
from article_clean.knowledge.sentence_ends import sentence_starts

LONGEST_CREDIT = (
    400  # the longest of 32 that it takes in shared/gold and shared/texts has 143; a wire names many people
)
LONGEST_TAG = 5  # words
TAIL = 4  # paragraphs at the end in which a source, a sign-off or a glued credit may stand

# The only lower-case words in a line that credits people. "Reporting by the newspaper last year led to …" has others.
_CREDITING = word_set(
    """
    a and also by in at for from the of with on to de del della di da do dos du des van von der den bin al el la le
    y e und et och og additional reporting writing editing edited compiled written research graphics graphic
    photography video production contributions contributed assistance reports report inputs input files file
    material agencies agency staff writer writers reporter correspondent bureau newsroom desk input translation
    translated con información informações informaciones agencias agências avec agences mit mis aportes fact-
    checking checking additionally dpa sda apa epd kna sid ots
    """
)
_CREDIT = re.compile(
    r"""\W*(?:
      (?:(?:additional|further|original|with|and|also)\s+)*
        (?:reporting|writing|editing|graphics?|research|compiled|edited|reported|fact-checking|production|translation)
        (?:\s+(?:and|&)\s+\w+)*\s+by[:\s]\s*(?-i:[A-Z])
      |with\ (?:additional\ )?(?:assistance|reporting|reports?|inputs?|files?|material|contributions?
          |help)\ (?:by|from)\ (?-i:[A-Z]|agenc)
      |[（(]?(?:责任编辑|責任編輯|责编|编辑|編輯|文字编辑)\s?[:：]\s?\S
      |contributing:?\ (?-i:[A-Z])
      |con\ (?:información|informaciones|aportes)\ de\ |com\ informações\ d|com\ agências|con\ agencias
      |\(?avec\ (?:l['’])?(?-i:AFP|Reuters|AP|agences|les\ agences)
      |mit\ (?:material|informationen|agenturmaterial)\ (?:von|der|des)\ |redaktion:\ |mitarbeit:[ ]
      |met\ (?:medewerking|informatie)\ van\ |con\ informazioni\ d
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_CREDIT_WORDS = word_set(
    """
    additional further original with and reporting writing editing graphics graphic research compiled edited
    reported fact production translation contributing con com avec mit redaktion mitarbeit met
    责任编辑 責任編輯 责编 编辑 編輯 文字编辑
    """
)
_CONTRIBUTED = re.compile(
    r"""\W*(?:(?-i:[A-Z0-9]|with\ ).*)?\bcontributed\ (?:reporting\b|research\b|from\ (?-i:[A-Z])
      |(?:\w+\ )?(?:to|for)\ this\ (?:\w+\ )?(?:report|story|article|post|piece|review|column|dispatch
          |analysis))[^.]*\W*$
    |\W*(?:information|material)\ from\ (?-i:[A-Z]).*\bwas\ used\ in\ this\ (?:report|story|article)\W*$
    |\W*this\ (?:report|story|article)\ (?:contains|includes|uses)\ (?:material|information
        |reporting)\ from\ [^.]*\W*$""",
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_MATERIAL_WORDS = word_set("information material this")
_BETWEEN_TAGS = re.compile(r"\s*[,;|#•·/、，\n]\s*|\s{2,}")


@cleaner("contributor_line", stage="boilerplate", role="contributor")
def contributor_line(doc: Document) -> Iterator[Edit]:
    """A credit of helpers: "(Additional reporting by Jo Lane)", "Jo Lane contributed to this report".

    Why it goes: it names colleagues, not the author, and tells nothing of the story.
    Keeps: "Reporting by the newspaper led to the inquiry", and factors that contributed to something.
    """
    for line in opening_with(doc, _CREDIT_WORDS):
        if len(line.text) <= LONGEST_CREDIT and _CREDIT.match(line.text) and _names_only(line.text):
            yield Edit(line.start, line.end)
    for line in (*doc.paragraphs_with("contributed"), *opening_with(doc, _MATERIAL_WORDS)):
        yield from _contributed(doc, line)


def _names_only(text: str) -> bool:
    """Whether all but names are words of a credit."""
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    return all(not word[0].islower() or word in _CREDITING for word in words)


def _contributed(doc: Document, line: Line) -> Iterator[Edit]:
    """The whole line, or its last sentence where the line is one of the last."""
    if _names_helpers(line.text) and len(sentences(line)) == 1:
        yield Edit(line.start, line.end)
        return
    last = sentences(line)[-1]
    if not _names_helpers(last.text):
        return
    if line in doc.paragraphs[-TAIL:] or all(_names_helpers(sentence.text) for sentence in sentences(line)):
        yield Edit(last.start if line in doc.paragraphs[-TAIL:] else line.start, last.end)


def _names_helpers(text: str) -> bool:
    return len(text) <= LONGEST_CREDIT and _CONTRIBUTED.match(text) is not None


@cleaner("tags", stage="boilerplate", role="tags")
def tags(doc: Document) -> Iterator[Edit]:
    """The story's keywords: "Filed under: Ferries, Harbour", "Labels: Ferries".

    Why it goes: an index for the site's own pages.
    Keeps: "Tags: the military dog tags found at the site were his", and lists in prose.
    """
    yield from phrase_edits(doc, "tags")
    for line, start in named(doc, "tags_opener"):
        colon = line.text[:start].rstrip().endswith((":", "："))  # a bar is that of a table's head
        if colon and _lists_tags(line.text[start:], loose=False):
            yield Edit(line.start, line.end)
    for line in begun(doc, "tags_opener"):
        if _lists_tags(line.text[opening_end("tags_opener", line.text, line.folded) :].lstrip(), loose=True):
            yield Edit(line.start, line.end)


def _lists_tags(listed: str, *, loose: bool) -> bool:
    """Whether only short items stand there, none of them a clause; behind no colon each begins with a capital."""
    items = [item for item in _BETWEEN_TAGS.split(listed.rstrip(".»| ")) if item]
    if any(len(item.split()) > LONGEST_TAG or next(sentence_starts(item), 0) for item in items):
        return False
    if loose and any(item[0].islower() for item in items):
        return False
    return len(items) > 1 or not listed.rstrip().endswith((".", "!", "?"))
