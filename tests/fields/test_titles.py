"""The headline and the decks of a text, where a line is more than a title or a title less than a line."""

import json

import pytest

from article_clean import clean
from article_clean.core.document import Document
from article_clean.core.edits import Label
from article_clean.errors import ModelError, TrainingError
from article_clean.fields.title_features import FEATURES, TitleRows
from article_clean.fields.title_model import SHIPPED, STANDFIRST, TitleModel, shipped
from article_clean.training import title_trees, train
from article_clean.training.title_trees import read_titled

LEAD = "The harbour council met late into the evening to weigh whether a second ferry could run before winter comes."
MORE = (
    "Members heard that passenger numbers had risen by almost a fifth since the spring, and that one vessel is too few."
)
STORY = f"{LEAD}\n\n{MORE}\n\nAn engineer told the meeting that the older pier would need new fenders and a wider ramp."


PORTUGUESE = (
    "O conselho do porto reuniu-se até tarde da noite para decidir se uma segunda balsa pode ligar o porto às ilhas"
    " antes do inverno. Os vereadores ouviram que o número de passageiros cresceu quase um quinto desde maio, e que"
    " a única embarcação volta ao cais quando o vento sopra forte. Um engenheiro disse que o cais velho precisa de uma"
    " rampa mais larga, obra de quatro meses. Os pescadores temem pelos seus lugares e serão ouvidos em março."
)


@pytest.mark.parametrize("gap", ["  ", " . ", ". "], ids=["two spaces", "two stops", "a doubled stop"])
def test_a_headline_that_ran_into_a_text_of_one_line_is_read_above_the_gap(gap):
    headline = 'Prefeito do porto diz que não sabia da segunda balsa: "Fui pego de surpresa"'
    article = clean(f"{headline}.{gap}{PORTUGUESE}")
    assert article.headline == headline
    assert article.body == PORTUGUESE


def test_a_headline_behind_the_caption_of_its_picture_is_read_without_it():
    caption = "Members of the harbour council weigh a second ferry on Monday."
    lead = (
        "The harbour council of Karstad met late into the evening to weigh whether a second ferry could run before the "
        "winter timetable, and members were split over it, with the fishermen of the old pier opposed to the plan."
    )
    last = "The ferry that sails today was built in 1961 and is turned away in high winds, the harbour master said."
    article = clean(f"{caption} Karstad Council weighs plan for a second ferry\n\n{lead}\n\n{last}\n\n{last}")
    assert article.headline == "Karstad Council weighs plan for a second ferry"


@pytest.mark.parametrize(
    "line",
    [
        "Yıl sonu",
        "Council weighs second ferry for the northern islands",
        "Council weighs second ferry",
    ],
)
def test_the_only_line_of_a_text_is_its_body(line):
    article = clean(line)
    assert (article.headline, article.body) == (None, line)


@pytest.mark.parametrize("opening", ["Members heard that passenger numbers had risen", MORE])
def test_a_line_that_the_next_paragraph_opens_with_is_no_title(opening):
    article = clean(f"{opening}\n\n{opening}. {LEAD}\n\n{STORY}")
    assert (article.headline, article.deck) == (None, None)


def test_a_line_that_breaks_off_below_a_byline_is_no_headline():
    article = clean(f"By Nora Feldt\n\nSince last month the region of the lagoons of the\n\n{STORY}")
    assert article.headline is None


def test_lines_between_the_headline_and_the_byline_are_decks_whatever_they_end_with():
    article = clean(
        "Council weighs second ferry for the northern islands\n\nThe plan would cost more than the roads.\n\n"
        f"By Nora Feldt\n\n{STORY}"
    )
    assert article.deck == "The plan would cost more than the roads."


@pytest.mark.parametrize("line", ["News provided by", "★★★★★ 4.9 from 128 reviews", "Island Ferries Ltd."])
def test_what_is_no_deck_elsewhere_is_none_above_the_byline(line):
    article = clean(f"Council weighs second ferry for the northern islands\n\n{line}\n\nBy Nora Feldt\n\n{STORY}")
    assert (article.byline.text, article.deck) == ("By Nora Feldt", None)


def test_the_head_of_a_printed_page_is_no_title():
    head = "THE HARBOUR COURIER            THURSDAY, APRIL 18, 2024            A14"
    article = clean(f"{head}\n\n{STORY}")
    assert (article.headline, article.deck) == (None, None)


@pytest.mark.parametrize("moment", ["18 НОЯ, 07:30", "Thu 18 April, 9.30 p.m."])
def test_a_day_or_a_time_above_the_headline_is_no_title(moment):
    article = clean(f"{moment}\n\nCouncil weighs second ferry for the northern islands\n\n{STORY}")
    assert moment not in (article.headline, article.deck)


def test_a_line_below_the_byline_that_reads_as_a_headline_is_no_deck():
    article = clean(
        "Council weighs second ferry for the northern islands\n\nBy Nora Feldt\n\nPublished 18 November 2024\n\n"
        f"Listen • 3:52\n\n{STORY}"
    )
    assert article.headline == "Council weighs second ferry for the northern islands"
    assert article.deck is None


def test_where_no_paragraph_ends_in_a_full_stop_the_lead_stays():
    text = STORY.replace(".", "")
    assert clean(text).body == text


def test_a_row_has_a_value_for_each_feature():
    rows = [*TitleRows(Document(f"Council weighs second ferry\n\n{STORY}")).rows()]
    assert {len(row) for row in rows} == {len(FEATURES)}
    assert [value for row in rows for value in row if not isinstance(value, float)] == []


def test_below_long_prose_one_line_is_looked_at():
    prose = f"{LEAD} {MORE}"
    candidates = TitleRows(Document(f"{prose}\n\nA second ferry\n\n{prose}\n\nThe older pier\n\n{STORY}")).candidates
    assert [candidate.line.text for candidate in candidates] == ["A second ferry"]


def test_a_line_that_ends_in_a_credit_is_no_title():
    credited_line = "The ferry leaves the harbour of Karstad. /Nora Feldt, Reuters"
    assert TitleRows(Document(f"{credited_line[:39]}\n\n{STORY}")).candidates[0].paragraph == 0
    assert [
        candidate
        for candidate in TitleRows(Document(f"{credited_line}\n\n{STORY}")).candidates
        if not candidate.paragraph
    ] == []


def test_headline_and_deck_in_front_of_a_gap_are_two():
    headline = "Prefeito do porto diz que não sabia da segunda balsa para as ilhas"
    deck = "Conselho do porto decide em março se a embarcação nova começa a navegar antes do inverno"
    article = clean(f"{headline}. {deck}.  {PORTUGUESE}")
    assert article.headline == headline
    assert article.body.endswith(PORTUGUESE)


def test_a_rule_between_headline_and_byline_is_no_deck():
    article = clean(f"Council weighs second ferry for the northern islands\n\n---\n\nBy Nora Feldt\n\n{STORY}")
    assert (article.byline.text, article.deck) == ("By Nora Feldt", None)


def test_a_headline_with_quotation_marks_is_learned_as_one():
    headline = "Council weighs “second ferry” for the northern islands before the winter"
    row = {
        "text": f"{headline}\n\n{STORY}",
        "roles": {"0": "headline"},
        "headline": headline,
        "domain": "karstad.example",
    }
    assert next(iter(read_titled(row))).roles[0] == "headline"


def test_a_head_is_learned_whole_gone_and_without_its_headline():
    headline, deck = "Council weighs second ferry for the northern islands", "What a winter without a boat would cost"
    roles = {"0": "headline", "2": "deck"}
    row = {"text": f"{headline}\n\n{deck}\n\n{STORY}", "roles": roles, "domain": "karstad.example"}
    texts = [(text.doc.paragraphs[0].text, text.roles[0]) for text in read_titled(row)]
    assert texts == [(headline, "headline"), (LEAD, ""), (deck, "deck")]


def test_of_the_lines_that_are_judged_only_titles_leave(monkeypatch):
    headline, line = "Council weighs second ferry for the northern islands", "What a winter without a boat would cost"
    text = next(iter(read_titled({"text": f"{headline}\n\n{line}\n\n{STORY}", "domain": "karstad.example"})))
    roles = ["headline", STANDFIRST]
    labels = [Label(*span[:2], role) for span, role in zip(text.doc.paragraphs, roles, strict=False)]
    monkeypatch.setattr(title_trees, "title_model", lambda _: shipped().plan)
    monkeypatch.setattr(TitleModel, "labels", lambda *_: labels)
    kept_lines, _ = next(iter(title_trees.judged_titles([], [text])))
    assert kept_lines == [line, LEAD, MORE]


def test_the_model_that_ships_says_what_it_was_made_of():
    about = json.loads(SHIPPED.read_text("utf-8"))["about"]
    assert about["texts"] > 2000
    assert about["sites"] > 900
    assert shipped().plan["about"] == about


@pytest.mark.parametrize("plan", [{}, {"format": 2}, {"format": 1, "headline": {"features": ["size"], "trees": []}}])
def test_a_file_of_another_form_is_refused(plan):
    with pytest.raises(ModelError, match="title"):
        TitleModel(plan)


@pytest.mark.parametrize("what", ["titles", "leftovers"])
@pytest.mark.parametrize(
    ("row", "fault"),
    [({"text": "Ferry", "not_article": "list"}, "no labelled text"), ({"roles": {}}, "cannot be read")],
)
def test_labelled_texts_that_cannot_be_used_are_refused(what, row, fault, tmp_path):
    path = tmp_path / "labelled.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    with pytest.raises(TrainingError, match=fault):
        train(what, [path], 0)
