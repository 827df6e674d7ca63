"""Letters are read however they are composed, and stay as they are printed."""

import re
import unicodedata
from pathlib import Path

import pytest
from benchmarks.measure import cpu
from cases import FIXTURES, read_cases
from hypothesis import given
from hypothesis import strategies as st
from letters import EXCLUDED, FORMS

import article_clean
from article_clean import clean
from article_clean.core.cleaner import STAGES
from article_clean.core.composition import COMPOSED, compositions
from article_clean.core.document import LONGEST_KEYED, key
from article_clean.core.edits import apply
from article_clean.fields.bylines.openers import read_opener
from article_clean.knowledge.agencies import is_agency, is_collective, is_printed_agency
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.months import is_weekday, month_number
from article_clean.knowledge.phrases import keys, phrases
from article_clean.knowledge.phrases.phrase_lines import begun, exact
from article_clean.knowledge.places import fold, is_land, is_listed
from article_clean.pipeline.stages import rest_of

DATA = sorted(
    path for ending in ("tsv", "txt", "py") for path in Path(article_clean.__file__).parent.rglob(f"*.{ending}")
)
EMPTY = dict.fromkeys(STAGES, ())  # no cleaners
ODD = "\u0301\u0302\u0316\u0323\u0345\u0344\u09c7\u09be\u09bc\u09af\u0f71\u1100\u1161\u11a8\uac00\u05d0\u212b"
FOLDED = ("towns.tsv", "cldr.tsv")  # without accents, letter by letter

SPELLED = [
    (path.stem, case.title, case.text.replace("[-", "").replace("-]", ""))
    for folder in ("cleaners", "fields")
    for path in sorted((FIXTURES / folder).glob("*.txt"))
    for case in read_cases(path)
    if len({form(case.text) for form in FORMS.values()}) > 1
]


STORY = """ঢ়াকায় দ্বিতীয় ফেরি নিয়ে আলোচনা

১৫ জানুয়ারি, ২০২৪

বড় জাহাজটি সোমবার দুপুরে বন্দরে ফিরে এসেছে, আর যাত্রীদের জন্য নতুন টিকিট বিক্রি আবার শুরু হয়েছে বলে জানিয়েছে পরিষদ।

গাড়ি পারাপারের সময় আগের চেয়ে দুই ঘণ্টা কম লাগবে, এবং ভাড়া এই বছর আর বাড়বে না বলে আশা করা হচ্ছে।"""


def shown(article):
    """All that an article says, in composed letters, without offsets."""
    said = article.model_dump(mode="json", exclude={"edits", "source"})
    for one in said["removed"]:
        del one["start"], one["end"]
    return unicodedata.normalize("NFC", str(said))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("text", [text for *_, text in SPELLED], ids=[f"{name}-{title}" for name, title, _ in SPELLED])
def test_a_text_is_cleaned_alike_in_each_form(text, form):
    assert shown(clean(FORMS[form](text), kind="text")) == shown(clean(FORMS["composed"](text), kind="text"))


@pytest.mark.parametrize("form", FORMS)
def test_the_body_and_the_fields_stay_as_printed(form):
    source = FORMS[form](STORY)
    article = clean(source, kind="text")
    assert article.paragraphs == tuple(source.split("\n\n")[-2:])
    assert article.headline == source.split("\n")[0]  # its first letter stands nowhere else
    assert str(article.published) == "2024-01-15"
    assert [edit.text.strip() for edit in article.edits] == [""] * len(article.edits)


@pytest.mark.parametrize("form", FORMS)
def test_every_phrase_is_found_in_each_form(form):
    odd = (phrase for phrase in phrases() if len({spelled(phrase.text) for spelled in FORMS.values()}) > 1)
    for phrase in (one for one in odd if len(one.text) <= LONGEST_KEYED):
        text = phrase.text.replace("%network", "Facebook").replace("%name", "Quux").replace("%s", "12")
        doc = rest_of(FORMS[form](text), EMPTY)
        assert begun(doc, phrase.kind) if text != phrase.text else exact(doc, phrase.kind), phrase


@pytest.mark.parametrize("name", ["জানুয়ারি", "ফেব্রুয়ারি", "फ़रवरी", "février", "ਫ਼ਰਵਰੀ", "ଫେବୃଆରୀ", "únor"])
@pytest.mark.parametrize("form", FORMS)
def test_a_month_is_read_in_each_form(name, form):
    assert month_number(FORMS[form](name)) in {1, 2}


@given(st.text(st.sampled_from([*"aeo \n", *EXCLUDED.values(), *ODD])))
def test_the_edits_compose_as_unicode_does(text):
    assert apply(text, compositions(text)) == unicodedata.normalize("NFC", text)


@given(st.text(st.sampled_from([*"aeo \n.", *EXCLUDED.values(), *ODD])))
def test_a_text_in_any_mixture_of_forms_traces_to_its_source(text):
    article = clean(text, kind="text")
    assert apply(article.source, article.trail) == article.body
    assert [edit for edit in article.trail if edit.role == COMPOSED] == []


@pytest.mark.benchmark
@pytest.mark.parametrize("unit", ["a\u0301\u0316", "\u1eb7" + "\u0316" * 999, "\u1100\u1161\u11a8", "\u1161", "\u09df"])
def test_twice_the_marks_take_twice_the_time(unit):
    text = unit * (100_000 // len(unit))
    assert cpu(lambda: compositions(text * 4), 3) <= 12 * max(cpu(lambda: compositions(text), 3), 1e-3)


@pytest.mark.parametrize("path", DATA, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_words_of_a_language_stand_in_composed_letters(path):
    text = path.read_text(encoding="utf-8")
    if path.name in FOLDED:
        names = [name for line in text.splitlines() if line[0] != "#" for name in re.split(r"[\t,]", line)[1:]]
        assert [name for name in names if fold(name) != name] == []
    else:
        assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    ("look_up", "word"),
    [
        (is_agency, "রয়টার্স"),
        (is_agency, "ČTK"),
        (is_printed_agency, "연합뉴스"),
        (is_collective, "Redacción"),
        (is_known, "José Quill"),
        (read_opener, "Écrit par Nora Feldt"),
        (read_opener, "লিখেছেন: নোরা"),
        (is_listed, "Αθήνα"),
        (is_land, "ভিয়েতনাম"),
        (is_weekday, "সোমবার"),
        (lambda text: key(text) in keys("navigation"), "नए एंट्रीज़"),
    ],
)
def test_a_word_is_looked_up_in_each_form(look_up, word, form):
    assert look_up(FORMS[form](word))
