"""Links that lead through a site, printed as text."""

from collections.abc import Iterator
from functools import cache

from article_clean.cleaners.sentences import is_late
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import begun, exact, named, runs, touches_an_end
from article_clean.knowledge.sentence_ends import ends_sentence

FEWEST_LINKS = 4  # lone words of a menu under each other, without any certain phrase
LONGEST_LINK = 200
LONGEST_CRUMBS = 200
CRUMBS_END = 5  # breadcrumbs are among the first or the last lines

_CRUMB = pattern_of(r"\s?[»›>→]\s?|\s[/|]\s")


@cleaner("navigation", stage="boilerplate", role="nav")
def navigation(doc: Document) -> Iterator[Edit]:
    """Menus, links and notes of the site's software: "Newer Post Older Post Home", "Back to top", "Home » News".

    Why it goes: it belongs to the site, and is the same under every article.
    Keeps: single words that head a section ("Resources", "Search"), "Next" in a sentence.
    """
    menu_lines = {*exact(doc, "navigation", "powered"), *begun(doc, "navigation"), *_crumbs(doc)}
    menu_lines |= {*_neighbours(doc)}
    link_lines = exact(doc, "navigation_word")
    for line_run in runs(doc, [*menu_lines, *link_lines]) if menu_lines or len(link_lines) >= FEWEST_LINKS else ():
        is_menu = len(line_run) >= FEWEST_LINKS or not menu_lines.isdisjoint(line_run)
        is_whole = is_menu and touches_an_end(doc, line_run)
        yield from (Edit(line.start, line.end) for line in line_run if is_whole or line in menu_lines)


def _neighbours(doc: Document) -> Iterator[Line]:
    """Links to the next and the previous story, with their headlines: "Nächster Beitrag: …", "次の投稿：…"."""
    titled_lines = [line for line, title_start in named(doc, "neighbour") if line.text[title_start:].strip()]
    for line in (*titled_lines, *begun(doc, "neighbour")):
        if line.end - line.start <= LONGEST_LINK and is_late(doc, line) and not ends_sentence(line.text):
            yield line


def _crumbs(doc: Document) -> Iterator[Line]:
    """Breadcrumbs: the way from the home page."""
    home_keys = keys("home")
    for paragraph in (*doc.paragraphs[:CRUMBS_END], *doc.paragraphs[-CRUMBS_END:]):
        if paragraph.folded.startswith(_homes()) and paragraph.end - paragraph.start <= LONGEST_CRUMBS:
            crumb_parts = _CRUMB.split(paragraph.folded, maxsplit=8)
            if len(crumb_parts) > 1 and key(crumb_parts[0]) in home_keys and paragraph.text[-1] != ".":
                yield paragraph


@cache
def _homes() -> tuple[str, ...]:
    return tuple(keys("home"))
