"""Datelines, alone: every shape of fixtures/fields/datelines.tsv before a sentence of its language; what they cost.

A row of the table with places, region, date and agencies is a dateline; a row with "-" only looks like one. The
sentences are those of sentences.tsv, one a language.
"""

import sys
from itertools import groupby, pairwise
from time import process_time

import pytest
from cases import FIXTURES
from processes import run_process

from article_clean import clean
from article_clean.fields.datelines.dateline import find_dateline
from article_clean.knowledge import places

HEADLINE = "Harbour council weighs second ferry"
MORE = "Members heard that the pier would need new fenders, a wider ramp and about four months of work before winter."


def rows(name):
    lines = (FIXTURES / "fields" / name).read_text(encoding="utf-8").splitlines()[1:]
    return [line.split("\t") for line in lines]


SENTENCES = dict(rows("sentences.tsv"))
TABLE = rows("datelines.tsv")
SHAPES = {
    language: list(group) for language, group in groupby(sorted(r for r in TABLE if len(r) > 3), key=lambda r: r[0])
}
LOOK_ALIKES = {
    language: list(group) for language, group in groupby(sorted(r for r in TABLE if len(r) == 3), key=lambda r: r[0])
}


def read(language, prefix):
    """The dateline before this language's sentence, as a row of the table, and what of the prefix is left over."""
    found = find_dateline(prefix + SENTENCES[language])
    if not found:
        return None
    value = found.value
    left = prefix[found.end :].strip() if found.end < len(prefix) else ""
    cut = found.end > len(prefix)
    return [";".join(value.places), value.region or "", value.date_text or "", ";".join(value.agencies), left, cut]


@pytest.mark.parametrize("language", SHAPES)
def test_a_dateline_is_found_whole_and_cut_into_its_parts(language):
    wrong = {
        prefix: got for _, prefix, *parts in SHAPES[language] if (got := read(language, prefix)) != [*parts, "", False]
    }
    assert not wrong


@pytest.mark.parametrize("language", LOOK_ALIKES)
def test_what_only_looks_like_a_dateline_stays(language):
    found = {prefix: got for _, prefix, _ in LOOK_ALIKES[language] if (got := read(language, prefix))}
    assert not found


def test_the_table_has_fifty_languages_and_as_many_look_alikes_as_shapes():
    assert len(SHAPES) >= 50
    assert sum(map(len, SHAPES.values())) >= 450
    assert sum(map(len, LOOK_ALIKES.values())) >= 400


KNOWN_MISSES = [
    ("ru", "Баку. 3 мая. REPORT.AZ/ ", "Баку", "", "3 мая", "REPORT.AZ"),
    ("ne", "काठमाडौं, १४ साउन । ", "काठमाडौं", "", "१४ साउन", ""),
    ("de", "Halle (Saale). ", "Halle", "Saale", "", ""),
]
KNOWN_FALSE = [("en", "Phoenix – "), ("en", "Houston - "), ("it", "Milan - ")]  # a team, a person: the town's name


@pytest.mark.xfail(reason="no mark, a script without capitals, or a calendar of its own")
@pytest.mark.parametrize("row", KNOWN_MISSES, ids=lambda row: row[1].strip())
def test_datelines_that_are_missed(row):
    language, prefix, *parts = row
    assert read(language, prefix) == [*parts, "", False]


@pytest.mark.xfail(reason="the same name means a town")
@pytest.mark.parametrize(("language", "prefix"), KNOWN_FALSE)
def test_names_that_are_taken_for_towns(language, prefix):
    assert read(language, prefix) is None


OWN_LINE = [
    "MÁLAGA, 2 Nov. (EUROPA PRESS) -",
    "OSLO (NTB):",
    "Hannover (epd).",
    "(서울=연합뉴스) 김민지 기자 =",
    "KARSTAD (AP) —",
]


@pytest.mark.parametrize("line", OWN_LINE)
def test_an_agencys_dateline_may_stand_on_a_line_of_its_own(line):
    article = clean(f"{HEADLINE}\n\n{line}\n\n{SENTENCES['en']} {MORE}\n\n{MORE}")
    assert article.dateline
    assert article.body.startswith(SENTENCES["en"])


GLUED = [
    ("THENS, Aug. 17 - ", ("THENS",)),  # the first letter was an image
    ("DALLA NOSTRA CORRISPONDENTENEW YORK - ", ("NEW YORK",)),
    ("By NORA FELDT SAN FRANCISCO (AP) -- ", ("SAN FRANCISCO",)),
    ("..SÃO PAULO (Reuters) - ", ("SÃO PAULO",)),
    ("• KARSTAD (AP) — ", ("KARSTAD",)),
    ("NEW YORK (The Harbour Report)\N{REPLACEMENT CHARACTER}", ("NEW YORK",)),
]


@pytest.mark.parametrize(("prefix", "towns"), GLUED)
def test_a_dateline_is_read_through_what_scraping_did_to_it(prefix, towns):
    found = find_dateline(prefix + SENTENCES["en"])
    assert found
    assert found.value.places == towns


NO_SENTENCE = [
    "Amazon.com, Inc.",
    "Melaka – Why It's Worth A Visit",
    "Austin, TX – The Alamo Drafthouse (Full week! Tickets)",
    "Lisbon, Portugal: November 9–12, 2026",
    "LONDON, ENGLAND - JUNE 03: Actors arrive for the opening of the second harbour in the north of the city.",
    "Nora Feldt July 13, 2025 — 7 minutes read",
    "• Rome - a city break that the whole family will remember for years after they have come home.",
]


@pytest.mark.parametrize("line", NO_SENTENCE)
def test_titles_captions_and_lists_with_a_towns_name_stay(line):
    assert find_dateline(line) is None


def test_a_text_without_a_candidate_does_not_read_the_lists_of_towns():
    code = (
        "from article_clean import clean; from article_clean.knowledge import places;"
        f"clean({f'{HEADLINE}{chr(10)}{chr(10)}{MORE}'!r});"
        "print(places._gazetteer.cache_info().currsize, places._cldr.cache_info().currsize)"
    )
    ran = run_process([sys.executable, "-c", code], capture_output=True, text=True)
    assert ran.stdout.split() == ["0", "0"]


def test_a_town_in_capitals_is_known_without_its_accents():
    assert places.is_listed("ΘΕΣΣΑΛΟΝΙΚΗ")
    assert places.is_listed("Θεσσαλονίκη")


def test_a_town_of_an_english_speaking_country_counts_in_capitals_only():
    assert places.is_listed("GARY")
    assert not places.is_listed("Gary")


PARTS = [
    "KARSTAD, ",
    "A. ",
    "(AP) - ",
    "(AP, ",
    "[India], ",
    "By Nora Feldt, ",
    "3 May ",
    "May. 3. ",
    "/TASS/. ",
    "/ A ",
    "KARSTAD ",
    "- ",
    ". - ",
    "मुंबई। ",
    "本报",
    "记者",
    "新华社北京",
    "[東京 ",
    "(서울·",
    "김민지 기자 ",
    "A-",
    "A.",
    "(",
    "((",
    "X/",
    "1.1.",
    "\N{NO-BREAK SPACE}",
]


def cpu(text):
    """CPU of reading a text's first paragraph, past the cache."""
    times = []
    for n in range(3):
        start = process_time()
        for k in range(20):
            find_dateline(f"{text}{n}{k}")
            find_dateline(f"{text[:480]}{n}{k}")
        times.append(process_time() - start)
    return min(times)


@pytest.mark.benchmark
@pytest.mark.parametrize("part", PARTS, ids=repr)
def test_time_grows_no_faster_than_the_text(part):
    texts = [(part * size)[:size] for size in (60, 120, 240, 480)]
    times = [cpu(text) for text in texts]
    assert all(later <= 2.6 * earlier + 0.004 for earlier, later in pairwise(times))


@pytest.mark.benchmark
@pytest.mark.parametrize("part", PARTS, ids=repr)
def test_a_long_paragraph_costs_no_more_than_its_start(part):
    short, long = ((part * size)[:size] for size in (500, 100_000))
    assert cpu(long) <= 2.6 * cpu(short) + 0.01
