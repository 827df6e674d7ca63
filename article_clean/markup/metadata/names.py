"""Strings that name authors, as metadata gives them, cut into people, agencies and organisations."""

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from article_clean.fields.agencies import is_agency, is_newsroom
from article_clean.fields.people import before_agency, before_role, is_person, is_role
from article_clean.fields.words import names, words
from article_clean.markup.metadata.sites import squeezed

LONGEST_NAME = 60
MOST_NAME_WORDS = 6

_OPENER = re.compile(
    r"(?:(?:written |posted |reported |words |story |text |article |published |authored |presented )?by|von|por|par"
    r"|autor(?:in)?|author|auteur|penulis|text|texte|texto|автор|foto|oleh)(?: ?:\s*|\s+)(?=\S)",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"\s*[,;|/&•·、،()\[\]]\s*(?:(?:and|und|et|y|e) )?|\s+[-–—]+\s+|\s*—\s*"
    r"|\s+(?:and|und|et|y|e|og|och|en|with|mit|con|avec|dan|и|та|for|edited by)\s+",
    re.IGNORECASE,
)
_CREDENTIAL = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.?){1,4}[®*]?$")
_DEGREES = names("""
    PhD, Ph.D., Ph.D, MD, M.D., MS, M.S., RD, RDN, LDN, MPH, M.P.H., MBA, M.B.A., JD, J.D., DVM, DDS, DO, RN, BSN, MSN,
    NP, CFP, CFP®, CPA, CPT, CSCS, FAND, MSc, BSc, BA, MA, M.A., EdD, PsyD, PharmD, DPT, LMFT, LCSW, CDCES, CNS, CEPF®,
    CFA, PSP, CPP, DACVB, FACLM, MSW, LPC, DC, ND, FACP, FAAP, Esq., CISSP, PE, P.E., BS, B.S., LVT, VMD, FOMA, DABOM,
    RYT, FACS
""")
_SUFFIXES = names("Jr., Jr, Sr., Sr, II, III, IV")
_PLACEHOLDERS = names("""
    admin, administrator, administrador, adminn, webmaster, web master, editor, editors, editorial, editorial team,
    editorial staff, editorial board, the editors, the editorial team, staff, staff writer, staff writers,
    staff reporter, staff reporters, staff report, our staff, guest, guest author, guest post, guest writer,
    guest contributor, contributor, contributors, contributing writer, author, authors, author name, anonymous, unknown,
    user, root, default, test, none, null, undefined, n/a, na, newsroom, news desk, newsdesk, web desk, online desk,
    desk, redaktion, die redaktion, redacción, redaccion, la redacción, redação, da redação, redazione, la redazione,
    rédaction, la rédaction, redactie, redakcja, redakce, redaksi, redaktionen, toimitus, reporter, correspondent, team,
    the team, content team, marketing, marketing team, press release, wordpress, by, name, view all posts, posts,
    read more, learn more, follow, share, see all, more, about the author, website, twitter, facebook, linkedin,
    instagram, email, super user, site admin, news agencies, agencies, agency, agencias, agenturen
""")
_NOT_A_NAME = re.compile(r"[@#<>{}_=\d]|https?:|www\.", re.IGNORECASE)
_ORGANISATION = words("""
    news newspaper magazine staff team desk bureau editors editorial redaktion redaktionen redacción redazione rédaction
    redação newsroom media press agency agencies times post tribune herald gazette inc inc. llc ltd ltd. gmbh company
    corp university institute department ministry association foundation society council committee center centre
    network group online digital tv radio television zeitung nachrichten blog wire office studio studios agentur verlag
    services service
""")


class Names(NamedTuple):
    """Who is named: people, news agencies, and other organisations."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()


def read_names(text: str, sites: Collection[str] = (), *, organisation: bool = False) -> Names:
    """The names in one string of metadata.

    Args:
        text: plain text, "By Jane Doe and John Roe, The Associated Press".
        sites: keys of the site's own names, which are no people.
        organisation: whether the page says that this names an organisation.
    """
    opener = _OPENER.match(text)
    text = text[opener.end() :] if opener else text
    people: list[str] = []
    agencies: list[str] = []
    others: list[str] = []
    if organisation or (squeezed(text) in sites and not _may_be_person(text)):
        (agencies if is_agency(text) else others).extend([] if is_placeholder(text) else [text])
        return _made(people, agencies, others)
    for piece in _SEPARATOR.split(text):
        name = piece.strip(" \t*.:-–—\"'“”") + ("." if piece.endswith(("Jr.", "Sr.")) else "")
        person, agency = before_agency(name)
        if not name or _is_furniture(name):
            continue
        if person:
            people.append(person)
            agencies.append(agency)
        elif name.casefold() in _SUFFIXES and people:
            people[-1] += " " + name
        elif is_agency(name) and squeezed(name) not in sites:
            agencies.append(name)
        elif is_newsroom(name) or _is_organisation(name, sites):
            others.append(name)
        elif is_role(name):
            people += filter(None, [before_role(name)])
        elif not (people and _is_credential(name)):
            people.append(_without_degrees(name))
    return _made(people, agencies, others)


def is_placeholder(name: str) -> bool:
    """Whether this stands where a name should: "admin", "Staff Writer"."""
    return name.casefold() in _PLACEHOLDERS


def _made(people: list[str], agencies: list[str], others: list[str]) -> Names:
    unique = (tuple(dict.fromkeys(found)) for found in (people, agencies, others))
    return Names(*unique)


def _is_furniture(name: str) -> bool:
    too_long = len(name) > LONGEST_NAME or len(name.split()) > MOST_NAME_WORDS
    lettered = any(map(str.isalpha, name))
    return too_long or not lettered or is_placeholder(name) or bool(_NOT_A_NAME.search(name))


def _is_organisation(name: str, sites: Collection[str]) -> bool:
    own = squeezed(name) in sites and not _may_be_person(name)
    return own or any(word.casefold() in _ORGANISATION for word in name.split()) or _is_handle(name)


def _may_be_person(name: str) -> bool:
    """Whether a site's name can be that of the person who writes it."""
    return is_person(name, shortest=2) and not any(word.casefold() in _ORGANISATION for word in name.split())


def _is_handle(name: str) -> bool:
    """Whether this is an account's name: one word in lower case, or with capitals inside ("jdoe", "KatieS")."""
    return name.isascii() and " " not in name and (name[0].islower() or not name[1:].islower()) and len(name) > 1


def _is_credential(name: str) -> bool:
    return all(word.casefold() in _DEGREES for word in name.split()) or bool(
        " " not in name and not name.islower() and _CREDENTIAL.match(name) and sum(map(str.isupper, name)) > 1
    )


def _without_degrees(name: str) -> str:
    """The name without what stands behind it: "Jane Doe" of "Jane Doe MD"."""
    given = name.split()
    while len(given) > 2 and given[-1].casefold() in _DEGREES - _SUFFIXES:  # noqa: PLR2004
        given.pop()
    return " ".join(given)


def united(several: Iterable[Names]) -> Names:
    """All that are named in any of them, each once."""
    found = list(several)
    columns = ([name for one in found for name in one[n]] for n in range(len(Names._fields)))
    return _made(*columns)
