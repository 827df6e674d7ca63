"""The inline marks of Markdown with their places: the rules are markdown-it's, the loop around them keeps offsets.

markdown-it says on which lines a block stands, and nothing of where a link or a bold word does. Its inline rules move
one position along the text; what each of them passed over is what it read.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt, rules_inline
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

TEXT, SOFT, HARD, OPEN, CLOSE, IMAGE = range(6)  # what a piece is: shown as it stands, a break, a mark, an image

_TAGS = {"strong": "strong", "b": "strong", "em": "em", "i": "em", "code": "code"}  # of HTML amid Markdown


class Piece(NamedTuple):
    """A piece of a block's text.

    Attributes:
        kind: `TEXT`, `SOFT`, `HARD`, `OPEN`, `CLOSE` or `IMAGE`.
        start: its first code point.
        end: the first code point after it.
        tag: of a mark that opens or closes "a", "strong", "em", "s" or "code".
        target: where a link leads; of an image its title.
    """

    kind: int
    start: int
    end: int
    tag: str = ""
    target: str = ""


class _Mark(NamedTuple):
    """A character of emphasis: its token says what it means when the text has been read."""

    start: int
    token: Token

    def settled(self) -> Piece:
        """As what it turned out to be."""
        mark_start, mark_token = self
        if mark_token.nesting:
            return Piece(
                OPEN if mark_token.nesting > 0 else CLOSE,
                mark_start,
                mark_start + len(mark_token.markup),
                mark_token.tag,
            )
        return Piece(TEXT, mark_start, mark_start + len(mark_token.content))


class _State(StateInline):
    """A text that is being read, with the pieces that were passed over."""

    def __init__(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> None:  # Any: markdown-it's
        super().__init__(src, md, env, tokens)
        self.pieces: list[Piece | _Mark] = []

    def show(self, text_start: int, text_end: int) -> None:
        """Text that is shown as it stands."""
        last_piece = self.pieces[-1] if self.pieces else None
        if isinstance(last_piece, Piece) and last_piece.kind == TEXT and last_piece.end == text_start:
            self.pieces[-1] = Piece(TEXT, last_piece.start, text_end)
        elif text_start < text_end:
            self.pieces.append(Piece(TEXT, text_start, text_end))

    def settled(self) -> Iterator[Piece]:
        """The pieces, in order; nothing is left of a character that others took with them."""
        for piece in self.pieces:
            yield piece if isinstance(piece, Piece) else piece.settled()


class PlacedInline(ParserInline):
    """markdown-it's parser of inline marks, whose states keep pieces."""

    def pieces(self, text: str, md: MarkdownIt, env: Any) -> Iterator[Piece]:  # Any: markdown-it's
        """The pieces of a block's text, in order."""
        state = _State(text, md, env, [])
        self._read(state)
        return state.settled()

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """As markdown-it calls it for the text of an image."""
        state = _State(src, md, env, tokens)
        self._read(state)
        return state.tokens

    def _read(self, state: _State) -> None:
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)

    def tokenize(self, state: StateInline) -> None:
        """Read what lies between the state's position and its end.

        Each rule begins with a character of its own, so that the others need not be asked.
        """
        source_text, source_end, deepest = state.src, state.posMax, state.md.options["maxNesting"]
        placed_state = state if isinstance(state, _State) else _State(source_text, state.md, state.env, [])
        find_mark = self.terminator_re.search
        while state.pos < source_end:
            mark_start = state.pos
            mark_rules = _RULES.get(source_text[mark_start], ()) if state.level < deepest else ()
            if not mark_rules:
                mark_match = find_mark(source_text, mark_start + 1)  # a mark that no rule begins with is text
                state.pos = min(source_end, mark_match.start()) if mark_match else source_end
                state.append_pending(source_text[mark_start : state.pos])
                placed_state.show(mark_start, state.pos)
                continue
            token_count, piece_count = len(state.tokens), len(placed_state.pieces)
            for mark_rule, keep_piece in mark_rules:
                if mark_rule(state, False):
                    keep_piece(placed_state, mark_start, token_count, piece_count)
                    break
            else:
                state.append_pending(source_text[mark_start])
                state.pos += 1
                placed_state.show(mark_start, state.pos)
        if state.pending:
            state.pushPending()


def _keep_text(state: _State, start: int, _count: int, _pieces: int) -> None:
    state.show(start, state.pos)


def _keep_break(state: _State, break_start: int, _count: int, _pieces: int) -> None:
    last_piece = state.pieces[-1] if state.pieces else None
    if isinstance(last_piece, Piece) and last_piece.kind == TEXT and last_piece.end == break_start:
        state.pieces[-1] = last_piece._replace(
            end=last_piece.start + len(state.src[last_piece.start : break_start].rstrip(" "))
        )
    state.pieces.append(Piece(HARD if state.tokens[-1].type == "hardbreak" else SOFT, break_start, state.pos))


def _keep_escape(state: _State, start: int, _count: int, _pieces: int) -> None:
    escape_token = state.tokens[-1]
    if escape_token.type == "hardbreak":
        state.pieces.append(Piece(HARD, start, state.pos))
    else:
        state.show(state.pos - len(escape_token.content), state.pos)


def _keep_code(state: _State, mark_start: int, token_count: int, _pieces: int) -> None:
    code_token = state.tokens[-1] if len(state.tokens) > token_count else None
    if code_token is None or code_token.type != "code_inline":
        state.show(mark_start, state.pos)
        return
    line_start, code_end = mark_start + len(code_token.markup), state.pos - len(code_token.markup)
    state.pieces.append(Piece(OPEN, mark_start, line_start, "code"))
    edge_width = (code_end - line_start - len(code_token.content)) // 2
    line_start, code_end = line_start + edge_width, code_end - edge_width
    for line_index, code_line in enumerate(state.src[line_start:code_end].split("\n")):
        if line_index:  # the break that the first line may stand behind is stripped, as a space would be
            state.pieces.append(Piece(SOFT, line_start - 1, line_start))
        state.show(line_start, line_start + len(code_line))
        line_start += len(code_line) + 1
    state.pieces.append(Piece(CLOSE, state.pos, state.pos, "code"))


def _keep_marks(state: _State, mark_start: int, token_count: int, _pieces: int) -> None:
    """The run of emphasis; the tokens of what stood before it were pushed with it."""
    mark_tokens = [
        mark_token
        for mark_token in state.tokens[token_count:]
        if not mark_token.content.strip("*_~") and mark_token.content
    ]
    run_length = state.pos - mark_start
    while sum(len(mark_token.content) for mark_token in mark_tokens) > run_length:
        mark_tokens.pop(0)
    for mark_token in mark_tokens:
        state.pieces.append(_Mark(mark_start, mark_token))
        mark_start += len(mark_token.content)


def _keep_link(state: _State, mark_start: int, token_count: int, piece_count: int) -> None:
    link_token = next(pushed_token for pushed_token in state.tokens[token_count:] if pushed_token.type == "link_open")
    link_address = str(link_token.attrs.get("href", ""))
    state.pieces.insert(piece_count, Piece(OPEN, mark_start, mark_start + 1, "a", link_address))
    state.pieces.append(Piece(CLOSE, state.pos, state.pos, "a"))


def _keep_image(state: _State, mark_start: int, _count: int, _pieces: int) -> None:
    image_token = state.tokens[-1]
    text_start = mark_start + len("![")
    image_piece = Piece(
        IMAGE, text_start, text_start + len(image_token.content), "img", str(image_token.attrs.get("title", ""))
    )
    state.pieces.append(image_piece)


def _keep_address(state: _State, mark_start: int, token_count: int, _pieces: int) -> None:
    link_token = next(pushed_token for pushed_token in state.tokens[token_count:] if pushed_token.type == "link_open")
    state.pieces.append(Piece(OPEN, mark_start, mark_start + 1, "a", str(link_token.attrs.get("href", ""))))
    state.pieces.append(Piece(TEXT, mark_start + 1, state.pos - 1))
    state.pieces.append(Piece(CLOSE, state.pos - 1, state.pos, "a"))


def _keep_tag(state: _State, tag_start: int, _count: int, _pieces: int) -> None:
    tag_text = state.src[tag_start : state.pos]
    tag_name = tag_text.strip("</>").split(maxsplit=1)[0].lower() if tag_text.strip("</>").strip() else ""
    if tag_name == "br":
        state.pieces.append(Piece(HARD, tag_start, state.pos))
    elif tag_name in _TAGS:
        piece_kind = CLOSE if tag_text.startswith("</") else OPEN
        state.pieces.append(Piece(piece_kind, tag_start, state.pos, _TAGS[tag_name]))


_Keep = Callable[[_State, int, int, int], None]
_Rule = Callable[[StateInline, bool], bool]
_RULES: Mapping[str, tuple[tuple[_Rule, _Keep], ...]] = {  # by the character that each begins with
    "\n": ((rules_inline.newline, _keep_break),),
    "\\": ((rules_inline.escape, _keep_escape),),
    "`": ((rules_inline.backtick, _keep_code),),
    "*": ((rules_inline.emphasis.tokenize, _keep_marks),),
    "_": ((rules_inline.emphasis.tokenize, _keep_marks),),
    "~": ((rules_inline.strikethrough.tokenize, _keep_marks),),
    "[": ((rules_inline.link, _keep_link),),
    "!": ((rules_inline.image, _keep_image),),
    "<": ((rules_inline.autolink, _keep_address), (rules_inline.html_inline, _keep_tag)),
    "&": ((rules_inline.entity, _keep_text),),
}


class _Parser(MarkdownIt):
    """markdown-it for which all addresses are those of links, as they are written: the marks of none are text."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # markdown-it's name
        """The address as it stands."""
        return url

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802
        """That it may be one, "javascript:" too."""
        return True


@cache
def parser() -> MarkdownIt:
    """markdown-it with tables and struck text, whose inline parser keeps places."""
    markdown_parser = _Parser("commonmark")
    markdown_parser.inline = PlacedInline()
    markdown_parser.configure("commonmark")
    markdown_parser.enable(["table", "strikethrough"])
    markdown_parser.inline.ruler2.disable("fragments_join")  # it gives the text of many tokens to one
    return markdown_parser
