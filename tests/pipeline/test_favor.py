"""`favor`: how much goes where a learned reader is in doubt, wherever cleaning can be asked for."""

import json
from types import SimpleNamespace

import pytest
from cases import FIXTURES
from hypothesis import given
from hypothesis import strategies as st

from article_clean import DEFAULT, Edit, Leftovers, PageFurniture, Pipeline, PipelineError, clean, clean_many
from article_clean.cleaners.readers import leftovers
from article_clean.cleaners.readers.leftovers import CUT
from article_clean.cleaners.readers.leftovers.leftover_model import Reading
from article_clean.cli import main
from article_clean.core.document import Document
from article_clean.core.favor import FAVORS
from article_clean.learned.choice import chosen

TEXTS = [
    path for pattern in ("articles/*.txt", "dumps/*.txt", "pages/**/*.html") for path in sorted(FIXTURES.glob(pattern))
]
DOUBTFUL = FIXTURES / "pages" / "two_stories.html"  # the lines between its stories are as likely as not
MOVED = {"headline", "deck", "byline", "dateline"}
SENTENCE = "The ferry to the northern islands sailed at six in the morning, as the harbour master had said it would. "


def taken(raw, favor):
    """The characters that do not stay in the body, by place."""
    article = clean(raw, favor=favor)
    gone = [*article.removed, *(edit for edit in article.edits if edit.role in MOVED)]
    return {place for one in gone for place in range(one.start, one.end)}


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_a_choice_takes_the_stricter_one_takes(path):
    raw = path.read_bytes()
    recall, balance, precision = (taken(raw, favor) for favor in reversed(FAVORS))
    assert recall <= balance <= precision


def test_blocks_in_doubt_stay_where_recall_counts_and_go_where_precision_does():
    recall, balance, precision = (len(clean(DOUBTFUL.read_bytes(), favor=favor).body) for favor in reversed(FAVORS))
    assert recall > balance > precision


@given(st.lists(st.integers(1, 100), max_size=12))
def test_what_a_stricter_choice_keeps_of_a_page_the_others_keep(hundredths):
    shares = [n / 100 for n in hundredths]
    texts = [f"line {n} of the page" for n in range(len(shares))]
    precision, balance, recall = ({*chosen(texts, shares, favor).kept} for favor in FAVORS)
    assert precision <= balance <= recall


def test_a_choice_that_favors_nothing_expects_f1():
    choice = chosen(["one two three", "four five six"], [1.0, 0.5])
    assert (choice.worth, choice.untouched) == (pytest.approx(2 * 4.5 / (6 + 4.5)), choice.worth)


SHARES = {"Ice": 0.3 * CUT, "Snow": 0.8 * CUT, "Frost": 1.3 * CUT, "Hail": 2 * CUT}
IN_DOUBT = "\n\n".join(
    ["Ice is thin" + ", and thin" * 15, "Snow is deep", SENTENCE * 40, "Frost is hard", "Hail is loud"]
)


@pytest.fixture
def doubting(monkeypatch):
    """A reader that finds four lines the article's by their first words."""

    def read(doc):
        shares = [SHARES.get(line.text.split()[0], 1.0) for line in doc.paragraphs]
        return Reading(shares, dict.fromkeys(range(len(shares)), ()))

    model = SimpleNamespace(read=read, role=lambda _: "promo", shares=lambda doc: [0.0] * len(doc.paragraphs))
    monkeypatch.setattr(leftovers, "load", lambda _: model)


def edits_by(reader, doc):
    """The edits that a reader proposes, without its likelihoods."""
    return [proposal for proposal in reader(doc) if isinstance(proposal, Edit)]


@pytest.mark.usefixtures("doubting")
@pytest.mark.parametrize(("favor", "gone"), [("recall", 1), ("balance", 2), ("precision", 3)])
def test_leftovers_go_below_a_likelihood_that_the_choice_sets(favor, gone):
    assert len(edits_by(Leftovers(favor=favor), Document(IN_DOUBT))) == gone


@pytest.mark.usefixtures("doubting")
def test_the_likelihood_of_a_leftover_is_that_of_being_none_of_the_article():
    wanted = [1 - SHARES["Ice"], 1 - SHARES["Snow"]]
    assert [edit.likelihood for edit in edits_by(Leftovers(), Document(IN_DOUBT))] == pytest.approx(wanted, abs=0.0051)


@pytest.mark.parametrize(("favor", "gone"), [("recall", 0), ("balance", 0), ("precision", 6)])
def test_no_leftover_goes_where_more_text_is_expected_to_be_lost_than_the_choice_allows(favor, gone, monkeypatch):
    monkeypatch.setattr(leftovers, "load", lambda _: SimpleNamespace(read=likely, role=str))
    doc = Document("\n\n".join(f"{n} " + "x" * 100 for n in range(7)))
    assert len(edits_by(Leftovers(favor=favor), doc)) == gone


def likely(doc):
    return Reading([*[0.045] * (len(doc.paragraphs) - 1), 0.99], dict.fromkeys(range(len(doc.paragraphs)), "promo"))


@pytest.fixture
def doubting_much(monkeypatch):
    """A reader that takes each line that does not begin with "The"."""

    def read(doc):
        return Reading([0.99 * line.text.startswith("The") for line in doc.paragraphs], ALL_PROMOS)

    model = SimpleNamespace(read=read, role=lambda _: "promo")
    monkeypatch.setattr(leftovers, "load", lambda _: model)


@pytest.mark.parametrize("favor", FAVORS)
@pytest.mark.parametrize(
    ("head", "paragraphs"),
    [
        ("", (SENTENCE, SENTENCE)),
        ("Ferry sails as ice thins\n\nBy Ada Quill\n\n", (SENTENCE, "Ice is thin")),
        ("Ferry sails as ice thins\n\nPARIS (AP) — ", (SENTENCE,)),
        ("By Ada Quill\nJanuary 5, 2024\n\n", (SENTENCE,)),
    ],
    ids=["prose", "headline and byline", "dateline", "byline and date"],
)
def test_a_text_of_which_a_learned_reader_would_leave_nothing_stays(head, paragraphs, favor, monkeypatch):
    monkeypatch.setattr(leftovers, "load", lambda _: SimpleNamespace(read=none, role=lambda _: "promo"))
    article = clean(head + "\n\n".join(paragraphs), favor=favor)
    assert article.paragraphs == tuple(map(str.strip, paragraphs))


def none(doc):
    return Reading([0.0] * len(doc.paragraphs), ALL_PROMOS)


ALL_PROMOS = dict.fromkeys(range(100), ())
ADDED = "Ice is thin", "Snow is deep", "Frost is hard"


@pytest.mark.usefixtures("doubting_much")
@pytest.mark.parametrize(
    ("paragraphs", "told"),
    [
        ((SENTENCE * 40, *ADDED), "3 of 4 paragraphs, 36 of 4235 characters"),
        ((SENTENCE, SENTENCE, "Ice is thin " * 40), "1 of 3 paragraphs, 479 of 689 characters"),
    ],
    ids=["paragraphs", "characters"],
)
def test_a_text_that_loses_most_of_it_to_a_learned_reader_says_so(paragraphs, told):
    wanted = f"taken for leftovers: {told}; favor='recall' keeps more"
    assert clean("\n\n".join(paragraphs)).warnings == (wanted,)


@pytest.mark.usefixtures("doubting_much")
def test_a_text_that_loses_half_of_it_to_a_learned_reader_says_nothing():
    assert clean("\n\n".join([SENTENCE, *ADDED[:1], SENTENCE, *ADDED[1:2]])).warnings == ()


def test_a_text_that_loses_most_of_it_to_rules_says_nothing():
    assert clean(SENTENCE + "\n\nShare this article on Facebook\n\n2 comments:").warnings == ()


@pytest.mark.parametrize(
    "call",
    [
        lambda favor: clean("Ice.", favor=favor),
        lambda favor: clean_many(["Ice."], favor=favor),
        DEFAULT.for_favor,
        lambda favor: Leftovers(favor=favor),
        lambda favor: PageFurniture(favor=favor),
    ],
    ids=["clean", "clean_many", "for_favor", "Leftovers", "PageFurniture"],
)
@pytest.mark.parametrize("favor", ["recal", None, ["recall"]])
def test_a_choice_that_there_is_not_is_an_error_that_names_those_that_there_are(call, favor):
    with pytest.raises(PipelineError, match=r"is one of 'precision', 'balance', 'recall'; got "):
        call(favor)


def test_a_pipeline_that_favors_something_has_a_fingerprint_of_its_own_and_comes_back():
    pipelines = [DEFAULT.for_favor(favor) for favor in FAVORS]
    assert len({one.fingerprint for one in pipelines}) == len(FAVORS)
    assert [Pipeline.from_dict(json.loads(json.dumps(one.to_dict()))) for one in pipelines] == pipelines


def test_a_balanced_pipeline_is_the_pipeline():
    assert DEFAULT.for_favor("balance") is DEFAULT


def test_a_pipeline_described_before_there_was_a_choice_is_balanced():
    described = DEFAULT.to_dict()
    for row in described["cleaners"]:
        row.get("options", {}).pop("favor", None)
    assert Pipeline.from_dict(described) == DEFAULT


def test_a_reader_that_was_configured_keeps_to_it():
    own = DEFAULT.replace("leftovers", Leftovers(favor="precision")).for_favor("recall")
    favors = {one.name: one.favor for one in own.cleaners if isinstance(one, Leftovers | PageFurniture)}
    assert favors == {"leftovers": "precision", "page_furniture": "recall"}


@pytest.mark.parametrize("favor", FAVORS)
def test_a_page_that_is_known_to_be_one_is_cut_as_the_choice_says(favor):
    own = DEFAULT.for_favor(favor).for_kind("page")
    assert PageFurniture(kind="page", favor=favor) in own.cleaners


@pytest.mark.parametrize("favor", FAVORS)
@pytest.mark.parametrize("counted", [(), ("--stats", "stats.json")], ids=["plain", "counted"])
def test_a_batch_favors_what_clean_does(favor, counted, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    html = DOUBTFUL.read_text("utf-8")
    (tmp_path / "in.jsonl").write_text(json.dumps({"html": html}))
    assert main(["batch", "in.jsonl", "-o", "out.jsonl", "--quiet", "--favor", favor, *counted]) == 0
    assert json.loads((tmp_path / "out.jsonl").read_text())["body"] == clean(html, favor=favor).body


@pytest.mark.usefixtures("doubting")
def test_counting_does_not_change_what_the_readers_of_texts_favor(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in.jsonl").write_text(json.dumps({"text": IN_DOUBT}))
    main(["batch", "in.jsonl", "-o", "out.jsonl", "--quiet", "--favor", "precision", "--stats", "stats.json"])
    wanted = clean(IN_DOUBT, favor="precision").body
    assert json.loads((tmp_path / "out.jsonl").read_text())["body"] == wanted
    assert wanted != clean(IN_DOUBT).body


@pytest.mark.parametrize("favor", FAVORS)
def test_the_command_favors_what_clean_does(favor, capsys):
    assert main(["clean", str(DOUBTFUL), "--format", "json", "--favor", favor]) == 0
    assert json.loads(capsys.readouterr().out)["body"] == clean(DOUBTFUL.read_bytes(), favor=favor).body


@pytest.mark.parametrize("favor", FAVORS)
def test_many_articles_favor_what_one_does(favor):
    raw = DOUBTFUL.read_bytes()
    assert [*clean_many([raw], favor=favor)] == [clean(raw, favor=favor)]


def test_a_series_favors_what_clean_does():
    pd = pytest.importorskip("pandas", reason="pandas is an extra")
    import article_clean.adapters.pandas  # noqa: F401, PLC0415  # needs an extra

    raw = DOUBTFUL.read_text("utf-8")
    bodies = [pd.Series([raw]).article.clean(favor=favor)["body"][0] for favor in FAVORS]
    assert bodies == [clean(raw, favor=favor).body for favor in FAVORS]


@pytest.mark.parametrize("favor", FAVORS)
def test_the_other_engine_favors_it_by_its_own_switches(favor, monkeypatch):
    import trafilatura  # noqa: PLC0415  # slow to import

    switches = []
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **options: switches.append(options) or SENTENCE)
    clean(DOUBTFUL.read_bytes(), engine="trafilatura", favor=favor)
    told = {name for options in switches for name, on in options.items() if name.startswith("favor_") and on}
    assert told == {f"favor_{favor}"} - {"favor_balance"}
