"""Labels of archives, data sets and front matter: "Section: NEWS", "LENGTH: 143 words", "Text:", "HD  Ferry saved".

`label_names.tsv` has them by kind and language. Its second column says what a label proves by itself:

- `sure`: nobody but an archive or a data set writes it ("Load-Date", "Headline").
- `plain`: articles may print it, too ("Date", "Text").
- `alone`: stands alone on its line, without a colon ("Body", "Graphic").
- `code`: two or three letters and two spaces, as Factiva has them ("HD  Ferry saved").
- `count`: the count of words, alone on its line ("512 words").
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.document import key
from article_clean.core.patterns import pattern_of

LONGEST_LABEL = 30  # characters in front of the colon: "language of publication" has 23
LONGEST_ALONE = 40  # of a line that is a label and no more: "112 of 1,088 DOCUMENTS" has 22
CODE_LETTERS = (2, 3)

_FILE = Path(__file__).with_name("label_names.tsv")
_MARKS = " \t*_#>•\"'"  # Markdown's bold and headings, quotation marks of JSON and YAML
_PAIRED = frozenset("*_\"'")
_ACCESSION = pattern_of(r"Document [A-Z]{2,}0+\d{8}[a-z0-9]+")  # Factiva's number of a document


class LabelName(NamedTuple):
    """What a label says.

    Attributes:
        kind: "headline", "deck", "byline", "date", "dateline", "body", "caption", "tags", "about" or "mark".
        evidence: what it proves by itself, see above.
    """

    kind: str
    evidence: str


class _Names(NamedTuple):
    """The labels before a colon, those that stand alone, and the codes."""

    before_colon: dict[str, LabelName]
    alone: dict[str, LabelName]
    codes: dict[str, LabelName]


class FoundLabel(NamedTuple):
    """A label in a line.

    Attributes:
        name: what it says.
        value_start: where its value begins, in the line.
        value_end: where it ends, without the quotation marks or Markdown around it.
    """

    name: LabelName
    value_start: int
    value_end: int


def label_of(line: str, colon: int) -> FoundLabel | None:
    """The label that a line opens with; None for any other line.

    Args:
        line: without outer white space.
        colon: what `colon_of` says of it.
    """
    label_names = _names()
    for letter_count in CODE_LETTERS:
        line_code, value_text = line[:letter_count], line[letter_count:]
        if line_code in label_names.codes and (not value_text or value_text.startswith(("  ", "\t"))):
            return FoundLabel(label_names.codes[line_code], len(line) - len(value_text.lstrip()), len(line))
    if colon > 0:
        label_before = label_names.before_colon.get(line[:colon].strip(_MARKS).replace("_", " ").lower())
        return _before_value(label_before, line, colon) if label_before else None
    if len(line) > LONGEST_ALONE:
        return None
    label_name = LabelName("mark", "sure") if _ACCESSION.fullmatch(line) else label_names.alone.get(key(line))
    return FoundLabel(label_name, len(line), len(line)) if label_name else None


def _before_value(name: LabelName, line: str, colon: int) -> FoundLabel:
    """The label before a colon; marks that open the line or the value are closed at its end."""
    value_start = len(line) - len(line[colon + 1 :].lstrip(_MARKS))
    closing = "".join(_PAIRED.intersection((line[0], line[value_start - 1])))
    value_end = len(line.rstrip(closing)) if closing else len(line)
    return FoundLabel(name, value_start, max(value_start, value_end))


def colon_of(line: str) -> int:
    """Where the colon of a label may stand; -1 where none does, or where it belongs to an address."""
    colon_index = line.find(":", 0, LONGEST_LABEL)
    if colon_index < 0 and not line.isascii():
        colon_index = line.find("：", 0, LONGEST_LABEL)
    return -1 if line.startswith("//", colon_index + 1) else colon_index


@cache
def _names() -> _Names:
    label_names = _Names({}, {}, {})
    for table_line in _FILE.read_text("utf-8").splitlines()[1:]:
        label_kind, evidence, _, label_cell = table_line.split("\t")
        stands_alone = label_kind == "mark" or evidence == "alone"
        names_table = (
            label_names.codes if evidence == "code" else label_names.alone if stands_alone else label_names.before_colon
        )
        for label_text in label_cell.split("|"):
            names_table[label_text.upper() if evidence == "code" else label_text] = LabelName(label_kind, evidence)
    return label_names
