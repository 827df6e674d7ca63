"""A byline's names: the text behind the opener, cut at separators, each piece taken for what it is."""

import re
from dataclasses import dataclass, field

from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.people import (
    before_agency,
    before_role,
    is_person,
    is_role,
    is_uncased_name,
    paired_names,
    role_and_name,
)
from article_clean.fields.bylines.pieces import Piece, pieces
from article_clean.knowledge.agencies import is_agency, is_newsroom
from article_clean.knowledge.given_names import FEWEST_WORDS, is_known
from article_clean.knowledge.job_titles import role_start, split_glued
from article_clean.knowledge.name_words import DEGREES, ORGANISATION, PAPERS, SUFFIXES
from article_clean.knowledge.places import is_town
from article_clean.knowledge.word_lists import words
from article_clean.knowledge.wordings import one_of

LONGEST_ABBREVIATION = 8  # characters before a full stop that ends no sentence: "Asst. "
MOST_PAPER_WORDS = 6  # "NJ Advance Media For NJ.com" has five

_COLLECTIVE = pattern_of(rf"(?:the )?[A-Z][\w. ]{{1,30}} {one_of('collective')}$", re.IGNORECASE)
_CAMEL = pattern_of(r"(?:[A-Z][a-z]+|[A-Z]{2,})[A-Z][a-z]\w*$")
_PAPER = words("times tribune herald gazette inquirer journal chronicle observer telegraph zeitung nachrichten")
_BRAND = pattern_of(r"[A-Z]{3,}[a-z]\w+$")  # FOXBusiness
_CREDENTIALS = pattern_of(r"(?:[A-Z][A-Za-z]?[A-Z]?\.?){2,4}[®*]?$")
_INSTITUTION = pattern_of(rf"\b{one_of('institution')}\b", re.IGNORECASE)
_FILES = pattern_of(rf"{one_of('with_files')} ", re.IGNORECASE)
_POSSESSIVE = pattern_of(r"['’]s$")
_CONTACT = pattern_of(r"[^\s@]*+@\S*+$")


@dataclass
class Reading:
    """What a byline's pieces are, as far as they have been read.

    Attributes:
        people: names of people.
        agencies: agencies, papers and newsrooms.
        roles: spans of what people are called, in the line.
        degrees: how many degrees stand behind names.
        places: how many places stand behind names.
        contact: whether an address stands there.
        end: the first code point after the last piece that was understood.
        rest: the first piece that was not, else "".
    """

    people: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    roles: list[tuple[int, int]] = field(default_factory=list)
    degrees: int = 0
    places: int = 0
    contact: bool = False
    end: int = 0
    rest: str = ""

    @property
    def named(self) -> bool:
        """Whether anybody is named yet."""
        return bool(self.people or self.agencies)

    def take(self, piece: Piece, *, uncased: bool) -> bool:
        """Read one more piece; whether it was understood."""
        is_read = (
            self._as_contact(piece)
            or self._as_place(piece)
            or self._as_newsroom(piece)
            or self._as_degree(piece)
            or self._as_person_of_agency(piece)
            or self._as_institution(piece)
            or self._as_role(piece)
            or self._as_paper(piece)
            or self._as_person(piece, uncased=uncased)
        )
        if is_read:
            self.end = piece.end
        return is_read

    def _as_contact(self, piece: Piece) -> bool:
        is_contact = bool(_CONTACT.match(piece.text))
        self.contact |= is_contact
        return is_contact

    def _as_place(self, piece: Piece) -> bool:
        """A place behind names: where they write from."""
        is_place = self.named and (piece.joint in {"in", "aus", "desde", "à", "—"} or is_town(piece.text))
        self.places += is_place
        return is_place

    def _as_newsroom(self, piece: Piece) -> bool:
        paper = _FILES.sub("", piece.text)
        first_word, _, desk = paper.partition(" ")
        at_desk = (
            is_agency(first_word)
            and not first_word.istitle()
            and desk.isalpha()
            and desk[0].isupper()
            and not is_role(desk)
        )
        is_supplied = self.named and paper != piece.text
        if not (is_supplied or is_newsroom(paper) or _COLLECTIVE.match(paper) or at_desk):
            return False
        self.agencies.append(paper)
        return True

    def _as_degree(self, piece: Piece) -> bool:
        """What stands behind a name after a comma: "Ph.D.", "Jr."."""
        if not self.people:
            return False
        if piece.text.casefold() in SUFFIXES:
            self.people[-1] = f"{self.people[-1]} {piece.text}"
            return True
        is_degree = piece.joint in {",", "("} and bool(_CREDENTIALS.match(piece.text))
        is_degree = is_degree or all(word.casefold().strip("*®") in DEGREES for word in piece.text.split())
        self.degrees += is_degree
        return is_degree

    def _as_person_of_agency(self, piece: Piece) -> bool:
        name, agency = before_agency(piece.text)
        words_before, _, last_word = piece.text.rpartition(" ")
        if not name and _BRAND.match(last_word) and is_person(words_before, shortest=FEWEST_WORDS):
            name, agency = words_before, last_word
        if name:
            self.people.append(name)
            self.agencies.append(agency)
        return bool(name)

    def _as_institution(self, piece: Piece) -> bool:
        """An institution behind a person, with its "and": "National Institute of Tides and Currents"."""
        if not self.people:
            return False
        if _INSTITUTION.search(piece.text):
            self.agencies.append(piece.text)
            return True
        is_inside = bool(self.agencies and _INSTITUTION.search(self.agencies[-1])) and piece.joint in {"and", "&"}
        if is_inside and not is_known(piece.text):
            self.agencies[-1] = f"{self.agencies[-1]} {piece.joint} {piece.text}"
            return True
        return False

    def _as_role(self, piece: Piece) -> bool:
        text = split_glued(piece.text)
        if not is_role(text):
            return self._as_more_of_role(piece)
        name = before_role(text) if piece.joint != "," or not self.named else ""
        if not name and self._as_role_before_name(piece):
            return True
        if name:
            self.people.append(name)
        letters_before = len(text[: role_start(text)].replace(" ", "")) if name else 0
        start = piece.start + _behind(piece.text, letters_before)
        sentence = piece.text.find(". ", LONGEST_ABBREVIATION)
        self.roles.append((start, piece.start + sentence if sentence > 0 else piece.end))
        return True

    def _as_role_before_name(self, piece: Piece) -> bool:
        """A role in front of a name: "Political Editor Nora Feldt"."""
        role, name = role_and_name(piece.text)
        if name:
            self.people.append(name)
            self.roles.append((piece.start, piece.start + len(role)))
        return bool(name)

    def _as_more_of_role(self, piece: Piece) -> bool:
        """The second half of "Founder & Lead Horticulturalist", the firm in "Director, Nordwind Lines"."""
        if not self.roles or self.roles[-1][1] != self.end or is_known(piece.text) or piece.text[0].islower():
            return False
        if piece.joint in {",", "&"} or " " not in piece.text:
            self.roles[-1] = (self.roles[-1][0], piece.end)
            return True
        return False

    def _as_paper(self, piece: Piece) -> bool:
        """A paper or an institution behind a person."""
        text = piece.text
        parts = text.split()
        if not text[:1].isupper() or len(parts) > MOST_PAPER_WORDS:
            return False
        if not self.people:
            if len(parts) > 1 and parts[-1].casefold() in _PAPER and not is_known(text):
                self.agencies.append(text)
                return True
            return False
        is_named = piece.joint == "for" or is_paper(text) or parts[0].casefold() == "the"
        is_named = is_named or (piece.joint == "(" and len(parts) == 1)
        is_named = is_named or (text.isupper() and not self.people[0].isupper())
        if is_named:
            self.agencies.append(text)
            return True
        return False

    def _as_person(self, piece: Piece, *, uncased: bool) -> bool:
        pairs = paired_names(piece.text)
        if pairs:
            self.people += pairs
            return True
        name = _without_degrees(_POSSESSIVE.sub("", piece.text))
        if not (is_person(name) or (uncased and is_uncased_name(name))):
            return False
        self.people.append(name)
        return True


def _without_degrees(name: str) -> str:
    """The name in front of degrees: "Nora Feldt" of "Nora Feldt CPA"."""
    parts = name.split()
    while len(parts) > FEWEST_WORDS and parts[-1].isupper() and parts[-1].casefold() in DEGREES:
        parts.pop()
    return " ".join(parts)


def _behind(text: str, letters: int) -> int:
    """Where the text goes on behind so many characters that are no spaces."""
    offset = 0
    while letters or text[offset : offset + 1] == " ":
        letters -= text[offset] != " "
        offset += 1
    return offset


def is_paper(name: str) -> bool:
    """Whether a name is a paper's or an organisation's by one of its words: "South Harbour Sentinel Media"."""
    return bool(_CAMEL.match(name)) or any(word.casefold() in ORGANISATION | PAPERS for word in name.split())


def read_names(text: str, zone: int, stop: int, *, opened: bool) -> Reading:
    """The names in text[zone:stop].

    Args:
        text: the line.
        zone: where the names begin.
        stop: where they end at the latest.
        opened: whether an opener stands before them, so that words of a script without capitals may be names.
    """
    reading = Reading(end=zone)
    is_behind_place = False
    for piece in pieces(text, zone, stop):
        if is_behind_place and piece.joint != "and":  # sections of a site: "in News, Travel, Property"
            break
        is_behind_place = piece.joint == "in"
        if not reading.take(piece, uncased=opened):
            reading.rest = piece.text
            break
    return reading
