"""The reader of leftovers reads one text several times: what it found once it need not find again."""

from copy import deepcopy

import pytest

from article_clean.cleaners.readers.leftovers import passage_memory
from article_clean.cleaners.readers.leftovers.leftover_model import LeftoverModel, load
from article_clean.cleaners.readers.leftovers.passage_features import Rows
from article_clean.cleaners.readers.leftovers.passage_memory import PassageMemory
from article_clean.core.document import Document
from article_clean.core.edits import Edit
from article_clean.learned.word_scores import Lexicon

DECIDED = (
    "The harbour master said that nothing would be decided before the ice had left the bay, as in every other year."
)
PIER, CREW, FENDERS = (
    f"{sentence} {DECIDED}"
    for sentence in (
        "A second ferry could run soon.",
        "Crew were short in May and in June.",
        "The pier needs new fenders.",
    )
)
PLEA = "See an error in this article? Send us a correction"
STORY = f"{PIER}\n\n{CREW}\n\n{PLEA}\n\n{FENDERS}"


@pytest.fixture
def doc():
    return Document(STORY)


@pytest.fixture
def left(doc):
    """The story as it is read again, without the plea."""
    start = STORY.index(PLEA)
    return doc.without([Edit(start, start + len(PLEA))], traceless=True)


def asked(doc, memory):
    rows = Rows(doc, memory)
    return [rows.lines[n].text for n in rows.asked]


def test_what_has_come_beside_another_passage_is_looked_at_when_a_text_is_read_again(left):
    assert asked(left, PassageMemory(Lexicon({}, {}))) == [PIER, FENDERS]


def test_a_passage_that_a_reading_was_sure_of_is_not_looked_at_again(left):
    memory = PassageMemory(Lexicon({}, {}))
    memory.settle(left.paragraphs[0], 0.9)
    assert asked(left, memory) == [FENDERS]


def test_a_passage_that_is_not_looked_at_again_stays_as_likely_as_it_was(left):
    memory = PassageMemory(Lexicon({}, {}))
    memory.settle(left.paragraphs[0], 0.9)
    assert Rows(left, memory).shares() == [0.9, 1.0, 0.5]


def test_of_a_text_that_is_read_for_the_first_time_all_is_looked_at_that_may_be_no_part_of_it(doc):
    memory = PassageMemory(Lexicon({}, {}))
    memory.settle(doc.paragraphs[0], 0.9)
    assert asked(doc, memory) == [PIER, PLEA, FENDERS]


def test_the_words_of_a_passage_are_looked_up_once_in_all_readings_of_a_text(doc, left, monkeypatch):
    looked_up = []
    monkeypatch.setattr(passage_memory, "words_of", lambda folded: looked_up.append(folded) or [folded])
    model = load()
    model.read(doc)
    model.read(left)
    assert len(looked_up) == len({*looked_up})


def test_two_models_that_read_one_text_do_not_hear_what_the_other_one_knows(doc):
    plan = deepcopy(load().plan)
    plan["terms"] = {term: -score for term, score in plan["terms"].items()}
    model = LeftoverModel(plan)
    load().read(doc)
    assert model.shares(doc) == model.shares(Document(STORY))
