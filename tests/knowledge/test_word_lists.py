"""The lists of words: a table in order, each kind in use, no word twice."""

import re
from itertools import groupby

import pytest
from cases import ROOT

from article_clean.knowledge.word_lists import in_order

CODE = ROOT / "article_clean"
ROWS = [row.split("\t") for row in (CODE / "knowledge" / "word_lists.tsv").read_text(encoding="utf-8").splitlines()[1:]]
KINDS = [kind for kind, _ in groupby(kind for kind, _ in ROWS)]


def test_rows_of_a_kind_stand_together():
    assert len(KINDS) == len({*KINDS})


@pytest.mark.parametrize("kind", KINDS)
def test_no_word_stands_twice_or_has_spaces_around_it(kind):
    words = in_order(kind)
    assert len(words) == len({*words})
    assert [word for word in words if word != " ".join(word.split()) or not word] == []


def test_code_asks_for_every_kind_and_for_no_other():
    code = "".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py") if path.name != "word_lists.py")
    assert {*re.findall(r"(?:word_list|folded_list|in_order)\(\"(\w+)\"\)", code)} == {*KINDS}
