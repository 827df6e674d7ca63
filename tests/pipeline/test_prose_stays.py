"""Prose is never lost for what stands beside it: no cleaner takes two sentences for the words behind them.

Each line that a cleaner takes by itself (the fixtures in fixtures/cleaners) is glued behind a paragraph of each script,
and lines of the fields on both sides.
"""

import pytest
from cases import FIXTURES, read_cases
from hypothesis import given, settings
from hypothesis import strategies as st

from article_clean import clean

PROSE = {
    "English": (
        "The harbour council met late into the evening to weigh whether a second ferry could run to the islands. "
        "Members heard that passenger numbers had risen by almost a fifth since the spring."
    ),
    "Hungarian": (
        "A kikötői tanács késő estig tárgyalt arról, hogy indulhat-e második komp az északi szigetekre. "
        "A tagok szerint az utasok száma tavasz óta csaknem egyötödével nőtt."
    ),
    "Hindi": (
        "बंदरगाह परिषद ने देर शाम तक इस पर विचार किया कि द्वीपों के लिए दूसरी नाव चल सकती है या नहीं। "
        "सदस्यों ने बताया कि वसंत से यात्रियों की संख्या लगभग पाँचवाँ भाग बढ़ी है।"
    ),
    "Urdu": (
        "بندرگاہ کی کونسل نے دیر شام تک اس پر غور کیا کہ جزیروں کے لیے دوسری کشتی چل سکتی ہے یا نہیں۔ "
        "ارکان کو بتایا گیا کہ بہار سے مسافروں کی تعداد تقریباً پانچواں حصہ بڑھی ہے۔"
    ),
    "Chinese": (
        "港务委员会周二开会到深夜，讨论是否可以开通前往北部岛屿的第二条渡轮航线。"
        "委员们听取了汇报，称自春季以来乘客人数增加了近五分之一。"
    ),
    "Russian": (
        "Совет порта до позднего вечера решал, может ли второй паром ходить к северным островам. "
        "Депутатам сообщили, что число пассажиров с весны выросло почти на пятую часть."
    ),
    "Thai": (
        "สภาท่าเรือประชุมจนดึกเพื่อพิจารณาว่าเรือข้ามฟากลำที่สองจะวิ่งไปยังเกาะทางเหนือได้หรือไม่ "
        "สมาชิกรับทราบว่าจำนวนผู้โดยสารเพิ่มขึ้นเกือบหนึ่งในห้าตั้งแต่ฤดูใบไม้ผลิ"
    ),
    "Amharic": (
        "የወደቡ ምክር ቤት ሁለተኛ ጀልባ ወደ ደሴቶቹ መሄድ ይችል እንደሆነ እስከ ምሽት ድረስ ተወያይቷል። "
        "አባላቱ ከጸደይ ጀምሮ የተሳፋሪዎች ቁጥር በአምስተኛ ያህል መጨመሩን ሰምተዋል።"
    ),
}
PLACES = {
    "alone": "{glued}",
    "first": "{glued}\n\n{prose} {prose}\n\n{prose} {prose} {prose}",
    "amid": "{prose} {prose}\n\n{glued}\n\n{prose} {prose} {prose}",
    "last": "{prose} {prose}\n\n{prose} {prose} {prose}\n\n{glued}",
}
JUNK = sorted(
    {
        line.strip()
        for path in sorted((FIXTURES / "cleaners").glob("*.txt"))
        for case in read_cases(path)
        for line in case.gone
        if case.goes and line.strip() and "\n" not in line.strip()
    }
)


def letters(text):
    """A text without white space, and without the quotation marks that are written anew."""
    return "".join(text.replace("’", "'").split())


@settings(max_examples=400)
@given(st.sampled_from(sorted(PROSE)), st.sampled_from(JUNK), st.sampled_from(sorted(PLACES)))
def test_no_cleaner_takes_two_sentences_for_the_words_behind_them(language, junk, place):
    prose = PROSE[language]
    article = clean(PLACES[place].format(prose=prose, glued=f"{prose} {junk}"), kind="article")
    assert letters(article.body).count(letters(prose)) == PLACES[place].count("{prose}") + 1


FIELD_LINES = [
    "By Nora Feldt, The Associated Press",
    "By Associated Press",
    "Von dpa 30.04.2024, 18:58",
    "Published on Oct 3, 2016",
    "July 25, 2016 GMT",
    "Credit: Nora Feldt",
    "By Nora Feldt",
    "— Nora Feldt",
    "(kas)",
]


@settings(max_examples=200)
@given(
    st.sampled_from(sorted(PROSE)),
    st.sampled_from(FIELD_LINES),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(["{prose} {line}", "{line} {prose}"]),
    st.sampled_from(["", "Council weighs second ferry for the northern islands\n\n"]),
)
def test_no_field_takes_two_sentences_for_the_line_glued_to_them(language, line, place, order, title):
    prose = PROSE[language]
    glued = order.format(prose=prose, line=line)
    article = clean(title + PLACES[place].format(prose=prose, glued=glued), kind="article")
    assert letters(article.body).count(letters(prose)) == PLACES[place].count("{prose}") + 1


LEADS = {language: prose[: len(prose) // 2] for language, prose in PROSE.items()}
STOPS = str.maketrans("", "", ".।۔。።")


@pytest.mark.parametrize("language", LEADS)
def test_a_lead_without_a_full_stop_stays_where_no_paragraph_has_one(language):
    lead = LEADS[language].translate(STOPS).strip()
    paragraphs = [lead, ", ".join([lead] * 4), ", ".join([lead] * 5)]
    article = clean("\n\n".join([lead.split(",")[0][:40], *paragraphs]), kind="article")
    assert list(article.paragraphs) == paragraphs


CREDITS = [
    "(AP Photo/Jane Doe)",
    "Photo: Jane Doe/Getty Images",
    "Fotó: Minta Éva/MTI",
    "Foto: Jana Muster/dpa",
    "(Фото: Анна Образец/РИА Новости)",
]


@pytest.mark.parametrize("credit", CREDITS)
@pytest.mark.parametrize("language", PROSE)
def test_of_an_article_that_ends_in_a_photo_credit_only_the_credit_goes(language, credit):
    assert letters(clean(f"{PROSE[language]} {credit}").body) == letters(PROSE[language])


NOTICES = ["© Provided by Valley Images", "© Valley News Agency", "© AFP"]


@pytest.mark.parametrize("notice", NOTICES)
@pytest.mark.parametrize("language", ["English", "Hungarian", "Hindi", "Russian", "Amharic"])
def test_a_lead_behind_the_copyright_of_a_picture_stays(language, notice):
    prose = PROSE[language]
    assert letters(prose) in letters(clean(f"{notice} {prose}\n\n{prose} {prose}").body)
