"""The report of a batch: what was done, what failed, and samples of what was taken, whoever did the work."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from article_clean import DEFAULT, __version__
from article_clean.batch.samples import LONGEST_SHOWN, MOST_DOCUMENTS, MOST_SAMPLES, least, offer, shown
from article_clean.batch.stats import MOST_KINDS, REST, Stats, Tally
from article_clean.cli import main

PROMOS = ["Sign up for our morning newsletter", "Sign up for our newsletter", "Subscribe to our newsletter today"]
PROMOS += ["Sign up for our evening newsletter", "Sign up for our weekly newsletter"]
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture(autouse=True)
def _there(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def records(count=30):
    prose = "The “harbour” froze overnight, and the ferry stayed where it was until noon."
    for n in range(count):
        yield {
            "id": f"story {n}",
            "text": "\n\n".join([*[prose] * (1 + n % 4), PROMOS[n % len(PROMOS)], "No comments:"]),
        }


def written(*more, count=30):
    lines = [json.dumps(record) for record in [*records(count), *more]]
    Path("in.jsonl").write_text("\n".join([*lines, "{not JSON"]) + "\n")


def reported(*options, name="out"):
    main(["batch", "in.jsonl", "-o", f"{name}.jsonl", "--quiet", "--stats", "s.json", "--report", "s.html", *options])
    return json.loads(Path("s.json").read_text()), LexborHTMLParser(Path("s.html").read_text())


def about(page):
    names, values = ([node.text(strip=True) for node in page.css(f"dl {tag}")] for tag in ("dt", "dd"))
    return dict(zip(names, values, strict=True))


def test_a_report_says_inputs_version_fingerprint_and_options():
    written()
    _, page = reported("--without", "captions,tags", "--limit", "20", "--workers", "2")
    told = about(page)
    assert told["version"] == __version__
    assert told["inputs"] == f"in.jsonl ({Path('in.jsonl').stat().st_size:,} bytes)"
    assert told["fingerprint"] == DEFAULT.without("captions", "tags").fingerprint
    assert (told["without"], told["limit"], told["workers"], told["deadline"]) == ("captions, tags", "20", "2", "none")
    assert (told["kind"], told["engine"], told["choice of lean rows"]) == ("auto", "blocks", "no")


def test_a_report_says_what_failed_by_kind_and_names_some():
    written({"id": "bare", "title": "no text"}, {"id": "none", "text": None})
    stats, page = reported()
    assert {kind: failed["records"] for kind, failed in stats["failures"].items()} == {"SourceError": 3}
    (shown_failures,) = [node.text() for node in page.css("details") if node.text().startswith("SourceError: 3")]
    assert "bare" in shown_failures
    assert "no field 'text'" in shown_failures


def test_a_report_says_the_warnings_and_in_how_many_articles():
    written({"id": 1, "text": ""}, {"id": 2, "text": ""})
    stats, page = reported()
    assert stats["warnings"]["the input is empty"] == 2
    assert "the input is empty" in page.body.text()


def test_a_report_shows_of_each_cleaner_three_samples_with_their_place():
    written()
    stats, page = reported()
    rows = {row["cleaner"]: row for row in stats["cleaners"]}
    texts = [sample["text"] for sample in rows["newsletter"]["samples"]]
    assert len(set(texts)) == MOST_SAMPLES
    assert set(texts) < set(PROMOS)
    by_id = {record["id"]: record["text"] for record in records()}
    for sample in rows["newsletter"]["samples"]:
        assert by_id[sample["document"]][sample["start"] :].startswith(sample["text"])
    assert {(one["text"], one["replacement"]) for one in rows["smart_quotes"]["samples"]} == {("“", '"'), ("”", '"')}
    (section,) = [node for node in page.css("details") if node.text().startswith("newsletter · promo")]
    assert [node.text() for node in section.css("del")] == texts


def test_a_report_names_the_documents_that_lost_most():
    written({"id": "junk", "text": "The ice stayed.\n\n" + "\n\n".join(PROMOS)})
    stats, page = reported()
    first = stats["documents_lost_most"][0]
    assert first == {"document": "junk", "removed": sum(map(len, PROMOS)), "source": 17 + sum(map(len, PROMOS)) + 8}
    assert len(stats["documents_lost_most"]) == MOST_DOCUMENTS
    (row,) = [row for row in stats["cleaners"] if row["cleaner"] == "newsletter"]
    assert row["lost_most"][0]["document"] == "junk"
    assert len(row["lost_most"]) == MOST_SAMPLES
    assert "junk" in page.body.text()


def without_time(stats):
    timed = {"batch", "cpu_seconds", "cpu_by_cleaner"}
    return {name: value for name, value in stats.items() if name not in timed}


def test_a_report_is_the_same_with_any_number_of_workers_and_in_any_order():
    written()
    alone, _ = reported()
    together, _ = reported("--workers", "2", "--overwrite")
    assert without_time(together) == without_time(alone)
    Path("in.jsonl").write_text("\n".join(reversed(Path("in.jsonl").read_text().splitlines())) + "\n")
    backwards, _ = reported("--overwrite")
    assert backwards["documents_lost_most"] == alone["documents_lost_most"]
    assert backwards["cleaners"] == alone["cleaners"]


def test_markup_of_a_text_stays_text_in_a_report():
    text = f"The harbour froze {HOSTILE}.\n\nSign up for our newsletter {HOSTILE}"
    written({"id": HOSTILE, "text": text}, {"id": HOSTILE, HOSTILE: 1})
    _, page = reported("--kind", "article")
    assert page.css("script") == []
    assert HOSTILE in page.body.text()


def tally(n, passages):
    samples = []
    for passage in passages:
        offer(samples, passage, "", 0)
    pair = ("x", "promo")
    return Tally(1000, 900, 0.1, (), "en", {pair: 10 * n}, {}, 10 * n, {pair: samples}, (f"warning {n}",))


def test_what_is_kept_does_not_grow_with_the_records():
    sizes = []
    stats = Stats()
    for n in range(2000):
        stats.add(tally(n % 100, [f"passage {n} {k} " * 50 for k in range(20)]), f"story {n} " * 50)
        stats.add_failure(f"Error{n}: it is {n}", f"story {n}")
        if n + 1 in {1000, 2000}:
            sizes.append(len(json.dumps(stats.state())))
    assert sizes[1] < 1.02 * sizes[0]
    assert len(stats.failures) == len(stats.failed) == MOST_KINDS + 1
    assert stats.failures[REST] == 2000 - MOST_KINDS


@given(st.lists(st.sampled_from([f"passage {n}" for n in range(12)]), max_size=30), st.randoms())
def test_samples_do_not_depend_on_the_order_of_the_records(passages, chance):
    shuffled = [*enumerate(passages)]
    chance.shuffle(shuffled)
    kept = []
    for order in (enumerate(passages), shuffled):
        stats = Stats()
        for n, passage in order:
            stats.add(tally(n, [passage]), f"story {n}")
        kept.append((stats.samples, stats.lost, stats.documents_lost))
    assert kept[0] == kept[1]
    texts = [row[1] for row in kept[0][0].get("x promo", [])]
    assert len(texts) == len({*texts}) == min(MOST_SAMPLES, len(Counter(passages)))


def test_statistics_come_back_as_they_were_written():
    stats = Stats()
    for n in range(5):
        stats.add(tally(n, [f"passage {n}"]), n)
        stats.add_failure("SourceError: none", n)
    loaded = Stats.of(json.loads(json.dumps(stats.state())))
    for each in (stats, loaded):
        each.add(tally(6, ["passage 6"]), 6)
    assert json.dumps(loaded.state()) == json.dumps(stats.state())


def test_a_passage_that_comes_again_is_one_sample():
    samples = []
    for n, passage in enumerate(["Share", "Share", "Print", "Share", "Print", "Email"]):
        offer(samples, passage, "", n)
    assert {(sample.text, sample.start) for sample in samples} == {("Share", 0), ("Print", 2), ("Email", 5)}


def test_a_sample_is_one_line_and_short_and_always_seen():
    assert shown("a\n\n b") == "a b"
    assert shown("\n") == "U+000A"
    assert shown("\u200b") == "U+200B"
    assert len(shown("x" * 1000)) == LONGEST_SHOWN
    assert shown("x" * 1000).endswith("…")


def test_of_two_rows_that_say_the_same_the_first_stays():
    assert least([[1, "a", "second"]], [[1, "a", "first"], [0, "b", ""]]) == [[0, "b", ""], [1, "a", "first"]]
