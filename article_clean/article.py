"""The result: an `Article`. Pydantic is used here and in its parts alone."""

import textwrap
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from importlib import import_module
from typing import Annotated, Any, Literal, Self, overload

from pydantic import (
    BeforeValidator,
    Field,
    PrivateAttr,
    SerializerFunctionWrapHandler,
    computed_field,
    model_serializer,
    model_validator,
)
from pydantic.functional_validators import ModelWrapValidatorHandler  # pydantic itself has it from 2.11 on

from article_clean.core.arguments import check_type, refuse
from article_clean.core.edits import Edit, OffsetMap, compose, precedence
from article_clean.core.parts import BodyBlock, Byline, Caption, Dateline, Image, Line, Removal, Value
from article_clean.core.public import public
from article_clean.core.structure import Outline, Places
from article_clean.core.trail import DUMPED, REMOVAL_FIELDS, loaded, makes
from article_clean.errors import ArticleCleanError, OutlineError, TrailError

_LONGEST_TITLE = 60  # characters of it in a repr
MOVED = frozenset({"headline", "deck", "byline", "dateline"})  # roles that leave the body for a field of their own


DERIVED = ("wire",)  # columns of a row that its other columns say, too


def _day_or_moment(dumped_date: object) -> object:
    """A dumped day stays a day: pydantic alone reads "2024-01-05" as midnight."""
    return (
        date.fromisoformat(dumped_date)
        if isinstance(dumped_date, str) and len(dumped_date) == len("2024-01-05")
        else dumped_date
    )


@public
class Article(Value):
    """One news article or blog post, and everything that was taken out of its text.

    A field holds only what is printed; nothing is guessed. The terms are those of schema.org/NewsArticle and IPTC.
    All fields but `body` and `source`, and the reason of each removal, are lines without control characters and lone
    surrogates.

    Attributes:
        headline: the title, or None.
        deck: the standfirst or subheadline, or None.
        byline: who wrote it, or None.
        dateline: where it was filed from, or None.
        published: the date of publication as printed; a `datetime` if a time is printed, aware if its zone is.
        body: the paragraphs, with a blank line between them.
        captions: picture captions in order of appearance.
        language: the BCP 47 code, or None if it is not known.
        modified: the date of the last change, as stated; never used as `published`.
        publisher: the paper, site or organisation that published it.
        section: the section of the publication ("Politics").
        keywords: the keywords that its page gives, each once.
        url: its canonical address, or else the one that was passed to `clean`.
        image: the picture that its page gives for it.
        description: the summary in its page's metadata; `deck` is what a reader sees.
        author_urls: the addresses of the authors' pages, by their names in `authors`.
        is_free: whether its page says that anyone may read it; None if it does not say.
        is_complete: whether `body` is all of it: False in front of a wall, True where it has the words that its page
            counts; None where that is not known.
        provenance: for each field, the places that give its value, the strongest first: "text", or for a page
            "json-ld", "og:title", "h1", "time" …
        warnings: what was odd about the input, in sentences.
        source: the decoded input, to which all offsets of this article refer.
        page_type: for HTML, the kind of page: "article", "listing", "collection", "forum", "product", "service",
            "documentation", or, if it holds no text, "wall", "shell" or "error"; None if the input was not a page.
        page_type_likelihood: how likely the page is of that kind, 0 to 1.
        confidence: the F1 to expect of `body`, counted in words, against the text that a reader would pick, 0 to 1: 1
            if nothing of the article is lost and no junk is left. None if there is no body, and for Markdown, another
            engine, or a pipeline without `leftovers`.
    """

    headline: Line | None = None
    deck: Line | None = None
    byline: Byline | None = None
    dateline: Dateline | None = None
    published: Annotated[datetime | date | None, BeforeValidator(_day_or_moment)] = None
    body: str = ""
    captions: tuple[Caption, ...] = ()
    language: Line | None = None
    modified: Annotated[datetime | date | None, BeforeValidator(_day_or_moment)] = None
    publisher: Line | None = None
    section: Line | None = None
    keywords: tuple[Line, ...] = ()
    url: Line | None = None
    image: Image | None = None
    description: Line | None = None
    author_urls: dict[Line, Line] = Field(default_factory=dict)
    is_free: bool | None = None
    is_complete: bool | None = None
    provenance: dict[Line, tuple[Line, ...]] = Field(default_factory=dict)
    warnings: tuple[Line, ...] = ()
    source: str = ""
    page_type: Line | None = None
    page_type_likelihood: float | None = None
    confidence: float | None = None

    _passes: tuple[Sequence[Edit], ...] | None = PrivateAttr(default=None)  # None where nobody knows them
    _outline: Outline | None = PrivateAttr(default=None)  # None where the input is not at hand

    @property
    def authors(self) -> tuple[str, ...]:
        """The people of the byline."""
        return self.byline.authors if self.byline else ()

    @computed_field  # type: ignore[prop-decorator]  # mypy/issues/1362
    @property
    def wire(self) -> tuple[Line, ...]:
        """The agencies that its byline and its dateline name, each once."""
        parts = (part for part in (self.byline, self.dateline) if part)
        return tuple(dict.fromkeys(agency for part in parts for agency in part.agencies))

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The paragraphs of the body."""
        return tuple(self.body.split("\n\n")) if self.body else ()

    @cached_property
    def trail(self) -> tuple[Edit, ...]:
        """The one list of every edit that makes `body` of `source`, sorted and disjoint, in offsets of `source`.

        Built when first asked for. `apply(article.source, article.trail) == article.body`.

        Raises:
            TrailError: it is not known, nor are then `removed`, `edits` and `trace`: the article was loaded from a
                row without some of `source`, `removed` and `edits`, or copied with another body.
        """
        if not self._is_traced:
            raise TrailError
        trail: Sequence[Edit] = ()
        for edits in self._passes or ():
            trail = compose(trail, edits)
        return tuple(trail)

    @computed_field  # type: ignore[prop-decorator]  # mypy/issues/1362
    @cached_property
    def removed(self) -> tuple[Removal, ...]:
        """What was taken out and is in no field but `captions`, in order of appearance."""
        return tuple(_removal(edit, self.source) for edit in self.trail if _removes(edit, self.source))

    @computed_field  # type: ignore[prop-decorator]  # mypy/issues/1362
    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """The rest of `trail`, that is moved fields, joined lines, replaced characters, white space."""
        return tuple(edit for edit in self.trail if not _removes(edit, self.source))

    @overload
    def trace(self, start: int, end: int, into: Literal["source"] = "source") -> tuple[int, int]: ...
    @overload
    def trace(self, start: int, end: int, into: Literal["html"]) -> tuple[int, int] | None: ...
    def trace(self, start: int, end: int, into: Literal["source", "html"] = "source") -> tuple[int, int] | None:
        """Give the span of `source` that `body[start:end]` came from; it never cuts a replaced character in half.

        Args:
            start: the first code point, in the body.
            end: the first code point after it.
            into: "source", or "html" for the span of the decoded HTML, in code points, from the first character of text
                to the last, with the tags between them; it never cuts an entity in half. The first call parses the
                page twice more.

        Returns:
            The span. For "html", None if the input was not HTML, or if none of these characters comes from a text node:
            white space, a formula, text that a script would draw from the page's data.

        Raises:
            ArticleCleanError: the span does not lie in the body, or there is no such text.
            TrailError: where the body came from is not known.
            OutlineError: for "html", if the article was loaded from a row: rows do not hold the HTML.
        """
        if into not in {"source", "html"}:
            refuse("into", into, "'source' or 'html'")
        for name, offset in (("start", start), ("end", end)):
            if not hasattr(offset, "__index__"):  # numpy's integers have it
                refuse(name, offset, "an offset in the body as an int")
        if not 0 <= start <= end <= len(self.body):
            message = f"trace() takes a span of the body, 0 <= start <= end <= {len(self.body)}; got {start}, {end}"
            raise ArticleCleanError(message)
        source_start, source_end = self._map.span(start, end)
        return (source_start, source_end) if into == "source" else self._traced_into_html(source_start, source_end)

    @cached_property
    def blocks(self) -> tuple[BodyBlock, ...]:
        """The paragraphs of the body with what they are: headings, items of lists, rows of tables, links in them.

        Their texts are `paragraphs`. HTML is read once more when this is first asked for, and its own tags say it.
        Plain text has items where it prints bullets or numbers, rows where it prints tabs, and headings where a short
        line without an end stands between paragraphs of sentences.

        Raises:
            OutlineError: the article was loaded from a row, or copied with another body: rows do not have the input.
        """
        if self._outline is None or not self._is_traced:
            raise OutlineError
        blocks: tuple[BodyBlock, ...] = _view("body_blocks")(self, self._outline)
        return blocks

    def report(self, width: int | None = None, *, color: bool | None = None) -> str:
        """Show the article in the terminal, then its source with every mark named, then what each cleaner took.

        Args:
            width: columns of a line; by default those of the terminal.
            color: whether to use colours; by default if standard output is a terminal and NO_COLOR is not set.

        Returns:
            A text that a session shows as it is; a script prints it.
        """
        text: str = _view("terminal")(self, width, color=color)
        return text

    def _repr_html_(self) -> str | None:
        """How a notebook shows it: what was kept, moved and removed, and why."""
        return _view("notebook")(self) if self._is_traced else None

    def __repr__(self) -> str:
        """One line: the headline or the first words, and how much there is."""
        title = textwrap.shorten(self.headline or self.body[: _LONGEST_TITLE * 2], _LONGEST_TITLE, placeholder="…")
        counted_units = ((len(self.paragraphs), "paragraph"), (len(self.body), "character"))
        size = ", ".join(f"{number:,} {unit}{'s' * (number != 1)}" for number, unit in counted_units)
        removed = f", {len(self.removed)} removed" if self._is_traced else ""
        return f"<Article {title!r}: {size}{removed}>"

    __str__ = __repr__

    def __iter__(self) -> Iterator[tuple[str, Any]]:  # type: ignore[override]  # Any, as in BaseModel
        """The fields, for `dict(article)`; what a property keeps once it was read is none."""
        return ((name, getattr(self, name)) for name in type(self).model_fields)

    def __rich_repr__(self) -> Iterator[tuple[str, object]]:
        """What `rich` prints: the fields that were found, and how much was removed."""
        for name in ("headline", "deck", "byline", "dateline", "published", "body", "captions", "language", "warnings"):
            if value := getattr(self, name):
                yield name, value
        if self._is_traced:
            yield "removed", Counter(removal.cleaner for removal in self.removed)

    def to_row(self, *, lean: bool = False) -> dict[str, Any]:  # Any: JSON
        """Give the article as one row of JSON-ready values; `article_of` turns it back into an article.

        Args:
            lean: leave out `source` and everything that repeats it: `removed` has only `start`, `end`, `role` and
                `cleaner` of each passage, `edits` is missing, and `counts` has `source_characters`, `body_characters`,
                `removed_characters` and `paragraphs`. The article of such a row has its fields and body, and no trail.

        Raises:
            TrailError: `lean`, if the article does not know what was removed.
        """
        return _view("lean_row")(self) if lean else self.model_dump(mode="json")

    def to_markdown(self, *, front_matter: bool = False) -> str:
        """Write the article as Markdown, with its headings, lists, tables and links, escaped so that it reads back.

        It is CommonMark with the tables of GitHub's Markdown. Without front matter, a heading of level 1 above the
        body is the headline. A bullet or number in plain text becomes that of a list.

        Args:
            front_matter: begin with the fields that are known, in YAML: `title`, `subtitle` (the deck), `byline`,
                `author` (a list), `author_urls` (a list of `name` and `url`), `dateline`, `date`, `modified`,
                `publisher`, `section`, `keywords` (a list), `url`, `image`, `image_caption`, `image_credit`,
                `description`, `is_free`, `is_complete`, `lang`, `captions` (a list of `text` and `credit`),
                `generator`.

        Raises:
            OutlineError: as of `blocks`.
        """
        check_type("front_matter", front_matter, bool, "True or False")
        text: str = _view("markdown_text")(self, front_matter=front_matter)
        return text

    def to_schema_org(self) -> dict[str, object]:
        """Give the article as schema.org/NewsArticle JSON-LD, without what is not known."""
        schema_object: dict[str, object] = _view("schema_org")(self)
        return schema_object

    def to_ninjs(self, uri: str | None = None) -> dict[str, object]:
        """Give the article as an object of IPTC ninjs 3.1, ready for JSON, without what is not known.

        Fields of the standard: `uri`, `type`, `standard`, `representationType` ("partial" where `is_complete` is
        False), `contentCreated`, `versionCreated` (`modified`), `language`, `headlines` (roles "main" and "sub", the
        deck), `descriptions`, `by`, `people` (the authors, their pages as `uri`), `subjects` (section and keywords, by
        `rel`), `infoSources` (`wire`, and the publisher by its `role`), `located` (the dateline's places and region),
        `bodies`, `associations` (a "picture" for the image and for each caption, its credit in `by`), `altIds` (`url`,
        where `uri` is another). Dates are date-times by the standard: a day, or a time without its zone, is left out.

        Args:
            uri: the identifier, which the standard requires; by default `url`, or else a `urn:uuid:` of `source`, the
                same for the same text.
        """
        check_type("uri", uri, str | None, "the address as a str, or None")
        ninjs_object: dict[str, object] = _view("ninjs")(self, uri)
        return ninjs_object

    @classmethod
    def made(
        cls, passes: tuple[Sequence[Edit], ...], outline: Outline | None = None, **fields: Any
    ) -> Self:  # Any: pydantic checks the fields
        """An article whose body was made by these passes, each a sorted list of edits on the text of the one before.

        Args:
            passes: the edits.
            outline: what reads the input once more, for `blocks`; None where the input is not at hand.
            **fields: the fields of the article.
        """
        article = cls(**fields)
        article._passes = passes
        article._outline = outline
        return article

    def __eq__(self, other: object) -> bool:
        """Whether fields and trail agree."""
        if not isinstance(other, Article):
            return NotImplemented
        has_same_fields = all(getattr(self, name) == getattr(other, name) for name in type(self).model_fields)
        return (
            has_same_fields
            and self._is_traced == other._is_traced
            and (not self._is_traced or self.trail == other.trail)
        )

    def __hash__(self) -> int:
        return hash((self.source, self.body))

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:  # Any, as in BaseModel
        """Copy the article with some fields replaced, unchecked. A copy with another body or source has no trail.

        Raises:
            ArticleCleanError: `update` names something that is not a field.
        """
        unknown_names = sorted({*(update or ())} - {*type(self).model_fields})
        if unknown_names:
            message = f"an article has no field {unknown_names[0]!r}; it has {', '.join(type(self).model_fields)}"
            raise ArticleCleanError(message)
        article = super().model_copy(update=update, deep=deep)
        if (article.source, article.body) != (self.source, self.body):
            article._passes = article._outline = None
            for name in ("trail", "blocks", "_map", "_places", *DUMPED):
                article.__dict__.pop(name, None)
        return article

    @property
    def _is_traced(self) -> bool:
        return self._passes is not None

    @cached_property
    def _map(self) -> OffsetMap:
        return OffsetMap(self.trail)

    def _traced_into_html(self, start: int, end: int) -> tuple[int, int] | None:
        places = self._places
        if places is None:
            return None
        first_place, last_place = bisect_left(places.offsets, start), bisect_left(places.offsets, end)
        return (
            (min(places.starts[first_place:last_place]), max(places.ends[first_place:last_place]))
            if first_place < last_place
            else None
        )

    @cached_property
    def _places(self) -> Places | None:
        if self._outline is None:
            raise OutlineError
        return self._outline.places(self.source)

    @model_validator(mode="wrap")
    @classmethod
    def _with_trail(cls, row: Any, handler: ModelWrapValidatorHandler[Self]) -> Self:  # Any: whatever is loaded
        if not isinstance(row, Mapping):
            return handler(row)
        article = handler({name: value for name, value in row.items() if name not in {*DUMPED, *DERIVED}})
        trail = sorted(loaded(row), key=precedence)
        if makes(trail, article.source, article.body):
            article._passes = (trail,)
        elif all(name in row for name in ("source", "body", *DUMPED)):
            message = "removed and edits do not make this body of this source; load the row as it was dumped"
            raise ValueError(message)
        return article

    @model_serializer(mode="wrap")
    def _without_unknown(self, handler: SerializerFunctionWrapHandler):  # type: ignore[no-untyped-def]  # noqa: ANN202  # a type would replace the schema
        """All of it; where no trail is known, the fields."""
        if self._is_traced:
            return handler(self)
        article = self.model_copy()
        article._passes = ()
        return {name: value for name, value in handler(article).items() if name not in DUMPED}


_ALL_SET = {"text", *REMOVAL_FIELDS}  # one for all: a set of its own is half of what a removal takes


def _removal(edit: Edit, source: str) -> Removal:
    """The removal that an edit is; its values are ours, so that pydantic need not check them."""
    values = {name: getattr(edit, name) for name in REMOVAL_FIELDS}
    return Removal.model_construct(_ALL_SET, text=source[edit.start : edit.end], **values)


def _view(name: str) -> Callable[..., Any]:  # Any: each view has its own result
    """A view by its name; views stand above the article that they show, and are loaded when one is asked for."""
    return getattr(import_module("article_clean.views"), name)  # type: ignore[no-any-return]  # looked up by name


def _removes(edit: Edit, source: str) -> bool:
    return not edit.text and edit.role not in MOVED and bool(source[edit.start : edit.end].strip())
