"""What a comment system prints around and behind an article."""

import re
from collections.abc import Iterator
from functools import cache

from article_clean.cleaner import cleaner
from article_clean.document import Document, Line, key
from article_clean.edits import Edit
from article_clean.phrases import keys
from article_clean.phrases.lines import begun, exact, runs, stands_alone

MOST_WORDS = 10  # of two phrases on one line: "No comments: Post a Comment" has five
FEWEST_CONTROLS = 3  # "Reply" lines without any other mark of a comment form
FEWEST_SIGNS = 3  # one comment has two or three (name, date, "Reply"); an article has a byline and a date
SPARSEST_SIGNS = 8  # lines for one sign; 40 threads in shared/texts have one in two to five
LONGEST_NAME_LINE = 60
LONGEST_DATE_LINE = 90

_SAYS = re.compile(
    r"[^.!?]+ (?:says|wrote|writes|sagt|schreibt|dit|a écrit|dice|dijo|diz|disse|scrive|zegt|pisze)\s?:?$"
)
_CLOCK = re.compile(r"\b(?:19|20)\d\d,?\s(?:\W\s)?(?:at |um |à |a las |às |alle |om )?\d{1,2}[:.h]\d\d")


@cleaner("comment_trailers", stage="boilerplate", role="comments")
def comment_trailers(doc: Document) -> Iterator[Edit]:
    """Lines of a comment form or counter: "12 Comments", "Leave a Reply", "comments powered by Disqus".

    Why it goes: a comment system prints them below every article.
    Keeps: "Comments" and "Discussion" as the heading of something, and prose about comments.
    """
    certain = {*exact(doc, "comments"), *begun(doc, "comments"), *_pairs(doc)}
    replies = exact(doc, "comment_reply")
    if certain or len(replies) >= FEWEST_CONTROLS:
        company = exact(doc, "comment_control", "comment_heading", "comments_word")
        for run in runs(doc, [*certain, *replies, *company]):
            if not certain.isdisjoint(run):
                yield from (Edit(line.start, line.end) for line in run)
            elif len(replies) >= FEWEST_CONTROLS:
                yield from (Edit(line.start, line.end) for line in run if line in replies)


@cleaner("comment_thread", stage="boilerplate", role="comments")
def comment_thread(doc: Document) -> Iterator[Edit]:
    """Readers' comments under their heading, to the end: "12 Comments", then "Jo says:", a date, "Reply", again.

    Why it goes: the readers wrote it, not the author.
    Keeps: what stands under "Comments" without names, dates and "Reply" lines, and all that is longer than the article.
    """
    heads = {*exact(doc, "comments_thread"), *begun(doc, "comments_thread")}
    last = doc.paragraphs[-1].end if doc.paragraphs else 0
    for head in sorted(heads):
        if last - head.end <= head.start - doc.paragraphs[0].start and _is_thread(doc, head):
            yield Edit(head.start, last, reason="a heading of comments, with names, dates and replies under it")
            return


@cleaner("comment_heading", stage="context", role="comments")
def comment_heading(doc: Document) -> Iterator[Edit]:
    """A heading of comments with nothing under it: "Comments" as the last line.

    Why it goes: the comments themselves were loaded later, or are gone.
    Keeps: the same word over a text: "Discussion" in a paper, "Response" in a worked example.
    """
    if len(doc.paragraphs) > 1:
        line = doc.paragraphs[-1]
        if line.end - line.start <= LONGEST_NAME_LINE and key(line.folded) in keys("comment_heading"):
            yield Edit(line.start, line.end)


def _pairs(doc: Document) -> Iterator[Line]:
    """Lines of two phrases: "No comments: Post a Comment"."""
    known, first_words = keys("comments"), _first_words()
    for line_key, lines in doc.by_key().items():
        first, _, rest = line_key.partition(" ")
        if not rest or first not in first_words or line_key in known:
            continue
        words = line_key.split(" ")
        cuts = range(1, len(words)) if len(words) <= MOST_WORDS else ()
        if any(key(" ".join(words[:n])) in known and key(" ".join(words[n:])) in known for n in cuts):
            yield from (line for line in lines if stands_alone(doc, line, line_key))


@cache
def _first_words() -> frozenset[str]:
    return frozenset(phrase.partition(" ")[0] for phrase in keys("comments"))


def _is_thread(doc: Document, head: Line) -> bool:
    """Whether names, dates and replies stand under this heading, from its first lines on and often enough."""
    under = [line for line in doc.lines if line.start >= head.end]
    signs = [n for n, line in enumerate(under) if _is_sign(line)]
    return len(signs) >= FEWEST_SIGNS and signs[0] < SPARSEST_SIGNS and signs[-1] < SPARSEST_SIGNS * len(signs)


def _is_sign(line: Line) -> bool:
    """Whether the line is a commenter's name, the time of a comment, or a button under one."""
    length = line.end - line.start
    if length > LONGEST_DATE_LINE:
        return False
    if length <= LONGEST_NAME_LINE and (_SAYS.match(line.folded) or key(line.folded) in keys("comment_reply")):
        return True
    return bool(_CLOCK.search(line.folded))
