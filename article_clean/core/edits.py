"""Edits are values: cleaners propose them, `resolve` settles them, `apply` alone builds text.

Offsets are half-open, in code points, and count in the text that the proposing cleaner read.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
    """Replace `text[start:end]` with `text`; an empty `text` removes, `start == end` inserts.

    Attributes:
        start: the first code point to replace, counted in the text that the cleaner read.
        end: first code point after it.
        text: the new text.
        role: what the span is ("caption", "share", "comments" …); by default the cleaner's role.
        reason: the evidence, in a few words; by default the first line of the cleaner's docstring.
        cleaner: who proposed it; stamped by the pipeline, never by the cleaner.
        also: other cleaners that wanted this span, sorted.
        likelihood: from a model, how likely the span is not part of the article, 0 to 1; from a rule, None.
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
        role: which field ("headline", "deck", "byline", "dateline", "date_line"), or "kicker", which is none.
        cleaner: who proposed it; stamped by the pipeline.
    """

    start: int
    end: int
    role: str
    cleaner: str = ""


@public
class Warn(NamedTuple):
    """A sentence for `Article.warnings`, which a cleaner can yield beside its edits.

    Attributes:
        text: the sentence.
    """

    text: str


class Likelihoods(NamedTuple):
    """What a reader of a whole text makes of it, which it can yield beside its edits: `Article.confidence` weighs it.

    Attributes:
        shares: how likely each paragraph that it read is a part of the article, 0 to 1; none where it did not look.
        figures: what it makes of the text as a whole, by name.
    """

    shares: Sequence[float] = ()
    figures: Mapping[str, float] = {}  # never written to


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
        first, last = bisect_right(self._at, start) - 1, bisect_left(self._at, end) - 1
        if first >= 0:
            offset_behind = start - self._at[first] - len(self._edits[first].text)
            start = self._edits[first].start if offset_behind < 0 else self._edits[first].end + offset_behind
        if last >= 0:
            end = self._edits[last].end + max(0, end - self._at[last] - len(self._edits[last].text))
        return start, max(start, end)


def resolve(edits: Iterable[Edit]) -> Sequence[Edit]:
    """Settle overlaps: the result is sorted and disjoint, whatever order the edits came in.

    Overlapping removals unite under the name of the one that starts first (of those, the longest). Otherwise the
    earlier start wins, then the longer span, and the loser's cleaner stays named in `also`. An insertion stands before
    an edit that starts at the same place, and is lost inside one.
    """
    edit_iterator = iter(edits)
    first_edits = list(islice(edit_iterator, MOST_LISTED))
    if len(first_edits) < MOST_LISTED:
        first_edits.sort(key=precedence)
        return list(_united(first_edits)) if len(first_edits) > 1 else first_edits
    return packed_edits(_united(_in_order(chain(first_edits, edit_iterator))))


def resolved_with(settled: Sequence[Edit], more: Iterable[Edit]) -> Sequence[Edit]:
    """Settle further edits with those that `resolve` gave; without any, these themselves."""
    edit_iterator = iter(more)
    first_edit = next(edit_iterator, None)
    return settled if first_edit is None else resolve(chain(settled, (first_edit,), edit_iterator))


def packed_edits(edits: Iterable[Edit]) -> Sequence[Edit]:
    """The edits as a list where they are few, packed where they are many: most differ in their offsets alone."""
    places: dict[tuple[object, ...], int] = {}
    distinct_attributes: list[tuple[object, ...]] = []

    def numbers(edit: Edit) -> tuple[int, int, int]:
        attributes = edit[2:]
        place = places.setdefault(attributes, len(distinct_attributes))
        if place == len(distinct_attributes):
            distinct_attributes.append(attributes)
        return edit[0], edit[1], place

    return packed(edits, partial(_edit_of, distinct_attributes), numbers)


def _edit_of(distinct_attributes: list[tuple[object, ...]], start: int, end: int, place: int) -> Edit:
    return tuple.__new__(Edit, (start, end, *distinct_attributes[place]))


def _in_order(edits: Iterable[Edit]) -> Iterator[Edit]:
    """The edits by precedence, as sorted runs that are merged.

    Most cleaners propose in order, and each of those makes one run; of others so many proposals are sorted at once that
    there are few runs, too.
    """
    runs: list[Sequence[Edit]] = []
    waiting: list[Edit] = []
    edit_iterator = iter(edits)
    while chunk := sorted(chain(waiting, islice(edit_iterator, MOST_LISTED)), key=precedence):
        waiting.clear()
        runs.append(packed_edits(_run(chunk, waiting, edit_iterator)))
    return merge(*runs, key=precedence)


def _run(chunk: Sequence[Edit], waiting: list[Edit], edit_iterator: Iterator[Edit]) -> Iterator[Edit]:
    """The chunk, and what follows it in order; the first edit that does not waits in `waiting`."""
    yield from chunk
    last_place = precedence(chunk[-1])
    for edit in edit_iterator:
        place = precedence(edit)
        if place < last_place:
            waiting.append(edit)
            return
        yield edit
        last_place = place


def _united(edits: Iterable[Edit]) -> Iterator[Edit]:
    previous_edit: Edit | None = None
    for edit in edits:
        if previous_edit is None:
            previous_edit = edit
        elif edit.start >= previous_edit.end:
            if (edit.start, edit.end) != (previous_edit.start, previous_edit.end):
                yield previous_edit
                previous_edit = edit
        else:
            end = previous_edit.end if previous_edit.text or edit.text else max(previous_edit.end, edit.end)
            also = {*previous_edit.also, edit.cleaner, *edit.also} - {previous_edit.cleaner}
            previous_edit = previous_edit._replace(end=end, also=tuple(sorted(also)))
    if previous_edit is not None:
        yield previous_edit


def precedence(edit: Edit) -> tuple[object, ...]:
    """The order of edits: by start, insertions first, then the longer; the rest only makes it total."""
    likelihood = -1.0 if edit.likelihood is None else edit.likelihood
    attributes = (edit.cleaner, edit.role, edit.reason, edit.also, likelihood)
    return (edit.start, edit.end != edit.start, -edit.end, edit.text, *attributes)


def apply(text: str, edits: Sequence[Edit]) -> str:
    """Apply edits to a text. Applied to an article's source, its trail gives its body.

    Args:
        text: the text that the edits refer to, in code points: `article.source`.
        edits: sorted and disjoint: `article.trail`.
    """
    if not edits:
        return text
    joined_texts: list[str] = []
    parts: list[str] = []
    offset = 0
    for edit in edits:
        parts += text[offset : edit.start], edit.text
        offset = edit.end
        if len(parts) > MOST_PARTS:
            joined_texts.append("".join(parts))
            parts.clear()
    return "".join((*joined_texts, *parts, text[offset:]))


def settle(edits: Iterable[Edit], passes: Sequence[Sequence[Edit]]) -> Sequence[Edit]:
    """Resolve proposals on the text that `passes` made; one that would cut a replacement in half takes all of it.

    A removal that begins inside the `fi` of a ligature begins before the ligature; what replaces its `i` writes the `f`
    again.
    """
    if not any(len(edit.text) > 1 for pass_edits in passes for edit in pass_edits):
        return resolve(edits)
    return resolve(_whole(edits, reduce(compose, passes)))


def _whole(edits: Iterable[Edit], earlier_edits: Sequence[Edit]) -> Iterator[Edit]:
    starts: list[int] = []
    texts: list[str] = []
    shift = 0
    for edit in earlier_edits:
        if len(edit.text) > 1:
            starts.append(edit.start + shift)
            texts.append(edit.text)
        shift += len(edit.text) - (edit.end - edit.start)
    inner_edits: dict[int, list[Edit]] = {}
    for edit in edits:
        first, last = bisect_left(starts, edit.start) - 1, bisect_left(starts, edit.end) - 1
        if edit.text and last >= 0 and starts[last] <= edit.start and edit.end <= starts[last] + len(texts[last]):
            inner_edits.setdefault(last, []).append(edit)
            continue
        is_inside = first >= 0 and edit.start < starts[first] + len(texts[first])
        text_before = texts[first][: edit.start - starts[first]] if is_inside else ""
        text_behind = texts[last][edit.end - starts[last] :] if last >= 0 else ""
        # A removal takes all of the replacement, another replacement its part.
        text = text_before + edit.text + text_behind if edit.text else ""
        yield edit._replace(start=edit.start - len(text_before), end=edit.end + len(text_behind), text=text)
    for index, rewritten_edits in inner_edits.items():
        yield _of_parts(starts[index], texts[index], resolve(rewritten_edits))


def _of_parts(start: int, text: str, parts: Sequence[Edit]) -> Edit:
    """One edit of a whole replacement, which stands at `start`, for edits of its parts."""
    inner_edits = [edit._replace(start=edit.start - start, end=edit.end - start) for edit in parts]
    return parts[0]._replace(start=start, end=start + len(text), text=apply(text, inner_edits))


def compose(first_edits: Sequence[Edit], second_edits: Sequence[Edit]) -> list[Edit]:
    """One list that does what `first_edits` and then `second_edits` do.

    Both lists are sorted and disjoint; `second_edits` counts in the text that `first_edits` makes. An edit of
    `first_edits` inside a span that `second_edits` rewrites is swallowed by it. What `first_edits` removed or made into
    white space keeps its name where `second_edits` only writes that white space in another way, so that no passage is
    lost to an edit without a cleaner.

    Returns:
        Edits in the offsets of the text before both.
    """
    if not first_edits or not second_edits:
        return list(first_edits or second_edits)
    lift = OffsetMap(first_edits).span
    outer_edits = [
        edit._replace(start=start, end=end) for edit in second_edits for start, end in (lift(edit.start, edit.end),)
    ]
    # Asked once: one text may be very long.
    spacing = [edit.role == LAYOUT or edit.text.isspace() for edit in second_edits]
    # With the offset in the text between, which orders two insertions at one place.
    placed_edits: list[tuple[int, Edit]] = []
    shift = second_index = 0
    for edit in first_edits:
        offset_between = edit.start + shift
        shift += len(edit.text) - (edit.end - edit.start)
        while second_index < len(second_edits) and second_edits[second_index].end <= offset_between:
            second_index += 1
        if second_index == len(second_edits) or not _swallows(
            second_edits[second_index], offset_between, offset_between + len(edit.text)
        ):
            placed_edits.append((2 * offset_between + 1, edit))
        elif spacing[second_index] and edit.role != LAYOUT and not edit.text.strip():
            *pieces, outer_edits[second_index] = _split(outer_edits[second_index], edit)
            placed_edits += [(2 * offset_between + piece_index, piece) for piece_index, piece in enumerate(pieces)]
    placed_edits += [(2 * second_edit.start, edit) for second_edit, edit in zip(second_edits, outer_edits, strict=True)]
    placed_edits.sort(key=lambda pair: (pair[1].start, pair[1].end != pair[1].start, pair[0]))
    return _without_void(edit for _, edit in placed_edits)


def _without_void(edits: Iterable[Edit]) -> list[Edit]:
    """Without edits that do nothing, and with two insertions at one place as one."""
    effective_edits: list[Edit] = []
    for edit in edits:
        if effective_edits and edit.start == edit.end == effective_edits[-1].start == effective_edits[-1].end:
            effective_edits[-1] = effective_edits[-1]._replace(text=effective_edits[-1].text + edit.text)
        elif edit.start < edit.end or edit.text:
            effective_edits.append(edit)
    return effective_edits


def _swallows(outer_edit: Edit, start: int, end: int) -> bool:
    """Whether text[start:end], an earlier replacement, lies in the span that `outer_edit` rewrites."""
    if start == end:
        return outer_edit.start < start < outer_edit.end
    return outer_edit.start < end and start < outer_edit.end


def _split(outer_edit: Edit, inner_edit: Edit) -> tuple[Edit, Edit, Edit]:
    """What stands before an earlier edit, that edit, and what stands behind it; together they leave `outer.text`."""
    edit_before = outer_edit._replace(end=inner_edit.start, text="" if inner_edit.text else outer_edit.text)
    return (
        edit_before,
        inner_edit._replace(text=inner_edit.text and outer_edit.text),
        outer_edit._replace(start=inner_edit.end, text=""),
    )
