"""What the reader of leftovers leaves in, however unlikely its model finds it."""

import pytest

from article_clean import clean
from article_clean.cleaners.readers.leftovers.leftover_model import LeftoverModel, Reading

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
