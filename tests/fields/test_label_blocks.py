"""Fields that archives, data sets and front matter state with labels."""

import pytest

from article_clean import DEFAULT, clean
from article_clean.core.document import Document
from article_clean.core.edits import Edit
from article_clean.fields.label_blocks import read_block

LEAD = "The old ferry at Karstad will be repaired for eleven weeks, the harbour council said, after cracks were found."
MORE = "The council will pay for a bus on weekdays, and the school will open an hour later until the ferry sails again."
HEADLINE = "Ferry to be repaired for eleven weeks"

NEXIS = f"""{HEADLINE}
The Karstad Post
April 18, 2024 Thursday

Copyright 2024 Karstad Newspapers Ltd. All Rights Reserved

Section: NEWS; Pg. 4
Length: 143 words
Byline: Nora Feldt

Body

{LEAD}

{MORE}

Graphic

Divers at the old ferry.

Load-Date: April 19, 2024

End of Document
"""
OLD_NEXIS = f"""                 3 of 17 DOCUMENTS

                 The Karstad Post

                 April 18, 2024 Thursday

{HEADLINE}

BYLINE: By Nora Feldt

SECTION: NEWS; Pg. 4

LENGTH: 143 words

DATELINE: KARSTAD

{LEAD}

{MORE}

LOAD-DATE: April 19, 2024

LANGUAGE: ENGLISH
"""
WRAPPED_NEXIS = f"""                 3 of 17 DOCUMENTS

                 The Karstad Post

                 April 18, 2024 Thursday 9:30 AM GMT

HEADLINE: {HEADLINE}

BYLINE: Nora Feldt

LENGTH: 143 words

The old ferry at Karstad will be repaired for eleven weeks, the harbour
council said, after cracks were found.

{MORE}

LOAD-DATE: April 19, 2024

                 Copyright 2024 Karstad Newspapers Ltd.
                          All Rights Reserved
"""
FACTIVA = f"""News
{HEADLINE}
Nora Feldt
143 words
18 April 2024
The Karstad Post
KARPO
4
English
(c) 2024 Karstad Newspapers Ltd.

{LEAD}

{MORE}

Document KARPO00020240418ek4i0001x
"""
FACTIVA_CODES = f"""SE    News
HD    {HEADLINE}
BY    Nora Feldt
WC    143 words
PD    18 April 2024
SN    The Karstad Post

LP    {LEAD}

TD    {MORE}

RE    nor : Norway
AN    Document KARPO00020240418ek4i0001x
"""
PROQUEST = f"""Title: {HEADLINE}
Author: Feldt, Nora
Publication info: The Karstad Post ; Karstad [Karstad]18 Apr 2024: 4.
ProQuest document ID: 1234567

Full text: {LEAD}

{MORE}

Subject: Ferries; Repairs & maintenance
Publication title: The Karstad Post
Publication date: Apr 18, 2024
Document type: News
"""
DATA_SET = f"""title: {HEADLINE}
author: Nora Feldt
publish_date: 2024-04-18 09:30:00
url: https://karstad.example/1
text: {LEAD}

{MORE}
"""
FRONT_MATTER = f'---\ntitle: "{HEADLINE}"\ndate: 2024-04-18\nauthor: Nora Feldt\n---\n\n{LEAD}\n\n{MORE}\n'
NO_TEXT_LABEL = f"Title: {HEADLINE}\nAuthor: Nora Feldt\nDate: 18 April 2024\n\n{LEAD}\n\n{MORE}\n"
FEED = f"""Title: {HEADLINE}
Author: Nora Feldt
Link: https://karstad.example/1
Published: Thu, 18 Apr 2024 09:30:00 +0000
Summary: {LEAD} {MORE}
"""
GERMAN_LEAD = "Die alte Fähre wird elf Wochen lang repariert, teilte der Hafenrat am Montag mit."
GERMAN = f"Titel: {HEADLINE}\nAutor: Nora Feldt\nDatum: 18. April 2024\nText:\n{GERMAN_LEAD}\n"
RECORDS = {
    "Nexis": NEXIS,
    "old Nexis": OLD_NEXIS,
    "old Nexis, wrapped": WRAPPED_NEXIS,
    "Factiva": FACTIVA,
    "Factiva's codes": FACTIVA_CODES,
    "ProQuest": PROQUEST,
    "data set": DATA_SET,
    "front matter": FRONT_MATTER,
    "labels without one of the text": NO_TEXT_LABEL,
    "German labels": GERMAN,
    "feed": FEED,
}


@pytest.mark.parametrize("text", RECORDS.values(), ids=RECORDS)
def test_a_record_gives_its_fields_and_a_body_of_prose_alone(text):
    article = clean(text)
    assert article.headline == HEADLINE
    assert str(article.published)[:10] == "2024-04-18"
    assert article.authors == ("Nora Feldt",)
    assert article.body.split() == (GERMAN_LEAD if text is GERMAN else f"{LEAD} {MORE}").split()


@pytest.mark.parametrize("text", RECORDS.values(), ids=RECORDS)
def test_a_record_cleaned_twice_is_as_when_cleaned_once(text):
    body = clean(text).body
    assert clean(body).body == body


def test_what_stands_under_graphic_is_a_caption():
    assert [caption.text for caption in clean(NEXIS).captions] == ["Divers at the old ferry."]


def test_the_paper_is_no_headline_where_the_date_follows_it():
    assert clean(OLD_NEXIS).headline == HEADLINE
    assert "The Karstad Post" in [removal.text for removal in clean(OLD_NEXIS).removed]


def test_the_second_half_of_a_headline_is_the_deck_and_the_edition_is_neither():
    edition = OLD_NEXIS.replace(HEADLINE, f"Late Edition\n\n{HEADLINE};\nCouncil says that the cracks are deep")
    article = clean(edition)
    assert (article.headline, article.deck) == (HEADLINE, "Council says that the cracks are deep")
    assert "Late Edition" not in article.body


def test_labels_under_a_text_are_found_above_lines_of_copyright():
    tail = "LOAD-DATE: April 19, 2024\n\nLANGUAGE: ENGLISH\n\nCopyright 2024 Karstad Newspapers\nAll Rights Reserved"
    assert clean(f"{LEAD}\n\n{MORE}\n\n{tail}").paragraphs == (LEAD, MORE)


def test_a_summary_that_is_all_there_is_of_the_text_is_the_body():
    assert clean(f"Headline: {HEADLINE}\nByline: Nora Feldt\nDescription: {LEAD}\n").paragraphs == (LEAD,)


@pytest.mark.parametrize(
    "text",
    [
        f"---\ntitle: {HEADLINE}\ndescription: {LEAD}\n---\n",
        f"Byline: Nora Feldt\nSection: {LEAD}",
        f"Headline: {HEADLINE}\nDate: 18 April 2024\nLocation: {LEAD}",
    ],
)
def test_a_record_never_loses_its_only_sentence(text):
    assert clean(text).paragraphs[-1].endswith(LEAD)


def test_a_label_that_is_switched_off_keeps_its_value_out_of_the_fields():
    article = clean(DATA_SET, pipeline=DEFAULT.without("record_labels"))
    assert f"text: {LEAD}" in article.body


@pytest.mark.parametrize(
    "text",
    [
        f"{LEAD}\n\nText: {MORE}",
        f"Title: {HEADLINE}\n\n{LEAD}",
        f"{HEADLINE}\n\nText: Nora Feldt\nFotos: Jo Lane\n\n{LEAD}",
        f"Title: The Ferry\nAuthor: Nora Feldt\nPublisher: Karstad Press\nISBN: 1-23\n\n{LEAD}",
        f"Author: {LEAD}\n\nReporter: Why?\n\nAuthor: {MORE}",
        f"{HEADLINE}\n\n143 words\n\nNobody knew what the note meant, nor who wrote it.\n\n{LEAD}",
        f"---\n\n{LEAD}\n\n---\n\n{MORE}",
        f"{LEAD}\n\n{MORE}\n\nSource: Karstad Post\nLanguage: English",
    ],
)
def test_labels_that_articles_print_themselves_are_no_record(text):
    assert not read_block(text)


def test_a_record_costs_by_the_length_of_the_text_alone():
    assert not read_block("a: b\n" * 20_000)
    assert not read_block(("x" * 50 + "\n") * 20_000)


def test_a_block_is_read_once_for_all_that_is_seen_of_the_text():
    reads = []

    def read(text):
        reads.append(text)
        return read_block(text)

    doc = Document(DATA_SET)
    rest = doc.without([Edit(0, len("title: "))])
    assert rest.text_fact(read) == doc.text_fact(read)
    assert reads == [DATA_SET]


def test_an_archive_s_line_of_authors_and_helpers_is_the_byline_and_its_graphic_a_caption():
    article = clean(
        f"{HEADLINE}\n\nBYLINE: By NORA FELDT; Piet Osmund contributed reporting from Karstad.\n\n"
        f"LENGTH: 143 words\n\n{LEAD}\n\nGRAPHIC: PHOTO: Divers at the old ferry. (PHOTOGRAPH BY TOM HALE)\n\n"
        "LOAD-DATE: April 19, 2024"
    )
    assert (article.byline.text, article.authors) == ("By NORA FELDT", ("NORA FELDT",))
    assert [(caption.text, caption.credit) for caption in article.captions] == [
        ("Divers at the old ferry.", "TOM HALE")
    ]
    assert article.body == LEAD
