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
    colon_index = colon_of(line)
    label_text = line[:colon_index].strip(_MARKS).replace("_", " ").casefold() if colon_index > 0 else ""
    return _fields().get(label_text, ()), " ".join(line[colon_index + 1 :].split()).strip(_MARKS)


@cache
def _fields() -> Mapping[str, tuple[str, ...]]:
    fields_by_label: dict[str, tuple[str, ...]] = {}
    for table_line in _FILE.read_text("utf-8").splitlines()[1:]:
        field_name, _, label_cell = table_line.split("\t")
        for label_text in label_cell.split("|"):
            fields_by_label[label_text] = tuple(dict.fromkeys((*fields_by_label.get(label_text, ()), field_name)))
    return fields_by_label
