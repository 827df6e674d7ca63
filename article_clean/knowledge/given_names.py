"""Given names of many countries: what tells "Dental Insurance and Financing Options" from two authors."""

from functools import cache
from pathlib import Path

from article_clean.core.composition import composed

_FILE = Path(__file__).with_name("given_names.txt")
FEWEST_WORDS = 2


@cache
def given_names() -> frozenset[str]:
    """Given names, and the commonest family names of peoples that put them first, in lower case; read once."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def is_known(name: str) -> bool:
    """Whether a name begins with a given name, or has a middle initial: "Nora Feldt", "Xyl B. Quon".

    >>> is_known("Nora Feldt"), is_known("Dental Insurance")
    (True, False)
    """
    name_parts = name.split()
    if len(name_parts) > FEWEST_WORDS and any(_is_initial(name_part) for name_part in name_parts[1:-1]):
        return True
    first_name = composed(next((name_part for name_part in name_parts if not name_part.endswith(".")), "").casefold())
    return bool(first_name) and (first_name in given_names() or first_name.split("-")[0] in given_names())


def _is_initial(part: str) -> bool:
    return part[0].isupper() and part[1:] == "."
