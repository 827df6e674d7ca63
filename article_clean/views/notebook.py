"""How an article shows itself in a notebook: no script, hover and focus by style alone, long texts folded."""

from collections.abc import Container, Iterator
from itertools import groupby

from article_clean.article import Article
from article_clean.views import html_pieces as markup
from article_clean.views.hues import asset
from article_clean.views.segments import LOUD, Kind, Segment, beside_kept, percent, runs, segments, summed, tallies

SHOWN_PARAGRAPHS = 6  # of a body; the rest is folded
LONGEST_KEPT = 1200  # characters of the source between two passages taken out that are shown in one piece
_EDGE = 300  # of a folded piece, what stays to be seen on both sides


def notebook(article: Article) -> str:
    """The article as a fragment of HTML: its fields and body, then its source with every mark, then the cleaners.

    Args:
        article: the article.
    """
    parts = list(segments(article))
    source = "".join(_source(list(runs(parts))))
    return "".join((
        f'<div class="article-clean notebook"><style>{_style()}</style>',
        f"<article{markup.language(article)}>",
        *markup.head(article, 3),
        f'<div class="body" dir="auto">{_body(article)}</div>',
        *markup.captions(article),
        "</article>",
        *markup.origins(article),
        f"<details open><summary>Source: {summed(parts)}</summary>",
        *_hint(parts),
        f'<div class="source" dir="auto"{markup.language(article)}>{source}</div></details>',
        *_cleaners(article, parts),
        *(f'<p class="warning">⚠ {markup.escaped(warning)}</p>' for warning in article.warnings),
        "</div>",
    ))  # fmt: skip


def _hint(parts: list[Segment]) -> Iterator[str]:
    if any(segment.edit and segment.edit.cleaner for segment in parts):
        yield '<p class="hint">Point at a mark to see who took it and why.</p>'


def _style() -> str:
    return "".join(map(asset, ("hues.css", "marks.css", "notebook.css")))


def _body(article: Article) -> str:
    shown_paragraphs, folded_paragraphs = article.paragraphs[:SHOWN_PARAGRAPHS], article.paragraphs[SHOWN_PARAGRAPHS:]
    if len(folded_paragraphs) <= 1:
        return markup.paragraphs(article, article.paragraphs)
    folded_body = markup.paragraphs(article, folded_paragraphs, SHOWN_PARAGRAPHS)
    folded_html = f"<details>{_more(f'{len(folded_paragraphs)} more paragraphs')}\n\n{folded_body}</details>"
    return markup.paragraphs(article, shown_paragraphs) + folded_html


def _more(amount: str) -> str:
    """What stands in the place of a folded text, and opens it."""
    return f'<summary class="more">… {amount} …</summary>'


def _source(parts: list[Segment]) -> Iterator[str]:
    starts_beside = beside_kept(parts)
    for is_loud, segment_run in groupby(parts, key=lambda segment: segment.kind in LOUD):
        run_segments = list(segment_run)
        if is_loud or _length(run_segments) <= LONGEST_KEPT:
            yield from _marks(run_segments, starts_beside)
            continue
        opening, remainder = _cut(run_segments, _EDGE)
        middle_segments, ending_segments = _cut(remainder, _length(remainder) - _EDGE)
        yield from _marks(opening, starts_beside)
        yield f"<details>{_more(f'{_length(middle_segments):,} more characters kept')}"
        yield from (*_marks(middle_segments, starts_beside), "</details>", *_marks(ending_segments, starts_beside))


def _marks(parts: list[Segment], starts_beside: Container[int]) -> Iterator[str]:
    return (markup.mark(segment, _explained(segment), beside_kept=segment.start in starts_beside) for segment in parts)


def _length(parts: list[Segment]) -> int:
    return sum(len(segment.text) for segment in parts)


def _cut(parts: list[Segment], cut_offset: int) -> tuple[list[Segment], list[Segment]]:
    """The segments up to an offset and those behind it; only what was kept is cut in two."""
    for segment_index, segment in enumerate(parts):
        if cut_offset <= len(segment.text) and segment.kind is Kind.KEPT:
            head_segment, tail_segment = (
                segment._replace(text=segment.text[:cut_offset]),
                segment._replace(text=segment.text[cut_offset:]),
            )
            return [*parts[:segment_index], head_segment], [tail_segment, *parts[segment_index + 1 :]]
        cut_offset -= len(segment.text)
        if cut_offset <= 0:
            return parts[: segment_index + 1], parts[segment_index + 1 :]
    return parts, []


def _explained(segment: Segment) -> str:
    """What hovering shows and a screen reader says; white space is not explained."""
    if segment.kind is Kind.SPACE:
        return ""
    focus = ' tabindex="0"' if segment.kind in LOUD else ""
    return f'{focus} aria-description="{markup.escaped(markup.why(segment))}"'


def _cleaners(article: Article, parts: list[Segment]) -> Iterator[str]:
    cleaner_tallies = tallies(parts)
    if not cleaner_tallies:
        return
    yield "<details><summary>What each cleaner took</summary><table><thead><tr><th>cleaner</th><th>what</th>"
    yield "<th>passages</th><th>characters</th><th>share</th></tr></thead><tbody>"
    for cleaner_tally in cleaner_tallies:
        name_cells = (cleaner_tally.cleaner, ", ".join(cleaner_tally.roles))
        figures = (
            f"{cleaner_tally.passages:,}",
            f"{cleaner_tally.characters:,}",
            percent(cleaner_tally.characters, len(article.source)),
        )
        yield f"<tr>{''.join(f'<td>{markup.escaped(cell)}</td>' for cell in (*name_cells, *figures))}</tr>"
    yield "</tbody></table></details>"
