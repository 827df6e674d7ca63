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


def _parts(table: Mapping[str, Any]) -> Iterator[str]:  # Any: JSON
    records, characters, articles = table["records"], table["characters"], table["articles"]
    body_share = characters["body"] / characters["source"] if characters["source"] else 0
    yield "<h1>A batch of articles</h1>"
    yield (
        f"<p>{records['cleaned']:,} cleaned, {records['failed']:,} failed, {records['skipped']:,} skipped. "
        f"{characters['source']:,} characters read, {body_share:.0%} of them kept as body, "
        f"in {table['cpu_seconds']:,.1f} seconds of CPU.</p>"
    )
    yield from _about(table["batch"])
    yield from _failures(table["failures"])
    yield _chart("Warnings", "articles that have it", _shares(table["warnings"], articles))
    yield _chart("Fields", "articles in which it was found", _shares(table["fields"], articles))
    cleaner_rows = [(f"{row['cleaner']} · {row['role']}", row) for row in table["cleaners"]]
    yield _chart(
        "Characters taken or replaced",
        "by cleaner and role, and the articles in which it did",
        [(name, row["characters"], f"{row['characters']:,} in {row['documents']:,}") for name, row in cleaner_rows],
    )
    yield from _samples(table["cleaners"])
    yield from _lost(table["documents_lost_most"])
    cpu_seconds = table["cpu_by_cleaner"].items()
    yield _chart("CPU", "seconds by cleaner", [(name, seconds, f"{seconds:,.2f}") for name, seconds in cpu_seconds])
    yield _chart("Languages", "articles in each", _shares(table["languages"], articles))


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
    for kind, group in failures.items():
        yield f"<details><summary>{escape(kind)}: {group['records']:,}</summary><ul>"
        yield from (
            f"<li>{_of(sample['document'])} <span>{escape(sample['error'])}</span>" for sample in group["samples"]
        )
        yield "</ul></details>"


def _samples(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """Of each cleaner and role some passages, and the documents in which it took most."""
    yield "<h2>Samples</h2>\n<p>passages that a cleaner took or replaced, and documents in which it took most</p>"
    for row in rows:
        yield f"<details><summary>{escape(row['cleaner'])} · {escape(row['role'])}</summary><ul>"
        for sample in row["samples"]:
            replacement = f" → <ins>{escape(sample['replacement'])}</ins>" if sample["replacement"] else ""
            yield f"<li dir=auto><del>{escape(sample['text'])}</del>{replacement} {_of(sample['document'])}"
        sizes = ((loss, f"{loss['characters']:,} of {loss['source']:,} characters") for loss in row["lost_most"])
        losses = ", ".join(f"{_of(loss['document'])} ({size})" for loss, size in sizes)
        yield f"</ul><p>Most in {losses}</p>"
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
    return [(name, count, f"{count:,} ({count / articles if articles else 0:.0%})") for name, count in counts.items()]


def _chart(title: str, unit: str, bars: Sequence[Bar]) -> str:
    if not bars:
        return f"<h2>{title}</h2>\n<p>none</p>"
    longest = max((length for _, length, _ in bars), default=0) or 1
    rows = "\n".join(
        f"<tr><th scope=row>{escape(name)}<td class=bar><div style='width:{length / longest:.1%}'></div>"
        f"<td class=n>{caption}"
        for name, length, caption in bars
    )
    return f"<h2>{title}</h2>\n<p>{unit}</p>\n<table>\n{rows}\n</table>"
