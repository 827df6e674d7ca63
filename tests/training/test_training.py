"""Training: labels, lexicons, sites apart, the same bytes twice."""

import gzip
import json
import random

import pytest

from article_clean import DEFAULT, clean
from article_clean.cleaners.readers.pages import PageFurniture
from article_clean.cleaners.readers.pages.line_model import LineModel
from article_clean.cli import main
from article_clean.errors import TrainingError
from article_clean.pages.block_model import BlockModel
from article_clean.training.check import cross_validated
from article_clean.training.lexicon import SiteTerms
from article_clean.training.pages import site_of, training_pages
from article_clean.training.terms import FEWEST_SITES, Terms
from article_clean.training.texts import training_texts
from article_clean.training.trees import INNER, Sample, fold_of, folds
from article_clean.training.truth import labels_of
from article_clean.training.write import _value

WORDS = ["harbour", "council", "ferry", "island", "winter", "pier", "timber", "fares", "vote", "engineer", "weather"]
SITES = 40


def sentence(rng):
    return " ".join(rng.choices(WORDS, k=rng.randint(12, 25))).capitalize() + "."


def page(n):
    """A page of a made-up site with an article between menus and cards."""
    rng = random.Random(n)  # noqa: S311  # a made-up page
    paragraphs = [sentence(rng) for _ in range(rng.randint(4, 9))]
    menu = "".join(f'<li><a href="/{word}">{word}</a></li>' for word in rng.sample(WORDS, 5))
    cards = "".join(f'<div class="card"><a href="/{k}">{sentence(rng)}</a></div>' for k in range(4))
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    article = f'<article class="story-body"><h1>{sentence(rng)}</h1>{body}</article>'
    html = (
        f'<html><body><nav class="menu"><ul>{menu}</ul></nav>{article}<div class="related">{cards}</div></body></html>'
    )
    return {"html": html, "url": f"https://news{n % SITES}.com/{n}", "body": "\n\n".join(paragraphs)}


def dump(n):
    """The text of a whole page of a made-up site, an article between menus and teasers."""
    rng = random.Random(n)  # noqa: S311  # a made-up page
    paragraphs = [f"{sentence(rng)} {sentence(rng)}" for _ in range(rng.randint(4, 9))]
    title = sentence(rng)[:-1]
    menu = [word.capitalize() for word in rng.choices(WORDS, k=20)]
    text = "\n".join([*menu, title, *paragraphs, "Related stories", *menu[::-1]])
    row = {"url": f"https://news{n % SITES}.com/{n}", "body": "\n\n".join(paragraphs), "title": title}
    return {**row, "text": text}, {**row, "text": "\n".join([*paragraphs, "Related stories"])}


@pytest.fixture(scope="module")
def texts(tmp_path_factory):
    folder = tmp_path_factory.mktemp("texts")
    for kind, name in enumerate(("dumps", "leftovers")):
        rows = "".join(json.dumps(dump(n)[kind]) + "\n" for n in range(2 * SITES))
        (folder / f"{name}.jsonl").write_text(rows, encoding="utf-8")
    return [str(folder / "dumps.jsonl"), "--articles", str(folder / "leftovers.jsonl")]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("pages") / "pages.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(page(n)) + "\n" for n in range(2 * SITES))
    return path


def test_a_block_is_labelled_by_its_share_in_the_article():
    body = "The council met late into the evening. The council will vote on the plan."
    texts = ["Home and news", "The council met late into the evening.", "Sign up now for more"]
    assert labels_of(texts, body) == [0.0, 1.0, 0.0]


def test_of_two_copies_the_one_inside_the_article_counts():
    text = "The council will vote on the plan when it meets."
    body = f"The council met late into the evening.\n\n{text}\n\nMembers heard that passenger numbers had risen."
    first, *rest = body.split("\n\n")
    labels = labels_of([text, "Menu", "Home", "News", "Sport", first, *rest], body)
    assert labels == [0, 0, 0, 0, 0, 1, 1, 1]


def test_a_short_block_counts_where_the_article_has_it_there():
    body = "The council met late into the evening. An older pier. Members heard that numbers had risen."
    first, last = "The council met late into the evening.", "Members heard that numbers had risen."
    assert labels_of(["An older pier", first, "An older pier", last], body) == [0, 1, 1, 1]


def test_a_site_is_a_registered_domain():
    assert (
        site_of("https://www.example.co.uk/a")
        == site_of("https://news.example.co.uk/b")
        != site_of("https://example.com")
    )


def test_sites_are_kept_apart(corpus):
    parts = folds(training_pages([corpus]), 4)
    seen = [{page.site for page in part} for part in parts]
    assert sum(map(len, seen)) == len(set.union(*seen))
    assert [page for n, part in enumerate(parts) for page in part if fold_of(page.site, 4) != n] == []


@pytest.mark.parametrize(
    ("chosen", "article", "precision", "recall", "exact"),
    [([], "", 1, 1, 1), (["Ferry sails"], "", 0, 0, 0), ([], "Ferry sails", 0, 0, 0)],
    ids=["nothing of nothing", "something of nothing", "nothing of something"],
)
def test_nothing_is_right_where_nothing_is_to_be_chosen(chosen, article, precision, recall, exact):
    samples = [Sample(f"news{n}.example", [], []) for n in range(SITES)]
    score = cross_validated(samples, lambda _, unseen: [(chosen, article) for _ in unseen], 2)
    assert score[:3] == (SITES, precision, recall)
    assert score.exact == exact


def test_a_lexicon_without_a_site_does_not_know_its_words():
    terms = SiteTerms(
        (f"site{n}", [("story", 1.0), ("menu", 0.0), *([("own", 1.0)] if n < 6 else [])]) for n in range(8)
    )
    everywhere, elsewhere = terms.scores(), terms.scores(without="site0")
    assert everywhere == {"menu": 13.0, "story": 80.0, "own": 76.0}
    assert elsewhere == {"menu": 15.0, "story": 78.0}


def test_the_same_pages_give_the_same_bytes_and_a_model_that_works(corpus, tmp_path):
    pytest.importorskip("lightgbm", reason="the extra [train] is not installed")
    outputs = [tmp_path / "one.json", tmp_path / "two.json"]
    for output in outputs:
        assert main(["train", "blocks", str(corpus), "-o", str(output), "--folds", "2"]) == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    about = BlockModel.load(outputs[0]).plan["about"]
    assert (about["pages"], about["sites"]) == (2 * SITES, SITES)
    assert about["cross_validation"]["f1"] > 0.8


def test_the_same_texts_give_the_same_bytes_and_a_model_that_works(texts, tmp_path):
    pytest.importorskip("lightgbm", reason="the extra [train] is not installed")
    outputs = [tmp_path / "one.json", tmp_path / "two.json"]
    for output in outputs:
        assert main(["train", "lines", *texts, "-o", str(output), "--folds", "2"]) == 0
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
    about = LineModel.load(outputs[0]).plan["about"]
    assert about["cross_validation"]["f1"] > 0.8
    row = dump(1001)[0]
    article = clean(row["text"], pipeline=DEFAULT.replace("page_furniture", PageFurniture(model=str(outputs[0]))))
    assert (article.headline, article.body) == (row["title"], row["body"])


def test_a_word_of_the_lexicon_may_be_called_as_the_file_calls_its_parts():
    assert _value("words", {"features": 1.0, "trees": 2.0}) == '{\n"features": 1, "trees": 2\n}'


def test_terms_are_told_by_other_sites():
    pytest.importorskip("lightgbm", reason="the extra [train] is not installed")
    samples = [Sample(f"site{n}", ["menu", "story", "own"], [0.0, 1.0, float(n > 0)]) for n in range(12)]
    terms = Terms(samples, [[["menu"], ["story"], ["own"]] for _ in samples])
    weights = terms.weights()
    assert weights["menu"] < 0 < weights["own"] < weights["story"]
    assert len(terms.weights_of_parts()) == INNER
    few = Terms(samples[: FEWEST_SITES - 1], [[["menu"], ["story"], ["own"]] for _ in samples[: FEWEST_SITES - 1]])
    assert few.names == []


def test_texts_that_cannot_be_read_are_refused_with_a_reason(tmp_path):
    path = tmp_path / "texts.jsonl"
    for text, reason in (('{"url": "x"}', "without text"), ('{"text": "Menu"}', "no text with a body")):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(TrainingError, match=reason):
            training_texts([path])


def test_pages_that_cannot_be_read_are_refused_with_a_reason(tmp_path):
    path = tmp_path / "pages.jsonl"
    for text, reason in (
        ("no json", "as JSON lines"),
        ('{"url": "x"}', "without html"),
        ('{"html": "<p>"}', "no page with a body"),
    ):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(TrainingError, match=reason):
            training_pages([path])
    with pytest.raises(TrainingError, match=r"missing\.jsonl"):
        training_pages([tmp_path / "missing.jsonl"])
