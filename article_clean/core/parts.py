"""The parts of an `Article`: frozen values that take no field they do not know."""

from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict

from article_clean.core.presentable import presentable
from article_clean.core.public import public

BlockKind = Literal["paragraph", "heading", "item", "quote", "post", "code", "row"]
SpanKind = Literal["link", "bold", "italic", "code"]
Line = Annotated[str, AfterValidator(presentable)]  # whatever a text, a page or a plug-in says, a field holds this


class Value(BaseModel):
    """A value that does not change."""

    model_config = ConfigDict(frozen=True, extra="forbid")


@public
class Byline(Value):
    """Who wrote it, as printed.

    Attributes:
        text: the printed line ("By Jane Doe, The Associated Press").
        authors: people, without "By", titles or places.
        agencies: news agencies and papers named in it, as printed.
        roles: what the line calls them, as printed ("Political Correspondent").
    """

    text: Line
    authors: tuple[Line, ...] = ()
    agencies: tuple[Line, ...] = ()
    roles: tuple[Line, ...] = ()

    def __str__(self) -> str:
        return self.text


@public
class Dateline(Value):
    """Where, when and for whom a story was filed, as printed before its first sentence.

    Attributes:
        text: the printed dateline without its closing dash ("BATON ROUGE, La. (AP)").
        places: towns, as printed ("BATON ROUGE").
        region: the state, province or country after the town ("La."), or None.
        date_text: the date in it, as printed ("July 1"), usually without a year, or None.
        agencies: news agencies in it, as printed ("AP").
    """

    text: Line
    places: tuple[Line, ...] = ()
    region: Line | None = None
    date_text: Line | None = None
    agencies: tuple[Line, ...] = ()

    def __str__(self) -> str:
        return self.text


@public
class Caption(Value):
    """A picture's caption and its credit; copies are united.

    Attributes:
        text: the caption, "" if only a credit is printed.
        credit: the photographer or agency, without "Photo:"; None if none is printed.
    """

    text: Line
    credit: Line | None = None


@public
class Image(Value):
    """The picture that a page gives for its article.

    Attributes:
        url: its address.
        caption: its caption in the page's data, or None.
        credit: its photographer or agency in the page's data, or None.
    """

    url: Line
    caption: Line | None = None
    credit: Line | None = None


@public
class Removal(Value):
    """One passage that was removed.

    Attributes:
        text: the passage, as in `Article.source`.
        start: its first code point there.
        end: the first code point after it.
        role: what it is ("comments", "share", "caption", "date_line" …).
        cleaner: the cleaner that took it.
        reason: why, in a few words.
        also: other cleaners that wanted it, sorted.
        likelihood: how likely it is not part of the article, 0 to 1, if a model took it; None if a rule did.
    """

    text: str
    start: int
    end: int
    role: str
    cleaner: str
    reason: Line = ""
    also: tuple[str, ...] = ()
    likelihood: float | None = None


@public
class Span(NamedTuple):
    """A link, bold or italic words, or code inside a line.

    Attributes:
        start: its first code point in `Article.body`.
        end: the first code point after it.
        kind: "link", "bold", "italic" or "code".
        target: of a link, its address, made absolute if the address of the page is known.
    """

    start: int
    end: int
    kind: SpanKind
    target: str | None = None


@public
class BodyBlock(NamedTuple):
    """One paragraph of the body, with its type.

    Attributes:
        kind: "paragraph", "heading", "item" of a list, "quote", "post" (of a network, embedded), "code" (a `<pre>`), or
            "row" of a table.
        text: the paragraph, as in `Article.paragraphs`.
        start: its first code point in `Article.body`.
        end: the first code point after it.
        level: of a heading, 1 to 6; None for a heading in plain text, and for other kinds.
        depth: of an item, the number of lists around it, 1 or more; of a quotation, the quotations; otherwise 0.
        ordered: whether an item is in a numbered list.
        number: the number of an item in a numbered list; otherwise None.
        marker: what plain text prints before an item, "• " or "1. ", which `text` begins with; "" if markup says it.
        cells: of a row, the texts of its cells from the first column on, "" for an empty one.
        continues: whether it continues a block above: a further paragraph of the same item, quotation,
            heading or code, a further row of the same table.
        spans: its links, bold and italic words and code, by their start, in offsets of `Article.body`.
    """

    kind: BlockKind
    text: str
    start: int
    end: int
    level: int | None = None
    depth: int = 0
    ordered: bool = False
    number: int | None = None
    marker: str = ""
    cells: tuple[str, ...] = ()
    continues: bool = False
    spans: tuple[Span, ...] = ()
