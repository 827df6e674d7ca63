"""No pattern can run away: each is read as an automaton, and those that are ambiguous are given short texts only."""

import ast
import importlib
import re
from functools import cache
from math import log
from re._constants import ANY, IN, LITERAL, NOT_LITERAL, POSSESSIVE_REPEAT
from re._parser import SubPattern, parse

import pytest
from benchmarks.measure import cpu
from cases import FIXTURES, read_cases
from redos import census
from redos.ambiguity import attacks
from redos.automaton import Automaton

from article_clean import clean
from article_clean.cleaners import adverts
from article_clean.core.document import fold

CLEANERS = "article_clean.cleaners."
GATED = {  # ambiguous patterns, and the most characters that each is given
    "adverts._DISCLOSURE": "LONGEST_DISCLOSURE",
    "bios._REACH": "LONGEST_BIO",
    "endmatter._BETWEEN_TAGS": "LONGEST_CREDIT",
    "endmatter._CONTRIBUTED": "LONGEST_CREDIT",
    "newsletters._FORM": "LONGEST_FORM",
    "newsletters._INVITATION": "LONGEST_FORM",
    "notices._COOKIES": "LONGEST_COOKIES",
    "notices._DISCLAIMER": "LONGEST_DISCLAIMER",
    "sharing._PLEA": "LONGEST_PLEA",
    "signoffs._ADDRESS": "LONGEST_CONTACT",
}
MOST_GATED = 6_000  # characters: twice the longest gate takes a pattern four times 10 ms
RUNAWAY = {  # pattern, whether it searches, and what is found
    r"(a*)*b": (False, "exponential"),
    r"(a|a)*b": (False, "exponential"),
    r"(a|aa)+$": (False, "exponential"),
    r"(\w+\s?)*:": (False, "exponential"),
    r"(?:\s*,\s*)*x": (False, "exponential"),
    r"(?s)\s*(?:<!--.*?-->\s*)*<html": (False, "exponential"),
    r"\s*\s*x": (False, "polynomial"),
    r"[a-z]*[a-m0]*!": (False, "polynomial"),
    r".*,.*:": (False, "polynomial"),
    r"(?:(?=.*x)a)*b": (False, "polynomial"),
    r"\s+$": (True, "polynomial"),
    r"\w+:": (True, "polynomial"),
    r"(?s)<!--.*?-->": (True, "polynomial"),
    r"a(?:.*b)?": (True, "polynomial"),
    r"(?>\w+):": (True, "polynomial"),
    r"(?m)^\s+x": (True, "polynomial"),
}
LINEAR = {
    r"a*b": False,
    r"\s*+\s*x": False,
    r"[a-z]*[0-9]*x": False,
    r"x[^y]*y[^z]*z": False,
    r"(?:(?>a+)|b)*c": False,
    r"(?s)\s*+(?:(?><!--.*?-->)\s*+)*+<html": False,
    r"(?<!\s)\s+$": True,
    r"\b\w+:": True,
    r"\s+": True,
    r"(?:(?<!\s)\s++)?+,": True,
    r"(?m)^[^\S\n]+x": True,
    r"(\d)([./-])\d+\2\d+": True,
}
ATTACKS = {  # patterns that were quadratic: what opens a text that shows it, and what is repeated
    "adverts._MARK": ("advert ", " "),
    "sentences._OPENING": (" ", " "),
    "signoffs._MAIL_ALONE": (" ", "."),
    "wraps._LAST": ("", "a"),
    "wraps._SPLIT": ("", "a"),
    "article_clean.knowledge.credits.credit_words.PART": ("", " "),
    "article_clean.knowledge.credits.credit_words._PHOTO_WORD": ("", " "),
    "article_clean.intake.decode._COMMENT": ("", "<!--a"),
    "article_clean.intake.decode._META_CHARSET": ("<metacharset= ", " "),
    "article_clean.fields.bylines.byline._FINAL": ("", "aaa"),
    "article_clean.fields.bylines.ends._GLUED": ("", "@a"),
    "article_clean.fields.bylines.ends._OTHER": ("", "a"),
    "article_clean.fields.bylines.names._CONTACT": ("a", "@a"),
    "article_clean.fields.titles._ABBREVIATION": ("", ".A.A"),
    "article_clean.intake.html_or_text._DOCUMENT": ("", "<!---->"),
    "article_clean.pages.metadata.author_names._SEPARATOR": ("", " "),
    "article_clean.pages.metadata.text.SEPARATOR": ("", " "),
    "article_clean.pages.oddities._HOME": ("<link ", "rel=canonicala"),
    "article_clean.pages.oddities._MOUNT": ("<div ", "id=app "),
    "article_clean.pages.oddities._PART": ("", " "),
    "article_clean.pages.oddities._SENT_ON": ("content= ", " "),
    "article_clean.pages.oddities._TITLE": ("", "<titlea"),
}
SIZES = (4_000, 16_000)  # times the repeated word
GREATEST_EXPONENT = 1.15
TRIES = 4  # noise can push one ratio up; it does not do so four times


def full_name(name):
    return name if name.startswith("article_clean.") else CLEANERS + name


def holder(name):
    """The module of a pattern, and its name there."""
    module, _, own = full_name(name).rpartition(".")
    return importlib.import_module(module), own


@cache
def listed():
    return census.uses()


def found(pattern, *, searching):
    return list(attacks(Automaton(re.compile(pattern)), searching=searching))


@cache
def ambiguous():
    """Name and first attack of each pattern of the package that is ambiguous without bound."""
    attacked = (
        (use.name, next(attacks(Automaton(use.pattern), searching=use.searching), None)) for use in census.uses()
    )
    return {name: attack for name, attack in attacked if attack}


ONE_CHARACTER = {ANY, IN, LITERAL, NOT_LITERAL}


@pytest.mark.parametrize(("pattern", "searching", "kind"), [(p, *rest) for p, rest in RUNAWAY.items()])
def test_a_pattern_that_runs_away_is_found(pattern, searching, kind):
    assert kind in {attack.kind for attack in found(pattern, searching=searching)}


@pytest.mark.parametrize(("pattern", "searching"), LINEAR.items())
def test_a_linear_pattern_is_let_through(pattern, searching):
    assert found(pattern, searching=searching) == []


def test_no_group_is_repeated_possessively():
    """Python before 3.11.5 matches `(?:…)*+` wrongly; `(?>(?:…)*)` says the same."""
    found = [use.name for use in census.uses() if any(possessive_groups(parse(use.pattern.pattern, use.pattern.flags)))]
    assert found == []


def possessive_groups(parsed):
    """The possessive repeats of anything but one character, in a pattern that was parsed."""
    for operation, argument in parsed:
        if operation is POSSESSIVE_REPEAT and (len(argument[2]) > 1 or argument[2][0][0] not in ONE_CHARACTER):
            yield argument
        for part in argument if isinstance(argument, (tuple, list)) else [argument]:
            parts = part if isinstance(part, list) else [part]
            yield from (one for below in parts if isinstance(below, SubPattern) for one in possessive_groups(below))


@pytest.mark.parametrize(
    ("pattern", "count"), [("(?:ab|c)*+", 1), ("(?>(?:ab|c)*)", 0), ("a*+[bc]++", 0), ("x(?:y(?:zw)?+)", 1)]
)
def test_a_group_that_is_repeated_possessively_is_seen(pattern, count):
    assert sum(1 for _ in possessive_groups(parse(pattern))) == count


def test_every_pattern_is_linear_or_gated():
    assert ambiguous().keys() == {full_name(name) for name in GATED}


def test_no_gated_pattern_is_exponential():
    assert [name for name, attack in ambiguous().items() if attack.kind == "exponential"] == []


@pytest.mark.parametrize("source", ["_NEW = re.compile(r'(\\w+\\s?)*:')", "_NEW = {'a': (re.compile(r'\\s+$'),)}"])
def test_a_new_pattern_of_such_a_shape_is_listed(monkeypatch, source):
    names = {"re": re}
    exec(source, names)  # noqa: S102  # the line above
    monkeypatch.setattr(adverts, "_NEW", names["_NEW"], raising=False)
    listed = dict(census.Source(adverts).named())
    assert found(listed["article_clean.cleaners.adverts._NEW"].pattern, searching=True)


@pytest.mark.parametrize(
    "line",
    ["return re.search(r'\\s+$', text)", "return re.split(rf'{text}|\\s+$', text)", "return re.sub(ends, '', text)"],
)
def test_a_pattern_in_a_function_is_listed(line):
    source = census.Source(adverts)
    tree = ast.parse(f"def new(text):\n    ends = r'\\s+$'\n    {line}")
    source.nodes = list(ast.walk(tree))
    source.parents = {child: node for node in source.nodes for child in ast.iter_child_nodes(node)}
    ((_, pattern, searching),) = source.written()
    assert found(pattern.pattern, searching=searching)


class Recorder:
    """A pattern that remembers what it is given.

    Args:
        pattern: the pattern.
    """

    def __init__(self, pattern):
        self.pattern = pattern
        self.subjects = []

    def __getattr__(self, name):
        method = getattr(self.pattern, name)
        if name not in census.CALLS:
            return method

        def recorded(*args):
            text, *span = args[1:] if name in {"sub", "subn"} else args
            start, end = (*span, None, None)[:2]
            self.subjects.append(text[start:end])
            return method(*args)

        return recorded


@pytest.fixture
def recorders(monkeypatch):
    """A recorder in the place of each gated pattern."""
    recorded = {}
    for name in GATED:
        module, own = holder(name)
        recorded[name] = Recorder(getattr(module, own))
        monkeypatch.setattr(module, own, recorded[name])
    return recorded


def texts():
    """The texts of the cleaners' fixtures."""
    return [case.text for path in sorted((FIXTURES / "cleaners").glob("*.txt")) for case in read_cases(path)]


def lengthened(text, subject, length):
    """The text with more of the same sentence behind what a pattern was given of it."""
    end = fold(text).find(fold(subject).strip()) + len(subject.strip())
    return text[:end].rstrip(".!?") + " and the ferry" * (length // len(" and the ferry") + 1) + text[end:]


def test_a_gated_pattern_is_given_short_texts_only(recorders):
    """Each text that leads to a pattern, made longer than its gate, leads past it."""
    leading = {name: {} for name in recorders}
    for text in texts():
        clean(text, kind="article")
        for name, recorder in recorders.items():
            leading[name] |= {text: recorder.subjects[-1]} if recorder.subjects else {}
            recorder.subjects.clear()
    for name, recorder in recorders.items():
        bound = getattr(holder(name)[0], GATED[name])
        assert leading[name], f"no fixture leads to {name}"
        for text, subject in list(leading[name].items())[:12]:
            clean(lengthened(text, subject, 2 * bound), kind="article")
            assert max(map(len, recorder.subjects), default=0) <= bound <= MOST_GATED, (name, text[:80])


@pytest.mark.benchmark
@pytest.mark.parametrize(("name", "attack"), ATTACKS.items())
def test_what_was_quadratic_takes_time_by_its_length(name, attack):
    module, own = holder(name)
    pattern, (opens, word) = census.at_once(getattr(module, own)), attack
    many = [opens + word * size + "\x00" for size in SIZES]
    if isinstance(pattern.pattern, bytes):
        many = [text.encode() for text in many]
    searching = next(use.searching for use in listed() if use.pattern == pattern)
    call = (lambda text: list(pattern.finditer(text))) if searching else pattern.match
    assert least_exponent(call, many) <= GREATEST_EXPONENT


@pytest.mark.benchmark
@pytest.mark.parametrize("pattern", [r"\s+$", r"(?s)<!--.*?-->"])
def test_the_attack_that_is_found_is_one(pattern):
    """What is quadratic takes sixteen times as long for four times the text, far above noise."""
    attack = found(pattern, searching=True)[0]
    compiled = re.compile(pattern)
    many = [attack.opens + attack.word * (size // 16) + "\x00" for size in SIZES]
    assert least_exponent(lambda text: list(compiled.finditer(text)), many) > GREATEST_EXPONENT


def least_exponent(call, many):
    """How the CPU of a call grows with its text: the least of several tries, over two doublings."""
    least = float("inf")
    for _ in range(TRIES):
        once, four_times = (cpu(lambda text=text: call(text), 5, collecting=False) for text in many)
        least = min(least, log(four_times / once, 4))
        if least <= GREATEST_EXPONENT:
            break
    return least
