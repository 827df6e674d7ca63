"""The audit counts what the labels say: rows of its own, so that it needs no labelled texts at hand."""

import pytest

from article_clean import clean
from benchmarks.audit import Span, figures, removals, spans

TEXT = """\
PORT ELLERY, Maine (Coast News) — The harbour froze overnight, and the ferry stayed where it was.

Nobody under sixty has seen this, said Lena Strand, the harbour master. The ice is nine inches thick.

Post a Comment"""


def row(**labels):
    return {"text": TEXT, "domain": "coast.example", "doc": "1", "roles": {}, "inline": (), "unsure": (), **labels}


@pytest.mark.parametrize(
    ("labels", "wrong"),
    [
        ({"roles": {"4": "comments"}}, ["body", ""]),
        ({"roles": {"4": "comments"}, "inline": [{"line": 0, "text": TEXT[:31], "role": "dateline"}]}, ["", ""]),
        ({"roles": {"3-4": "byline"}, "unsure": [0]}, ["byline"]),
    ],
)
def test_a_span_is_right_where_its_words_are_furniture_or_the_field_that_they_are_taken_for(labels, wrong):
    assert [span.wrong for span in spans(row(**labels), clean(TEXT))] == wrong


def test_a_line_that_a_site_prints_under_many_articles_counts_once():
    line = Span("share_bar", "", "coast.example", "1", "Share 12 times", "")
    taken = [line, line._replace(document="2", text="Share 13 times"), line._replace(text="Ship ahoy", wrong="body")]
    assert figures(taken) == "3 | 1 | 1 | 0.500"


def test_a_cleaner_that_takes_nothing_has_a_row():
    assert sum(line.startswith("| end_mark | ") for line in removals([], [])) == 1
