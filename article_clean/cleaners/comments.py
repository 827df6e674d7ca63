"""What a comment system prints around and behind an article."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.core.packed import started_before
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun, broken, exact, runs, stands_alone

MOST_WORDS = 10  # of two phrases on one line: "No comments: Post a Comment" has five
FEWEST_CONTROLS = 3  # "Reply" lines without any other mark of a comment form
FEWEST_SIGNS = 3  # one comment has two or three (name, date, "Reply"); an article has a byline and a date
LONGEST_COMMENT = 12  # lines without a sign; 40 threads in shared/texts have one in two to five lines
LONGEST_NAME_LINE = 60
MOST_HEADINGS = 8  # tried on one page, each at the cost of reading what is under it; a page prints one or two
LONGEST_DATE_LINE = 90

_UNSPACED = pattern_of(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")  # kana, Han, hangul: no space before the word
_COUNT = "(#"  # in a key, which has no closing bracket at its end
_SAID = " :：.…"  # after the word: "Jo says:", "Jo said..."
_CLOCK = pattern_of(
    r"""\b(?:19|20)\d\d
    (?:[-/.年년]\s?\d\d?[-/.月월]\s?\d\d?[日일]?)?  # 2015-03-12, 2015年3月12日
    (?:\s?[гr]\.)?[,.]?\s?(?:\W\s)?
    (?:(?P<word>[^\W\d_]{1,5}(?:\ las)?)\b\.?\s|[上下]午|오[전후]\s?)?
    \d{1,2}[:.h]\d\d""",
    re.VERBOSE,
)


class _Chain(NamedTuple):
    """A sign of a comment and those that follow it; `sign`, `last` and `longest` count lines."""

    sign: int
    last: int
    signs: int
    longest: int


@cleaner("comment_trailers", stage="boilerplate", role="comments")
def comment_trailers(doc: Document) -> Iterator[Edit]:
    """Lines of a comment form or counter: "12 Comments", "Leave a Reply", "comments powered by Disqus".

    Why it goes: a comment system prints them below every article.
    Keeps: "Comments" and "Discussion" as the heading of something, and prose about comments.
    """
    comment_lines = {*exact(doc, "comments"), *begun(doc, "comments"), *broken(doc, "comments"), *_pairs(doc)}
    reply_lines = frozenset(exact(doc, "comment_reply"))
    if comment_lines or len(reply_lines) >= FEWEST_CONTROLS:
        control_lines = exact(doc, "comment_control", "comment_heading", "comments_word")
        for line_run in runs(doc, [*comment_lines, *reply_lines, *control_lines]):
            if not comment_lines.isdisjoint(line_run):
                yield from (Edit(line.start, line.end) for line in line_run)
            elif len(reply_lines) >= FEWEST_CONTROLS:
                yield from (Edit(line.start, line.end) for line in line_run if line in reply_lines)


@cleaner("comment_thread", stage="boilerplate", role="comments")
def comment_thread(doc: Document) -> Iterator[Edit]:
    """Readers' comments under their heading: "12 Comments", then "Jo says:", a date, "Reply", again.

    Why it goes: readers wrote it, not the author.
    Keeps: text under "Comments" without names, dates and "Reply" lines, and all that is longer than the article.
    """
    thread_headings = {*exact(doc, "comments_thread"), *begun(doc, "comments_thread")}
    other_headings = set(exact(doc, "comments", "comment_heading")) - thread_headings
    for thread_heading in (*sorted(thread_headings)[:MOST_HEADINGS], *sorted(other_headings)[:MOST_HEADINGS]):
        thread_end = _thread_end(doc, thread_heading)
        if thread_end and thread_end - thread_heading.end <= thread_heading.start - doc.paragraphs[0].start:
            yield Edit(
                thread_heading.start, thread_end, reason="a heading of comments, with names, dates and replies under it"
            )
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
    """Lines of two phrases, or of one and a count: "No comments: Post a Comment", "Read the comments (12)"."""
    first_words, last_words = _edge_words()
    for line_key, lines in doc.by_key().items():
        may_be_pair = line_key.partition(" ")[0] in first_words and line_key.rpartition(" ")[2] in last_words
        if may_be_pair and _is_pair(line_key):
            yield from (line for line in lines if stands_alone(doc, line))


def _is_pair(line_key: str) -> bool:
    phrases = keys("comments")
    key_words = line_key.split(" ")
    if line_key in phrases:
        return False
    if key_words[-1] == _COUNT:
        return key(" ".join(key_words[:-1])) in keys("comments", "comment_heading")
    cut_indexes = range(1, len(key_words)) if len(key_words) <= MOST_WORDS else ()
    return any(
        key(" ".join(key_words[:cut_index])) in phrases and key(" ".join(key_words[cut_index:])) in phrases
        for cut_index in cut_indexes
    )


@cache
def _edge_words() -> tuple[frozenset[str], frozenset[str]]:
    """The words that a line of two phrases can begin with, and those that it can end in."""
    phrases = keys("comments", "comment_heading")
    first_words = frozenset(phrase.partition(" ")[0].rstrip(":") for phrase in phrases)
    with_colon = first_words | {f"{word}:" for word in first_words}
    return with_colon, frozenset(phrase.rpartition(" ")[2] for phrase in phrases) | {_COUNT}


def _thread_end(doc: Document, heading: Line) -> int:
    """Where the comments under this heading end; 0 if names, dates and replies do not show that there are any.

    The last comment has no name under it: where no more lines are left than the longest one before had, they are its.
    """
    lines, chains = doc.lines, doc.fact(_chains)
    first_index = started_before(lines, heading.end)
    chain_index = bisect_left(chains, first_index, key=lambda chain: chain.sign)
    if (
        chain_index == len(chains)
        or chains[chain_index].sign - first_index > LONGEST_COMMENT
        or chains[chain_index].signs < FEWEST_SIGNS
    ):
        return 0
    last_index = chains[chain_index].last
    longest = max(chains[chain_index].sign - first_index, chains[chain_index].longest)
    return lines[-1].end if len(lines) - 1 - last_index <= longest else lines[last_index].end


def _chains(doc: Document) -> list[_Chain]:
    """Each sign of a comment with those that follow it, none more than a comment away from the one before."""
    chains: list[_Chain] = []
    for line_index in reversed(range(len(doc.lines))):
        if not _is_sign(doc.lines[line_index]):
            continue
        chain = _Chain(line_index, line_index, 1, 0)
        if chains and chains[-1].sign - line_index <= LONGEST_COMMENT:
            next_chain = chains[-1]
            chain = _Chain(
                line_index, next_chain.last, next_chain.signs + 1, max(next_chain.sign - line_index, next_chain.longest)
            )
        chains.append(chain)
    return chains[::-1]


def _is_sign(line: Line) -> bool:
    """Whether the line is a commenter's name, the time of a comment, or a button under one."""
    line_length = line.end - line.start
    if line_length > LONGEST_DATE_LINE:
        return False
    if line_length <= LONGEST_NAME_LINE and (_says(line.folded) or key(line.folded) in keys("comment_reply")):
        return True
    clock_match = _CLOCK.search(line.folded)
    return clock_match is not None and (clock_match["word"] is None or clock_match["word"] in keys("clock_word"))


def _says(folded: str) -> bool:
    """Whether a line gives the floor to a commenter: "Jo says:", "Jo hat gesagt…", "Jo說："."""
    announcement = folded.rstrip(_SAID)
    return folded[len(announcement) :].strip() not in {"", "."} and announcement.endswith(_words_of_saying())


@cache
def _words_of_saying() -> tuple[str, ...]:
    """What stands between a commenter's name and the comment, with the space before it where the script has spaces."""
    return tuple(word if _UNSPACED.match(word) else f" {word}" for word in keys("comment_says"))
