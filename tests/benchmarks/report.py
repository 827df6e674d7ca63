"""Print the figures of speed and memory: `python tests/benchmarks/report.py`."""

import sys
from dataclasses import dataclass
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

import ftfy

from article_clean import DEFAULT, Cleaner, Document, Pipeline, clean
from article_clean.cleaners.readers.pages import PageFurniture
from article_clean.cleaners.readers.pages.line_features import lines_of
from article_clean.cleaners.readers.pages.line_model import load
from article_clean.core.cleaner import Proposals
from article_clean.fields import FIELDS
from article_clean.pipeline.stages import rest_of
from benchmarks.measure import beside, cpu, peak
from benchmarks.peers import justext_classifier, trafilatura_fields
from benchmarks.test_pages import FERRY, shared_pages
from benchmarks.texts import SHAPES, TEXTS, dumps, library, pages, shared_dumps

SIZE = 500_000
RUNS = 5
MOST_SHOWN = 12


@dataclass
class Timed:
    """A cleaner that adds up its CPU seconds; a fact that several ask for is paid by the first."""

    one: Cleaner
    seconds: float = 0.0

    def __post_init__(self) -> None:
        """Take the cleaner's place."""
        self.name, self.stage, self.role = self.one.name, self.one.stage, self.one.role

    def __call__(self, doc: Document) -> Proposals:
        """Do what the cleaner does."""
        start = process_time()
        found = list(self.one(doc))
        self.seconds += process_time() - start
        return found


def speed() -> None:
    """CPU a page of 5 KB, beside ftfy, and which cleaners take most of it."""
    texts = pages()
    ours, theirs = beside(lambda: list(map(clean, texts)), lambda: list(map(ftfy.fix_text, texts)))
    a_page = 1000 / len(texts)
    print(
        f"{len(texts)} pages of 5 KB, CPU a page: clean {ours * a_page:.2f} ms, ftfy.fix_text {theirs * a_page:.2f} ms,"
    )
    print(f"ratio {ours / theirs:.2f}; of it go to")
    others = DEFAULT.without(*(one.name for one in FIELDS))
    ours, theirs = beside(lambda: list(map(clean, texts)), lambda: [clean(text, pipeline=others) for text in texts])
    print(f"  {(ours - theirs) * a_page * 1000:5.0f} µs  the fields, beside a clean() without them; and by cleaner")
    timed = [Timed(one) for one in DEFAULT.cleaners]
    pipeline = Pipeline(timed)
    for _ in range(RUNS):
        for text in texts:
            clean(text, pipeline=pipeline)
    for one in sorted(timed, key=lambda one: -one.seconds)[:MOST_SHOWN]:
        print(f"  {one.seconds * a_page / RUNS * 1000:5.0f} µs  {one.stage} {one.name}")
    print(f"  {sum(one.seconds for one in timed) * a_page / RUNS * 1000:5.0f} µs  all {len(timed)} cleaners")


def shapes() -> None:
    """Growth and memory by shape of text."""
    print(f"\n{'shape':<12} {'µs/char':>8} {'twice':>6} {'bytes/char':>10}   at {SIZE:,} characters")
    for shape, make in SHAPES.items():
        text, double = make(SIZE), make(2 * SIZE)
        once, twice = (cpu(lambda raw=raw: clean(raw, kind="text"), 2) for raw in (text, double))
        memory = peak(lambda text=text: clean(text, kind="text")) / SIZE
        print(f"{shape:<12} {once / SIZE * 1e6:8.3f} {twice / once:6.2f} {memory:10.1f}")


def megabytes() -> None:
    """CPU of one long text, to ten megabytes."""
    print("\narticles, MB: CPU seconds, times the half")
    before = None
    for size in (1.25, 2.5, 5, 10):
        text = library(int(size * 1e6))
        seconds = cpu(lambda text=text: clean(text, kind="text"), 2)
        print(f"  {size:5}: {seconds:6.2f}" + (f"  {seconds / before:.2f}" if before else ""))
        before = seconds


def whole_pages() -> None:
    """CPU of taking a page's text down to its article, beside jusText's classifier on the same lines."""
    docs = [rest_of(text, DEFAULT.of_stage) for text in (shared_dumps() if TEXTS.exists() else dumps())]
    lines, furniture = sum(len(doc.paragraphs) for doc in docs), PageFurniture()
    judged = [lines_of(doc) for doc in docs]
    all_, theirs = beside(lambda: [list(furniture(doc)) for doc in docs], justext_classifier(docs))
    shares = cpu(lambda: [load().shares(one) for one in judged])
    of_150 = 1000 * 150 / lines
    print(
        f"\n{len(docs)} dumps of {lines} lines, CPU for 150 lines: page_furniture {all_ * of_150:.1f} ms, of it",
        end=" ",
    )
    print(f"{shares * of_150:.1f} to judge them; jusText's classifier {theirs * of_150:.1f} ms")


def html() -> None:
    """CPU a page, beside trafilatura, and the slowest page in a hundred."""
    pages = shared_pages() or [FERRY]
    ours, theirs = (
        [cpu(lambda page=page, read=read: read(page), 2) for page in pages] for read in (clean, trafilatura_fields)
    )
    a_page = 1000 / len(pages)
    print(f"\n{len(pages)} HTML pages, CPU a page: clean {sum(ours) * a_page:.1f} ms,", end=" ")
    print(f"trafilatura with metadata {sum(theirs) * a_page:.1f} ms, ratio of means {sum(ours) / sum(theirs):.2f},")
    print(f"slowest {max(ours) * 1000:.0f} and {max(theirs) * 1000:.0f} ms")


if __name__ == "__main__":
    speed()
    whole_pages()
    html()
    shapes()
    megabytes()
