"""Audit the cleaners: what each takes of labelled texts, how much of that is right, and on how many sites.

`PYTHONPATH=tests python -m benchmarks.audit`, from the project's root, prints two tables in Markdown. The first has a
row for each rule, that is a cleaner and a reason that it gives, and judges what the rule removes. The second counts
what the cleaners rewrite; fixtures/cleaners and tests/hostile judge that. `--wrong NAME` and
`--right NAME` list what a cleaner takes.

A span is right where the labels say that all of its words are furniture, or the field that the cleaner takes them for.
The labels of the wild texts are made by reading. Those of the dumps follow the public gold of their pages, which keeps
some bylines, captions and boxes: what they call wrong is to be read before it counts. What `leftovers` takes of the
wild texts is a training fit; `benchmarks.held_wild` has the figures.
"""

import argparse
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, NamedTuple

from cases import SHARED

from article_clean import DEFAULT, Article, clean
from article_clean.core.cleaner import summary
from article_clean.core.edits import Edit
from article_clean.training.labelled_texts import KEPT, UNSURE, character_roles
from article_clean.training.pages import site_of

WILD = SHARED / "gold" / "wild.jsonl.gz"
DUMPS = SHARED / "texts"
CLOSED_FOLD = 4  # it is a figure, and no rule is written from it
SHAPE_WORDS = 2
PAGES = {one.name: summary(one) for one in DEFAULT.cleaners}  # the reason that a cleaner gives where it has no better
REWRITERS = tuple(one.name for one in DEFAULT.cleaners if one.stage in {"characters", "layout"})

_WORD = re.compile(r"\w+")
_WORD_OR_MARK = re.compile(r"\w+|\S")
_LIKELIHOOD = re.compile(r"[,:] [^,:]*likelihood .*")

Row = Mapping[str, Any]  # JSON: text, domain, doc, roles, inline, unsure


class Span(NamedTuple):
    """What a rule took of one text.

    Attributes:
        cleaner: who took it.
        reason: the evidence that it gave; "" for the first line of its page.
        site: the domain that the text comes from.
        document: the name of the text.
        text: what went.
        wrong: the role of the first word that should have stayed, or be another field; "" where all is right.
    """

    cleaner: str
    reason: str
    site: str
    document: str
    text: str
    wrong: str

    @property
    def shape(self) -> tuple[str, str]:
        """What counts once in a rule: the site and the first words. A line under a hundred articles is one shape."""
        return self.site, re.sub(r"\d+", "#", " ".join(_WORD.findall(self.text.casefold())[:SHAPE_WORDS]))


def wild_rows() -> Iterator[Row]:
    """The labelled articles that rules may be written from, without those that the first rules were written from."""
    with gzip.open(WILD, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["fold"] != CLOSED_FOLD and not row.get("first") and not row.get("not_article"):
                yield row


def dump_rows() -> Iterator[Row]:
    """The texts of pages, whole or as extractors left them, with a label for each line: "1" of the article, "0" not."""
    for path in sorted(DUMPS.glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                roles = {str(n): "other" for n, label in enumerate(row["labels"]) if label == "0"}
                marks = [n for n, line in enumerate(row["text"].split("\n")) if not _WORD.search(line)]
                labels = {"roles": roles, "inline": (), "unsure": marks}  # the gold says nothing of lines without words
                yield {"text": row["text"], "domain": site_of(row["url"] or row["id"]), "doc": row["id"], **labels}


def spans(row: Row, article: Article) -> Iterator[Span]:
    """What was removed of a labelled text; what its reader was not sure of is left out."""
    roles = character_roles(row)
    for edit in article.trail:
        true = [role for word in _words(edit, article.source) if (role := roles[word.start()]) != UNSURE]
        if true:
            reason = "" if edit.reason == PAGES[edit.cleaner] else _LIKELIHOOD.sub("", edit.reason)
            wrong = next((role for role in true if not _is_right(edit, role)), "")
            text = article.source[edit.start : edit.end]
            yield Span(edit.cleaner, reason, row["domain"], row["doc"], text, wrong)


def _words(edit: Edit, source: str) -> Iterator[re.Match[str]]:
    """The words that an edit takes away, or the marks where it takes nothing else; none of what it rewrites."""
    if edit.cleaner in PAGES and edit.cleaner not in REWRITERS and not edit.text.strip():
        pattern = _WORD if _WORD.search(source, edit.start, edit.end) else _WORD_OR_MARK
        yield from pattern.finditer(source, edit.start, edit.end)


def _is_right(edit: Edit, role: str) -> bool:
    return role == edit.role or role not in KEPT


def figures(of_rule: Iterable[Span]) -> str:
    """Four cells: spans, wrong ones, sites, and the share of shapes that are right."""
    taken = list(of_rule)
    shapes = {span.shape for span in taken}
    wrong = {span.shape for span in taken if span.wrong}
    right = f"{1 - len(wrong) / len(shapes):.3f}" if shapes else ""
    sites = {span.site for span in taken}
    return f"{len(taken)} | {sum(bool(span.wrong) for span in taken)} | {len(sites)} | {right}"


def removals(wild: Iterable[Span], dumps: Iterable[Span]) -> Iterator[str]:
    """The table of what is removed, in the order of the pipeline; a cleaner that took nothing has a row, too."""
    rules: dict[tuple[str, str], tuple[list[Span], list[Span]]] = defaultdict(lambda: ([], []))
    for n, taken in enumerate((wild, dumps)):
        for span in taken:
            rules[span.cleaner, span.reason][n].append(span)
    names = [name for name in PAGES if name not in REWRITERS]
    idle = {(name, "") for name in names if all(cleaner != name for cleaner, _ in rules)}
    yield "| cleaner | reason | wild: spans | wrong | sites | right | dumps: spans | wrong | sites | right |"
    yield "|---|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    for name, reason in sorted({*rules, *idle}, key=lambda rule: (names.index(rule[0]), rule[1])):
        of_wild, of_dumps = rules[name, reason]
        yield f"| {name} | {reason} | {figures(of_wild)} | {figures(of_dumps)} |"


def rewrites(articles: Iterable[tuple[Row, Article]]) -> Iterator[str]:
    """The table of what is replaced or joined."""
    places: dict[str, list[str]] = defaultdict(list)
    for row, article in articles:
        for edit in article.trail:
            places[edit.cleaner].append(row["domain"])
    yield "| cleaner | edits | sites |"
    yield "|---|--:|--:|"
    for name in REWRITERS:
        yield f"| {name} | {len(places[name])} | {len({*places[name]})} |"


def main() -> None:
    """Print the tables, or what one cleaner takes."""
    parser = argparse.ArgumentParser(description="what each cleaner takes of labelled texts, and how much is right")
    parser.add_argument("--wrong", metavar="NAME", help="list what this cleaner takes wrongly")
    parser.add_argument("--right", metavar="NAME", help="list what it takes rightly")
    options = parser.parse_args()
    wild = [(row, clean(row["text"], kind="text")) for row in wild_rows()]
    of_wild = [span for row, article in wild for span in spans(row, article)]
    of_dumps = [span for row in dump_rows() for span in spans(row, clean(row["text"], kind="text"))]
    if not (name := options.wrong or options.right):
        print("\n".join(chain(removals(of_wild, of_dumps), [""], rewrites(wild))))
        return
    for span in chain(of_wild, of_dumps):
        if span.cleaner == name and bool(span.wrong) == bool(options.wrong):
            print(f"{span.document} {span.site} {span.wrong or 'right'} {span.reason}: {span.text!r}")


if __name__ == "__main__":
    main()
