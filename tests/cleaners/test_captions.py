"""Captions: what credits are, and what is read from the captions that were removed."""

import pytest
from cases import FIXTURES, read_cases

from article_clean import DEFAULT, clean
from article_clean.knowledge.credits import credit_of, may_credit
from article_clean.knowledge.credits.credit_words import words

CAPTIONS = DEFAULT.only("captions", "doubled_captions", "photo_credit", "gallery_controls")
CASES = [pytest.param(case, id=case.title) for case in read_cases(FIXTURES / "fields" / "captions.txt")]

CREDITS = {
    "The pier at dawn. (AP Photo/Jane Doe)": "AP Photo/Jane Doe",
    "The pier at dawn. (Reuters photo: Jane Doe)": "Jane Doe",
    "The pier at dawn. REUTERS/Jane Doe": "REUTERS/Jane Doe",
    "The pier at dawn.Jane Doe / Europa Press": "Jane Doe / Europa Press",
    "The pier in Lower Ham, Va / AP": "AP",
    "The pier at dawn — © BELGA": "BELGA",
    "The pier at dawn. Photograph by Jane Doe.": "Jane Doe",
    "The pier at dawn. Foto: Jana Muster/dpa Vis mer": "Jana Muster/dpa",
    "사진=연합뉴스": "연합뉴스",
    "Getty Images": "Getty Images",
    "jdoe / Getty Images": "jdoe / Getty Images",
    "The pier at dawn, seen from Lower Ham. (Ada L. Roe/Oakhaven Tribune)": "Ada L. Roe/Oakhaven Tribune",
    "The pier at dawn. Jane Doe/HarbourTV": "Jane Doe/HarbourTV",
    "The pier at dawn. Supplied": "Supplied",
    "The pier at dawn. (Archivbild)": "Archivbild",
    "The pier at dawn. Credit... Jane Doe, via Getty Images": "Jane Doe, via Getty Images",
    "The pier at dawn. Bild © Jana Muster": "Jana Muster",
    "Der Pier am Nordhafen Bild: Jana Muster/dpa/picture alliance": "Jana Muster/dpa/picture alliance",
    "Jane Doe, CC BY-SA 4.0, via Wikimedia Commons": "Jane Doe, CC BY-SA 4.0, via Wikimedia Commons",
    "渡轮在北码头停靠。新华社发（李样本 摄）": "李样本 摄",
    "Ljósmynd/Aðsend": "Ljósmynd/Aðsend",
    "Fotó: Minta János / MTI": "Minta János / MTI",
    "Kép forrása: Getty Images": "Getty Images",
    "صورة: رويترز": "رويترز",
    "ภาพจาก: AFP": "AFP",
    "Фото: пресс-служба": "пресс-служба",
}

NO_CREDITS = [
    "The ferry turned back twice.",
    "A ferry, a pier and the sea",
    "Photos from the Pier",
    "Old Pier / Western Quay",
    "8. Deck/Hull Repairs",
    "8. Seamless Deck/Hull Design",
    "The line sails on. Harbour Office Report | Pier",
    "Insights from the U.S. Harbour Report/Pier",
    "The line was taken over by the owner of the pier (Harbour News)",
    "Printed for the harbour in Lower Ham. Harbour House/Pier.",
    "I never knew what it would do. (Laughs)",
    "Insights from the U.S. Harbour Office Report | Pier",
    "Roe, Ada. 2002. Ferry Reports. Lower Ham, NY: Harbour/Pier.",
    "He will be there on Friday. See photos",
    "情報提供",
]


@pytest.mark.parametrize("case", CASES)
def test_captions_are_read_with_their_credit(case):
    article = clean(case.text, kind="text", pipeline=CAPTIONS)
    assert [[caption.text, caption.credit] for caption in article.captions] == case.fields["captions"]


@pytest.mark.parametrize(("text", "name"), CREDITS.items(), ids=CREDITS)
def test_a_credit_is_named_without_its_mark_and_brackets(text, name):
    credit = credit_of(text)
    assert credit is not None
    assert text[credit.name_start : credit.name_end] == name


@pytest.mark.parametrize("text", CREDITS)
def test_the_cheap_look_lets_every_credit_through(text):
    assert may_credit(text)


@pytest.mark.parametrize("text", NO_CREDITS)
def test_a_line_without_a_credit_has_none(text):
    assert credit_of(text) is None


def test_the_words_of_credits_are_sorted_and_each_says_where_it_was_seen():
    path = FIXTURES.parent / "article_clean" / "knowledge" / "credits" / "credit_words.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    assert rows == sorted(rows)
    assert [row for row in rows if not (len(row) == 3 and all(row))] == []
    assert not words("photo_mark") & words("mark", "source_mark")
