"""The statistics of a batch as a page: one file that asks for nothing else."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

_STYLE = """
:root { color-scheme: light dark; --bar: #2f6fb4; --ink: #1c1c1c; --quiet: #5c5c5c; --paper: #fff; --line: #ddd }
@media (prefers-color-scheme: dark) {
  :root { --bar: #6aa5e3; --ink: #ececec; --quiet: #a8a8a8; --paper: #16181b; --line: #3a3d42 } }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
h1 { font-size: 1.5rem } h2 { font-size: 1.1rem; margin-top: 2.5rem }
p { color: var(--quiet) }
table { border-collapse: collapse; width: 100% }
th, td { text-align: left; padding: .2rem .5rem; border-bottom: 1px solid var(--line); font-weight: normal }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap }
td.bar { width: 45% }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1.2rem }
dt { color: var(--quiet) } dd { margin: 0; overflow-wrap: anywhere }
li, td { overflow-wrap: anywhere } summary { cursor: pointer } small { color: var(--quiet) }
del { text-decoration-color: var(--bar) } ins { text-decoration: none; border-bottom: 1px dotted }
td.bar div { background: var(--bar); height: .9rem; min-width: 1px; border-radius: 2px }
"""

Bar = tuple[str, float, str]  # a name, how much, and how that is printed


def charts(table: Mapping[str, Any]) -> str:  # Any: JSON
    """A page with what a batch found, took and spent.

    Args:
        table: what `Stats.table` gives, with the counts of records under "records" and what was done under "batch",
            values by name.
    """
    parts = "\n".join(_parts(table))
    return (
        "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n"
        "<meta name=viewport content='width=device-width, initial-scale=1'>\n"
        f"<title>A batch of articles</title>\n<style>{_STYLE}</style>\n<main>\n{parts}\n</main>\n"
    )


def _parts(stats_table: Mapping[str, Any]) -> Iterator[str]:  # Any: JSON
    records, characters, articles = stats_table["records"], stats_table["characters"], stats_table["articles"]
    body_share = characters["body"] / characters["source"] if characters["source"] else 0
    yield "<h1>A batch of articles</h1>"
    yield (
        f"<p>{records['cleaned']:,} cleaned, {records['failed']:,} failed, {records['skipped']:,} skipped. "
        f"{characters['source']:,} characters read, {body_share:.0%} of them kept as body, "
        f"in {stats_table['cpu_seconds']:,.1f} seconds of CPU.</p>"
    )
    yield from _about(stats_table["batch"])
    yield from _failures(stats_table["failures"])
    yield _chart("Warnings", "articles that have it", _shares(stats_table["warnings"], articles))
    yield _chart("Fields", "articles in which it was found", _shares(stats_table["fields"], articles))
    cleaner_rows = [
        (f"{cleaner_row['cleaner']} · {cleaner_row['role']}", cleaner_row) for cleaner_row in stats_table["cleaners"]
    ]
    yield _chart(
        "Characters taken or replaced",
        "by cleaner and role, and the articles in which it did",
        [
            (bar_name, cleaner_row["characters"], f"{cleaner_row['characters']:,} in {cleaner_row['documents']:,}")
            for bar_name, cleaner_row in cleaner_rows
        ],
    )
    yield from _samples(stats_table["cleaners"])
    yield from _lost(stats_table["documents_lost_most"])
    cpu_seconds = stats_table["cpu_by_cleaner"].items()
    yield _chart(
        "CPU", "seconds by cleaner", [(bar_name, seconds, f"{seconds:,.2f}") for bar_name, seconds in cpu_seconds]
    )
    yield _chart("Languages", "articles in each", _shares(stats_table["languages"], articles))


def _about(batch: Mapping[str, object]) -> Iterator[str]:
    yield "<h2>What was done</h2>\n<dl>"
    for name, value in batch.items():
        yield f"<dt>{escape(name)}<dd>{escape(_value(value))}"
    yield "</dl>"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value)) or "none"
    return "none" if value is None else str(value)


def _failures(failures: Mapping[str, Any]) -> Iterator[str]:
    yield f"<h2>Failures</h2>\n<p>{'by kind, with some of each' if failures else 'none'}</p>"
    for failure_kind, failure_group in failures.items():
        yield f"<details><summary>{escape(failure_kind)}: {failure_group['records']:,}</summary><ul>"
        yield from (
            f"<li>{_of(failure_sample['document'])} <span>{escape(failure_sample['error'])}</span>"
            for failure_sample in failure_group["samples"]
        )
        yield "</ul></details>"


def _samples(cleaner_rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Of each cleaner and role some passages, and the documents in which it took most."""
    yield "<h2>Samples</h2>\n<p>passages that a cleaner took or replaced, and documents in which it took most</p>"
    for cleaner_row in cleaner_rows:
        yield f"<details><summary>{escape(cleaner_row['cleaner'])} · {escape(cleaner_row['role'])}</summary><ul>"
        for passage_sample in cleaner_row["samples"]:
            replacement = (
                f" → <ins>{escape(passage_sample['replacement'])}</ins>" if passage_sample["replacement"] else ""
            )
            document = _of(passage_sample["document"])
            yield f"<li dir=auto><del>{escape(passage_sample['text'])}</del>{replacement} {document}"
        loss_sizes = (
            (document_loss, f"{document_loss['characters']:,} of {document_loss['source']:,} characters")
            for document_loss in cleaner_row["lost_most"]
        )
        loss_texts = ", ".join(
            f"{_of(document_loss['document'])} ({loss_size})" for document_loss, loss_size in loss_sizes
        )
        yield f"</ul><p>Most in {loss_texts}</p>"
        yield "</details>"


def _lost(documents: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    bars = [(document["document"], document["removed"] / document["source"]) for document in documents]
    captions = [f"{document['removed']:,} of {document['source']:,}" for document in documents]
    yield _chart(
        "Documents that lost most",
        "by the share of their characters that was removed and is in no field",
        [(name, share, caption) for (name, share), caption in zip(bars, captions, strict=True)],
    )


def _of(document: str) -> str:
    return f"<small><bdi>{escape(document)}</bdi></small>"


def _shares(counts: Mapping[str, int], articles: int) -> list[Bar]:
    return [
        (count_name, article_count, f"{article_count:,} ({article_count / articles if articles else 0:.0%})")
        for count_name, article_count in counts.items()
    ]


def _chart(title: str, unit: str, bars: Sequence[Bar]) -> str:
    if not bars:
        return f"<h2>{title}</h2>\n<p>none</p>"
    longest = max((bar_length for _, bar_length, _ in bars), default=0) or 1
    bar_rows = "\n".join(
        f"<tr><th scope=row>{escape(bar_name)}<td class=bar><div style='width:{bar_length / longest:.1%}'></div>"
        f"<td class=n>{caption}"
        for bar_name, bar_length, caption in bars
    )
    return f"<h2>{title}</h2>\n<p>{unit}</p>\n<table>\n{bar_rows}\n</table>"
