"""How far a batch is, on a terminal."""

import sys
from typing import Any

from article_clean.batch.job import Progress

_SHOWN = "{percentage:3.0f}% |{bar}| {desc}, {remaining} left"
_SHOWN_ENDLESS = "{desc}, {elapsed}"  # of standard input nobody knows how much is to come


class Bar:
    """A line on standard error with rate, failures and time left; called with each step.

    Args:
        tqdm: the class of that name.
    """

    def __init__(self, tqdm: Any) -> None:  # Any: tqdm is optional
        self._tqdm = tqdm
        self._bar: Any = None  # Any: the same
        self._first = 0

    def __call__(self, progress: Progress) -> None:
        """Show it, ten times a second at most."""
        if self._bar is None:
            total = progress.size or None
            bar_format = _SHOWN if total else _SHOWN_ENDLESS
            self._bar = self._tqdm(
                total=total, initial=progress.read, bar_format=bar_format, leave=False, file=sys.stderr
            )
            self._first = progress.counts.records
        counts = progress.counts
        rate = (counts.records - self._first) / (self._bar.format_dict["elapsed"] or 1)
        summary = f"{counts.records:,} records, {rate:,.0f}/s, {counts.failed:,} failed"
        self._bar.set_description_str(summary, refresh=False)
        self._bar.update(progress.read - self._bar.n)

    def close(self) -> None:
        """Clear the line."""
        if self._bar is not None:
            self._bar.close()


def bar(*, quiet: bool) -> Bar | None:
    """A bar, if anybody looks: standard error is a terminal, tqdm is installed, and quiet was not asked for."""
    if quiet or not sys.stderr.isatty():
        return None
    try:
        from tqdm import tqdm  # noqa: PLC0415  # optional
    except ImportError:
        return None
    return Bar(tqdm)
