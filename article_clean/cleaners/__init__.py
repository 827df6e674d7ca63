"""Every cleaner of the default pipeline, in one table. A new one: write it in its family's file, name it here."""

from article_clean.cleaner import Cleaner
from article_clean.cleaners.characters import entities, invisible_characters, ligatures, newlines, odd_spaces
from article_clean.cleaners.mojibake import mojibake
from article_clean.cleaners.quotes import lost_spaces, smart_quotes

CLEANERS: tuple[Cleaner, ...] = (
    newlines,
    odd_spaces,
    invisible_characters,
    entities,
    ligatures,
    mojibake,
    lost_spaces,
    smart_quotes,
)
