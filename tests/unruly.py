"""A cleaner that does what a plug-in should not, where the text says so."""

import os

from article_clean import cleaner


@cleaner("unruly", stage="boilerplate")
def unruly(doc):
    """What a text orders it to do."""
    while "HANG" in doc.text:
        pass
    if "DIE" in doc.text:
        os._exit(9)
    if "BAD" in doc.text:
        message = "it is bad"
        raise ValueError(message)
    if "PRINT" in doc.text:
        print("nobody asked for this")  # noqa: T201  # on purpose
    return []
