"""Rows of tables: which cells are one paragraph."""

import pytest
from cases import LEAD, NEXT

from article_clean import clean


def body_of(table):
    """The paragraphs between the lead and the last one."""
    article = clean(f"<html><body><article><p>{LEAD}</p>{table}<p>{NEXT}</p></article></body></html>")
    assert (article.paragraphs[0], article.paragraphs[-1]) == (LEAD, NEXT)
    again = clean(article.body, kind="article")
    assert again.body == article.body
    return list(article.paragraphs[1:-1])


def test_a_row_is_one_paragraph_with_tabs_between_its_cells():
    rows = "<tr><th>Ferry</th><th>Built</th></tr><tr><td>Ada</td><td>1963</td></tr>"
    assert body_of(f"<table>{rows}</table>") == ["Ferry\tBuilt", "Ada\t1963"]


def test_a_break_in_a_cell_is_a_space():
    assert body_of("<table><tr><td>Ada<br>Quill</td><td>1963</td></tr></table>") == ["Ada Quill\t1963"]


@pytest.mark.parametrize(
    "cell",
    [
        "<p>The ice is thick.</p><p>It carries a car.</p>",
        "<h3>The ice is thick</h3>",
        "<ul><li>The ice is thick</li></ul>",
        "<table><tr><td>The ice is thick</td></tr></table>",
        f"{LEAD} " * 4,
    ],
    ids=["paragraphs", "heading", "list", "table", "long"],
)
def test_a_row_with_more_than_words_in_a_cell_is_not_joined(cell):
    assert [one for one in body_of(f"<table><tr><td>{cell}</td><td>1963</td></tr></table>") if "\t" in one] == []


def test_a_table_of_one_column_is_not_joined():
    assert body_of("<table><tr><td>The ice is thick</td></tr><tr><td>The quay is white</td></tr></table>") == [
        "The ice is thick",
        "The quay is white",
    ]


def test_each_row_of_two_tables_is_its_own():
    table = "<table><tr><td>Ada</td><td>1963</td></tr></table>"
    assert body_of(table + table.replace("Ada", "Nora")) == ["Ada\t1963", "Nora\t1963"]
