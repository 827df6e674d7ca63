"""What a document remembers of the views that are asked of it."""

from article_clean import Document, Edit

TEXT = "Ferry sails again\n\nThe ferry sailed on Monday.\n\nShare this story"
SHARE = Edit(TEXT.index("Share"), len(TEXT))
HEADLINE = Edit(0, len("Ferry sails again"))


def line_count(doc: Document) -> int:
    return len(doc.paragraphs)


def test_a_view_that_is_asked_for_again_keeps_what_was_found_of_it():
    doc = Document(TEXT)
    view = doc.without([SHARE])
    assert view.fact(line_count) == 2
    assert doc.without([SHARE]) is view


def test_a_view_without_other_lines_is_another_one():
    doc = Document(TEXT)
    removed = [SHARE]
    assert doc.without(removed).fact(line_count) == 2
    removed.insert(0, HEADLINE)
    assert doc.without(removed).fact(line_count) == 1


def test_a_view_as_if_nothing_had_stood_there_is_another_one():
    doc = Document(TEXT)
    assert not doc.without([SHARE]).traceless
    assert doc.without([SHARE], traceless=True).traceless
    assert not doc.without([SHARE]).traceless
