"""What bylines call people: "Political Correspondent", "Chefreporterin", "enviado especial"."""

import re

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.given_names import is_known
from article_clean.knowledge.word_lists import words

HEADS = words("""
    editor editors editor-in-chief reporter reporters correspondent correspondents writer writers columnist columnists
    journalist journalists contributor contributors director manager officer producer analyst critic dietitian expert
    founder co-founder cofounder ceo cto coo cfo president professor author fellow specialist strategist blogger host
    photographer illustrator gardener owner attorney researcher reviewer consultant engineer essayist commentator
    anchor presenter intern trainee copywriter economist nutritionist
    chairman chairwoman chairperson futurist meteorologist psychologist psychiatrist pediatrician
    educator therapist horticulturist horticulturalist astrologer scientist researcher adviser advisor lecturer
    redakteur redakteurin korrespondent korrespondentin reporterin journalistin volontär volontärin chefredakteur
    rechtsanwalt rechtsanwältin fachanwalt fachanwältin
    chefredakteurin autor autorin kolumnist kolumnistin gastautor gastautorin ressortleiter ressortleiterin
    periodista redactor redactora corresponsal columnista enviado enviada jornalista repórter colunista correspondente
    rédacteur rédactrice correspondant correspondante journaliste envoyé envoyée chroniqueur chroniqueuse éditorialiste
    nutritionniste diététicien diététicienne psychologue psychiatre
    redattore redattrice giornalista corrispondente inviato inviata redacteur verslaggever verslaggeefster
    redaktør redaktor redaktorka dziennikarz dziennikarka publicysta novinar novinarka redaktorica komentátor
    wartawan jurnalis kontributor penulis muhabir muhabiri yazarı toimittaja kirjeenvaihtaja päätoimittaja
    újságíró szerkesztő tudósító корреспондент обозреватель журналист журналистка редактор спецкор колумнист
    кореспондент журналіст оглядач δημοσιογράφος ανταποκριτής ανταποκρίτρια
""")
MODIFIERS = words("""
    chief senior sr. staff deputy associate assistant political parliamentary wellness money sports features foreign
    national science technology investigations head featured contributing executive marketing operations
""")
FIELDS = words("""
    travel city showbiz lifestyle tech business health crime court courts education environment entertainment
    culture arts art opinion digital data video audience community royal royals football rugby cricket tennis golf
    consumer transport economics economy finance world local social media news politics television tv radio film
    music food fashion beauty style legal security defence defense diplomatic energy climate religion books weather
    gaming games former affiliate draft content web online investigative general assignment special guest freelance
    junior managing acting lead principal wirtschaft politik kultur sport
""")
_COMPOUND = pattern_of(r"\w{3,}(?:redakteur|korrespondent|reporter|journalist|autor|chef)(?:in|innen)?$")
_BOUND = pattern_of(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_PREFIXES = words("Mac Mc Van Von Fitz Del Della De La Le Du Di Da O")


def _is_head(word: str) -> bool:
    folded = word.casefold().strip(".,®*")
    return folded in HEADS or bool(_COMPOUND.match(folded))


def is_role(text: str) -> bool:
    """Whether a word of a role is in it: "Political Correspondent", "Chief Technology Officer", "Head of Video"."""
    return any(map(_is_of_role, text.split()))


def is_title(text: str) -> bool:
    """Whether it names what somebody is, and not only a field of work: "Sports Editor", not "Sports Marketing"."""
    return any(map(_is_head, text.split())) or text.casefold().startswith("head ")


def role_start(text: str) -> int:
    """Where the role begins in "Jane Doe Travel Editor": its first code point; 0 where the first word belongs to it."""
    word_matches = list(re.finditer(r"\S+", text))
    role_index = next((index for index, word in enumerate(word_matches) if _is_of_role(word[0])), 0)
    while role_index and word_matches[role_index - 1][0].casefold() in FIELDS:
        role_index -= 1
    return word_matches[role_index].start() if word_matches else 0


def _is_of_role(word: str) -> bool:
    return word.casefold().strip(".,") in MODIFIERS or _is_head(word)


def is_of_work(word: str) -> bool:
    """Whether a word is of a role or of a field of work, as "Affiliate" in "Junior Affiliate Writer"; or a brand's."""
    return word.casefold() in FIELDS or _is_of_role(word) or bool(_BOUND.search(word) and len(_halves(word)) > 1)


def is_plain_role(text: str) -> bool:
    """Whether it is a role and nothing else: it names what somebody is, and no further name stands in it."""
    return is_title(text) and not any(is_known(word) for word in text.split())


def split_glued(text: str) -> str:
    """The text with the space that a lost tag took, between a name and a role: "Jane DoeCity Columnist".

    >>> split_glued("Jane DoeCity Columnist"), split_glued("Ian MacDonald Reporter")
    ('Jane Doe City Columnist', 'Ian MacDonald Reporter')
    """
    parts = [part for word in text.split(" ") for part in _halves(word)]
    return " ".join(parts)


def _halves(word: str) -> list[str]:
    halves = _BOUND.split(word)
    if len(halves) == 1 or halves[0] in _PREFIXES:
        return [word]
    return halves
