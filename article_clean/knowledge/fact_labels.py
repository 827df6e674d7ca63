"""Labels of records that name the section, the publisher, the address and the like: "Section: NEWS".

`fact_labels.tsv` has them by field and language; `label_names` says which of them prove that a text is a record.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from article_clean.knowledge.label_names import colon_of

_FILE = Path(__file__).with_name("fact_labels.tsv")
_MARKS = " \t*_#>•\"'"  # Markdown's bold and headings, quotation marks of JSON and YAML


def facts_labelled(line: str) -> tuple[tuple[str, ...], str]:
    """The fields that the label of a line names, and its value; no field of a line without such a label.

    >>> facts_labelled("Section: NEWS")
    (('section',), 'NEWS')
    """
    colon = colon_of(line)
    label = line[:colon].strip(_MARKS).replace("_", " ").casefold() if colon > 0 else ""
    return _fields().get(label, ()), " ".join(line[colon + 1 :].split()).strip(_MARKS)


@cache
def _fields() -> Mapping[str, tuple[str, ...]]:
    fields: dict[str, tuple[str, ...]] = {}
    for line in _FILE.read_text("utf-8").splitlines()[1:]:
        field, _, labels = line.split("\t")
        for label in labels.split("|"):
            fields[label] = tuple(dict.fromkeys((*fields.get(label, ()), field)))
    return fields
