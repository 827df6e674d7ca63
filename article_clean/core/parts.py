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
        roles: what it calls them, as printed ("Political Correspondent").
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
        region: state, province or country behind the town ("La."), or None.
        date_text: the date in it, as printed ("July 1"), or None: it has no year as a rule.
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
    """A picture's caption and its credit, the copies of a doubled one united.

    Attributes:
        text: the caption, "" where only a credit is printed.
        credit: photographer or agency, without "Photo:"; None where none is printed.
    """

    text: Line
    credit: Line | None = None


@public
class Image(Value):
    """The picture that a page gives for its article.

    Attributes:
        url: its address.
        caption: what the page's data say of it, or None.
        credit: who took it, by the page's data, or None.
    """

    url: Line
    caption: Line | None = None
    credit: Line | None = None


@public
class Removal(Value):
    """One passage that was taken out.

    Attributes:
        text: the passage as it stands in `Article.source`.
        start: its first code point there.
        end: the first code point after it.
        role: what it is ("comments", "share", "caption", "date_line" …).
        cleaner: the cleaner that took it.
        reason: why, in a few words.
        also: other cleaners that wanted it, sorted.
        likelihood: how likely the learned reader that took it finds it no part of the article, 0 to 1; None where a
            rule took it.
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
        target: of a link, the address it leads to: as the page writes it, made whole where the page's own is known.
    """

    start: int
    end: int
    kind: SpanKind
    target: str | None = None


@public
class BodyBlock(NamedTuple):
    """One paragraph of the body, and what it is.

    Attributes:
        kind: "paragraph", "heading", "item" of a list, "quote", "post" (of a network, embedded), "code" (a `<pre>`), or
            "row" of a table.
        text: the paragraph, as in `Article.paragraphs`.
        start: its first code point in `Article.body`.
        end: the first code point after it.
        level: of a heading, 1 to 6; None where plain text shows a heading, and of other kinds.
        depth: of an item, the lists around it, 1 or more; of a quotation, the quotations; 0 of other kinds.
        ordered: whether an item stands in a numbered list.
        number: the number of an item of a numbered list; None of others.
        marker: what plain text prints before an item, "• " or "1. ", which `text` begins with; "" where markup says it.
        cells: of a row, the texts of its cells from the first column on, "" where one is empty.
        continues: whether it goes on with what a block above began: a further paragraph of the same item, quotation,
            heading or code, a further row of the same table.
        spans: the links and the like in it, by their start, in offsets of `Article.body`.
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
