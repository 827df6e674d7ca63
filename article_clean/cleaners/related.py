"""Links to other stories: single lines, lists under a heading, and titles that ran into a sentence."""

import re
from array import array
from collections.abc import Iterator, Sequence
from functools import cache

from article_clean.cleaners.sentences import opening_with, phrase_set, word_set
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import exact
from article_clean.knowledge.sentence_ends import ends_sentence

LONGEST_LINK = 200  # the longest of 161 that it takes in shared/gold and shared/texts has 128
LONGEST_TITLE = 120
SHORTEST_PROSE = 90  # a shorter line with a full stop may be a teaser
LONGEST_SUBHEADING = 60  # in the middle of a text the last such line of a list may head what follows
MOST_TITLES = 12  # a list in the middle of a text is shorter
LONGEST_HEADING = 60
ARCHIVE = 3  # so many dated lines of one author make an archive
WIDEST_ENTRY = 3  # paragraphs of one entry of an archive

# What stands before the colon, as `key` gives it.
_OPENERS = phrase_set(
    """
    read more|read next|read also|also read|read this next|read it here|see also|see more|also see|
    related|related story|related stories|related article|related articles|related coverage|related link|
    related links|related post|related posts|related news|related reading|related content|related topic|
    more|more on this|more on this story|more on the topic|more on this topic|don't miss|must read|must-read|
    keep reading|continue reading|go deeper|you may also like|you might also like|you may like|
    in case you missed it|icymi|click here for more|lee también|lea también|lee más|lea más|también lee|
    también lea|también te puede interesar|te puede interesar|le puede interesar|te recomendamos|
    más información|ver más|vea también|además lee|puedes leer|sigue leyendo|leia também|leia mais|
    veja também|saiba mais|lire aussi|à lire aussi|à lire|lire également|à lire également|voir aussi|
    lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|mehr dazu|mehr zum thema|auch interessant|
    siehe auch|das könnte sie auch interessieren|leggi anche|leggi di più|vedi anche|approfondisci|
    lees ook|lees meer|lees verder|zie ook|xem thêm|đọc thêm|có thể bạn quan tâm|tin liên quan|
    читайте также|читать также|читайте еще|см. также|смотрите также|по теме|läs också|läs även|läs mer|
    les også|les mer|læs også|læs mere|czytaj także|czytaj też|zobacz też|zobacz także|przeczytaj także|
    ayrıca okuyun|ilgili haber|相关阅读|相关新闻|延伸閱讀|延伸阅读|相關新聞|関連記事|あわせて読みたい
    |こちらもおすすめ|관련기사
        |관련 기사
        |함께 보기
    """
)
_FIRST_WORDS = frozenset(opener.split()[0].strip(".") for opener in _OPENERS) | {"also", "must", "click", "см", "à"}
_COLON = re.compile(r"\s?[:：|]\s?|\s[–—-]\s")

# Openers that need no colon: what follows is a title, or nothing.
_BARE = re.compile(
    r"""\W*(?:
      see\ also\ (?-i:[A-Z]).*[^.]$
      |(?:les\ også|læs\ også|läs\ också|läs\ även|lees\ ook|lire\ aussi|leggi\ anche
          |xem\ thêm)\ (?-i:[^\W\d_a-zà-ÿ])[^.]*$
      |\[\s*(?:read\ (?:more|the\ (?:rest|full))|also\ read|see\ also|related)\b[^\]]*\]\W*$
      |\(\s*(?:also\ read|see\ also|read\ more|related):[^)]*\)\W*$
      |read\ more\ (?:about|on|at|from)\ [^.!?]*:$
      |read\ (?:more\ )?(?:the\ (?:full|rest|whole|original)\ (?:of\ the\ )?(?:story|article|post|report)
          |it)(?:\ here)?\W*$
      |click\ here\ (?:to\ read|for)\ the\ (?:full|rest|whole)\ (?:of\ the\ )?(?:story|article|post|report)\W*$
      |click\ (?:here\ )?for\ more\ (?:from|on|about|news|stories)\b.*$
      |for\ the\ (?:complete|full)\ (?:script|transcript|story|article)\W\ (?:visit|click|see|go)\b.*$
      |read\ more\ news\ like\ this\ on\ \S+$
      |read\ related\ topics\b.*$
      |read\ more\ (?:blog\ posts?|case\ stud(?:y|ies)|press\ releases?|reviews?|articles?|stories|news|posts?)\W*$
      |pročitajte\ više.*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_ALL_WORDS = _FIRST_WORDS | word_set("see les læs läs lees lire leggi xem read related click for")

_HEADING = re.compile(
    r"""\W*(?:
      (?:read\ )?more\ (?:stories\ |articles\ |news\ )?(?:from|by)\ [\w’'&.-]+(?:\ (?!on\b)[\w’'&.-]+){0,3}
      |related\ (?:articles?|posts?|stories|reading|links|content|coverage|news)\ (?:from|on|in|about)\ [\w’'&.\ -]+
      |related\ articles\ and\ links
      |related\ (?:[\w’'&-]+\ ){1,3}
        (?:topics|articles|posts|stories|links|news|content|reading|searches|videos|coverage)
      |most\ (?:recent\ )?articles\ by\ [\w’'&.\ -]+
      |mehr\ (?:aus|von|zu|zum\ thema|themen\ auf)\ [\w’'&.\ -]+
      |also\ (?:on|from)\ [\w’'&.\ -]+
    )\W*""",
    re.VERBOSE,
)
# Headings that an article may set over a part of its own; above the middle of a text they stay.
_OWN_HEADINGS = phrase_set(
    """
    our picks|staff picks|editor's choice|editors' choice|editor's picks|editors' picks|
    recommended reading|more to read|related resources|featured resources|related products|
    related information|related documents|must-read|must reads|more reading|on this story|related topics|
    similar products|related subjects|popular topics|hot topics|top stories|discover more|explore more|
    see more|related links|latest news|recent news|more news|most popular|trending|learn more|
    find out more|more info|most recent|related items|featured video|featured content|related materials
    """
)
_ARCHIVED = re.compile(r"[^\W\d_]{3,9}\.?\ \d{1,2},\ \d{4}\ [-–—]\ (\S.{2,40})")


@cache
def _openers() -> frozenset[str]:
    return _OPENERS | keys("read_more")


@cache
def _list_openers() -> frozenset[str]:
    return _openers() - _OWN_HEADINGS


@cleaner("read_more", stage="boilerplate", role="related")
def read_more(doc: Document) -> Iterator[Edit]:
    """A line that leads to another story: "Read more: How the ferry was saved", "También lee: …", "[Related: …]".

    Why it goes: it is the title of another story.
    Keeps: "Read more than ten pages of the report and …", and sentences that mention related things.
    """
    for line in exact(doc, "read_more"):
        if not line.text.endswith((":", "：")):
            yield Edit(line.start, line.end, reason="an interface phrase")
    for line in opening_with(doc, _ALL_WORDS):
        if len(line.text) <= LONGEST_LINK and (_leads_elsewhere(line) or _BARE.match(line.text)):
            yield Edit(line.start, line.end)


def _leads_elsewhere(line: Line) -> bool:
    """Whether an opener, a colon and a title make this line."""
    colon = _COLON.search(line.text, 0, LONGEST_HEADING)
    if not colon or key(line.folded[: colon.start()]) not in _openers():
        return False
    title = line.text[colon.end() :].strip()
    if not title:
        return False  # the heading of a list
    opener = line.text[: colon.start()].strip("-–—*•[( ")
    return not title[0].islower() and (opener.isupper() or not title.endswith("."))


@cleaner("related_list", stage="context", role="related")
def related_list(doc: Document) -> Iterator[Edit]:
    """A heading and the titles under it: "Most read", "SEE ALSO:", "More from Harbour News".

    Why it goes: the titles of other stories.
    Keeps: prose behind the list, and a subheading before it; a heading over the story's own prose.
    """
    lines = doc.paragraphs
    starts = {line.start for line in _headings(doc)}
    done = 0  # where the last list ended: headings in it are titles like the others
    if not starts:
        return
    runs, story = _runs_of_titles(lines), next((n for n, line in enumerate(lines) if _is_prose(line)), len(lines))
    for n, line in enumerate(lines):
        if n < done or line.start not in starts:
            continue
        titles = lines[n + 1 : _list_end(lines, n + 1, runs[n + 1], led=n < story)]
        done = n + 1 + len(titles)
        yield Edit(line.start, line.end, reason="the heading of a list of stories")
        for title in titles:
            yield Edit(title.start, title.end, reason="a title in a list of stories")


def _headings(doc: Document) -> Iterator[Line]:
    middle = doc.paragraphs[len(doc.paragraphs) // 2].start if doc.paragraphs else 0
    for line in exact(doc, "related"):
        if line.start >= middle or key(line.folded) not in _OWN_HEADINGS:
            yield line
    for name in _list_openers().intersection(doc.by_key()):
        yield from (line for line in doc.by_key()[name] if line.text.endswith((":", "：")) and line.text[0].isupper())
    for line in opening_with(doc, frozenset({"more", "read", "related", "most", "mehr", "also"})):
        if len(line.text) <= LONGEST_HEADING and line.text[0].isupper() and _HEADING.fullmatch(line.folded):
            yield line


def _runs_of_titles(lines: Sequence[Line]) -> Sequence[int]:
    """For each line, and for the end, where the run of titles that begins there ends."""
    ends = array("q", [len(lines)]) * (len(lines) + 1)
    for n in range(len(lines) - 1, -1, -1):
        ends[n] = ends[n + 1] if _is_title(lines[n]) else n
    return ends


def _list_end(lines: Sequence[Line], start: int, end: int, *, led: bool) -> int:
    """Where a list ends whose run of titles ends at `end`: the last one may be the heading of what follows.

    Before the story's first prose (`led`) it may be the story's own headline.
    """
    if end == len(lines) or end == start:
        return end
    if end - start > MOST_TITLES or lines[end].text[0].islower():
        return start
    last = lines[end - 1].text
    heads = end - start > 1 and end < len(lines) - 1 and (len(last) <= LONGEST_SUBHEADING or last.endswith(("?", "!")))
    return end - 1 if heads or led else end


def _is_title(line: Line) -> bool:
    if len(line.text) > LONGEST_TITLE or (line.text[0].islower() and not line.text.startswith("http")):
        return False
    return not line.text.rstrip("\"'”’)] ").endswith((".", "…", ":", ";", ","))


def _is_prose(line: Line) -> bool:
    return len(line.text) >= SHORTEST_PROSE and ends_sentence(line.text)


@cleaner("author_archive", stage="context", role="related")
def author_archive(doc: Document) -> Iterator[Edit]:
    """A writer's earlier articles at the end: "Jun 14, 2008 — Jo Lane" and a teaser, again and again.

    Why it goes: teasers of other stories.
    Keeps: a single dated line, and a diary whose entries name different people.
    """
    if doc.text.count(", 20") + doc.text.count(", 19") < ARCHIVE:
        return
    lines = doc.paragraphs
    dated = [(n, found[1]) for n, line in enumerate(lines) if (found := _ARCHIVED.fullmatch(line.text))]
    if len(dated) < ARCHIVE or len({name for _, name in dated}) > 1:
        return
    places = [n for n, _ in dated]
    gaps = [after - before for before, after in zip(places, [*places[1:], len(lines)], strict=True)]
    if max(gaps) <= WIDEST_ENTRY:
        for line in lines[places[0] :]:
            yield Edit(line.start, line.end)
