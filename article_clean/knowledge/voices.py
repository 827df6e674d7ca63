"""Words that tell to whom a passage speaks, and of what: the reader ("your", "subscribe"), a picture, the author.

They stand in `voices.tsv` by kind and language: common words, put down by hand. They are evidence for a model that
weighs them, so that a word with a second meaning does no harm.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).with_name("voices.tsv")
VOICES = (
    "you", "we", "order", "said", "pronoun", "auxiliary", "photo", "newsletter", "author", "contributor", "rights",
    "social", "related", "video", "advert",
)  # fmt: skip


@cache
def voices() -> Mapping[str, tuple[int, ...]]:
    """For each word the places in `VOICES` of its kinds."""
    places_by_word: dict[str, set[int]] = {}
    for table_line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
        voice_kind, _, words_cell = table_line.split("\t")
        for voice_word in words_cell.split(" "):
            places_by_word.setdefault(voice_word, set()).add(VOICES.index(voice_kind))
    return {voice_word: tuple(sorted(voice_places)) for voice_word, voice_places in places_by_word.items()}
