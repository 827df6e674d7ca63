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
    front_matter = _front_matter(text)
    label_front = _labelled(text, front_matter.end)
    if not label_front.end:
        return front_matter
    front_fields = {
        field_key: [*front_matter.fields.get(field_key, ()), *label_front.fields.get(field_key, ())]
        for field_key in {*front_matter.fields, *label_front.fields}
    }
    return Front(front_fields, label_front.end, front_matter.warnings)


def _front_matter(text: str) -> Front:
    opening = _OPENING.match(text)
    if not opening:
        return NOTHING
    closing = _RULES[opening[1]]
    matter_lines: list[str] = []
    for matter_line, line_end in islice(_lines(text, opening.end()), MOST_LINES):
        if closing.match(matter_line):
            return _read(matter_lines, line_end)
        matter_lines.append(matter_line.rstrip())
    return NOTHING


def _read(matter_lines: Sequence[str], matter_end: int) -> Front:
    """The entries of these lines, if they are front matter."""
    entry_reader = _Reader()
    for matter_line in matter_lines:
        entry_reader.read(matter_line)
    filled_lines = [matter_line for matter_line in matter_lines if matter_line.strip()]
    if KEYS.isdisjoint(entry_reader.fields) or len(entry_reader.unread) > (1 - LEAST_READABLE) * len(filled_lines):
        return NOTHING
    warnings = (UNREAD.format(len(entry_reader.unread), len(filled_lines)),) if entry_reader.unread else ()
    return Front(entry_reader.fields, matter_end, warnings)


class _Reader:
    """Front matter, read line by line: the part of YAML and TOML that crawlers write."""

    def __init__(self) -> None:
        self.fields: dict[str, list[str]] = {}
        self.unread: list[str] = []
        self.key = ""
        self.scalar = False  # whether the lines below are one text

    def read(self, line: str) -> None:
        """One line more."""
        entry_match = _ENTRY.fullmatch(line)
        if not line.strip() or line.lstrip().startswith("#") or not entry_match:
            return
        indented = bool(entry_match["indent"] or entry_match["item"])
        if entry_match["key"] and not indented:
            self.key = re.sub(r"[ .-]", "_", entry_match["key"].lower())
            self.scalar = _BLOCK_SCALAR.fullmatch(entry_match["value"].strip()) is not None
            self.add([] if self.scalar else _values(entry_match["value"]))
        elif self.key and self.scalar and entry_match["indent"]:
            field_values = self.fields[self.key]
            field_values[:] = [" ".join((*field_values, line.strip()))]
        elif self.key in _PAIRS and entry_match["key"] in _PAIRS[self.key]:
            self.add_part(entry_match["key"], _unquoted(entry_match["value"]))
        elif self.key and indented:
            if not entry_match["key"] or (self.key in _PEOPLE and entry_match["key"].lower() == "name"):
                self.add(_values(entry_match["value"]))
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
        return [
            list_value for list_part in islice(_items(text[1:-1]), MOST_VALUES) if (list_value := _unquoted(list_part))
        ]
    list_value = _unquoted(text)
    return [list_value] if list_value else []


def _items(text: str) -> Iterator[str]:
    """The parts between commas that stand in no quotation marks."""
    open_quote, item_start = "", 0
    for char_index, text_char in enumerate(text):
        if open_quote:
            open_quote = "" if text_char == open_quote else open_quote
        elif text_char in "\"'" and not text[item_start:char_index].strip():
            open_quote = text_char
        elif text_char == ",":
            yield text[item_start:char_index]
            item_start = char_index + 1
    yield text[item_start:]


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


def _lines(text: str, line_start: int) -> Iterator[tuple[str, int]]:
    """The lines from there on, each with the place behind it."""
    while line_start < len(text):
        line_end = text.find("\n", line_start) + 1 or len(text)
        yield text[line_start:line_end], line_end
        line_start = line_end


def _labelled(text: str, start: int) -> Front:
    """Lines such as "Title: …" and "URL Source: …", down to "Markdown Content:"."""
    label_fields: dict[str, list[str]] = {}
    labels_end = 0
    for label_line, line_end in islice(_lines(text, start), MOST_LINES):
        stripped = label_line.strip()
        if not stripped:
            continue
        label_match = _LABELLED.match(stripped) if len(stripped) <= LONGEST_LABELLED else None
        label_key = label_match["key"].lower() if label_match else ""
        if label_match is None or label_key not in LABELS:
            break
        labels_end = line_end
        if label_key == LAST_LABEL:
            return Front(label_fields, labels_end)
        label_fields.setdefault(label_key.replace(" ", "_"), []).append(label_match["value"] or "")
    return Front(label_fields, labels_end) if "url_source" in label_fields else NOTHING
