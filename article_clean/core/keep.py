"""What stays in the body although it is found: captions, comments, tables, fields, the source's own typography."""

from collections.abc import Iterable, Sequence
from typing import Literal, get_args

from article_clean.core.arguments import refuse
from article_clean.core.edits import Edit

KeepName = Literal["captions", "comments", "tables", "headline", "deck", "byline", "dateline", "typography"]
KEEP_NAMES: tuple[KeepName, ...] = get_args(KeepName)
TABLE = "table"  # the role of a table's row that the page's model finds no part of the article
TYPOGRAPHY = "typography"  # the role of characters that only look different

_ROLES_OF = {"captions": ("caption", "credit"), "tables": (TABLE,)}  # of what each name keeps; others are roles
_CONTROLS = frozenset({"comment_trailers", "comment_heading"})  # take what asks for comments, and no comment


def checked_keep(keep: object) -> tuple[KeepName, ...]:
    """The names of what shall stay, each once, in the order of `KEEP_NAMES`.

    Raises:
        ArgumentError: it is one string, or holds something else than these names.
    """
    if isinstance(keep, str) or not isinstance(keep, Iterable):
        refuse("keep", keep, f"a tuple of names, such as ('captions',); they are {', '.join(KEEP_NAMES)}")
    names = [*keep]
    for name in names:
        if name not in KEEP_NAMES:
            refuse("a name in keep", name, f"one of {', '.join(map(repr, KEEP_NAMES))}")
    return tuple(name for name in KEEP_NAMES if name in names)


def is_kept(role: str, keep: Sequence[KeepName]) -> bool:
    """Whether what has this role shall stay."""
    return any(role in _ROLES_OF.get(name, (name,)) for name in keep)


def stays(edit: Edit, keep: Sequence[KeepName]) -> bool:
    """Whether the passage that an edit takes shall stay; lines such as "Leave a reply" are no comments."""
    return is_kept(edit.role, keep) and edit.cleaner not in _CONTROLS
