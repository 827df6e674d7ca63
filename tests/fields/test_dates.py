"""Printed dates: in the languages of the press, with times and zones, and in figures whose order is open."""

from datetime import date

import pytest
from cases import FIXTURES

from article_clean import clean
from article_clean.fields.dates.dates import printed_dates, read_date_line
from article_clean.fields.dates.days import order_shown
from article_clean.knowledge.months import day_comes_first, month_number

PRINTED = FIXTURES / "dates" / "printed.tsv"
ROWS = [tuple(line.split("\t")) for line in PRINTED.read_text(encoding="utf-8").splitlines()[2:]]


@pytest.mark.parametrize(("language", "day", "text"), ROWS)
def test_a_date_line_is_read_as_cldr_prints_it(language, day, text):
    read = read_date_line(text)
    assert read is not None, language
    assert str(read.published) == day


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("15 มกราคม 2567", "2024-01-15"),
        ("15 ม.ค. 2567 10:30 น.", "2024-01-15T10:30:00"),
        ("٤ مايو ٢٠٢٣", "2023-05-04"),
        ("Thứ Hai, 12/04/2021 08:30 GMT+7", "2021-04-12T08:30:00+07:00"),
        ("4. 5. 2023 21:05", "2023-05-04T21:05:00"),
        ("입력 2024.01.15. 오후 3:15", "2024-01-15T15:15:00"),
        ("2024年1月15日 下午3:15 发布", "2024-01-15T15:15:00"),
        ("Publicado el 4 de mayo de 2023 a las 12h30", "2023-05-04T12:30:00"),
        ("Published May 4, 2023 9:05 a.m. UTC", "2023-05-04T09:05:00+00:00"),
        ("4 mai 2023", "2023-05-04"),
        ("Megjelent: 2023. május 4.", "2023-05-04"),
        ("Опубліковано 4 травня 2023 р. о 12:30", "2023-05-04T12:30:00"),
    ],
)
def test_a_date_line_gives_day_time_and_zone(text, published):
    read = read_date_line(text, day_first=True)
    assert read is not None
    assert read.published is not None
    assert read.published.isoformat() == published


@pytest.mark.parametrize(
    "text",
    [
        "Updated May 4, 2023",
        "Aktualisiert am 4. Mai 2023",
        "Обновлено 4 мая 2023",
        "Zaktualizowano 4 maja 2023",
        "अपडेट 4 मई 2023",
        "更新日 2023年5月4日",
    ],
)
def test_an_update_is_no_publication(text):
    read = read_date_line(text)
    assert read is not None
    assert read.published is None


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("PUBLISHED: 09:12 GMT, 18 April 2024 | UPDATED: 14:40 GMT, 18 April 2024", "2024-04-18T09:12:00+00:00"),
        ("Updated 14.40 Uhr, 19.04.2024, veröffentlicht 9.12 Uhr, 18.04.2024", "2024-04-18T09:12:00"),
        ("Published 18 April 2024 at 09:12, updated 19 April 2024 at 14:40", "2024-04-18T09:12:00"),
        ("Published 18 April 2024, updated 19 April 2024 at 14:40", "2024-04-18"),
    ],
)
def test_a_time_belongs_to_the_day_that_it_stands_beside(text, published):
    assert read_date_line(text).published.isoformat() == published


def test_the_date_of_publication_is_told_from_an_update_behind_or_before_it():
    assert read_date_line("Published May 4, 2023 | Updated May 9, 2023").published == date(2023, 5, 4)
    assert read_date_line("Updated May 9, 2023 | Published May 4, 2023").published == date(2023, 5, 4)


@pytest.mark.parametrize(
    "text",
    [
        "On May 4, 2023 the council voted",
        "Der 4. Mai 2023 war ein Donnerstag",
        "Section 4.5.2023",
        "May 2023",
        "4 May",
        "2024 had 366 days",
        "Apollo 11 1969 2024",
        "Model 15 Maison 2024",
    ],
)
def test_what_is_no_date_line(text):
    assert read_date_line(text) is None


def test_an_impossible_day_is_no_date():
    assert [one.value for one in printed_dates("31 April 2023")] == [None]
    assert printed_dates("45 May 2023") == []


def test_the_order_of_figures_comes_from_the_language():
    assert day_comes_first("fr") is True
    assert day_comes_first("en-AU") is True
    assert day_comes_first("en-US") is False
    assert day_comes_first("en") is None
    assert day_comes_first("xx") is None
    assert day_comes_first(None) is None


def test_a_month_is_read_in_the_texts_own_language_first():
    assert month_number("listopad") is None  # November in Czech and Polish, October in Croatian
    assert month_number("listopad", "hr") == 10
    assert month_number("listopad", "pl") == 11


LEAD = "The harbour council voted on Monday to build a second ferry, and it will be ready for the summer of next year."
MORE = "It is the first ferry to be ordered by the town in the last forty years, and it was a long time in the making."
ARTICLE = f"Council orders a second ferry\n\nBy Nora Feldt\n\n04/05/2023\n\n{LEAD}\n\n{MORE}"


def test_a_day_of_open_order_stays_unread_and_is_warned_of():
    article = clean(ARTICLE)
    assert article.published is None
    assert article.warnings == (
        "the date 04/05/2023 is not read: nothing shows whether its day or its month comes first",
    )
    assert "04/05/2023" not in article.body


def test_the_other_dates_of_the_text_show_the_order():
    assert clean(f"{ARTICLE}\n\nThe last vote was held on 25/12/2022 in the hall.").published == date(2023, 5, 4)
    assert clean(f"{ARTICLE}\n\nThe last vote was held on 12/25/2022 in the hall.").published == date(2023, 4, 5)
    assert order_shown("25/12/2022 and 12/25/2022") is None


def test_the_language_of_the_text_shows_the_order():
    german = "Der Hafenrat hat am Montag eine zweite Fähre bestellt, und sie soll im nächsten Sommer fahren, sagte er."
    article = clean(f"Hafenrat bestellt zweite Fähre\n\nVon Nora Feldt\n\n04/05/2023\n\n{german}\n\n{german}")
    assert article.published == date(2023, 5, 4)
    assert article.warnings == ()


HEADLINE = "Harbour council weighs second ferry for the northern islands"
BODY = (
    "The harbour council met late into the evening to weigh whether a second ferry could run to the islands.\n\n"
    "Members heard that passenger numbers had risen by almost a fifth since the spring, and that fares would stay."
)


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("12 May 2024 | Press releases", "2024-05-12"),
        ("News | 12 May 2024 | 3 min read", "2024-05-12"),
        ("Posted on 12 May 2024 in News", "2024-05-12"),
        ("12.05.2024 18:36 / sk", "2024-05-12 18:36:00"),
        ("News (1/2) 13.05.2024 13:30 by Nora Feldt", "2024-05-13 13:30:00"),
        ("2024-05-12 10:22 新浪财经", "2024-05-12 10:22:00"),
        ("2024-05-12 10:22 聯合報 記者張三", "2024-05-12 10:22:00"),
        ("發布時間：2024/05/12 10:22 更新時間：2024/05/12 12:00", "2024-05-12 10:22:00"),
        ("승인 2024.05.12 10:22 댓글 0", "2024-05-12 10:22:00"),
        ("公開日時：2024年5月12日 10:22", "2024-05-12 10:22:00"),
        ("13.05.202413.05.2024", "2024-05-13"),
        ("So, 13.05.2024, 10:22", "2024-05-13 10:22:00"),
        ("24 نيسان / أبريل 2020", "2020-04-24"),
        ("24 تشرين الثاني / نوفمبر 2020", "2020-11-24"),
        ("May 12, 2024 3 Comments", "2024-05-12"),
        ("12. Mai 20243 Kommentare", "2024-05-12"),
        ("Published Sun, May 12 20241:17 AM ESTUpdated Sun, May 12 202411:25 AM EST", "2024-05-12"),
        ("11.07.2026, 09:30 UhrStuttgart", "2026-07-11 09:30:00"),
        ("March 7, 20247:55 AM UTCUpdated ago", "2024-03-07"),
        ("May 12, 2024 Share", "2024-05-12"),
        ("Pressemitteilung 7/2024 vom 12. Mai 2024", "2024-05-12"),
        ("FOR IMMEDIATE RELEASE Sunday, May 12, 2024", "2024-05-12"),
        ("May 12, 2024 | News, Politics", "2024-05-12"),
        ("May 12, 2024 by admin Leave a Comment", "2024-05-12"),
        ("Erschienen am 12.05.2024", "2024-05-12"),
        ("Posted in News on May 12, 2024", "2024-05-12"),
    ],
)
def test_a_date_is_read_beside_what_pages_print_with_it(line, published):
    article = clean(f"{HEADLINE}\n\n{line}\n\n{BODY}")
    assert str(article.published) == published
    assert article.deck is None
    assert article.body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "12 May 2024 | Town Hall",
        "12 May 2024, 19:00, Town Hall",
        "When: 12 May 2024",
        "Joined 12 May 2024",
        "Received: 12 May 2024",
        "Release date: 12 May 2024",
        "Event date: 12 May 2024",
        "12 May 2024 in Review",
        "12 May 2024 Town Hall",
        "A sail on 12 May 2024 by the old pier with all of the council",
    ],
)
def test_the_day_of_something_else_is_no_date_of_publication(line):
    assert clean(f"{HEADLINE}\n\n{line}\n\n{BODY}").published is None
