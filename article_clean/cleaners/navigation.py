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
    for run in runs(doc, [*menu_lines, *link_lines]) if menu_lines or len(link_lines) >= FEWEST_LINKS else ():
        is_menu = len(run) >= FEWEST_LINKS or not menu_lines.isdisjoint(run)
        is_whole = is_menu and touches_an_end(doc, run)
        yield from (Edit(line.start, line.end) for line in run if is_whole or line in menu_lines)


def _neighbours(doc: Document) -> Iterator[Line]:
    """Links to the next and the previous story, with their headlines: "Nächster Beitrag: …", "次の投稿：…"."""
    titled = [line for line, start in named(doc, "neighbour") if line.text[start:].strip()]
    for line in (*titled, *begun(doc, "neighbour")):
        if line.end - line.start <= LONGEST_LINK and is_late(doc, line) and not ends_sentence(line.text):
            yield line


def _crumbs(doc: Document) -> Iterator[Line]:
    """Breadcrumbs: the way from the home page."""
    homes = keys("home")
    for line in (*doc.paragraphs[:CRUMBS_END], *doc.paragraphs[-CRUMBS_END:]):
        if line.folded.startswith(_homes()) and line.end - line.start <= LONGEST_CRUMBS:
            parts = _CRUMB.split(line.folded, maxsplit=8)
            if len(parts) > 1 and key(parts[0]) in homes and line.text[-1] != ".":
                yield line


@cache
def _homes() -> tuple[str, ...]:
    return tuple(keys("home"))
