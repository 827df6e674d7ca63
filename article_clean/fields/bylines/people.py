"""What the parts of a byline look like: people, their roles, and a paper's name behind a person's."""

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.agencies import is_agency
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.job_titles import is_plain_role, is_role, role_start
from article_clean.knowledge.months import ENGLISH_DAYS, ENGLISH_MONTHS
from article_clean.knowledge.word_lists import word_list

__all__ = ["before_agency", "before_role", "is_person", "is_role", "is_uncased_name", "paired_names", "role_and_name"]

MOST_NAME_WORDS = 5  # "Marie de la Cruz Santos" has five; a longer run of capitals is a title
MOST_UNCASED_WORDS = 4  # of a name in a script without capitals, where nothing else tells it from a sentence
LONGEST_UNCASED = 40
SHORT = 2  # letters: "An", "My" and "To" are names where the others have Vietnamese letters
FEWEST_PAIRS = 3  # four words may be the names of one person: "Juan Carlos Ruiz Prieto"

_NAME_WORD = pattern_of(r"['’]?[^\W\d_]+(?:['’`.-][^\W\d_]+)*\.?$")
_ARTICLE = pattern_of(r"(?:a[dhlnrstz]|e[ln]|bin|ibn|abu|ben|bou|d|dell|dall|l|t)['’-](?=[A-ZÀ-Þ])|['’]t$")
_UNCASED = pattern_of(r"[^\s\d_.,;:!?()\[\]|/@\"«»“”،؛؟।]+$")
_PARTICLES = word_list("name_particle")
_MONTHS = ENGLISH_MONTHS.keys() - {"may", "april", "june", "jan", "august", "mar"}  # without those that are names
_NOT_NAMES = word_list("no_name")


def is_person(text: str, *, shortest: int = 1) -> bool:
    """Whether this could be a person's name: words that begin with capitals, particles between them."""
    words = text.split()
    return (
        shortest <= len(words) <= MOST_NAME_WORDS
        and all(_NAME_WORD.match(word) for word in words)
        and all(word[0].isupper() or word in _PARTICLES or _ARTICLE.match(word) for word in words)
        and not any(word.casefold() in _NOT_NAMES and (text.isascii() or len(word) > SHORT) for word in words)
        and words[0].casefold() not in ENGLISH_DAYS
        and not any(word.casefold() in _MONTHS for word in words)
        and not (words[-1].islower() and not _ARTICLE.match(words[-1]))
    )


def is_uncased_name(text: str) -> bool:
    """Whether this could be a name in a script without capitals: a few words and no mark; only an opener tells."""
    words = text.split()
    return (
        0 < len(words) <= MOST_UNCASED_WORDS
        and len(text) <= LONGEST_UNCASED
        and text.lower() == text.upper()
        and all(map(_UNCASED.match, words))
    )


def paired_names(text: str) -> tuple[str, ...]:
    """The names of a run without separators, "Nora Feldt Piet Osmund", each of two words; () where it is none.

    A name that is printed twice over is given once.
    """
    words = text.split()
    pairs = tuple(" ".join(words[pair_start : pair_start + 2]) for pair_start in range(0, len(words), 2))
    half_length = len(words) // 2
    if half_length and len(words) % 2 == 0 and words[:half_length] == words[half_length:]:
        return (" ".join(words[:half_length]),) if is_person(" ".join(words[:half_length])) else ()
    are_known = (
        len(pairs) >= FEWEST_PAIRS and len(words) % 2 == 0 and all(is_known(pair) and is_person(pair) for pair in pairs)
    )
    return pairs if are_known else ()


def before_role(text: str) -> str:
    """The name in front of a role: "Jane Doe" of "Jane Doe Deputy Editor"; "" where no person stands there."""
    name = text[: role_start(text)].strip()
    if is_person(name, shortest=2):
        return name
    words = name.split()
    first_words = " ".join(words[:2])
    return first_words if is_person(first_words, shortest=2) and is_known(first_words) else ""


def role_and_name(text: str) -> tuple[str, str]:
    """A role and the known name behind it: "Political Editor", "Jane Doe"; "" twice where there is none."""
    words = text.split(" ")
    for name_start in range(len(words) - 2, 0, -1):
        name = " ".join(words[name_start:])
        if is_plain_role(words[name_start - 1]) and is_known(name) and is_person(name, shortest=2):
            return " ".join(words[:name_start]), name
    return "", ""


def before_agency(text: str) -> tuple[str, str]:
    """A name and the agency glued behind it: "Jane Doe", "The Associated Press"; "" twice where there is none."""
    words = text.split()
    for agency_start in range(1, len(words)):
        agency = " ".join(words[agency_start:])
        if is_agency(agency.removeprefix("for ").removeprefix("For ")) and is_person(
            " ".join(words[:agency_start]), shortest=2
        ):
            return " ".join(words[:agency_start]).removesuffix("'s").removesuffix("’s"), agency.removeprefix(
                "for "
            ).removeprefix("For ")
    return "", ""
