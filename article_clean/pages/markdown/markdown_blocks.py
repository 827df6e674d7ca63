"""Markdown to what HTML is read to: blocks of text in boxes, and the edits that make their text of the source."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.sentence_ends import ends_sentence
from article_clean.knowledge.word_lists import words
from article_clean.pages.markdown.html_tags import HtmlTag, html_tags
from article_clean.pages.markdown.inline_marks import HARD, IMAGE, OPEN, SOFT, TEXT, Piece, PlacedInline, parser
from article_clean.pages.markdown.shown_blocks import SPANS, MarkdownPage, Shown
from article_clean.pages.walk import INLINE, preformatted_passages

FEWEST_BREAKS = 3  # in paragraphs of a text whose lines are its paragraphs
LEAST_ENDED = 0.6  # of its lines end a sentence; of lines wrapped at a width 5 to 8 of 100 do

_LINE_END = pattern_of(r"\r\n?|\n")
_UNSEEN = words("script style template")
_INLINE = INLINE | {"button"}
_NO_TEXT = pattern_of(r"(?>(?:\d{1,9}[.)]|[-*+#=|:>\s]++)*)")
_DEFINITION = pattern_of(r"(?>(?:\d{1,9}[.)]|[-*+>\s]++)*)\[[^\]]++\]:")
_TITLE = pattern_of(r"[\s>]*+[\"'(]")
_NUMBERED = pattern_of(r"Image \d{1,4}: ")  # what a crawler puts before an image's own text
_LOOSE_MARK = pattern_of(r"\[|\]\([^\s()]*+(?:\s++\"[^\"]*+\")?\)")  # of a link around blocks, on a line of its own
_CLOSERS = "*_~`)\"'"
_LEAVES = words("paragraph_open heading_open fence code_block html_block hr table_open")


def read_blocks(source: str, start: int = 0) -> MarkdownPage:
    """The blocks of a Markdown text.

    Args:
        source: the text.
        start: where it begins, behind the front matter.
    """
    reader = _Reader(source, start)
    reader.read()
    return reader.shown.result()


class _Placed:
    """A block's text as markdown-it has it, and where each part of it stands in the source."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.begins: list[int] = []
        self.sources: list[int] = []

    def add(self, begin: int, source: int) -> None:
        """From `begin` on the text stands in the source from `source` on."""
        self.begins.append(begin)
        self.sources.append(source)

    def spans(self, text_start: int, text_end: int) -> Iterator[tuple[int, int]]:
        """Where text[text_start:text_end] stands in the source."""
        piece_index = max(0, bisect_right(self.begins, text_start) - 1)
        while text_start < text_end and piece_index < len(self.begins):
            piece_end = min(text_end, self.begins[piece_index + 1]) if piece_index + 1 < len(self.begins) else text_end
            source_offset = self.sources[piece_index] + text_start - self.begins[piece_index]
            yield source_offset, source_offset + piece_end - text_start
            text_start, piece_index = piece_end, piece_index + 1


class _Reader:
    """The blocks of markdown-it, read with the lines that they stand on."""

    def __init__(self, source: str, start: int) -> None:
        self.source = source
        self.lines = [*_lines(source, start)]
        self.line = 0  # the first that no block has been read of
        self.cursor = 0  # in the row of a table
        self.shown = Shown(source, start)
        self.md = parser()
        self.env: dict[str, dict[str, object]] = {}
        self.read_as = source.replace("\0", "\N{REPLACEMENT CHARACTER}")  # as CommonMark has it
        lines_text = "\n".join(self.read_as[line_start:line_end] for line_start, line_end in self.lines)
        self.tokens: list[Token] = []
        self.md.block.parse(lines_text, self.md, self.env, self.tokens)
        self.soft = "\n" if _are_paragraphs(self.tokens) else " "

    def read(self) -> None:
        """All blocks, and the lines that are in none: markdown-it leaves out what is nested too deep."""
        for token_index, block_token in enumerate(self.tokens):
            if block_token.map and block_token.type in _LEAVES:
                self.left_out(block_token.map[0])
                self.line = max(self.line, block_token.map[1])
            if block_token.type == "inline":
                self.inline(block_token, self.tokens[token_index - 1])
            elif block_token.type in {"fence", "code_block"}:
                self.code(block_token)
            elif block_token.type == "html_block":
                self.html(self.placed(block_token.content.rstrip("\n"), block_token.map[0] if block_token.map else 0))
            elif not block_token.hidden and block_token.nesting:
                if block_token.nesting > 0:
                    self.shown.open(block_token.tag, int(block_token.attrs.get("start", 1)) - 1)
                else:
                    self.shown.close()
            if block_token.type == "tr_open" and block_token.map:
                self.cursor = self.lines[block_token.map[0]][0]
        self.left_out(len(self.lines))

    def left_out(self, end_line: int) -> None:
        """The lines up to this one that no block has, but for those that show nothing."""
        defined = False
        for line_start, line_end in self.lines[self.line : end_line]:
            line_text = self.source[line_start:line_end]
            if _NO_TEXT.fullmatch(line_text):
                continue
            if self.env.get("references") and (_DEFINITION.match(line_text) or (defined and _TITLE.match(line_text))):
                defined = True
                continue
            self.shown.flush()
            self.shown.show(line_start, line_end)
            self.shown.flush()

    def placed(self, text: str, first_line: int) -> _Placed:
        """A block's text, whose lines are those of the source from the first on, without what markdown-it took off."""
        placed_text = _Placed(text)
        text_offset = 0
        for line_number, text_line in enumerate(text.split("\n"), first_line):
            stripped = text_line.strip()
            if stripped and line_number < len(self.lines):
                line_start, line_end = self.lines[line_number]
                source_offset = self.read_as.rfind(stripped, line_start, line_end)
                placed_text.add(
                    text_offset + len(text_line) - len(text_line.lstrip()),
                    source_offset if source_offset >= 0 else max(line_start, line_end - len(stripped)),
                )
            text_offset += len(text_line) + 1
        return placed_text

    def inline(self, inline_token: Token, previous: Token) -> None:
        """Text with marks, in a paragraph, a heading or a cell."""
        if not inline_token.content or _LOOSE_MARK.fullmatch(inline_token.content):
            return
        if previous.type in {"th_open", "td_open"}:
            placed_text = self.cell(inline_token)
        else:
            placed_text = self.placed(inline_token.content, inline_token.map[0] if inline_token.map else 0)
        inline_parser = self.md.inline
        assert isinstance(inline_parser, PlacedInline)  # noqa: S101
        waiting_image: Piece | None = None
        for inline_piece in inline_parser.pieces(inline_token.content, self.md, self.env):
            if inline_piece.kind == TEXT:
                for shown_start, shown_end in placed_text.spans(inline_piece.start, inline_piece.end):
                    waiting_image = None if self.source[shown_start:shown_end].strip() else waiting_image
                    self.shown.show(shown_start, shown_end)
            elif inline_piece.kind == IMAGE:
                if self.shown.parts:
                    waiting_image = inline_piece
                else:
                    self.caption(inline_piece, placed_text)
            else:
                self.mark(inline_piece)
        self.shown.flush()
        self.shown.end_all()
        if waiting_image:
            self.caption(waiting_image, placed_text)

    def mark(self, mark_piece: Piece) -> None:
        """A break, or the begin or end of a link or of bold text."""
        if mark_piece.kind == SOFT:
            self.shown.part(self.soft)
        elif mark_piece.kind == HARD:
            self.shown.part("\n")
        elif mark_piece.tag in SPANS:
            if mark_piece.kind == OPEN:
                self.shown.begin(mark_piece.tag, mark_piece.target)
            else:
                self.shown.end(mark_piece.tag)

    def caption(self, image: Piece, placed_text: _Placed) -> None:
        """What an image shows, told in words, as a caption; a file's name tells nothing, nor does a linked logo."""
        alt_text = placed_text.text[image.start : image.end]
        number_match = _NUMBERED.match(alt_text)
        alt_start = image.start + (number_match.end() if number_match else 0)
        if " " not in placed_text.text[alt_start : image.end].strip() or self.shown.links:
            return
        self.shown.open("figure")
        self.shown.open("figcaption")
        for shown_start, shown_end in placed_text.spans(alt_start, image.end):
            self.shown.show(shown_start, shown_end)
        self.shown.close()
        self.shown.close()

    def cell(self, cell_token: Token) -> _Placed:
        """The text of a cell, which stands behind the last one in its row; a bar in it is escaped there."""
        placed_text = _Placed(cell_token.content)
        row_end = self.lines[cell_token.map[0]][1] if cell_token.map else 0
        escaped_text = cell_token.content.replace("|", "\\|")
        source_offset = self.read_as.find(escaped_text, self.cursor, row_end)
        if source_offset < 0:
            return placed_text
        self.cursor = source_offset + len(escaped_text)
        part_start = 0
        for cell_part in cell_token.content.split("|"):
            placed_text.add(max(0, part_start - 1), source_offset - (1 if part_start else 0))
            part_start += len(cell_part) + 1
            source_offset += len(cell_part) + 2
        return placed_text

    def code(self, code_token: Token) -> None:
        """Code: a block of lines; of prose each passage is one."""
        first_line = (code_token.map[0] if code_token.map else 0) + (code_token.type == "fence")
        self.shown.open("pre")
        line_start = 0
        placed_text = self.placed(code_token.content.rstrip("\n"), first_line)
        is_prose = len(preformatted_passages(placed_text.text)) > 1
        for code_line in placed_text.text.split("\n"):
            if is_prose and not code_line.strip():
                self.shown.flush()
            line_indent = len(code_line) - len(code_line.lstrip())
            for shown_start, shown_end in placed_text.spans(line_start + line_indent, line_start + len(code_line)):
                self.shown.show(shown_start, shown_end)
                self.shown.part("\n")
            line_start += len(code_line) + 1
        self.shown.close()

    def html(self, placed_text: _Placed) -> None:
        """A block of HTML: its text, a block for each of its elements that is not inline."""
        text_start, open_figures, unseen_tag = 0, 0, ""
        for tag in html_tags(placed_text.text):
            if not unseen_tag:
                self.html_text(placed_text, text_start, tag.start)
            text_start = tag.end
            if unseen_tag:
                unseen_tag = "" if tag.closes and tag.name == unseen_tag else unseen_tag
            elif tag.name in _UNSEEN:
                unseen_tag = "" if tag.closes else tag.name
            elif tag.name == "br":
                self.shown.part("\n")
            elif tag.name and tag.name not in _INLINE:
                self.shown.flush()
                open_figures += self.figure_caption(tag, open_figures)
        if not unseen_tag:
            self.html_text(placed_text, text_start, len(placed_text.text))
        for _ in range(open_figures):
            self.shown.close()
        self.shown.flush()

    def figure_caption(self, tag: HtmlTag, depth: int) -> int:
        """Open or close the box of a caption; by how much deeper it is then."""
        if tag.name != "figcaption" or (tag.closes and not depth):
            return 0
        if tag.closes:
            self.shown.close()
            return -1
        self.shown.open(tag.name)
        return 1

    def html_text(self, placed_text: _Placed, line_start: int, text_end: int) -> None:
        """Text between two tags."""
        for line_index, text_line in enumerate(placed_text.text[line_start:text_end].split("\n")):
            if line_index:
                self.shown.part(" ")
            line_indent = len(text_line) - len(text_line.lstrip())
            for shown_start, shown_end in placed_text.spans(line_start + line_indent, line_start + len(text_line)):
                self.shown.show(shown_start, shown_end)
            line_start += len(text_line) + 1


def _lines(source: str, line_start: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line."""
    for end_match in _LINE_END.finditer(source, line_start):
        yield line_start, end_match.start()
        line_start = end_match.end()
    yield line_start, len(source)


def _are_paragraphs(tokens: Sequence[Token]) -> bool:
    """Whether the lines of a text are paragraphs, which Markdown would join: where most of them end sentences."""
    break_count = sentence_ends = 0
    for token in tokens:
        if token.type != "inline" or "\n" not in token.content:
            continue
        for text_line in token.content.split("\n")[:-1]:
            stripped = text_line.rstrip().rstrip(_CLOSERS)
            break_count += 1
            sentence_ends += bool(stripped) and ends_sentence(stripped)
    return break_count >= FEWEST_BREAKS and sentence_ends >= LEAST_ENDED * break_count
