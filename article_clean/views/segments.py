"""The source of an article as a list of segments: what was kept, and each edit of the trail, in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import Enum
from typing import NamedTuple

from article_clean.article import MOVED, Article
from article_clean.core.edits import FURNITURE, LAYOUT, Edit


class Kind(Enum):
    """What became of a segment."""

    KEPT = "kept"
    REMOVED = "removed"
    MOVED = "moved"
    REPLACED = "replaced"
    JOINED = "joined"
    SPACE = "space"


LOUD = frozenset({Kind.REMOVED, Kind.MOVED})  # what took words out of the text; the rest is shown quietly
PAGE_ROLES = frozenset({"page", FURNITURE})  # what stands around an article, of which many lines follow each other
MOST_REASONS = 3  # of a run of such lines that are named
TAKEN_UP = {"date_line": "published", "caption": "captions", "credit": "captions"}  # removed, but read into a field


class Segment(NamedTuple):
    """A stretch of the source.

    Attributes:
        start: its first code point in `Article.source`.
        text: the stretch as it stands there.
        kind: what became of it.
        edit: the edit of the trail, None where it was kept.
    """

    start: int
    text: str
    kind: Kind
    edit: Edit | None = None

    @property
    def role(self) -> str:
        """What it is: "caption", "share" … ; "" where it was kept."""
        return self.edit.role if self.edit else ""


class Tally(NamedTuple):
    """What one cleaner took.

    Attributes:
        cleaner: its name.
        roles: what it took, sorted.
        passages: how many edits.
        characters: how many code points of the source they span.
    """

    cleaner: str
    roles: tuple[str, ...]
    passages: int
    characters: int


def segments(article: Article) -> Iterator[Segment]:
    """All of the source, in order: joined, the texts of the segments are `article.source`."""
    source_offset, source_text = 0, article.source
    for trail_edit in article.trail:
        if source_offset < trail_edit.start:
            yield Segment(source_offset, source_text[source_offset : trail_edit.start], Kind.KEPT)
        passage = source_text[trail_edit.start : trail_edit.end]
        yield Segment(trail_edit.start, passage, kind_of(trail_edit, passage, article), trail_edit)
        source_offset = trail_edit.end
    if source_offset < len(source_text):
        yield Segment(source_offset, source_text[source_offset:], Kind.KEPT)


def runs(parts: Iterable[Segment]) -> Iterator[Segment]:
    """The segments, where lines of the page around the article that follow each other are one.

    Only what the same cleaners took, and nothing else stands between, becomes one; its edit does what theirs did.
    """
    furniture_run: list[Segment] = []
    space_segments: list[Segment] = []
    for segment in parts:
        if furniture_run and segment.kind is Kind.SPACE and segment.edit and not segment.edit.text:
            space_segments.append(segment)
            continue
        if furniture_run and _goes_on(furniture_run[-1], segment):
            furniture_run += [*space_segments, segment]
        else:
            yield from (*_united(furniture_run), *space_segments)
            furniture_run = [segment] if _is_furniture(segment) else []
            if not furniture_run:
                yield segment
        space_segments = []
    yield from (*_united(furniture_run), *space_segments)


def _is_furniture(segment: Segment) -> bool:
    return segment.kind is Kind.REMOVED and segment.role in PAGE_ROLES


def _goes_on(last_segment: Segment, next_segment: Segment) -> bool:
    if not _is_furniture(next_segment) or last_segment.edit is None or next_segment.edit is None:
        return False
    return (last_segment.role, last_segment.edit.cleaner, last_segment.edit.also) == (
        next_segment.role,
        next_segment.edit.cleaner,
        next_segment.edit.also,
    )


def _united(furniture_run: Sequence[Segment]) -> Iterator[Segment]:
    if len(furniture_run) <= 1 or furniture_run[0].edit is None or furniture_run[-1].edit is None:
        yield from furniture_run
        return
    reasons = [segment.edit.reason for segment in furniture_run if segment.edit and segment.kind is Kind.REMOVED]
    distinct = list(dict.fromkeys(filter(None, reasons)))
    ellipsis = " …" if len(distinct) > MOST_REASONS else ""
    joined_reason = f"{len(reasons)} passages in a row: {'; '.join(distinct[:MOST_REASONS])}{ellipsis}"
    joined_text = "".join(segment.text for segment in furniture_run)
    yield furniture_run[0]._replace(
        text=joined_text, edit=furniture_run[0].edit._replace(end=furniture_run[-1].edit.end, reason=joined_reason)
    )


def beside_kept(parts: Iterable[Segment]) -> frozenset[int]:
    """Where the passages start that were taken out of a line of which words stay.

    Such a passage is set apart from the direction of its line; one that has its lines to itself gives them theirs.
    """
    passage_starts: set[int] = set()
    line_starts: list[int] = []
    has_words = False
    for segment in parts:
        for line_index, line_text in enumerate(segment.text.split("\n")):
            if line_index:
                passage_starts.update(line_starts if has_words else ())
                line_starts, has_words = [], False
            if segment.kind in LOUD:
                line_starts.append(segment.start)
            else:
                has_words = has_words or any(map(str.isalpha, line_text))
    return frozenset(passage_starts).union(line_starts if has_words else ())


def kind_of(edit: Edit, passage: str, article: Article) -> Kind:
    """What an edit does to a passage.

    Args:
        edit: the edit.
        passage: the source that it spans.
        article: whose edit it is.
    """
    if not edit.cleaner:
        return Kind.SPACE  # paragraphs laid out once all was cut
    if edit.role == LAYOUT:
        return Kind.JOINED
    if edit.text or not any(passage_char.isprintable() and not passage_char.isspace() for passage_char in passage):
        return Kind.REPLACED
    if edit.role in MOVED or getattr(article, TAKEN_UP.get(edit.role, ""), None):
        return Kind.MOVED
    return Kind.REMOVED


def tallies(parts: Iterable[Segment]) -> list[Tally]:
    """What each cleaner took, the most characters first."""
    cleaner_roles: dict[str, set[str]] = {}
    cleaner_sizes: dict[str, list[int]] = {}
    for segment in parts:
        if segment.edit and segment.edit.cleaner:
            cleaner_roles.setdefault(segment.edit.cleaner, set()).add(segment.edit.role)
            cleaner_sizes.setdefault(segment.edit.cleaner, []).append(len(segment.text))
    cleaner_tallies = [
        Tally(cleaner_name, tuple(sorted(cleaner_roles[cleaner_name])), len(passage_sizes), sum(passage_sizes))
        for cleaner_name, passage_sizes in cleaner_sizes.items()
    ]
    return sorted(cleaner_tallies, key=lambda cleaner_tally: (-cleaner_tally.characters, cleaner_tally.cleaner))


def amounts(parts: Iterable[Segment]) -> dict[Kind, int]:
    """How many characters of the source became what."""
    counts = dict.fromkeys(Kind, 0)
    for segment in parts:
        counts[segment.kind] += len(segment.text)
    return counts


def summed(parts: Iterable[Segment]) -> str:
    """How much of the source was kept, moved and removed, to be read; what else there is, is named."""
    kind_counts = amounts(parts)
    shown_counts = {
        segment_kind.value: kind_counts[segment_kind] for segment_kind in (Kind.KEPT, Kind.MOVED, Kind.REMOVED)
    }
    quiet_counts = {
        "replaced": kind_counts[Kind.REPLACED],
        "white space": kind_counts[Kind.JOINED] + kind_counts[Kind.SPACE],
    }
    shown_counts |= {kind_name: kind_count for kind_name, kind_count in quiet_counts.items() if kind_count}
    return f"{sum(shown_counts.values()):,} characters, {shares(shown_counts)}"


def shares(counts: Mapping[str, int]) -> str:
    """Shares that are all of something, to be read: whole percents that add up to 100, by the largest remainders.

    Args:
        counts: how much of what, by name.
    """
    count_total = sum(counts.values())
    if not count_total:
        return ", ".join(f"{percent(0, 0)} {count_name}" for count_name in counts)
    percent_points = {count_name: 100 * count // count_total for count_name, count in counts.items()}
    by_remainder = sorted(counts, key=lambda count_name: -(100 * counts[count_name] % count_total))
    for count_name in by_remainder[: 100 - sum(percent_points.values())]:
        percent_points[count_name] += 1
    return ", ".join(f"{_points(percent_points[count_name], counts[count_name])} {count_name}" for count_name in counts)


def percent(part: int, total: int) -> str:
    """A share, to be read: "12 %", "<1 %"."""
    return _points(round(100 * part / total) if total else 0, part)


def _points(points: int, count: int) -> str:
    return f"{'<1' if count and not points else points}\N{NO-BREAK SPACE}%"
