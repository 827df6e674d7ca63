"""Whole-page dumps: told from articles, taken down to their article, with headline, byline and date read."""

import json
from types import SimpleNamespace

import pytest
from cases import FIXTURES

from article_clean import DEFAULT, clean
from article_clean.cleaners.readers import pages as furniture
from article_clean.cleaners.readers.pages import PageFurniture
from article_clean.cleaners.readers.pages.line_context import ALL, context_rows
from article_clean.cleaners.readers.pages.line_features import (
    FEATURES,
    GLANCE,
    Lexicon,
    Lines,
    Rows,
    lines_of,
    pairs_in,
)
from article_clean.cleaners.readers.pages.line_model import SHIPPED, LineModel, load
from article_clean.cleaners.readers.pages.page_headline import HEADLINE_FEATURES, candidates
from article_clean.cleaners.readers.pages.page_or_article import KIND_FEATURES, kind_row
from article_clean.core.document import Document
from article_clean.core.edits import FURNITURE, Edit
from article_clean.errors import ModelError, PipelineError

NAMES = sorted(path.stem for path in (FIXTURES / "dumps").glob("*.txt"))
ARTICLES = sorted((FIXTURES / "articles").glob("*.txt"))
LARGEST = 300_000  # bytes of the shipped model


def read(name):
    """A dump, and what is to come out of it."""
    path = FIXTURES / "dumps" / name
    return path.with_suffix(".txt").read_text("utf-8"), json.loads(path.with_suffix(".json").read_text("utf-8"))


def lines(*texts, gaps=(), indents=()):
    folded = [text.lower() for text in texts]
    return Lines(list(texts), folded, list(gaps) or [False] * (len(texts) + 1), list(indents) or [0] * len(texts))


@pytest.mark.parametrize("name", NAMES)
def test_a_dump_gives_its_article(name):
    raw, wanted = read(name)
    article = clean(raw)
    found = article.model_dump(mode="json", include={"headline", "deck", "published"})
    found |= {"authors": list(article.authors), "paragraphs": list(article.paragraphs)}
    assert found == wanted


@pytest.mark.parametrize("name", NAMES)
def test_a_dump_is_named_in_the_warnings(name):
    raw, _ = read(name)
    article = clean(raw)
    gone = [one for one in article.removed if one.role == FURNITURE]
    assert any("taken for a whole page" in one for one in article.warnings)
    assert len(gone) > 10
    assert [one for one in gone if not (raw[one.start : one.end] == one.text and "likelihood" in one.reason)] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_line_that_goes_has_the_likelihood_of_its_reason(name):
    gone = [one for one in clean(read(name)[0]).removed if one.role == FURNITURE]
    shares = [float(one.reason.rpartition(" ")[2]) for one in gone]
    assert [one.likelihood for one in gone] == pytest.approx([1 - share for share in shares])


def test_a_menu_that_mentions_photos_makes_no_caption_of_the_headline():
    raw, wanted = read("innertext_page")
    article = clean(raw.replace("Podcasts", "Photos\nImages: AP, Getty"))
    assert (article.headline, article.deck) == (wanted["headline"], wanted["deck"])


@pytest.mark.parametrize("name", NAMES)
def test_cleaning_the_article_of_a_dump_again_changes_nothing(name):
    body = clean(read(name)[0]).body
    assert clean(body).body == body


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_no_page(path):
    article = clean(path.read_text("utf-8"))
    assert not [one for one in article.removed if one.cleaner == "page_furniture"]
    assert not [one for one in article.warnings if "whole page" in one]


def test_those_who_know_say_what_it_is():
    raw, wanted = read("innertext_page")
    assert clean(raw, kind="page").paragraphs == tuple(wanted["paragraphs"])
    left = clean(raw, kind="article")
    assert "Obituaries" in left.body
    assert not [one for one in left.warnings if "whole page" in one]


def test_a_text_known_to_be_a_page_is_cut_even_where_it_looks_like_an_article():
    article = "\n\n".join(read("gettext_page")[1]["paragraphs"])
    short = f"Menu\nShop\nBasket\nLog in\n\n{article}\n\nArchives\nTerms of use\nPrivacy policy\nCookie settings"
    assert "Basket" in clean(short, pipeline=DEFAULT.without("leftovers")).body
    assert "Basket" not in clean(short, kind="page").body


DOUBTFUL = SimpleNamespace(
    page_share=lambda _: 0.9,
    shares=lambda lines: [0.9 if len(text) > 80 else 0.05 for text in lines.texts],
    headline=lambda *_: None,
)  # a model that finds all short lines unlikely


def doubted(monkeypatch, *ends):
    """The paragraphs of an article with a short line amid it; and what stays of it between these lines."""
    monkeypatch.setattr(furniture, "load", lambda _: DOUBTFUL)
    told = read("gettext_page")[1]["paragraphs"]
    article = [*(one for one in told if len(one) > 80), "Fenders and ramps", told[-1]]
    half = len(ends) // 2
    text = "\n\n".join([*ends[:half], *article, *ends[half:]])
    return article, list(clean(text, pipeline=DEFAULT.only("page_furniture")).paragraphs)


def test_where_a_cut_promises_too_little_only_short_lines_at_the_ends_go(monkeypatch):
    article, kept = doubted(monkeypatch, "Basket", "Log in", "Terms of use", "Cookie settings")
    assert kept == article


def test_where_a_cut_promises_too_little_a_row_of_figures_stays_at_the_end(monkeypatch):
    article, kept = doubted(monkeypatch, "Basket", "$300 - $900")
    assert kept == [*article, "$300 - $900"]


def test_where_a_cut_promises_too_little_a_row_that_begins_with_a_figure_stays_at_the_end(monkeypatch):
    article, kept = doubted(monkeypatch, "Basket", "390 kcal")
    assert kept == [*article, "390 kcal"]


def test_where_a_cut_promises_too_little_a_sentence_and_chinese_stay_at_the_ends(monkeypatch):
    article, kept = doubted(monkeypatch, "八旬船工", "He left.")
    assert kept == ["八旬船工", *article, "He left."]


PROSE = "the ferry, which had been due to leave for Tern Island at six, stayed where it was until late in the evening."


@pytest.mark.parametrize(
    ("texts", "kept"),
    [
        (["Home", "In 2024,", PROSE], [1, 2]),
        (["Home", "On Monday the town screened “", PROSE], [1, 2]),
        ([f"HARLOW BAY, Maine (AP) — It was the ice at the quay, and {PROSE}", PROSE], [0, 1]),
        (["Home", PROSE, "It can help the board", "for its own reasons."], [1, 2, 3]),
    ],
)
def test_a_sentence_that_is_kept_keeps_all_its_pieces(texts, kept):
    prose = [n for n, text in enumerate(texts) if text == PROSE or text.startswith("It can")]
    assert furniture._whole(texts, prose) == kept  # noqa: SLF001  # the choice that is made of it takes a whole page


@pytest.mark.parametrize(
    "texts",
    [
        ["Home", PROSE, "Share"],
        ["By Ada Quill,", PROSE],
        ["Tags:", "ferries,", "Harbour", PROSE],
        [PROSE, "more stories like this one"],
        ["All the news from the islands and the harbours around them, every day and as it happens", PROSE],
    ],
)
def test_lines_that_are_no_piece_of_it_are_not_kept(texts):
    prose = texts.index(PROSE)
    assert furniture._whole(texts, [prose]) == [prose]  # noqa: SLF001  # the same


def test_a_sentence_that_runs_through_a_line_keeps_it():
    below = ["Ada Quill", ", who keeps the light, said so on Monday.", "Share"]
    assert furniture._whole([PROSE[:-1], *below], [0, 2]) == [0, 1, 2]  # noqa: SLF001  # the same
    assert furniture._whole([PROSE, *below], [0, 2]) == [0, 2]  # noqa: SLF001  # it ends before
    assert furniture._whole([PROSE[:-1], below[0], "He left.", below[2]], [0, 2]) == [0, 2]  # noqa: SLF001  # it is another


TOLD = "The pier will open again in May, and the council expects the first ferry of the new timetable then."
PITCH = "Sign up for our letter and we will tell you when the first ferry of the new timetable sails in May."


@pytest.mark.parametrize(
    ("beside", "share", "kept"),
    [
        pytest.param(TOLD, 0.3, [0, 1, 2], id="a paragraph that may belong to it"),
        pytest.param(TOLD, 0.1, [1], id="an unlikely one"),
        pytest.param(PITCH, 0.3, [1], id="one that speaks to the visitor"),
        pytest.param(f"• {TOLD}", 0.3, [1], id="an item of a list"),
        pytest.param(TOLD[:-1], 0.3, [1], id="no sentence"),
    ],
)
def test_the_article_of_a_page_keeps_the_paragraphs_at_its_ends(beside, share, kept):
    paragraphs = Document(f"{beside}\n{PROSE}\n{beside}").paragraphs
    assert furniture._with_ends(paragraphs, [share, 0.9, share], [1]) == kept  # noqa: SLF001  # the same


def test_on_a_page_a_line_that_lost_a_picture_s_credit_is_a_caption():
    raw, wanted = read("innertext_page")
    lead = wanted["paragraphs"][1]
    caption = "Ada Roe walks along the pier. It was shut for repairs in the spring. (Jane Doe/AP)"
    article = clean(raw.replace(lead, f"{lead}\n\n{caption}"))
    assert article.paragraphs == tuple(wanted["paragraphs"])


def test_a_kind_that_does_not_exist_is_refused():
    with pytest.raises(PipelineError, match="'page', 'article'"):
        clean("text", kind="dump")


def test_a_page_that_was_html_is_left_to_the_block_model():
    page = (FIXTURES / "pages" / "second_ferry.html").read_text("utf-8")
    assert not [one for one in clean(page).removed if one.role == FURNITURE]


def test_it_can_be_left_out_and_configured(tmp_path):
    raw, wanted = read("innertext_page")
    assert "Obituaries" in clean(raw, pipeline=DEFAULT.without("page_furniture")).body
    own = tmp_path / "own.json"
    own.write_text(SHIPPED.read_text("utf-8"), encoding="utf-8")
    pipeline = DEFAULT.replace("page_furniture", PageFurniture(kind="page", model=str(own)))
    assert type(pipeline).from_dict(pipeline.to_dict()) == pipeline
    assert clean(raw, pipeline=pipeline).paragraphs == tuple(wanted["paragraphs"])


def test_rows_have_one_value_a_feature():
    rows = Rows(lines("Home", "The council met late into the evening.", "News"), Lexicon({}, {}))
    glances = dict(enumerate(rows.glances()))
    first = dict(enumerate(rows.full(glances)))
    assert len(glances) == len(first) == 3
    assert {len(row) for row in glances.values()} == {len(GLANCE)}
    assert {len(row) for row in first.values()} == {len(FEATURES)}
    assert {len(row) for row in context_rows(rows, first, [0.5] * len(first))} == {len(ALL)}
    assert len(kind_row(rows.lines)) == len(KIND_FEATURES)
    found = candidates(rows.lines, [0.1, 0.9, 0.1], [1])
    assert {len(row) for row in found.rows} == {len(HEADLINE_FEATURES)}


def test_a_glance_does_not_hear_what_is_said():
    lexicon = Lexicon.of({"home": -2.0, "council met": 1.0})
    one = Rows(lines("Home", "The council met late.", "News"), lexicon)
    other = Rows(lines("Path", "All cookies are fine.", "Save"), lexicon)
    assert list(one.glances()) == list(other.glances())


def test_the_kind_of_a_text_is_told_by_how_its_lines_are_printed():
    said = ("- One", "* Two", "# Three", "| a | b |", "(BUTTON)", "[image.jpg]", "3 wins", "and so on", "Ada", "End")
    told = dict(zip(KIND_FEATURES, kind_row(lines(*said, indents=[0, 3, 3, 0, 0, 0, 0, 0, 0, 0])), strict=True))
    printed = ("dashes", "marks", "bars", "brackets", "numbers", "small_starts", "indented", "mean_indent")
    assert [told[name] for name in printed] == pytest.approx([0.1, 0.2, 0.1, 0.2, 0.1, 0.1, 0.2, 0.6])


REPORT = """
原文来自订阅号「海岸来信」
[渡轮停航后的十七天](https://harbour.example/a1)
渡轮公司说，第二条航线要到十月才能开通，票价暂时不变。
“风大的时候谁也过不去。”老船长林舟说。
他在码头上住了三十年，见过最大的浪也没有今年春天这么高。
记者问他，新的坡道什么时候能修好。
“等木料到了再说。”他摆摆手，转身去收缆绳。
## 码头上的人
卖鱼的阿姨每天清早五点就来，她说生意只剩下从前的一半。
“孩子们都到城里去了，岛上越来越静。”
委员会周二开会到深夜，讨论是否给渡轮公司补贴，结果没有公布。
工程师陈安告诉记者，旧码头的护舷已经用了二十年，必须换。
> 这一换就是四个月。
岛上的小学只剩十一个学生，校长每天站在门口等船。
“船不来，老师也来不了。”
去年冬天渡轮停航十七天，药品是渔船送过来的。
**我们不怕冷，就怕等。**
林舟把手插进口袋，望着海面，好一会儿没有说话。
到了傍晚，风小了一些，渡轮终于靠岸，船上只有四个人。
他们提着行李慢慢走下跳板，谁也没有抬头。
"""


def test_an_article_in_chinese_is_no_page_for_its_short_lines():
    texts = REPORT.strip().split("\n")
    credit_above = [True] + [False] * len(texts)
    assert load(None).page_share(lines(*texts, gaps=credit_above)) < furniture.PAGE


def test_a_line_of_chinese_is_as_long_and_has_as_many_words_as_what_it_says():
    said = dict(zip(KIND_FEATURES, kind_row(lines("渡轮公司说第二条航线要到十月才能开通票价暂时不变")), strict=True))
    assert said["characters"] == 72
    assert said["one_word_share"] == said["few_words_share"] == 0


def test_lines_know_what_was_removed_around_them_and_how_far_in_they_stand():
    doc = Document("One\n   Two\nGone\n\n     Three\nGone too")
    at = doc.text.index("Gone\n")
    rest = doc.without([Edit(at, at + 4), Edit(len(doc.text) - 8, len(doc.text))])
    assert lines_of(rest) == lines("One", "Two", "Three", gaps=[False, False, True, True], indents=[0, 3, 5])


def test_a_lexicon_has_words_and_pairs():
    lexicon = Lexicon.of({"share": 2.0, "log in": 1.0, "^ share": 3.0})
    assert lexicon.words == {"share": 2.0}
    assert list(pairs_in(["log", "in"])) == [("^", "log"), ("log", "in"), ("in", "$")]
    assert lexicon.pairs["log", "in"] == 1.0
    (row,) = full_rows(lines("Share"), lexicon)
    assert row[FEATURES.index("words_say")] == 2.0
    assert row[FEATURES.index("pairs_say")] == 3.0
    assert row[FEATURES.index("all_say")] == pytest.approx(5 / 2**0.5)


def test_digits_tell_by_their_number():
    (row,) = full_rows(lines("12 May 2024"), Lexicon.of({"00 may": 10.0, "0000 $": 5.0}))
    assert row[FEATURES.index("least")] == 5.0


@pytest.mark.parametrize("text", ["By Ada Quill, 12 May 2024 @NASA", "$5 (Off) |Home _X a_B,C", "A-B $USD", "+1 Ök"])
def test_signs_are_counted_alike_with_and_without_an_accent(text):
    (plain,), (strange,) = (full_rows(lines(one), Lexicon({}, {})) for one in (text + " e", text + " é"))
    signs = slice(FEATURES.index("digits"), FEATURES.index("frequent"))
    assert plain[signs] == strange[signs]


@pytest.mark.parametrize("place", [0, 1, 4])
def test_a_row_is_the_same_whichever_other_lines_are_looked_at(place):
    said = lines("Home", "By Ada Quill", "The council met late into the evening.", "Share this", "News")
    lexicon = Lexicon.of({"share": 2.0, "by ada": -1.0})
    glances = dict(enumerate(Rows(said, lexicon).glances()))
    assert list(Rows(said, lexicon).full({place: glances[place]})) == [full_rows(said, lexicon)[place]]


def full_rows(said, lexicon):
    """The rows of all lines."""
    rows = Rows(said, lexicon)
    return list(rows.full(dict(enumerate(rows.glances()))))


def test_the_shipped_model_is_small_and_says_what_it_was_made_of():
    assert SHIPPED.stat().st_size < LARGEST
    about = load().plan["about"]
    assert about["cross_validation"]["folds"] == 5
    assert 0.9 < about["cross_validation"]["f1"] < 1
    assert about["texts"] > about["sites"] > 900


@pytest.mark.parametrize("text", ["", "[]", '{"format": 99}'])
def test_a_file_that_is_no_model_says_so(tmp_path, text):
    path = tmp_path / "model.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="not a line model"):
        LineModel.load(path)


@pytest.mark.parametrize("text", ["", "x", "\n".join("Menu" for _ in range(50)), "\n".join("— " for _ in range(50))])
def test_odd_pages_give_an_answer(text):
    article = clean(text, kind="page")
    assert set(article.body.split()) <= set(text.split())
