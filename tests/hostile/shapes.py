"""How a hostile input is built: a piece repeated, nested or put in a frame until it has so many characters.

A `#` in a piece is its number, so that no two pieces are alike and nothing that remembers strings helps.
"""

from collections.abc import Callable

Make = Callable[[int], str | bytes]  # the input of about so many characters

SAID = "The ferry left the quay at six, said Ada Quill, the harbour master of Port Ellery. "
STORY = "".join(f"<p>{n}. {SAID * 3}</p>" for n in range(6))


def filled(piece: str, before: str = "", after: str = "") -> Make:
    """`before`, the piece over and over, `after`."""

    def make(length: int) -> str:
        if "#" not in piece:
            return before + piece * (length // len(piece) + 1) + after
        number = length // (len(piece) + len(str(length // len(piece))) - 1) + 1
        return before + "".join(piece.replace("#", str(n)) for n in range(number)) + after

    return make


def nested(opening: str, closing: str, before: str = "", after: str = "", middle: str = SAID) -> Make:
    """`opening` over and over, something in the middle, and `closing` as often."""

    def make(length: int) -> str:
        depth = length // (len(opening) + len(closing)) + 1
        return before + opening * depth + middle + closing * depth + after

    return make


def page(piece: str) -> Make:
    """A page with a story, and the piece over and over in its body."""
    return filled(piece, "<!DOCTYPE html><html><body><article>", f"{STORY}</article></body></html>")


def head(piece: str, before: str = "", after: str = "") -> Make:
    """A page with a story, and the piece over and over in its head."""
    ending = f"{after}</head><body><h1>Ferry stays</h1><article>{STORY}</article></body></html>"
    return filled(piece, f"<!DOCTYPE html><html><head>{before}", ending)


def story(piece: str, before: str = "") -> Make:
    """A plain text: a headline, a byline, three paragraphs, and between them the piece over and over."""
    opening = f"Ferry stays at its pier\n\nBy Ada Quill\n\n{SAID * 2}\n\n{before}"
    return filled(piece, opening, f"\n\n{SAID * 2}\n\n{SAID * 2}")


def encoded(make: Make, encoding: str) -> Make:
    """The bytes of another family's input."""
    return lambda length: make(length).encode(encoding, "replace")
