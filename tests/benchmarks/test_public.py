"""Public benchmarks, on small folders in their layouts: pages and gold of our own, so that nobody's data are needed."""

import gzip
import json

import pytest
from cases import FIXTURES

from benchmarks import public
from benchmarks.suites import PUBLISHED, Row, Segments, Shingles, Words, published, suite_in

FERRY = (FIXTURES / "pages" / "second_ferry.html").read_text(encoding="utf-8")
TOLD = {
    "https://coast.example.com/ferry": {
        "file": "coast.example.ferry.html",
        "with": ["a second ferry"],
        "without": ["No such string on the page"],
    },
    "https://isles.example.org/pier": {
        "file": "isles.example.pier.html",
        "with": ["a second ferry"],
        "without": ["Pier 9"],
    },
}


def zipped(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode()))


def written(path, told):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told), encoding="utf-8")


def segments(folder):
    """A checkout of trafilatura with two pages, one in each of its folders."""
    written(folder / "tests" / "evaldata.json", TOLD)
    for name, place in (("coast.example.ferry", "cache"), ("isles.example.pier", "eval")):
        page = folder / "tests" / place / f"{name}.html"
        page.parent.mkdir()
        page.write_text(FERRY, encoding="utf-8")


def shingles(folder):
    """A checkout of scrapinghub's benchmark with one page, and what two systems found in it."""
    written(
        folder / "ground-truth.json",
        {"0a": {"articleBody": "One two three four", "url": "https://coast.example.com/a"}},
    )
    zipped(folder / "html" / "0a.html.gz", FERRY)
    written(folder / "output" / "plain.json", {"0a": {"articleBody": "One two three four"}})
    written(folder / "output" / "lynx.json", {"version": "2.9", "output": {"0a": {"articleBody": "Menu"}}})


def words(folder, split="test", kind="article"):
    """A checkout of WCXB with one page."""
    gold = {"main_content": "One two", "with": ["second ferry"], "without": []}
    told = {"url": "https://coast.example.com/a", "_internal": {"page_type": {"primary": kind}}, "ground_truth": gold}
    written(folder / split / "ground-truth" / "0001.json", told)
    zipped(folder / split / "html" / "0001.html.gz", FERRY)


def printed(capsys, *arguments):
    """What the command prints: its first line, and the cells of the table's lines by their first."""
    public.main([str(argument) for argument in arguments])
    title, _, *lines = capsys.readouterr().out.splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return title, {line[0]: dict(zip(cells[0], line, strict=True)) for line in cells}


def test_a_segment_counts_whatever_its_spaces_and_a_second_time_whatever_its_quotation_marks():
    gold = {"with": ["“Late”, she said", "The ferry  sails"], "without": ["Menu"]}
    figures = Segments(FIXTURES).figures([gold], ['"Late", she said. The ferry\nsails. Menu'])
    assert figures == pytest.approx(
        {
            "precision": 1 / 2,
            "recall": 1 / 2,
            "accuracy": 1 / 3,
            "F1": 1 / 2,
            "precision, quotes equal": 2 / 3,
            "recall, quotes equal": 1,
            "F1, quotes equal": 4 / 5,
        }
    )


def test_shingles_are_runs_of_four_words_and_a_page_without_any_is_not_asked_for_its_precision():
    golds = [{"articleBody": text} for text in ("One two, three four five six.", "Hi there", "Gone")]
    figures = Shingles(FIXTURES).figures(golds, ["One two three four five", "Hi, there!", ""])
    recall = (2 / 3 + 1 + 0) / 3
    assert figures == pytest.approx(
        {"precision": 1, "recall": recall, "F1": 2 * recall / (1 + recall), "accuracy": 1 / 3}
    )


def test_a_shingle_that_is_said_twice_is_right_once():
    figures = Shingles(FIXTURES).figures([{"articleBody": "a b c d"}], ["a b c d a b c d"])
    assert (figures["precision"], figures["recall"]) == (1 / 5, 1)


def test_words_count_in_any_order_and_case_and_by_the_kind_of_page():
    golds = [
        {"main_content": "The Ferry sails", "with": ["it’s late"], "without": ["Menu"], "kind": "article"},
        {"main_content": None, "with": [], "without": [], "kind": "forum"},
    ]
    figures = Words(FIXTURES).figures(golds, ["sails the it's late MENU", ""])
    f1 = 2 * (2 / 6) * (2 / 3) / (2 / 6 + 2 / 3)
    assert figures == pytest.approx(
        {
            "precision": (2 / 6 + 1) / 2,
            "recall": (2 / 3 + 1) / 2,
            "F1": (f1 + 1) / 2,
            "article": f1,
            "forum": 1,
            "wanted snippets": 1 / 2,
            "unwanted snippets": 1,
            "wanted snippets, quotes equal": 1,
            "unwanted snippets, quotes equal": 1,
        }
    )


def test_the_rows_of_a_segment_benchmark_stand_beside_the_published_ones(tmp_path, capsys):
    segments(tmp_path)
    title, lines = printed(capsys, tmp_path)
    assert title == "trafilatura's evaluation: 2 pages"
    assert lines["article_clean"]["recall"] == "1.000"
    assert lines["article_clean"]["source"] == "here"
    assert {row.system for row in published("trafilatura")} < set(lines)
    assert lines["magic-html 0.1.8"]["F1, quotes equal"] == ""


def test_what_other_systems_found_is_scored_where_the_benchmark_publishes_it(tmp_path, capsys):
    shingles(tmp_path)
    title, lines = printed(capsys, tmp_path)
    assert title == "scrapinghub's article extraction benchmark: 1 pages"
    assert (lines["plain"]["F1"], lines["plain"]["accuracy"]) == ("1.000", "1.000")
    assert (lines["lynx 2.9"]["F1"], lines["lynx 2.9"]["source"]) == (".000", "output/lynx.json")
    assert lines["article_clean"]["accuracy"] == ".000"
    assert [*lines].index("plain") < [*lines].index("lynx 2.9")


@pytest.mark.parametrize(("split", "published_f1"), [("test", ".833"), ("dev", ".791")])
def test_a_split_of_wcxb_has_its_own_published_rows(split, published_f1, tmp_path, capsys):
    words(tmp_path, split)
    title, lines = printed(capsys, tmp_path, "--split", split)
    assert title == f"WCXB, {split}: 1 pages"
    assert lines["article_clean"]["wanted snippets"] == "1.000"
    assert lines["Trafilatura"]["F1"] == published_f1


@pytest.mark.parametrize(
    ("told", "kind"),
    [
        ("category", "collection"),
        ({"primary": "category"}, "collection"),
        ({"primary": "forum"}, "forum"),
        ({}, "article"),
    ],
)
def test_the_kind_of_a_page_is_read_in_each_form_that_it_has(told, kind, tmp_path):
    words(tmp_path)
    path = tmp_path / "test" / "ground-truth" / "0001.json"
    written(path, {**json.loads(path.read_text(encoding="utf-8")), "_internal": {"page_type": told}})
    assert [page.gold["kind"] for page in suite_in(tmp_path).pages()] == [kind]


def test_a_page_of_wcxb_without_gold_counts_as_one_without_text(tmp_path):
    words(tmp_path)
    written(tmp_path / "test" / "ground-truth" / "0001.json", {"url": None})
    (page,) = suite_in(tmp_path).pages()
    assert suite_in(tmp_path).figures([page.gold], ["Menu"])["F1"] == 0


def test_the_pages_of_known_sites_are_left_out_on_demand(tmp_path, capsys, monkeypatch):
    segments(tmp_path / "checkout")
    zipped(
        tmp_path / "shared" / "pages" / "own.jsonl.gz", json.dumps({"id": "1", "url": "https://coast.example.com/b"})
    )
    monkeypatch.setattr(public, "SHARED", tmp_path / "shared")
    title, _ = printed(capsys, tmp_path / "checkout", "--unseen")
    assert title == "trafilatura's evaluation: 1 pages"


def test_a_folder_that_is_no_benchmark_is_an_error_that_names_what_is_looked_for(tmp_path):
    words(tmp_path, "dev")
    with pytest.raises(SystemExit, match=r"evaldata\.json.*ground-truth\.json.*test/ground-truth/"):
        public.main([str(tmp_path)])


def test_the_columns_are_those_of_our_row_and_a_figure_that_is_not_published_is_blank():
    lines = [Row("theirs", {"F1": 0.75}, "README"), Row("ours", {"recall": 1.0, "F1": 0.5}, "here")]
    assert list(public.table(lines)) == [
        "| system | recall | F1 | source |",
        "|---|--:|--:|---|",
        "| theirs |  | .750 | README |",
        "| ours | 1.000 | .500 | here |",
    ]


def test_published_figures_of_one_count_agree_with_each_other():
    """F1 of trafilatura's evaluation is of its precision and recall; a slip of the pen breaks that."""
    rows = list(published("trafilatura"))
    assert len(rows) == sum(line.startswith("trafilatura\t") for line in PUBLISHED.read_text("utf-8").splitlines())
    for row in rows:
        precision, recall = row.figures["precision"], row.figures["recall"]
        assert row.figures["F1"] == pytest.approx(2 * precision * recall / (precision + recall), abs=0.0015), row.system
