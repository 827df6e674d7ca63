"""Edits are values: cleaners propose them, `resolve` settles them, `apply` alone builds text.

Offsets are half-open, in code points, and count in the text that the proposing cleaner read.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import partial, reduce
from heapq import merge
from itertools import chain, islice
from typing import NamedTuple

from article_clean.core.packed import MOST_LISTED, packed
from article_clean.core.public import public

LAYOUT = "layout"  # the role of edits that move white space and no more
MOST_PARTS = 20_000  # of a text that wait to be joined; a short one is fifty bytes
MARKUP = "markup"  # the role of what was written for a browser or a blog's software
FURNITURE = "furniture"  # the role of what a whole page prints around its article


@public
class Edit(NamedTuple):
    """Replace `text[start:end]` by `text`; an empty `text` removes, `start == end` inserts.

    Attributes:
        start: first code point that goes, counted in the text that the cleaner read.
        end: first code point after it.
        text: what stands there afterwards.
        role: what the span is ("caption", "share", "comments" …); the cleaner's own role unless it names another.
        reason: the evidence, in a few words; the first line of the cleaner's page where it gives none.
        cleaner: who proposed it; stamped by the pipeline, never by the cleaner.
        also: other cleaners that wanted this span, sorted.
        likelihood: of a learned reader, how likely the span is no part of the article, 0 to 1; None of a rule.
    """

    start: int
    end: int
    text: str = ""
    role: str = ""
    reason: str = ""
    cleaner: str = ""
    also: tuple[str, ...] = ()
    likelihood: float | None = None


@public
class Label(NamedTuple):
    """`text[start:end]` is a field of the article: it leaves the body and is read into that field.

    Attributes:
        start: first code point of the field, counted in the text that the cleaner read.
        end: first code point after it.
        role: which field ("headline", "deck", "byline", "dateline", "date_line").
        cleaner: who proposed it; stamped by the pipeline.
    """

    start: int
    end: int
    role: str
    cleaner: str = ""


@public
class Warn(NamedTuple):
    """A sentence for `Article.warnings`: what a cleaner has to say of a text beside its edits.

    Attributes:
        text: the sentence.
    """

    text: str


class OffsetMap:
    """Offsets in an edited text, led back to the text before the edits.

    Args:
        edits: sorted and disjoint, as `resolve` gives them.
    """

    __slots__ = ("_at", "_edits")

    def __init__(self, edits: Sequence[Edit] = ()) -> None:
        self._edits = edits
        self._at = array("q")
        shift = 0
        for edit in edits:
            self._at.append(edit.start + shift)
            shift += len(edit.text) - (edit.end - edit.start)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where `edited[start:end]` came from; a replacement is never cut in half."""
        i, j = bisect_right(self._at, start) - 1, bisect_left(self._at, end) - 1
        if i >= 0:
            after = start - self._at[i] - len(self._edits[i].text)
            start = self._edits[i].start if after < 0 else self._edits[i].end + after
        if j >= 0:
            end = self._edits[j].end + max(0, end - self._at[j] - len(self._edits[j].text))
        return start, max(start, end)


def resolve(edits: Iterable[Edit]) -> Sequence[Edit]:
    """Settle overlaps: the result is sorted and disjoint, whatever order the edits came in.

    Overlapping removals unite under the name of the one that starts first (of those, the longest). Otherwise the
    earlier start wins, then the longer span, and the loser's cleaner stays named in `also`. An insertion stands before
    an edit that starts at the same place, and is lost inside one.
    """
    rest = iter(edits)
    few = list(islice(rest, MOST_LISTED))
    if len(few) < MOST_LISTED:
        few.sort(key=precedence)
        return list(_united(few)) if len(few) > 1 else few
    return packed_edits(_united(_in_order(chain(few, rest))))


def resolved_with(settled: Sequence[Edit], more: Iterable[Edit]) -> Sequence[Edit]:
    """Settle further edits with those that `resolve` gave; without any, these themselves."""
    rest = iter(more)
    first = next(rest, None)
    return settled if first is None else resolve(chain(settled, (first,), rest))


def packed_edits(edits: Iterable[Edit]) -> Sequence[Edit]:
    """The edits as a list where they are few, packed where they are many: most differ in their offsets alone."""
    places: dict[tuple[object, ...], int] = {}
    rests: list[tuple[object, ...]] = []

    def numbers(edit: Edit) -> tuple[int, int, int]:
        rest = edit[2:]
        place = places.setdefault(rest, len(rests))
        if place == len(rests):
            rests.append(rest)
        return edit[0], edit[1], place

    return packed(edits, partial(_edit_of, rests), numbers)


def _edit_of(rests: list[tuple[object, ...]], start: int, end: int, place: int) -> Edit:
    return tuple.__new__(Edit, (start, end, *rests[place]))


def _in_order(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits by precedence, as sorted runs that are merged.

    Most cleaners propose in order, and each of those makes one run; of others so many proposals are sorted at once that
    there are few runs, too.
    """
    runs: list[Sequence[Edit]] = []
    ahead: list[Edit] = []
    rest = iter(edits)
    while chunk := sorted(chain(ahead, islice(rest, MOST_LISTED)), key=precedence):
        ahead.clear()
        runs.append(packed_edits(_run(chunk, ahead, rest)))
    return merge(*runs, key=precedence)


def _run(chunk: Sequence[Edit], ahead: list[Edit], rest: Iterator[Edit]) -> Iterator[Edit]:
    """The chunk, and what follows it in order; the first edit that does not waits in `ahead`."""
    yield from chunk
    last = precedence(chunk[-1])
    for edit in rest:
        place = precedence(edit)
        if place < last:
            ahead.append(edit)
            return
        yield edit
        last = place


def _united(edits: Iterable[Edit]) -> Iterator[Edit]:
    last: Edit | None = None
    for edit in edits:
        if last is None:
            last = edit
        elif edit.start >= last.end:
            if (edit.start, edit.end) != (last.start, last.end):
                yield last
                last = edit
        else:
            end = last.end if last.text or edit.text else max(last.end, edit.end)
            also = {*last.also, edit.cleaner, *edit.also} - {last.cleaner}
            last = last._replace(end=end, also=tuple(sorted(also)))
    if last is not None:
        yield last


def precedence(edit: Edit) -> tuple[object, ...]:
    """The order of edits: by start, insertions first, then the longer; the rest only makes it total."""
    likelihood = -1.0 if edit.likelihood is None else edit.likelihood
    why = (edit.cleaner, edit.role, edit.reason, edit.also, likelihood)
    return (edit.start, edit.end != edit.start, -edit.end, edit.text, *why)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Build the edited text, the only place where text is built; of an article's source and trail it builds the body.

    Args:
        text: what the edits count in, in code points: `article.source`.
        edits: sorted and disjoint: `article.trail`.
    """
    if not edits:
        return text
    joined: list[str] = []
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += text[at : edit.start], edit.text
        at = edit.end
        if len(parts) > MOST_PARTS:
            joined.append("".join(parts))
            parts.clear()
    return "".join((*joined, *parts, text[at:]))


def settle(edits: Iterable[Edit], passes: Sequence[Sequence[Edit]]) -> Sequence[Edit]:
    """Resolve proposals on the text that `passes` made; one that would cut a replacement in half takes all of it.

    A removal that begins inside the `fi` of a ligature begins before the ligature; what replaces its `i` writes the `f`
    again.
    """
    if not any(len(edit.text) > 1 for one in passes for edit in one):
        return resolve(edits)
    return resolve(_whole(edits, reduce(compose, passes)))


def _whole(edits: Iterable[Edit], earlier: Sequence[Edit]) -> Iterator[Edit]:
    starts: list[int] = []
    texts: list[str] = []
    shift = 0
    for edit in earlier:
        if len(edit.text) > 1:
            starts.append(edit.start + shift)
            texts.append(edit.text)
        shift += len(edit.text) - (edit.end - edit.start)
    parts: dict[int, list[Edit]] = {}
    for edit in edits:
        i, j = bisect_left(starts, edit.start) - 1, bisect_left(starts, edit.end) - 1
        if edit.text and j >= 0 and starts[j] <= edit.start and edit.end <= starts[j] + len(texts[j]):
            parts.setdefault(j, []).append(edit)
            continue
        before = texts[i][: edit.start - starts[i]] if i >= 0 and edit.start < starts[i] + len(texts[i]) else ""
        behind = texts[j][edit.end - starts[j] :] if j >= 0 else ""
        text = before + edit.text + behind if edit.text else ""  # a removal takes all of it, a replacement its part
        yield edit._replace(start=edit.start - len(before), end=edit.end + len(behind), text=text)
    for n, rewritten in parts.items():
        yield _of_parts(starts[n], texts[n], resolve(rewritten))


def _of_parts(start: int, text: str, parts: Sequence[Edit]) -> Edit:
    """One edit of a whole replacement, which stands at `start`, for edits of its parts."""
    inner = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in parts]
    return parts[0]._replace(start=start, end=start + len(text), text=apply(text, inner))


def compose(first: Sequence[Edit], second: Sequence[Edit]) -> list[Edit]:
    """One list that does what `first` and then `second` do.

    Both lists are sorted and disjoint; `second` counts in the text that `first` makes. An edit of `first` inside a
    span that `second` rewrites is swallowed by it. What `first` removed or made into white space keeps its name where
    `second` only writes that white space in another way, so that no passage is lost to an edit without a cleaner.

    Returns:
        Edits in the offsets of the text before both.
    """
    if not first or not second:
        return list(first or second)
    lift = OffsetMap(first).span
    outer = [edit._replace(start=start, end=end) for edit in second for start, end in (lift(edit.start, edit.end),)]
    spacing = [edit.role == LAYOUT or edit.text.isspace() for edit in second]  # asked once: one text may be very long
    kept: list[tuple[int, Edit]] = []  # with the offset in the text between, which orders two insertions at one place
    shift = k = 0
    for edit in first:
        at = edit.start + shift
        shift += len(edit.text) - (edit.end - edit.start)
        while k < len(second) and second[k].end <= at:
            k += 1
        if k == len(second) or not _swallows(second[k], at, at + len(edit.text)):
            kept.append((2 * at + 1, edit))
        elif spacing[k] and edit.role != LAYOUT and not edit.text.strip():
            *pieces, outer[k] = _split(outer[k], edit)
            kept += [(2 * at + n, piece) for n, piece in enumerate(pieces)]
    kept += [(2 * before.start, edit) for before, edit in zip(second, outer, strict=True)]
    kept.sort(key=lambda pair: (pair[1].start, pair[1].end != pair[1].start, pair[0]))
    return _without_void(edit for _, edit in kept)


def _without_void(edits: Iterable[Edit]) -> list[Edit]:
    """Without edits that do nothing, and with two insertions at one place as one."""
    kept: list[Edit] = []
    for edit in edits:
        if kept and edit.start == edit.end == kept[-1].start == kept[-1].end:
            kept[-1] = kept[-1]._replace(text=kept[-1].text + edit.text)
        elif edit.start < edit.end or edit.text:
            kept.append(edit)
    return kept


def _swallows(outer: Edit, start: int, end: int) -> bool:
    """Whether text[start:end], an earlier replacement, lies in the span that `outer` rewrites."""
    if start == end:
        return outer.start < start < outer.end
    return outer.start < end and start < outer.end


def _split(outer: Edit, inner: Edit) -> tuple[Edit, Edit, Edit]:
    """What stands before an earlier edit, that edit, and what stands behind it; together they leave `outer.text`."""
    before = outer._replace(end=inner.start, text="" if inner.text else outer.text)
    return before, inner._replace(text=inner.text and outer.text), outer._replace(start=inner.end, text="")
