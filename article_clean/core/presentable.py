"""What a field, a warning or a reason says, as one line that a screen prints and does not obey."""

from article_clean.core.patterns import pattern_of

_BREAKS = pattern_of("[\t-\r\x1c-\x1f\x85\u2028\u2029]+")
_UNSEEN = pattern_of("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069]+")
_OBEYED = pattern_of(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SURROGATE = pattern_of("[\ud800-\udfff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def presentable(text: str) -> str:
    r"""The text on one line, without control characters, and with U+FFFD for each lone surrogate.

    A line break or a tab is a space. Embeddings, overrides and isolates of direction go, balanced or not: a field
    stands alone, so that it needs none around it, and one that is left open turns the text behind it. None of 1,160
    real pages has one in a title. The marks U+200E and U+200F stay. What is presentable already stays as it is.

    >>> presentable("Ferry\n\x1b[31mnow")
    'Ferry [31mnow'
    """
    if text.isprintable():
        return text
    lines = _BREAKS.split(_UNSEEN.sub("", text))
    return encodable(" ".join(filter(None, (line.strip(" ") for line in lines))))


def inert(text: str) -> str:
    """Text of several lines that a terminal does not obey: U+FFFD for each control that is no line break or tab."""
    return text if text.isprintable() else _OBEYED.sub(_REPLACEMENT, text)


def encodable(text: str) -> str:
    """The text with U+FFFD for each lone surrogate, which changes no offset."""
    try:
        text.encode()  # ten times as fast as a search for them
    except UnicodeEncodeError:
        return _SURROGATE.sub(_REPLACEMENT, text)
    return text
