"""A few of many: passages, failures and documents that a report shows, the same whatever order they come in.

Passages and failures are chosen by a checksum of their text, which is as good as by chance and needs no list of all.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple
from zlib import crc32

MOST_SAMPLES = 3  # of what one cleaner took, of one kind of failure
MOST_DOCUMENTS = 10  # that lost most of all
LONGEST_SHOWN = 160  # characters of a passage, an error or a name

Row = list[int | str]  # of a sample or a document, the key to order by first; JSON gives it back as it was


class Sample(NamedTuple):
    """A passage that a cleaner took or replaced, to be read.

    Attributes:
        rank: what it is chosen by: the least are shown.
        text: the passage, shortened; one that prints nothing as its code points.
        replacement: what stands there now, "" for nothing.
        start: its first code point in the source.
    """

    rank: int
    text: str
    replacement: str
    start: int


def offer(samples: list[Sample], text: str, replacement: str, start: int) -> None:
    """Take a passage among the samples, if it is one of the least and not there yet.

    Args:
        samples: in order; changed in place.
        text: the passage.
        replacement: what stands there now.
        start: its first code point in the source.
    """
    text_rank = rank(text)
    if len(samples) == MOST_SAMPLES and text_rank >= samples[-1].rank:
        return
    if all(text_rank != taken_sample.rank for taken_sample in samples):
        samples.append(Sample(text_rank, shown(text), replacement and shown(replacement), start))
        samples.sort()
        del samples[MOST_SAMPLES:]


def rank(text: str) -> int:
    """A number that depends on the text alone."""
    return crc32(text.encode("utf-8", "surrogatepass"))


def shown(text: str) -> str:
    """A text on one line and shortened; one that prints nothing as its code points."""
    text_line = " ".join(text[: 2 * LONGEST_SHOWN].split())
    if not any(map(str.isprintable, text_line)):
        return " ".join(f"U+{ord(text_char):04X}" for text_char in text[:MOST_SAMPLES])
    return text_line if len(text_line) <= LONGEST_SHOWN else f"{text_line[: LONGEST_SHOWN - 1]}…"


def least(rows: Sequence[Row], more: Iterable[Row], size: int = MOST_SAMPLES) -> list[Row]:
    """The first of both by their order; of two that say the same, told by the second value, the one that is before."""
    chosen_rows: dict[int | str, Row] = {}
    for stats_row in sorted([*rows, *more]):
        chosen_rows.setdefault(stats_row[1], stats_row)
    return list(chosen_rows.values())[:size]
