"""The model of whole pages, made: pages of all kinds to features, their kind and the F1 of the text chosen of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from article_clean.article import Article
from article_clean.errors import TrainingError
from article_clean.intake.decode import without_surrogates
from article_clean.pages.block_model import BlockModel
from article_clean.pages.depth import flattened
from article_clean.pages.page_features import FEATURES, KINDS, OF_PAGE, page_row, page_words, word_row
from article_clean.pages.page_model import ARTICLE, CONFIDENCE, WORDS, PageModel, Verdict
from article_clean.pages.reading import read_html
from article_clean.pages.rendering import Models, choice_of, rendered
from article_clean.pipeline import DEFAULT
from article_clean.pipeline.stages import run
from article_clean.training.agreement import word_f1
from article_clean.training.blocks import block_model
from article_clean.training.kind_words import kind_words
from article_clean.training.pages import json_rows, page_site, training_page
from article_clean.training.trees import INNER, as_table, inner_part, small_forest

RECIPE: Mapping[str, Mapping[str, Any]] = {  # Any: LightGBM's parameters
    "kinds": {"num_iterations": 90, "num_leaves": 8, "learning_rate": 0.1, "min_data_in_leaf": 10,
              "feature_fraction": 0.3, "extra_trees": True},
    CONFIDENCE: {"num_iterations": 120, "num_leaves": 6, "learning_rate": 0.06, "min_data_in_leaf": 20,
                 "feature_fraction": 0.4, "extra_trees": True},
}  # fmt: skip

ARTICLE_WEIGHT = 0.4  # beside 1 of another kind: of 1,862 pages 1,158 are articles
BARE_WEIGHT = 0.5  # of a page without what stands around its story, beside the page as it is
PLAIN_WEIGHT = 0.75  # of an article as a heading and paragraphs

OTHER = KINDS[1]  # any kind but an article's: all are read by the same model
AROUND = "nav, header, footer, aside, form, script, style, noscript, link, meta, [role=navigation], [role=banner]"


class Form(NamedTuple):
    """One form of a page: as it is; without what stands around its story; an article as a heading and paragraphs.

    Feeds and readers' views hand over such pages, and a page is not of another kind for having no menus: of articles as
    a heading and paragraphs .28 were taken for articles by trees that had not seen any, of bare ones .81.

    Attributes:
        row: its features but for those of its words, with the blocks chosen by a model that did not see its site.
        words: those of its short blocks.
        weight: beside 1 of the page as it is.
    """

    row: list[float]
    words: list[str]
    weight: float


class JudgedPage(NamedTuple):
    """A page as the trees see it.

    Attributes:
        site: the registered domain that it comes from.
        kind: one of `KINDS`.
        forms: its forms; the page as it is comes first.
        f1: how much the words of the text that is made of it, read as an article, agree with those of the right text.
        other_f1: the same, read as a page of another kind.
    """

    site: str
    kind: str
    forms: Sequence[Form]
    f1: float
    other_f1: float


def judged_pages(paths: Sequence[str | Path]) -> list[JudgedPage]:
    """The pages in these files of JSON lines, each with "html", "body", "url" and, where it is no article, "kind".

    Raises:
        TrainingError: a file cannot be read, a line lacks its html, or its kind is not known.
    """
    rows = [row for path in paths for row in json_rows(path) if row.get("body")]
    for row in rows:
        if row.get("kind", "article") not in KINDS:
            message = f"a page of kind {row['kind']!r}; known are {', '.join(KINDS)}"
            raise TrainingError(message)
    rows_by_part = [(inner_part(page_site(row)), row) for row in rows]
    results: list[JudgedPage] = []
    for part in range(INNER):
        training_rows = [row for row_part, row in rows_by_part if row_part != part]
        articles = _blocks_of(row for row in training_rows if "kind" not in row)
        other_model = _blocks_of(row for row in training_rows if "kind" in row)
        results += [judged_page(row, articles, other_model) for row_part, row in rows_by_part if row_part == part]
    return results


def _blocks_of(rows: Iterable[Mapping[str, str]]) -> BlockModel:
    return BlockModel(block_model([page for row in rows for page in training_page(row)]))


def judged_page(row: Mapping[str, str], articles: BlockModel, other_model: BlockModel) -> JudgedPage:
    """One page as models of blocks see it that did not see its site: that of articles, and that of other pages."""
    f1s = (
        word_f1(
            row["body"], article_read_by(Models(articles, lambda: other_model, partial(_told, kind)), row["html"]).body
        )
        for kind in (ARTICLE, OTHER)
    )
    kind = row.get("kind", ARTICLE)
    return JudgedPage(page_site(row), kind, [*_forms(row, kind, articles)], *f1s)


def article_read_by(models: Models, html: str) -> Article:
    """The article of a page that these models read."""
    return run(rendered(html, engine=models), DEFAULT.of_stage)


def _told(kind: str, *_: object) -> Verdict:
    return Verdict(kind, 1.0, None)


def _forms(row: Mapping[str, str], kind: str, model: BlockModel) -> Iterator[Form]:
    html = flattened(row["html"])[0]
    yield form_of(html, model)
    yield form_of(_bare(html), model, BARE_WEIGHT)
    if kind == ARTICLE:
        yield form_of(_plain(row.get("title") or "", row["body"]), model, PLAIN_WEIGHT)


def form_of(html: str, model: BlockModel, weight: float = 1.0) -> Form:
    """The features and words of a page whose blocks this model chooses."""
    reading = read_html(html)
    shares = model.shares(reading.page, reading.region, reading.hints)
    row = page_row(reading, shares, choice_of(reading, shares))
    return Form(row, sorted(page_words(reading.page)), weight)


def _bare(html: str) -> str:
    tree = LexborHTMLParser(without_surrogates(html)[0])
    for node in tree.css(AROUND):
        node.decompose()
    return tree.html or ""


def _plain(title: str, body: str) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>\n" for line in body.splitlines() if line.strip())
    return f"<title>{escape(title)}</title>\n<h1>{escape(title)}</h1>\n{paragraphs}"


def page_model(pages: Sequence[JudgedPage]) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these pages.

    A page's words weigh what they weigh on other sites, and how good a text is to be expected is learned of the text
    that is made of a page as trees of other sites judge it.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    parts = [inner_part(page.site) for page in pages]
    lexicons = [
        _lexicons([page for page, page_part in zip(pages, parts, strict=True) if page_part != part])
        for part in range(INNER)
    ]
    tables = [
        [[*form.row, *word_row(form.words, lexicons[part])] for form in page.forms]
        for page, part in zip(pages, parts, strict=True)
    ]
    f1s = [page.f1 for page in pages]
    for part in range(INNER):
        training_indexes = [index for index in range(len(pages)) if parts[index] != part]
        model = PageModel({WORDS: lexicons[part], **_trees(pages, tables, f1s, training_indexes)})
        for index, page in enumerate(pages):
            if parts[index] == part and model.verdict(page.forms[0].row, page.forms[0].words).kind != ARTICLE:
                f1s[index] = page.other_f1
    return {WORDS: _lexicons(pages), **_trees(pages, tables, f1s, range(len(pages)))}


def _lexicons(pages: Iterable[JudgedPage]) -> dict[str, dict[str, float]]:
    return kind_words(((page.kind, page.site, page.forms[0].words) for page in pages), KINDS)


def _trees(
    pages: Sequence[JudgedPage],
    tables: Sequence[Sequence[list[float]]],
    f1s: Sequence[float],
    page_indexes: Iterable[int],
) -> dict[str, Any]:  # Any: JSON
    """The trees of these pages, where the texts made of them are so good."""
    page_indexes = list(page_indexes)
    forms = [
        (pages[index].kind, form, row)
        for index in page_indexes
        for form, row in zip(pages[index].forms, tables[index], strict=True)
    ]
    weights = [form.weight * (ARTICLE_WEIGHT if kind == ARTICLE else 1.0) for kind, form, _ in forms]
    table = as_table(row for _, _, row in forms)
    trees = {
        kind: small_forest(
            table, [float(kind == form_kind) for form_kind, _, _ in forms], FEATURES, RECIPE["kinds"], weights
        )
        for kind in KINDS
    }
    # words told the F1 of articles worse: AUC .824 for .835
    rows = as_table(pages[index].forms[0].row for index in page_indexes)
    confidence = small_forest(rows, [f1s[index] for index in page_indexes], OF_PAGE, RECIPE[CONFIDENCE])
    return {"format": PageModel.FORMAT, **trees, CONFIDENCE: confidence}
