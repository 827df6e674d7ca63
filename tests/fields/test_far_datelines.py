"""Datelines outside the head: below summaries, on a line of their own, behind a headline on the same line."""

import pytest

from article_clean import clean

HEADLINE = "Harbour council weighs second ferry for the northern islands"
SUMMARY = "The council would run a second ferry from autumn, with fares as they are today."
LEAD = "The harbour council met late into the evening to weigh whether a second ferry could run to the islands."
MORE = "Members heard that passenger numbers had risen by almost a fifth since the spring, and that fares would stay."
GERMAN = "Der Hafenrat hat am Montag bis in den späten Abend beraten, ob eine zweite Fähre zu den Inseln fahren soll."
GERMAN_MORE = "Die Mitglieder hörten, dass seit dem Frühjahr ein Fünftel mehr Fahrgäste auf die Inseln gefahren sind."


def cleaned(*paragraphs):
    return clean("\n\n".join(paragraphs))


@pytest.mark.parametrize("dateline", ["WATERTOWN — ", "DES MOINES, Iowa — ", "NEW DELHI: ", "Oslo, July 1 (AP) - "])
def test_a_dateline_stands_below_a_summary(dateline):
    article = cleaned(SUMMARY, SUMMARY.replace("autumn", "spring"), dateline + LEAD, MORE)
    assert article.dateline
    assert LEAD in article.paragraphs


@pytest.mark.parametrize(
    "paragraphs",
    [
        [SUMMARY, f"PARIS — {LEAD}", f"BERLIN — {MORE}"],
        [SUMMARY, "The agency reports:", f"PARIS — {LEAD}", MORE],
        [LEAD * 12, f"PARIS — {LEAD}", MORE],
        [SUMMARY, f"Rome - {LEAD}", MORE],
        [SUMMARY, f"UPDATE — {LEAD}", MORE],
    ],
    ids=["briefs", "quoted", "far below", "guide", "label"],
)
def test_a_dateline_that_is_not_the_texts_own_stays(paragraphs):
    article = cleaned(*paragraphs)
    assert article.dateline is None
    assert article.body.endswith(paragraphs[-1])


@pytest.mark.parametrize("town", ["Chemnitz", "Berlin"])
def test_a_towns_name_alone_on_its_line_is_a_dateline(town):
    article = cleaned(GERMAN_MORE, f"{town}.", GERMAN, GERMAN_MORE)
    assert article.dateline.places == (town,)
    assert article.paragraphs[1] == GERMAN


@pytest.mark.parametrize("line", [".", "Ende.", "Berlin", "Anna."])
def test_a_word_alone_on_its_line_is_none(line):
    assert cleaned(GERMAN_MORE, line, GERMAN, GERMAN_MORE).dateline is None


@pytest.mark.parametrize("dateline", ["CHICAGO — ", "CHICAGO (AP) — ", "CHICAGO, Ill. - "])
def test_a_headline_and_a_dateline_share_a_line(dateline):
    article = cleaned(f"{HEADLINE} {dateline}{LEAD}", MORE)
    assert article.headline == HEADLINE
    assert article.dateline.places == ("CHICAGO",)
    assert article.paragraphs[0] == LEAD


def test_the_time_of_an_update_stands_before_a_dateline():
    article = cleaned(f"8:54 p.m. | Updated WASHINGTON — {LEAD}", MORE)
    assert article.dateline.text == "WASHINGTON"
    assert article.paragraphs[0] == LEAD


@pytest.mark.parametrize(
    "lead",
    [
        f"The senator flew to WASHINGTON — {LEAD}",
        f"The council asked NASA — {LEAD}",
        f"Ferry to sail SOON — {LEAD}",
    ],
    ids=["preposition", "acronym", "emphasis"],
)
def test_capitals_amid_a_sentence_are_no_dateline(lead):
    article = cleaned(lead, MORE)
    assert article.dateline is None
    assert article.paragraphs[0] == lead


@pytest.mark.parametrize(
    "line", ["Berlin, 12. Mai 2023", "London, 12 May 2023", "London - 12 May 2023", "Oslo (12.05.2023)"]
)
def test_a_town_and_a_day_on_a_line_of_their_own_are_a_dateline(line):
    article = cleaned(HEADLINE, line, LEAD, MORE)
    assert article.headline == HEADLINE
    assert article.dateline.text == line
    assert str(article.published) == "2023-05-12"
    assert article.paragraphs[0] == LEAD


@pytest.mark.parametrize(
    "line", ["Town Hall, 12 May 2023", "London, May 2023", "London 2012", "Nora Feldt, 12 May 2023"]
)
def test_another_place_or_less_than_a_day_is_none(line):
    assert cleaned(HEADLINE, line, LEAD, MORE).dateline is None


def test_a_town_between_a_byline_and_the_lead_is_the_dateline():
    article = cleaned("Nora Feldt", "Hamburg", GERMAN, GERMAN_MORE)
    assert article.dateline
    assert (article.dateline.text, article.dateline.places) == ("Hamburg", ("Hamburg",))
    assert (article.headline, article.authors) == (None, ("Nora Feldt",))
    assert article.paragraphs == (GERMAN, GERMAN_MORE)
