"""What the reader of leftovers leaves in, however unlikely its model finds it."""

from types import SimpleNamespace

import pytest

from article_clean import Document, Edit, Leftovers, clean
from article_clean.cleaners.readers import leftovers
from article_clean.cleaners.readers.leftovers.leftover_model import LeftoverModel, Reading
from article_clean.fields.head import read_head

LEAD = "The harbour council met late into the evening to weigh whether a second ferry could run before the winter."
LAST = '"Nobody will swim to the islands," said Lena Strand, the harbour master, when the long meeting was over.'


def doubting(doc, _only=()):
    """What a model makes of a text that finds its last passage unlikely, and all others certain."""
    return Reading([1.0] * (len(doc.paragraphs) - 1) + [0.01], {})


@pytest.mark.parametrize(
    ("passage", "stays"),
    [
        ("This article was updated to include a comment from the ferry company.", True),
        ("This post has been updated with a new total of passengers.", True),
        ("Update, May 6, 2020: This story was updated with a comment from the harbour master.", True),
        ("Correction: The ferry sails at six, not at seven.", True),
        ("An earlier version of this article gave the wrong price of a ticket.", True),
        ("This article is for readers who want more of the harbour.", False),
        ("The ferry sails at six, not at seven, and readers know it.", False),
    ],
)
def test_a_correction_of_the_story_stays(monkeypatch, passage, stays):
    monkeypatch.setattr(LeftoverModel, "read", lambda _, *given: doubting(*given))
    body = clean(f"{LEAD}\n\n{LAST}\n\n{LEAD} {LAST}\n\n{passage}").body
    assert body.endswith(passage) is stays


@pytest.mark.parametrize(
    ("role", "share", "goes"),
    [("credit", 0.1, True), ("headline", 0.1, False), ("other", 0.1, False), ("credit", 0.3, False)],
)
def test_what_has_the_shape_of_a_headline_stays_unless_it_reads_as_something_else(monkeypatch, role, share, goes):
    model = SimpleNamespace(
        read=lambda doc, *_: Reading([share] + [1.0] * (len(doc.paragraphs) - 1), {0: ()}), role=lambda _: role
    )
    monkeypatch.setattr(leftovers, "load", lambda _: model)
    doc = Document(f"Ferry sails as ice thins\n\nBy Ada Quill\n\n{LEAD}\n\n{LAST}\n\n{LEAD} {LAST}")
    assert doc.fact(read_head).labels[0].role == "headline"
    edits = [proposal for proposal in Leftovers()(doc) if isinstance(proposal, Edit)]
    assert [doc.text[edit.start : edit.end] for edit in edits] == ["Ferry sails as ice thins"] * goes
