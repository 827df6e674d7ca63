"""Where sentences end: the marks of all scripts, known in one place."""

import pytest
import regex
from cases import ROOT

from article_clean import clean
from article_clean.knowledge.sentence_ends import ENDS, ends_sentence, sentence_count, sentence_starts

TERMINAL = regex.compile(r"[\p{SB=STerm}\p{SB=ATerm}]")
TWO_SENTENCES = {
    "Arabic": "أغلق الميناء صباح اليوم؟ لن تبحر العبارة.",
    "Urdu": "بندرگاہ بند ہے۔ کشتی نہیں چلے گی۔",
    "Hindi": "घाट बंद है। नाव नहीं चलेगी।",
    "Hindi without a space": "घाट बंद है।नाव नहीं चलेगी।",
    "Assamese": "ঘাট বন্ধ আছে৷ নাও নচলিব৷",
    "Amharic": "ወደቡ ተዘግቷል። ጀልባው አይሄድም።",
    "Burmese": "ဆိပ်ကမ်းပိတ်သည်။ သင်္ဘောမထွက်ပါ။",
    "Khmer": "កំពង់ផែបិទ។ ទូកមិនចេញ៕",
    "Armenian": "Նավահանգիստը փակ է։ Նավը չի մեկնի։",
    "Thai": "ท่าเรือปิดแล้ว เรือจะไม่ออกวันนี้",
    "Chinese": "码头已经关闭。渡轮今天停航！",
    "Japanese": "「港は閉まった。」船は出ない。",
    "Russian": "Порт закрыт. Паром не выйдет.",
    "Hungarian": "A kikötő zárva. Nem indul a komp.",
}
ONE_SENTENCE = [
    "Dr. Roe left St. Mary's Pier at 9 a.m. on Tuesday.",
    "The U.S. Navy sent J. K. Quill to Lower Ham, Calif. Monday.",
    "Die Fähre am 3. Mai im Hafen.",
    "The site harbour.example said so.",
    "… and the ferry sailed.",
    "She asked what else? and left.",
]


def test_every_mark_that_unicode_says_ends_a_sentence_is_known():
    marks = {chr(code) for code in range(0x10000) if TERMINAL.match(chr(code))}
    assert marks - ENDS == set()


@pytest.mark.parametrize("mark", sorted(ENDS))
def test_each_mark_ends_a_sentence_also_behind_a_quotation_mark(mark):
    assert ends_sentence(f"The ferry sails{mark}")
    assert ends_sentence(f"“The ferry sails{mark}”")


@pytest.mark.parametrize("note", ["[1]", " [2][13]", "¹", " *", ".)", "”)"])
def test_a_sentence_ends_before_its_notes_and_brackets(note):
    assert ends_sentence(f"The ferry sails.{note}")
    assert not ends_sentence(f"The ferry to sail{note.strip('.')}")


@pytest.mark.parametrize("text", TWO_SENTENCES.values(), ids=TWO_SENTENCES)
def test_two_sentences_are_two_in_each_script(text):
    assert sentence_count(text) == 2


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_neither_an_abbreviation_nor_a_day_nor_an_address_ends_a_sentence(text):
    assert sentence_count(text) == 1


def test_a_sentence_starts_where_its_first_letter_or_quotation_mark_stands():
    text = "The pier is shut.  “We sail at dawn,” said Roe. Nobody came."
    assert [text[start:].split(maxsplit=1)[0] for start in sentence_starts(text)] == ["“We", "Nobody"]


@pytest.mark.parametrize("path", sorted((ROOT / "article_clean").rglob("*.py")), ids=lambda path: path.stem)
def test_no_other_file_lists_the_ends_of_sentences(path):
    lists = regex.findall(r"[.!?]{2}…?[。！？।۔]|[。।۔！？][.!?]{2}|！？", path.read_text(encoding="utf-8"))
    assert lists == [] or path.stem == "sentence_ends"


LEADS = {
    "Hindi": (
        "बंदरगाह में नई नाव आएगी",
        "नगर परिषद ने सोमवार को कहा कि उत्तरी द्वीपों के लिए दूसरी नाव अक्टूबर तक चलेगी{}",
    ),
    "Assamese": (
        "ঘাটলৈ নতুন নাও আহিব",
        "নগৰ পৰিষদে সোমবাৰে কয় যে উত্তৰ দ্বীপলৈ দ্বিতীয়খন নাও অক্টোবৰৰ পৰা চলিব{}",
    ),
    "Urdu": (
        "بندرگاہ پر نئی کشتی آئے گی",
        "شہر کی کونسل نے پیر کو کہا کہ شمالی جزیروں کے لیے دوسری کشتی اکتوبر تک چلے گی{}",
    ),
    "Amharic": (
        "አዲስ ጀልባ ወደ ወደቡ ይመጣል",
        "የከተማው ምክር ቤት ሰኞ ዕለት ለሰሜን ደሴቶች ሁለተኛ ጀልባ እስከ ጥቅምት ይጀምራል ብሏል{}",
    ),
    "Armenian": (
        "Նոր նավ կգա նավահանգիստ",
        "Քաղաքի խորհուրդը ասաց, որ հյուսիսային կղզիների երկրորդ նավը կսկսի հոկտեմբերին{}",
    ),
}
STOPS = [
    ("Hindi", "।"),
    ("Hindi", "."),
    ("Assamese", "।"),
    ("Assamese", "৷"),
    ("Urdu", "۔"),
    ("Amharic", "።"),
    ("Armenian", "։"),
]


@pytest.mark.parametrize(("language", "stop"), STOPS)
def test_a_lead_stays_in_the_body_whatever_its_full_stop(language, stop):
    title, sentence = LEADS[language]
    lead = sentence.format(stop)
    article = clean(f"{title}\n\n{lead}\n\n{lead} {lead}\n\n{lead} {lead} {lead}")
    assert article.paragraphs[0] == lead
    assert article.deck is None
