"""The page of two pipelines on one text: what both take, and what only one does."""

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import starmap
from typing import NamedTuple

from article_clean.article import Article
from article_clean.errors import ArticleCleanError
from article_clean.views import html_pieces as markup
from article_clean.views.explain_page import (
    Marked,
    as_json,
    bar,
    filled,
    shortage,
    shortened,
    source_pane,
    table,
    taken,
)
from article_clean.views.hues import hue
from article_clean.views.segments import LOUD, Kind, Segment, percent, runs, segments, shares, tallies

_FIELDS = ("headline", "deck", "byline", "dateline", "published", "captions", "body")
_LONGEST_SHOWN = 160  # characters of a passage in the list; all of it stands in the source


class Taker(StrEnum):
    """Which of the two pipelines takes a stretch."""

    A = "a"
    B = "b"
    BOTH = "both"


_TITLES = {Taker.BOTH: "both", Taker.A: "only A", Taker.B: "only B"}
_DIFFERS = ' <b class="differs">differs</b>'


class Stretch(NamedTuple):
    """A stretch of the source that neither pipeline divides further.

    Attributes:
        text: the stretch.
        a: the segment of the first article that it lies in.
        b: of the second.
    """

    text: str
    a: Segment
    b: Segment

    @property
    def taker(self) -> Taker | None:
        """Who does something here, white space aside; both, where they do the same to it."""
        does_a, does_b = _does(self.a), _does(self.b)
        if does_a and does_b:
            return Taker.BOTH
        return Taker.A if does_a else Taker.B if does_b else None


def comparison(article_a: Article, article_b: Article, names: tuple[str, str], name: str = "") -> str:
    """One HTML file that asks for nothing outside itself.

    Args:
        article_a: the article that the first pipeline made.
        article_b: what the second made of the same input.
        names: what to call the pipelines.
        name: what to call the source, a file's name as a rule.

    Raises:
        ArticleCleanError: the articles are not of one source.
    """
    if article_a.source != article_b.source:
        message = "two pipelines are compared on one text; these articles have different sources"
        raise ArticleCleanError(message)
    all_stretches = list(stretches(article_a, article_b))
    shown_segments = shortened([_shown(stretch) for stretch in all_stretches])
    shown_stretches = all_stretches[: len(shown_segments)]
    return filled({
        "layout": "two",
        "title": markup.escaped(f"{names[0]} and {names[1]}"),
        "what": markup.escaped(f"article-clean explain {name}"),
        "heading": f"<b>A</b> {markup.escaped(names[0])} · <b>B</b> {markup.escaped(names[1])}",
        "bar": "".join(_bar(article_a, article_b)),
        "sum": _sum(all_stretches, len(article_a.source)),
        "legend_title": "Who takes what",
        "legend": "".join((*_switches(all_stretches, len(article_a.source)), *_cleaners(article_a, article_b))),
        "shortened": shortage(shown_segments, len(article_a.source)),
        "source": "".join(source_pane([*_marked(shown_segments, shown_stretches)])),
        "result_title": "Differences",
        "pane": "".join((*_fields(article_a, article_b), *_differences(shown_stretches))),
        "language": markup.language(article_a),
        "switch_help": "",
        "note": "A passage that both take in part is shown in the parts: what both take, and what only one does.",
        "data": _data(shown_stretches),
    })  # fmt: skip


def stretches(article_a: Article, article_b: Article) -> Iterator[Stretch]:
    """The source, cut wherever an edit of either article begins or ends."""
    runs_a, runs_b = list(runs(segments(article_a))), list(runs(segments(article_b)))
    index_a = index_b = 0
    while index_a < len(runs_a) or index_b < len(runs_b):
        run_a = runs_a[index_a] if index_a < len(runs_a) else _nothing(len(article_a.source))
        run_b = runs_b[index_b] if index_b < len(runs_b) else _nothing(len(article_a.source))
        if run_a.text and not run_b.text and run_b.edit:  # an insertion stands in front of what follows it
            yield Stretch("", _nothing(run_b.start), run_b)
            index_b += 1
            continue
        if run_b.text and not run_a.text and run_a.edit:
            yield Stretch("", run_a, _nothing(run_a.start))
            index_a += 1
            continue
        stretch_start, stretch_end = (
            max(run_a.start, run_b.start),
            min(run_a.start + len(run_a.text), run_b.start + len(run_b.text)),
        )
        yield Stretch(article_a.source[stretch_start:stretch_end], run_a, run_b)
        index_a += run_a.start + len(run_a.text) == stretch_end
        index_b += run_b.start + len(run_b.text) == stretch_end


def _nothing(offset: int) -> Segment:
    return Segment(offset, "", Kind.KEPT)


def _does(segment: Segment) -> bool:
    return segment.kind not in {Kind.KEPT, Kind.SPACE}


def _shown(stretch: Stretch) -> Segment:
    """The stretch as a segment, which bears the mark of the first that takes it."""
    segment = (stretch.a if _does(stretch.a) else stretch.b)._replace(text=stretch.text)
    return segment if stretch.taker else segment._replace(kind=Kind.KEPT)


def _marked(parts: Iterable[Segment], shown_stretches: Iterable[Stretch]) -> Iterator[Marked]:
    number = 0
    for segment, stretch in zip(parts, shown_stretches, strict=True):
        yield segment, f' id="m{number}" tabindex="-1" data-by="{stretch.taker}"'
        number += stretch.taker is not None


def _data(shown_stretches: Iterable[Stretch]) -> str:
    rows = [
        [taken(run) if _does(run) else 0 for run in (stretch.a, stretch.b)]
        for stretch in shown_stretches
        if stretch.taker
    ]
    return as_json({"rows": rows, "pipelines": ["A", "B"]})


def _bar(article_a: Article, article_b: Article) -> Iterator[str]:
    yield from bar(segments(article_a), len(article_a.source), (0, 4.5))
    yield from bar(segments(article_b), len(article_b.source), (5.5, 4.5))


def _counts(all_stretches: Iterable[Stretch]) -> dict[Taker, tuple[int, int]]:
    """For each taker how many passages and how many characters."""
    counts = dict.fromkeys(Taker, (0, 0))
    for stretch in all_stretches:
        if stretch.taker:
            passages, characters = counts[stretch.taker]
            counts[stretch.taker] = passages + 1, characters + len(stretch.text)
    return counts


def _sum(all_stretches: Iterable[Stretch], source_chars: int) -> str:
    counts = {_TITLES[taker]: characters for taker, (_, characters) in _counts(all_stretches).items()}
    untouched = source_chars - sum(counts.values())
    return f"{source_chars:,} characters: {shares(counts | ({'neither': untouched} if untouched else {}))}"


def _switches(all_stretches: Iterable[Stretch], source_chars: int) -> Iterator[str]:
    table_rows = []
    for taker, (passages, characters) in _counts(all_stretches).items():
        checkbox = f'<label><input type="checkbox" checked disabled data-shown="{taker}"> {_TITLES[taker]}</label>'
        table_rows.append((checkbox, f"{passages:,}", f"{characters:,}", percent(characters, source_chars)))
    return table("Shown", ("taken by", "passages", "characters", "share"), table_rows)


def _cleaners(article_a: Article, article_b: Article) -> Iterator[str]:
    tallies_a, tallies_b = (
        {cleaner_tally.cleaner: cleaner_tally for cleaner_tally in tallies(segments(article))}
        for article in (article_a, article_b)
    )
    table_rows = []
    for cleaner_name in sorted({*tallies_a, *tallies_b}):
        tally_a, tally_b = tallies_a.get(cleaner_name), tallies_b.get(cleaner_name)
        figures = (
            f"{cleaner_tally.passages:,} / {cleaner_tally.characters:,}" if cleaner_tally else "–"
            for cleaner_tally in (tally_a, tally_b)
        )
        table_rows.append((markup.escaped(cleaner_name) + ("" if tally_a == tally_b else _DIFFERS), *figures))
    return table("Cleaners: passages / characters", ("cleaner", "A", "B"), table_rows)


def _fields(article_a: Article, article_b: Article) -> Iterator[str]:
    """The fields that differ."""
    field_rows = [
        (field_name, *(_told(article, field_name) for article in (article_a, article_b))) for field_name in _FIELDS
    ]
    differing_rows = [field_row for field_row in field_rows if field_row[1] != field_row[2]]
    if differing_rows:
        yield from table("Fields that differ", ("field", "A", "B"), differing_rows)


def _told(article: Article, name: str) -> str:
    if name == "body":
        return f"{len(article.paragraphs):,} paragraphs, {len(article.body):,} characters"
    if name == "captions":
        return markup.escaped(" · ".join(caption.text or caption.credit or "" for caption in article.captions))
    return markup.escaped(str(getattr(article, name) or "–"))


def _differences(shown_stretches: Iterable[Stretch]) -> Iterator[str]:
    """What only one takes: each passage with a link to it, then how many small edits."""
    taken_stretches = [stretch for stretch in shown_stretches if stretch.taker]
    for taker in (Taker.A, Taker.B):
        own_passages = [
            (passage_number, _shown(passage))
            for passage_number, passage in enumerate(taken_stretches)
            if passage.taker is taker
        ]
        loud_passages = [(passage_number, segment) for passage_number, segment in own_passages if segment.kind in LOUD]
        yield f"<h3>Only {taker.upper()} takes</h3>"
        yield f'<ol class="differences">{"".join(starmap(_listed, loud_passages))}</ol>' if loud_passages else ""
        small_counts = Counter(
            segment.edit.cleaner for _, segment in own_passages if segment.kind not in LOUD and segment.edit
        )
        yield from (
            f"<p>{edit_count:,} small edits by <code>{markup.escaped(cleaner_name)}</code></p>"
            for cleaner_name, edit_count in small_counts.items()
        )
        yield "" if own_passages else "<p>Nothing that the other leaves.</p>"


def _listed(number: int, segment: Segment) -> str:
    passage = textwrap.shorten(segment.text, _LONGEST_SHOWN, placeholder=" …")
    cleaner = segment.edit.cleaner if segment.edit else ""
    chip = f'<b class="chip hue-{hue(segment.role)}">{markup.escaped(segment.role)}</b>'
    link = f'<a href="#m{number}">{markup.escaped(passage)}</a>'
    return f"<li>{chip} {link} <code>{markup.escaped(cleaner)}</code></li>"
