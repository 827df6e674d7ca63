"""One hash of all results, to tell whether a change that should only save time changes any of them.

`PYTHONPATH=tests python -m benchmarks.identity`, from the project's root, cleans the fixtures and, where they are at
hand, the texts and pages of ../shared, and prints the hash of every body, field and trail with the number of inputs.
`--each` prints a line for each input instead: compare the lines of two states of the code with `diff`.
"""

import argparse
import gzip
import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from pathlib import Path

from cases import FIXTURES, SHARED, read_cases

from article_clean import DEFAULT, Pipeline, clean

SAMPLES = {  # files of JSON lines, the field that is read, and of how many lines one is
    "gold/wild.jsonl.gz": ("text", 1),
    "sites/sites.jsonl.gz": ("text", 10),
    "cases/*.jsonl": ("input", 1),
    "pages/*.jsonl.gz": ("html", 5),
    "texts/*.jsonl.gz": ("text", 15),
}
FEWEST = 2_000  # inputs that show that results are the same; the fixtures alone are fewer
EVERY = 10  # inputs apart that other pipelines than the default one clean, too

PIPELINES = {
    "": DEFAULT,
    "precision": DEFAULT.for_favor("precision"),
    "recall": DEFAULT.for_favor("recall"),
    "as printed": DEFAULT.without("smart_quotes"),
}


def inputs() -> Iterator[tuple[str, str]]:
    """The name of each input, and the input."""
    for path in sorted(path for path in FIXTURES.rglob("*") if path.suffix in {".txt", ".html"}):
        text = path.read_text(encoding="utf-8")
        yield path.relative_to(FIXTURES).as_posix(), text
        if path.parent.name in {"cleaners", "fields", "hostile"}:
            for n, case in enumerate(read_cases(path)):
                yield f"{path.relative_to(FIXTURES).as_posix()} {n}", case.text
    for glob, (field, every) in SAMPLES.items():
        for path in sorted(SHARED.glob(glob)):
            for n, line in enumerate(islice(_lines(path), 0, None, every)):
                if isinstance(text := json.loads(line).get(field), str):
                    yield f"{path.relative_to(SHARED).as_posix()} {n * every}", text


def _lines(path: Path) -> Iterator[str]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from lines


def digest(text: str, pipeline: Pipeline) -> str:
    """The hash of what an input is cleaned to."""
    article = clean(text, pipeline=pipeline)
    said = (article.model_dump_json(), [tuple(edit) for edit in article.trail])
    return sha256(repr(said).encode("utf-8", "backslashreplace")).hexdigest()


def main() -> None:
    """Print the hash of all results, or that of each."""
    parser = argparse.ArgumentParser(description="one hash of the body, the fields and the trail of many inputs")
    parser.add_argument("--each", action="store_true", help="print a line for each input")
    options = parser.parse_args()
    whole, count = sha256(), 0
    for name, text in inputs():
        for pipeline_name, pipeline in islice(PIPELINES.items(), None if count % EVERY == 0 else 1):
            line = f"{digest(text, pipeline)} {name} {pipeline_name}"
            whole.update(line.encode())
            if options.each:
                print(line)
        count += 1
    if not options.each:
        print(f"{whole.hexdigest()} over {count:,} inputs")
        if count < FEWEST:
            print(f"too few to tell: {FEWEST:,} are wanted, from {SHARED}")


if __name__ == "__main__":
    main()
