"""The laws of the core, as properties: they hold for whatever the cleaners propose."""

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from article_clean import Article, Document, Edit, Label, Pipeline, clean, cleaner
from article_clean.core.edits import OffsetMap, apply, compose, resolve, settle

WORDS = ["Share", "menu", "Body text here", "&amp;", "a&amp;b", "x\u00a0y", "ﬁre", "cut ME now", "İstanbul"]
WORDS += ["\u200b", "“", "&ldquo;"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join), max_size=12).map("\n".join)
DAMAGE = {"&amp;": "&", "&ldquo;": "“", "\u00a0": " ", "ﬁ": "fi", "\u200b": "", "“": '"'}


@cleaner("damage", stage="characters")
def damage(doc: Document) -> Iterator[Edit]:
    for match in re.finditer("|".join(DAMAGE), doc.text):
        yield Edit(*match.span(), DAMAGE[match[0]])


@cleaner("space", stage="characters")
def space(doc: Document) -> Iterator[Edit]:
    for match in re.finditer(r"\w(?=“)", doc.text):
        yield Edit(match.end(), match.end(), " ")


@cleaner("wraps", stage="layout")
def wraps(doc: Document) -> Iterator[Edit]:
    for match in re.finditer(r"(?<=[a-z])(?:(\n)|-\n)(?=[a-z])", doc.text):
        yield Edit(*match.span(), " " if match[1] else "")


@cleaner("share", stage="boilerplate")
def share(doc: Document) -> Iterator[Edit]:
    for line in doc.lines_with("share", "menu"):
        yield Edit(line.start, line.end)


@cleaner("inline", stage="boilerplate")
def inline(doc: Document) -> Iterator[Edit]:
    for match in re.finditer("cut ME|i?re|here\n", doc.text):
        yield Edit(*match.span())


@cleaner("short", stage="context")
def short(doc: Document) -> Iterator[Edit]:
    for line in doc.paragraphs[1:]:
        if len(line.text) < 4:
            yield Edit(line.start, line.end)


@cleaner("head", stage="fields")
def head(doc: Document) -> Iterator[Label]:
    for line in doc.paragraphs[:1]:
        yield Label(line.start, min(line.end, line.start + 3), "headline")


SPACES = ["Â\xa0", "ã\x80\x80", "â\x80", "¨", "&nbsp;", "&#x2028;", "\x80", "\u200b", "\xad", "\n", " ", "ice", "-"]

TOYS = [damage, space, wraps, share, inline, short, head]


def cleaned(text, cleaners=TOYS):
    return clean(text, kind="text", pipeline=Pipeline(cleaners))


EDITS = st.lists(
    st.builds(
        lambda start, length, text: Edit(start, min(20, start + length), text),
        st.integers(0, 20),
        st.integers(0, 6),
        st.sampled_from(["", "", "xy", "z"]),
    )
)


@given(TEXTS, st.randoms())
def test_the_order_of_cleaners_within_a_stage_changes_nothing(text, rnd):
    shuffled = TOYS[:]
    rnd.shuffle(shuffled)
    assert cleaned(text) == cleaned(text, shuffled)


@given(TEXTS)
def test_the_trail_is_sorted_disjoint_and_makes_the_body(text):
    article = cleaned(text)
    assert [(a, b) for a, b in pairwise(article.trail) if a.end > b.start] == []
    assert apply(article.source, article.trail) == article.body


@given(TEXTS)
def test_every_character_of_the_body_traces_to_its_source(text):
    article = cleaned(text)
    for n, char in enumerate(article.body):
        if char.isspace():
            continue
        start, end = article.trace(n, n + 1)
        printed = article.source[start:end]
        assert char == printed or char in DAMAGE.get(printed, "") or (printed == "&ldquo;" and char == '"')


@given(TEXTS)
def test_every_character_of_the_source_is_in_the_body_or_in_an_edit_that_has_a_role(text):
    article = cleaned(text)
    accounted = {n for edit in article.trail if edit.role not in {"", "layout"} for n in range(edit.start, edit.end)}
    kept = {n for k in range(len(article.body)) for n in range(*article.trace(k, k + 1))}
    lost = set(range(len(text))) - accounted - kept
    assert not [n for n in lost if not text[n].isspace()]


@given(st.lists(st.sampled_from(SPACES), max_size=12).map("".join))
@example("The pier.\n\nÂ\xa0\n\nThe ferry.")
@example("aâ\x80\nâ\x80¨e")
@example("the riverbed\n" + "and so it went on along the river-\nbed, " * 9)
def test_what_was_printed_never_goes_without_the_name_of_a_cleaner(text):
    article = clean(text, kind="text")
    taken = [edit for edit in article.trail if article.source[edit.start : edit.end].strip()]
    assert [edit for edit in taken if not edit.cleaner or edit.role in {"", "layout"}] == []
    assert [removal for removal in article.removed if not removal.reason] == []


@given(TEXTS)
def test_an_article_survives_json(text):
    article = cleaned(text)
    again = Article.model_validate_json(article.model_dump_json())
    assert again == article
    assert again.trail == article.trail


@given(EDITS, st.randoms())
def test_resolve_gives_one_sorted_disjoint_list_whatever_the_order(edits, rnd):
    shuffled = edits[:]
    rnd.shuffle(shuffled)
    kept = resolve(edits)
    assert kept == resolve(shuffled)
    assert [(a, b) for a, b in pairwise(kept) if a.end > b.start] == []


@given(EDITS, EDITS)
def test_composed_edits_do_what_both_lists_do_in_turn(first, second):
    text = "abcdefghijklmnopqrst"
    once = resolve(first)
    middle = apply(text, once)
    inside = [edit for edit in second if edit.end <= len(middle)]
    twice = settle(inside, [once])
    assert apply(text, compose(once, twice)) == apply(middle, twice)


def test_what_rewrites_part_of_a_replacement_keeps_the_rest_of_it():
    once = [Edit(0, 1, "“so”")]
    twice = settle([Edit(0, 1, '"'), Edit(3, 4, '"')], [once])
    assert apply("x", compose(once, twice)) == '"so"'


@given(EDITS)
def test_an_offset_map_leads_each_untouched_character_back_to_itself(edits):
    text = "abcdefghijklmnopqrst"
    kept = resolve(edits)
    spans = OffsetMap(kept)
    edited = apply(text, kept)
    for n, char in enumerate(edited):
        start, end = spans.span(n, n + 1)
        assert text[start:end] == char or any((e.start, e.end) == (start, end) and char in e.text for e in kept)


@pytest.mark.parametrize(
    ("edit", "settled"),
    [
        (Edit(1, 2, "I"), Edit(0, 2, "fI")),
        (Edit(0, 1, "F"), Edit(0, 2, "Fi")),
        (Edit(1, 1, "-"), Edit(0, 2, "f-i")),
        (Edit(1, 2), Edit(0, 2)),
        (Edit(1, 4, "x"), Edit(0, 4, "fx")),
        (Edit(2, 4, "x"), Edit(2, 4, "x")),
    ],
)
def test_an_edit_of_a_part_of_a_replacement_keeps_the_other_part_unless_it_removes(edit, settled):
    ligature = Edit(0, 1, "fi")
    assert settle([edit], [[ligature]]) == [settled]
