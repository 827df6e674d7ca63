"""Bylines outside the head, in the forms of fixtures/fields/signatures.tsv: what is printed where, and who it names."""

import pytest
from cases import FIXTURES

from article_clean import clean

LEAD = "The harbour council met late into the evening to weigh whether a second ferry could run before the winter."
LAST = "“Nobody will swim to the islands,” said Lena Strand, the harbour master, when the long meeting was over."
TEXTS = {
    "first": "{printed}\n\n{LEAD}\n\n{LAST}",
    "above": "{LEAD}\n\n{printed}\n\n{LAST}\n\n{LAST} {LEAD}",
    "below": "{LEAD}\n\n{LAST}\n\n{printed}",
    "end": "{LEAD}\n\n{LAST}{printed}",
}
ROWS = [
    line.replace("⏎", "\n").split("\t")
    for line in (FIXTURES / "fields" / "signatures.tsv")
    .read_text(encoding="utf-8")
    .replace("\n\n", "\n")
    .split("\n")[1:]
    if line
]


@pytest.mark.parametrize(("place", "printed", "authors", "byline"), ROWS)
def test_a_byline_outside_the_head(place, printed, authors, byline):
    article = clean(TEXTS[place].format(printed=printed, LEAD=LEAD, LAST=LAST), kind="article")
    found = article.byline
    assert (found.text if found else "") == byline
    assert "|".join(article.authors) == authors
    assert article.body.startswith("The harbour council") or place == "first"
    assert article.body.replace("\n", " ").count("meeting was over.") == TEXTS[place].count("LAST")


@pytest.mark.parametrize("printed", ["(kas)", " (kas)", "\n\n(kas)"])
def test_the_initials_that_sign_a_german_report(printed):
    lead = "Der Rat der Hafenstadt hat am Montag bis in den späten Abend über eine zweite Fähre zu den Inseln beraten."
    last = "Die Mitglieder hörten, dass die Zahl der Fahrgäste seit dem Frühjahr um fast ein Fünftel gestiegen ist."
    article = clean(f"{lead}\n\n{last}{printed}")
    assert article.byline
    assert (article.byline.text, article.byline.authors) == ("(kas)", ())
    assert article.paragraphs == (lead, last)
    assert clean(f"{LEAD}\n\n{LAST}{printed}").byline is None
