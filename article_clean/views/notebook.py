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
        *(f'<p class="warning">⚠ {markup.escaped(one)}</p>' for one in article.warnings),
        "</div>",
    ))  # fmt: skip


def _hint(parts: list[Segment]) -> Iterator[str]:
    if any(part.edit and part.edit.cleaner for part in parts):
        yield '<p class="hint">Point at a mark to see who took it and why.</p>'


def _style() -> str:
    return "".join(map(asset, ("hues.css", "marks.css", "notebook.css")))


def _body(article: Article) -> str:
    shown, folded = article.paragraphs[:SHOWN_PARAGRAPHS], article.paragraphs[SHOWN_PARAGRAPHS:]
    if len(folded) <= 1:
        return markup.paragraphs(article, article.paragraphs)
    more = markup.paragraphs(article, folded, SHOWN_PARAGRAPHS)
    rest = f"<details>{_more(f'{len(folded)} more paragraphs')}\n\n{more}</details>"
    return markup.paragraphs(article, shown) + rest


def _more(amount: str) -> str:
    """What stands in the place of a folded text, and opens it."""
    return f'<summary class="more">… {amount} …</summary>'


def _source(parts: list[Segment]) -> Iterator[str]:
    apart = beside_kept(parts)
    for loud, run in groupby(parts, key=lambda part: part.kind in LOUD):
        between = list(run)
        if loud or _length(between) <= LONGEST_KEPT:
            yield from _marks(between, apart)
            continue
        first, rest = _cut(between, _EDGE)
        middle, last = _cut(rest, _length(rest) - _EDGE)
        yield from _marks(first, apart)
        yield f"<details>{_more(f'{_length(middle):,} more characters kept')}"
        yield from (*_marks(middle, apart), "</details>", *_marks(last, apart))


def _marks(parts: list[Segment], apart: Container[int]) -> Iterator[str]:
    return (markup.mark(part, _explained(part), beside_kept=part.start in apart) for part in parts)


def _length(parts: list[Segment]) -> int:
    return sum(len(part.text) for part in parts)


def _cut(parts: list[Segment], at: int) -> tuple[list[Segment], list[Segment]]:
    """The segments up to an offset and those behind it; only what was kept is cut in two."""
    for n, part in enumerate(parts):
        if at <= len(part.text) and part.kind is Kind.KEPT:
            before, behind = part._replace(text=part.text[:at]), part._replace(text=part.text[at:])
            return [*parts[:n], before], [behind, *parts[n + 1 :]]
        at -= len(part.text)
        if at <= 0:
            return parts[: n + 1], parts[n + 1 :]
    return parts, []


def _explained(part: Segment) -> str:
    """What hovering shows and a screen reader says; white space is not explained."""
    if part.kind is Kind.SPACE:
        return ""
    focus = ' tabindex="0"' if part.kind in LOUD else ""
    return f'{focus} aria-description="{markup.escaped(markup.why(part))}"'


def _cleaners(article: Article, parts: list[Segment]) -> Iterator[str]:
    found = tallies(parts)
    if not found:
        return
    yield "<details><summary>What each cleaner took</summary><table><thead><tr><th>cleaner</th><th>what</th>"
    yield "<th>passages</th><th>characters</th><th>share</th></tr></thead><tbody>"
    for one in found:
        names = (one.cleaner, ", ".join(one.roles))
        figures = (f"{one.passages:,}", f"{one.characters:,}", percent(one.characters, len(article.source)))
        yield f"<tr>{''.join(f'<td>{markup.escaped(cell)}</td>' for cell in (*names, *figures))}</tr>"
    yield "</tbody></table></details>"
