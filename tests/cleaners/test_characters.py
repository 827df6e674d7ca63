"""The characters stage: what fixture files cannot hold, how its cleaners work together, odd input, time."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from article_clean import DEFAULT, Document, Pipeline, clean
from article_clean.cleaners.characters import newlines, odd, unclosed_directions
from article_clean.cleaners.mojibake import mojibake
from article_clean.cleaners.quotes import SmartQuotes
from article_clean.errors import PipelineError

CHARACTERS = Pipeline(one for one in DEFAULT.cleaners if one.stage == "characters")
ODD = [
    "\r",
    "\n",
    "\0",
    "\x85",
    "\x93",
    "\xa0",
    "\xad",
    "\u200b",
    "\u200d",
    "\u2028",
    "\ufeff",
    "\ufffd",
    "İ",
    "ß",
    "😀",
]
ODD += [
    "&",
    "&amp;",
    "&quot;",
    "&#146;",
    "&#0;",
    "&#x110000;",
    "Â",
    "Ã",
    "©",
    "â€",
    "â€™",
    "â€œ",
    "É”",
    "ðŸ˜€",
    "“",
    "”",
    "„",
]
ODD += ["’", "``", "''", '"', "'", "a", "B", "7", " ", ".", "س", "ก", "क", "ﬁ"]
RUNS = [
    "&",
    "&amp;",
    "amp;",
    "â",
    "Ã©",
    "â€",
    "Â ",
    "“",
    "a“",
    "“a”b",
    ".”a",
    "``a",
    "``a'' ",
    "\r",
    "\r\n",
    "\r\r\n",
    "\n\r",
]
RUNS += ["\u200b", "ก\u200b", "\u200d", "ا\u200c", "\x93", "\0", "\xa0", "é", "É”", "😀", '"', "' "]


def cleaned(text, pipeline=CHARACTERS):
    return clean(text, kind="text", pipeline=pipeline).body


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\r\n\r\nb\r\rc", "a\n\nb\n\nc"),
        ("a\r\r\nb\r\r\nc", "a\nb\nc"),
        ("a\u2028\r\nb", "a\n\nb"),
    ],
)
def test_carriage_returns_become_as_many_line_breaks_as_they_were(raw, wanted):
    edits = list(newlines(Document(raw)))
    text = raw
    for edit in reversed(edits):
        text = text[: edit.start] + edit.text + text[edit.end :]
    assert text == wanted


def test_a_run_of_breaks_is_one_edit():
    assert len(list(newlines(Document("a" + "\r\n" * 1000 + "b")))) == 1


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ("the bridge&rsquo;s end", "the bridge's end"),
        ("&amp;ldquo;yes&amp;rdquo;", '"yes"'),
        ("&#8220;yes&#8221;", '"yes"'),
        ("it isnâ€™t so", "it isn't so"),
        ("openÂ\xa0daily", "open daily"),
        ("go&nbsp;on", "go on"),
        ("go&#13;&#10;on", "go\n\non"),
        ("so&zwnj;&shy;on", "soon"),
        ("so\0on", "soon"),
        ("the ferryman“fairly well” knew", 'the ferryman "fairly well" knew'),
        ("open\xe2\x80 daily, \x93so\x94", 'open\xe2 daily, "so"'),
        ("“No.”Then he left", '"No." Then he left'),
        ("â€œÃ©tÃ©â€\x9d, dit-il", '"été", dit-il'),
        ("Ð´Ð°â€¨Ð²Ðµ", "да\n\nве"),
        ("ï¬ƒÃ©", "ffié"),
    ],
)
def test_cleaners_of_the_stage_work_together(raw, wanted):
    assert cleaned(raw) == wanted


def test_odd_finds_what_is_not_plain_and_nothing_else():
    found = odd(Document("plain text, {[(~)]}\t\n & `é’é\r"))
    assert found.text == "&`é’é\r"
    assert found.kinds == frozenset("&`é’\r")


def test_a_doubtful_sequence_is_read_again_only_beside_a_sure_one():
    alone, beside = Document("Dit IRMÃ” ici"), Document("Dit IRMÃ” ici, dÃ©jÃ\xa0")
    assert not list(mojibake(alone))
    assert [edit.text for edit in mojibake(beside)] == ["é", "à", "Ô"]


def test_a_capital_that_mojibake_seldom_begins_with_stays_beside_a_sure_one():
    assert [edit.text for edit in mojibake(Document("Le “CAFÉ” dÃ©jÃ\xa0"))] == ["é", "à"]


@pytest.mark.parametrize(
    ("raw", "wanted"),
    [
        ('"Hi," she said. "It\'s so."', "“Hi,” she said. “It’s so.”"),
        ("'\"Yes\"' ('no')", "‘“Yes”’ (‘no’)"),
        ("the '90s, rock 'n' roll, 'tis", "the ’90s, rock ’n’ roll, ’tis"),
        ('6\'2" tall, a 27" screen', '6\'2" tall, a 27" screen'),
        ('in "Agent 47" and on', "in “Agent 47” and on"),
        ('he said—"never"', "he said—“never”"),
    ],
)
def test_the_curly_style_opens_behind_a_space_and_closes_behind_a_word(raw, wanted):
    assert cleaned(raw, Pipeline([SmartQuotes("curly")])) == wanted


def test_an_open_quotation_ends_with_its_line():
    assert cleaned('"Open\n\n27" wide', Pipeline([SmartQuotes("curly")])) == '“Open\n\n27" wide'


def test_the_keep_style_leaves_marks_as_printed():
    printed = "“It’s” 'so' ``so''"
    assert cleaned(printed, Pipeline([SmartQuotes("keep")])) == printed


@pytest.mark.parametrize("style", ["curvy", "", None, ["curly"]])
def test_an_unknown_style_is_refused_with_those_that_exist(style):
    with pytest.raises(PipelineError, match="straight, curly, keep"):
        SmartQuotes(style)


def test_a_style_survives_the_way_through_a_dict():
    pipeline = DEFAULT.replace("smart_quotes", SmartQuotes("curly"))
    assert Pipeline.from_dict(pipeline.to_dict()) == pipeline
    assert pipeline != DEFAULT
    assert pipeline.fingerprint != DEFAULT.fingerprint


@given(st.lists(st.sampled_from(ODD), max_size=30).map("".join))
def test_odd_characters_never_raise_and_the_trail_makes_the_body(text):
    article = clean(text, kind="text", pipeline=CHARACTERS)
    at, parts = 0, []
    for edit in article.trail:
        assert edit.start >= at
        parts += article.source[at : edit.start], edit.text
        at = edit.end
    assert "".join([*parts, article.source[at:]]) == article.body


@given(st.text())
def test_any_text_comes_out_without_curly_quotes_and_carriage_returns(text):
    assert not set("\r\0\xa0“”‘’") & set(cleaned(text))


@pytest.mark.benchmark
@pytest.mark.parametrize("run", RUNS, ids=ascii)
def test_time_grows_no_faster_than_length(run):
    def cpu(repeats):
        doc_text = "x" + run * repeats + "y"
        start = time.process_time()
        for one in CHARACTERS.cleaners:
            for _ in one(Document(doc_text)):
                pass
        return time.process_time() - start

    cpu(100)
    short = min(cpu(2_000) for _ in range(3))
    long = min(cpu(20_000) for _ in range(2))  # the first may load what it needs
    assert long < 40 * max(short, 0.002)  # a quadratic pattern takes 100 times as long


@pytest.mark.benchmark
@pytest.mark.parametrize(
    "rare", ["\u200b", "\u200d", "\0", "\xad", "&amp;", "\r\n", "\u2028", "\xa0", "isnâ€™t", "â", "é", "“a”", "ﬁ"]
)
def test_one_odd_character_costs_no_more_than_a_few_looks_at_the_text(rare):
    text = "The bridge will open in June, he said, a year late. " * 2_000 + rare
    doc = Document(text)
    doc.fact(odd)

    def look():
        return len(re.findall("[‘’“”]", text))

    def propose():
        return [list(one(doc)) for one in CHARACTERS.cleaners]

    def cpu(act):
        start = time.process_time()
        act()
        return time.process_time() - start

    assert min(cpu(propose) for _ in range(5)) < 6 * min(cpu(look) for _ in range(5))


def test_entities_that_spell_mojibake_are_repaired_down_to_the_quotation_mark():
    article = clean("The council&acirc;&euro;&trade;s ferry sails at nine.", kind="text")
    assert article.body == "The council's ferry sails at nine."
    assert article.source[slice(*article.trace(11, 12))] == "&acirc;&euro;&trade;"


@pytest.mark.parametrize(
    ("text", "unclosed"),
    [
        ("\u202aa\u202c", []),
        ("\u2067a\u202bb\u202c\u2069", []),
        ("a\u2067b", [1]),
        ("a\u202cb\u2069", [1, 3]),
        ("\u2067\u202ea\u2069b\u202c", [1, 5]),
        ("\u202ba\n\u202c", [0, 3]),
        ("\u202b\u2069\u202c", [1]),
    ],
)
def test_a_direction_that_its_line_does_not_close_goes(text, unclosed):
    assert unclosed_directions(text) == unclosed


def test_directions_in_hebrew_stay_where_they_are_closed():
    assert clean("הסכם \u2066(C++)\u2069 נחתם.").body == "הסכם \u2066(C++)\u2069 נחתם."
    assert clean("הסכם \u2066(C++) נחתם.").body == "הסכם (C++) נחתם."


def test_a_quotation_mark_behind_a_space_is_kept_where_both_are_mojibake():
    article = clean("Sure, she said,Â\xa0â€œit is late.â€\x9dÂ\xa0â€™Tis not.", kind="text")
    assert article.body == 'Sure, she said, "it is late." \'Tis not.'
    mark = article.body.index("'Tis")
    assert article.source[slice(*article.trace(mark, mark + 1))] == "â€™"
