"""A file that is no model, or no pipeline, is refused with what is wrong with it; nothing of it is run."""

import gzip
import json
from copy import deepcopy

import pytest
from cases import FIXTURES
from hypothesis import given
from hypothesis import strategies as st

from article_clean import DEFAULT, ModelError, Pipeline
from article_clean.cleaners.readers.pages import PageFurniture
from article_clean.cleaners.readers.pages.line_model import SHIPPED as LINES
from article_clean.cleaners.readers.pages.line_model import LineModel
from article_clean.cli import main
from article_clean.learned import checks, forest
from article_clean.learned.checks import MAX_DEPTH, MAX_LOGIT, MOST_NODES, MOST_TREES, check_trees
from article_clean.learned.forest import WALKED_ROWS, Forest
from article_clean.pages.block_model import SHIPPED as BLOCKS
from article_clean.pages.block_model import BlockModel

STORY = str(FIXTURES / "articles" / "frozen_harbour.txt")
PLANS = {BlockModel: json.loads(BLOCKS.read_text("utf-8")), LineModel: json.loads(LINES.read_text("utf-8"))}


def deep(levels):
    tree = 1
    for _ in range(levels):
        tree = [0, 0.5, tree, 2]
    return tree


BAD_TREES = {
    "NaN threshold": ([[0, float("nan"), 1, 2]], "a threshold that is no number in range: nan"),
    "infinite threshold": ([[0, float("inf"), 1, 2]], "a threshold that is no number in range: inf"),
    "threshold of many digits": ([[0, 10**400, 1, 2]], "a threshold .* a number of many digits"),
    "threshold that is a word": ([[0, "0 or f()", 1, 2]], "a threshold that is no number in range: '0 or f\\(\\)'"),
    "threshold that is true": ([[0, True, 1, 2]], "a threshold that is no number in range: True"),
    "feature beyond the last": ([[3, 0.5, 1, 2]], "a feature that is not one of its 3: 3"),
    "feature below the first": ([[-1, 0.5, 1, 2]], "a feature that is not one of its 3: -1"),
    "feature that is a fraction": ([[0.5, 0.5, 1, 2]], "a feature that is not one of its 3: 0.5"),
    "leaf that is a fraction": ([0.5], "a node that is neither an integer nor"),
    "leaf that is a word": (["f()"], "a node that is neither an integer nor"),
    "leaf that is null": ([[0, 0.5, None, 2]], "a node that is neither an integer nor"),
    "leaf of many digits": ([10**400], "a leaf out of range: a number of many digits"),
    "node of three": ([[0, 0.5, 1]], "a node that is neither .*: a list of 3"),
    "second of two trees": ([1, [0, 0.5, [], 2]], "tree 1 has a node"),
    "too deep": ([deep(MAX_DEPTH)], f"more than {MAX_DEPTH} levels"),
    "far too deep": ([deep(100_000)], f"more than {MAX_DEPTH} levels"),
    "too many trees": ([1] * (MOST_TREES + 1), f"a list of {MOST_TREES} at most"),
    "too large a sum": ([MAX_LOGIT, -1], f"add up to {MAX_LOGIT + 1:,}"),
    "no list": ("[]", "its trees are a list"),
    "nothing": (None, "its trees are a list"),
}


@pytest.mark.parametrize(("trees", "fault"), BAD_TREES.values(), ids=BAD_TREES)
def test_trees_of_anything_but_numbers_in_range_are_refused(trees, fault):
    with pytest.raises(ModelError, match=fault):
        Forest(trees, range(3), 3)


def test_trees_of_too_many_nodes_are_refused():
    branch = 1
    for _ in range(MOST_NODES.bit_length()):
        branch = [0, 0.5, branch, branch]
    with pytest.raises(ModelError, match=f"more than {MOST_NODES:,} nodes"):
        check_trees([branch], 1)


def test_nothing_is_compiled_of_trees_that_are_refused(monkeypatch):
    monkeypatch.setattr(forest, "_compiled", lambda *_: pytest.fail("compiled"))
    with pytest.raises(ModelError):
        Forest([1, [0, "__import__('os')", 1, 2]], range(3), 3)


@pytest.mark.parametrize("settling", [True, False])
def test_the_largest_trees_that_are_taken_can_be_run(settling):
    trees = [*[deep(MAX_DEPTH - 1)] * 20, *[1] * (MOST_TREES - 21), MAX_LOGIT - 19 * 2 - 2 - MOST_TREES + 21]
    rows = [[0.0], [1.0]] * WALKED_ROWS
    assert Forest(trees, range(1), 1, settling=settling).shares(rows) == [1.0] * len(rows)
    assert Forest([-MAX_LOGIT], (), 0).shares([[]]) == [pytest.approx(0, abs=1e-200)]


NODES = st.recursive(
    st.integers(-900, 900),
    lambda inner: st.tuples(st.integers(0, 2), st.floats(-1e12, 1e12), inner, inner).map(list),
    max_leaves=20,
)


@given(st.lists(NODES, max_size=30), st.lists(st.floats(allow_nan=True), min_size=3, max_size=3))
def test_compiled_trees_say_what_a_walk_through_them_says(trees, row):
    total = sum(_leaf(tree, row) for tree in trees)
    first_share, *_, share = Forest(trees, range(3), 3, settling=False).shares([row] * (WALKED_ROWS + 2))
    assert first_share == share == pytest.approx(Forest([total], (), 0).shares([[]])[0])


def _leaf(tree, row):
    while not isinstance(tree, int):
        feature, threshold, left, right = tree
        tree = left if row[feature] <= threshold else right
    return tree


DAMAGE = {
    "features that are a word": (["first", "features"], "abc", "its features are a list of names"),
    "features twice": (["first", "features"], ["share", "share"], "its features are a list of names, each once"),
    "features that are lists": (["first", "features"], [[]], "its features are a list of names"),
    "unknown features": (["second", "features"], ["colour"], "does not know the features colour"),
    "no features": (["first"], {"trees": []}, "its features are a list of names"),
    "no trees": (["first"], {"features": []}, "'first': a look is an object with features and trees"),
    "a look that is a list": (["second"], [], "'second': a look is an object with features and trees; got a list of 0"),
    "no look": (["second"], None, "'second': a look is an object"),
    "trees that are an object": (["first", "trees"], {}, "'first': its trees are a list"),
    "format": (["format"], "1", "it is not of format"),
}


@pytest.mark.parametrize("kind", PLANS)
@pytest.mark.parametrize(("place", "value", "fault"), DAMAGE.values(), ids=DAMAGE)
def test_a_damaged_model_says_where_it_is_damaged(kind, place, value, fault):
    plan = deepcopy(PLANS[kind])
    inner = plan
    for name in place[:-1]:
        inner = inner[name]
    inner[place[-1]] = value
    with pytest.raises(ModelError, match=rf"^not a \w+ model: .*{fault}"):
        kind(plan)


@pytest.mark.parametrize(
    "scores", [{"a": float("nan")}, {"a": "1"}, {"a": None}, {"a": True}, {"a": 1e300}, [], None, 3]
)
@pytest.mark.parametrize(("kind", "name"), [(BlockModel, "marks"), (BlockModel, "words"), (LineModel, "terms")])
def test_words_without_a_score_are_refused(kind, name, scores):
    with pytest.raises(ModelError, match=f"'{name}': (the score of 'a' is no number|its words are an object)"):
        kind({**PLANS[kind], name: scores})


@pytest.mark.parametrize("plan", [None, [], "blocks", 3])
@pytest.mark.parametrize("kind", PLANS)
def test_a_plan_that_is_no_object_is_refused(kind, plan):
    with pytest.raises(ModelError, match="it is not of format"):
        kind(plan)


FILES = {
    "empty": (b"", "it is not JSON"),
    "truncated": (BLOCKS.read_bytes()[:-1000], "it is not JSON"),
    "compressed": (gzip.compress(b"0" * 1_000_000), "it is compressed; unpack it first"),
    "binary": (bytes(range(256)), "it is not JSON"),
    "nested": (b"[" * 200_000, "it is nested too deep"),
    "number of many digits": (b'{"format": ' + b"1" * 5_000 + b"}", "it is not JSON"),
}


@pytest.mark.parametrize(("raw", "fault"), FILES.values(), ids=FILES)
@pytest.mark.parametrize("load", [BlockModel.load, LineModel.load])
def test_a_file_that_is_no_json_is_refused_by_its_name(tmp_path, raw, fault, load):
    path = tmp_path / "own.json"
    path.write_bytes(raw)
    with pytest.raises(ModelError, match=rf"own\.json: not a \w+ model: {fault}"):
        load(path)


@pytest.mark.parametrize("load", [BlockModel.load, LineModel.load])
def test_a_file_without_an_end_is_not_read_to_it(monkeypatch, load):
    monkeypatch.setattr("article_clean.intake.json_files.MAX_FILE_BYTES", 1_000)
    with pytest.raises(ModelError, match="it is longer than 1,000 bytes"):
        load("/dev/zero")


@pytest.mark.parametrize(("path", "fault"), [("none.json", "No such file"), (".", "Is a directory")])
def test_a_file_that_cannot_be_read_says_why(tmp_path, path, fault):
    with pytest.raises(ModelError, match=fault):
        BlockModel.load(tmp_path / path)


PIPELINES = {
    **FILES,
    "a list": (b"[]", "plan is a dict"),
    "no list of cleaners": (b'{"cleaners": {}}', "a described pipeline is"),
    "a name that is a number": (b'{"cleaners": [{"name": 3}]}', "a described cleaner is"),
    "options that are a list": (
        b'{"cleaners": [{"name": "page_furniture", "options": [1]}]}',
        "a described cleaner is",
    ),
    "an unknown option": (
        b'{"cleaners": [{"name": "page_furniture", "options": {"a": 1}}]}',
        "does not take the options",
    ),
    "an option of a function": (
        b'{"cleaners": [{"name": "tags", "options": {"name": "a", "stage": "context", "role": "a", "propose": "f"}}]}',
        "'tags' does not take the options",
    ),
    "an option of the wrong type": (
        b'{"cleaners": [{"name": "page_furniture", "options": {"model": 3}}]}',
        "model a path or None; got 'auto', 3",
    ),
    "an option out of range": (
        b'{"cleaners": [{"name": "page_furniture", "options": {"kind": "all"}}]}',
        "kind is 'auto' or 'page'",
    ),
    "a name twice": (b'{"cleaners": [{"name": "tags"}, {"name": "tags"}]}', "two cleaners are called 'tags'"),
}


@pytest.mark.parametrize(("raw", "fault"), PIPELINES.values(), ids=PIPELINES)
def test_a_file_that_is_no_pipeline_is_refused_by_its_name(tmp_path, capsys, raw, fault):
    path = tmp_path / "own.json"
    path.write_bytes(raw)
    assert main(["clean", STORY, "--pipeline", str(path)]) == 2
    told = capsys.readouterr().err
    assert f"article-clean: {path}: not a pipeline: " in told
    assert fault in told


def test_options_of_a_cleaner_that_are_right_are_taken():
    own = DEFAULT.replace("page_furniture", PageFurniture(kind="page"))
    assert Pipeline.from_dict(own.to_dict()) == own


def test_a_value_is_shown_short():
    assert checks.checked_scores({"a": 1}) == {"a": 1}
    with pytest.raises(ModelError) as caught:
        checks.checked_scores({"a" * 10_000: "b" * 10_000})
    assert len(str(caught.value)) < 120
