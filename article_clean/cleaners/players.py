"""What players and embedded posts left in the text."""

from collections.abc import Iterator

from article_clean.cleaners.related import is_title_behind
from article_clean.cleaners.sentences import opening_with, phrase_edits, tells_a_story
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun, exact, named, runs, stands_alone
from article_clean.knowledge.phrases.slots import opening_end
from article_clean.knowledge.wordings import first_words, one_of

LONGEST_PLAYER = 220
LONGEST_CLIP = 600  # a clip's caption; the longest that it takes in shared/gold has 302
HEAD = 4  # paragraphs at the start, among which the first video stands

_NEXT_VIDEO = rf"{one_of('next_video')}(?:\ next|\s?[:|–-](?!.*\.$).*)?"
_PLAYER = pattern_of(rf"\W*(?:{one_of('player')}|{_NEXT_VIDEO})\W*")
_PLAYER_WORDS = first_words("player", "next_video")
_CLOSE = pattern_of(r"CLOSE\s+[A-Z\"“‘'].*")


@cleaner("video_notice", stage="boilerplate", role="video")
def video_notice(doc: Document) -> Iterator[Edit]:
    """Remains of a player: "Watch the video below", "Please enable Javascript to watch", "CLOSE" and a clip's caption.

    Why it goes: the video is not in the text.
    Keeps: sentences about videos ("The video shows an officer asking for identification").
    """
    yield from phrase_edits(doc, "video")
    yield from _controls(doc)
    for line in opening_with(doc, _PLAYER_WORDS):
        if len(line.text) <= LONGEST_PLAYER and _PLAYER.fullmatch(line.folded) and stands_alone(doc, line):
            yield Edit(line.start, line.end)
    for line, title_start in named(doc, "video_opener"):
        title = line.text[title_start:]
        if not line.text[0].islower() and not title[:1].isdigit() and is_title_behind(line.text, title_start):
            yield Edit(line.start, line.end, reason="the title of a clip")
    for line in begun(doc, "video_opener"):
        if is_title_behind(line.text, opening_end("video_opener", line.text, line.folded)):
            yield Edit(line.start, line.end, reason="the title of a clip")
    for line in doc.paragraphs[:HEAD]:
        if len(line.text) <= LONGEST_CLIP and _CLOSE.fullmatch(line.text):
            yield Edit(line.start, line.end, reason="the button of a player, and the clip's caption")


def _controls(doc: Document) -> Iterator[Edit]:
    """The buttons and clocks of a player under each other, beside a phrase of its own: "Play", "Mute", "Duration"."""
    player_lines = set(exact(doc, "video"))
    for run in runs(doc, [*player_lines, *exact(doc, "video_word")]) if player_lines else ():
        if not player_lines.isdisjoint(run):
            yield from (Edit(line.start, line.end, reason="beside a player's phrase") for line in run)


@cleaner("embed_notice", stage="boilerplate", role="notice")
def embed_notice(doc: Document) -> Iterator[Edit]:
    """The frame of an embedded post, or its stand-in: "View this post on Instagram", "A post shared by Jo (@jo)".

    Why it goes: it speaks of the page's own machinery.
    Keeps: the embedded post itself, if its text is there.
    """
    yield from phrase_edits(doc, "embed")
    for line in _shared_posts(doc):
        yield Edit(line.start, line.end, reason="the frame of an embedded post")


def _shared_posts(doc: Document) -> Iterator[Line]:
    """Lines that say in any language whose post is embedded, with the account: "Ein Beitrag geteilt von Jo (@jo)"."""
    embed_starts, embed_ends = tuple(keys("embed_start")), tuple(keys("embed_end"))
    for paragraph in doc.paragraphs_with("(@"):
        is_framed = paragraph.folded.startswith(embed_starts) or paragraph.folded.endswith(embed_ends)
        if len(paragraph.text) <= LONGEST_PLAYER and is_framed and not tells_a_story(paragraph):
            yield paragraph
