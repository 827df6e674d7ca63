"""The figures of confidence count what they say."""

import pytest

from article_clean.pages.page_model import KINDS, Verdict
from article_clean.training.page_trees import JudgedPage
from benchmarks.confidence import auc, lines


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
    assert "| article | 2 | 0.500 | 1.000 |" in told
    assert "| forum | 1 | 1.000 | 0.500 |" in told
    assert sum(line.startswith("| ") for line in told) >= len(KINDS)
    assert told[-1] == "AUC of a page under F1 0.8, all kinds: 1.000"
