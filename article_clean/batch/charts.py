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
td.bar div { background: var(--bar); height: .9rem; min-width: 1px; border-radius: 2px }
"""

Bar = tuple[str, float, str]  # a name, how much, and how that is printed


def charts(table: Mapping[str, Any]) -> str:  # Any: JSON
    """A page with what a batch found, took and spent.

    Args:
        table: what `Stats.table` gives, with the counts of records under "records".
    """
    parts = "\n".join(_parts(table))
    return (
        "<!doctype html>\n<html lang=en>\n<meta charset=utf-8>\n"
        "<meta name=viewport content='width=device-width, initial-scale=1'>\n"
        f"<title>A batch of articles</title>\n<style>{_STYLE}</style>\n<main>\n{parts}\n</main>\n"
    )


def _parts(table: Mapping[str, Any]) -> Iterator[str]:  # Any: JSON
    records, characters, articles = table["records"], table["characters"], table["articles"]
    kept = characters["body"] / characters["source"] if characters["source"] else 0
    yield "<h1>A batch of articles</h1>"
    yield (
        f"<p>{records['cleaned']:,} cleaned, {records['failed']:,} failed, {records['skipped']:,} skipped. "
        f"{characters['source']:,} characters read, {kept:.0%} of them kept as body, "
        f"in {table['cpu_seconds']:,.1f} seconds of CPU.</p>"
    )
    yield _chart("Fields", "articles in which it was found", _shares(table["fields"], articles))
    taken = [(f"{row['cleaner']} · {row['role']}", row) for row in table["cleaners"]]
    yield _chart(
        "Characters taken or replaced",
        "by cleaner and role, and the articles in which it did",
        [(name, row["characters"], f"{row['characters']:,} in {row['documents']:,}") for name, row in taken],
    )
    spent = table["cpu_by_cleaner"].items()
    yield _chart("CPU", "seconds by cleaner", [(name, seconds, f"{seconds:,.2f}") for name, seconds in spent])
    yield _chart("Languages", "articles in each", _shares(table["languages"], articles))


def _shares(counts: Mapping[str, int], articles: int) -> list[Bar]:
    return [(name, count, f"{count:,} ({count / articles if articles else 0:.0%})") for name, count in counts.items()]


def _chart(title: str, unit: str, bars: Sequence[Bar]) -> str:
    most = max((much for _, much, _ in bars), default=0) or 1
    rows = "\n".join(
        f"<tr><th scope=row>{escape(name)}<td class=bar><div style='width:{much / most:.1%}'></div><td class=n>{shown}"
        for name, much, shown in bars
    )
    return f"<h2>{title}</h2>\n<p>{unit}</p>\n<table>\n{rows}\n</table>"
