"""What is shown of an article: all of it, as text that stays text, and told apart by more than colour."""

import json
import re
from itertools import product

import pytest
from benchmarks.texts import library
from cases import FIXTURES
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from article_clean import DEFAULT, Article, Caption, Dateline, Edit, Pipeline, article_of, clean, cleaner
from article_clean.core.edits import apply
from article_clean.errors import ArticleCleanError
from article_clean.views import comparison, notebook, page, terminal
from article_clean.views.cells import cells, lines, printable
from article_clean.views.comparison import Taker, stretches
from article_clean.views.explain_page import MOST_ON_LINE, MOST_SEGMENTS, MOST_SHOWN
from article_clean.views.hues import HUES, colours, hue
from article_clean.views.notebook import LONGEST_KEPT, SHOWN_PARAGRAPHS
from article_clean.views.segments import Kind, percent, runs, segments, shares, summed, tallies

HOSTILE = "<script>alert(1)</script>\"><img src=x onerror=alert(2)>&amp;'</div><!-- ]]> &#60;b&#62;"
WORDS = [
    "Share",
    "Post a Comment",
    "The harbour froze",
    "&amp;",
    "x\u00a0y",
    "ﬁre",
    "\u200b",
    "“",
    "12 Comments",
    "渡口",
]
WORDS += ["\r", "\0", "<b>", "😀", "\f", "By Ada Quill", "HARLOW BAY (AP) — Ice", "Photo: Tom Reef/AP", HOSTILE, "\x85"]
TEXTS = st.lists(st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join), max_size=12).map("\n".join)
HARBOUR = (FIXTURES / "articles" / "frozen_harbour.txt").read_bytes()
FERRY = (FIXTURES / "pages" / "second_ferry.html").read_bytes()
SGR = re.compile(r"\x1b\[[\d;]*m")


@cleaner("menu", stage="boilerplate", role="share")
def menu(doc):
    for line in doc.lines_with("menu"):
        yield Edit(line.start, line.end, reason='it says "menu" <b>')


@cleaner("bar", stage="boilerplate")
def bar(doc):
    for line in doc.lines_with("menu", "bar"):
        yield Edit(line.start, line.end)


TOYS = DEFAULT.with_(menu).with_(bar)


@pytest.fixture(scope="module")
def harbour():
    return clean(HARBOUR)


def parsed(html, selector):
    """The text of an element, as a browser has it, without what a fold is called."""
    tree = LexborHTMLParser(html)
    for summary in tree.css("summary"):
        summary.decompose()
    return tree.css_first(selector).text()


def pieces(node):
    """The texts and marks of a source, those in pieces and folds too."""
    for child in node.iter(include_text=True):
        yield from pieces(child) if child.tag in {"div", "span"} else (child,)


def as_shown(text):
    return text.replace("\0", "␀")


@given(TEXTS)
def test_the_segments_are_the_source_and_their_edits_the_trail(text):
    article = clean(text, kind="text")
    parts = list(segments(article))
    assert "".join(part.text for part in parts) == article.source
    assert tuple(part.edit for part in parts if part.edit) == article.trail


@given(TEXTS)
def test_every_character_of_source_and_body_stands_in_the_page(text):
    article = clean(text, kind="text")
    html = page(article)
    assert parsed(html, "#source-text") == as_shown(article.source)
    assert parsed(html, "#body-text") == as_shown(article.body)


@given(TEXTS)
def test_every_character_of_source_and_body_stands_in_a_notebook(text):
    article = clean(text, kind="text")
    html = notebook(article)
    assert parsed(html, ".source") == as_shown(article.source)
    assert parsed(html, ".body") == as_shown(article.body)


@given(TEXTS)
def test_the_edits_that_a_page_carries_make_the_body_of_the_source(text):
    article = clean(text, kind="text")
    tree = LexborHTMLParser(page(article))
    marks = tree.css("#source-text :is(del, mark, i)")
    rows = json.loads(tree.css_first("#data").text())["rows"]
    assert len(marks) == len(rows)
    at, edits = 0, []
    for node in pieces(tree.css_first("#source-text")):
        length = len(node.text())
        if node.tag != "-text":
            row = rows[len(edits)]
            edits.append(Edit(at, at + length, row if isinstance(row, str) else row[0][0]))
        at += length
    assert apply(article.source, edits) == article.body


@given(TEXTS, st.sampled_from(["smart_quotes", "comment_trailers", "entities", "captions"]))
def test_two_pipelines_are_compared_on_every_character(text, name):
    ours, theirs = clean(text, kind="text"), clean(text, kind="text", pipeline=DEFAULT.without(name))
    for a, b in ((ours, theirs), (theirs, ours)):
        found = list(stretches(a, b))
        assert "".join(stretch.text for stretch in found) == ours.source
        for stretched, article in (("a", a), ("b", b)):
            edits = {getattr(stretch, stretched).edit for stretch in found}
            assert edits - {None} == {part.edit for part in runs(segments(article))} - {None}
    assert parsed(comparison(ours, theirs, ("a", "b")), "#source-text") == as_shown(ours.source)


def test_a_long_text_folds_and_none_of_it_is_lost():
    text = "\n\n".join(f"The ferry {n} stayed at the northern pier until noon on that day." for n in range(60))
    article = clean(text, kind="article")
    html = notebook(article)
    folds = [node.text() for node in LexborHTMLParser(html).css(".source summary, .body summary")]
    amounts = (f"{60 - SHOWN_PARAGRAPHS} more paragraphs", f"{len(article.source) - 600:,} more characters kept")
    assert folds == [f"… {amount} …" for amount in amounts]
    assert parsed(html, ".body") == article.body
    one = clean("x" * (LONGEST_KEPT + 1), kind="article")
    assert parsed(notebook(one), ".source") == one.source
    assert "more characters kept" in notebook(one)


@pytest.mark.parametrize("words", ["“ice” on the pier. ", "&amp;", "”", "ice on\nthe pier. ", "ﬁ"])
def test_a_text_of_many_small_edits_folds_too(words):
    article = clean(words * (2 * LONGEST_KEPT), kind="article")
    html = notebook(article)
    assert len(LexborHTMLParser(html).css(".source summary")) == 1
    assert parsed(html, ".source") == article.source


@pytest.mark.parametrize("view", [page, notebook])
def test_markup_in_a_text_is_text(view):
    edits = (Edit(0, 4, "", HOSTILE, HOSTILE, HOSTILE, (HOSTILE,)), Edit(4, 5, HOSTILE, "x", "", HOSTILE))
    source = f"abcde{HOSTILE}"
    article = Article.made(
        (edits,),
        source=source,
        body=apply(source, edits),
        headline=HOSTILE,
        deck=HOSTILE,
        captions=(Caption(text=HOSTILE, credit=HOSTILE),),
        dateline=Dateline(text=HOSTILE),
        warnings=(HOSTILE,),
        language=HOSTILE,
    )
    harmless = clean("abcde", kind="article")
    for html, reference in ((view(article), view(harmless)), (page(article, HOSTILE), page(harmless, "x"))):
        tree, other = LexborHTMLParser(html), LexborHTMLParser(reference)
        assert len(tree.css("script")) == len(other.css("script"))
        assert tree.css("img, b:not(.who *)") == []
        assert [name for node in tree.css("*") for name in node.attributes if name.startswith("on")] == []


def test_a_comparison_keeps_markup_text():
    a = clean("menu <b>\n\nThe harbour froze.", pipeline=TOYS)
    html = comparison(a, clean("menu <b>\n\nThe harbour froze."), (HOSTILE, HOSTILE), HOSTILE)
    tree = LexborHTMLParser(html)
    assert tree.css("img, .source b, li a b") == []
    assert len(tree.css("script")) == 2


@pytest.mark.parametrize(
    "view", [page, notebook, lambda a: comparison(a, a, ("a", "b"))], ids=["page", "notebook", "two"]
)
def test_no_view_names_an_address_to_load_from(view, harbour):
    html = view(harbour)
    assert re.findall(r"(?:src|href|url|import)\W*(?:https?:|//)", html) == []


def test_the_policy_of_a_page_allows_its_own_script_and_style_alone(harbour):
    tree = LexborHTMLParser(page(harbour))
    policy = tree.css_first("meta[http-equiv]").attributes["content"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert not tree.css("body [style]")


def test_a_page_is_the_same_each_time(harbour):
    assert page(harbour, "x") == page(clean(HARBOUR), "x")


def test_each_edit_has_its_kind(harbour):
    kinds = {(part.role, part.kind) for part in segments(harbour) if part.edit and part.edit.cleaner}
    assert kinds == {
        ("headline", Kind.MOVED),
        ("byline", Kind.MOVED),
        ("date_line", Kind.MOVED),
        ("caption", Kind.MOVED),
        ("dateline", Kind.MOVED),
        ("promo", Kind.REMOVED),
        ("share", Kind.REMOVED),
        ("comments", Kind.REMOVED),
        ("encoding", Kind.REPLACED),
        ("typography", Kind.REPLACED),
        ("layout", Kind.JOINED),
    }


def test_a_date_that_is_in_no_field_is_removed_not_moved():
    edit = Edit(0, 3, "", "date_line", "", "date_line")
    article = Article.made(((edit,),), source="May", body="")
    assert [part.kind for part in segments(article)] == [Kind.REMOVED]


def test_an_invisible_character_is_shown_quietly():
    (part,) = (part for part in segments(clean("The har\u200bbour froze.")) if part.edit)
    assert part.kind is Kind.REPLACED


def test_the_tallies_count_passages_and_characters_the_most_first(harbour):
    found = tallies(segments(harbour))
    assert found[0] == ("captions", ("caption",), 1, 81)
    assert ("comment_trailers", ("comments",), 2, 25) in found
    assert sum(one.characters for one in found) == sum(e.end - e.start for e in harbour.trail if e.cleaner)


@pytest.mark.parametrize(("part", "shown"), [(0, "0\xa0%"), (1, "<1\xa0%"), (250, "25\xa0%"), (1000, "100\xa0%")])
def test_a_small_share_is_not_nothing(part, shown):
    assert percent(part, 1000) == shown


@given(st.lists(st.integers(0, 2000), min_size=1, max_size=6))
def test_shares_add_up_to_100(counts):
    told = shares({str(n): count for n, count in enumerate(counts)})
    figures = re.findall(r"(<?)(\d+)\xa0%", told)
    assert len(figures) == len(counts)
    assert sum(0 if small else int(points) for small, points in figures) == (100 if sum(counts) else 0)


def test_each_share_is_off_by_less_than_a_percent():
    assert shares({"a": 1, "b": 1, "c": 1}) == "34\xa0% a, 33\xa0% b, 33\xa0% c"
    assert shares({"a": 999, "b": 1}) == "100\xa0% a, <1\xa0% b"


def test_what_is_neither_kept_moved_nor_removed_is_named():
    article = clean("The “ice” stayed.\n\n\nIt thawed.", kind="article")
    assert summed(segments(article)) == (
        "30 characters, 83\xa0% kept, 0\xa0% moved, 0\xa0% removed, 7\xa0% replaced, 10\xa0% white space"
    )
    assert "white space" not in summed(segments(clean("The ice stayed.", kind="article")))


@pytest.mark.parametrize(("view", "word"), [(page, "source-text"), (notebook, "source")], ids=["page", "notebook"])
def test_lines_of_the_page_in_a_row_have_one_mark(view, word):
    article = clean(FERRY)
    tree = LexborHTMLParser(view(article))
    marks = [
        mark.text() for mark in tree.css(f"[id={word}] del, .{word} del") if mark.attributes["data-role"] == "page"
    ]
    assert marks[0] == "Home\nNews\nSport\nTides\nHarbour"
    assert len(marks) == 4
    assert parsed(view(article), f"[id={word}], .{word}") == article.source


def test_such_a_mark_says_how_many_lines_it_has_and_their_reasons():
    first = next(part for part in runs(segments(clean(FERRY))))
    assert first.edit.reason == "5 passages in a row: far from the text of the article"
    assert (first.edit.start, first.edit.end) == (0, 29)


def test_lines_that_other_cleaners_took_keep_marks_of_their_own():
    edits = [Edit(0, 2, "", "page", "", "x"), Edit(2, 3, "", "layout"), Edit(3, 5, "", "page", "", "y")]
    edits += [Edit(5, 6, "", "layout"), Edit(6, 8, "", "page", "", "y", ("z",))]
    parts = runs(segments(Article.made((edits,), source="ab\nab\nab", body="")))
    assert [part.edit for part in parts] == edits


@given(st.lists(st.sampled_from(["page", "share", "kept"]), max_size=12), st.booleans())
def test_only_lines_of_the_page_become_one_and_the_edits_do_the_same(roles, laid_out):
    edits = [Edit(3 * n, 3 * n + 2, "", role, f"line {n}", "x") for n, role in enumerate(roles) if role != "kept"]
    edits += [Edit(3 * n + 2, 3 * n + 3, "", "layout") for n in range(len(roles))] if laid_out else []
    edits.sort()
    source = "ab\n" * len(roles)
    parts = list(runs(segments(Article.made((edits,), source=source, body=apply(source, edits)))))
    assert "".join(part.text for part in parts) == source
    assert apply(source, [part.edit for part in parts if part.edit]) == apply(source, edits)
    starts = [3 * n for n, role in enumerate(roles) if role == "page" and (not n or roles[n - 1] != "page")]
    if laid_out:
        assert [part.start for part in parts if part.role == "page"] == starts
    else:
        assert len([part for part in parts if part.role == "page"]) == roles.count("page")


@pytest.mark.parametrize("view", [page, notebook])
def test_the_places_that_say_a_field_and_the_language_are_shown(view):
    tree = LexborHTMLParser(view(clean(FERRY)))
    shown = dict(zip(*([node.text() for node in tree.css(f".origins {tag}")] for tag in ("dt", "dd")), strict=True))
    assert shown["headline"] == "h1, json-ld, og:title, title"
    assert shown["captions"] == "text"
    assert shown["language"] == "en-GB, by html lang"
    assert view(clean("", kind="article")).count("<dd>not known</dd>") == 1


@pytest.mark.parametrize("view", [page, notebook])
def test_a_reader_is_told_that_marks_can_be_pointed_at(view, harbour):
    assert "Point at a mark" in LexborHTMLParser(view(harbour)).css_first(".hint").text()


LONG = {
    "marks": "“ice” on the pier.\n\n" * (MOST_SEGMENTS // 3),
    "marks on a line": "“”’ " * MOST_ON_LINE,
    "characters": "The ice stayed. " * (MOST_SHOWN // 10),
}


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_a_text_that_no_browser_shows_at_once_is_shortened_and_says_so(text):
    article, other = clean(text, kind="article"), clean(text, kind="article", pipeline=DEFAULT.without("entities"))
    for html in (page(article), comparison(article, other, ("a", "b"))):
        shown = parsed(html, "#source-text")
        assert article.source.startswith(shown)
        told = f"this page shows the first {len(shown):,} of {len(article.source):,} characters"
        assert told in LexborHTMLParser(html).css_first("#source .warning").text()
        assert len(LexborHTMLParser(html).css("#source-text :is(del, mark, i)")) < MOST_SEGMENTS
        assert len(shown) <= MOST_SHOWN
    body = parsed(page(article), "#body-text")
    assert article.body.startswith(body)
    assert len(body) < len(article.body)


def test_a_text_of_1_mb_is_shown_whole():
    article = clean(library(1_000_000))
    assert parsed(page(article), "#source-text") == article.source
    assert "Shortened" not in page(article)


def test_the_notebook_tells_cleaner_reason_and_who_else_wanted_it():
    article = clean("The harbour froze.\n\nmenu of the day\n\nIt thawed.", kind="article", pipeline=TOYS)
    (mark,) = LexborHTMLParser(notebook(article)).css("del")
    told = mark.attributes["aria-description"]
    assert told == "bar, 15 characters; bar: also wanted by menu" or told.endswith("; also wanted by menu")
    assert mark.attributes["tabindex"] == "0"
    assert mark.attributes["data-role"] == "bar"


def test_a_notebook_shows_the_article_itself(harbour):
    assert harbour._repr_html_() == notebook(harbour)


def test_rich_prints_what_was_found(harbour):
    shown = dict(harbour.__rich_repr__())
    assert list(shown) == ["headline", "byline", "dateline", "published", "body", "captions", "language", "removed"]
    assert shown["removed"]["comment_trailers"] == 2


def luminance(colour):
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return sum(weight * one for weight, one in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one, other):
    """The ratio of WCAG 2.2, success criterion 1.4.3."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


PAIRS = [
    ("text", "paper"),
    ("text", "desk"),
    ("quiet", "paper"),
    ("quiet", "desk"),
    ("accent", "paper"),
    ("accent", "desk"),
]
PAIRS += [
    pair for hue in HUES for pair in ((f"{hue}-ink", f"{hue}-tint"), (f"{hue}-ink", "paper"), ("text", f"{hue}-tint"))
]


@pytest.mark.parametrize(("ink", "ground"), PAIRS)
@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
def test_every_text_stands_out_from_its_ground_by_4_5_to_1(ink, ground, theme):
    found = colours()
    assert contrast(found[ink][theme], found[ground][theme]) >= 4.5


def test_contrast_is_measured_as_the_standard_does():
    assert round(contrast("#ffffff", "#000000"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_every_role_has_a_hue_and_a_plug_in_s_own_role_too():
    assert {hue(one.role) for one in DEFAULT.cleaners} <= set(HUES)
    assert hue("weather_box") == "other"


def test_the_terminal_view_is_plain_text_where_there_is_no_terminal(harbour):
    view = harbour.report()
    assert "\x1b" not in view
    assert repr(view) == view
    for line in ("  headline → Port Ellery harbour", "     promo ✗ Sign up for our morning newsletter"):
        assert line in view
    assert "[dateline: PORT ELLERY, Maine (Coast News) — ]The harbour" in view
    assert re.search(r"^comment_trailers +2 +25 +4\s%$", view, re.MULTILINE)


def test_colours_add_nothing_to_the_text(harbour):
    painted = harbour.report(80, color=True)
    assert SGR.search(painted)
    assert [line.rstrip() for line in SGR.sub("", painted).split("\n")] == harbour.report(80, color=False).split("\n")


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)]
)
def test_a_terminal_is_coloured_unless_it_or_its_user_will_not_have_it(harbour, monkeypatch, environment, coloured):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert bool(SGR.search(terminal(harbour))) is coloured


@given(TEXTS, st.integers(40, 100))
def test_no_line_of_the_terminal_view_is_wider_than_the_terminal(text, width):
    article = clean(text, kind="text")
    assert max(map(cells, terminal(article, width, color=False).split("\n"))) <= max(width, 80)


@given(st.text(), st.integers(2, 30))
def test_lines_are_all_of_the_text_in_order(text, width):
    text = printable(text)
    spans = list(lines(text, width))
    assert "".join(text[start:end] for start, end in spans) == text
    assert [(start, end) for start, end in spans if cells(text[start:end].rstrip()) > width] == []


def test_east_asian_characters_take_two_cells_and_accents_none():
    assert [cells(text) for text in ("ferry", "渡口", "ｆ", "e\u0301", "")] == [5, 4, 2, 1, 0]


def test_the_terminal_does_not_obey_a_text():
    assert "\x1b" not in terminal(clean("The harbour \x1b[31mfroze\x1b]0;title\x07 again."))
    assert printable("a\x1b[2J\u202eb") == "a\ufffd[2J\ufffdb"


def test_many_lines_of_one_kind_fold_in_the_terminal():
    text = "\n\n".join(f"The ferry {n} stayed at the northern pier until noon on that day." for n in range(60))
    assert re.search(r"… \d+ more lines …", terminal(clean(text, kind="article")))


def test_a_comparison_tells_what_only_one_takes():
    rules = DEFAULT.without("leftovers")
    both = clean(HARBOUR, pipeline=rules)
    less = clean(HARBOUR, pipeline=rules.without("newsletter"))
    takers = {stretch.text: stretch.taker for stretch in stretches(less, both)}
    assert takers["Sign up for our morning newsletter"] is Taker.B
    assert takers["Share this article on Facebook"] is Taker.BOTH
    tree = LexborHTMLParser(comparison(less, both, ("less", "default")))
    assert [node.text() for node in tree.css(".differences a")] == ["Sign up for our morning newsletter"]
    assert tree.css_first(".differences a").attributes["href"] == "#" + tree.css_first("[data-by=b]").attributes["id"]


def test_articles_of_two_sources_are_not_compared(harbour):
    with pytest.raises(ArticleCleanError, match="different sources"):
        comparison(harbour, clean("Ice."), ("a", "b"))


def test_the_page_of_100_kb_takes_less_than_1_mb():
    text = library(100_000)
    assert len(page(clean(text)).encode()) < 1_000_000


def test_no_pipeline_at_all_is_shown_too():
    article = clean("The harbour froze.", pipeline=Pipeline())
    for view, kind in product((page, notebook, terminal), ("", "x")):
        assert "The harbour froze." in view(clean(f"The harbour froze.{kind}", pipeline=Pipeline()))
    assert "Nothing was taken out" in page(article)


BLOCKS = """<html><body><article><p>The harbour froze on Monday for the first time since 1963, and the ferries stayed in
port. Nobody in town could say how long the ice would hold.</p><h2>What the harbour master of the town says</h2>
<ol><li>The ice is thick, but nobody should walk on it alone.</li><li>The old ferry stays in port until the tide has
turned.</li></ol><p>Children skated between the moored boats until the coast guard sent them home in the evening. They
came back in the morning.</p></article></body></html>"""


def test_a_notebook_shows_what_paragraphs_are():
    shown = clean(BLOCKS)._repr_html_()
    assert '<p data-block="heading" role="heading" aria-level="2">What the harbour master' in shown
    assert '<p data-block="item" data-sign="2.">The old ferry' in shown


def test_an_explain_page_shows_what_paragraphs_are():
    assert '<p data-block="item" data-sign="1.">The ice is thick' in page(clean(BLOCKS))


def test_a_terminal_shows_headings_in_bold():
    assert "\x1b[1mWhat the harbour master of the town says\x1b[0m" in clean(BLOCKS).report(color=True)


def test_an_article_that_was_loaded_shows_its_paragraphs():
    article = article_of(clean(BLOCKS).to_row())
    assert "data-block=" not in article._repr_html_().partition("</style>")[2]
    assert "What the harbour master" in article.report()
