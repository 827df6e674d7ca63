"""How well `Article.confidence` and `Article.page_type` say what they say, on sites that no model saw.

`PYTHONPATH=tests python -m benchmarks.confidence`, from the project's root.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from statistics import mean

from article_clean.pages.page_model import ARTICLE, KINDS, PageModel, Verdict
from article_clean.training.page_trees import JudgedPage, page_model
from article_clean.training.trees import fold_of
from benchmarks.folds import COUNT
from benchmarks.held_kinds import judged

POOR = 0.8  # F1 below which a page went wrong
BIN = 0.05
FEWEST = 10  # pages in a bin that is shown


def main() -> None:
    """Print the share of right kinds, the bins of confidence, and how well it finds the pages that went wrong."""
    pages = judged()
    sys.stdout.write("\n".join([*lines(pages, unseen(pages)), ""]))


def lines(pages: Sequence[JudgedPage], verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The figures, a line each."""
    yield "| kind | pages | recall | precision |\n|---|---|---|---|"
    pairs = [*zip((page.kind for page in pages), (verdict.kind for verdict in verdicts), strict=True)]
    for kind in KINDS:
        right, of_kind = pairs.count((kind, kind)), sum(one == kind for one, _ in pairs)
        called = sum(other == kind for _, other in pairs)
        yield f"| {kind} | {of_kind} | {right / (of_kind or 1):.3f} | {right / (called or 1):.3f} |"
    yield "\n| confidence | pages | said | F1 |\n|---|---|---|---|"
    sure = [
        (verdict.confidence or 0.0, page.f1 if verdict.kind == ARTICLE else page.other_f1)
        for page, verdict in zip(pages, verdicts, strict=True)
    ]
    for n in range(round(1 / BIN)):
        within = [(said, f1) for said, f1 in sure if n * BIN <= said < (n + 1) * BIN]
        if len(within) >= FEWEST:
            said, f1 = (mean(column) for column in zip(*within, strict=True))
            yield f"| {n * BIN:.2f} | {len(within)} | {said:.3f} | {f1:.3f} |"
    articles = [pair for pair, page in zip(sure, pages, strict=True) if page.kind == ARTICLE]
    for name, some in (("articles", articles), ("all kinds", sure)):
        yield f"AUC of a page under F1 {POOR}, {name}: {auc([(-said, f1 < POOR) for said, f1 in some]):.3f}"


def unseen(pages: Sequence[JudgedPage]) -> list[Verdict]:
    """What models that were made without a page's part of the sites think of it."""
    parts = [fold_of(page.site, COUNT) for page in pages]
    models = [
        PageModel(page_model([p for p, part in zip(pages, parts, strict=True) if part != n])) for n in range(COUNT)
    ]
    forms = (page.forms[0] for page in pages)
    return [models[part].verdict(form.row, form.words) for form, part in zip(forms, parts, strict=True)]


def auc(pairs: Sequence[tuple[float, bool]]) -> float:
    """How often a true one of two has the higher score, where one is true and the other false; ties count half."""
    true = sorted(score for score, is_true in pairs if is_true)
    false = [score for score, is_true in pairs if not is_true]
    below = sum(len(true) - bisect_right(true, score) for score in false)
    level = sum(bisect_right(true, score) - bisect_left(true, score) for score in false)
    return (below + level / 2) / (len(true) * len(false))


if __name__ == "__main__":
    main()
