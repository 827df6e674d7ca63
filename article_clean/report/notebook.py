"""How an article shows itself in a notebook: no script, hover and focus by style alone, long texts folded."""

from collections.abc import Iterator
from itertools import groupby

from article_clean.article import Article
from article_clean.report import markup
from article_clean.report.hues import asset
from article_clean.report.segments import LOUD, Kind, Segment, percent, segments, summed, tallies

SHOWN_PARAGRAPHS = 6  # of a body; the rest is folded
LONGEST_KEPT = 1200  # characters of the source between two passages taken out that are shown in one piece
_EDGE = 300  # of a folded piece, what stays to be seen on both sides


def notebook(article: Article) -> str:
    """The article as a fragment of HTML: its fields and body, then its source with every mark, then the cleaners.

    Args:
        article: the article.
    """
    parts = list(segments(article))
    return "".join((
        f'<div class="article-clean notebook"><style>{_style()}</style>',
        f"<article{markup.language(article)}>",
        *markup.head(article, 3),
        f'<div class="body" dir="auto">{_body(article)}</div>',
        *markup.captions(article),
        "</article>",
        f"<details open><summary>Source: {summed(parts)}</summary>",
        f'<div class="source" dir="auto"{markup.language(article)}>{"".join(_source(parts))}</div></details>',
        *_cleaners(article, parts),
        *(f'<p class="warning">⚠ {markup.escaped(one)}</p>' for one in article.warnings),
        "</div>",
    ))  # fmt: skip


def _style() -> str:
    return "".join(map(asset, ("hues.css", "marks.css", "notebook.css")))


def _body(article: Article) -> str:
    shown, folded = article.paragraphs[:SHOWN_PARAGRAPHS], article.paragraphs[SHOWN_PARAGRAPHS:]
    if len(folded) <= 1:
        return markup.paragraphs(article.paragraphs)
    rest = f"<details><summary>{len(folded)} more paragraphs</summary>\n\n{markup.paragraphs(folded)}</details>"
    return markup.paragraphs(shown) + rest


def _source(parts: list[Segment]) -> Iterator[str]:
    for loud, run in groupby(parts, key=lambda part: part.kind in LOUD):
        between = list(run)
        if loud or _length(between) <= LONGEST_KEPT:
            yield from _marks(between)
            continue
        first, rest = _cut(between, _EDGE)
        middle, last = _cut(rest, _length(rest) - _EDGE)
        yield from _marks(first)
        yield f"<details><summary>{_length(middle):,} more characters kept</summary>"
        yield from (*_marks(middle), "</details>", *_marks(last))


def _marks(parts: list[Segment]) -> Iterator[str]:
    return (markup.mark(part, _explained(part)) for part in parts)


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
