"""A cleaner made of a pattern alone: what it takes, that it is described, and that it cannot hang a run."""

import json
import pickle
from dataclasses import replace

import pytest

from article_clean import DEFAULT, ArticleCleanError, Document, Label, PatternCleaner, Pipeline, Warn, clean, cleaner
from article_clean.errors import PipelineError

TIDES = PatternCleaner("tides", r"(?i)^high water \d\d:\d\d$", role="promo")
RAW = "High water 06:12\n\nThe ferry sails at high water 06:12 again."
RUNAWAY = r"(?:x+x+)+y"  # seconds for the line below
LONG_LINE = "x" * 5_000


def cleaned(raw, *cleaners, **options):
    return clean(raw, kind="article", pipeline=Pipeline(cleaners), **options)


def test_a_match_is_taken_and_the_reason_tells_the_pattern():
    article = cleaned(RAW, TIDES)
    assert article.body == "The ferry sails at high water 06:12 again."
    (removal,) = article.removed
    assert (removal.text, removal.cleaner, removal.role) == ("High water 06:12", "tides", "promo")
    assert removal.reason == r"matches the pattern (?i)^high water \d\d:\d\d$"


def test_the_role_is_the_name_where_none_is_given():
    assert replace(TIDES, role="").role == "tides"


def test_every_match_in_a_line_is_taken():
    assert cleaned("One [1] and two [2] ferries.", PatternCleaner("notes", r" \[\d+\]")).body == "One and two ferries."


@pytest.mark.parametrize(
    ("where", "pattern", "span"),
    [
        ("line", r"^sails\.$", (10, 16)),
        ("paragraph", r"^The ferry sails\.$", (0, 16)),
        ("text", r"^The(?s:.*)Again\.$", (0, 24)),
    ],
)
def test_where_says_what_the_pattern_is_matched_against(where, pattern, span):
    wrapped = Document("The ferry sails.\n\nAgain.", joins=(9,))
    assert [edit[:2] for edit in PatternCleaner("ferry", pattern, where=where)(wrapped)] == [span]


@pytest.mark.parametrize("pattern", [r"\p{Script=Greek}+", r"(?:Λιμάνι){e<=1}", r"Λ\w++"])
def test_the_pattern_may_say_what_the_package_regex_reads(pattern):
    assert cleaned("Λιμανι\n\nThe ferry sails.", PatternCleaner("greek", pattern)).body == "The ferry sails."


def test_a_pattern_that_matches_nothing_but_the_empty_text_takes_nothing():
    assert cleaned("The ferry sails.", PatternCleaner("none", "x*")).removed == ()


def test_in_the_stage_of_fields_a_match_is_the_field_of_its_role():
    headline = PatternCleaner("shouted", r"^[A-Z ]+$", role="headline", stage="fields")
    assert cleaned("FERRY SAILS AGAIN\n\nThe ferry sails.", headline).headline == "FERRY SAILS AGAIN"
    assert list(headline(Document("ICE"))) == [Label(0, 3, "headline")]


@pytest.mark.parametrize("where", ["line", "paragraph", "text"])
def test_a_pattern_past_its_limit_is_a_warning_and_the_text_stays(where):
    runaway = PatternCleaner("words", RUNAWAY, where=where, timeout=0.02)
    article = cleaned(f"High water 06:12\n\n{LONG_LINE}", runaway, TIDES)
    assert article.body == LONG_LINE
    assert article.warnings == (
        "cleaner 'words': its pattern needs more than 0.02 seconds of CPU for this text; it removed nothing",
    )


def test_the_limit_is_that_of_all_lines_together():
    """A thousand lines, each of which the pattern could read in time, do not take a thousand times as long."""
    line = "x" * 60
    runaway = PatternCleaner("words", RUNAWAY, timeout=0.05)
    assert cleaned(line, runaway).warnings == ()
    assert len(cleaned("\n\n".join([line] * 1_000), runaway).warnings) == 1


def test_a_pattern_past_its_limit_takes_none_of_its_earlier_matches():
    """What it found before the limit hangs on how fast the machine is."""
    runaway = PatternCleaner("words", rf"^High water.*|{RUNAWAY}", timeout=0.02)
    assert cleaned(f"High water 06:12\n\n{LONG_LINE}", runaway).removed == ()


def test_any_cleaner_can_say_what_is_odd_of_a_text():
    @cleaner("doubtful", stage="context")
    def doubtful(doc):
        yield Warn("the harbour has no name")
        yield from TIDES(doc)

    article = cleaned(RAW, doubtful)
    assert article.warnings == ("the harbour has no name",)
    assert [removal.cleaner for removal in article.removed] == ["doubtful"]


def test_a_pattern_survives_the_dict_of_its_pipeline():
    pipeline = DEFAULT.with_(TIDES)
    restored = Pipeline.from_dict(json.loads(json.dumps(pipeline.to_dict())))
    assert restored == pipeline
    assert restored.fingerprint == pipeline.fingerprint


def test_a_pattern_survives_being_pickled():
    assert pickle.loads(pickle.dumps(TIDES)) == TIDES  # noqa: S301  # its own


@pytest.mark.parametrize("change", [{"pattern": "^Low water$"}, {"timeout": 1.0}, {"where": "text"}, {"role": "tides"}])
def test_the_fingerprint_changes_with_any_option(change):
    assert Pipeline([TIDES]).fingerprint != Pipeline([replace(TIDES, **change)]).fingerprint


WRONG = {
    "a pattern that does not compile": ({"pattern": "^(high"}, r"the pattern '\^\(high' cannot be compiled: missing"),
    "an unknown property": ({"pattern": r"\p{Tides}"}, "cannot be compiled: unknown property at position"),
    "a pattern that is no text": ({"pattern": 3}, "the pattern is a text; got 3"),
    "an unknown stage": ({"stage": "late"}, "unknown stage 'late'; the stages are characters"),
    "an unknown place": ({"where": "page"}, "where is one of 'line', 'paragraph', 'text'; got 'page'"),
    "no time": ({"timeout": 0}, "timeout is a number of seconds above 0; got 0"),
    "endless time": ({"timeout": float("inf")}, "seconds above 0; got inf"),
    "a field that does not exist": ({"stage": "fields"}, "in the stage 'fields' the role is one of byline"),
    "no name": ({"name": ""}, "the name is not empty"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "message"), WRONG.values(), ids=WRONG)
def test_what_is_wrong_with_a_pattern_is_said(change, message):
    with pytest.raises(PipelineError, match=message):
        replace(TIDES, **change)
    assert issubclass(PipelineError, ArticleCleanError)


def test_a_described_pattern_with_an_unknown_option_is_refused():
    described = Pipeline([TIDES]).to_dict()
    described["cleaners"][0]["options"]["limit"] = 3
    with pytest.raises(PipelineError, match="'tides' does not take the options"):
        Pipeline.from_dict(described)
