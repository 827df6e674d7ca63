"""The phrase files, and the ways in which lines are matched against them."""

import json
import sys
from pathlib import Path

import pytest
from processes import run_process

import article_clean.knowledge.phrases
from article_clean.core.document import Document, key
from article_clean.knowledge.phrases import SLOT, _index, keys, openings, phrases
from article_clean.knowledge.phrases.phrase_lines import begun, exact, named, runs, touches_an_end
from article_clean.knowledge.phrases.slots import opens

FILES = sorted(Path(article_clean.knowledge.phrases.__file__).parent.glob("*.tsv"))
HEADER = "kind\tphrase\tseen"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_phrase_file_is_sorted_without_doubles_and_says_where_each_was_seen(path):
    header, *lines = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    rows = [line.split("\t") for line in lines]
    assert header == HEADER
    assert [row for row in rows if not (len(row) == 3 and all(cell and cell == cell.strip() for cell in row))] == []
    assert rows == sorted(rows)
    matched = [(kind, key(phrase)) for kind, phrase, _ in rows]
    assert len(matched) == len(set(matched))
    assert [(_, phrase, _) for _, phrase, _ in rows if "  " in phrase] == []


def test_eighty_languages_have_a_file():
    assert len(FILES) >= 80
    assert {phrase.language for phrase in phrases()} == {path.stem for path in FILES}


def test_every_phrase_matches_itself():
    for phrase in phrases():
        if SLOT.search(phrase.text):
            text = phrase.text.replace("%network", "Facebook").replace("%name", "Quux").replace("%s", "quux")
            assert begun(Document(text), phrase.kind), phrase
        else:
            assert key(phrase.text) in keys(phrase.kind), phrase


def test_a_slot_stands_behind_enough_of_a_phrase():
    for phrase in phrases():
        if SLOT.search(phrase.text):
            start = SLOT.split(phrase.text)[0]
            assert len(key(start)) >= 4 or (len(key(start)) == 3 and start.endswith(" ")), phrase


def test_a_new_language_is_a_new_file(tmp_path, monkeypatch):
    (tmp_path / "xx.tsv").write_text(f"{HEADER}\ncomments\t12 quux\tblogger\n", encoding="utf-8")
    monkeypatch.setattr(article_clean.knowledge.phrases, "_HERE", tmp_path)
    cached = (phrases, keys, openings, _index)
    try:
        for function in cached:
            function.cache_clear()
        assert keys("comments") == {"# quux"}
        assert phrases()[0].language == "xx"
    finally:
        for function in cached:
            function.cache_clear()


# The languages of the real texts that rules are written from, and what stands around an article in each of them.
COMMON = "am ar as bn cs da de en es fr ha hu it ja ko nb nl pl pt ru sl sq sv sw ur uz vi zh-Hans zh-Hant"
AROUND = "advert comments copyright follow read_more related related_opener share video video_opener"


@pytest.mark.parametrize("kind", AROUND.split())
@pytest.mark.parametrize("language", COMMON.split())
def test_a_common_language_has_each_kind_that_stands_around_an_article(language, kind):
    assert any(phrase.kind == kind for phrase in phrases() if phrase.language == language)


NEW_ROWS = (  # of a language that has no file yet: kind, phrase, a line that it takes
    ("related_opener", "alab blick", "Alab blick: Frob nar zed"),
    ("related_opener", "belab blick %s", "Belab blick Frob nar zed"),
    ("related", "celab blick", "Celab blick: Frob nar zed"),
    ("read_more", "delab blick", "Delab blick"),
    ("read_more", "elab blick %s", "Elab blick frob nar zed"),
    ("video_opener", "filab blick", "FILAB BLICK: Frob nar zed"),
    ("video", "gilab blick", "Gilab blick"),
    ("follow", "hilab us on %network", "Hilab us on Frobbook"),
    ("app", "ilab %s app%s", "Ilab blick app"),
    ("donate", "jilab %name today", "Jilab Blick today."),
    ("offer", "kilab blick", "Kilab blick"),
    ("newsletter", "lalab %s newsletter%s", "Lalab blick newsletter, frob."),
    ("button", "milab blick", "Milab blick"),
    ("advert", "nilab blick", "Nilab blick"),
    ("copyright", "olab blick", "Olab blick"),
)


@pytest.fixture(scope="module")
def removed_by_a_new_file(tmp_path_factory):
    """What goes of a text with all lines of `NEW_ROWS` where their file is the only one."""
    folder = tmp_path_factory.mktemp("phrases")
    rows = "".join(f"{kind}\t{row}\tuncounted\n" for kind, row, _ in NEW_ROWS)
    (folder / "xx.tsv").write_text(f"{HEADER}\n{rows}social_network\tFrobbook\tuncounted\n", encoding="utf-8")
    program = (
        "import json, pathlib, sys, article_clean.knowledge.phrases as phrases\n"
        "phrases._HERE = pathlib.Path(sys.argv[1])\n"
        "from article_clean import clean\n"
        "prose = 'The ferry number {} will cross on Monday, when the pier has been mended and the storm is over.'\n"
        "texts = [part for n, line in enumerate(sys.argv[2:]) for part in (prose.format(n), line)]\n"
        "article = clean('\\n\\n'.join([*texts, prose]))\n"
        "print(json.dumps([removal.text for removal in article.removed]))\n"
    )
    lines = [line for _, _, line in NEW_ROWS]
    process = run_process([sys.executable, "-c", program, str(folder), *lines], capture_output=True)
    return json.loads(process.stdout)


@pytest.mark.parametrize("line", [line for _, _, line in NEW_ROWS])
def test_a_phrase_in_the_file_of_a_new_language_is_all_that_a_cleaner_needs(removed_by_a_new_file, line):
    assert line in removed_by_a_new_file


def test_the_file_of_a_new_language_takes_nothing_else(removed_by_a_new_file):
    assert len(removed_by_a_new_file) == len(NEW_ROWS)


def test_importing_reads_no_phrase_file():
    program = (
        "import pathlib, sys\n"
        "read = pathlib.Path.read_text\n"
        "def refuse(path, *args, **kwargs):\n"
        "    if path.parent.name == 'phrases': sys.exit('read at import: ' + str(path))\n"
        "    return read(path, *args, **kwargs)\n"
        "pathlib.Path.read_text = refuse\n"
        "import article_clean\n"
    )
    run_process([sys.executable, "-c", program])


def test_a_number_in_a_phrase_stands_for_any_number():
    doc = Document("1,204 Comments\n\n7Comments\n\nSeven comments were read out.")
    assert [line.text for line in exact(doc, "comments")] == ["1,204 Comments", "7Comments"]


@pytest.mark.parametrize(
    "text",
    [
        "Anyone may\nleave a comment\nin the book.",  # a link that broke out of its sentence
        "It goes on for miles and miles, and all along the river you may\nShare\nThe ferry is gone.",
    ],
)
def test_a_broken_sentence_is_no_phrase(text):
    assert not exact(Document(text), "comments", "share")


def test_a_phrase_in_a_joined_paragraph_is_not_matched():
    text = "You can write to us or Leave a comment"
    doc = Document(text, [text.index(" Leave")])
    assert not exact(doc, "comments")


def test_any_text_may_follow_an_opening():
    doc = Document("Please read our comment policy before you write.\n\nOur comment policy is new.")
    assert [line.start for line in begun(doc, "comments")] == [0]


def test_an_opening_ends_where_a_word_ends():
    doc = Document("View all posts by Anna\n\nView all posts bygone readers wrote.")
    assert [line.start for line in begun(doc, "navigation")] == [0]


def test_an_opening_is_found_behind_marks_and_numbers():
    doc = Document("» View all posts by Anna\n\n3 thoughts on “Bridges”")
    assert [line.start for line in begun(doc, "navigation")] == [0]
    assert [line.start for line in begun(doc, "comments_thread")] == [26]


def test_any_text_within_a_phrase_stays_in_one_sentence():
    text = "Related ferry articles\n\nRelated ferry. More articles\n\nRelated ferry articles were read"
    assert [line.start for line in begun(Document(text), "related")] == [0]


@pytest.mark.parametrize("text", ["Follow Harbour News on Twitter", ">> Follow the Harbour Mail on Facebook or X."])
def test_a_slot_takes_a_name_and_a_network(text):
    assert opens("follow", text, text.lower())


@pytest.mark.parametrize(
    "text",
    [
        "Follow these steps on Facebook",  # no name
        "Follow Jo Lane on foot",  # no network
        "Follow Jo Lane. She writes on Facebook",  # not in one sentence
        "— Followers on Twitter disagree",  # other words behind marks
        "“Follow us on Facebook”",
    ],
)
def test_other_text_fills_no_slot(text):
    assert not opens("follow", text, text.lower())


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Baca juga: Feri gratis", "Feri gratis"),
        (">> SEE ALSO | Free ferries", "Free ferries"),
        ("লগতে পঢ়কঃ নতুন দলং", "নতুন দলং"),  # a letter of the script serves as a colon
        ("Lire aussi – Le bac", "Le bac"),
        ("READ NEXT:", ""),
    ],
)
def test_a_name_before_a_colon_is_found_with_where_the_text_behind_it_begins(text, title):
    assert [line.text[start:] for line, start in named(Document(text), "related", "related_opener")] == [title]


def test_a_name_is_none_without_a_colon_or_with_more_words_before_it():
    text = "See also the tide table\n\nSee also, says the captain: the tide table\n\n“See also: the tide”"
    assert not list(named(Document(text), "related", "related_opener"))


def test_a_run_ends_where_other_text_stands():
    doc = Document("Share\n\nEmail\n\nThe bridge is open.\n\nPrint")
    lines = [line for line in doc.lines if line.text != "The bridge is open."]
    found = list(runs(doc, lines))
    assert [[line.text for line in run] for run in found] == [["Share", "Email"], ["Print"]]
    assert [touches_an_end(doc, run) for run in found] == [True, True]
    assert not touches_an_end(doc, [doc.lines[1]])


def test_a_word_of_prose_alone_is_no_certain_phrase():
    words = ("Related", "Home", "Menu", "Search", "Comments", "Discussion", "Facebook", "Log in", "Video", "Newsletter")
    for kind in ("comments", "share", "navigation", "related", "video", "newsletter"):
        assert keys(kind).isdisjoint(map(key, words)), kind
