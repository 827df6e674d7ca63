"""What ran into a paragraph behind its last sentence goes, and the paragraph stays."""

import pytest

from article_clean import clean

ENGLISH = "The harbour council met late into the evening to weigh whether a second ferry could run before winter."
FRENCH = "Le conseil du port a débattu tard dans la soirée d'un second bac vers les îles avant l'hiver."
POLISH = "Rada portu debatowała do późna, czy drugi prom mógłby kursować na wyspy jeszcze przed zimą."
PORTUGUESE = "O conselho do porto debateu até tarde se uma segunda balsa poderia ir às ilhas antes do inverno."
DUTCH = "De havenraad vergaderde tot laat in de avond over een tweede veerboot naar de noordelijke eilanden."
ALBANIAN = "Këshilli i portit u mblodh deri vonë për të vendosur nëse një traget i dytë mund të niset."
UZBEK = "Port kengashi kechqurun kechgacha ikkinchi parom haqida bahslashdi. Rais qarorni may oyida e'lon qiladi, dedi."
ENDS = [
    pytest.param(ENGLISH, "Follow us on Twitter and Instagram for updates @harbourgazette", "promo", id="a call"),
    pytest.param(ENGLISH, "See also: Ferry fares to rise", "related", id="a link"),
    pytest.param(FRENCH, "Lire aussi : Le bac sera gratuit", "related", id="a link in French"),
    pytest.param(POLISH, "CZYTAJ TEŻ: Prom będzie droższy niż rok temu", "related", id="a link in Polish"),
    pytest.param(PORTUGUESE, "Siga-nos no Telegram.", "promo", id="a call in Portuguese"),
    pytest.param(DUTCH, "(Tekst gaat verder onder de foto.)", "advert", id="a mark in Dutch"),
    pytest.param(ALBANIAN, "/Gazeta e Portit", "source_link", id="a signature in Albanian"),
    pytest.param(UZBEK, "Jane Doe/Getty Images orqali taqdim etilgan rasm.", "credit", id="a credit in Uzbek"),
    pytest.param(UZBEK, "Tavsiya etilgan rasm: Getty Images", "credit", id="a marked credit in Uzbek"),
]


@pytest.mark.parametrize(("prose", "end", "role"), ENDS)
def test_what_ran_in_at_the_end_of_a_text_goes_and_says_what_it_is(prose, end, role):
    article = clean(f"{prose} {end}")
    assert article.body == prose
    assert [(removal.text.strip(), removal.role) for removal in article.removed] == [(end, role)]


@pytest.mark.parametrize("mark", ["ADVERTISEMENT", "REKLAMA", "ANZEIGE"])
def test_a_mark_in_capitals_between_two_sentences_goes(mark):
    article = clean(f"{ENGLISH} {mark} {ENGLISH.replace('council', 'board')}")
    assert [removal.text for removal in article.removed] == [mark]


def test_a_word_of_a_script_without_capitals_is_no_mark():
    text = "اجتمع مجلس الميناء حتى وقت متأخر من الليل. إعلانات العبارة الجديدة ملأت الشوارع."
    assert clean(text).body == text


@pytest.mark.parametrize("end", ["Lire aussi : la loi de 1960.", "See also: The Ferry Act of 1960 binds it.", "(sic)"])
def test_what_may_be_a_sentence_of_the_story_stays(end):
    text = f"{ENGLISH} {end}"
    assert clean(text).body == text
