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
    "amid": "{LEAD}\n\n{LAST}\n\n{printed}\n\nComments\n\n{LEAD}",
    "told": "Nora Feldt explains why the harbour council wants a second ferry.\n\n{LEAD}\n\n{LAST}\n\n{printed}",
    "titled": "{TITLE}!{printed}\n\n{LEAD}\n\n{LAST}",
    "lead": "{printed}{LEAD}\n\n{LAST}",
    "under": "{TITLE}\n\n{printed}\n\n{LEAD}\n\n{LAST}",
}
TITLE = "Council weighs second ferry for the northern islands"
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
    article = clean(TEXTS[place].format(printed=printed, TITLE=TITLE, LEAD=LEAD, LAST=LAST), kind="article")
    found = article.byline
    assert (found.text if found else "") == byline
    assert "|".join(article.authors) == authors
    assert LEAD in article.body
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


def test_the_initials_that_sign_a_spanish_report():
    lead = "El consejo del puerto debatió el lunes hasta bien entrada la noche sobre un segundo transbordador."
    last = "Los miembros supieron que el número de pasajeros había aumentado casi una quinta parte desde marzo."
    article = clean(f"{lead}\n\n{last}\n\nDS")
    assert article.byline
    assert (article.byline.text, article.byline.authors) == ("DS", ())
    assert article.paragraphs == (lead, last)


STAYS = [
    "{LEAD} (by the book)\n\n{LAST}",
    "Nora Feldt: {LEAD}\n\n{LAST}",
    "Nora Feldt - the best of all {LEAD}\n\n{LAST}",
    "বন্দর প্রতিনিধি: {LEAD}\n\n{LAST}",
    "{LEAD}\n\nNora Feldt waved.\n\n{LAST}\n\nNora Feldt",
    "{LEAD}\n\n{LAST}\n\n(Harbour Insider)",
    "{TITLE}\n\nFrom London, Paris\n\n{LEAD}\n\n{LAST}",
    "{TITLE}\n\nNora Feldt in Abuja\n\n{LEAD}\n\n{LAST}",
    "{LEAD}\n\n{LAST}\n\n{LEAD}\n\n{LAST}\n\nPosted by Nora Feldt\n\nComments\n\n{LEAD}",
    "{LEAD}\n\n{LAST}\n\n{LEAD}\n\n{LAST}\n\nBy Nora Feldt\n\n{LEAD}\n\nBy Daniel Osmund\n\n{LEAD}",
]


@pytest.mark.parametrize("text", STAYS)
def test_what_looks_like_a_byline_outside_the_head(text):
    printed = text.format(TITLE=TITLE, LEAD=LEAD, LAST=LAST)
    article = clean(printed, kind="article")
    assert article.byline is None
    assert article.body.count(LEAD) == printed.count(LEAD)


@pytest.mark.parametrize("label", ["Media Contact:", "Press contact", "Photo editor:"])
def test_a_name_below_a_label_that_leaves_the_text_signs_nothing(label):
    assert clean(f"{LEAD}\n\n{LAST}\n\n{label}\n\nNora Feldt\n\n207-555-0134").byline is None
