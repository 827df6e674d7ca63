"""The text of a whole page in, the lines that are not its article out: menus, teasers, comments, footers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar, Literal

from article_clean.cleaners.readers.pages.line_features import PROSE, ends_sentence, lines_of
from article_clean.cleaners.readers.pages.line_model import load
from article_clean.cleaners.sentences import addressed, sentences
from article_clean.core.cleaner import Stage
from article_clean.core.document import Document, Line
from article_clean.core.edits import FURNITURE, Edit, Likelihoods
from article_clean.core.favor import Favor, check_favor
from article_clean.core.likelihoods import against
from article_clean.core.patterns import pattern_of
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
_SPEAKS = pattern_of(r"[\"'“‘„«¿¡(]?[^\W\d_][^|\t@»\n]*\Z")  # neither a mark of a list nor an address
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

    def __call__(self, doc: Document) -> Iterator[Edit | Likelihoods]:
        """Propose the lines that are not the article."""
        lines = doc.paragraphs
        if doc.origin is not None or len(lines) < FEWEST_LINES:
            return
        is_auto = self.kind == "auto"
        if is_auto and len(lines) > MOST_LINES:
            return
        page_lines, model = lines_of(doc), load(self.model)
        page_share = model.page_share(page_lines) if is_auto else 1.0
        if page_share < PAGE:
            yield Likelihoods(figures={"page": page_share})
            return
        shares = model.shares(page_lines)
        choice = chosen(page_lines.texts, shares, self.favor)
        yield Likelihoods(shares, {"page": page_share, "worth": choice.worth, "untouched": choice.untouched})
        is_in_doubt = is_auto and choice.worth - choice.untouched < DOUBTED * (1 - page_share)
        headline = model.headline(page_lines, shares, choice.kept)
        copies = _copies(lines, headline)
        likely_lines = [index for index in choice.kept if not _is_captioned(doc, lines[index])]
        whole_lines = _with_ends(lines, shares, _whole(page_lines.texts, likely_lines))
        body_lines = _inside(page_lines.texts, shares) if is_in_doubt else whole_lines
        chosen_lines = [index for index in body_lines if index not in copies]
        article_lines = {*chosen_lines, *_head(doc, headline, chosen_lines)}
        yield from (_edit(line, shares[index]) for index, line in enumerate(lines) if index not in article_lines)


page_furniture = PageFurniture()


def _edit(line: Line, share: float) -> Edit:
    reason = f"a line of the page, likelihood {share:.2f}"
    return Edit(line.start, line.end, "", FURNITURE, reason, likelihood=against(share))


def _inside(texts: Sequence[str], shares: Sequence[float]) -> list[int]:
    """All lines but the short and unlikely ones at both ends: the menu above a text, the footer below."""
    body_lines = [index for index, text in enumerate(texts) if shares[index] > STRAY or not _may_stray(text)]
    return list(range(body_lines[0], body_lines[-1] + 1)) if body_lines else []


def _may_stray(text: str) -> bool:
    """Whether it is short, in a script whose words are short only where little is said, no sentence and no figure.

    What begins with a figure may be a row of a table: "390 kcal".
    """
    is_short = len(text) <= LONGEST_STRAY and max(text) < _DENSE
    return is_short and not ends_sentence(text) and not text[0].isdigit() and any(map(str.isalpha, text))


def _whole(texts: Sequence[str], chosen_lines: Sequence[int]) -> list[int]:
    """The kept lines, with the pieces of their own sentences, and the lead that opens with a dateline above them."""
    whole_lines = {*chosen_lines}
    for index in chosen_lines:
        if index and index - 1 not in whole_lines and _opens(texts[index - 1], texts[index]):
            whole_lines.add(index - 1)
        if index + 1 < len(texts) and index + 1 not in whole_lines and _goes_on(texts[index], texts[index + 1]):
            whole_lines.add(index + 1)
    for first, last in pairwise(chosen_lines):
        if 1 < last - first <= 1 + MOST_PIECES and _runs_through(texts[first], texts[last]):
            whole_lines.update(range(first, last))
    return sorted(whole_lines)


def _is_captioned(doc: Document, line: Line) -> bool:
    """Whether a picture's credit was taken from the end of a line.

    An extractor may glue a credit to a paragraph; a page prints each block by itself, so that there it is a caption: of
    50 such lines in the dumps of shared/texts none is in the article.
    """
    stop = doc.text.find("\n", line.end)
    text = doc.text[line.start : stop if stop >= 0 else None].rstrip()
    credit = credit_of(text) if len(text) > len(line.text) else None
    return credit is not None and credit.sure and text[: credit.start].rstrip() == line.text


def _with_ends(lines: Sequence[Line], shares: Sequence[float], body_lines: Sequence[int]) -> list[int]:
    """The lines of the article, and the paragraph above and below them that tells something and may be one of them.

    At its ends an article has neighbours on one side only, and the model finds a paragraph there too unlikely.
    """
    sides = (body_lines[0] - 1, body_lines[-1] + 1) if body_lines else ()
    end_lines = [
        index for index in sides if 0 <= index < len(lines) and shares[index] >= LIKELY_END and _tells(lines[index])
    ]
    return sorted({*body_lines, *end_lines})


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
    return {index for index, line in enumerate(lines) if index != headline and line.folded == lines[headline].folded}


def _head(doc: Document, headline: int | None, chosen_lines: Sequence[int]) -> set[int]:
    """The headline, and what of the lines between it and the article is read as a field."""
    if headline is None or not chosen_lines:
        return set()
    lines, language = doc.paragraphs, doc.fact(spoken)
    lead = next((index for index in chosen_lines if index > headline and len(lines[index].text) >= PROSE), headline)
    below_headline = range(headline + 1, lead)
    signed_lines = {
        index
        for index in (*below_headline[: MOST_HEAD // 2], *below_headline[-MOST_HEAD // 2 :])
        if _is_signed(lines[index].text, language)
    }
    first_below = next((index for index in below_headline if lines[index].folded != lines[headline].folded), lead)
    deck = {
        index
        for index in (first_below,)
        if index < lead
        and is_deck(lines[index].text, followed=bool(signed_lines) or len(below_headline) > FEWEST_BELOW)
    }
    head = {headline, *deck, *signed_lines}
    labels = read_head(doc.only([lines[index] for index in sorted({*head, *chosen_lines})])).labels
    return {
        index
        for index in head
        if any(label.start < lines[index].end and lines[index].start < label.end for label in labels)
    }


def _is_signed(text: str, language: str | None) -> bool:
    """Whether a line can be a byline or a date line."""
    if len(text) <= LONGEST_BYLINE and find_byline(text):
        return True
    return len(text) <= LONGEST_DATE_LINE and bool(read_date_line(text, language=language))
