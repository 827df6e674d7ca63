"""What it costs to take a whole page down to its article, beside jusText's classifier on the same lines."""

import pytest

from article_clean import DEFAULT, clean
from article_clean.cleaners.readers.pages import PageFurniture
from article_clean.cleaners.readers.pages.line_features import lines_of
from article_clean.cleaners.readers.pages.line_model import load
from article_clean.learned.choice import chosen
from article_clean.pipeline.stages import rest_of
from benchmarks.measure import beside, cpu
from benchmarks.peers import justext_classifier
from benchmarks.texts import TEXTS, dumps, pages, shared_dumps

MOST_OF_JUSTEXTS = 0.8  # of its CPU, to judge the same lines
GREATEST_GROWTH = 2.2  # times the CPU for twice the lines
LARGEST_QUESTION = 0.1  # of the CPU of a clean() that does not ask

pytestmark = pytest.mark.benchmark


@pytest.mark.skipif(not TEXTS.exists(), reason="the dumps are not part of the project: no ../shared/texts")
def test_judging_lines_takes_four_fifths_of_justexts_classifier_at_most():
    docs = [rest_of(text, DEFAULT.of_stage) for text in shared_dumps()]
    model = load()

    def ours():
        for doc in docs:
            lines = lines_of(doc)
            chosen(lines.texts, model.shares(lines))

    judged, justexts = beside(ours, justext_classifier(docs), runs=4)
    assert judged <= MOST_OF_JUSTEXTS * justexts


def test_asking_whether_a_text_is_a_page_takes_little_beside_cleaning_it():
    texts = pages()
    docs = [rest_of(text, DEFAULT.of_stage) for text in texts]
    model = load()
    asked, cleaned = beside(
        lambda: [model.page_share(lines_of(doc)) for doc in docs],
        lambda: [clean(text, kind="article") for text in texts],
    )
    assert asked <= LARGEST_QUESTION * cleaned


def test_twice_the_lines_take_twice_the_time():
    furniture = PageFurniture(kind="page")
    once, twice = (rest_of("\n\n".join(dumps() * n), DEFAULT.of_stage) for n in (8, 16))
    tries = (cpu(lambda: list(furniture(twice))) / cpu(lambda: list(furniture(once))) for _ in range(4))
    assert any(ratio <= GREATEST_GROWTH for ratio in tries)
