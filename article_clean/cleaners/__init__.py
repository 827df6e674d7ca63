"""Every cleaner of the default pipeline, in one table. A new one: write it in its family's file, name it here."""

from article_clean.cleaner import Cleaner

CLEANERS: tuple[Cleaner, ...] = ()
