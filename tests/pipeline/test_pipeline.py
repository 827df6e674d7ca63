"""A pipeline: an immutable list of cleaners, that is described, restored and extended."""

import json
import random
import shutil
import sys

import plugins
import pytest
from plugins import Counting, Listing, LongLines, Slotted, broken, phone_numbers, weather_box
from processes import run_process

from article_clean import DEFAULT, ArticleCleanError, Edit, Label, Pipeline, clean, cleaner
from article_clean.core.cleaner import STAGES
from article_clean.errors import PipelineError, UnknownCleanerError
from article_clean.pipeline import fingerprint

RAW = "Today's weather: 14°C\n\nThe harbour froze.\n\nPhone: 555 0100\n"
OWN = Pipeline([weather_box, phone_numbers, LongLines(60)])


def test_with_returns_a_new_pipeline_and_leaves_the_old_one():
    longer = DEFAULT.with_(weather_box)
    assert longer.names == (*DEFAULT.names, "weather_box")
    assert "weather_box" not in DEFAULT.names


@pytest.mark.parametrize(("beside", "names"), [("before", "a x b"), ("after", "a b x")])
def test_with_places_a_cleaner_beside_another(beside, names):
    a, b, x = (LongLines(name=name) for name in "abx")
    assert Pipeline([a, b]).with_(x, **{beside: "b"}).names == tuple(names.split())


def test_without_only_and_replace_choose_by_name():
    assert OWN.without("phone_numbers").names == ("weather_box", "long_lines")
    assert OWN.only("long_lines", "weather_box").names == ("weather_box", "long_lines")
    assert OWN.replace("phone_numbers", broken).names == ("weather_box", "broken", "long_lines")
    assert OWN.without() == OWN


def test_a_cleaner_that_is_left_out_takes_nothing():
    assert [one.cleaner for one in clean(RAW, pipeline=OWN).removed] == ["weather_box", "phone_numbers"]
    assert [one.cleaner for one in clean(RAW, pipeline=OWN.without("weather_box")).removed] == ["phone_numbers"]


@pytest.mark.parametrize("kind", ["auto", "text", "page", "article"])
@pytest.mark.parametrize("own", [Counting(["phone:"]), Listing(["phone:"]), Slotted()], ids=lambda own: own.name)
def test_a_cleaner_needs_no_hash(own, kind):
    article = clean(RAW, kind=kind, pipeline=DEFAULT.with_(own))
    assert "Phone: 555 0100" in [one.text for one in article.removed if own.name in {one.cleaner, *one.also}]


@pytest.mark.parametrize("kind", ["page", "article"])
def test_a_cleaner_runs_itself_and_no_equal_of_it(kind):
    first, second = Counting(["phone:"]), Counting(["phone:"])
    clean(RAW, kind=kind, pipeline=DEFAULT.with_(first))
    first.calls = 0
    clean(RAW, kind=kind, pipeline=DEFAULT.with_(second))
    assert first.calls == 0
    assert second.calls > 0


@pytest.mark.parametrize("method", ["without", "only"])
def test_an_unknown_name_is_an_error_that_tells_the_nearest(method):
    with pytest.raises(UnknownCleanerError, match="unknown cleaner 'wether_box'; did you mean 'weather_box'"):
        getattr(OWN, method)("wether_box")


def test_an_unknown_name_to_stand_beside_or_to_replace_is_the_same_error():
    with pytest.raises(UnknownCleanerError, match="did you mean 'phone_numbers'"):
        OWN.with_(broken, before="phone_number")
    with pytest.raises(UnknownCleanerError, match="did you mean 'phone_numbers'"):
        OWN.replace("phone_number", broken)
    assert issubclass(UnknownCleanerError, ArticleCleanError)


def test_two_cleaners_of_one_name_are_refused():
    with pytest.raises(PipelineError, match="two cleaners are called 'weather_box'"):
        OWN.with_(weather_box)


def test_what_is_no_cleaner_is_refused():
    with pytest.raises(PipelineError, match="a named function or an object with name, stage and role"):
        Pipeline([lambda _: ()])
    with pytest.raises(PipelineError, match="a named function"):
        Pipeline([42])


def test_an_unknown_stage_is_refused():
    with pytest.raises(PipelineError, match="unknown stage 'late'"):
        cleaner("late_box", stage="late")
    with pytest.raises(PipelineError, match="unknown stage 'late'"):
        Pipeline([LongLines(stage="late")])


def test_a_plain_callable_runs_in_the_boilerplate_stage_under_its_own_name():
    (one,) = Pipeline([phone_numbers]).cleaners
    assert (one.name, one.stage, one.role) == ("phone_numbers", "boilerplate", "phone_numbers")


def test_a_configured_cleaner_does_as_it_is_told():
    assert clean("a" * 70, pipeline=Pipeline([LongLines(60)])).body == ""
    assert clean("a" * 70, pipeline=Pipeline([LongLines(80)])).body == "a" * 70


def test_the_quotes_are_straightened_curled_or_kept():
    smart = next(type(one) for one in DEFAULT.cleaners if one.name == "smart_quotes")
    raw = "He said “no” and “won’t”."
    bodies = [clean(raw, pipeline=DEFAULT.replace("smart_quotes", smart(style=s))).body for s in ("straight", "keep")]
    assert bodies == ['He said "no" and "won\'t".', raw]
    curly = DEFAULT.replace("smart_quotes", smart(style="curly"))
    assert clean('He said "no" and "won\'t".', pipeline=curly).body == raw


def test_a_pipeline_survives_its_dict():
    described = json.loads(json.dumps(OWN.to_dict()))
    again = Pipeline.from_dict(described, [weather_box, phone_numbers, LongLines()])
    assert again == OWN
    assert again.fingerprint == OWN.fingerprint


def test_the_default_pipeline_survives_its_dict():
    fewer = DEFAULT.without(*DEFAULT.names[::3])
    assert Pipeline.from_dict(json.loads(json.dumps(fewer.to_dict()))) == fewer


def test_a_dict_that_names_an_unknown_cleaner_is_refused():
    with pytest.raises(UnknownCleanerError, match="weather_box"):
        Pipeline.from_dict(OWN.to_dict())


@pytest.mark.parametrize("described", [{}, {"cleaners": "captions"}, {"cleaners": [3]}, {"cleaners": [{"stage": "x"}]}])
def test_a_dict_that_describes_no_pipeline_is_refused(described):
    with pytest.raises(PipelineError, match="a described"):
        Pipeline.from_dict(described)


def test_options_that_a_cleaner_does_not_take_are_refused():
    described = {"cleaners": [{"name": "long_lines", "options": {"shortest": 3}}]}
    with pytest.raises(PipelineError, match="'long_lines' does not take the options"):
        Pipeline.from_dict(described, [LongLines()])


def test_the_fingerprint_names_the_rules():
    prints = [OWN, OWN.without("phone_numbers"), OWN.replace("long_lines", LongLines(61)), DEFAULT]
    assert len({one.fingerprint for one in prints}) == len(prints)
    assert Pipeline([weather_box, phone_numbers, LongLines(60)]).fingerprint == OWN.fingerprint


def in_another_process(code, seed="0"):
    done = run_process(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(plugins.__file__.rpartition("/")[0])},
    )
    return done.stdout.strip()


def test_the_fingerprint_is_the_same_in_another_process():
    code = "from article_clean import DEFAULT; import plugins; print(DEFAULT.with_(plugins.weather_box).fingerprint)"
    assert in_another_process(code, "1") == in_another_process(code, "2") == DEFAULT.with_(weather_box).fingerprint


@pytest.mark.parametrize(("changed", "differs"), [("cleaners/captions.py", True), ("views/explain_page.py", False)])
def test_the_fingerprint_changes_with_what_decides_and_not_with_what_shows(changed, differs, tmp_path, monkeypatch):
    shutil.copytree(fingerprint._PACKAGE, tmp_path / "package")  # noqa: SLF001  # where it looks for code
    monkeypatch.setattr(fingerprint, "_PACKAGE", tmp_path / "package")
    before = fingerprint._shipped.__wrapped__()  # noqa: SLF001  # uncached
    with (tmp_path / "package" / changed).open("a") as file:
        file.write("# changed")
    assert (fingerprint._shipped.__wrapped__() != before) == differs  # noqa: SLF001  # the same


def test_a_cleaner_is_found_by_the_name_of_its_entry_point(tmp_path, monkeypatch):
    meta = tmp_path / "weather_boxes-1.0.dist-info"
    meta.mkdir()
    (meta / "METADATA").write_text("Metadata-Version: 2.1\nName: weather-boxes\nVersion: 1.0\n")
    (meta / "entry_points.txt").write_text("[article_clean.cleaners]\nweather_box = plugins:weather_box\n")
    monkeypatch.syspath_prepend(tmp_path)
    installed = DEFAULT.with_("weather_box")
    assert installed.names[-1] == "weather_box"
    assert Pipeline.from_dict(installed.to_dict()) == installed
    with pytest.raises(UnknownCleanerError, match="did you mean 'weather_box'"):
        DEFAULT.with_("weatherbox")


def test_an_error_in_a_cleaner_goes_up_with_the_cleaners_name():
    with pytest.raises(ZeroDivisionError) as caught:
        clean(RAW, pipeline=DEFAULT.with_(broken))
    assert caught.value.__notes__ == ["raised in cleaner 'broken' of the boilerplate stage"]


def test_a_proposal_outside_of_the_text_is_an_error_that_names_the_cleaner():
    def far(doc):
        yield Edit(0, len(doc.text) + 1)

    with pytest.raises(PipelineError, match=r"cleaner 'far': .* does not lie in the text of \d+ characters"):
        clean(RAW, pipeline=Pipeline([far]))


def test_a_label_from_a_stage_that_edits_is_an_error():
    def heading(doc):
        yield Label(0, len(doc.text), "headline")

    with pytest.raises(PipelineError, match="cleaner 'heading': a cleaner of the boilerplate stage must yield Edit"):
        clean(RAW, pipeline=Pipeline([heading]))


def test_an_edit_from_the_fields_stage_is_an_error():
    with pytest.raises(PipelineError, match="of the fields stage must yield Label"):
        clean("a" * 90, pipeline=Pipeline([LongLines(stage="fields")]))


def test_a_pipeline_prints_its_names():
    assert repr(OWN) == "Pipeline(weather_box, phone_numbers, long_lines)"


def test_the_default_cleaners_stand_in_the_order_of_the_stages():
    stages = [STAGES.index(one.stage) for one in DEFAULT.cleaners]
    assert stages == sorted(stages)


def test_the_order_of_the_default_cleaners_within_a_stage_changes_nothing():
    shuffled = list(DEFAULT.cleaners)
    random.Random(7).shuffle(shuffled)  # noqa: S311  # no secret
    raw = (
        "By Ada Quill\n\nJan. 5, 2024\n\nShare this on Facebook\n\nThe harbour froze.\n\nNo comments:\nPost a Comment\n"
    )
    assert clean(raw, pipeline=Pipeline(shuffled)) == clean(raw)
