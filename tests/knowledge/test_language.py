"""The language of a text."""

from itertools import pairwise
from time import process_time

import pytest
from cases import FIXTURES

from article_clean import clean
from article_clean.knowledge.language import language_of, same_language

SENTENCES = dict(line.split("\t") for line in (FIXTURES / "languages.tsv").read_text("utf-8").splitlines())


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough(language):
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30 — 14:45",
        "Ferry",
        "Karstad Norholm Feldt Brann Ostby Lind Marn Toft Holm Vik Sand",
        "aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm nnn ooo ppp",
        "Umkhandlu uthe isikebhe esisha ngeke sibe sethekwini ngaphambi kokuphela konyaka kodwa.",
        "\ud800\ud801 \x00",
    ],
)
def test_no_language_is_made_up(text):
    assert language_of(text) is None


def test_a_menu_in_english_does_not_hide_the_language_of_the_article():
    menu = "Home\nNews\nSport\nContact\nThe best of the week and more\n\n"
    assert clean(f"{menu}{SENTENCES['de']}\n\n{SENTENCES['de']}").language == "de"


def test_foreign_names_do_not_change_the_language():
    assert (
        language_of(
            "Αυτό είπε η Apple Inc. για το νέο iPhone που θα είναι στα καταστήματα πριν από το τέλος του χρόνου"
        )
        == "el"
    )


PAGE = "<html lang='{}'><title>x</title><article><h1>Hafenrat</h1><p>{}</p><p>{}</p></article></html>"


@pytest.mark.parametrize(("given", "found"), [("en-US", "de"), ("de-CH", "de-CH"), ("", "de"), ("utf-8", "de")])
def test_a_page_in_a_template_of_another_language_is_named_by_its_text(given, found):
    article = clean(PAGE.format(given, SENTENCES["de"] * 2, SENTENCES["de"]))
    assert article.language == found
    assert article.provenance["language"] == (("html lang",) if given == "de-CH" else ("text",))


def test_the_same_language_in_two_spellings():
    assert same_language("zh-Hant", "zh-TW")
    assert not same_language("nb", "da")


def test_only_the_beginning_of_a_text_is_looked_at():
    assert language_of(SENTENCES["pl"] * 400 + SENTENCES["de"] * 4000) == "pl"


@pytest.mark.benchmark
def test_a_long_text_costs_no_more_than_its_beginning():
    short, long = (SENTENCES["pl"] * n for n in (20, 4000))
    times = []
    for text in (short, long):
        start = process_time()
        for _ in range(50):
            language_of(text)
        times.append(process_time() - start)
    assert all(later <= 3 * earlier + 0.01 for earlier, later in pairwise(times))
