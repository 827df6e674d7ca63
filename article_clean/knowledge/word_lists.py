"""Word lists as blocks of text, which read better than one literal a word."""


def words(block: str) -> frozenset[str]:
    """The words of a block, separated by white space.

    >>> sorted(words("by von"))
    ['by', 'von']
    """
    return frozenset(block.split())


def names(block: str) -> frozenset[str]:
    """The names of a block, separated by commas, folded for look-ups.

    >>> sorted(names("New York, Lima"))
    ['lima', 'new york']
    """
    return frozenset(" ".join(name.split()).casefold() for name in block.split(",") if name.strip())
