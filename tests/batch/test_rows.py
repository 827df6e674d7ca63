"""Rows of an article, whole and lean, and what an article answers whose trail is not known."""

import json
import pickle
from copy import copy, deepcopy

import pytest
from cases import FIXTURES
from pydantic import TypeAdapter

from article_clean import DEFAULT, Article, ArticleCleanError, Edit, PipelineError, article_of, clean
from article_clean.cli import main
from article_clean.core.edits import resolve

RAW = (FIXTURES / "articles" / "frozen_harbour.txt").read_bytes()
SENTENCE = "The ferry to the northern islands sailed at six in the morning, as the harbour master had said it would. "
PLAIN = "\n\n".join([SENTENCE * 5] * 10)  # 5 KB of prose, nothing to take out
LEAVINGS = "\n\n".join(["Share this article on Facebook", "Sign up for our morning newsletter", "2 comments:"] * 4)
UNTRACED = "this article has no trail"


@pytest.fixture
def article():
    return clean(RAW)


def without(article, *names):
    return {name: value for name, value in article.to_row().items() if name not in names}


@pytest.mark.parametrize("missing", [("removed",), ("edits",), ("removed", "edits"), ("source",), ("source", "edits")])
@pytest.mark.parametrize(
    "load", [Article.model_validate, article_of, lambda row: Article.model_validate_json(json.dumps(row))]
)
def test_a_row_without_a_part_of_the_trail_loads_and_does_not_trace(article, missing, load):
    again = load(without(article, *missing))
    assert (again.headline, again.body) == (article.headline, article.body)
    with pytest.raises(ArticleCleanError, match=UNTRACED):
        again.trace(0, 5)


@pytest.mark.parametrize("name", ["trail", "removed", "edits"])
def test_what_is_not_known_is_not_answered_with_nothing(article, name):
    with pytest.raises(ArticleCleanError, match=UNTRACED):
        getattr(Article.model_validate(without(article, "removed", "edits")), name)


def told_likely():
    """An article of which a learned reader took a line, and a rule another."""

    def reader(doc):
        yield Edit(0, doc.text.index("\n"), "", "other", likelihood=0.75)

    return clean("Seen by a reader\n\n" + PLAIN + "\n\n2 comments:", pipeline=DEFAULT.with_(reader))


def through_json(article):
    return json.loads(article.model_dump_json())


def through_arrow(article):
    pa = pytest.importorskip("pyarrow", reason="Arrow is an extra: [parquet]")
    from article_clean.batch.arrow import ARTICLE_SCHEMA, arrow_values  # noqa: PLC0415  # needs an extra

    return pa.Table.from_pylist([arrow_values(article)], ARTICLE_SCHEMA).to_pylist()[0]


@pytest.mark.parametrize("dumped", [through_json, through_arrow])
def test_a_likelihood_comes_back_from_a_row_and_a_rule_has_none(dumped):
    assert [one.likelihood for one in article_of(dumped(told_likely())).removed] == [0.75, None]


def test_a_row_from_before_there_were_likelihoods_loads_and_traces():
    row = told_likely().to_row()
    row["removed"] = [{name: removal[name] for name in removal if name != "likelihood"} for removal in row["removed"]]
    row["edits"] = [edit[:-1] for edit in row["edits"]]
    again = article_of(row)
    assert [one.likelihood for one in again.removed] == [None, None]
    assert again.trace(0, 3) == told_likely().trace(0, 3)


@pytest.mark.parametrize("likelihood", [1.5, -0.1, float("nan"), "likely"])
def test_a_likelihood_that_is_none_is_refused(likelihood):
    def reader(_):
        yield Edit(0, 5, "", likelihood=likelihood)

    with pytest.raises(PipelineError, match="a likelihood is a float of 0 to 1, or None"):
        clean(PLAIN, pipeline=DEFAULT.with_(reader))


def test_edits_that_differ_in_their_likelihood_alone_have_one_order():
    edits = [Edit(0, 5, "", "a", "b", "c", (), likelihood) for likelihood in (None, 0.0, 0.5)]
    assert [*resolve(edits)] == [*resolve(reversed(edits))]


@pytest.mark.parametrize("read_before", [True, False])
def test_a_copy_with_another_body_does_not_trace(article, read_before):
    if read_before:
        article.trace(0, 5)
        assert article.removed
    edited = article.model_copy(update={"body": article.body.replace("ferry", "boat")})
    with pytest.raises(ArticleCleanError, match=UNTRACED):
        edited.trace(0, 5)
    with pytest.raises(ArticleCleanError, match=UNTRACED):
        edited.removed  # noqa: B018  # reading it raises


def test_a_copy_with_another_field_keeps_its_trail(article):
    assert article.model_copy(update={"headline": "Ice"}).trail == article.trail
    assert article.model_copy(update={"body": article.body}) == article


def test_a_copy_takes_no_field_that_does_not_exist(article):
    with pytest.raises(ArticleCleanError, match="no field 'removed'; it has headline, deck"):
        article.model_copy(update={"removed": ()})


@pytest.mark.parametrize("copied", [copy, deepcopy, lambda one: pickle.loads(pickle.dumps(one)), Article.model_copy])  # noqa: S301  # our own bytes
def test_a_copy_traces_as_the_article(article, copied):
    assert copied(article).trace(0, 30) == article.trace(0, 30)


def test_an_article_whose_body_is_its_source_needs_no_trail():
    assert Article(source="Ice.", body="Ice.").trace(0, 3) == (0, 3)


def test_an_untraced_article_dumps_what_is_known_and_comes_back(article):
    edited = article.model_copy(update={"body": "Another body."})
    for row in (
        edited.model_dump(),
        json.loads(edited.model_dump_json()),
        TypeAdapter(list[Article]).dump_python([edited])[0],
    ):
        assert not {"removed", "edits"} & {*row}
        assert Article.model_validate(row) == edited
    assert edited.model_dump(include={"body"}) == {"body": "Another body."}


def test_an_untraced_article_equals_no_traced_one(article):
    assert Article.model_validate(without(article, "edits")) != article


def test_the_schema_of_a_dumped_article_names_its_fields():
    fields = Article.model_json_schema(mode="serialization")["properties"]
    assert {*fields} == {*Article.model_fields, "wire", "removed", "edits"}


def test_the_fields_of_an_article_do_not_change_when_a_property_is_read(article):
    before = dict(article)
    assert article.removed
    assert article.trace(0, 3)
    assert dict(article) == before
    assert [*before] == [*Article.model_fields]


@pytest.mark.parametrize(
    ("made", "title", "amounts"),
    [
        (lambda: clean(RAW), clean(RAW).headline, "3 paragraphs, 349 characters, 6 removed"),
        (lambda: clean(""), "", "0 paragraphs, 0 characters, 0 removed"),
        (lambda: Article(body="Ice. " * 99), "Ice. " * 11 + "Ice.…", "1 paragraph, 495 characters"),
    ],
    ids=["cleaned", "empty", "untraced"],
)
def test_an_article_is_shown_in_one_short_line(made, title, amounts):
    assert repr(made()) == str(made()) == f"<Article {title!r}: {amounts}>"


def test_a_notebook_falls_back_to_that_line_where_no_trail_is_known(article):
    assert Article.model_validate(without(article, "edits"))._repr_html_() is None


def test_a_row_is_the_article_as_json_ready_values(article):
    assert article.to_row() == json.loads(article.model_dump_json())
    assert article_of(article.to_row()) == article


def test_a_lean_row_has_fields_body_counts_and_places(article):
    row = article.to_row(lean=True)
    assert json.loads(json.dumps(row)) == row
    assert {*row} == {*Article.model_fields, "wire", "counts", "removed"} - {"source"}
    assert {name: row[name] for name in ("body", "published", "captions")} == {
        name: article.to_row()[name] for name in ("body", "published", "captions")
    }
    spans = [(removal.start, removal.end, removal.role, removal.cleaner) for removal in article.removed]
    assert [tuple(removal.values()) for removal in row["removed"]] == spans
    assert row["counts"] == {
        "source_characters": len(article.source),
        "body_characters": len(article.body),
        "removed_characters": sum(end - start for start, end, *_ in spans),
        "paragraphs": 3,
    }


def test_the_article_of_a_lean_row_has_its_body_and_no_trail(article):
    again = article_of(article.to_row(lean=True))
    assert (again.body, again.byline, again.captions) == (article.body, article.byline, article.captions)
    with pytest.raises(ArticleCleanError, match=UNTRACED):
        again.trace(0, 5)


def test_the_article_of_a_lean_row_without_a_body_has_no_trail():
    row = clean("2 comments:\n\nPost a Comment").to_row(lean=True)
    assert row["removed"]
    with pytest.raises(ArticleCleanError, match=UNTRACED):
        article_of({**row, "body": ""}).removed  # noqa: B018  # reading it raises


@pytest.mark.parametrize("text", [PLAIN, f"{PLAIN}\n\n{LEAVINGS}"], ids=["prose alone", "prose and twelve leavings"])
def test_a_lean_row_is_at_most_one_and_a_half_times_the_body(text):
    article = clean(text)
    size = len(article.body.encode())
    assert 5_000 <= size <= 6_000
    assert len(json.dumps(article.to_row(lean=True), ensure_ascii=False).encode()) <= 1.5 * size


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_a_batch_writes_lean_rows(form, tmp_path, article):
    records, output = tmp_path / "in.jsonl", tmp_path / f"out.{form}"
    records.write_text(json.dumps({"id": "ice", "text": RAW.decode()}) + "\n", encoding="utf-8")
    assert main(["batch", str(records), "-o", str(output), "--lean", "--quiet"]) == 0
    if form == "jsonl":
        row = json.loads(output.read_bytes())
        assert row == {"id": "ice", **article.to_row(lean=True)}
    else:
        (row,) = pytest.importorskip("pyarrow.parquet").read_table(output).to_pylist()
        lean = article.to_row(lean=True)
        assert {name: row[name] for name in ("id", "body", "counts", "removed", "published")} == {
            "id": "ice", **{name: lean[name] for name in ("body", "counts", "removed", "published")}
        }  # fmt: skip
    assert article_of(row).byline == article.byline
