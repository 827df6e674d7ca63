"""Bylines as lines: who is found in the forms of the world's press, and what only looks like one."""

from itertools import pairwise
from time import process_time

import pytest

from article_clean.core.document import Document
from article_clean.fields.bylines.byline import LONGEST_BYLINE, find_byline, read_byline
from article_clean.fields.bylines.name_line import find_name_line
from article_clean.fields.bylines.openers import read_opener
from article_clean.knowledge.given_names import given_names, is_known
from article_clean.knowledge.job_titles import split_glued

BYLINES = {  # line: language, people, agencies, roles
    "By Nora Feldt": ("en", ["Nora Feldt"], [], []),
    "ByNora Feldt": ("en", ["Nora Feldt"], [], []),
    "BY NORA FELDT AND PIET OSMUND": ("en", ["NORA FELDT", "PIET OSMUND"], [], []),
    "By Nora Feldt and Piet Osmund, The Associated Press": (
        "en", ["Nora Feldt", "Piet Osmund"], ["The Associated Press"], [],
    ),
    "By NORA FELDT, AP Business Writer": ("en", ["NORA FELDT"], [], ["AP Business Writer"]),
    "By Nora Feldt, Special to The Harbour Post": ("en", ["Nora Feldt"], ["The Harbour Post"], []),
    "By Nora Feldt, with files from The Canadian Press": ("en", ["Nora Feldt"], ["The Canadian Press"], []),
    "By Nora Feldt and agencies": ("en", ["Nora Feldt"], ["agencies"], []),
    "By Nora Feldt for The Guardian": ("en", ["Nora Feldt"], ["The Guardian"], []),
    "By Nora Feldt in Karstad and Piet Osmund in Westmole": ("en", ["Nora Feldt", "Piet Osmund"], [], []),
    "By Nora Feldt | nfeldt@example.com | South Karstad Sentinel": (
        "en", ["Nora Feldt"], ["South Karstad Sentinel"], [],
    ),
    "By Nora Feldt, National Institute of Tides and Deep Currents": (
        "en", ["Nora Feldt"], ["National Institute of Tides and Deep Currents"], [],
    ),
    "By: Nora Feldt, Director of Ferries, Nordwind Lines": (
        "en", ["Nora Feldt"], [], ["Director of Ferries, Nordwind Lines"],
    ),
    "By Dr. Nora Feldt, Ph.D.": ("en", ["Dr. Nora Feldt"], [], []),
    "By Nora Feldt, CFA": ("en", ["Nora Feldt"], [], []),
    "By Piet Osmund Jr. and Nora Feldt": ("en", ["Piet Osmund Jr.", "Nora Feldt"], [], []),
    "By Patrick O'Marsh, Mary McFeldt and Jean-Luc de la Tour": (
        "en", ["Patrick O'Marsh", "Mary McFeldt", "Jean-Luc de la Tour"], [], [],
    ),
    "By Ahmed al-Tawil and Omar bin Saleh": ("en", ["Ahmed al-Tawil", "Omar bin Saleh"], [], []),
    "Nora FeldtCity Columnist": ("en", ["Nora Feldt"], [], ["City Columnist"]),
    "Nora Feldt Travel Reporter": ("en", ["Nora Feldt"], [], ["Travel Reporter"]),
    "Political Editor Nora Feldt": ("en", ["Nora Feldt"], [], ["Political Editor"]),
    "Nora Feldt, NBC NewsDec 22, 2023": ("en", ["Nora Feldt"], ["NBC News"], []),
    "Nora Feldt, 5 hours ago": ("en", ["Nora Feldt"], [], []),
    "9 September 2025 / Nora Feldt": ("en", ["Nora Feldt"], [], []),
    "Last updated on April 8, 2024 by Nora Feldt": ("en", ["Nora Feldt"], [], []),
    "By Our Correspondent": ("en", [], [], ["Our Correspondent"]),
    "Nora Feldt/Themba Quon": ("en", ["Nora Feldt", "Themba Quon"], [], []),
    "Karstad Herald Staff": ("en", [], ["Karstad Herald Staff"], []),
    "From staff reports": ("en", [], ["staff reports"], []),
    "Von Eva Lindner und Max Sommer, Hamburg": ("de", ["Eva Lindner", "Max Sommer"], [], []),
    "Ein Gastbeitrag von Eva Lindner": ("de", ["Eva Lindner"], [], []),
    "Eva Lindner, Politikredakteurin": ("de", ["Eva Lindner"], [], ["Politikredakteurin"]),
    "• Max Sommer • 3 Minuten": ("de", ["Max Sommer"], [], []),
    "KMB-Redaktion": ("de", [], ["KMB-Redaktion"], []),
    "Quelle: dpa Sport": ("de", [], ["dpa Sport"], []),
    "Par Marie Durand et Paul Lenoir (avec AFP)": ("fr", ["Marie Durand", "Paul Lenoir"], ["AFP"], []),
    "Par Marie Durand, envoyée spéciale à Karstad": ("fr", ["Marie Durand"], [], ["envoyée spéciale"]),
    "Texte : Camille Royer": ("fr", ["Camille Royer"], [], []),
    "Por María Robles y Luis Prado": ("es", ["María Robles", "Luis Prado"], [], []),
    "Texto y fotos: Ana Prado": ("es", ["Ana Prado"], [], []),
    "Por Inês Moura e Rui Prado": ("pt", ["Inês Moura", "Rui Prado"], [], []),
    "Da Redação": ("pt", [], ["Redação"], []),
    "Di Marco Rivi e Anna Bassi": ("it", ["Marco Rivi", "Anna Bassi"], [], []),
    "a cura di Marco Rivi": ("it", ["Marco Rivi"], [], []),
    "Door Jan van der Meerse": ("nl", ["Jan van der Meerse"], [], []),
    "Av Kari Hansrud og Per Olsrud": ("nb", ["Kari Hansrud", "Per Olsrud"], [], []),
    "Tekst og foto: Kari Hansrud": ("nb", ["Kari Hansrud"], [], []),
    "Text: Erik Svensrud": ("sv", ["Erik Svensrud"], [], []),
    "Af Lars Mikkelrup, journalist": ("da", ["Lars Mikkelrup"], [], ["journalist"]),
    "Teksti: Anna Korhola": ("fi", ["Anna Korhola"], [], []),
    "Oprac. Jan Kowalin": ("pl", ["Jan Kowalin"], [], []),
    "Jan Kowalin, PAP": ("pl", ["Jan Kowalin"], ["PAP"], []),
    "Napsala: Petra Dvorská": ("cs", ["Petra Dvorská"], [], []),
    "Autor: Jan Novotný a Petr Dvorský": ("cs", ["Jan Novotný", "Petr Dvorský"], [], []),
    "Szerző: Nagy Anna": ("hu", ["Nagy Anna"], [], []),
    "Piše: Marko Horvatin": ("hr", ["Marko Horvatin"], [], []),
    "Autor: Ion Popesteanu": ("ro", ["Ion Popesteanu"], [], []),
    "Κείμενο: Γιώργος Παππάς": ("el", ["Γιώργος Παππάς"], [], []),
    "Του Γιάννη Παππά": ("el", ["Γιάννη Παππά"], [], []),
    "Текст: Анна Смирнина": ("ru", ["Анна Смирнина"], [], []),
    "Иван Петрин, корреспондент": ("ru", ["Иван Петрин"], [], ["корреспондент"]),
    "Анна Смирнина Иван Петрин Карина Лесина 8 января, 17:46": (
        "ru", ["Анна Смирнина", "Иван Петрин", "Карина Лесина"], [], [],
    ),
    "Автор: Олена Коваль": ("uk", ["Олена Коваль"], [], []),
    "От Иван Иванов": ("bg", ["Иван Иванов"], [], []),
    "Haber: Mehmet Yılmazer": ("tr", ["Mehmet Yılmazer"], [], []),
    "Ditulis oleh Dewi Lestarini": ("id", ["Dewi Lestarini"], [], []),
    "Penulis: Rina": ("id", ["Rina"], [], []),
    "Bởi Nguyễn Văn An": ("vi", ["Nguyễn Văn An"], [], []),
    "Tác giả: Trần Thị Hoa": ("vi", ["Trần Thị Hoa"], [], []),
    "بقلم: محمد علي": ("ar", ["محمد علي"], [], []),
    "كتب – أحمد حسن": ("ar", ["أحمد حسن"], [], []),
    "نویسنده: رضا کریمی": ("fa", ["رضا کریمی"], [], []),
    "מאת: דני כהן": ("he", ["דני כהן"], [], []),
    "लेखक: रमेश कुमार": ("hi", ["रमेश कुमार"], [], []),
    "লেখক: রহিম উদ্দিন": ("bn", ["রহিম উদ্দিন"], [], []),
    "โดย สมชาย ใจดี": ("th", ["สมชาย ใจดี"], [], []),
    "本报记者 李静 王海": ("zh-Hans", ["李静", "王海"], ["本报"], ["记者"]),
    "文丨李静 王海": ("zh-Hans", ["李静", "王海"], [], []),
    "〔海港時報記者李靜、王海／台北報導〕": ("zh-Hant", ["李靜", "王海"], ["海港時報"], ["記者"]),
    "李靜／台北報導": ("zh-Hant", ["李靜"], [], []),
    "取材・文＝山田 太郎": ("ja", ["山田 太郎"], [], []),
    "（山田太郎記者）": ("ja", ["山田太郎"], [], ["記者"]),
    "한지훈·김여솔 기자 hanjihoon@example.com": ("ko", ["한지훈", "김여솔"], [], ["기자"]),
    "글·사진 한지훈 선임기자": ("ko", ["한지훈"], [], ["선임기자"]),
}  # fmt: skip

LOOK_ALIKES = """
    By Industry
    By the Numbers
    By Monday
    By clicking on the map, visitors see the pier
    Byron bay
    Photo: Nora Feldt
    Photo by Nora Feldt
    Nora Feldt / Reuters
    Nora Feldt/Karstad Star
    Follow Nora Feldt
    Reporting by Nora Feldt; Editing by Piet Osmund
    Edited by Nora Feldt
    Illustration by Nora Feldt
    Translated by Nora Feldt
    Reviewed by Nora Feldt, MD
    Nora Feldt is a reporter for the Post.
    The Northern Ferry by Nora Feldt
    From: Nora Feldt
    — Nora Feldt (@norafeldt) December 19, 2023
    — Albert Einstein
    Chapter One
    Dental Insurance and Financing Options
    Human Rights, Climate Change
    Salt and Pepper
    Natural Language Processing (NLP)
    Gloucester Point, VA
    Social Media Marketing
    Former Harbour Consultant
    Facebook LinkedIn Copy Link
    Last Modified: August 08, 2023
    harbour-watch.com
    Mehr
    Our Team
    Sales Team
    Text: Large
    Source: harbour-watch.com
    Von Montag bis Freitag
    Par exemple
    Por ejemplo
    Di Napoli
    Od pondělí
    От редакции
    De facto
    记者了解到
    记者调查
    記者會
    정부는 기자
    전문 기자
    লেখক সংঘের সভা
    كتاب جديد
"""


@pytest.mark.parametrize("line", BYLINES)
def test_a_byline_names_people_agencies_and_roles(line):
    _, people, agencies, roles = BYLINES[line]
    found = find_byline(line)
    assert found
    value = found.value
    assert (list(value.authors), list(value.agencies), list(value.roles)) == (people, agencies, roles)


def test_the_cases_speak_twenty_languages():
    assert len({language for language, *_ in BYLINES.values()}) >= 20


@pytest.mark.parametrize("line", BYLINES)
def test_what_a_byline_names_stands_in_its_text(line):
    found = find_byline(line)
    assert found.value.text == line[found.start : found.end]
    assert [role for role in found.value.roles if role not in found.value.text] == []


@pytest.mark.parametrize("line", [line.strip() for line in LOOK_ALIKES.strip().split("\n")])
def test_what_looks_like_a_byline_is_none(line):
    assert find_byline(line) is None


TITLE = "Harbour council weighs second ferry for the islands"
LEAD = "The harbour council met late into the evening to weigh whether a second ferry could run before the winter."


@pytest.mark.parametrize(
    ("head", "at", "name"),
    [
        pytest.param([TITLE, "Nora Feldt", LEAD], 1, "Nora Feldt", id="between headline and lead"),
        pytest.param([TITLE, "July 5, 2025", "Nora Feldt", LEAD], 2, "Nora Feldt", id="under a date"),
        pytest.param(["Second ferry weighed", "Nora Feldt", "July 5, 2025"], 1, "Nora Feldt", id="above a date"),
        pytest.param([TITLE, "Nora Feldt", "Political Editor", LEAD], 1, "Nora Feldt", id="above a role"),
        pytest.param([TITLE, "Nora Feldt Nora Feldt", LEAD], 1, "Nora Feldt", id="printed twice"),
        pytest.param([TITLE, "By", "Xanthor Quell", LEAD], 2, "Xanthor Quell", id="under an opener of its own"),
        pytest.param(["Obituary", "Nora Feldt", LEAD], 1, None, id="a headline under its kicker"),
        pytest.param(["Nora Feldt", LEAD], 0, None, id="a headline"),
        pytest.param([TITLE, "Harbour Affairs", LEAD], 1, None, id="a section"),
        pytest.param([TITLE, "Nora Feldt", "Harbour affairs", LEAD], 1, None, id="nothing beside it"),
        pytest.param([TITLE, "Buenos Aires", LEAD], 1, None, id="a town"),
    ],
)
def test_a_name_alone_is_a_byline_where_its_neighbours_say_so(head, at, name):
    found = find_name_line(Document("\n".join(head)).paragraphs, at)
    assert (found.name if found else None) == name


def test_an_opener_alone_on_the_line_above_belongs_to_the_byline():
    text = f"{TITLE}\nBy\nNora Feldt\n{LEAD}"
    found = find_name_line(Document(text).paragraphs, 2)
    assert text[found.start : found.end] == "By\nNora Feldt"
    assert read_byline("By\nNora Feldt").authors == ("Nora Feldt",)


@pytest.mark.parametrize(
    ("text", "people"), [("Nora Feldt", ("Nora Feldt",)), ("by harbourwatch", ("harbourwatch",)), ("by", ())]
)
def test_a_line_that_is_known_to_be_a_byline_needs_no_evidence(text, people):
    assert find_byline(text) is None
    assert read_byline(text).authors == people


def test_the_longest_opener_counts():
    assert read_opener("Posted by Nora Feldt").text == "Posted by"
    assert read_opener("Text und Foto: Nora Feldt").end == len("Text und Foto: ")
    assert read_opener("Byron York") is None


def test_a_lost_space_is_found_before_a_role_and_not_inside_a_name():
    assert split_glued("Nora FeldtTravel Writer") == "Nora Feldt Travel Writer"
    assert split_glued("Ian MacFeldt Reporter") == "Ian MacFeldt Reporter"


def test_given_names_are_lower_case_words_of_many_countries():
    names = given_names()
    assert [name for name in names if not (name == name.lower() and " " not in name)] == []
    assert {"nora", "björn", "иван", "γιώργος", "nguyễn", "thabo", "priya"} <= names
    assert not names & {"january", "monday", "dental", "human"}
    assert is_known("Xyl B. Quon")


@pytest.mark.benchmark
@pytest.mark.parametrize(
    "unit", ["Nora Feldt, ", "and ", "By ", "A. ", "a-", " ", ", ", "/", "记者", "기자 ", "5 ", "(", "Mc"]
)
def test_a_line_is_read_in_time_that_grows_with_its_length(unit):
    def seconds(length):
        best = []
        for n in range(5):
            line = (f"By {unit * LONGEST_BYLINE}")[: length - 1] + "xyz"[n % 3]
            start = process_time()
            for _ in range(20):
                find_byline.__wrapped__(line)
            best.append(process_time() - start)
        return min(best)

    times = [seconds(LONGEST_BYLINE // part) for part in (4, 2, 1)]
    assert all(later <= 4 * earlier + 0.01 for earlier, later in pairwise(times))


def test_a_longer_line_is_no_byline():
    assert find_byline("By Nora Feldt, " + "Piet Osmund, " * 20) is None
