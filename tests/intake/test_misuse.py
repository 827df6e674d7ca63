"""What is passed in the place of an article: the error shows the call that works; odd texts have warnings."""

import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path, PurePath
from types import SimpleNamespace
from typing import get_args

import lxml.html
import pytest
from cases import FIXTURES
from selectolax.lexbor import LexborHTMLParser

import article_clean
from article_clean import (
    DEFAULT,
    ArticleCleanError,
    BlockModel,
    Pipeline,
    article_of,
    clean,
    clean_many,
    cleaner,
)
from article_clean.pages import Engine
from article_clean.pipeline import KINDS, Kind

PAGE = "<html><body><p>The harbour froze.</p></body></html>"
FILE = FIXTURES / "articles" / "wire_story.txt"


async def fetched(): ...


class Soup:
    """As BeautifulSoup: whatever is asked for is an element that is not there."""

    find_all = prettify = print

    def __getattr__(self, name):
        """No element of this name."""


class Streamed:
    """As a response whose content is fetched when it is first read."""

    text = PAGE

    @property
    def content(self):
        """Nothing that an error may wait for."""
        raise AssertionError


class AsyncResponse:
    """As of aiohttp."""

    content = None
    read = text = fetched


class Driver:
    """As of Selenium."""

    page_source = PAGE


def pending():
    """A coroutine that nobody awaits, and that does not complain."""
    coroutine = fetched()
    coroutine.close()
    return coroutine


@pytest.mark.parametrize(
    ("thing", "call"),
    [
        (FILE, "clean(path.read_bytes())"),
        (PurePath("story.txt"), "clean(Path(entry).read_bytes())"),
        (io.StringIO(PAGE), "clean(file.read())"),
        (io.BytesIO(PAGE.encode()), "clean(file.read())"),
        (SimpleNamespace(text=PAGE, content=PAGE.encode()), "clean(response.content, url=str(response.url))"),
        (Streamed(), "clean(response.content, url=str(response.url))"),
        (SimpleNamespace(body=b"", text=PAGE, css=len), "clean(response.body, url=response.url)"),
        (SimpleNamespace(geturl=str, read=bytes), "clean(response.read(), url=response.url)"),
        (AsyncResponse(), "clean(await response.read(), url=str(response.url))"),
        (lxml.html.fromstring(PAGE), "clean(lxml.html.tostring(element))"),
        (lxml.html.fromstring(PAGE).getroottree(), "clean(lxml.html.tostring(tree))"),
        (ET.Element("html"), "clean(ElementTree.tostring(element))"),
        (LexborHTMLParser(PAGE), "clean(tree.html)"),
        (LexborHTMLParser(PAGE).body, "clean(tree.html)"),
        (Soup(), "clean(str(soup))"),
        (Driver(), "clean(driver.page_source, url=driver.current_url)"),
        (pending(), "clean(await …)"),
        (FILE.read_text, "clean(read_text())"),
        ({"text": "Ice."}, "clean(record['text']), or clean_many([record])"),
        (clean("Ice."), "clean(article.source)"),
        (SimpleNamespace(itertuples=list, columns=["text"]), "clean_many(frame['text'])"),
        (["Ice.", "Snow."], "clean_many(records)"),
        ((text for text in ["Ice."]), "clean_many(records)"),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)
def test_what_is_no_text_is_refused_with_the_call_that_works(thing, call):
    with pytest.raises(ArticleCleanError) as refused:
        clean(thing)
    assert str(refused.value) == f"clean() takes str or bytes, not {type(thing).__name__}; call {call}"


def test_the_calls_that_are_shown_give_what_clean_takes():
    froze = "The harbour froze."
    path, soup, tree = FILE, lxml.html.fromstring(PAGE), LexborHTMLParser(PAGE)
    assert clean(path.read_bytes()).headline
    assert clean(lxml.html.tostring(soup)).body == froze
    assert clean(lxml.html.tostring(soup.getroottree())).body == froze
    assert clean(tree.html).body == froze
    assert clean(ET.tostring(ET.fromstring(PAGE))).body == froze  # noqa: S314  # our own
    assert clean(io.StringIO(PAGE).read()).body == froze


@pytest.mark.parametrize("thing", [None, 3, 2.5, object()])
def test_what_is_nothing_like_a_text_is_refused(thing):
    with pytest.raises(ArticleCleanError, match="pass the raw text or HTML of one article"):
        clean(thing)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"url": 3}, "url is the address as a str, or None; got 3"),
        ({"pipeline": "foo"}, r"pipeline is a Pipeline, such as DEFAULT\.without\('smart_quotes'\); got 'foo'"),
        ({"pipeline": None}, "pipeline is a Pipeline"),
        ({"kind": "pdf"}, "kind is one of 'auto', 'text', 'html', 'markdown', 'page', 'article'; got 'pdf'"),
        ({"kind": ["html"]}, r"kind is one of .*; got \['html'\]"),
        ({"engine": "readability"}, "engine is one of 'blocks', 'trafilatura', or a BlockModel; got 'readability'"),
        ({"engine": Path("model.json")}, "engine is one of 'blocks', 'trafilatura', or a BlockModel; got PosixPath"),
    ],
)
@pytest.mark.parametrize("raw", ["The harbour froze.", PAGE], ids=["text", "html"])
def test_an_argument_that_does_not_fit_is_named_with_what_to_pass(raw, options, message):
    with pytest.raises(ArticleCleanError, match=message):
        clean(raw, **options)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: clean("Ice.", piepline=DEFAULT), r"clean\(\) has no argument 'piepline'; did you mean 'pipeline'\?"),
        (lambda: clean("Ice.", favour=1), r"clean\(\) has no argument 'favour'; did you mean 'favor'\?"),
        (lambda: clean("Ice.", zeal=1), r"clean\(\) has no argument 'zeal'; it takes url, kind, pipeline, engine"),
        (lambda: clean_many([], worker=2), r"clean_many\(\) has no argument 'worker'; did you mean 'workers'\?"),
        (lambda: clean_many([], fields="x"), r"clean_many\(\) has no argument 'fields'; did you mean 'field'\?"),
    ],
)
def test_an_unknown_keyword_is_an_error_that_names_the_nearest(call, message):
    with pytest.raises(ArticleCleanError, match=message):
        call()


@pytest.mark.parametrize(
    ("records", "message"),
    [
        (
            "one string",
            r"records is an iterable of texts, bytes or mappings, and \[record\] for a single one; got 'one s",
        ),
        (b"bytes", r"and \[record\] for a single one"),
        ({"text": "Ice."}, r"and \[record\] for a single one; got {'text': 'Ice.'}"),
        (SimpleNamespace(itertuples=list), r"such as frame\['text'\] or frame.to_dict\('records'\)"),
        (None, "records is an iterable of texts, bytes or mappings; got None"),
    ],
)
def test_one_record_in_the_place_of_many_is_refused_at_once(records, message):
    with pytest.raises(ArticleCleanError, match=message):
        clean_many(records)


def test_an_unknown_keyword_of_a_batch_is_named():
    pyarrow = pytest.importorskip("pyarrow")
    with pytest.raises(ArticleCleanError, match=r"clean_batch\(\) has no argument 'columns'; did you mean 'column'\?"):
        article_clean.clean_batch(pyarrow.RecordBatch.from_pydict({"text": ["Ice."]}), columns="text")


STAR = r"a cleaner's name is a str; several are passed one by one, as without\('tags', 'captions'\); got \['captions'\]"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: clean_many([], workers="2"), "workers is the number of processes, at least 1; got '2'"),
        (lambda: clean_many([], deadline="2"), "deadline is the seconds for a record, or None; got '2'"),
        (lambda: article_of('{"body": ""}'), r"row is a mapping, such as json.loads\(line\); got "),
        (lambda: article_of({"title": "Ice"}), "no column of an article; the row has 'title'"),
        (lambda: DEFAULT.without(["captions"]), STAR),
        (lambda: Pipeline(None), "cleaners is an iterable of cleaners, such as DEFAULT.cleaners; got None"),
        (
            lambda: Pipeline.from_dict("plan.json"),
            r"plan is a dict, as to_dict\(\) makes it and json.load\(\) reads it",
        ),
        (lambda: clean("Ice.").trace(0.5, 2), "start is an offset in the body as an int; got 0.5"),
        (lambda: clean("Ice.").to_ninjs(uri=3), "uri is the address as a str, or None; got 3"),
        (lambda: cleaner(len, stage="boilerplate"), r"name is what the cleaner is called: @cleaner\('share_bar'"),
    ],
)
def test_an_argument_of_another_type_is_named_with_what_to_pass(call, message):
    with pytest.raises(ArticleCleanError, match=message):
        call()


def test_options_of_many_are_checked_at_once():
    with pytest.raises(ArticleCleanError, match="pipeline is a Pipeline"):
        clean_many([], pipeline="foo")
    with pytest.raises(ArticleCleanError, match="field is the name of a field as a str, or None; got 3"):
        clean_many([], field=3)


def test_kind_and_engine_are_typed_by_their_values():
    assert get_args(Kind) == KINDS
    name, model = get_args(Engine)
    assert (get_args(name), model) == (("blocks", "trafilatura"), BlockModel)


FEED = "<rss version='2.0'><channel><item><description>Ice.</description></item></channel></rss>"


@pytest.mark.parametrize(
    ("raw", "look"),
    [
        ("pages/story.html", "the name of a file"),
        ("story.txt", "the name of a file"),
        ("/data/pages/12", "the name of a file"),
        ("C:\\My pages\\story.htm", "the name of a file"),
        ("./old pages/story.html", "the name of a file"),
        ("https://coast.example/ice?page=2", "an address"),
        ("\n  http://coast.example\n", "an address"),
        ("www.coast.example/ice", "an address"),
        ('{"title": "Ice", "text": "The harbour froze."}', "JSON"),
        ('[\n {"text": "The harbour froze."}\n]\n', "JSON"),
        ('{"text": "Ice."}\n{"text": "Snow."}\n', "lines of JSON"),
        (FEED, "an RSS feed"),
        (f"\ufeff<?xml version='1.0'?>\n<!-- made by hand -->\n{FEED}", "an RSS feed"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry/></feed>", "an Atom feed"),
        ("<?xml version='1.0'?><urlset><url><loc>https://coast.example/</loc></url></urlset>", "a sitemap"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoded", [False, True], ids=["str", "bytes"])
def test_an_input_that_looks_like_something_else_has_a_warning_that_says_so(raw, look, encoded):
    (warning,) = [one for one in clean(raw.encode() if encoded else raw).warnings if "looks like" in one]
    assert warning.startswith(f"the input looks like {look}; pass ")


@pytest.mark.parametrize(
    "raw",
    [
        "The harbour froze.",
        "The plan stands at https://coast.example/plan.html",
        "Read it in README.md",
        "Ice",
        "and/or",
        "3/4",
        "[Editor's note: this story was corrected.]",
        "[1] A note.\n[2] Another.",
        "{{ title }}",
        "[2024]",
        "{" * 5000 + "}" * 5000,
        "[" * 100_000 + "]" * 100_000,
        PAGE,
        "<p>RSS feeds begin with an rss element.</p><p>&lt;rss&gt; it is.</p>",
    ],
    ids=lambda raw: raw[:20],
)  # fmt: skip
def test_an_article_however_short_has_no_such_warning(raw):
    assert [warning for warning in clean(raw).warnings if "looks like" in warning] == []


def test_what_looks_like_json_is_cleaned_all_the_same():
    raw = json.dumps({"text": "The harbour froze."})
    assert clean(raw).source == raw
