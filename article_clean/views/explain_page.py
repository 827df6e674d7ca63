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
    article_segments = list(segments(article))
    shown_segments = shortened(list(runs(article_segments)))
    return filled({
        "layout": "one",
        "title": markup.escaped(article.headline or name or "An article"),
        "what": "article-clean explain",
        "heading": markup.escaped(name or "One text"),
        "bar": "".join(bar(article_segments, len(article.source))),
        "sum": summed(article_segments),
        "legend_title": "What was taken",
        "legend": "".join(_legend(article, article_segments)),
        "shortened": shortage(shown_segments, len(article.source)),
        "source": "".join(source_pane([(segment, _scripted(segment)) for segment in shown_segments], folds=True)),
        "result_title": "Article",
        "pane": _pane(article, shown_segments),
        "language": markup.language(article),
        "switch_help": _SWITCH_HELP,
        "note": _NOTE,
        "data": _data(shown_segments),
    })  # fmt: skip


def filled(template_values: dict[str, str]) -> str:
    """The page's template with these in its places, its style and script, and the policy that allows no others."""
    style_sheet, script = "".join(map(asset, ("hues.css", "marks.css", "page.css"))), asset("page.js")
    content_policy = (
        f"default-src 'none'; style-src '{_digest(style_sheet)}'; script-src '{_digest(script)}'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
    return Template(asset("page.html")).substitute(
        template_values, style=style_sheet, script=script, policy=content_policy
    )


def as_json(value: object) -> str:
    """JSON that cannot end the element it stands in, whatever the texts say."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def shortened(shown_segments: list[Segment]) -> list[Segment]:
    """The first of these segments, as many as a browser shows without delay; of a long one that was kept, a part."""
    chars_left = MOST_SHOWN
    on_line = 0
    for segment_index, segment in enumerate(shown_segments):
        on_line = 0 if "\n" in segment.text else on_line + 1
        if segment_index == MOST_SEGMENTS or on_line > MOST_ON_LINE:
            return shown_segments[:segment_index]
        if len(segment.text) > chars_left:
            first_part = [segment._replace(text=segment.text[:chars_left])] if segment.kind is Kind.KEPT else []
            return [*shown_segments[:segment_index], *first_part]
        chars_left -= len(segment.text)
    return shown_segments


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


def source_pane(marked_segments: Sequence[Marked], *, folds: bool = False) -> Iterator[str]:
    """The source with its marks, in blocks that end with a line: a browser lays each out when it comes into sight.

    Args:
        marked_segments: the segments, and what the tag of an edit says besides.
        folds: whether what was kept can be folded.
    """
    starts_beside = beside_kept(segment for segment, _ in marked_segments)
    for source_piece in _pieces(marked_segments):
        yield '<div class="piece">'
        for is_loud, marked_run in groupby(source_piece, key=lambda marked_segment: marked_segment[0].kind in LOUD):
            run_segments = list(marked_run)
            run_marks = [
                markup.mark(segment, attributes, beside_kept=segment.start in starts_beside)
                for segment, attributes in run_segments
            ]
            yield from (
                _foldable([segment for segment, _ in run_segments], run_marks) if folds and not is_loud else run_marks
            )
        yield "</div>"


def _pieces(marked_segments: Iterable[Marked]) -> Iterator[list[Marked]]:
    source_piece: list[Marked] = []
    chars_left = PIECE
    for segment, attributes in marked_segments:
        for piece_text in segment.text.splitlines(keepends=True) if segment.kind is Kind.KEPT else (segment.text,):
            source_piece.append((segment._replace(text=piece_text), attributes))
            chars_left -= len(piece_text)
            if chars_left <= 0 and piece_text.endswith("\n"):
                yield source_piece
                source_piece, chars_left = [], PIECE
    if source_piece:
        yield source_piece


def bar(parts: Iterable[Segment], source_chars: int, rect_lane: tuple[float, float] = (0, 10)) -> Iterator[str]:
    """The source as a strip: where something was taken, in its colour.

    Args:
        parts: the segments.
        source_chars: code points of the source.
        rect_lane: top and height of the strip.
    """
    drawn_ends: dict[str, float] = {}  # how far the strip has each colour: what adds nothing to see is not drawn
    for segment in parts:
        rect_start, rect_end = (
            1000 * source_offset / source_chars for source_offset in (segment.start, segment.start + len(segment.text))
        )
        if segment.kind in LOUD and rect_end > drawn_ends.get(hue(segment.role), 0):
            rect_width = max(1.5, rect_end - rect_start)
            drawn_ends[hue(segment.role)] = rect_start + rect_width
            rect_place = f'x="{rect_start:.1f}" y="{rect_lane[0]}" width="{rect_width:.1f}" height="{rect_lane[1]}"'
            yield f'<rect class="hue-{hue(segment.role)}" {rect_place}/>'


def table(title: str, names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table whose first column names its rows; its cells are HTML."""
    yield f"<table><caption>{title}</caption><thead><tr>"
    yield from (f'<th scope="col">{column_name}</th>' for column_name in names)
    yield "</tr></thead><tbody>"
    for row_name, *row_cells in rows:
        yield (
            f'<tr><th scope="row">{row_name}</th>'
            + "".join(f"<td>{cell_html}</td>" for cell_html in row_cells)
            + "</tr>"
        )
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
    role_tallies = tallies(
        segment._replace(edit=segment.edit._replace(cleaner=segment.role)) for segment in cleaner_parts if segment.edit
    )
    yield from _switches("Roles", "role", role_tallies, len(article.source))
    cleaner_tallies = tallies(cleaner_parts)
    also_cleaners = {cleaner_name for segment in cleaner_parts if segment.edit for cleaner_name in segment.edit.also}
    idle_cleaners = also_cleaners - {
        cleaner_tally.cleaner for cleaner_tally in cleaner_tallies
    }  # they keep passages out all the same
    idle_tallies = [Tally(cleaner_name, (), 0, 0) for cleaner_name in sorted(idle_cleaners)]
    yield from _switches("Cleaners", "cleaner", [*cleaner_tallies, *idle_tallies], len(article.source))


def _switches(title: str, switch_kind: str, tally_list: list[Tally], source_chars: int) -> Iterator[str]:
    table_rows = []
    for listed_tally in tally_list:
        escaped_name = markup.escaped(listed_tally.cleaner)
        swatch_html = (
            f'<span class="swatch hue-{hue(listed_tally.cleaner)}" aria-hidden="true"></span>'
            if switch_kind == "role"
            else ""
        )
        label = f"{swatch_html} {escaped_name}"
        checkbox = f'<label><input type="checkbox" checked disabled data-{switch_kind}="{escaped_name}">{label}</label>'
        table_rows.append(
            (
                checkbox,
                f"{listed_tally.passages:,}",
                f"{listed_tally.characters:,}",
                percent(listed_tally.characters, source_chars),
            )
        )
    return table(title, (switch_kind, "passages", "characters", "share"), table_rows)


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
    segment_edit = segment.edit
    return (
        [
            segment_edit.text,
            segment_edit.role,
            segment_edit.cleaner,
            segment_edit.reason,
            segment_edit.also,
            segment_edit.start,
            segment_edit.end,
        ]
        if segment_edit
        else []
    )
