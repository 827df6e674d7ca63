"""The page of one article: its source and what became of it side by side, each cleaner to be switched off and on."""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import Template

from article_clean.article import Article
from article_clean.views import html_pieces as markup
from article_clean.views.hues import asset, hue
from article_clean.views.segments import (
    LOUD,
    Kind,
    Segment,
    Tally,
    beside_kept,
    percent,
    runs,
    segments,
    summed,
    tallies,
)

LONGEST_KEPT = 400  # characters of the source between two marks, about six lines, that folding leaves as they are
PIECE = 20_000  # characters of the source that a browser lays out together, when they come into sight: ten screens
MOST_SHOWN = 1_500_000  # characters of the source
MOST_SEGMENTS = 50_000  # of a page: an article of 1 MB has 23,000, and 50,000 take Chromium a second of CPU
MOST_ON_LINE = 10_000  # segments: 20,000 on one line take Chromium 4 seconds of CPU, 40,000 half a minute
_SCRIPTED = ' tabindex="-1"'
Marked = tuple[Segment, str]  # a segment, and what the tag of its edit says besides
_NOTE = (
    "Switched off, a passage comes back as it is printed, unless another cleaner that wanted it too is on. "
    "What the remaining cleaners would then do with it, <code>article-clean clean --without NAME</code> tells."
)
_SWITCH_HELP = "<dt><kbd>x</kbd></dt><dd>on a passage: its cleaner off, or on again</dd>\n"


def page(article: Article, name: str = "") -> str:
    """One HTML file that asks for nothing outside itself.

    Args:
        article: the article.
        name: what to call its source, a file's name as a rule.
    """
    parts = list(segments(article))
    shown_parts = shortened(list(runs(parts)))
    return filled({
        "layout": "one",
        "title": markup.escaped(article.headline or name or "An article"),
        "what": "article-clean explain",
        "heading": markup.escaped(name or "One text"),
        "bar": "".join(bar(parts, len(article.source))),
        "sum": summed(parts),
        "legend_title": "What was taken",
        "legend": "".join(_legend(article, parts)),
        "shortened": shortage(shown_parts, len(article.source)),
        "source": "".join(source_pane([(segment, _scripted(segment)) for segment in shown_parts], folds=True)),
        "result_title": "Article",
        "pane": _pane(article, shown_parts),
        "language": markup.language(article),
        "switch_help": _SWITCH_HELP,
        "note": _NOTE,
        "data": _data(shown_parts),
    })  # fmt: skip


def filled(places: dict[str, str]) -> str:
    """The page's template with these in its places, its style and script, and the policy that allows no others."""
    style, script = "".join(map(asset, ("hues.css", "marks.css", "page.css"))), asset("page.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return Template(asset("page.html")).substitute(places, style=style, script=script, policy=policy)


def as_json(value: object) -> str:
    """JSON that cannot end the element it stands in, whatever the texts say."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def shortened(parts: list[Segment]) -> list[Segment]:
    """The first of these segments, as many as a browser shows without delay; of a long one that was kept, a part."""
    room = MOST_SHOWN
    on_line = 0
    for index, segment in enumerate(parts):
        on_line = 0 if "\n" in segment.text else on_line + 1
        if index == MOST_SEGMENTS or on_line > MOST_ON_LINE:
            return parts[:index]
        if len(segment.text) > room:
            cut = [segment._replace(text=segment.text[:room])] if segment.kind is Kind.KEPT else []
            return [*parts[:index], *cut]
        room -= len(segment.text)
    return parts


def shortage(parts: Iterable[Segment], source_chars: int) -> str:
    """A note that a page does not show all of a source; "" where it does.

    Args:
        parts: the segments that it shows.
        source_chars: code points of the source.
    """
    length = sum(len(segment.text) for segment in parts)
    if length == source_chars:
        return ""
    note = f"this page shows the first {length:,} of {source_chars:,} characters; its figures are of all of them."
    return f'<p class="warning"><strong>Shortened</strong> {note}</p>'


def source_pane(marked: Sequence[Marked], *, folds: bool = False) -> Iterator[str]:
    """The source with its marks, in blocks that end with a line: a browser lays each out when it comes into sight.

    Args:
        marked: the segments, and what the tag of an edit says besides.
        folds: whether what was kept can be folded.
    """
    starts_beside = beside_kept(segment for segment, _ in marked)
    for piece in _pieces(marked):
        yield '<div class="piece">'
        for is_loud, run in groupby(piece, key=lambda pair: pair[0].kind in LOUD):
            run_segments = list(run)
            marks = [
                markup.mark(segment, attributes, beside_kept=segment.start in starts_beside)
                for segment, attributes in run_segments
            ]
            yield from _foldable([segment for segment, _ in run_segments], marks) if folds and not is_loud else marks
        yield "</div>"


def _pieces(marked: Iterable[Marked]) -> Iterator[list[Marked]]:
    piece: list[Marked] = []
    room = PIECE
    for segment, attributes in marked:
        for text in segment.text.splitlines(keepends=True) if segment.kind is Kind.KEPT else (segment.text,):
            piece.append((segment._replace(text=text), attributes))
            room -= len(text)
            if room <= 0 and text.endswith("\n"):
                yield piece
                piece, room = [], PIECE
    if piece:
        yield piece


def bar(parts: Iterable[Segment], source_chars: int, lane: tuple[float, float] = (0, 10)) -> Iterator[str]:
    """The source as a strip: where something was taken, in its colour.

    Args:
        parts: the segments.
        source_chars: code points of the source.
        lane: top and height of the strip.
    """
    drawn_ends: dict[str, float] = {}  # how far the strip has each colour: what adds nothing to see is not drawn
    for segment in parts:
        rect_start, end = (
            1000 * offset / source_chars for offset in (segment.start, segment.start + len(segment.text))
        )
        if segment.kind in LOUD and end > drawn_ends.get(hue(segment.role), 0):
            width = max(1.5, end - rect_start)
            drawn_ends[hue(segment.role)] = rect_start + width
            place = f'x="{rect_start:.1f}" y="{lane[0]}" width="{width:.1f}" height="{lane[1]}"'
            yield f'<rect class="hue-{hue(segment.role)}" {place}/>'


def table(title: str, names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table whose first column names its rows; its cells are HTML."""
    yield f"<table><caption>{title}</caption><thead><tr>"
    yield from (f'<th scope="col">{name}</th>' for name in names)
    yield "</tr></thead><tbody>"
    for row_name, *cells in rows:
        yield f'<tr><th scope="row">{row_name}</th>' + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"
    yield "</tbody></table>"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _foldable(run_segments: list[Segment], marks: list[str]) -> Iterator[str]:
    """What stands between two passages that were taken out; if it is long, in an element that can be folded."""
    inked_indexes = [index for index, segment in enumerate(run_segments) if segment.kind is not Kind.SPACE]
    if not inked_indexes or sum(len(segment.text) for segment in run_segments) <= LONGEST_KEPT:
        yield from marks
        return
    first_inked, end_inked = inked_indexes[0], inked_indexes[-1] + 1
    yield from (*marks[:first_inked], "<span>", *marks[first_inked:end_inked], "</span>", *marks[end_inked:])


def _scripted(segment: Segment) -> str:
    return "" if segment.kind is Kind.SPACE else _SCRIPTED


def _pane(article: Article, shown_parts: Iterable[Segment]) -> str:
    length = sum(len(segment.edit.text if segment.edit else segment.text) for segment in shown_parts)
    paragraphs = article.body[:length].split("\n\n") if article.body else ()
    warnings = (
        f'<p class="warning"><strong>Note</strong> {markup.escaped(warning)}</p>' for warning in article.warnings
    )
    body = f'<div class="body" id="body-text" dir="auto">{markup.paragraphs(article, paragraphs)}</div>'
    head, fields_below = markup.head(article, 3), (*markup.captions(article), *markup.origins(article, " open"))
    return "".join((*warnings, *head, body, *fields_below))


def _legend(article: Article, parts: list[Segment]) -> Iterator[str]:
    cleaner_parts = [segment for segment in parts if segment.edit and segment.edit.cleaner]
    if not cleaner_parts:
        yield "<p>Nothing was taken out or replaced.</p>"
        return
    yield '<p class="all" hidden><button type="button" data-all="on">All on</button> '
    yield '<button type="button" data-all="off">All off</button> '
    yield '<button type="button" id="fold" aria-pressed="false">Fold kept text</button></p>'
    roles = tallies(
        segment._replace(edit=segment.edit._replace(cleaner=segment.role)) for segment in cleaner_parts if segment.edit
    )
    yield from _switches("Roles", "role", roles, len(article.source))
    cleaner_tallies = tallies(cleaner_parts)
    also_cleaners = {name for segment in cleaner_parts if segment.edit for name in segment.edit.also}
    idle_cleaners = also_cleaners - {tally.cleaner for tally in cleaner_tallies}  # they keep passages out all the same
    idle_tallies = [Tally(name, (), 0, 0) for name in sorted(idle_cleaners)]
    yield from _switches("Cleaners", "cleaner", [*cleaner_tallies, *idle_tallies], len(article.source))


def _switches(title: str, what: str, tally_list: list[Tally], source_chars: int) -> Iterator[str]:
    rows = []
    for tally in tally_list:
        name = markup.escaped(tally.cleaner)
        swatch = f'<span class="swatch hue-{hue(tally.cleaner)}" aria-hidden="true"></span>' if what == "role" else ""
        box = f'<label><input type="checkbox" checked disabled data-{what}="{name}">{swatch} {name}</label>'
        rows.append((box, f"{tally.passages:,}", f"{tally.characters:,}", percent(tally.characters, source_chars)))
    return table(title, (what, "passages", "characters", "share"), rows)


def _data(parts: Iterable[Segment]) -> str:
    """What the script knows of each mark: who took it, in a list; of white space what stands there now."""
    rows: list[object] = []
    for segment in parts:
        if segment.edit and segment.kind is Kind.SPACE:
            rows.append(segment.edit.text)
        elif segment.edit:
            rows.append([taken(segment)])
    return as_json({"rows": rows})


def taken(segment: Segment) -> list[object]:
    """What stands there now, what it was, who took it and why, as the page's script reads it."""
    edit = segment.edit
    return [edit.text, edit.role, edit.cleaner, edit.reason, edit.also, edit.start, edit.end] if edit else []
