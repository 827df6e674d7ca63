"""Promotions, related links, notices and end matter: what holds across the cleaners that take them."""

import time

import pytest

from article_clean import DEFAULT, clean
from article_clean.cleaners.sentences import addressed, opening_with, pitches, sentences
from article_clean.core.document import Document
from article_clean.knowledge.word_lists import words

PROSE = [
    "The harbour council met late on Tuesday to weigh whether a second ferry could run to the islands.",
    "Members heard that the older pier would need new fenders and a wider ramp before the winter.",
    "The council will vote on the plan in October, and the fares are expected to stay as they are.",
]
FAMILY = words(
    """
    newsletter follow_us app_promo donation_plea subscription_offer call_to_action advert
    affiliate_disclosure read_more related_list related_inline author_bio contributor_line
    copyright_line republication_notice source_link tags end_mark contact_line cookie_notice site_notice
    paywall_notice video_notice disclaimer embed_notice
    """
)
ONLY = DEFAULT.only(*FAMILY)


def body(*paragraphs):
    return clean("\n\n".join(paragraphs), kind="text", pipeline=ONLY).paragraphs


def test_prose_survives_between_every_kind_of_boilerplate():
    """What is left of an article with all the furniture of a news site is its prose."""
    left = body(
        "This post may contain affiliate links, read about our editorial promise",
        PROSE[0],
        "Sign up for our morning newsletter.",
        "Advertisement",
        "RELATED: Looking back at ten years of ferries",
        PROSE[1],
        "Watch the video below:",
        "Story continues below advertisement",
        PROSE[2],
        "Jo Lane is a reporter at the Harbour Mail. Reach her at jo@harbour.example.",
        "Follow us on Twitter",
        "Copyright 2020 The Harbour Press. All rights reserved.",
        "Filed under: Ferries, Harbours",
        "Most read",
        "How the first ferry was saved",
    )
    assert list(left) == PROSE


@pytest.mark.parametrize(
    "sentence",
    [
        "The company declined to comment for this article.",
        "The Harbour Mail added 680,000 newsletter subscribers in a single year.",
        "Follow the plant spacing rules on the back of seed packs.",
        "This story has been updated to include figures from Saturday.",
        "Correction: the pier is 90 metres long.",
        "The pier is closed. — Harbour Office (@harbouroffice) March 3, 2019",
        "Share prices fell 3 percent after the announcement.",
        "More than 40 countries have signed up to the treaty.",
        "Conclusion",
        "Anyone can subscribe to the register, and most people do not.",
        "Read the label, then read it again, the chemist advised.",
    ],
)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_prose_stays_wherever_it_stands(sentence, place):
    """A sentence of the story stays at the start, amid and at the end of the text."""
    paragraphs = [*PROSE[:place], sentence, *PROSE[place:]]
    assert list(body(*paragraphs)) == paragraphs


def test_a_glued_source_goes_where_only_comment_trailers_follow():
    """The link word behind the last sentence goes, though the comment form stands behind it."""
    article = clean("\n".join([*PROSE[:2], 'He said that it "does not touch our policy." source', "Post a Comment"]))
    assert article.body.endswith('"does not touch our policy."')


def test_a_list_of_titles_ends_before_the_last_biography():
    """A biography behind a list of titles does not save the last title as its heading."""
    left = body(*PROSE, "READ MORE:", "Ferry saved", "Pier lost", "— Al Roe edits the Mail. Write to al@mail.example.")
    assert list(left[:3]) == PROSE
    assert "Pier lost" not in left


def test_a_bracketed_link_leaves_its_sentence_whole():
    """The words around a link within a paragraph close up with one space."""
    assert body("The ferry sank. (RELATED: Fares rise) The crew swam.") == ("The ferry sank. The crew swam.",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sign up here. We promise not to write too often.", True),
        ("Want more? Sign up here.", True),
        ("Sign up here. The mayor fell from the pier on Tuesday night.", False),
        ("The mayor fell from the pier on Tuesday night. Sign up here.", False),
        ("sign up here. We promise.", False),
        ("- Sign up here.", False),
    ],
)
def test_a_pitch_asks_and_tells_no_story(text, expected):
    """A line is a pitch where one sentence asks and no other tells a story."""
    line = Document(text).paragraphs[0]
    assert pitches(line, lambda part: part.folded.startswith("sign up")) is expected


def test_sentences_carry_their_offsets():
    """Each sentence stands in the text where it says it does."""
    doc = Document('One (of two). "Two," she said. three')
    parts = sentences(doc.paragraphs[0])
    assert [part.text for part in parts] == ["One (of two).", '"Two," she said. three']
    assert [part for part in parts if doc.text[part.start : part.end] != part.text] == []


def test_a_long_sentence_without_you_addresses_nobody():
    """Who is spoken to decides, or a sentence too short to tell anything."""
    assert not addressed(Document("The council will vote on the plan in October.").paragraphs[0])
    assert addressed(Document("You may opt out of these letters at any time.").paragraphs[0])
    assert addressed(Document("Sign Up Now").paragraphs[0])


def test_the_first_word_is_found_behind_marks_and_digits():
    """Marks before the first word do not count, and a number ends where letters begin."""
    doc = Document(">> Follow us\nVIDEO9:34\n— — —")
    assert [line.text for line in opening_with(doc, words("follow video"))] in (
        [">> Follow us", "VIDEO9:34"],
        ["VIDEO9:34", ">> Follow us"],
    )


@pytest.mark.benchmark
@pytest.mark.parametrize("length", [10_000, 80_000], ids=["listed", "packed"])
@pytest.mark.parametrize(
    "unit", ["Most read\nTitle here\n", "by signing up ", "Jo Lane Joanna LaneX MORE ", "(RELATED: a "]
)
def test_time_grows_with_length_and_no_faster(unit, length):
    """Four times the text costs about four times the time, however it was built to mislead, in lists and packed."""
    costs = [min(_cost(unit, times * length) for _ in range(3)) for times in (1, 4)]
    assert costs[1] < 10 * costs[0] + 0.05


def _cost(unit, length):
    text = unit * (length // len(unit))
    start = time.process_time()
    clean(text, kind="text", pipeline=ONLY)
    return time.process_time() - start
