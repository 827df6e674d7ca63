"""The letters of a pattern: one character for each class of characters that no part of it tells apart."""

import re
from collections.abc import Callable, Iterator
from re import _constants as op

GENERIC = "azAZ09_ \n\t\x00.,:;-'\"()<>/!@é\N{EN DASH}É中あ가\N{ARABIC LETTER ALEF}Яя€\xa0\x85\u2028"
WORD = re.compile(r"\w")
READING = (op.LITERAL, op.NOT_LITERAL, op.ANY, op.IN)


def key(code, value, flags: int):
    """What tells one part of a pattern that reads a character from another."""
    ours = flags & (re.IGNORECASE | re.DOTALL | re.ASCII)
    return (str(code), str(value), ours)


def alphabet(tree, flags: int) -> tuple[str, dict[object, int]]:
    """One character for each class of characters that no part of the pattern tells apart, and the parts' letters."""
    classes = {key(*one): _predicate(*one) for one in _reading(tree, flags)}
    characters = dict.fromkeys(GENERIC)
    for code, value, _ in _reading(tree, flags):
        characters |= dict.fromkeys(_named(code, value))
    extra = (lambda char: WORD.match(char) is not None, lambda char: char == "\n")
    signatures: dict[tuple[bool, ...], str] = {}
    for char in characters:
        signature = tuple(holds(char) for holds in (*classes.values(), *extra))
        signatures.setdefault(signature, char)
    letters = "".join(signatures.values())
    sets = {
        part: sum(1 << k for k, signature in enumerate(signatures) if signature[n]) for n, part in enumerate(classes)
    }
    sets[key(op.ANY, None, flags | re.DOTALL)] = (1 << len(letters)) - 1  # what a back reference reads
    return letters, sets


def _reading(items, flags: int) -> Iterator[tuple[object, object, int]]:
    for code, value in items:
        if code in READING:
            yield code, value, flags
        elif code is op.BRANCH:
            for branch in value[1]:
                yield from _reading(branch, flags)
        elif code is op.SUBPATTERN:
            yield from _reading(value[3], (flags | value[1]) & ~value[2])
        elif code in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from _reading(value[2], flags)
        elif code is op.ATOMIC_GROUP:
            yield from _reading(value, flags)
        elif code in (op.ASSERT, op.ASSERT_NOT):
            yield from _reading(value[1], flags)
        elif code is op.GROUPREF_EXISTS:
            yield from _reading(value[1], flags)
            yield from _reading(value[2] or [], flags)


CATEGORIES = {
    op.CATEGORY_DIGIT: r"\d", op.CATEGORY_NOT_DIGIT: r"\D", op.CATEGORY_SPACE: r"\s", op.CATEGORY_NOT_SPACE: r"\S",
    op.CATEGORY_WORD: r"\w", op.CATEGORY_NOT_WORD: r"\W",
}  # fmt: skip


def _named(code, value) -> Iterator[str]:
    if code in (op.LITERAL, op.NOT_LITERAL):
        numbers = [value]
    elif code is op.IN:
        numbers = []
        for kind, item in value:
            if kind is op.LITERAL:
                numbers.append(item)
            elif kind is op.RANGE:
                numbers += [item[0] - 1, item[0], (item[0] + item[1]) // 2, item[1], item[1] + 1]
    else:
        numbers = []
    for number in numbers:
        if 0 <= number < 0x110000 and not 0xD800 <= number < 0xE000:
            yield chr(number)
            for other in (chr(number).lower(), chr(number).upper()):
                if len(other) == 1:
                    yield other


def _predicate(code, value, flags: int) -> Callable[[str], bool]:
    source = _source(code, value)
    compiled = re.compile(source, flags & (re.IGNORECASE | re.DOTALL))
    return lambda char: compiled.match(char) is not None


def _source(code, value) -> str:
    if code is op.ANY:
        return "."
    if code in (op.LITERAL, op.NOT_LITERAL):
        return f"[{'^' if code is op.NOT_LITERAL else ''}\\U{value:08x}]"
    inside = ""
    for kind, item in value:
        if kind is op.NEGATE:
            inside = "^" + inside
        elif kind is op.LITERAL:
            inside += f"\\U{item:08x}"
        elif kind is op.RANGE:
            inside += f"\\U{item[0]:08x}-\\U{item[1]:08x}"
        else:
            inside += CATEGORIES[item]
    return f"[{inside}]"
