"""The source of an article as a list of segments: what was kept, and each edit of the trail, in order."""

from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from article_clean.article import MOVED, Article
from article_clean.edits import LAYOUT, Edit


class Kind(Enum):
    """What became of a segment."""

    KEPT = "kept"
    REMOVED = "removed"
    MOVED = "moved"
    REPLACED = "replaced"
    JOINED = "joined"
    SPACE = "space"


LOUD = frozenset({Kind.REMOVED, Kind.MOVED})  # what took words out of the text; the rest is shown quietly
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
    at, source = 0, article.source
    for edit in article.trail:
        if at < edit.start:
            yield Segment(at, source[at : edit.start], Kind.KEPT)
        passage = source[edit.start : edit.end]
        yield Segment(edit.start, passage, kind_of(edit, passage, article), edit)
        at = edit.end
    if at < len(source):
        yield Segment(at, source[at:], Kind.KEPT)


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
    for part in parts:
        if part.edit and part.edit.cleaner:
            roles.setdefault(part.edit.cleaner, set()).add(part.edit.role)
            counts.setdefault(part.edit.cleaner, []).append(len(part.text))
    found = [Tally(name, tuple(sorted(roles[name])), len(sizes), sum(sizes)) for name, sizes in counts.items()]
    return sorted(found, key=lambda one: (-one.characters, one.cleaner))


def amounts(parts: Iterable[Segment]) -> dict[Kind, int]:
    """How many characters of the source became what."""
    found = dict.fromkeys(Kind, 0)
    for part in parts:
        found[part.kind] += len(part.text)
    return found


def summed(parts: Iterable[Segment]) -> str:
    """How much of the source was kept, moved and removed, to be read."""
    counts = amounts(parts)
    whole = sum(counts.values())
    shares = (f"{percent(counts[kind], whole)} {kind.value}" for kind in (Kind.KEPT, Kind.MOVED, Kind.REMOVED))
    return f"{whole:,} characters, {', '.join(shares)}"


def percent(part: int, whole: int) -> str:
    """A share, to be read: "12 %", "<1 %"."""
    share = 100 * part / whole if whole else 0
    return "<1\N{NO-BREAK SPACE}%" if 0 < share < 1 else f"{share:.0f}\N{NO-BREAK SPACE}%"
