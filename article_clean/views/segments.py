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
    offset, source = 0, article.source
    for edit in article.trail:
        if offset < edit.start:
            yield Segment(offset, source[offset : edit.start], Kind.KEPT)
        passage = source[edit.start : edit.end]
        yield Segment(edit.start, passage, kind_of(edit, passage, article), edit)
        offset = edit.end
    if offset < len(source):
        yield Segment(offset, source[offset:], Kind.KEPT)


def runs(parts: Iterable[Segment]) -> Iterator[Segment]:
    """The segments, where lines of the page around the article that follow each other are one.

    Only what the same cleaners took, and nothing else stands between, becomes one; its edit does what theirs did.
    """
    run: list[Segment] = []
    space: list[Segment] = []
    for segment in parts:
        if run and segment.kind is Kind.SPACE and segment.edit and not segment.edit.text:
            space.append(segment)
            continue
        if run and _goes_on(run[-1], segment):
            run += [*space, segment]
        else:
            yield from (*_united(run), *space)
            run = [segment] if _is_furniture(segment) else []
            if not run:
                yield segment
        space = []
    yield from (*_united(run), *space)


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


def _united(run: Sequence[Segment]) -> Iterator[Segment]:
    if len(run) <= 1 or run[0].edit is None or run[-1].edit is None:
        yield from run
        return
    reasons = [segment.edit.reason for segment in run if segment.edit and segment.kind is Kind.REMOVED]
    distinct = list(dict.fromkeys(filter(None, reasons)))
    ellipsis = " …" if len(distinct) > MOST_REASONS else ""
    reason = f"{len(reasons)} passages in a row: {'; '.join(distinct[:MOST_REASONS])}{ellipsis}"
    text = "".join(segment.text for segment in run)
    yield run[0]._replace(text=text, edit=run[0].edit._replace(end=run[-1].edit.end, reason=reason))


def beside_kept(parts: Iterable[Segment]) -> frozenset[int]:
    """Where the passages start that were taken out of a line of which words stay.

    Such a passage is set apart from the direction of its line; one that has its lines to itself gives them theirs.
    """
    starts: set[int] = set()
    line: list[int] = []
    has_words = False
    for segment in parts:
        for index, text in enumerate(segment.text.split("\n")):
            if index:
                starts.update(line if has_words else ())
                line, has_words = [], False
            if segment.kind in LOUD:
                line.append(segment.start)
            else:
                has_words = has_words or any(map(str.isalpha, text))
    return frozenset(starts).union(line if has_words else ())


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
    if edit.text or not any(char.isprintable() and not char.isspace() for char in passage):
        return Kind.REPLACED
    if edit.role in MOVED or getattr(article, TAKEN_UP.get(edit.role, ""), None):
        return Kind.MOVED
    return Kind.REMOVED


def tallies(parts: Iterable[Segment]) -> list[Tally]:
    """What each cleaner took, the most characters first."""
    roles: dict[str, set[str]] = {}
    counts: dict[str, list[int]] = {}
    for segment in parts:
        if segment.edit and segment.edit.cleaner:
            roles.setdefault(segment.edit.cleaner, set()).add(segment.edit.role)
            counts.setdefault(segment.edit.cleaner, []).append(len(segment.text))
    cleaner_tallies = [
        Tally(name, tuple(sorted(roles[name])), len(sizes), sum(sizes)) for name, sizes in counts.items()
    ]
    return sorted(cleaner_tallies, key=lambda tally: (-tally.characters, tally.cleaner))


def amounts(parts: Iterable[Segment]) -> dict[Kind, int]:
    """How many characters of the source became what."""
    counts = dict.fromkeys(Kind, 0)
    for segment in parts:
        counts[segment.kind] += len(segment.text)
    return counts


def summed(parts: Iterable[Segment]) -> str:
    """How much of the source was kept, moved and removed, to be read; what else there is, is named."""
    counts = amounts(parts)
    shown_counts = {kind.value: counts[kind] for kind in (Kind.KEPT, Kind.MOVED, Kind.REMOVED)}
    quiet_counts = {"replaced": counts[Kind.REPLACED], "white space": counts[Kind.JOINED] + counts[Kind.SPACE]}
    shown_counts |= {name: count for name, count in quiet_counts.items() if count}
    return f"{sum(shown_counts.values()):,} characters, {shares(shown_counts)}"


def shares(counts: Mapping[str, int]) -> str:
    """Shares that are all of something, to be read: whole percents that add up to 100, by the largest remainders.

    Args:
        counts: how much of what, by name.
    """
    total = sum(counts.values())
    if not total:
        return ", ".join(f"{percent(0, 0)} {name}" for name in counts)
    points = {name: 100 * count // total for name, count in counts.items()}
    by_remainder = sorted(counts, key=lambda name: -(100 * counts[name] % total))
    for name in by_remainder[: 100 - sum(points.values())]:
        points[name] += 1
    return ", ".join(f"{_points(points[name], counts[name])} {name}" for name in counts)


def percent(part: int, total: int) -> str:
    """A share, to be read: "12 %", "<1 %"."""
    return _points(round(100 * part / total) if total else 0, part)


def _points(points: int, count: int) -> str:
    return f"{'<1' if count and not points else points}\N{NO-BREAK SPACE}%"
