"""How well `Article.confidence` and `Article.page_type` say what they say, on sites that no model saw.

`PYTHONPATH=tests python -m benchmarks.confidence [pages] [texts]`, from the project's root. The first call trains
models of blocks, lines, leftovers and titles for each part of the sites, and keeps them in build/folds.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import nan
from statistics import mean

from article_clean.pages.page_model import ARTICLE, KINDS, PageModel, Verdict
from article_clean.pipeline.text_model import TextModel
from article_clean.training.page_trees import JudgedPage, page_model
from article_clean.training.text_trees import JudgedText, text_model
from article_clean.training.trees import fold_of
from benchmarks import held_confidence, held_kinds
from benchmarks.folds import COUNT

POOR = (0.8, 0.95)  # F1 below which a body went wrong
BIN = 0.05
FEWEST = 10  # bodies in a bin that is shown

Sure = Sequence[tuple[float, float]]  # the F1 that was expected, and the one that was found


def main() -> None:
    """Print the share of right kinds, the bins of confidence, and how well it finds the bodies that went wrong."""
    wanted = sys.argv[1:] or ("pages", "texts")
    if "pages" in wanted:
        pages = held_kinds.judged()
        _print(lines(pages, unseen(pages)))
    if "texts" in wanted:
        _print(lines_of_texts(held_confidence.judged()))


def _print(figures: Iterator[str]) -> None:
    sys.stdout.write("\n".join([*figures, ""]))


def lines(pages: Sequence[JudgedPage], verdicts: Sequence[Verdict]) -> Iterator[str]:
    """The figures of pages, a line each."""
    yield "| kind | pages | recall | precision |\n|---|---|---|---|"
    pairs = [*zip((page.kind for page in pages), (verdict.kind for verdict in verdicts), strict=True)]
    for kind in KINDS:
        right, of_kind = pairs.count((kind, kind)), sum(one == kind for one, _ in pairs)
        called = sum(other == kind for _, other in pairs)
        yield f"| {kind} | {of_kind} | {right / (of_kind or 1):.3f} | {right / (called or 1):.3f} |"
    sure = [
        (verdict.confidence or 0.0, page.f1 if verdict.kind == ARTICLE else page.other_f1)
        for page, verdict in zip(pages, verdicts, strict=True)
    ]
    yield from of_sure("pages of all kinds", sure)
    yield from of_sure("articles", [pair for pair, page in zip(sure, pages, strict=True) if page.kind == ARTICLE])


def lines_of_texts(texts: Sequence[tuple[str, JudgedText]]) -> Iterator[str]:
    """The figures of texts, a line each; each text has the name of the files that it is from."""
    parts = [fold_of(text.site, COUNT) for _, text in texts]
    models = [
        TextModel(text_model([text for (_, text), part in zip(texts, parts, strict=True) if part != n]))
        for n in range(COUNT)
    ]
    expected = [models[part].confidence(text.row) for (_, text), part in zip(texts, parts, strict=True)]
    for name in dict.fromkeys(name for name, _ in texts):
        of_name = [(f1, text.f1) for f1, (of, text) in zip(expected, texts, strict=True) if of == name]
        yield from of_sure(name, of_name)


def of_sure(name: str, sure: Sure) -> Iterator[str]:
    """The bins of some confidences, and how well they find the bodies that went wrong."""
    yield f"\n| {name}: confidence | bodies | said | F1 |\n|---|---|---|---|"
    for n in range(round(1 / BIN)):
        within = [(said, f1) for said, f1 in sure if n * BIN <= said < (n + 1) * BIN or said == (n + 1) * BIN == 1]
        if len(within) >= FEWEST:
            said, f1 = (mean(column) for column in zip(*within, strict=True))
            yield f"| {n * BIN:.2f} | {len(within)} | {said:.3f} | {f1:.3f} |"
    for poor in POOR:
        yield f"AUC of a body under F1 {poor}, {name}: {auc([(-said, f1 < poor) for said, f1 in sure]):.3f}"
    yield f"AUC of a body with every word right, {name}: {auc([(said, f1 == 1) for said, f1 in sure]):.3f}"


def unseen(pages: Sequence[JudgedPage]) -> list[Verdict]:
    """What models that were made without a page's part of the sites think of it."""
    parts = [fold_of(page.site, COUNT) for page in pages]
    models = [
        PageModel(page_model([p for p, part in zip(pages, parts, strict=True) if part != n])) for n in range(COUNT)
    ]
    forms = (page.forms[0] for page in pages)
    return [models[part].verdict(form.row, form.words) for form, part in zip(forms, parts, strict=True)]


def auc(pairs: Sequence[tuple[float, bool]]) -> float:
    """How often a true one of two has the higher score, where one is true and the other false; ties count half.

    Not a number, where all are true or none is.
    """
    true = sorted(score for score, is_true in pairs if is_true)
    false = [score for score, is_true in pairs if not is_true]
    below = sum(len(true) - bisect_right(true, score) for score in false)
    level = sum(bisect_right(true, score) - bisect_left(true, score) for score in false)
    return (below + level / 2) / (len(true) * len(false)) if true and false else nan


if __name__ == "__main__":
    main()
