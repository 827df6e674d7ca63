"""What a crawler writes above the text: front matter between two lines of dashes, or "Title: …", "URL Source: …".

Static site generators began it (Jekyll, Hugo), web clippers and extractors write it, each with keys of its own.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from article_clean.core.parts import Caption
from article_clean.core.patterns import pattern_of
from article_clean.core.structure import GENERATOR

MOST_LINES = 1_000  # of front matter, captions among them; what goes on for longer is none
MOST_VALUES = 100  # of one key
LONGEST_LABELLED = 2_000  # characters of a line with a label; the addresses of pages are long
LEAST_READABLE = 0.5  # of the lines between two rules, to be front matter

KEYS = frozenset({
    "title", "headline", "author", "authors", "by", "byline", "creator", "date", "published", "published_time",
    "publishedtime", "published_at", "publication_date", "datepublished", "pubdate", "url", "source", "source_url",
    "sourceurl", "canonical_url", "canonical", "link", "description", "summary", "excerpt", "language", "lang",
    "locale", "subtitle", "deck", "dateline", "generator",
    "sitename", "site_name", "site", "publisher", "layout", "tags", "categories", "hostname",
})  # fmt: skip
LABELS = frozenset(
    {"title", "url source", "published time", "description", "warning", "number of pages", "markdown content"}
)
UNREAD = "{} of {} lines of the front matter cannot be read"
LAST_LABEL = "markdown content"

_RULES = {
    "---": re.compile(r"(?:---|\.\.\.)[ \t]*+(?:\r?\n|\Z)"),  # YAML
    "+++": re.compile(r"\+\+\+[ \t]*+(?:\r?\n|\Z)"),  # TOML
}
_OPENING = pattern_of(r"\ufeff?\s*+(---|\+\+\+)[ \t]*+\r?\n")
_ENTRY = pattern_of(
    r"(?P<indent>[ \t]*+)(?P<item>(?>(?:-[ \t]++)?))"
    r"(?:[\"']?(?P<key>[A-Za-z][\w.-]{0,40}+(?: [\w.-]{1,20}+)?)[\"']?[ \t]*+[:=](?:[ \t]++|$))?(?P<value>.*)",
    re.DOTALL,
)
_LABELLED = pattern_of(r"(?P<key>[A-Z][A-Za-z]*+(?: [A-Za-z]++){0,2}):(?:[ \t]++(?P<value>\S[^\n]*+))?[ \t]*+\Z")
_BLOCK_SCALAR = pattern_of(r"[|>][+-]?\d?")
_PAIRS = {"captions": ("text", "credit"), "author_urls": ("name", "url")}  # lists that `Article.to_markdown` writes
_PEOPLE = frozenset({"author", "authors", "by", "byline", "creator"})


class Front(NamedTuple):
    """What stands above a text.

    Attributes:
        fields: values by key, in lower case, "_" for spaces and hyphens.
        end: where the text begins.
        warnings: what could not be read.
    """

    fields: Mapping[str, Sequence[str]]
    end: int
    warnings: tuple[str, ...] = ()

    def first(self, *keys: str) -> str:
        """The first value that one of these keys has; "" where none has one."""
        return next((value for key in keys for value in self.fields.get(key, ()) if value), "")

    @property
    def is_ours(self) -> bool:
        """Whether `Article.to_markdown` wrote it."""
        return self.first("generator") == GENERATOR

    @property
    def captions(self) -> tuple[Caption, ...]:
        """The captions that it has, as `Article.to_markdown` writes them."""
        return tuple(Caption(text=text, credit=credit or None) for text, credit in self.pairs("captions"))

    def pairs(self, key: str) -> list[tuple[str, str]]:
        """The two parts of each member of a list; the second is "" where it is missing."""
        return [*zip(self.fields.get(key, ()), self.fields.get(_second(key), ()), strict=False)]


NOTHING: Front = Front({}, 0)


def read_front(text: str) -> Front:
    """What stands above a text; nothing of most texts."""
    matter = _front_matter(text)
    labels = _labelled(text, matter.end)
    if not labels.end:
        return matter
    fields = {
        key: [*matter.fields.get(key, ()), *labels.fields.get(key, ())] for key in {*matter.fields, *labels.fields}
    }
    return Front(fields, labels.end, matter.warnings)


def _front_matter(text: str) -> Front:
    opening = _OPENING.match(text)
    if not opening:
        return NOTHING
    closing = _RULES[opening[1]]
    lines: list[str] = []
    for line, end in islice(_lines(text, opening.end()), MOST_LINES):
        if closing.match(line):
            return _read(lines, end)
        lines.append(line.rstrip())
    return NOTHING


def _read(lines: Sequence[str], end: int) -> Front:
    """The entries of these lines, if they are front matter."""
    reader = _Reader()
    for line in lines:
        reader.read(line)
    filled_lines = [line for line in lines if line.strip()]
    if KEYS.isdisjoint(reader.fields) or len(reader.unread) > (1 - LEAST_READABLE) * len(filled_lines):
        return NOTHING
    warnings = (UNREAD.format(len(reader.unread), len(filled_lines)),) if reader.unread else ()
    return Front(reader.fields, end, warnings)


class _Reader:
    """Front matter, read line by line: the part of YAML and TOML that crawlers write."""

    def __init__(self) -> None:
        self.fields: dict[str, list[str]] = {}
        self.unread: list[str] = []
        self.key = ""
        self.scalar = False  # whether the lines below are one text

    def read(self, line: str) -> None:
        """One line more."""
        entry = _ENTRY.fullmatch(line)
        if not line.strip() or line.lstrip().startswith("#") or not entry:
            return
        indented = bool(entry["indent"] or entry["item"])
        if entry["key"] and not indented:
            self.key = re.sub(r"[ .-]", "_", entry["key"].lower())
            self.scalar = _BLOCK_SCALAR.fullmatch(entry["value"].strip()) is not None
            self.add([] if self.scalar else _values(entry["value"]))
        elif self.key and self.scalar and entry["indent"]:
            values = self.fields[self.key]
            values[:] = [" ".join((*values, line.strip()))]
        elif self.key in _PAIRS and entry["key"] in _PAIRS[self.key]:
            self.add_part(entry["key"], _unquoted(entry["value"]))
        elif self.key and indented:
            if not entry["key"] or (self.key in _PEOPLE and entry["key"].lower() == "name"):
                self.add(_values(entry["value"]))
        else:
            self.unread.append(line)

    def add_part(self, part: str, value: str) -> None:
        """A part of a caption or of an author's address; the first part opens a new one."""
        first_parts, second_parts = (self.fields.setdefault(key, []) for key in (self.key, _second(self.key)))
        if part == _PAIRS[self.key][0] and len(first_parts) < MOST_LINES:
            first_parts.append(value)
            second_parts.append("")
        elif second_parts:
            second_parts[-1] = value

    def add(self, values: Sequence[str]) -> None:
        """Values of the open key."""
        key_values = self.fields.setdefault(self.key, [])
        key_values += values[: MOST_VALUES - len(key_values)]


def _second(key: str) -> str:
    """Where the second parts of a list of pairs stand."""
    return f"second parts of {key}"


def _values(text: str) -> list[str]:
    """The values that an entry gives: one, or those of a list in brackets."""
    text = text.strip()
    if text.startswith("[") and text.endswith("]") and not text.startswith("[["):
        return [value for part in islice(_items(text[1:-1]), MOST_VALUES) if (value := _unquoted(part))]
    value = _unquoted(text)
    return [value] if value else []


def _items(text: str) -> Iterator[str]:
    """The parts between commas that stand in no quotation marks."""
    quote, begin = "", 0
    for index, char in enumerate(text):
        if quote:
            quote = "" if char == quote else quote
        elif char in "\"'" and not text[begin:index].strip():
            quote = char
        elif char == ",":
            yield text[begin:index]
            begin = index + 1
    yield text[begin:]


def _unquoted(text: str) -> str:
    """A value without the quotation marks, or the double brackets of a note's link, around it."""
    text = text.strip()
    if len(text) > 1 and text[0] == text[-1] == '"':
        text = _of_json(text)
    elif len(text) > 1 and text[0] == text[-1] == "'":
        text = text[1:-1].replace("''", "'")
    if text.startswith("[[") and text.endswith("]]"):
        text = text[2:-2].rpartition("|")[2]
    return "" if text in {"null", "~", "None"} else text.strip()


def _of_json(text: str) -> str:
    """What a value in double quotation marks says, which has the escapes of JSON."""
    try:
        return str(json.loads(text))
    except ValueError:
        return text[1:-1].replace('\\"', '"')


def _lines(text: str, start: int) -> Iterator[tuple[str, int]]:
    """The lines from there on, each with the place behind it."""
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end], end
        start = end


def _labelled(text: str, start: int) -> Front:
    """Lines such as "Title: …" and "URL Source: …", down to "Markdown Content:"."""
    fields: dict[str, list[str]] = {}
    end = 0
    for line, line_end in islice(_lines(text, start), MOST_LINES):
        stripped = line.strip()
        if not stripped:
            continue
        entry = _LABELLED.match(stripped) if len(stripped) <= LONGEST_LABELLED else None
        key = entry["key"].lower() if entry else ""
        if entry is None or key not in LABELS:
            break
        end = line_end
        if key == LAST_LABEL:
            return Front(fields, end)
        fields.setdefault(key.replace(" ", "_"), []).append(entry["value"] or "")
    return Front(fields, end) if "url_source" in fields else NOTHING
