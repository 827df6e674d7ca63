"""The groups of words that patterns are filled with: rows in order, folded, and each in use."""

import re

from cases import ROOT

CODE = ROOT / "article_clean"
ROWS = [
    line.split("\t") for line in (CODE / "knowledge" / "word_groups.tsv").read_text(encoding="utf-8").splitlines()[1:]
]
IN_USE = re.compile(r"(?:one_of|first_words)\(([^)]*)\)")


def test_rows_are_sorted_and_no_group_has_a_language_twice():
    places = [(group, language) for group, language, _ in ROWS]
    assert places == sorted(set(places))


def test_words_are_folded_and_none_stands_twice_in_a_row():
    for group, language, words in ROWS:
        listed = words.split("|")
        assert listed == [" ".join(word.lower().split()) for word in listed], (group, language)
        assert all(listed), (group, language)
        assert len(listed) == len(set(listed)), (group, language)


def test_patterns_ask_for_every_group_and_for_no_other():
    code = "".join(path.read_text(encoding="utf-8") for path in CODE.rglob("*.py") if path.name != "word_groups.py")
    groups = {name for names in IN_USE.findall(code) for name in re.findall(r"[\"'](\w+)[\"']", names)}
    assert groups == {group for group, _, _ in ROWS}
