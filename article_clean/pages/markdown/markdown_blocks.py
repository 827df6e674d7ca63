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

    def spans(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where text[start:end] stands in the source."""
        index = max(0, bisect_right(self.begins, start) - 1)
        while start < end and index < len(self.begins):
            piece_end = min(end, self.begins[index + 1]) if index + 1 < len(self.begins) else end
            offset = self.sources[index] + start - self.begins[index]
            yield offset, offset + piece_end - start
            start, index = piece_end, index + 1


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
        text = "\n".join(self.read_as[begin:end] for begin, end in self.lines)
        self.tokens: list[Token] = []
        self.md.block.parse(text, self.md, self.env, self.tokens)
        self.soft = "\n" if _are_paragraphs(self.tokens) else " "

    def read(self) -> None:
        """All blocks, and the lines that are in none: markdown-it leaves out what is nested too deep."""
        for index, token in enumerate(self.tokens):
            if token.map and token.type in _LEAVES:
                self.left_out(token.map[0])
                self.line = max(self.line, token.map[1])
            if token.type == "inline":
                self.inline(token, self.tokens[index - 1])
            elif token.type in {"fence", "code_block"}:
                self.code(token)
            elif token.type == "html_block":
                self.html(self.placed(token.content.rstrip("\n"), token.map[0] if token.map else 0))
            elif not token.hidden and token.nesting:
                if token.nesting > 0:
                    self.shown.open(token.tag, int(token.attrs.get("start", 1)) - 1)
                else:
                    self.shown.close()
            if token.type == "tr_open" and token.map:
                self.cursor = self.lines[token.map[0]][0]
        self.left_out(len(self.lines))

    def left_out(self, end: int) -> None:
        """The lines up to this one that no block has, but for those that show nothing."""
        defined = False
        for begin, stop in self.lines[self.line : end]:
            line = self.source[begin:stop]
            if _NO_TEXT.fullmatch(line):
                continue
            if self.env.get("references") and (_DEFINITION.match(line) or (defined and _TITLE.match(line))):
                defined = True
                continue
            self.shown.flush()
            self.shown.show(begin, stop)
            self.shown.flush()

    def placed(self, text: str, first_line: int) -> _Placed:
        """A block's text, whose lines are those of the source from the first on, without what markdown-it took off."""
        placed_text = _Placed(text)
        begin = 0
        for line_number, line in enumerate(text.split("\n"), first_line):
            stripped = line.strip()
            if stripped and line_number < len(self.lines):
                start, end = self.lines[line_number]
                offset = self.read_as.rfind(stripped, start, end)
                placed_text.add(
                    begin + len(line) - len(line.lstrip()), offset if offset >= 0 else max(start, end - len(stripped))
                )
            begin += len(line) + 1
        return placed_text

    def inline(self, token: Token, previous: Token) -> None:
        """Text with marks, in a paragraph, a heading or a cell."""
        if not token.content or _LOOSE_MARK.fullmatch(token.content):
            return
        if previous.type in {"th_open", "td_open"}:
            placed_text = self.cell(token)
        else:
            placed_text = self.placed(token.content, token.map[0] if token.map else 0)
        inline = self.md.inline
        assert isinstance(inline, PlacedInline)  # noqa: S101
        image: Piece | None = None
        for piece in inline.pieces(token.content, self.md, self.env):
            if piece.kind == TEXT:
                for start, end in placed_text.spans(piece.start, piece.end):
                    image = None if self.source[start:end].strip() else image
                    self.shown.show(start, end)
            elif piece.kind == IMAGE:
                if self.shown.parts:
                    image = piece
                else:
                    self.caption(piece, placed_text)
            else:
                self.mark(piece)
        self.shown.flush()
        self.shown.end_all()
        if image:
            self.caption(image, placed_text)

    def mark(self, piece: Piece) -> None:
        """A break, or the begin or end of a link or of bold text."""
        if piece.kind == SOFT:
            self.shown.part(self.soft)
        elif piece.kind == HARD:
            self.shown.part("\n")
        elif piece.tag in SPANS:
            if piece.kind == OPEN:
                self.shown.begin(piece.tag, piece.target)
            else:
                self.shown.end(piece.tag)

    def caption(self, image: Piece, placed_text: _Placed) -> None:
        """What an image shows, told in words, as a caption; a file's name tells nothing, nor does a linked logo."""
        alt = placed_text.text[image.start : image.end]
        number = _NUMBERED.match(alt)
        start = image.start + (number.end() if number else 0)
        if " " not in placed_text.text[start : image.end].strip() or self.shown.links:
            return
        self.shown.open("figure")
        self.shown.open("figcaption")
        for begin, end in placed_text.spans(start, image.end):
            self.shown.show(begin, end)
        self.shown.close()
        self.shown.close()

    def cell(self, token: Token) -> _Placed:
        """The text of a cell, which stands behind the last one in its row; a bar in it is escaped there."""
        placed_text = _Placed(token.content)
        end = self.lines[token.map[0]][1] if token.map else 0
        escaped_text = token.content.replace("|", "\\|")
        offset = self.read_as.find(escaped_text, self.cursor, end)
        if offset < 0:
            return placed_text
        self.cursor = offset + len(escaped_text)
        begin = 0
        for part in token.content.split("|"):
            placed_text.add(max(0, begin - 1), offset - (1 if begin else 0))
            begin += len(part) + 1
            offset += len(part) + 2
        return placed_text

    def code(self, token: Token) -> None:
        """Code: a block of lines; of prose each passage is one."""
        first_line = (token.map[0] if token.map else 0) + (token.type == "fence")
        self.shown.open("pre")
        begin = 0
        placed_text = self.placed(token.content.rstrip("\n"), first_line)
        is_prose = len(preformatted_passages(placed_text.text)) > 1
        for line in placed_text.text.split("\n"):
            if is_prose and not line.strip():
                self.shown.flush()
            indent = len(line) - len(line.lstrip())
            for start, end in placed_text.spans(begin + indent, begin + len(line)):
                self.shown.show(start, end)
                self.shown.part("\n")
            begin += len(line) + 1
        self.shown.close()

    def html(self, placed_text: _Placed) -> None:
        """A block of HTML: its text, a block for each of its elements that is not inline."""
        text_start, depth, unseen = 0, 0, ""
        for tag in html_tags(placed_text.text):
            if not unseen:
                self.html_text(placed_text, text_start, tag.start)
            text_start = tag.end
            if unseen:
                unseen = "" if tag.closes and tag.name == unseen else unseen
            elif tag.name in _UNSEEN:
                unseen = "" if tag.closes else tag.name
            elif tag.name == "br":
                self.shown.part("\n")
            elif tag.name and tag.name not in _INLINE:
                self.shown.flush()
                depth += self.figure_caption(tag, depth)
        if not unseen:
            self.html_text(placed_text, text_start, len(placed_text.text))
        for _ in range(depth):
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

    def html_text(self, placed_text: _Placed, start: int, end: int) -> None:
        """Text between two tags."""
        for index, line in enumerate(placed_text.text[start:end].split("\n")):
            if index:
                self.shown.part(" ")
            indent = len(line) - len(line.lstrip())
            for begin, stop in placed_text.spans(start + indent, start + len(line)):
                self.shown.show(begin, stop)
            start += len(line) + 1


def _lines(source: str, start: int) -> Iterator[tuple[int, int]]:
    """Start and end of each line."""
    for end in _LINE_END.finditer(source, start):
        yield start, end.start()
        start = end.end()
    yield start, len(source)


def _are_paragraphs(tokens: Sequence[Token]) -> bool:
    """Whether the lines of a text are paragraphs, which Markdown would join: where most of them end sentences."""
    breaks = sentence_ends = 0
    for token in tokens:
        if token.type != "inline" or "\n" not in token.content:
            continue
        for line in token.content.split("\n")[:-1]:
            stripped = line.rstrip().rstrip(_CLOSERS)
            breaks += 1
            sentence_ends += bool(stripped) and ends_sentence(stripped)
    return breaks >= FEWEST_BREAKS and sentence_ends >= LEAST_ENDED * breaks
