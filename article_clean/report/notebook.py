"""How an article shows itself in a notebook: no script, hover and focus by style alone, long texts folded."""

from collections.abc import Iterator

from article_clean.article import Article
from article_clean.report import markup
from article_clean.report.hues import asset
from article_clean.report.segments import LOUD, Kind, Segment, amounts, percent, segments, tallies

SHOWN_PARAGRAPHS = 6  # of a body; the rest is folded
LONGEST_KEPT = 1200  # characters of the source between two marks that are shown in one piece
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
        f"<details open><summary>{_sum(article, parts)}</summary>",
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


def _sum(article: Article, parts: list[Segment]) -> str:
    counts, whole = amounts(parts), len(article.source)
    shares = ", ".join(f"{percent(counts[kind], whole)} {kind.value}" for kind in (Kind.KEPT, Kind.MOVED, Kind.REMOVED))
    return f"Source: {whole:,} characters, {shares}"


def _source(parts: list[Segment]) -> Iterator[str]:
    for part in parts:
        if part.kind is not Kind.KEPT or len(part.text) <= LONGEST_KEPT:
            yield markup.mark(part, _explained(part))
            continue
        first, middle, last = part.text[:_EDGE], part.text[_EDGE:-_EDGE], part.text[-_EDGE:]
        yield f"{markup.escaped(first)}<details><summary>{len(middle):,} more characters kept</summary>"
        yield f"{markup.escaped(middle)}</details>{markup.escaped(last)}"


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
