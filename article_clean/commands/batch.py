"""`article-clean batch`: many articles of many files into one file."""

import argparse
import json
import time
from dataclasses import replace

from article_clean import __version__
from article_clean.batch.charts import charts
from article_clean.batch.files import Counts, Files, State
from article_clean.batch.job import Job, run_job
from article_clean.batch.outputs import STREAM, write_text
from article_clean.batch.plan import COLUMNS, Mode, Plan, Prepared, prepared
from article_clean.batch.records import ID, URL
from article_clean.batch.sources import MOST_BYTES
from article_clean.batch.stats import Stats
from article_clean.commands.options import add_cleaning, add_list, cleaning, files_read, inputs_of
from article_clean.commands.progress import bar
from article_clean.commands.signals import TerminatedError, raised_signals
from article_clean.commands.status import DONE, INPUT_FAILED, INTERRUPTED, WRONG_USAGE, complain
from article_clean.errors import ArticleCleanError, RecordError, UsageError, WorkerError

ALL_FAILED = 3
SIGNALLED = 128  # and the number of the signal, as shells have it


def add_to(parser: argparse.ArgumentParser) -> None:
    """Add the options."""
    parser.description = "Clean many articles. Every record ends either in OUT or, if it fails, in OUT.errors.jsonl."
    parser.epilog = (
        "Exit status: 0 none failed, 1 some failed, 2 wrong usage, 3 all failed, 130 interrupted, 143 terminated."
    )
    parser.add_argument(
        "inputs",
        nargs="*",
        metavar="INPUT",
        help="JSON Lines, CSV, Parquet, WARC or WET (also .gz, .zst), or a folder of .txt, .html and .md; "
        "- reads JSON Lines",
    )
    parser.add_argument(
        "-o", "--output", required=True, metavar="OUT", help="a .jsonl (also .gz, .zst) or .parquet file; - prints"
    )
    parser.add_argument(
        "--format",
        choices=("markdown",),
        help="write a Markdown file for each record, named after its id, into the folder OUT",
    )
    parser.add_argument("--field", help="the field with the raw text (default: text, html or markdown)")
    parser.add_argument("--url-field", default=URL, metavar="FIELD", help="the field with the address (default: url)")
    parser.add_argument(
        "--id", default=ID, metavar="FIELD", help="the field with the id (default: id, or the record's place)"
    )
    add_list(parser, "--keep", "FIELD", "fields to copy into the output")
    rows = parser.add_mutually_exclusive_group()
    add_list(rows, "--columns", "NAME", "fields of the article to write")
    rows.add_argument(
        "--lean",
        action="store_true",
        help="leave out the source and the edits; of removals keep place, role and cleaner",
    )
    parser.add_argument("--workers", type=_positive, default=1, metavar="N", help="number of processes (default: 1)")
    parser.add_argument(
        "--deadline", type=float, metavar="SECONDS", help="time limit for one record; a record that exceeds it fails"
    )
    parser.add_argument("--limit", type=_positive, metavar="N", help="read at most N records")
    parser.add_argument(
        "--max-record",
        type=_size,
        default=MOST_BYTES,
        metavar="SIZE",
        help="size limit for one record, such as 500k or 1G; a longer one fails (default: 64M)",
    )
    parser.add_argument("--follow-links", action="store_true", help="follow links that lead out of an input folder")
    parser.add_argument("--fail-fast", action="store_true", help="stop at the first record that fails")
    parser.add_argument("--stats", metavar="FILE", help="write what each cleaner took, and its CPU time, as JSON")
    parser.add_argument("--report", metavar="FILE", help="write the same as a page with charts")
    parser.add_argument("--quiet", action="store_true", help="print neither progress nor summary")
    restart = parser.add_mutually_exclusive_group()
    restart.add_argument("--resume", action="store_true", help="continue an unfinished batch")
    restart.add_argument("--overwrite", action="store_true", help="replace OUT if it exists")
    add_cleaning(parser)
    parser.set_defaults(run=_batch)


def _positive(digits: str) -> int:
    number = int(digits) if digits.isdecimal() else 0
    if number < 1:
        message = f"{digits} is not a whole number of 1 or more"
        raise argparse.ArgumentTypeError(message)
    return number


def _size(size: str) -> int:
    """Bytes: a number, perhaps with k, M or G for thousands, millions or thousands of millions."""
    factor = {"K": 10**3, "M": 10**6, "G": 10**9}.get(size[-1:].upper(), 1)
    return _positive(size if factor == 1 else size[:-1]) * factor


def _batch(arguments: argparse.Namespace) -> int:
    plan = _plan(arguments)
    try:
        with prepared(plan, _mode(arguments)) as batch:
            return _done(batch, arguments)
    except ArticleCleanError as error:
        return complain(str(error), WRONG_USAGE)
    except BrokenPipeError:  # of standard output; the caller knows what that means
        raise
    except OSError as error:
        if arguments.output == STREAM:
            raise
        return complain(f"cannot write {arguments.output}: {error.strerror or error}", INPUT_FAILED)


def _done(batch: Prepared, arguments: argparse.Namespace) -> int:
    """The exit status of a batch that can run."""
    for note in batch.notes:
        complain(note)
    if batch.state is None:
        has_failures = isinstance(batch.files, Files) and batch.files.errors.exists()
        return complain(f"{arguments.output} is complete", INPUT_FAILED if has_failures else DONE)
    start = time.monotonic()
    records_before = batch.state.counts.records
    state = _ran(batch, batch.state, arguments)
    if isinstance(state, int):
        return state
    if not arguments.quiet:
        _summarise(state.counts, state.counts.records - records_before, time.monotonic() - start, arguments)
    return _status(state.counts)


def _plan(arguments: argparse.Namespace) -> Plan:
    for name in arguments.columns:
        if name not in COLUMNS:
            message = f"an article has no column {name!r}; it has {', '.join(COLUMNS)}"
            raise UsageError(message)
    if arguments.format and (arguments.output == STREAM or arguments.keep or arguments.columns or arguments.lean):
        message = "--format markdown writes a folder of files; it goes with no --keep, --columns, --lean or -o -"
        raise UsageError(message)
    return Plan(
        inputs=tuple(inputs_of(arguments.inputs)),
        output=arguments.output,
        cleaning=replace(cleaning(arguments), field=arguments.field, url_field=arguments.url_field),
        id_field=arguments.id,
        keep=tuple(arguments.keep),
        columns=tuple(arguments.columns),
        limit=arguments.limit,
        counted=bool(arguments.stats or arguments.report),
        lean=arguments.lean,
        max_record=arguments.max_record,
        follow_links=arguments.follow_links,
        at_end=tuple(filter(None, (arguments.stats, arguments.report))),
        models=tuple(files_read(arguments, ())),
        markdown=bool(arguments.format),
    )


def _mode(arguments: argparse.Namespace) -> Mode:
    if arguments.resume:
        return "resume"
    return "overwrite" if arguments.overwrite else "new"


def _ran(batch: Prepared, state: State, arguments: argparse.Namespace) -> State | int:
    """The state at the end, or the exit status where it does not come to that."""
    progress = bar(quiet=arguments.quiet)
    goes_on = "" if arguments.output == STREAM else f"; --resume continues {arguments.output}"
    job = Job(
        batch.sources,
        batch.task,
        workers=arguments.workers,
        deadline=arguments.deadline,
        limit=arguments.limit,
        fail_fast=arguments.fail_fast,
        watch=progress,
        at_end=lambda last: _write_stats(last, arguments),
    )
    try:
        with raised_signals():
            return run_job(job, batch.files, batch.sink, state)
    except KeyboardInterrupt:
        return complain(f"interrupted{goes_on}", INTERRUPTED)
    except TerminatedError as error:
        return complain(f"ended by {error}{goes_on}", SIGNALLED + error.signal)
    except (RecordError, WorkerError) as error:
        return complain(f"{error}{goes_on}", INPUT_FAILED)
    except OSError as error:
        if arguments.output == STREAM:
            raise
        problem = f"cannot write {error.filename or arguments.output}: {error.strerror or error}"
        return complain(f"{problem}; once it can be written, --resume continues", INPUT_FAILED)
    finally:
        if progress:
            progress.close()


def _write_stats(state: State, arguments: argparse.Namespace) -> None:
    if state.stats is None:
        return
    table = {"records": state.counts._asdict(), "batch": _told(state, arguments), **Stats.of(state.stats).table()}
    if arguments.stats:
        write_text(arguments.stats, json.dumps(table, ensure_ascii=False, indent=1) + "\n")
    if arguments.report:
        write_text(arguments.report, charts(table))


def _told(state: State, arguments: argparse.Namespace) -> dict[str, object]:
    """What was done, by which version and with which options: those that shape the output, and how it was run."""
    options = {name: value for name, value in state.job.items() if name not in {"input", "pipeline"}}
    inputs = [f"{name} ({size:,} bytes)" if size else name for name, size, _ in state.job["input"]]
    return {
        "version": __version__,
        "inputs": inputs,
        "output": arguments.output,
        "pipeline": arguments.pipeline,
        "without": arguments.without,
        "fingerprint": state.job["pipeline"],
        **options,
        "workers": arguments.workers,
        "deadline": arguments.deadline,
    }


def _summarise(counts: Counts, new_records: int, seconds: float, arguments: argparse.Namespace) -> None:
    summary = f"{counts.records} records: {counts.cleaned} cleaned, {counts.failed} failed, {counts.skipped} skipped"
    to_files = arguments.output != STREAM
    output = arguments.output.rstrip("/") or arguments.output
    errors_hint = f"; failures in {output}.errors.jsonl" if counts.failed and to_files else ""
    complain(f"{summary}; {new_records} in {seconds:.1f} s{errors_hint}")


def _status(counts: Counts) -> int:
    if not counts.failed:
        return DONE
    return INPUT_FAILED if counts.cleaned else ALL_FAILED
