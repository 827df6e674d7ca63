"""Links to other stories: single lines, lists under a heading, and titles that ran into a sentence."""

from array import array
from collections.abc import Iterator, Sequence

from article_clean.cleaners.sentences import neighbours, sentences, tells_a_story
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun, exact, named
from article_clean.knowledge.phrases.slots import opening_end
from article_clean.knowledge.sentence_ends import CLOSERS, STOPS, ends_sentence

LONGEST_LINK = 200  # the longest of 161 that it takes in shared/gold and shared/texts has 128
LONGEST_TITLE = 120
SHORTEST_PROSE = 90  # a shorter line with a full stop may be a teaser
LONGEST_SUBHEADING = 60  # in the middle of a text the last such line of a list may head what follows
MOST_TITLES = 12  # a list in the middle of a text is shorter
LONGEST_HEADING = 60
MOST_BEHIND = 2  # paragraphs of prose behind the last list: a biography, a note
FEWEST_RANKS = 2
FEWEST_TITLE_SPACES = 3  # what follows "PHOTOS:" and has fewer is a photographer's name
COLONS = ":："
OPENERS = ("related_opener", "related", "read_more")  # kinds of phrase that stand before a colon

_NO_TITLE_ENDS = STOPS | frozenset("…:;,")
_RANK = pattern_of(r"(?:\d\d?[.)]?|[-–—•*·▪►])\s")


@cleaner("read_more", stage="boilerplate", role="related")
def read_more(doc: Document) -> Iterator[Edit]:
    """A line that leads to another story: "Read more: How the ferry was saved", "También lee: …", "[Related: …]".

    Why it goes: it is the title of another story.
    Keeps: "Read more than ten pages of the report and …", and sentences that mention related things.
    """
    for line in exact(doc, "read_more"):
        if line.text[-1] not in COLONS:
            yield Edit(line.start, line.end, reason="an interface phrase")
    order_lines = begun(doc, "read_more")
    last_prose = max((line.start for line in doc.paragraphs if _is_prose(line)), default=0) if order_lines else 0
    for line in order_lines:
        stands_apart = line.start >= last_prose or line.text[-1] not in STOPS  # amid a guide such a sentence is its own
        if len(line.text) <= LONGEST_LINK and len(sentences(line)) == 1 and line.text[-1] != ":" and stands_apart:
            yield Edit(line.start, line.end)
    for line in _opened(doc):
        if len(line.text) <= LONGEST_LINK and not tells_a_story(line):
            yield Edit(line.start, line.end)


def _opened(doc: Document) -> Iterator[Line]:
    """The lines that are an opener and a title."""
    own_headings = keys("own_heading")
    for line, title_start in named(doc, *OPENERS):
        if is_title_behind(line.text, title_start) and key(line.folded[:title_start]) not in own_headings:
            yield line
    for line in begun(doc, "related_opener"):
        if is_title_behind(line.text, opening_end("related_opener", line.text, line.folded)):
            yield line
    for line, title_start in named(doc, "gallery_opener"):
        title_text = line.text[title_start:]
        if (
            line.text[:title_start].isupper()
            and not title_text.isupper()
            and title_text.count(" ") >= FEWEST_TITLE_SPACES
        ):
            yield line


def is_title_behind(text: str, title_start: int) -> bool:
    """Whether a title stands in a text behind an opener that ends at `title_start`: in capitals, or no sentence."""
    title_text = text[title_start:].strip(" :：|–—›»>→.…([)]")
    if not title_text or title_text[0].islower():
        return False
    return text[:title_start].isupper() or text.rstrip(" )]")[-1] not in STOPS


@cleaner("related_list", stage="context", role="related")
def related_list(doc: Document) -> Iterator[Edit]:
    """A heading and the titles under it: "Most read", "SEE ALSO:", "More from Harbour News".

    Why it goes: they are the titles of other stories.
    Keeps: prose behind the list, and a subheading before it; a heading over the story's own prose.
    """
    paragraphs = doc.paragraphs
    heading_starts = {paragraph.start for paragraph in _headings(doc)}
    list_end = 0  # where the last list ended: headings in it are titles like the others
    if not heading_starts:
        return
    run_ends, prose_indexes = (
        _runs_of_titles(paragraphs),
        [paragraph_index for paragraph_index, paragraph in enumerate(paragraphs) if _is_prose(paragraph)],
    )
    first_prose, late_prose = (
        (prose_indexes[0], prose_indexes[-MOST_BEHIND:][0]) if prose_indexes else (len(paragraphs), 0)
    )
    for paragraph_index, paragraph in enumerate(paragraphs):
        if paragraph_index < list_end or paragraph.start not in heading_starts:
            continue
        run_end = run_ends[paragraph_index + 1]
        titles_end = _block_end(doc, paragraph_index, run_end)
        if not titles_end:
            titles_end = _list_end(paragraphs, paragraph_index + 1, run_end, led=paragraph_index < first_prose)
            if paragraph.text[-1] in COLONS and titles_end <= late_prose:
                titles_end = min(
                    titles_end, paragraph_index + 2
                )  # a link amid the story; what follows it may be the next subheading
        title_lines = paragraphs[paragraph_index + 1 : titles_end]
        list_end = paragraph_index + 1 + len(title_lines)
        yield Edit(paragraph.start, paragraph.end, reason="the heading of a list of stories")
        for title_line in title_lines:
            yield Edit(title_line.start, title_line.end, reason="a title in a list of stories")


def _headings(doc: Document) -> Iterator[Line]:
    middle_start = doc.paragraphs[len(doc.paragraphs) // 2].start if doc.paragraphs else 0
    own_headings = keys("own_heading")  # an article may set them over a part of its own
    for line in exact(doc, "related"):
        if line.start >= middle_start or key(line.folded) not in own_headings:
            yield line
    for line in exact(doc, "ranking"):
        ranked_lines = neighbours(doc, line, FEWEST_RANKS)
        if len(ranked_lines) == FEWEST_RANKS and all(map(_is_numbered_title, ranked_lines)):
            yield line
    for line, title_start in named(doc, *OPENERS):
        if title_start >= len(line.text) and not line.text[0].islower() and key(line.folded) not in own_headings:
            yield line
    for line in begun(doc, "related"):
        opener_end = opening_end("related", line.text, line.folded)
        if len(line.text) <= LONGEST_HEADING and (
            opener_end == len(line.text) or is_title_behind(line.text, opener_end)
        ):
            yield line


def _runs_of_titles(paragraphs: Sequence[Line]) -> Sequence[int]:
    """For each line, and for the end, where the run of titles that begins there ends."""
    run_ends = array("q", [len(paragraphs)]) * (len(paragraphs) + 1)
    for paragraph_index in range(len(paragraphs) - 1, -1, -1):
        run_ends[paragraph_index] = (
            run_ends[paragraph_index + 1] if _is_title(paragraphs[paragraph_index]) else paragraph_index
        )
    return run_ends


def _block_end(doc: Document, heading_index: int, run_end: int) -> int:
    """Where a list ends that is one block of lines with its heading, and has a blank line below; 0 where it is not.

    Args:
        doc: the text.
        heading_index: the heading's.
        run_end: where the run of titles below it ends.
    """
    paragraphs, index = doc.paragraphs, heading_index
    last_index = min(run_end - 1, heading_index + MOST_TITLES)
    while index < last_index and doc.around(paragraphs[index])[1] == paragraphs[index + 1]:
        index += 1
    return index + 1 if index > heading_index and doc.around(paragraphs[index])[1] is None else 0


def _list_end(paragraphs: Sequence[Line], titles_start: int, titles_end: int, *, led: bool) -> int:
    """Where a list ends whose run of titles ends at `titles_end`: the last one may be the heading of what follows.

    Before the story's first prose (`led`) it may be the story's own headline.
    """
    if titles_end == len(paragraphs) or titles_end == titles_start:
        return titles_end
    if titles_end - titles_start > MOST_TITLES or paragraphs[titles_end].text[0].islower():
        return titles_start
    if _is_numbered_title(paragraphs[titles_start]) and _is_numbered_title(paragraphs[titles_end - 1]):
        return titles_end
    last_title = paragraphs[titles_end - 1].text
    is_heading = (
        titles_end - titles_start > 1
        and titles_end < len(paragraphs) - 1
        and (len(last_title) <= LONGEST_SUBHEADING or last_title.endswith(("?", "!")))
    )
    return titles_end - 1 if is_heading or led else titles_end


def _is_numbered_title(line: Line) -> bool:
    return _RANK.match(line.text) is not None and line.text.count(" ") >= FEWEST_TITLE_SPACES


def _is_title(line: Line) -> bool:
    if len(line.text) > LONGEST_TITLE or (line.text[0].islower() and not line.text.startswith("http")):
        return False
    return line.text.rstrip(CLOSERS + " ")[-1:] not in _NO_TITLE_ENDS


def _is_prose(line: Line) -> bool:
    return len(line.text) >= SHORTEST_PROSE and ends_sentence(line.text)
