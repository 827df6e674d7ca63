"""The block model: trees as data, two looks, the file that ships."""

import hashlib
import json

import pytest
from cases import FIXTURES, SHARED
from hypothesis import given
from hypothesis import strategies as st

from article_clean import clean
from article_clean.core.edits import apply
from article_clean.errors import ModelError, PipelineError
from article_clean.learned.choice import chosen
from article_clean.learned.forest import BATCH, WALKED_ROWS, Forest
from article_clean.pages import block_model as model
from article_clean.pages.block_context import ALL, context_rows
from article_clean.pages.block_features import FEATURES, Rows
from article_clean.pages.block_model import SHIPPED, BlockModel, shipped
from article_clean.pages.extracted import MANY_ELEMENTS
from article_clean.pages.reading import read_html

PAGES = SHARED / "pages"
FERRY = (FIXTURES / "pages" / "second_ferry.html").read_text(encoding="utf-8")
LARGEST = 200_000  # bytes of the shipped model

leaves = st.integers(-900, 900)
trees = st.recursive(
    leaves, lambda inner: st.tuples(st.integers(0, 2), st.integers(-5, 5), inner, inner).map(list), max_leaves=8
)


def walked(tree, row):
    """A tree's leaf, found the plain way."""
    while isinstance(tree, list):
        feature, threshold, left, right = tree
        tree = left if row[feature] <= threshold else right
    return tree


@given(st.lists(trees, min_size=1, max_size=5), st.lists(st.integers(-6, 6), min_size=3, max_size=3))
def test_compiled_trees_give_what_walking_them_gives(grown, row):
    first_share, *_, compiled_share = Forest(grown, range(3), 3).shares([row] * (WALKED_ROWS + 2))
    total = sum(walked(tree, row) for tree in grown)
    assert first_share == compiled_share == pytest.approx(1 / (1 + 2.718281828459045 ** (-total / 1000)))


@pytest.mark.parametrize("tree", [[0, "__import__('os')", 1, 2], ["f", 1, 2, 3], [0, 1, "x", 2], [0, 1, 2]])
def test_a_tree_that_is_not_numbers_never_becomes_code(tree):
    with pytest.raises((ValueError, TypeError)):
        Forest([tree], range(3), 3)


def test_a_settled_row_is_given_up_early():
    hopeless = [-4000, *[0] * (BATCH - 1), 9000]
    assert Forest(hopeless, (), 0).shares([[]])[0] < 0.1
    assert Forest([-2000, *hopeless[1:]], (), 0).shares([[]])[0] > 0.9


def test_rows_have_one_value_a_feature():
    reading = read_html(FERRY)
    rows = Rows(reading.page, reading.region, reading.hints, shipped().lexicons)
    first = list(rows)
    assert {len(row) for row in first} == {len(FEATURES)}
    assert len(first) == len(rows.blocks) > 5
    assert {len(row) for row in context_rows(rows, enumerate(first), [0.5] * len(first))} == {len(ALL)}


def test_a_row_that_was_not_kept_for_the_second_look_is_made_again(monkeypatch):
    reading = read_html(FERRY)
    kept = shipped().shares(reading.page, reading.region, reading.hints)
    monkeypatch.setattr(model, "MOST_ROWS", 0)
    assert shipped().shares(reading.page, reading.region, reading.hints) == kept


def test_neighbours_of_the_second_look_are_the_blocks_beside():
    reading = read_html(FERRY)
    rows = Rows(reading.page, reading.region, reading.hints, shipped().lexicons)
    first = list(rows)
    shares = [n / 100 for n in range(len(first))]
    second = list(context_rows(rows, enumerate(first), shares))
    column = {name: [row[ALL.index(name)] for row in second] for name in ALL}
    assert column["share"] == shares
    assert column["share_before_1"] == [-1.0, *shares[:-1]]
    assert column["share_before_3"] == [-1.0] * 3 + shares[:-3]
    assert column["share_after_2"] == [*shares[2:], -1.0, -1.0]


def test_the_choice_has_the_best_expected_f1():
    texts = [f"{n} " + "word " * size for n, size in enumerate((50, 51, 10, 40))]
    assert chosen(texts, [0.9, 0.9, 0.1, 0.6]).kept == [0, 1, 3]
    assert chosen(texts, [0.9, 0.9, 0.1, 0.2]).kept == [0, 1]


def test_a_choice_tells_what_it_is_worth():
    choice = chosen(["word " * 9] * 3 + ["menu"], [1.0, 1.0, 1.0, 0.0])
    assert (choice.worth, choice.untouched) == (1.0, 2 * 30 / (31 + 30))


def test_a_long_text_is_chosen_once():
    same = "The harbour council met late into the evening to weigh whether a second ferry could run."
    assert chosen([same, "Short", same, "Short"], [0.9] * 4).kept == [0, 1, 3]


def test_the_shipped_model_is_small_and_says_what_it_was_made_of():
    assert SHIPPED.stat().st_size < LARGEST
    about = json.loads(SHIPPED.read_text(encoding="utf-8"))["about"]
    assert about["cross_validation"]["folds"] == 5
    assert 0.9 < about["cross_validation"]["f1"] < 1
    assert about["pages"] > about["sites"] > 900


@pytest.mark.skipif(not PAGES.exists(), reason="the pages are not part of the project: no ../shared/pages")
def test_the_shipped_model_was_made_of_these_pages():
    digest = hashlib.sha256()
    for path in sorted(PAGES.glob("*.jsonl.gz")):
        digest.update(path.read_bytes())
    assert shipped().plan["about"]["corpus_sha256"] == digest.hexdigest()


def test_a_model_of_ones_own_is_an_engine(tmp_path):
    plan = json.loads(SHIPPED.read_text(encoding="utf-8"))
    plan["first"] = plan["second"] = {"features": [], "trees": [3000]}  # everything is the article
    path = tmp_path / "all.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    assert "Related stories" in clean(FERRY, engine=BlockModel.load(path)).source
    assert len(clean(FERRY, engine=BlockModel.load(path)).body) > len(clean(FERRY).body)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"format": 1}', '{"format": 99}', "not json"])
def test_a_file_that_is_no_model_says_so(tmp_path, text):
    path = tmp_path / "model.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ModelError, match="not a block model"):
        BlockModel.load(path)


def test_a_model_of_another_version_names_what_it_wants(tmp_path):
    plan = json.loads(SHIPPED.read_text(encoding="utf-8"))
    plan["first"]["features"][0] = "colour"
    path = tmp_path / "model.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    with pytest.raises(ModelError, match="colour"):
        BlockModel.load(path)


def test_an_unknown_engine_names_those_that_exist():
    with pytest.raises(PipelineError, match="'blocks', 'trafilatura', or a BlockModel"):
        clean(FERRY, engine="magic")


def test_the_other_engine_runs_the_same_cleaners():
    article = clean(FERRY, engine="trafilatura")
    assert "second ferry could run" in article.body
    assert article.headline == "Harbour council weighs second ferry for the northern islands"
    assert article.headline not in article.body
    assert "Related stories" not in article.source
    assert apply(article.source, article.trail) == article.body


def test_the_other_engine_reads_a_large_page_too():
    """Over MANY_ELEMENTS it goes another way, without a second opinion and with what it drops already cut."""
    links = "<nav>" + "<a href=x>Tides</a>" * (MANY_ELEMENTS + 1) + "</nav>"
    article = clean(FERRY.replace("<body>", f"<body>{links}", 1), engine="trafilatura")
    assert "second ferry could run" in article.body
    assert "Tides" not in article.source


def test_a_page_without_a_credible_choice_falls_back(tmp_path):
    plan = json.loads(SHIPPED.read_text(encoding="utf-8"))
    plan["first"] = plan["second"] = {"features": [], "trees": [-3000]}  # nothing is the article
    path = tmp_path / "none.json"
    path.write_text(json.dumps(plan), encoding="utf-8")
    article = clean(FERRY, engine=BlockModel.load(path))
    assert "second ferry could run" in article.body
    assert any("trafilatura" in warning for warning in article.warnings)
