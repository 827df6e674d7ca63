"""`keep`: what stays in the body although it is found, and the presets that keep something."""

import json

import pytest
from cases import FIXTURES

from article_clean import AS_PRINTED, DEFAULT, TEXT_ONLY, ArgumentError, Pipeline, apply, articles, clean
from article_clean.cli import main
from article_clean.core.edits import Edit
from article_clean.core.keep import KEEP_NAMES
from article_clean.pages.cuts import CUTTER
from article_clean.pages.kept import without_kept
from article_clean.pages.reading import read_html

TEXTS = [
    path for pattern in ("articles/*.txt", "dumps/*.txt", "pages/**/*.html") for path in sorted(FIXTURES.glob(pattern))
]
STORY = """Town “waits” for its ferry

By Nora Feldt

OSLO, May 3 (AP) — The harbour’s ferry did not sail on Monday,\xa0“as it has not for years”, said Anne Ek, who waits.

Fishermen wait on the quay at dawn. (Photo: Jane Roe/AP)

The town of 3&nbsp;000 people has written to the ministry three times, and has not had an answer, its mayor said.

12 Comments

Share on Facebook
"""
PAGE = """<html><head><title>The ferry sails again</title></head><body><nav><a href=/>Home</a></nav>
<article><h1>The ferry sails again</h1>
<p>The ferry to the northern islands sailed at six in the morning, as the harbour master had said that it would.</p>
<p>It carried forty passengers, two lorries and the post of a week, and came back before the evening without delay.</p>
<p>“We have waited for this day since the storm in March,” said the mayor, who stood on the pier with her family.</p>
<p>Until then the Skylark sails on Mondays and Thursdays, and on Saturdays from May to September, as it did before.</p>
<p>The council will decide in June whether a second ferry is to be bought, which would cost about four million.</p>
</article><div class="comments" id="comments"><h3>2 comments</h3>
<ol class="commentlist"><li><b>Jo</b><p>I was on board, and the sea was calm all the way to the island,
where half of the town had come to the pier to wave.</p></li>
<li><b>Mia</b><p>At last! My parcel of January has come with it, and the letters too.</p></li>
</ol></div></body></html>"""


def fields(article):
    return {
        name: getattr(article, name) for name in ("headline", "deck", "byline", "dateline", "published", "captions")
    }


@pytest.mark.parametrize("names", [[name] for name in KEEP_NAMES if name != "typography"] + [KEEP_NAMES[:-1]], ids=str)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_what_is_kept_comes_to_the_body_and_changes_nothing_else(path, names):
    raw = path.read_bytes()
    usual, kept = clean(raw), clean(raw, keep=names)
    assert fields(kept) == fields(usual)
    assert apply(kept.source, kept.trail) == kept.body
    cut_out = {offset for edit in usual.trail if not edit.text for offset in range(edit.start, edit.end)}
    still_cut_out = {offset for edit in kept.trail if not edit.text for offset in range(edit.start, edit.end)}
    spaces = {offset for offset, char in enumerate(kept.source) if char.isspace()}
    assert still_cut_out - spaces <= cut_out


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_printed_typography_is_all_that_differs(path):
    usual, printed = (clean(path.read_bytes(), pipeline=pipeline) for pipeline in (DEFAULT, AS_PRINTED))
    as_usual = DEFAULT.only("odd_spaces", "lost_spaces", "smart_quotes")
    assert [clean(line, pipeline=as_usual, kind="text").body for line in printed.paragraphs] == [*usual.paragraphs]
    assert apply(printed.source, printed.trail) == printed.body
    assert not [edit for edit in printed.trail if edit.role == "typography"]


def test_body_and_fields_have_the_marks_of_the_source():
    article = clean(STORY, pipeline=AS_PRINTED)
    assert article.headline == "Town “waits” for its ferry"
    assert article.paragraphs[0].startswith("The harbour’s ferry did not sail on Monday,\xa0“as it has not")
    assert article.paragraphs[1].startswith("The town of 3 000 people")  # an entity is decoded, to a plain space
    assert clean("``So'' it was,“then”he left.", pipeline=AS_PRINTED).body == "``So'' it was,“then”he left."


def test_text_only_has_the_fields_where_they_stood():
    article = clean(STORY, pipeline=TEXT_ONLY)
    assert article.paragraphs[0] == article.headline == 'Town "waits" for its ferry'
    assert article.paragraphs[1].startswith("OSLO, May 3 (AP) — The harbour's ferry")
    assert "Nora Feldt" not in article.body
    assert article.dateline.places == ("OSLO",)
    assert article.to_markdown().count("waits") == clean(STORY).to_markdown().count("waits")


def test_captions_stay_with_their_credit_and_are_told():
    article = clean(STORY, keep=["captions"])
    assert "Fishermen wait on the quay at dawn. (Photo: Jane Roe/AP)" in article.paragraphs
    assert article.captions == clean(STORY).captions
    assert {removal.role for removal in article.removed} == {"comments", "share"}


def test_comments_of_a_page_stay_behind_the_story():
    usual, article = clean(PAGE), clean(PAGE, keep=("comments",))
    assert "calm" not in usual.body
    assert article.paragraphs[: len(usual.paragraphs)] == usual.paragraphs
    assert any(line.startswith("At last!") for line in article.paragraphs[len(usual.paragraphs) :])
    assert [one.body for one in articles(PAGE, keep=("comments",))] == [article.body]


def test_headline_of_a_page_stays_and_is_a_heading():
    article = clean(PAGE, pipeline=TEXT_ONLY)
    assert article.paragraphs[0] == article.headline == "The ferry sails again"
    assert (article.blocks[0].kind, article.blocks[0].level) == ("heading", 1)
    assert article.to_markdown().count("sails again") == 1


def test_cells_that_were_cut_inside_the_story_stay():
    row = "<table><tr><td>Day</td><td>Passengers</td></tr><tr><td>Monday</td><td>40</td></tr></table>"
    page = read_html(PAGE.replace("<p>“We", row + "<p>“We").replace("<nav>", f"<nav>{row}")).page
    cuts = [
        Edit(block.start, block.end, "", "page", "", CUTTER)
        for n, block in enumerate(page.blocks)
        if n in range(6) or len(block.text) < 20
    ]
    kept = without_kept(page, cuts, ("tables",))
    assert [page.blocks[index].text for index in kept.roles] == ["Day", "Passengers", "Monday", "40"]
    assert [*kept.cuts] == [cut for cut in cuts if cut.start < page.blocks[min(kept.roles)].start or cut.start > 600]
    assert without_kept(page, cuts, ("comments",)).roles == {}


def test_pipelines_keep_what_they_keep():
    pipeline = DEFAULT.keeping("tables", "captions").without("smart_quotes")
    assert pipeline.keep == ("captions", "tables")
    assert pipeline.keeping("captions") is pipeline
    assert pipeline != DEFAULT.without("smart_quotes")
    assert pipeline.fingerprint != DEFAULT.without("smart_quotes").fingerprint
    assert Pipeline.from_dict(json.loads(json.dumps(pipeline.to_dict()))) == pipeline
    assert pipeline.for_favor("recall").keep == pipeline.keep
    assert "keep" not in DEFAULT.to_dict()
    assert repr(Pipeline((), ["captions"])) == "Pipeline(; keeping captions)"


@pytest.mark.parametrize("keep", ["captions", ("caption",), None, (1,)])
def test_a_name_that_does_not_exist_is_refused(keep):
    with pytest.raises(ArgumentError, match=r"captions, comments|'captions', 'comments'"):
        clean("text", keep=keep)


def test_the_command_leaves_and_knows_the_presets(tmp_path, capsys):
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    assert main(["clean", str(path), "--pipeline", "text-only", "--leave", "captions,byline"]) == 0
    body = clean(STORY, pipeline=TEXT_ONLY, keep=("captions", "byline")).body
    assert capsys.readouterr().out.strip() == body
    assert main(["clean", str(path), "--leave", "pictures"]) == 2
    assert "'captions'" in capsys.readouterr().err
