"""UTF-8 that was read as windows-1252 or latin-1, read again as what it is.

A sequence is decoded exactly: back into the bytes that it was made of, and those as strict UTF-8. That alone is no
proof, for "CAFÉ”" decodes, too. So one sequence must say so by itself: it holds a sign that does not follow a letter
("Ã©", "â€"), stands behind a lower-case letter with a capital in front ("policÃ­a"), or follows another sequence.
Doubtful ones that begin as most mojibake does are read again where such a one stands in the same text.
"""

import re
from collections.abc import Iterator
from itertools import groupby, islice

from article_clean.cleaners.characters import ENCODING, hops, odd
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Edit
from article_clean.core.patterns import pattern_of

LAYERS = 4  # how often one sequence may have been misread; "ÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢" was, three times

_C1 = "".join(map(chr, range(0x80, 0xA0)))
_CP1252 = _C1.encode("latin-1").decode("cp1252", "replace")  # U+FFFD for the five bytes that it leaves open
_AS_BYTES = {ord(char): code for char, code in zip(_CP1252, _C1, strict=True) if char != "\ufffd"}
_AS_PRINTED = {ord(code): "" if char == "\ufffd" else char for char, code in zip(_CP1252, _C1, strict=True)}

_REST = f"[\x80-\xbf{''.join(map(chr, _AS_BYTES))}]"  # a byte 80-BF as either encoding shows it
_AFTER_NO_LETTER = "[¡¢£¤¥¦§¨©ª¬¯±´µ¶¸¼½¾¿€‚ƒ„†‡ˆ‰Š‹ŒŽ˜šœžŸ]"  # of those, what text does not print after Â or â
_SEQUENCE = f"(?:[Â-ß]{_REST}|[à-ï]{_REST}{{2}}|[ð-ô]{_REST}{{3}})"

Piece = tuple[int, str]  # how many characters were misread, and what they are

_LEADS = frozenset(_C1).union(map(chr, range(0xC2, 0xF5)))
# In this and in _FRONT one class comes first: the search for it skips all else.
_GATE = pattern_of(
    f"[\x80-\x9fÂ-ô](?:(?<=[\x80-\x9fÂ])|(?<=[Â-ßâð]){_REST}|(?<=ï)[»¿¬]|(?<=ã)€|{_REST}{{2}}[à-ï]{_REST})"
)
_SEQUENCES = pattern_of(f"{_SEQUENCE}+")
_TELLING = pattern_of(
    f"""
      .*[\x80-\x9f]
    | [ÂÃÄÅ]{_AFTER_NO_LETTER}
    | â{_REST}?{_AFTER_NO_LETTER}
    | ðŸ | ï»¿ | ï¿½ | ã€
    | {_SEQUENCE}{{2}}
    """,
    re.VERBOSE | re.DOTALL,
)
_IN_WORD = pattern_of("[ÄÅ][°²³¹º«»‹›](?=[a-zß-ÿ])")  # no word goes on behind such a mark: "RÄ«ga", "Ä°zmir"
_COMMON = frozenset("ÂÃÄÅÐÑÎÏâ")  # what most mojibake begins with
_FRONT = pattern_of(f"[\x80-\x9fÂ-ô](?:(?<=[\x80-\x9fÂÃ])|(?={_REST}))")
_TORN = pattern_of(
    f"""
      (?P<sequences>{_SEQUENCE}+)
    | (?P<quote>(?<=\\S)â€\ufffd?)  # its last byte, 9D, is none of windows-1252 and was dropped
    | (?P<space>(?<=[a-z0-9.,:;!?)%])Â(?:[ ]|(?=\n)|\\Z))  # its last byte, A0, was made a plain space, or dropped
    | (?P<grave>(?<![A-ZÀ-Þ])Ã(?=[ ]))  # the same
    | (?P<control>(?<![Â-ô\x80-\x9f])[\x80-\x84\x86-\x9f]+)
    """,
    re.VERBOSE,
)


@cleaner("mojibake", stage="characters", role=ENCODING)
def mojibake(doc: Document) -> Iterator[Edit]:
    """UTF-8 read as windows-1252: "isnâ€™t", "FranÃ§ais", "online.Â ".

    Why it goes: nobody wrote these characters. Control characters for quotes, as U+0092 for ’, are read again, too.
    Keeps: Â and Ã in words that have them ("SÃO PAULO", "Ângela", "ROMÂNIA"); a capital before a closing quote or a
    dash ("CAFÉ”", "MAÇÃ”"), though it decodes; what stands alone in quotation marks, where the text is about it.
    """
    odd_characters = doc.fact(odd)
    if odd_characters.kinds.isdisjoint(_LEADS) or not _GATE.search(odd_characters.text):
        return
    is_certain = False
    doubtful_edits: list[Edit] = []
    for torn_match in hops(_FRONT, _TORN, doc.text):
        decoded_pieces = _read_again(torn_match)
        if decoded_pieces is None:
            continue
        if _is_sure(torn_match):
            is_certain = True
            yield from _by_words(torn_match.start(), decoded_pieces)
        elif torn_match[0][0] in _COMMON:
            doubtful_edits += _by_words(torn_match.start(), decoded_pieces)
    if is_certain:
        yield from doubtful_edits


def _by_words(word_start: int, pieces: list[Piece]) -> Iterator[Edit]:
    """The edits that write these pieces: one for each word, each white space, and each other character or run of it.

    A space and the quotation mark beside it in one edit would share their fate: what rewrites one would take both.
    """
    for _, word_pieces in groupby(pieces, lambda piece: _kind(piece[1])):
        lengths, piece_texts = zip(*word_pieces, strict=True)
        word_end = word_start + sum(lengths)
        yield Edit(word_start, word_end, "".join(piece_texts))
        word_start = word_end


def _kind(text: str) -> str:
    if text.isalnum():
        return "a"
    return " " if text.isspace() else text


def _is_sure(torn_match: re.Match[str]) -> bool:
    """Whether these characters say by themselves, or by the letter in front, that they are mojibake."""
    if torn_match.lastgroup != "sequences":
        return torn_match.lastgroup != "grave"
    char_before = torn_match.string[torn_match.start() - 1 : torn_match.start()]
    if torn_match[0].startswith("Â\N{NO-BREAK SPACE}"):
        return not char_before.isupper()  # "ROMÂ" before a no-break space may be a word; Â by itself is none
    if _TELLING.match(torn_match[0]) or _IN_WORD.match(torn_match.string, torn_match.start()):
        return True
    return torn_match[0][0].isupper() and char_before.islower()


def _read_again(match: re.Match[str]) -> list[Piece] | None:
    """What was written; None where these characters cannot be mojibake."""
    match match.lastgroup:
        case "sequences":
            return None if _is_quoted(match) else _decoded(match[0])
        case "quote":
            return [(len(match[0]), "\N{RIGHT DOUBLE QUOTATION MARK}")]
        case "grave":
            return [(1, "à")]
        case "space":
            return [(len(match[0]), match[0][1:])]
        case _:
            printed = match[0].translate(_AS_PRINTED)
            return [(1, torn_character.translate(_AS_PRINTED)) for torn_character in match[0]] if printed else None


def _is_quoted(match: re.Match[str]) -> bool:
    """Whether they stand alone in quotation marks: then the text is about them."""
    char_before = match.string[match.start() - 1 : match.start()]
    char_after = match.string[match.end() : match.end() + 1]
    return bool(char_before and char_after) and char_before in "\"'“‘«" and char_after in "\"'”’»"


def _decoded(sequences: str) -> list[Piece] | None:
    """The characters that were misread, once or up to `LAYERS` times."""
    decoded_text, lengths = sequences, [1] * len(sequences)
    for _ in range(LAYERS):
        try:
            decoded_text = decoded_text.translate(_AS_BYTES).encode("latin-1").decode("utf-8")
        except UnicodeError:
            break
        misread = iter(lengths)
        lengths = [sum(islice(misread, len(character.encode()))) for character in decoded_text]
        if not _SEQUENCES.fullmatch(decoded_text) or not _TELLING.match(decoded_text):
            break
    if decoded_text == sequences:
        return None
    return [(length, character.translate(_AS_PRINTED)) for length, character in zip(lengths, decoded_text, strict=True)]
