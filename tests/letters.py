"""The forms that one text can have in code points."""

import unicodedata

EXCLUDED = {  # letters that no normal form has, by what they are composed of
    parts: char
    for char in map(chr, range(0xA0, 0x10000))
    if (parts := unicodedata.normalize("NFC", char)) != char and len(parts) > 1
}


def precomposed(text):
    """The text with the letters that keyboards type at once, though NFC takes them apart: U+09DF in Bengali."""
    text = unicodedata.normalize("NFC", text)
    for parts, char in EXCLUDED.items():
        text = text.replace(parts, char)
    return text


FORMS = {
    "composed": lambda text: unicodedata.normalize("NFC", text),
    "apart": lambda text: unicodedata.normalize("NFD", text),
    "precomposed": precomposed,
}
