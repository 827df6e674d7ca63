"""The text of a whole page in, the lines that are not its article out: menus, teasers, comments, footers."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Literal

from article_clean.cleaners.readers.pages.line_features import PROSE, ends_sentence, lines_of
from article_clean.cleaners.readers.pages.line_model import load
from article_clean.cleaners.sentences import addressed, sentences
from article_clean.core.cleaner import Stage
from article_clean.core.document import Document, Line
from article_clean.core.edits import FURNITURE, Edit
from article_clean.core.favor import Favor, check_favor
from article_clean.core.likelihoods import against
from article_clean.core.public import public
from article_clean.errors import PipelineError
from article_clean.fields.bylines.byline import LONGEST_BYLINE, find_byline
from article_clean.fields.datelines.dateline import find_dateline
from article_clean.fields.dates.dates import LONGEST_DATE_LINE, read_date_line
from article_clean.fields.head import read_head
from article_clean.fields.titles import is_deck
from article_clean.knowledge.credits import credit_of
from article_clean.knowledge.language import spoken
from article_clean.learned.choice import chosen

KINDS = ("auto", "page")
FEWEST_LINES = 8
PAGE = 0.7  # likelihood of being a whole page below which nothing goes
MOST_LINES = 10_000  # no page prints more: the longest of 2,056 dumps in ../shared/texts has 2,244
DOUBTED = 3  # times the likelihood that the text is no whole page: the gain of expected F1 that a cut must promise
FEWEST_BELOW = 3  # lines between headline and lead of which the first may be a deck
STRAY = 0.1  # likelihood at which a line goes from the ends of a text in doubt; .05 gains a tenth as much, .2 no more
LIKELY_END = 0.2  # likelihood of a paragraph beside the article; out of fold 58 of 97 such ones in dumps belong to it
LONGEST_STRAY = 60  # characters of such a line; with 100 one text of 450 that trafilatura gave fares worse
_DENSE = "\N{CJK RADICAL REPEAT}"  # from here up a few letters are a paragraph
_SPEAKS = re.compile(r"[\"'“‘„«¿¡(]?[^\W\d_][^|\t@»\n]*\Z")  # neither a mark of a list nor an address
_OPENS = ",“„«‘("  # at the end of a line: there is more to come
_GOES_ON = ",.;:)("  # at the start of a line: there was more before
MOST_PIECES = 2  # lines that are kept because the sentence around them is
MOST_HEAD = 12  # lines between headline and lead that are read


@public
@dataclass(frozen=True, slots=True)
class PageFurniture:
    """Everything on a whole page that is not its article: menus, teasers, comments, footers.

    Why it goes: text copied from a page as it stands has four such lines to each line of the article. A model scores
    each line by its words, its neighbours, its place and the rhythm around it; what stays is the choice with the best
    expected F1, the headline above it, and the byline, dates and deck between the two.
    Where the cut promises too little for a text that may be an article, only short lines at both ends go.
    Keeps: every line of a text that does not look like a whole page.

    Attributes:
        kind: "auto" to tell whole pages from articles, "page" where every text is a whole page.
        model: the path of a model file of your own (`article-clean train lines`); None for the one that ships here.
        favor: "precision" where junk is worse than a line that is lost, "recall" the other way round: the choice is the
            best expected F0.5 or F2.
    """

    name: ClassVar[str] = "page_furniture"
    stage: ClassVar[Stage] = "context"
    is_reader: ClassVar[bool] = True
    role: ClassVar[str] = FURNITURE

    kind: Literal["auto", "page"] = "auto"
    model: str | None = None
    favor: Favor = "balance"

    def __post_init__(self) -> None:
        """See that the options can be used.

        Raises:
            PipelineError: they cannot.
        """
        if self.kind not in KINDS or not isinstance(self.model, str | None):
            message = (
                f"page_furniture: kind is 'auto' or 'page', model a path or None; got {self.kind!r}, {self.model!r}"
            )
            raise PipelineError(message)
        check_favor(self.favor, "the favor of page_furniture")

    def __call__(self, doc: Document) -> Iterator[Edit]:
        """Propose the lines that are not the article."""
        lines = doc.paragraphs
        if doc.origin is not None or len(lines) < FEWEST_LINES:
            return
        asked = self.kind == "auto"
        if asked and len(lines) > MOST_LINES:
            return
        said, model = lines_of(doc), load(self.model)
        page = model.page_share(said) if asked else 1.0
        if page < PAGE:
            return
        shares = model.shares(said)
        choice = chosen(said.texts, shares, self.favor)
        doubted = asked and choice.worth - choice.untouched < DOUBTED * (1 - page)
        headline = model.headline(said, shares, choice.kept)
        copies = _copies(lines, headline)
        likely = [n for n in choice.kept if not _is_captioned(doc, lines[n])]
        whole = _with_ends(lines, shares, _whole(said.texts, likely))
        wanted = _inside(said.texts, shares) if doubted else whole
        chosen_lines = [n for n in wanted if n not in copies]
        kept = {*chosen_lines, *_head(doc, headline, chosen_lines)}
        yield from (_edit(line, shares[n]) for n, line in enumerate(lines) if n not in kept)


page_furniture = PageFurniture()


def _edit(line: Line, share: float) -> Edit:
    reason = f"a line of the page, likelihood {share:.2f}"
    return Edit(line.start, line.end, "", FURNITURE, reason, likelihood=against(share))


def _inside(texts: Sequence[str], shares: Sequence[float]) -> list[int]:
    """All lines but the short and unlikely ones at both ends: the menu above a text, the footer below."""
    stays = [n for n, text in enumerate(texts) if shares[n] > STRAY or not _may_stray(text)]
    return list(range(stays[0], stays[-1] + 1)) if stays else []


def _may_stray(text: str) -> bool:
    """Whether it is short, in a script whose words are short only where little is said, no sentence and no figure.

    What begins with a figure may be a row of a table: "390 kcal".
    """
    short = len(text) <= LONGEST_STRAY and max(text) < _DENSE
    return short and not ends_sentence(text) and not text[0].isdigit() and any(map(str.isalpha, text))


def _whole(texts: Sequence[str], kept: Sequence[int]) -> list[int]:
    """The kept lines, with the pieces of their own sentences, and the lead that opens with a dateline above them."""
    whole = {*kept}
    for n in kept:
        if n and n - 1 not in whole and _opens(texts[n - 1], texts[n]):
            whole.add(n - 1)
        if n + 1 < len(texts) and n + 1 not in whole and _goes_on(texts[n], texts[n + 1]):
            whole.add(n + 1)
    for first, last in pairwise(kept):
        if 1 < last - first <= 1 + MOST_PIECES and _runs_through(texts[first], texts[last]):
            whole.update(range(first, last))
    return sorted(whole)


def _is_captioned(doc: Document, line: Line) -> bool:
    """Whether a picture's credit was taken from the end of a line.

    An extractor may glue a credit to a paragraph; a page prints each block by itself, so that there it is a caption: of
    50 such lines in the dumps of shared/texts none is in the article.
    """
    stop = doc.text.find("\n", line.end)
    text = doc.text[line.start : stop if stop >= 0 else None].rstrip()
    credit = credit_of(text) if len(text) > len(line.text) else None
    return credit is not None and credit.sure and text[: credit.start].rstrip() == line.text


def _with_ends(lines: Sequence[Line], shares: Sequence[float], whole: Sequence[int]) -> list[int]:
    """The lines of the article, and the paragraph above and below them that tells something and may be one of them.

    At its ends an article has neighbours on one side only, and the model finds a paragraph there too unlikely.
    """
    sides = (whole[0] - 1, whole[-1] + 1) if whole else ()
    told = [n for n in sides if 0 <= n < len(lines) and shares[n] >= LIKELY_END and _tells(lines[n])]
    return sorted({*whole, *told})


def _tells(line: Line) -> bool:
    """Whether a line is a paragraph, no row of a list or table, of which no sentence speaks to the visitor."""
    if len(line.text) < PROSE or not ends_sentence(line.text) or not _SPEAKS.match(line.text):
        return False
    return not any(map(addressed, sentences(line)))


def _runs_through(above: str, below: str) -> bool:
    """Whether a sentence begins on one line and goes on in another one further down."""
    prose = max(len(above), len(below)) >= PROSE
    return prose and not ends_sentence(above) and (below[0].islower() or below[0] in _GOES_ON)


def _opens(above: str, below: str) -> bool:
    """Whether a sentence begins on one line and goes on in the next, or a story does: "In 2024," / "PARIS (AP) — …"."""
    if above[-1] in _OPENS and len(below) >= PROSE and not find_byline(above):
        return True
    return len(above) >= PROSE and find_dateline(above) is not None


def _goes_on(above: str, below: str) -> bool:
    """Whether the next line is the rest of a sentence: it begins small and ends as one does; the one above does not."""
    return below[0].islower() and ends_sentence(below) and not ends_sentence(above)


def _copies(lines: Sequence[Line], headline: int | None) -> set[int]:
    """The other lines that say the headline: above it, or as the caption of its picture."""
    if headline is None:
        return set()
    return {n for n, line in enumerate(lines) if n != headline and line.folded == lines[headline].folded}


def _head(doc: Document, headline: int | None, kept: Sequence[int]) -> set[int]:
    """The headline, and what of the lines between it and the article is read as a field."""
    if headline is None or not kept:
        return set()
    lines, language = doc.paragraphs, doc.fact(spoken)
    lead = next((n for n in kept if n > headline and len(lines[n].text) >= PROSE), headline)
    below = range(headline + 1, lead)
    signed = {n for n in (*below[: MOST_HEAD // 2], *below[-MOST_HEAD // 2 :]) if _is_signed(lines[n].text, language)}
    first = next((n for n in below if lines[n].folded != lines[headline].folded), lead)
    deck = {
        n for n in (first,) if n < lead and is_deck(lines[n].text, followed=bool(signed) or len(below) > FEWEST_BELOW)
    }
    head = {headline, *deck, *signed}
    labels = read_head(doc.only([lines[n] for n in sorted({*head, *kept})])).labels
    return {n for n in head if any(label.start < lines[n].end and lines[n].start < label.end for label in labels)}


def _is_signed(text: str, language: str | None) -> bool:
    """Whether a line can be a byline or a date line."""
    if len(text) <= LONGEST_BYLINE and find_byline(text):
        return True
    return len(text) <= LONGEST_DATE_LINE and bool(read_date_line(text, language=language))
