"""How good a body is to be expected to be that was made of a text."""

import json
import unicodedata

import pytest
from cases import FIXTURES

from article_clean import DEFAULT, ModelError, article_of, clean
from article_clean.core.edits import FURNITURE, Edit, Likelihoods
from article_clean.pipeline.stages import run
from article_clean.pipeline.text_features import ARTICLE_READER, FEATURES, PAGE_READER, Cleaned, text_row
from article_clean.pipeline.text_model import CONFIDENCE, TextModel

STORY = (FIXTURES / "articles" / "frozen_harbour.txt").read_text(encoding="utf-8")
DUMP = next(iter(sorted((FIXTURES / "dumps").glob("*.txt")))).read_text(encoding="utf-8")
PROSE = "The harbour froze on Monday, and the ferry, which had left the island at six, stayed where it was until noon."
LINKS = [f"More from the harbour, part {n}" for n in range(12)]


def cleaned_text(text):
    """What the trees see of a text."""
    views = []
    run(text, DEFAULT.of_stage, judge=views.append)
    return views[0]


def features_of(cleaned):
    """The features of a cleaned text, by name."""
    return dict(zip(FEATURES, text_row(cleaned), strict=True))


@pytest.mark.parametrize("text", [STORY, DUMP, PROSE])
def test_a_text_has_a_confidence(text):
    article = clean(text)
    assert 0.5 < article.confidence <= 1
    assert article.page_type is None


def test_prose_is_surer_than_prose_among_lists():
    paragraphs = [PROSE.replace("Monday", day) for day in ("Monday", "Tuesday", "Friday")]
    mixed = "\n\n".join([paragraphs[0], *LINKS[:6], paragraphs[1], *LINKS[6:], paragraphs[2]])
    assert clean("\n\n".join(paragraphs)).confidence > clean(mixed).confidence


@pytest.mark.parametrize("text", ["", " \n", "Share this:\nFacebook\nTwitter"])
def test_no_body_has_no_confidence(text):
    article = clean(text)
    assert (article.body, article.confidence) == ("", None)


def test_without_the_reader_of_articles_there_is_none():
    assert clean(STORY, pipeline=DEFAULT.without("leftovers")).confidence is None


def test_a_row_gives_the_confidence_back():
    article = clean(STORY)
    assert article_of(article.to_row()).confidence == article.confidence


@pytest.mark.parametrize("text", ["", "x", "\n" * 40, PROSE, STORY, DUMP, "\n".join("ab" * 60)])
def test_a_row_has_a_number_for_each_feature(text):
    row = text_row(cleaned_text(text))
    assert len(row) == len(FEATURES)
    assert [value for value in row if not isinstance(value, float)] == []


def test_what_went_is_told_by_who_took_it():
    removed = [
        Edit(0, 10, likelihood=0.9, role="promo"),
        Edit(20, 50, likelihood=0.8, role=FURNITURE),
        Edit(60, 65, role="share"),
    ]
    row = features_of(Cleaned(100, 9, removed, "Ten chars.", {}))
    assert row["gone"] == pytest.approx(0.45)
    assert row["gone_to_readers"] == pytest.approx(0.1)
    assert row["gone_of_page"] == pytest.approx(0.3)
    assert row["gone_to_rules"] == pytest.approx(0.05)
    assert row["expected_loss"] == pytest.approx(0.1)
    assert (row["passages_to_readers"], row["least_against"], row["lines"]) == (1, 0.9, 9)


def test_the_last_likelihoods_of_the_readers_are_read():
    likelihoods = {
        ARTICLE_READER: Likelihoods([1.0, 0.4, 0.9]),
        PAGE_READER: Likelihoods([0.5, 1.0], {"page": 0.8, "worth": 0.7, "untouched": 0.2}),
    }
    row = features_of(Cleaned(200, 5, [], f"{PROSE}\n\nFerries\n\n{PROSE}", likelihoods))
    assert (row["least"], row["second_least"], row["least_prose"], row["first"], row["last"]) == (0.4, 0.9, 0.9, 1, 0.9)
    assert (row["doubted"], row["page"], row["worth"], row["untouched"], row["line_doubt"]) == (1, 0.8, 0.7, 0.2, 0.25)
    assert row["expected_passages"] == pytest.approx(0.7)
    assert (row["short"], row["unended"]) == (pytest.approx(1 / 3), pytest.approx(1 / 3))


def test_the_readers_hand_over_what_they_made_of_a_text():
    likelihoods = cleaned_text(DUMP).likelihoods
    assert len(likelihoods[ARTICLE_READER].shares) == len(clean(DUMP).paragraphs)
    assert 0.7 <= likelihoods[PAGE_READER].figures["page"] <= 1
    assert likelihoods[PAGE_READER].figures["worth"] >= likelihoods[PAGE_READER].figures["untouched"]


def test_even_trees_expect_a_half():
    plan = {"format": TextModel.FORMAT, CONFIDENCE: {"features": [], "trees": []}}
    assert TextModel(plan).confidence([0.0] * len(FEATURES)) == 0.5


def test_a_file_that_is_no_such_model_is_refused(tmp_path):
    path = tmp_path / "texts.json"
    path.write_text(json.dumps({"format": 1, CONFIDENCE: {"features": ["colour"], "trees": []}}), encoding="utf-8")
    with pytest.raises(ModelError, match="does not know the features colour"):
        TextModel.load(path)


def test_a_text_is_as_sure_in_each_of_its_unicode_forms():
    text = "\n\n".join([PROSE.replace("froze", "gela à l'été, déjà prévue,"), "Élan", PROSE])
    forms = [unicodedata.normalize(form, text) for form in ("NFC", "NFD")]
    assert forms[0] != forms[1]
    assert clean(forms[0]).confidence == clean(forms[1]).confidence
    assert text_row(cleaned_text(forms[0])) == text_row(cleaned_text(forms[1]))
