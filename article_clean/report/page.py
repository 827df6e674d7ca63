"""The page of one article: its source and what became of it side by side, each cleaner to be switched off and on."""

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from string import Template

from article_clean.article import Article
from article_clean.report import markup
from article_clean.report.hues import asset, hue
from article_clean.report.segments import LOUD, Kind, Segment, Tally, percent, segments, summed, tallies

LONGEST_KEPT = 400  # characters of the source between two marks, about six lines, that folding leaves as they are
_SCRIPTED = ' tabindex="-1"'
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
    return filled({
        "layout": "one",
        "title": markup.escaped(article.headline or name or "An article"),
        "what": "article-clean explain",
        "heading": markup.escaped(name or "One text"),
        "bar": "".join(bar(parts, len(article.source))),
        "sum": summed(parts),
        "legend_title": "What was taken",
        "legend": "".join(_legend(article, parts)),
        "source": "".join(_source(parts)),
        "result_title": "Article",
        "pane": _pane(article),
        "language": markup.language(article),
        "switch_help": _SWITCH_HELP,
        "note": _NOTE,
        "data": _data(parts),
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


def bar(parts: Iterable[Segment], whole: int, lane: tuple[float, float] = (0, 10)) -> Iterator[str]:
    """The source as a strip: where something was taken, in its colour.

    Args:
        parts: the segments.
        whole: code points of the source.
        lane: top and height of the strip.
    """
    for part in parts:
        if part.kind in LOUD and part.text:
            x, width = 1000 * part.start / whole, max(1.5, 1000 * len(part.text) / whole)
            place = f'x="{x:.1f}" y="{lane[0]}" width="{width:.1f}" height="{lane[1]}"'
            yield f'<rect class="hue-{hue(part.role)}" {place}/>'


def table(title: str, names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table whose first column names its rows; its cells are HTML."""
    yield f"<table><caption>{title}</caption><thead><tr>"
    yield from (f'<th scope="col">{name}</th>' for name in names)
    yield "</tr></thead><tbody>"
    for first, *rest in rows:
        yield f'<tr><th scope="row">{first}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>"
    yield "</tbody></table>"


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def _source(parts: Iterable[Segment]) -> Iterator[str]:
    for loud, run in groupby(parts, key=lambda part: part.kind in LOUD):
        between = list(run)
        marks = [markup.mark(part, "" if part.kind is Kind.SPACE else _SCRIPTED) for part in between]
        yield from marks if loud else _foldable(between, marks)


def _foldable(between: list[Segment], marks: list[str]) -> Iterator[str]:
    """What stands between two passages that were taken out; if it is long, in an element that can be folded."""
    inked = [n for n, part in enumerate(between) if part.kind is not Kind.SPACE]
    if not inked or sum(len(part.text) for part in between) <= LONGEST_KEPT:
        yield from marks
        return
    first, last = inked[0], inked[-1] + 1
    yield from (*marks[:first], "<span>", *marks[first:last], "</span>", *marks[last:])


def _pane(article: Article) -> str:
    warnings = (f'<p class="warning"><strong>Note</strong> {markup.escaped(one)}</p>' for one in article.warnings)
    body = f'<div class="body" id="body-text" dir="auto">{markup.paragraphs(article.paragraphs)}</div>'
    return "".join((*warnings, *markup.head(article, 3), body, *markup.captions(article)))


def _legend(article: Article, parts: list[Segment]) -> Iterator[str]:
    named = [part for part in parts if part.edit and part.edit.cleaner]
    if not named:
        yield "<p>Nothing was taken out or replaced.</p>"
        return
    yield '<p class="all" hidden><button type="button" data-all="on">All on</button> '
    yield '<button type="button" data-all="off">All off</button> '
    yield '<button type="button" id="fold" aria-pressed="false">Fold kept text</button></p>'
    roles = tallies(part._replace(edit=part.edit._replace(cleaner=part.role)) for part in named if part.edit)
    yield from _switches("Roles", "role", roles, len(article.source))
    took = tallies(named)
    wanted = {name for part in named if part.edit for name in part.edit.also} - {one.cleaner for one in took}
    idle = [Tally(name, (), 0, 0) for name in sorted(wanted)]  # took nothing of their own, but keep passages out
    yield from _switches("Cleaners", "cleaner", [*took, *idle], len(article.source))


def _switches(title: str, what: str, tallied: list[Tally], whole: int) -> Iterator[str]:
    rows = []
    for one in tallied:
        name = markup.escaped(one.cleaner)
        swatch = f'<span class="swatch hue-{hue(one.cleaner)}" aria-hidden="true"></span>' if what == "role" else ""
        box = f'<label><input type="checkbox" checked disabled data-{what}="{name}">{swatch} {name}</label>'
        rows.append((box, f"{one.passages:,}", f"{one.characters:,}", percent(one.characters, whole)))
    return table(title, (what, "passages", "characters", "share"), rows)


def _data(parts: Iterable[Segment]) -> str:
    """What the script knows of each mark: who took it, in a list; of white space what stands there now."""
    rows: list[object] = []
    for part in parts:
        if part.edit and part.kind is Kind.SPACE:
            rows.append(part.edit.text)
        elif part.edit:
            rows.append([taken(part)])
    return as_json({"rows": rows})


def taken(part: Segment) -> list[object]:
    """What stands there now, what it was, who took it and why, as the page's script reads it."""
    edit = part.edit
    return [edit.text, edit.role, edit.cleaner, edit.reason, edit.also, edit.start, edit.end] if edit else []
