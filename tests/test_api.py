"""What the README promises of `clean` and of an `Article`."""

import json
import pickle
import re
import sys
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from processes import run_process
from pydantic import ValidationError

import article_clean
from article_clean import (
    DEFAULT,
    Article,
    ArticleCleanError,
    Byline,
    Caption,
    Dateline,
    Document,
    Edit,
    Failure,
    Label,
    PageFurniture,
    PatternCleaner,
    Pipeline,
    Warn,
    apply,
    clean,
)

RAW = "Share this\n\nThe harbour froze.\n\n\nIt thawed in “March”.\n"


def share(doc: Document):
    for line in doc.lines_with("share this"):
        yield Edit(line.start, line.end)


@pytest.fixture
def article():
    return clean(RAW, pipeline=Pipeline([share]))


FULL = Article(
    headline="Harbour freezes",
    deck="First time since 1963",
    byline=Byline(text="By Ada Quill and Tom Reef, Harbour News", authors=("Ada Quill", "Tom Reef")),
    dateline=Dateline(text="PORT ELLERY (AP)", places=("PORT ELLERY",), agencies=("AP",)),
    published=date(2024, 1, 5),
    body="The harbour froze.\n\nIt thawed.",
    captions=(Caption(text="Ice in the harbour.", credit="Ada Quill"),),
    language="en",
    source="The harbour froze.\n\nIt thawed.",
)


def test_paragraphs_are_the_body_between_blank_lines(article):
    assert article.paragraphs == ("The harbour froze.", "It thawed in “March”.")
    assert article.body == "\n\n".join(article.paragraphs)
    assert Article().paragraphs == ()


def test_authors_are_those_of_the_byline():
    assert FULL.authors == ("Ada Quill", "Tom Reef")
    assert Article().authors == ()


def test_a_byline_and_a_dateline_print_as_their_text():
    assert str(FULL.byline) == "By Ada Quill and Tom Reef, Harbour News"
    assert str(FULL.dateline) == "PORT ELLERY (AP)"


def test_a_removal_tells_what_where_which_role_which_cleaner(article):
    (removal,) = article.removed
    assert (removal.text, removal.start, removal.end) == ("Share this", 0, 10)
    assert (removal.role, removal.cleaner, removal.also) == ("share", "share", ())
    assert article.source[removal.start : removal.end] == removal.text


def test_removals_of_two_cleaners_are_one_that_names_both():
    def bar(doc: Document):
        yield Edit(0, doc.text.index("\n"))

    (removal,) = clean(RAW, pipeline=Pipeline([share, bar])).removed
    assert {removal.cleaner, *removal.also} == {"share", "bar"}


def test_the_source_is_the_text_that_went_in(article):
    assert article.source == RAW


def test_the_trail_makes_the_body_of_the_source(article):
    assert apply(article.source, article.trail) == article.body


def test_trace_leads_a_span_of_the_body_to_the_source(article):
    at = article.body.index("thawed")
    start, end = article.trace(at, at + 6)
    assert (start, article.source[start:end]) == (RAW.index("thawed"), "thawed")


@pytest.mark.parametrize("span", [(-1, 2), (3, 2), (0, 10_000)])
def test_trace_refuses_a_span_that_is_not_in_the_body(article, span):
    with pytest.raises(ArticleCleanError, match="span of the body"):
        article.trace(*span)


def test_an_article_cannot_be_changed(article):
    with pytest.raises(ValidationError, match="frozen"):
        article.body = "other"
    with pytest.raises(ValidationError, match="frozen"):
        FULL.byline.text = "other"


def test_an_article_takes_no_field_that_it_does_not_know():
    with pytest.raises(ValidationError, match="Extra inputs"):
        Article(title="Harbour freezes")
    with pytest.raises(ValidationError, match="Extra inputs"):
        Article.model_validate_json('{"body": "", "title": "Harbour freezes"}')


def test_an_article_dumps_to_one_json_line_and_comes_back(article):
    for one in (article, FULL):
        row = one.model_dump_json()
        assert "\n" not in row
        assert Article.model_validate_json(row) == one
    assert Article.model_validate(json.loads(article.model_dump_json())).removed == article.removed


MIDNIGHT = datetime(2024, 1, 5)  # noqa: DTZ001  # as printed, without a zone
MORNING = datetime(2024, 1, 5, 9, 30, tzinfo=timezone(timedelta(hours=7)))


@pytest.mark.parametrize("published", [date(2024, 1, 5), MIDNIGHT, MORNING])
def test_a_day_stays_a_day_and_a_moment_a_moment(published):
    again = Article.model_validate_json(Article(published=published).model_dump_json()).published
    assert again == published
    assert type(again) is type(published)


def test_a_dumped_article_whose_body_was_changed_is_refused(article):
    row = {**json.loads(article.model_dump_json()), "body": "other"}
    with pytest.raises(ValidationError, match="do not make this body"):
        Article.model_validate(row)


def test_an_article_survives_pickling(article):
    again = pickle.loads(pickle.dumps(article))  # noqa: S301  # our own bytes
    assert again == article
    assert again.removed == article.removed
    assert again.trace(0, 3) == article.trace(0, 3)


VALUES = {
    "article": clean("Share this on Facebook\n\nBy Ada Quill\n\nPORT ELLERY (AP) — The harbour froze.\n"),
    "full": FULL,
    "label": Label(0, 1, "deck"),
    "warning": Warn("no date"),
    "failure": Failure(1, "no text"),
    "pattern": PatternCleaner("tides", "^tide", role="promo"),
    "page furniture": PageFurniture(),
}


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
def test_a_pickle_names_classes_as_they_are_exported(value):
    dump = pickle.dumps(value, protocol=0)
    assert set(re.findall(rb"c(article_clean[\w.]*)\n", dump)) == {b"article_clean"}
    assert pickle.loads(dump) == value  # noqa: S301  # our own bytes


def test_equal_articles_hash_alike(article):
    again = clean(RAW, pipeline=Pipeline([share]))
    assert len({article, again}) == 1
    assert article != clean(RAW, pipeline=Pipeline())


def test_schema_org_uses_its_terms_and_leaves_out_what_is_not_known():
    assert FULL.to_schema_org() == {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": "Harbour freezes",
        "alternativeHeadline": "First time since 1963",
        "author": [{"@type": "Person", "name": "Ada Quill"}, {"@type": "Person", "name": "Tom Reef"}],
        "dateline": "PORT ELLERY (AP)",
        "sourceOrganization": [{"@type": "Organization", "name": "AP"}],
        "datePublished": "2024-01-05",
        "articleBody": FULL.body,
        "inLanguage": "en",
        "image": [{"@type": "ImageObject", "caption": "Ice in the harbour.", "creditText": "Ada Quill"}],
    }
    assert set(Article(body="x").to_schema_org()) == {"@context", "@type", "articleBody"}
    assert json.loads(json.dumps(FULL.to_schema_org())) == FULL.to_schema_org()


def test_ninjs_uses_its_terms_and_leaves_out_what_is_not_known():
    uri = "https://coast.example/ice"
    text = {"contentType": "text/plain"}
    standard = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}
    assert FULL.to_ninjs(uri) == {
        "uri": uri,
        "type": "text",
        "standard": standard,
        "language": "en",
        "headlines": [
            {"role": "main", **text, "value": "Harbour freezes"},
            {"role": "sub", **text, "value": "First time since 1963"},
        ],
        "by": "By Ada Quill and Tom Reef, Harbour News",
        "people": [{"name": "Ada Quill", "rel": "author"}, {"name": "Tom Reef", "rel": "author"}],
        "infoSources": [{"name": "AP"}],
        "located": "PORT ELLERY",
        "bodies": [{"role": "main", **text, "value": FULL.body}],
        "associations": [
            {
                "name": "picture1",
                "rel": "picture",
                "uri": f"{uri}#picture1",
                "type": "picture",
                "descriptions": [{"role": "caption", **text, "value": "Ice in the harbour."}],
                "by": "Ada Quill",
            }
        ],
    }
    assert set(Article(body="x").to_ninjs(uri)) == {"uri", "type", "standard", "bodies"}
    assert json.loads(json.dumps(FULL.to_ninjs(uri))) == FULL.to_ninjs(uri)


def test_ninjs_has_a_date_time_or_none():
    aware = datetime(2024, 1, 5, 8, 30, tzinfo=UTC)
    assert Article(published=aware).to_ninjs()["contentCreated"] == aware.isoformat()
    for day in (aware.date(), aware.replace(tzinfo=None)):
        assert "contentCreated" not in Article(published=day).to_ninjs()


def test_ninjs_names_an_article_without_an_address_by_its_text():
    one, same, other = (Article(source=text).to_ninjs()["uri"] for text in ("Ice.", "Ice.", "Snow."))
    assert one == same != other
    assert one.startswith("urn:uuid:")


def test_clean_reads_bytes_as_it_reads_their_text():
    assert clean(RAW.encode()) == clean(RAW) == clean(bytearray(RAW.encode())) == clean(memoryview(RAW.encode()))


@pytest.mark.parametrize("kind", ["text", "article"])
def test_text_is_not_rendered_and_loses_its_markup_all_the_same(kind):
    raw = "<p>The harbour froze.</p>\n\n<p>It thawed.</p>"
    article = clean(raw, kind=kind)
    assert (article.source, article.body) == (raw, "The harbour froze.\n\nIt thawed.")
    assert [one.cleaner for one in article.removed] == ["residual_markup"] * 3


def test_kind_is_one_of_those_that_exist():
    with pytest.raises(ArticleCleanError, match="'page', 'article'; got 'pdf'"):
        clean(RAW, kind="pdf")


def test_a_page_is_told_from_text():
    story = (
        "<p>The harbour froze on Monday night, the first time since 1963, and the ferry stayed where it was.</p>" * 5
    )
    page = f"<!DOCTYPE html><html><body><article><h1>Ice</h1>{story}</article></body></html>"
    assert "<p>" not in clean(page).body
    assert "harbour froze" in clean(page).body


def test_the_public_names_exist_and_are_sorted():
    assert [name for name in article_clean.__all__ if not hasattr(article_clean, name)] == []
    assert article_clean.__all__ == sorted(article_clean.__all__, key=lambda name: (not name.isupper(), name))


def test_cleaners_have_distinct_names_that_say_no_verb():
    assert len(set(DEFAULT.names)) == len(DEFAULT.names)
    assert [name for name in DEFAULT.names if name.startswith(("clean", "remove", "strip"))] == []


@pytest.mark.parametrize(
    "text",
    ["Ice.", "PORT ELLERY (Gazette) — The harbour froze overnight.", "هلسنكي (رويترز)\n\n15 januára 2024"],
    ids=["a word", "a town in no list", "names of other languages"],
)
def test_the_import_is_light(text):
    heavy = {"trafilatura", "babel", "dateparser", "charset_normalizer", "chardet", "lxml", "ftfy", "pandas"}
    code = f"""
import sys
import article_clean, article_clean.cli
article_clean.clean({text!r})
print(*({heavy!r} & sys.modules.keys()))
"""
    done = run_process([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout.split() == []
