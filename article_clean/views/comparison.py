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
        a, b = _does(self.a), _does(self.b)
        if a and b:
            return Taker.BOTH
        return Taker.A if a else Taker.B if b else None


def comparison(a: Article, b: Article, names: tuple[str, str], name: str = "") -> str:
    """One HTML file that asks for nothing outside itself.

    Args:
        a: the article that the first pipeline made.
        b: what the second made of the same input.
        names: what to call the pipelines.
        name: what to call the source, a file's name as a rule.

    Raises:
        ArticleCleanError: the articles are not of one source.
    """
    if a.source != b.source:
        message = "two pipelines are compared on one text; these articles have different sources"
        raise ArticleCleanError(message)
    found = list(stretches(a, b))
    parts = shortened([_shown(stretch) for stretch in found])
    seen = found[: len(parts)]
    return filled({
        "layout": "two",
        "title": markup.escaped(f"{names[0]} and {names[1]}"),
        "what": markup.escaped(f"article-clean explain {name}"),
        "heading": f"<b>A</b> {markup.escaped(names[0])} · <b>B</b> {markup.escaped(names[1])}",
        "bar": "".join(_bar(a, b)),
        "sum": _sum(found, len(a.source)),
        "legend_title": "Who takes what",
        "legend": "".join((*_switches(found, len(a.source)), *_cleaners(a, b))),
        "shortened": shortage(parts, len(a.source)),
        "source": "".join(source_pane([*_marked(parts, seen)])),
        "result_title": "Differences",
        "pane": "".join((*_fields(a, b), *_differences(seen))),
        "language": markup.language(a),
        "switch_help": "",
        "note": "A passage that both take in part is shown in the parts: what both take, and what only one does.",
        "data": _data(seen),
    })  # fmt: skip


def stretches(a: Article, b: Article) -> Iterator[Stretch]:
    """The source, cut wherever an edit of either article begins or ends."""
    ours, theirs = list(runs(segments(a))), list(runs(segments(b)))
    i = j = 0
    while i < len(ours) or j < len(theirs):
        mine = ours[i] if i < len(ours) else _nothing(len(a.source))
        other = theirs[j] if j < len(theirs) else _nothing(len(a.source))
        if mine.text and not other.text and other.edit:  # an insertion stands in front of what follows it
            yield Stretch("", _nothing(other.start), other)
            j += 1
            continue
        if other.text and not mine.text and mine.edit:
            yield Stretch("", mine, _nothing(mine.start))
            i += 1
            continue
        start, end = max(mine.start, other.start), min(mine.start + len(mine.text), other.start + len(other.text))
        yield Stretch(a.source[start:end], mine, other)
        i += mine.start + len(mine.text) == end
        j += other.start + len(other.text) == end


def _nothing(at: int) -> Segment:
    return Segment(at, "", Kind.KEPT)


def _does(segment: Segment) -> bool:
    return segment.kind not in {Kind.KEPT, Kind.SPACE}


def _shown(stretch: Stretch) -> Segment:
    """The stretch as a segment, which bears the mark of the first that takes it."""
    part = (stretch.a if _does(stretch.a) else stretch.b)._replace(text=stretch.text)
    return part if stretch.taker else part._replace(kind=Kind.KEPT)


def _marked(parts: Iterable[Segment], found: Iterable[Stretch]) -> Iterator[Marked]:
    n = 0
    for part, stretch in zip(parts, found, strict=True):
        yield part, f' id="m{n}" tabindex="-1" data-by="{stretch.taker}"'
        n += stretch.taker is not None


def _data(found: Iterable[Stretch]) -> str:
    rows = [[taken(one) if _does(one) else 0 for one in (each.a, each.b)] for each in found if each.taker]
    return as_json({"rows": rows, "pipelines": ["A", "B"]})


def _bar(a: Article, b: Article) -> Iterator[str]:
    yield from bar(segments(a), len(a.source), (0, 4.5))
    yield from bar(segments(b), len(b.source), (5.5, 4.5))


def _counts(found: Iterable[Stretch]) -> dict[Taker, tuple[int, int]]:
    """For each taker how many passages and how many characters."""
    counts = dict.fromkeys(Taker, (0, 0))
    for stretch in found:
        if stretch.taker:
            passages, characters = counts[stretch.taker]
            counts[stretch.taker] = passages + 1, characters + len(stretch.text)
    return counts


def _sum(found: Iterable[Stretch], whole: int) -> str:
    counts = {_TITLES[taker]: characters for taker, (_, characters) in _counts(found).items()}
    rest = whole - sum(counts.values())
    return f"{whole:,} characters: {shares(counts | ({'neither': rest} if rest else {}))}"


def _switches(found: Iterable[Stretch], whole: int) -> Iterator[str]:
    rows = []
    for taker, (passages, characters) in _counts(found).items():
        box = f'<label><input type="checkbox" checked disabled data-shown="{taker}"> {_TITLES[taker]}</label>'
        rows.append((box, f"{passages:,}", f"{characters:,}", percent(characters, whole)))
    return table("Shown", ("taken by", "passages", "characters", "share"), rows)


def _cleaners(a: Article, b: Article) -> Iterator[str]:
    ours, theirs = ({one.cleaner: one for one in tallies(segments(article))} for article in (a, b))
    rows = []
    for name in sorted({*ours, *theirs}):
        mine, other = ours.get(name), theirs.get(name)
        figures = (f"{one.passages:,} / {one.characters:,}" if one else "–" for one in (mine, other))
        rows.append((markup.escaped(name) + ("" if mine == other else _DIFFERS), *figures))
    return table("Cleaners: passages / characters", ("cleaner", "A", "B"), rows)


def _fields(a: Article, b: Article) -> Iterator[str]:
    """The fields that differ."""
    rows = [(name, *(_told(article, name) for article in (a, b))) for name in _FIELDS]
    differing = [row for row in rows if row[1] != row[2]]
    if differing:
        yield from table("Fields that differ", ("field", "A", "B"), differing)


def _told(article: Article, name: str) -> str:
    if name == "body":
        return f"{len(article.paragraphs):,} paragraphs, {len(article.body):,} characters"
    if name == "captions":
        return markup.escaped(" · ".join(one.text or one.credit or "" for one in article.captions))
    return markup.escaped(str(getattr(article, name) or "–"))


def _differences(found: Iterable[Stretch]) -> Iterator[str]:
    """What only one takes: each passage with a link to it, then how many small edits."""
    marked = [stretch for stretch in found if stretch.taker]
    for taker in (Taker.A, Taker.B):
        own = [(n, _shown(one)) for n, one in enumerate(marked) if one.taker is taker]
        loud = [(n, part) for n, part in own if part.kind in LOUD]
        yield f"<h3>Only {taker.upper()} takes</h3>"
        yield f'<ol class="differences">{"".join(starmap(_listed, loud))}</ol>' if loud else ""
        small = Counter(part.edit.cleaner for _, part in own if part.kind not in LOUD and part.edit)
        yield from (
            f"<p>{count:,} small edits by <code>{markup.escaped(name)}</code></p>" for name, count in small.items()
        )
        yield "" if own else "<p>Nothing that the other leaves.</p>"


def _listed(n: int, part: Segment) -> str:
    passage = textwrap.shorten(part.text, _LONGEST_SHOWN, placeholder=" …")
    cleaner = part.edit.cleaner if part.edit else ""
    chip = f'<b class="chip hue-{hue(part.role)}">{markup.escaped(part.role)}</b>'
    link = f'<a href="#m{n}">{markup.escaped(passage)}</a>'
    return f"<li>{chip} {link} <code>{markup.escaped(cleaner)}</code></li>"
