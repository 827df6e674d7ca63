"""What the parts of a byline look like: people, their roles, and a paper's name behind a person's."""

import re

from article_clean.fields.agencies import is_agency
from article_clean.fields.months import ENGLISH_DAYS, ENGLISH_MONTHS
from article_clean.fields.words import words

MOST_NAME_WORDS = 5  # "Marie de la Cruz Santos" has five; a longer run of capitals is a title

_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’`.-][^\W\d_]+)*\.?$")
_PARTICLES = words("de der van von den da do dos das di del della la le du al el bin ibn ter ten zu af av y e ap")
_ROLES = words("""
    editor editors reporter reporters correspondent correspondents writer writers columnist columnists journalist
    contributor contributors director manager officer producer analyst critic dietitian expert founder co-founder
    ceo cto coo chief senior sr. staff deputy associate assistant political parliamentary wellness money sports
    features foreign national science technology investigations head president professor author fellow specialist
    strategist blogger host featured contributing executive marketing operations photographer illustrator gardener
    owner attorney redakteur redakteurin korrespondent korrespondentin reporterin journalistin volontär
    chefredakteur periodista redactor redactora corresponsal rédacteur rédactrice correspondant correspondante
    redattore giornalista redaktør redaktor dziennikarz wartawan jurnalis
""")
_NOT_NAMES = words("""
    the a an this that these those our your my their his her its it we you they i industry manufacturer
    functionality category type brand price location topic date default design contrast comparison definition law
    nature product service model region country state subject author authors size year month chance accident mistake
    hand far then now email phone mail advertisement sponsored photo photos image images video credit source getty
    association more all others link list directory straps information reading news home about contact menu search
    top best read watch live latest related what when where why how who if in on at for from to and or of with
    without is are was not no yes new how-to guide guides tips review reviews recipe recipes store shop free summary
    contents table introduction background overview abstract conclusion facts takeaways products services company
    city county party group team world market
""")


def is_person(text: str, *, shortest: int = 1) -> bool:
    """Whether this could be a person's name: words that begin with capitals, particles between them."""
    words = text.split()
    return (
        shortest <= len(words) <= MOST_NAME_WORDS
        and all(_NAME_WORD.match(word) for word in words)
        and all(word[0].isupper() or word in _PARTICLES for word in words)
        and not any(word.casefold() in _NOT_NAMES for word in words)
        and words[0].casefold() not in ENGLISH_DAYS
        and words[0].casefold() not in ENGLISH_MONTHS.keys() - {"may", "april", "june", "jan", "august", "mar"}
        and not words[-1].islower()
    )


def is_role(text: str) -> bool:
    """Whether a role is named: "Political Correspondent", "Chief Technology Officer"."""
    return any(word.casefold().strip(".,") in _ROLES for word in text.split())


def before_role(text: str) -> str:
    """The name in front of a role: "Jane Doe" of "Jane Doe Deputy Editor"; "" where no person stands there."""
    words = text.split()
    first = next((n for n, word in enumerate(words) if word.casefold().strip(".,") in _ROLES), 0)
    name = " ".join(words[:first])
    return name if is_person(name, shortest=2) else ""


def before_agency(text: str) -> tuple[str, str]:
    """A name and the agency glued behind it: "Jane Doe", "The Associated Press"; "" twice where there is none."""
    words = text.split()
    for n in range(1, len(words)):
        agency = " ".join(words[n:])
        if is_agency(agency.removeprefix("for ").removeprefix("For ")) and is_person(" ".join(words[:n]), shortest=2):
            return " ".join(words[:n]).removesuffix("'s").removesuffix("’s"), agency.removeprefix("for ").removeprefix(
                "For "
            )
    return "", ""
