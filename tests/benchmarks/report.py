"""Print the figures of speed and memory: `python tests/benchmarks/report.py`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import ftfy
from benchmarks.measure import cpu, peak
from benchmarks.texts import SHAPES, library, pages

from article_clean import DEFAULT, clean
from article_clean.cleaner import STAGES

SIZE = 500_000


def speed() -> None:
    """CPU a page of 5 KB, beside ftfy and stage by stage."""
    texts = pages()
    ours, theirs = (cpu(lambda call=call: [call(text) for text in texts]) for call in (clean, ftfy.fix_text))
    a_page = 1000 / len(texts)
    print(
        f"{len(texts)} pages of 5 KB, CPU a page: clean {ours * a_page:.2f} ms, ftfy.fix_text {theirs * a_page:.2f} ms,"
    )
    print(f"ratio {ours / theirs:.2f}; without the cleaners of a stage it takes")
    for stage in STAGES:
        rest = DEFAULT.without(*(one.name for one in DEFAULT.cleaners if one.stage == stage))
        left = cpu(lambda rest=rest: [clean(text, pipeline=rest) for text in texts])
        print(f"  {(ours - left) * a_page:6.2f} ms less: {stage}")


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


if __name__ == "__main__":
    speed()
    shapes()
    megabytes()
