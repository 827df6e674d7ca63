"""What docs/scale.md tells: CPU a record by kind, and what each way to run over many spends on a row.

`python tests/benchmarks/scale.py` prints it, on the texts and pages beside the project, or on its fixtures where they
are not at hand. Each way cleans the same texts as a bare loop. CPU is that of the whole machine, which should have
nothing else to do.
"""

import gzip
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from importlib.util import find_spec
from itertools import islice
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent.parent)]

from processes import run_process

from article_clean import clean, clean_many
from article_clean.cli import main as command
from benchmarks.texts import FIXTURES, TEXTS, articles, dumps  # behind the path

SIZES = (200, 1_000)  # texts; what one size costs more than the other is what a text costs
RUNS = 2


def main() -> None:
    """Print both tables."""
    print("on texts that cannot be passed on" if TEXTS.exists() else "on the fixtures of the project")
    for name, records in kinds().items():
        list(map(clean, records[:20]))
        spent = best(lambda records=records: list(map(clean, records)))
        size = sum(map(len, records)) / len(records)
        each = spent / len(records)
        print(f"{name:<22} {size:>8,.0f} characters  {1000 * each:6.2f} ms  {1 / each:7,.0f} a second")
    ways()


def kinds() -> dict[str, list[str]]:
    """Texts and pages by kind."""
    if not TEXTS.exists():
        pages = [path.read_text(encoding="utf-8") for path in (FIXTURES / "pages").glob("*.html")]
        return {"articles' text": [*articles().values()], "whole pages' text": dumps(), "pages (HTML)": pages}
    pages = TEXTS.parent / "pages"
    return {
        "articles' text": read(TEXTS / "residual-traf.jsonl.gz", "text", 450),
        "whole pages' text": read(TEXTS / "innertext.jsonl.gz", "text", 200),
        "pages (HTML)": read(pages / "fundus.jsonl.gz", "html", 200),
    }


def read(path: Path, field: str, most: int) -> list[str]:
    """The first texts of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line)[field] for line in islice(lines, most)]


def ways() -> None:
    """Print what each way spends on a text, beside the bare loop, and what it spends to begin."""
    few, many = ({name: best(call) for name, call in callables(size).items()} for size in SIZES)
    bare = None
    for name in few:
        each = (many[name] - few[name]) / (SIZES[1] - SIZES[0])
        bare = bare or each
        begin = max(0, few[name] - each * SIZES[0])
        print(f"{name:<30} {1e6 * each:6,.0f} us a text, {each / bare:.2f} of the loop, {begin:4.1f} s to begin")


def best(call: Callable[[], object]) -> float:
    """Seconds of CPU of a call, the least of several runs."""
    return min(spent(call) for _ in range(RUNS))


def callables(size: int) -> dict[str, Callable[[], object]]:
    """Each way to clean the same texts; the bare loop first."""
    import pandas as pd  # noqa: PLC0415
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow import parquet  # noqa: PLC0415

    import article_clean.adapters.pandas  # noqa: F401, PLC0415
    from article_clean import clean_batch  # noqa: PLC0415

    texts = (kinds()["articles' text"][:200] * 100)[:size]
    os.chdir(tempfile.mkdtemp())
    Path("in").mkdir()
    lines = (json.dumps({"id": str(n), "text": text}) for n, text in enumerate(texts))
    Path("in/in.jsonl").write_text("\n".join(lines))
    table = pa.table({"id": range(len(texts)), "text": texts})
    parquet.write_table(table, "in.parquet")
    engines = {
        "datatrove, JSONL to JSONL.gz": ("datatrove", lambda: job("datatrove_job.py", "jsonl", "in", "out")),
        "Spark local[2], Parquet": ("pyspark", lambda: job("spark_job.py", "in.parquet", "out-spark")),
    }
    return {
        "a bare loop": lambda: list(map(clean, texts)),
        "a loop that writes JSON": lambda: [clean(text).model_dump_json() for text in texts],
        "clean_many": lambda: list(clean_many(texts)),
        "clean_many, two workers": lambda: list(clean_many(texts, workers=2)),
        "batch, JSONL to JSONL": lambda: batch("in/in.jsonl", "out.jsonl"),
        "batch, JSONL to JSONL.gz": lambda: batch("in/in.jsonl", "out.jsonl.gz"),
        "batch, two workers": lambda: batch("in/in.jsonl", "out2.jsonl", "--workers", "2"),
        "batch, Parquet to Parquet": lambda: batch("in.parquet", "out.parquet"),
        "batch with --stats": lambda: batch("in/in.jsonl", "outs.jsonl", "--stats", "stats.json"),
        "clean_batch (Arrow)": lambda: [clean_batch(one) for one in table.to_batches(max_chunksize=256)],
        "pandas accessor": lambda: list(pd.Series(texts).article.clean()["body"]),
        **{name: call for name, (module, call) in engines.items() if find_spec(module)},
    }


def batch(given: str, output: str, *more: str) -> None:
    """Run the command in this process."""
    command(["batch", given, "-o", output, "--overwrite", "--quiet", *more])


def job(script: str, *arguments: str) -> None:
    """Run an engine as a program of its own."""
    shutil.rmtree(arguments[-1], ignore_errors=True)
    shutil.rmtree(f"{arguments[-1]}-logs", ignore_errors=True)
    environment = {**os.environ, "PYTHONPATH": str(HERE.parent.parent), "PYSPARK_PYTHON": sys.executable}
    command = [sys.executable, HERE.parent / "engines" / script, *arguments]
    run_process(command, env=environment, capture_output=True)


def spent(call: Callable[[], object]) -> float:
    """Seconds of CPU that the machine spends while a call runs: an engine's own processes are nobody's children."""
    before = now()
    call()
    return now() - before


def now() -> float:
    """Seconds of CPU that the machine has spent on programs, themselves or in the kernel."""
    user, nice, system = map(int, Path("/proc/stat").read_text().split()[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
