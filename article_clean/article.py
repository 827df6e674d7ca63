"""The result: an `Article` and its parts. The only place where pydantic is used."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    ModelWrapValidatorHandler,
    PrivateAttr,
    computed_field,
    model_validator,
)

from article_clean.edits import Edit, OffsetMap, apply, compose, precedence
from article_clean.errors import ArticleCleanError
from article_clean.standards import ninjs, schema_org

MOVED = frozenset({"headline", "deck", "byline", "dateline"})  # roles that leave the body for a field of their own


def _day_or_moment(given: object) -> object:
    """A dumped day stays a day: pydantic alone reads "2024-01-05" as midnight."""
    return date.fromisoformat(given) if isinstance(given, str) and len(given) == len("2024-01-05") else given


class _Value(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Byline(_Value):
    """Who wrote it, as printed.

    Attributes:
        text: the printed line ("By Jane Doe, The Associated Press").
        authors: people, without "By", titles or places.
        agencies: news agencies and papers named in it, as printed.
        roles: what it calls them, as printed ("Political Correspondent").
    """

    text: str
    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


class Dateline(_Value):
    """Where, when and for whom a story was filed, as printed before its first sentence.

    Attributes:
        text: the printed dateline without its closing dash ("BATON ROUGE, La. (AP)").
        places: towns, as printed ("BATON ROUGE").
        region: state, province or country behind the town ("La."), or None.
        date_text: the date in it, as printed ("July 1"), or None: it has no year as a rule.
        agencies: news agencies in it, as printed ("AP").
    """

    text: str
    places: tuple[str, ...] = ()
    region: str | None = None
    date_text: str | None = None
    agencies: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.text


class Caption(_Value):
    """A picture's caption and its credit, the copies of a doubled one united.

    Attributes:
        text: the caption, "" where only a credit is printed.
        credit: photographer or agency, without "Photo:"; None where none is printed.
    """

    text: str
    credit: str | None = None


class Removal(_Value):
    """One passage that was taken out.

    Attributes:
        text: the passage as it stands in `Article.source`.
        start: its first code point there.
        end: the first code point after it.
        role: what it is ("comments", "share", "caption", "date_line" …).
        cleaner: the cleaner that took it.
        reason: why, in a few words.
        also: other cleaners that wanted it, sorted.
    """

    text: str
    start: int
    end: int
    role: str
    cleaner: str
    reason: str = ""
    also: tuple[str, ...] = ()


class Article(_Value):
    """One news article or blog post, and all that was taken out of its text.

    A field is filled only by what is printed; nothing is guessed. Terms are those of schema.org/NewsArticle and IPTC.

    Attributes:
        headline: the title, or None.
        deck: the standfirst or subheadline, or None.
        byline: who wrote it, or None.
        dateline: where it was filed from, or None.
        published: publication date as printed; a `datetime` where a time is printed, aware where its zone is.
        body: the paragraphs, a blank line between them.
        captions: picture captions in order of appearance.
        language: BCP 47 code, or None where it is not known.
        provenance: for each field that was found, the places that say so, the strongest first: "text", or of a page
            "json-ld", "og:title", "h1", "time" …
        warnings: what was odd about the input, in sentences.
        source: the decoded input that all offsets of this article speak of.
    """

    headline: str | None = None
    deck: str | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: Annotated[datetime | date | None, BeforeValidator(_day_or_moment)] = None
    body: str = ""
    captions: tuple[Caption, ...] = ()
    language: str | None = None
    provenance: dict[str, tuple[str, ...]] = {}
    warnings: tuple[str, ...] = ()
    source: str = ""

    _passes: tuple[Sequence[Edit], ...] = PrivateAttr(default=())
    _computed: ClassVar[tuple[str, ...]] = ("removed", "edits")

    @property
    def authors(self) -> tuple[str, ...]:
        """The people of the byline."""
        return self.byline.authors if self.byline else ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the body."""
        return tuple(self.body.split("\n\n")) if self.body else ()

    @cached_property
    def trail(self) -> tuple[Edit, ...]:
        """The one list of every edit that makes `body` of `source`, sorted and disjoint, in offsets of `source`.

        Built when first asked for. `apply(article.source, article.trail) == article.body`.
        """
        trail: Sequence[Edit] = ()
        for edits in self._passes:
            trail = compose(trail, edits)
        return tuple(trail)

    @computed_field  # type: ignore[prop-decorator]  # mypy/issues/1362
    @cached_property
    def removed(self) -> tuple[Removal, ...]:
        """What was taken out and is in no field but `captions`, in order of appearance."""
        return tuple(
            Removal(text=self.source[e.start : e.end], **{name: getattr(e, name) for name in _REMOVAL_FIELDS})
            for e in self.trail
            if _removes(e, self.source)
        )

    @computed_field  # type: ignore[prop-decorator]  # mypy/issues/1362
    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The rest of `trail`, that is moved fields, joined lines, replaced characters, white space."""
        return tuple(e for e in self.trail if not _removes(e, self.source))

    def trace(self, start: int, end: int) -> tuple[int, int]:
        """The span of `source` that `body[start:end]` came from; a replaced character is never cut in half.

        Raises:
            ArticleCleanError: the span does not lie in the body.
        """
        if not 0 <= start <= end <= len(self.body):
            message = f"trace() takes a span of the body, 0 <= start <= end <= {len(self.body)}; got {start}, {end}"
            raise ArticleCleanError(message)
        return self._map.span(start, end)

    def report(self, width: int | None = None, *, color: bool | None = None) -> str:
        """A view for the terminal: the article, then its source with every mark named, then what each cleaner took.

        Args:
            width: cells of a line; those of the terminal where none are given.
            color: whether to colour it; by default where standard output is a terminal and NO_COLOR is not set.

        Returns:
            A text that a session shows as it is; a script prints it.
        """
        from article_clean.report import terminal  # noqa: PLC0415  # views stand above the article that they show

        return terminal(self, width, color=color)

    def _repr_html_(self) -> str:
        """How a notebook shows it: what was kept, moved and removed, and why."""
        from article_clean.report import notebook  # noqa: PLC0415  # views stand above the article that they show

        return notebook(self)

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """What `rich` prints: the fields that were found, and how much was removed."""
        for name in ("headline", "deck", "byline", "dateline", "published", "body", "captions", "language", "warnings"):
            if found := getattr(self, name):
                yield name, found
        yield "removed", Counter(one.cleaner for one in self.removed)

    def to_schema_org(self) -> dict[str, object]:
        """The article as schema.org/NewsArticle JSON-LD; what is not known is left out."""
        return schema_org(self)

    def to_ninjs(self, uri: str | None = None) -> dict[str, object]:
        """The article as an object of IPTC ninjs 3.1, ready for JSON; what is not known is left out.

        Fields of the standard: `uri`, `type`, `standard`, `contentCreated`, `language`, `headlines` (roles "main" and
        "sub", the deck), `by`, `people` (the authors), `infoSources` (agencies of byline and dateline), `located` (the
        dateline's places and region), `bodies`, `associations` (a "picture" for each caption, its credit in `by`).
        `contentCreated` is a date-time by the standard: a day, or a time without its zone, is left out.

        Args:
            uri: what identifies the article, its address as a rule; the standard requires one. Where none is given it
                is a `urn:uuid:` made of `source`, the same for the same text.
        """
        return ninjs(self, uri)

    @classmethod
    def made(cls, passes: tuple[Sequence[Edit], ...], **fields: Any) -> Self:  # Any: pydantic checks the fields
        """An article whose body was made by these passes, each a sorted list of edits on the text of the one before."""
        article = cls(**fields)
        article._passes = passes
        return article

    def __eq__(self, other: object) -> bool:
        """Whether fields and trail agree."""
        if not isinstance(other, Article):
            return NotImplemented
        same = all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields)
        return same and self.trail == other.trail

    def __hash__(self) -> int:
        return hash((self.source, self.body))

    @cached_property
    def _map(self) -> OffsetMap:
        return OffsetMap(self.trail)

    @model_validator(mode="wrap")
    @classmethod
    def _with_trail(cls, given: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # Any: whatever is loaded
        if not isinstance(given, Mapping) or not any(name in given for name in cls._computed):
            return handler(given)
        fields = {name: value for name, value in given.items() if name not in cls._computed}
        article = handler(fields)
        trail = sorted(_loaded(given), key=precedence)
        if apply(article.source, trail) != article.body:
            message = "removed and edits do not make this body of this source; load the row as it was dumped"
            raise ValueError(message)
        article._passes = (trail,)
        return article


_REMOVAL_FIELDS = ("start", "end", "role", "cleaner", "reason", "also")


def _removes(edit: Edit, source: str) -> bool:
    return not edit.text and edit.role not in MOVED and bool(source[edit.start : edit.end].strip())


def _loaded(given: Mapping[str, Any]) -> Iterable[Edit]:  # Any: JSON
    """The edits of a dumped article, from dicts and lists or from the values themselves."""
    for removal in given.get("removed", ()):
        fields = removal if isinstance(removal, Mapping) else removal.model_dump()
        known = {name: fields[name] for name in _REMOVAL_FIELDS if name in fields}
        yield Edit(**{**known, "also": tuple(known.get("also", ()))})
    for start, end, text, role, reason, cleaner, also in given.get("edits", ()):
        yield Edit(start, end, text, role, reason, cleaner, tuple(also))
