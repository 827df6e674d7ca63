"""Changes of a text that know its structure: lines, words, tags, characters, encodings."""

import re
from collections.abc import Callable
from random import Random

from tests.fuzz import grammar

Mutation = Callable[[str, Random], str]

MAX_CHARS = 6_000  # a longer input finds no more and takes the longer
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"\w+")
_ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "cp1252",
    "cp1251",
    "latin-1",
    "shift-jis",
    "utf-32",
)
_CASES = (str.upper, str.lower, str.title, str.swapcase)


def _place(text: str, rnd: Random) -> int:
    return rnd.randint(0, len(text))


def _span(text: str, rnd: Random) -> tuple[int, int]:
    start = _place(text, rnd)
    return start, min(len(text), start + rnd.choice((1, 1, 2, 5, 20, 100)))


def _match(pattern: re.Pattern[str], text: str, rnd: Random) -> tuple[int, int]:
    """The span of a match, or of nothing at all."""
    matches = list(pattern.finditer(text))
    return rnd.choice(matches).span() if matches else (0, 0)


def insert_piece(text: str, rnd: Random) -> str:
    """A word, an odd character, an entity at some place."""
    place = _place(text, rnd)
    return text[:place] + grammar.piece(rnd) + text[place:]


def insert_often(text: str, rnd: Random) -> str:
    """The same odd character at many places."""
    odd = rnd.choice(grammar.ODD)
    return "".join(char + odd if rnd.random() < 0.03 else char for char in text)


def delete_span(text: str, rnd: Random) -> str:
    """Some characters less."""
    start, end = _span(text, rnd)
    return text[:start] + text[end:]


def double_span(text: str, rnd: Random) -> str:
    """Some characters twice or often."""
    start, end = _span(text, rnd)
    return text[:end] + text[start:end] * rnd.choice((1, 1, 1, 3, 30)) + text[end:]


def move_span(text: str, rnd: Random) -> str:
    """Some characters elsewhere."""
    start, end = _span(text, rnd)
    rest = text[:start] + text[end:]
    place = _place(rest, rnd)
    return rest[:place] + text[start:end] + rest[place:]


def splice_text(text: str, rnd: Random) -> str:
    """The beginning of this and the end of a fixture."""
    fixture = rnd.choice(grammar.fixture_texts())
    return text[: _place(text, rnd)] + fixture[_place(fixture, rnd) :]


def insert_line(text: str, rnd: Random) -> str:
    """A line more."""
    lines = text.split("\n")
    lines.insert(rnd.randint(0, len(lines)), grammar.line(rnd))
    return "\n".join(lines)


def delete_line(text: str, rnd: Random) -> str:
    """A line less."""
    lines = text.split("\n")
    del lines[rnd.randrange(len(lines))]
    return "\n".join(lines)


def double_line(text: str, rnd: Random) -> str:
    """A line twice, the second anywhere."""
    lines = text.split("\n")
    lines.insert(rnd.randint(0, len(lines)), rnd.choice(lines))
    return "\n".join(lines)


def shuffle_lines(text: str, rnd: Random) -> str:
    """All lines in another order."""
    lines = text.split("\n")
    rnd.shuffle(lines)
    return "\n".join(lines)


def change_breaks(text: str, rnd: Random) -> str:
    """Line breaks lost, made spaces, or doubled."""
    breaks = ("", " ", "\n\n", "\r\n", "\u2028")
    return "".join(rnd.choice(breaks) if char == "\n" and rnd.random() < 0.3 else char for char in text)


def break_words(text: str, rnd: Random) -> str:
    """Line breaks for spaces, all or some."""
    share = rnd.choice((0.05, 0.2, 1))
    return "".join("\n" if char == " " and rnd.random() < share else char for char in text)


def change_case(text: str, rnd: Random) -> str:
    """Another case, all over or in a span."""
    start, end = rnd.choice(((0, len(text)), _span(text, rnd)))
    return text[:start] + rnd.choice(_CASES)(text[start:end]) + text[end:]


def change_word(text: str, rnd: Random) -> str:
    """A word replaced by a piece."""
    start, end = _match(_WORD, text, rnd)
    return text[:start] + grammar.piece(rnd) + text[end:]


def delete_tag(text: str, rnd: Random) -> str:
    """A tag less, or without its first or last character."""
    start, end = _match(_TAG, text, rnd)
    return text[:start] + rnd.choice(("", text[start:end][:-1], text[start:end][1:])) + text[end:]


def insert_element(text: str, rnd: Random) -> str:
    """An element more, behind some tag."""
    _, end = _match(_TAG, text, rnd)
    return text[:end] + grammar.element(rnd) + text[end:]


def copy_tag(text: str, rnd: Random) -> str:
    """One tag in the place of another."""
    (start, end), (first, last) = _match(_TAG, text, rnd), _match(_TAG, text, rnd)
    return text[:start] + text[first:last] + text[end:]


def mistake_encoding(text: str, rnd: Random) -> str:
    """Read in another encoding than it was written in: mojibake."""
    start, end = rnd.choice(((0, len(text)), _span(text, rnd)))
    read = text[start:end].encode("utf-8", "replace").decode(rnd.choice(("cp1252", "latin-1", "cp1251")), "replace")
    return text[:start] + read + text[end:]


def cut_off(text: str, rnd: Random) -> str:
    """The end lost."""
    return text[: _place(text, rnd)]


MUTATIONS: tuple[Mutation, ...] = (
    insert_piece,
    insert_piece,
    insert_often,
    delete_span,
    double_span,
    move_span,
    splice_text,
    insert_line,
    delete_line,
    double_line,
    shuffle_lines,
    change_breaks,
    break_words,
    change_case,
    change_word,
    delete_tag,
    insert_element,
    copy_tag,
    mistake_encoding,
    cut_off,
)


def mutated(text: str, rnd: Random) -> str:
    """The text after one to eight mutations."""
    for _ in range(rnd.choice((1, 1, 2, 3, 5, 8))):
        text = rnd.choice(MUTATIONS)(text, rnd)[:MAX_CHARS]
    return text


def as_bytes(text: str, rnd: Random) -> bytes:
    """The text in some encoding, now and then with bytes changed or cut off."""
    raw = bytearray(text.encode(rnd.choice(_ENCODINGS), "replace"))
    for _ in range(rnd.choice((0, 0, 1, 5)) if raw else 0):
        raw[rnd.randrange(len(raw))] = rnd.randrange(256)
    return bytes(raw[: rnd.choice((len(raw), len(raw), rnd.randint(0, len(raw))))])
