"""Buttons and counters of social networks, and pleas to use them."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from article_clean.cleaners.sentences import is_late, tells_a_story
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun, broken, exact, runs, stands_alone
from article_clean.knowledge.wordings import one_of

LONGEST_BAR = 400  # six times "Click to share on … (Opens in new window)"
FEWEST_NETWORKS = 2
FEWEST_LINES = 3  # lone names of networks under each other
LONGEST_PLEA = 160

_PLEA = pattern_of(rf"{one_of('plea_to_share')}\b[^.!?]*[.!]?$")
_SENTENCE = pattern_of(r"[.!?:–—]\s+|\s-\s|,\s")


class Vocabulary(NamedTuple):
    """The words of a share bar, and what may begin one."""

    networks: frozenset[str]
    verbs: frozenset[str]
    glue: frozenset[str]
    firsts: frozenset[str]


@cleaner("share_bar", stage="boilerplate", role="share")
def share_bar(doc: Document) -> Iterator[Edit]:
    """Share buttons and counts: "Share this:", "Facebook Twitter Email", "13.8k SHARES".

    Why it goes: it is made of buttons of the page.
    Keeps: the name of one network as a heading, a bulleted list of networks, prose about sharing.
    """
    share_lines = {*exact(doc, "share"), *begun(doc, "share"), *broken(doc, "share"), *_bars(doc)}
    button_lines = exact(doc, "network", "share_verb", "share_word")
    if not share_lines and len(button_lines) < FEWEST_LINES:
        return
    for run in runs(doc, [*share_lines, *button_lines]):
        if not share_lines.isdisjoint(run) or _is_bar_of_lines(run):
            yield from (Edit(line.start, line.end) for line in run)


@cleaner("share_plea", stage="boilerplate", role="share")
def share_plea(doc: Document) -> Iterator[Edit]:
    """A plea to share, such as "Get the word out: share this post on Facebook and Twitter", among the last words.

    Why it goes: it is addressed to the visitor.
    Keeps: a request that is part of the story ("Share this timeline with vendors"), and any plea without a network.
    """
    for paragraph in doc.paragraphs_with("share this"):
        if len(paragraph.text) <= LONGEST_PLEA and is_late(doc, paragraph) and not tells_a_story(paragraph):
            sentence_edges = [0, *(sentence_match.end() for sentence_match in _SENTENCE.finditer(paragraph.folded))]
            if any(_PLEA.match(paragraph.folded, sentence_start) for sentence_start in sentence_edges):
                yield Edit(paragraph.start, paragraph.end)


def _bars(doc: Document) -> Iterator[Line]:
    """Lines made of names of networks, share verbs and counts, and of nothing else."""
    vocabulary = _vocabulary()
    for line_key, lines in doc.by_key().items():
        first_letters = line_key.lstrip("# ")[:3]
        if first_letters in vocabulary.firsts and _is_bar(line_key, vocabulary):
            yield from (line for line in lines if stands_alone(doc, line))
    for line in doc.paragraphs_with("new window"):
        if len(line.text) <= LONGEST_BAR and _is_bar(line.folded, vocabulary):
            yield line


def _is_bar(bar_text: str, vocabulary: Vocabulary) -> bool:
    """Whether this is a bar: two networks, or one and a share verb, and no word of another kind."""
    whole_pattern, word_pattern = _patterns()
    if not whole_pattern.fullmatch(bar_text):
        return False
    bar_words = word_pattern.findall(bar_text)
    networks = vocabulary.networks.intersection(bar_words)
    if "," in bar_text or "and" in bar_words:
        return bool(networks) and bar_words[0] in vocabulary.verbs
    if vocabulary.verbs.isdisjoint(bar_words):
        return len(networks) >= FEWEST_NETWORKS and vocabulary.glue.isdisjoint(bar_words)
    return bool(networks)


def _is_bar_of_lines(run: list[Line]) -> bool:
    names = {line.folded for line in run}  # not keys: a bullet in front makes it a list of the article
    return len(names) >= FEWEST_LINES and len(names & keys("network")) >= FEWEST_NETWORKS


@cache
def _vocabulary() -> Vocabulary:
    networks, glue_words = keys("network"), keys("share_glue")
    share_verbs = keys("share_verb") - networks
    return Vocabulary(networks, share_verbs, glue_words, frozenset(bar_name[:3] for bar_name in networks | share_verbs))


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What matches a bar, and one of its words, the longest first; few texts have a line that may be a bar."""
    networks, verbs, glue, _ = _vocabulary()
    bar_words = sorted(networks | verbs | glue | {"#"}, key=len, reverse=True)
    word_pattern = f"(?>{'|'.join(map(re.escape, bar_words))})"
    return re.compile(rf"(?>(?>{word_pattern}[\s|•·/+,:;()–—&-]*+)+)"), re.compile(word_pattern)
