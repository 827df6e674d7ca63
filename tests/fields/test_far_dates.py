"""Dates of publication that stand outside the head: before the first sentence, in a dateline, under the text."""

import pytest

from article_clean import clean
from article_clean.core.document import Document
from article_clean.core.edits import FURNITURE, Edit, Label
from article_clean.fields import read_fields

HEADLINE = "Harbour council weighs second ferry for the northern islands"
LEAD = "The harbour council met late into the evening to weigh whether a second ferry could run to the islands."
MORE = "Members heard that passenger numbers had risen by almost a fifth since the spring, and that fares would stay."
GERMAN = "Der Hafenrat hat am Montag bis in den späten Abend beraten, ob eine zweite Fähre zu den Inseln fahren soll."
GERMAN_MORE = "Die Mitglieder hörten, dass seit dem Frühjahr ein Fünftel mehr Fahrgäste auf die Inseln gefahren sind."
PORTUGUESE = "O conselho do porto reuniu-se até tarde para decidir se uma segunda balsa pode servir as ilhas do norte."
CHINESE = "海港议会周一决定，在冬季到来之前为北部岛屿增开第二艘渡轮，会议一直持续到深夜。"
CHINESE_MORE = "议员们获悉，自春季以来乘客人数增加了近五分之一，票价将保持不变，工程大约需要四个月。"


def published(*paragraphs):
    return str(clean("\n\n".join(paragraphs)).published or "")


@pytest.mark.parametrize(
    ("opening", "lead", "day"),
    [
        ("12.05.2023 – ", GERMAN, "2023-05-12"),
        ("12. Mai 2023. ", GERMAN, "2023-05-12"),
        ("Freitag, 12. Mai 2023 | ", GERMAN, "2023-05-12"),
        ("Sexta-feira, 12 de maio de 2023. ", PORTUGUESE, "2023-05-12"),
        ("Published May 12, 2023. ", LEAD, "2023-05-12"),
        ("May 12, 2023 — ", LEAD, "2023-05-12"),
    ],
)
def test_the_day_before_the_first_sentence_is_the_date_of_publication(opening, lead, day):
    article = clean(f"{opening}{lead}\n\n{GERMAN_MORE if lead is GERMAN else MORE}")
    assert str(article.published) == day
    assert article.body.startswith(lead)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["12.05.2023 – 14.05.2023 Hafenfest in Karstad mit allen Fähren, Booten und Bühnen am Kai.", GERMAN_MORE],
        ["May 12, 2023. The council meets.", f"May 14, 2023. {LEAD}", MORE],
        ["May 12, 1991. The ferry sails for the first time, and half of the island waits at the pier.", LEAD, MORE],
        [f"May 12, 2003. {LEAD}", "Twenty years later, in 2023, the ferry is still the only one that sails in winter."],
        [f"Since May 12, 2023. {LEAD}", MORE],
        [f"May 12, 2023 was a Friday. {LEAD}", MORE],
    ],
    ids=["range", "chronicle", "long ago", "later years", "other words", "sentence"],
)
def test_a_day_in_the_story_is_no_date_of_publication(paragraphs):
    assert published(*paragraphs) == ""


@pytest.mark.parametrize(
    ("dateline", "lead", "day"),
    [
        ("New Delhi, July 13, 2020 – ", LEAD, "2020-07-13"),
        ("Karlsruhe, (12.11.2021). ", GERMAN, "2021-11-12"),
        ("WASHINGTON, July 1 (UPI) -- ", LEAD, ""),
    ],
)
def test_the_date_of_a_dateline_is_the_date_of_publication_where_its_year_is_printed(dateline, lead, day):
    assert published(HEADLINE, dateline + lead, MORE) == day


def test_a_date_line_outranks_a_dateline():
    assert published(HEADLINE, "July 14, 2020", f"New Delhi, July 13, 2020 – {LEAD}", MORE) == "2020-07-14"


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        (["12. Mai 2023"], "2023-05-12"),
        (["Nora", "12. Mai 2023"], "2023-05-12"),
        (["- Datum 12.05.2023"], "2023-05-12"),
        (["- Datum 12.05.2023", "- Autorin Nora Feldt"], "2023-05-12"),
        (["Veröffentlicht am 12.05.2023", "Drucken"], "2023-05-12"),
        (["12. Mai 2023 (geändert am 13. Mai 2023 | 15:24)"], "2023-05-12"),
    ],
)
def test_the_day_under_the_text_is_the_date_of_publication(foot, day):
    assert published(GERMAN, GERMAN_MORE, *foot) == day


def test_a_signed_text_is_dated_in_any_script():
    assert published(CHINESE, CHINESE_MORE, "李静", "2023年5月12日") == "2023-05-12"


@pytest.mark.parametrize(
    "foot",
    [
        ["Ort: Rathaus Karstad", "12. Mai 2023"],
        ["Datum: 12. Mai 2023", "Ort: Rathaus Karstad"],
        ["12. Mai 2023", "19.30 Uhr, Rathaus"],
        ["— Nora Feldt (@feldt)", "12. Mai 2023"],
        ["12. Mai 2023", "14. Mai 2023"],
        ["12. Mai 2023", "Beginn 19 Uhr", "Rathaus"],
        ["Aktualisiert am 12. Mai 2023"],
    ],
    ids=["place above", "label", "time", "post", "two days", "list", "update"],
)
def test_the_day_of_an_event_a_post_or_an_update_is_none(foot):
    assert published(GERMAN, GERMAN_MORE, *foot) == ""


def test_a_line_that_says_published_is_found_below_sentences_of_the_page():
    page = ["Bitte warten Sie, die Druckansicht der Seite wird jetzt vorbereitet.", "Blog", "Zweite Fähre im Herbst"]
    assert published(*page, "Erstellt am12.05.2023", GERMAN, GERMAN_MORE, GERMAN, GERMAN_MORE) == "2023-05-12"


def test_a_notice_of_the_first_print_dates_a_text():
    notice = "This story was first published in the Harbour Post on May 12, 2023."
    article = clean(f"{LEAD}\n\n{MORE}\n\n{notice}")
    assert str(article.published) == "2023-05-12"
    assert article.body.endswith(MORE)


def test_an_embedded_post_dates_no_text():
    post = "A post shared by Nora Feldt (@feldt) on Jun 1, 2023 at 9:00am PDT"
    assert published(LEAD, MORE, "View this post on Instagram", post, LEAD, MORE) == ""


@pytest.mark.parametrize("behind", ["", " Loading..."])
def test_a_day_behind_its_authors_name_closes_a_text_on_one_line(behind):
    article = clean(f"{LEAD} {MORE} Ferries sail from the old pier until then Nora Feldt 04.12.2025 10:28{behind}")
    assert str(article.published) == "2025-12-04 10:28:00"


@pytest.mark.parametrize("end", ["The ferry sails on 04.12.2025 10:28", "Nora Feldt sails on 04.12.2025 10:28."])
def test_a_day_at_the_end_of_a_sentence_closes_no_text(end):
    assert published(LEAD, f"{MORE} {end}") == ""


def beside_lead(*lines):
    """The date of a page whose lines above the lead were all taken for its furniture."""
    text = "\n".join([*lines, LEAD, MORE])
    furniture = [Edit(0, text.index(LEAD), role=FURNITURE)]
    return read_fields(Document(text), [], furniture).values["published"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Home", "News", "12 May 2023", "Share"],
        ["12 May 2023", "By", "Nora Feldt"],
        ["Published", "12 May 2023", "Updated", "14 May 2023"],
        ["12 May 2023", "12 May 2023, 10:30"],
    ],
)
def test_the_only_date_that_a_page_prints_above_the_lead_is_the_date_of_publication(lines):
    assert str(beside_lead(*lines))[:10] == "2023-05-12"


@pytest.mark.parametrize(
    "lines",
    [
        ["12 May 2023", "14 May 2023"],
        ["Last updated", "12 May 2023"],
        ["12 May 2023", "A", "B", "C", "D", "E", "F"],
        ["Ferry fair on 12 May 2023 in the harbour"],
        ["Version 2.28.27"],
    ],
    ids=["two days", "update", "far above", "event", "version"],
)
def test_other_dates_above_the_lead_are_none(lines):
    assert beside_lead(*lines) is None


@pytest.mark.parametrize(
    "paragraphs",
    [
        [HEADLINE, "May 12, 2023", LEAD, MORE, "Published May 14, 2023"],
        [HEADLINE, "May 12, 2023", f"May 14, 2023 — {LEAD}", MORE],
        [f"May 12, 2023 — {LEAD}", MORE, "Nora Feldt", "May 12, 2023"],
        [f"OSLO (AP) — {LEAD}", f"BERGEN, July 4 (AP) — {MORE}", LEAD],
        [f"OSLO — {LEAD}", MORE, f"BERGEN — {LEAD}", MORE],
    ],
    ids=["head and foot", "head and lead", "lead and foot", "agencies", "towns"],
)
def test_a_second_date_or_dateline_does_not_go_when_the_body_is_cleaned_again(paragraphs):
    body = clean("\n\n".join(paragraphs)).body
    assert clean(body).body == body


@pytest.mark.parametrize(("role", "day"), [("other", "2023-05-12"), ("comments", "None"), ("related", "None")])
def test_a_date_line_that_a_learned_reader_takes_dates_the_text(role, day):
    text = f"{LEAD}\n{MORE}\n- Date 12.05.2023"
    edit = Edit(text.index("- Date"), len(text), role=role, likelihood=0.9)
    assert str(read_fields(Document(text), [], [edit]).values["published"]) == day


def test_a_headline_that_is_a_day_dates_its_text():
    day = "Quinta-feira, 30 de março de 2023"
    doc = Document(f"{day}\n\n{PORTUGUESE}")
    assert str(read_fields(doc, [Label(0, len(day), "headline")], []).values["published"]) == "2023-03-30"
