"""The figures of confidence count what they say."""

import random

import pytest

from article_clean.pages.page_model import KINDS, Verdict
from article_clean.pipeline.text_features import FEATURES
from article_clean.training.page_trees import JudgedPage
from article_clean.training.text_trees import JudgedText
from benchmarks.confidence import auc, lines, lines_of_texts, of_sure


@pytest.mark.parametrize(
    ("pairs", "share"),
    [
        ([(0.1, False), (0.2, True)], 1.0),
        ([(0.1, True), (0.2, False)], 0.0),
        ([(0.1, True), (0.1, False)], 0.5),
        ([(0.1, True), (0.3, True), (0.2, False), (0.0, False)], 0.75),
    ],
)
def test_a_true_one_of_two_has_the_higher_score(pairs, share):
    assert auc(pairs) == share


def test_each_kind_has_its_recall_and_precision():
    pages = [
        JudgedPage("a.example", kind, [], f1, f1) for kind, f1 in [("article", 0.9), ("article", 0.5), ("forum", 0.4)]
    ]
    verdicts = [Verdict("article", 0.9, 0.95), Verdict("forum", 0.6, 0.3), Verdict("forum", 0.9, 0.2)]
    told = [*lines(pages, verdicts)]
    aucs = [line for line in told if line.startswith("AUC")]
    assert "| article | 2 | 0.500 | 1.000 |" in told
    assert "| forum | 1 | 1.000 | 0.500 |" in told
    assert sum(line.startswith("| ") for line in told) >= len(KINDS)
    assert aucs[0] == "AUC of a body under F1 0.8, pages of all kinds: 1.000"


def test_a_bin_says_what_was_expected_and_what_was_found():
    told = [*of_sure("texts", [(0.96, 0.9)] * 9 + [(1.0, 1.0)] * 3 + [(0.81, 0.5)] * 10 + [(0.5, 0.5)] * 9)]
    assert [line for line in told if line.startswith("| 0")] == [
        "| 0.80 | 10 | 0.810 | 0.500 |",
        "| 0.95 | 12 | 0.970 | 0.925 |",
    ]


def test_each_text_is_judged_by_trees_of_other_sites():
    pytest.importorskip("lightgbm", reason="the extra [train] is not installed")
    rng = random.Random(1)  # noqa: S311  # made-up figures
    texts = [
        ("texts", JudgedText(f"{n}.example", [float(n)] * len(FEATURES), rng.choice([0.0, 1.0]))) for n in range(400)
    ]
    aucs = [line for line in lines_of_texts(texts) if line.startswith("AUC of a body under F1 0.8")]
    assert len(aucs) == 1
    assert 0.35 < float(aucs[0].split()[-1]) < 0.65  # its own number would tell each, those of other sites tell none
