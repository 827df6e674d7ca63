"""Score texts with a line model that never saw their site.

`PYTHONPATH=tests python ../shared/tools/score.py texts --mode lynx --fn benchmarks.held_texts:clean`, from the
project's root; the first call trains five models on ../shared/texts. As a command of its own it prints which texts are
taken for whole pages, and what is found of headlines: `PYTHONPATH=tests python -m benchmarks.held_texts`.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from statistics import mean

import article_clean
from article_clean import DEFAULT
from article_clean.article import Article
from article_clean.cleaners.readers.pages import FEWEST_LINES, PageFurniture
from article_clean.cleaners.readers.pages.line_features import lines_of
from article_clean.cleaners.readers.pages.line_model import load
from article_clean.learned.shares import EVEN
from article_clean.learned.tokens import said_in
from article_clean.pipeline.stages import rest_of
from article_clean.training.dumps import line_model
from article_clean.training.texts import training_texts
from benchmarks.folds import Folds
from tests.cases import SHARED

TEXTS = SHARED / "texts"
DUMPS = [TEXTS / f"{mode}.jsonl.gz" for mode in ("gettext", "innertext", "innertext_more", "lynx")]
LEFTOVERS = [TEXTS / f"{mode}.jsonl.gz" for mode in ("blog", "residual-n4k", "residual-read", "residual-traf")]
MODULES = ("line_features", "line_context", "page_or_article", "page_headline", "line_model")
TRAINERS = ("dumps", "texts", "terms", "trees", "truth", "pages")
MAKERS = (
    *(f"training/{name}.py" for name in TRAINERS), "learned/*.py",
    *(f"cleaners/readers/pages/{name}.py" for name in MODULES),
)  # fmt: skip
HELD = Folds([*DUMPS, *LEFTOVERS], "text", MAKERS, lambda: training_texts(DUMPS, LEFTOVERS), line_model)


def clean(text: str) -> Article:
    """`clean` with the model that was trained without this text's site."""
    return article_clean.clean(
        text, pipeline=DEFAULT.replace("page_furniture", PageFurniture(model=str(HELD.model(text))))
    )


def kinds() -> Iterator[str]:
    """For each file how many texts look like whole pages, how many lost lines as such, and whose headline is right."""
    for path in (*DUMPS, *LEFTOVERS):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [row for row in map(json.loads, lines) if row["body"]]
        found = [(row, clean(row["text"])) for row in rows]
        pages = mean(_is_page(row["text"]) for row in rows)
        taken = mean(any("whole page" in one for one in article.warnings) for _, article in found)
        titled = [(said_in(row["title"]), said_in(article.headline or "")) for row, article in found if row["title"]]
        right, wrong = mean(t == h for t, h in titled), mean(bool(h) and t != h for t, h in titled)
        yield f"{path.name[:-9]:15} {len(rows):4} {pages:6.3f} {taken:6.3f} {right:6.3f} {wrong:6.3f}"


def _is_page(text: str) -> bool:
    lines = lines_of(rest_of(text, DEFAULT.of_stage))
    return len(lines.texts) >= FEWEST_LINES and load(str(HELD.model(text))).page_share(lines) >= EVEN


if __name__ == "__main__":
    if not TEXTS.exists():
        sys.exit("these texts cannot be passed on, and are not here")
    print(f"{'texts':15} {'':4}  pages  taken  headline right, other than the gold's")
    for line in kinds():
        print(line, flush=True)
