"""Print the figures of speed and memory: `python tests/benchmarks/report.py`, or those of the parts that are named.

`report.py ratios` prints the table alone that a change for speed is judged by, `report.py growth` how the CPU that a
character takes grows from one megabyte to ten.
"""

import argparse
import os
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import process_time

sys.path.insert(0, str(Path(__file__).parents[1]))

import ftfy
from processes import run_process

from article_clean import DEFAULT, Cleaner, Document, Pipeline, clean
from article_clean.cleaners.readers.pages import PageFurniture
from article_clean.cleaners.readers.pages.line_features import lines_of
from article_clean.cleaners.readers.pages.line_model import load
from article_clean.core.cleaner import Proposals
from article_clean.fields import FIELDS
from article_clean.pipeline.stages import rest_of
from benchmarks.measure import beside, cpu, each_beside, peak
from benchmarks.peers import justext_classifier, trafilatura_fields
from benchmarks.test_pages import FERRY, shared_pages
from benchmarks.texts import SHAPES, TEXTS, dumps, hard_wrapped, library, pages, shared_dumps

SIZE = 500_000
MEGABYTE = 1_000_000
FIRST_TEXT = "from article_clean import clean\nclean({!r})"
SPENT = "\nimport time; print(time.process_time())"
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


def ratios() -> None:
    """CPU beside that of other libraries on the same inputs, and that of a process beside an empty one."""
    for name, texts in (("5 KB text", pages()), ("hard-wrapped 5 KB", hard_wrapped())):
        _print_ratio(
            f"{name} / ftfy",
            *beside(lambda texts=texts: list(map(clean, texts)), lambda texts=texts: list(map(ftfy.fix_text, texts))),
        )
    raw = _dumps()
    classify = justext_classifier([rest_of(text, DEFAULT.of_stage) for text in raw])
    _print_ratio("dump / jusText's classifier", *beside(lambda: list(map(clean, raw)), classify))
    html_pages = shared_pages() or [FERRY]
    both = beside(lambda: list(map(clean, html_pages)), lambda: list(map(trafilatura_fields, html_pages)), 2)
    _print_ratio("page with its fields / trafilatura with metadata", *both)
    first, empty = _first_text(), _spent("pass")
    print(f"{'first text of a process, over python -c pass':<50} {first - empty:.2f} s, {first / empty:.0f} times")


def _dumps() -> list[str]:
    return shared_dumps() if TEXTS.exists() else dumps()


def _print_ratio(name: str, ours: float, theirs: float) -> None:
    print(f"{name:<50} {ours / theirs:.2f}")


def _first_text() -> float:
    return _spent(FIRST_TEXT.format(pages()[0]))


def _spent(code: str) -> float:
    """Seconds of CPU of a process that runs this; the least of some, the first of which may write bytecode."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", code + SPENT]
    root = Path(__file__).parents[2]
    runs = (run_process(command, capture_output=True, text=True, cwd=root, env=environment) for _ in range(RUNS + 1))
    return min(float(run.stdout) for run in runs)


def growth() -> None:
    """How many times the CPU of one megabyte a character of ten takes, by shape."""
    print(f"\n{'shape':<12} CPU a character at 10 MB over 1 MB")
    for shape, make in SHAPES.items():
        small, large = make(MEGABYTE), make(10 * MEGABYTE)
        seconds = [cpu(lambda raw=raw: clean(raw, kind="text"), 2, collecting=False) for raw in (small, large)]
        print(f"{shape:<12} {seconds[1] / seconds[0] / 10:.2f}", flush=True)


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
    ours, theirs = each_beside(clean, partial(clean, pipeline=others), texts)
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
    docs = [rest_of(text, DEFAULT.of_stage) for text in _dumps()]
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


PARTS = {part.__name__: part for part in (ratios, speed, whole_pages, html, shapes, megabytes, growth)}


def main() -> None:
    """Print the parts that are named, or all."""
    parser = argparse.ArgumentParser(description="the figures of speed and memory")
    parser.add_argument("parts", nargs="*", choices=PARTS, default=[*PARTS], help="what to print, by default all")
    for name in parser.parse_args().parts:
        PARTS[name]()


if __name__ == "__main__":
    main()
