"""An article in Markdown: CommonMark, with the tables of GitHub's; front matter in YAML."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from article_clean.article import Article
from article_clean.core.parts import BodyBlock
from article_clean.core.structure import GENERATOR
from article_clean.views.markdown_inlines import fenced, inlines

LEVEL = 2  # of a heading that plain text shows; the headline is above all
DEEPEST_LIST = 8  # lists; parsers of Markdown stop at some depth, markdown-it at twenty blocks
DEEPEST_QUOTE = 4
GREATEST_NUMBER = 999_999_999  # of an item, by CommonMark


def markdown_text(article: Article, *, front_matter: bool) -> str:
    """The article in Markdown.

    Args:
        article: an article that knows its blocks.
        front_matter: the fields above the body, in YAML; without it the headline is a heading, if the body does not
            begin with it.
    """
    opening = ""
    if front_matter:
        opening = "\n".join(("---", *_front_matter(article), "---\n\n"))
    elif article.headline and article.headline not in article.paragraphs[:1]:
        opening = f"# {_one_line(inlines(article.headline))}\n\n"
    return opening + markdown_body(article.blocks)


def markdown_body(blocks: Sequence[BodyBlock]) -> str:
    """Blocks in Markdown, with a line break at the end."""
    body_builder = _Body()
    for _, numbered_blocks in groupby(_runs(blocks), key=lambda numbered_block: numbered_block[0]):
        body_builder.add([block for _, block in numbered_blocks])
    return body_builder.text()


def _runs(blocks: Sequence[BodyBlock]) -> Iterator[tuple[int, BodyBlock]]:
    """The blocks, each with a number that those of one table or one piece of code share."""
    run_number = 0
    for block_index, block in enumerate(blocks):
        goes_on = block.continues and block.kind in {"row", "code"} and blocks[block_index - 1].kind == block.kind
        run_number += not goes_on
        yield run_number, block


class _Body:
    """The body that is being written."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._items: list[tuple[int, int, int]] = []  # that are open: depth, columns to the text, number

    def text(self) -> str:
        """What was written, with a line break at its end."""
        return "".join((*self._parts, "\n")) if self._parts else ""

    def add(self, blocks: Sequence[BodyBlock]) -> None:
        """One block, or the rows of a table, or the lines of a piece of code."""
        first_block = blocks[0]
        if first_block.kind == "item" and not (first_block.continues and not self._is_open(first_block)):
            self._item(first_block)
            return
        self._items.clear()
        if first_block.kind in {"quote", "post"}:
            quote_sign = "> " * max(1, min(first_block.depth, DEEPEST_QUOTE))
            self._put(
                _indented(_words(first_block), quote_sign),
                f"\n{quote_sign.rstrip()}\n" if first_block.continues else "\n\n",
            )
        elif first_block.kind == "row":
            self._put("\n".join(_table(blocks)))
        elif first_block.kind == "code":
            self._put(fenced("\n".join(block.text for block in blocks)))
        elif first_block.kind == "heading":
            self._put(f"{'#' * (first_block.level or LEVEL)} {_heading(first_block)}")
        else:
            self._put(_words(first_block))

    def _put(self, text: str, gap: str = "\n\n") -> None:
        self._parts += (gap if self._parts else "", text)

    def _is_open(self, item: BodyBlock) -> bool:
        """Whether the item that a paragraph belongs to is still open."""
        return any(depth == _depth(item) for depth, _, _ in self._items)

    def _item(self, item_block: BodyBlock) -> None:
        """An item, or a further paragraph of one."""
        item_depth = _depth(item_block)
        item_number = 0
        was_open = bool(self._items)
        while self._items and self._items[-1][0] >= item_depth + item_block.continues:
            item_number = self._items.pop()[2]
        if item_block.continues:
            columns = self._items[-1][1]
            self._put(" " * columns + _indented(_words(item_block), " " * columns, first=False))
            return
        item_number = item_number + 1 if item_block.number is None else item_block.number
        item_number = item_number if 0 <= item_number <= GREATEST_NUMBER else 1
        item_sign = f"{item_number}. " if item_block.ordered else "- "
        item_indent = self._items[-1][1] if self._items else 0
        columns = item_indent + len(item_sign)
        self._put(
            " " * item_indent + item_sign + _indented(_words(item_block), " " * columns, first=False),
            "\n" if was_open else "\n\n",
        )
        self._items.append((item_depth, columns, item_number))


def _depth(item: BodyBlock) -> int:
    return min(item.depth, DEEPEST_LIST)


def _words(block: BodyBlock) -> str:
    """The text of a block with its marks, without the bullet that it prints."""
    marker_length = len(block.marker)
    text_start = block.start + marker_length
    return inlines(
        block.text[marker_length:],
        text_start,
        [block_span for block_span in block.spans if block_span.start >= text_start],
    )


def _indented(text: str, indent: str, *, first: bool = True) -> str:
    return (indent if first else "") + text.replace("\n", f"\n{indent}")


def _one_line(text: str) -> str:
    return " ".join(text.replace("\\\n", "\n").split("\n"))


def _heading(block: BodyBlock) -> str:
    """The text of a heading; signs at its end would close it."""
    text = _one_line(_words(block))
    return f"{text[:-1]}\\#" if text.endswith("#") and not text.endswith("\\#") else text


def _table(table_rows: Sequence[BodyBlock]) -> Iterator[str]:
    """The rows of a table, the first as its head, which must have as many columns as the widest."""
    column_count = max(len(table_row.cells) for table_row in table_rows)
    head_cells, *later_rows = (list(_cells(table_row)) for table_row in table_rows)
    yield _row([*head_cells, *("" for _ in range(column_count - len(head_cells)))])
    yield _row(["---"] * column_count)
    yield from map(_row, later_rows)


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(table_row: BodyBlock) -> Iterator[str]:
    """The cells of a row with their marks; each span lies in one cell."""
    cell_start, span_index = table_row.start, 0
    cell_texts = iter(table_row.text.split("\t"))
    for row_cell in table_row.cells:
        if not row_cell:
            yield ""
            continue
        cell_text = next(cell_texts)
        while not cell_text:
            cell_start, cell_text = cell_start + 1, next(cell_texts)
        first_span = span_index
        while span_index < len(table_row.spans) and table_row.spans[span_index].start < cell_start + len(cell_text):
            span_index += 1
        yield _one_line(inlines(cell_text, cell_start, table_row.spans[first_span:span_index])).replace("|", "\\|")
        cell_start += len(cell_text) + 1


def _front_matter(article: Article) -> Iterator[str]:
    """The fields, a line each, captions a line for each part; texts as JSON has them, which YAML reads, too."""
    byline = article.byline.text if article.byline else None
    for name, value in (("title", article.headline), ("subtitle", article.deck), ("byline", byline)):
        if value:
            yield f"{name}: {_quoted(value)}"
    if article.authors:
        yield f"author: {_list(article.authors)}"
    yield from _pairs("author_urls", ("name", "url"), article.author_urls.items())
    if article.dateline:
        yield f"dateline: {_quoted(article.dateline.text)}"
    if article.published:
        yield f"date: {article.published.isoformat()}"
    yield from _facts(article)
    if article.language:
        yield f"lang: {_quoted(article.language)}"
    yield from _pairs("captions", ("text", "credit"), ((caption.text, caption.credit) for caption in article.captions))
    yield f"generator: {GENERATOR}"


def _facts(article: Article) -> Iterator[str]:
    """What the page says of itself."""
    if article.modified:
        yield f"modified: {article.modified.isoformat()}"
    lead_image = article.image
    fact_texts = {
        "publisher": article.publisher,
        "section": article.section,
        "url": article.url,
        "image": lead_image and lead_image.url,
        "image_caption": lead_image and lead_image.caption,
        "image_credit": lead_image and lead_image.credit,
        "description": article.description,
    }
    yield from (f"{fact_name}: {_quoted(fact_text)}" for fact_name, fact_text in fact_texts.items() if fact_text)
    if article.keywords:
        yield f"keywords: {_list(article.keywords)}"
    answers = {"is_free": article.is_free, "is_complete": article.is_complete}
    yield from (
        f"{fact_name}: {str(fact_answer).lower()}"
        for fact_name, fact_answer in answers.items()
        if fact_answer is not None
    )


def _pairs(name: str, part_names: tuple[str, str], text_pairs: Iterable[tuple[str, str | None]]) -> Iterator[str]:
    """A list of pairs, of which the second part may be missing; nothing where it is empty."""
    for pair_index, (first_text, second_text) in enumerate(text_pairs):
        if not pair_index:
            yield f"{name}:"
        yield f"  - {part_names[0]}: {_quoted(first_text)}"
        if second_text:
            yield f"    {part_names[1]}: {_quoted(second_text)}"


def _list(texts: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, texts))}]"


def _quoted(text: str) -> str:
    """A text in quotation marks; what cannot be seen is written as its code."""
    json_text = json.dumps(text, ensure_ascii=False)
    return "".join(char if char.isprintable() or char > "\uffff" else json.dumps(char)[1:-1] for char in json_text)
