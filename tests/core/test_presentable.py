"""Whatever an input holds, a field, a warning and a reason are one line that a terminal prints and does not obey."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from article_clean import DEFAULT, Edit, article_of, clean, cleaner
from article_clean.cli import main
from article_clean.core.caches import LONGEST_CACHED_CHARS, text_cache
from article_clean.core.parts import Byline, Caption, Dateline, Removal
from article_clean.core.presentable import encodable, presentable
from article_clean.errors import PipelineError
from tests.laws import violations

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ODD = ("\x1b[31m", "\x07", "\x9b", "\x7f", "\0", "\t", "\x85", "\u2028", "\ud800", "\u202e", "\u2067", "\u2069")
TEXTS = st.text(st.one_of(st.sampled_from("".join(ODD) + BIDI + " \n\r a\u200f"), st.characters(codec=None)))
STORY = "<p>The ferry sails again on Monday, said the harbour master, who had waited.</p>" * 4
PAGE = "<!doctype html><html><head>{head}</head><body><article>{body}" + STORY + "</article></body></html>"
LD = '<script type="application/ld+json">{}</script>'
MARKED = {
    "title": PAGE.format(head="<title>Ferry {}sails</title>", body=""),
    "open graph": PAGE.format(head='<meta property="og:title" content="Ferry {}sails">', body=""),
    "author": PAGE.format(head='<meta name="author" content="Ada {}Quill">', body="<h1>Ferry sails</h1>"),
    "h1": PAGE.format(head="", body="<h1>Ferry {}sails</h1>"),
    "deck": PAGE.format(head="", body="<h1>Ferry sails</h1><p class=deck>The winter ice {}has gone from the harbour"),
    "caption": PAGE.format(
        head="", body="<figure><figcaption>The ferry {}at its pier. Photo: AP</figcaption></figure>"
    ),
    "error": "<html><head><title>404: {}</title></head><body><p>It is not here.</p></body></html>",
    "redirect": "<html><meta http-equiv=refresh content='0;url=/ferry{}'><body><p>Wait.</p></body></html>",
    "frames": "<html><frameset><frame src='/ferry{}'></frameset></html>",
    "charset": '<html><meta charset="utf{}9">',
    "text": "Ferry {}sails again\n\nThe ice {}has gone from the harbour\n\nBy Ada {}Quill, Coast {}News\n\n"
    "PORT {}ELLERY, Jan. 5 (AP) — The ferry sails again on Monday, said the harbour master, who had waited.\n\n"
    "Photo {}caption: The ferry {}at its pier. Photo: Ada {}Quill/AP",
}


def odd_characters(text):
    return {char for char in text if unicodedata.category(char) in {"Cc", "Cs"} or char in BIDI}


@given(TEXTS)
@example("\ud83d\ude00\x1f")
def test_a_presentable_text_has_no_control_no_surrogate_and_no_embedding(text):
    assert not odd_characters(presentable(text))


@given(TEXTS)
def test_what_is_presentable_stays_as_it_is(text):
    assert presentable(presentable(text)) == presentable(text)


@given(TEXTS)
def test_all_that_prints_stays(text):
    def printed(given):
        return [char for char in given if not char.isspace() and char not in odd_characters(given)]

    assert printed(presentable(text)) == printed(encodable(text))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A ferry\n  and\ta pier\r\n", "A ferry and a pier"),
        ("\u200fשלום\u200e", "\u200fשלום\u200e"),
        ("10\xa0000", "10\xa0000"),
        ("\ud800", "\N{REPLACEMENT CHARACTER}"),
        ("\x1b[1mbold", "[1mbold"),
    ],
)
def test_a_line_break_is_a_space_and_a_control_is_nothing(text, shown):
    assert presentable(text) == shown


@pytest.mark.parametrize("odd", ODD, ids=ascii)
@pytest.mark.parametrize("place", MARKED)
def test_no_field_warning_or_reason_holds_an_odd_character(place, odd):
    article = clean(MARKED[place].replace("{}", odd), url="https://coast.example/")
    values = article.model_dump(exclude={"body", "source", "removed", "edits"})
    values["reasons"] = [edit.reason for edit in article.trail]
    assert not odd_characters("".join(_strings(values)))
    assert [broken for broken in violations(MARKED[place].replace("{}", odd)) if broken.law != "again"] == []


@pytest.mark.parametrize(
    "value",
    [
        Byline(text="A\x1b", authors=("A\x1b",), agencies=("A\x1b",), roles=("A\x1b",)),
        Dateline(text="A\x1b", places=("A\x1b",), region="A\x1b", date_text="A\x1b", agencies=("A\x1b",)),
        Caption(text="A\x1b", credit="A\x1b"),
        Removal(text="A", start=0, end=1, role="a", cleaner="a", reason="A\x1b"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_value_that_a_plug_in_makes_is_presentable(value):
    assert "\x1b" not in "".join(_strings(value.model_dump()))


def test_the_reason_of_a_plug_in_is_presentable():
    @cleaner("odd", stage="boilerplate")
    def odd(_):
        yield Edit(0, 3, reason="a\ud800\nb\x1b")

    article = clean("The ferry sails.", pipeline=DEFAULT.with_(odd))
    assert article.removed[0].reason == "a\N{REPLACEMENT CHARACTER} b"
    assert article_of(json.loads(article.model_dump_json())) == article


def test_a_plug_in_that_writes_a_lone_surrogate_is_named():
    @cleaner("odd", stage="characters")
    def odd(_):
        yield Edit(0, 1, "\ud800")

    with pytest.raises(PipelineError, match=r"'odd'.*lone surrogate.*U\+FFFD"):
        clean("The ferry sails.", pipeline=DEFAULT.with_(odd))


@pytest.mark.parametrize("more", [[], ["--show-removed"], ["--format", "markdown"], ["--format", "json"]])
def test_no_control_of_a_source_reaches_the_terminal(tmp_path, capsys, more):
    path = tmp_path / "a\x1b.txt"
    path.write_text(
        "The \x1b]0;title\x07ferry sails.\n\n\x9b31mNo.\n\n© 2024 Coast\x1b News. All rights reserved.",
        encoding="utf-8",
    )
    main(["clean", str(path), str(path), "--without", "invisible_characters", *more])
    captured = capsys.readouterr()
    assert odd_characters(captured.out + captured.err) == {"\n"}


def test_no_control_of_a_files_name_reaches_the_terminal(capsys):
    main(["clean", "none\x1b.txt"])
    assert odd_characters(capsys.readouterr().err) == {"\n"}


def test_a_report_obeys_no_control_of_a_source():
    report = clean(
        "The \x1b[31mferry\x9b sails.\n\nNo comments:\x07", pipeline=DEFAULT.only("comment_trailers")
    ).report()
    assert odd_characters(report) <= {"\n"}


def test_a_direction_mark_is_printed_by_the_command(tmp_path, capsys):
    path = tmp_path / "a.txt"
    path.write_text("הספינה \u200fיוצאת ביום שני.", encoding="utf-8")
    main(["clean", str(path)])
    assert "\u200f" in capsys.readouterr().out


@pytest.mark.parametrize("ending", ["jsonl", "parquet"])
@pytest.mark.parametrize("more", [[], ["--resume"]])
@pytest.mark.parametrize(
    "record",
    [
        {"id": "\ud800", "text": "A story."},
        {"id": "1", "text": "A story.", "site": "\udfff"},
        {"id": "1", "text": "A story.", "site": {"\ud800": ["\udfff", 1, None]}},
    ],
    ids=["id", "kept", "nested"],
)
def test_a_lone_surrogate_in_an_id_or_a_kept_field_is_mended_and_told(tmp_path, monkeypatch, ending, more, record):
    monkeypatch.chdir(tmp_path)
    rest = {"id": "2", "text": "Another story.", "site": "é"}
    Path("in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in (record, rest)), encoding="utf-8")
    assert main(["batch", "in.jsonl", "-o", f"out.{ending}", "--keep", "site", *more]) == 0
    first, second = _rows(f"out.{ending}")
    mended = json.loads(encodable(json.dumps(record, ensure_ascii=False)))
    assert (first["id"], _as_value(first["site"])) == (mended["id"], mended.get("site"))
    assert "lone surrogates in the record's id or in a kept field are read as U+FFFD" in first["warnings"]
    assert (second["id"], second["site"], second["warnings"]) == ("2", "é", [])


def test_a_failure_with_a_lone_surrogate_in_its_id_is_listed(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("in.jsonl").write_text('{"id": "\\ud800", "text": 5}\n', encoding="utf-8")
    main(["batch", "in.jsonl", "-o", "out.jsonl"])
    row = json.loads(Path("out.jsonl.errors.jsonl").read_text(encoding="utf-8"))
    assert row["id"] == "\N{REPLACEMENT CHARACTER}"


def test_a_cache_of_texts_holds_only_so_many_characters():
    calls = []

    @text_cache(entries=2)
    def size(text):
        calls.append(text)
        return len(text)

    short, long = "a" * LONGEST_CACHED_CHARS, "a" * (LONGEST_CACHED_CHARS + 1)
    assert [size(short), size(short), size(long), size(long)] == [len(short), len(short), len(long), len(long)]
    assert calls == [short, long, long]


def _rows(name):
    if name.endswith(".jsonl"):
        return [json.loads(line) for line in Path(name).read_text(encoding="utf-8").splitlines()]
    parquet = pytest.importorskip("pyarrow.parquet")
    return parquet.read_table(name).to_pylist()


def _as_value(kept):
    """A kept value of either output; Parquet has JSON where it is no text."""
    return json.loads(kept) if isinstance(kept, str) and kept.startswith("{") else kept


def _strings(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from (*_strings(name), *_strings(inner))
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
