"""Articles with a label for each line: what the model of leftovers is trained on."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from article_clean.core.document import Document
from article_clean.errors import TrainingError
from article_clean.pipeline import DEFAULT
from article_clean.pipeline.stages import traced_rest
from article_clean.training.pages import json_rows, site_of
from article_clean.training.trees import Sample

BODY_ROLES = frozenset({"body", "subheading", "embed", "correction"})
FIELD_ROLES = frozenset({"headline", "deck", "byline", "dateline", "date_line"})
KEPT = BODY_ROLES | FIELD_ROLES
UNSURE = "unsure"
HALF = 0.5  # the label of a passage of which nothing is sure


class LabelledText(NamedTuple):
    """A text, read, with the truth about its passages.

    Attributes:
        site: the domain that it comes from.
        doc: what a reader sees of it.
        labels: the share of each passage that is body or a field; `HALF` where nothing is sure.
        roles: what most of each passage is.
        is_raw: whether it is seen as it was, with all that the rules would have taken.
    """

    site: str
    doc: Document
    labels: list[float]
    roles: list[str]
    is_raw: bool

    @property
    def sample(self) -> Sample:
        """The passages with their labels."""
        return Sample(self.site, [line.text for line in self.doc.paragraphs], self.labels)


def labelled_texts(paths: Sequence[str | Path]) -> list[LabelledText]:
    """The texts in these files of JSON lines, each with "text", "roles", and "domain" or "url".

    "roles" has for line numbers, from 0, and spans of them ("3-5"), what they are; the others are "body". "inline" has
    parts of a line: "line", "text" (or "start" and "chars") and "role"; "unsure" the numbers of lines that do not
    count. A line with "not_article" is passed over.

    Returns:
        Each text twice: as the rules leave it, and as it was, since a reader of what the rules leave would take what
        they always take for a part of the article.

    Raises:
        TrainingError: a file cannot be read, or a text lacks what is named here.
    """
    return [text for row in labelled_rows(paths) for text in read_labelled(row)]


def labelled_rows(paths: Sequence[str | Path]) -> Sequence[Mapping[str, Any]]:  # Any: JSON
    """The rows of labelled articles in files of JSON lines.

    Raises:
        TrainingError: a file cannot be read, or none has such a row.
    """
    rows = [row for path in paths for row in json_rows(path) if not row.get("not_article")]
    if not rows:
        message = "no labelled text; each line is a JSON object with text and roles"
        raise TrainingError(message)
    return rows


def read_labelled(row: Mapping[str, Any]) -> Iterator[LabelledText]:  # Any: JSON
    """One labelled text, as the rules leave it and as it was.

    Raises:
        TrainingError: it lacks its text, or labels something that it does not have.
    """
    roles, site = character_roles(row), site_in(row)
    for stages in (DEFAULT.of_stage, {**DEFAULT.of_stage, "boilerplate": [], "context": []}):
        document, offsets = traced_rest(row["text"], stages)
        spans = [offsets.span(line.start, line.end) for line in document.paragraphs]
        paragraph_roles = [_sure(row["text"][start:end], roles[start:end]) for start, end in spans]
        labels = [
            sum(role in KEPT for role in sure_roles) / len(sure_roles) if sure_roles else HALF
            for sure_roles in paragraph_roles
        ]
        main_roles = [
            max(sorted(set(sure_roles)), key=sure_roles.count) if sure_roles else UNSURE
            for sure_roles in paragraph_roles
        ]
        yield LabelledText(site, document, labels, main_roles, not stages["context"])


def _sure(text: str, roles: Sequence[str]) -> list[str]:
    """The roles of the characters that print something, where they are sure."""
    return [role for role, char in zip(roles, text, strict=True) if role != UNSURE and not char.isspace()]


def site_in(row: Mapping[str, Any]) -> str:  # Any: JSON
    """The site that a labelled text comes from."""
    return site_of(row.get("domain") or row.get("url") or row["text"])


def character_roles(row: Mapping[str, Any]) -> list[str]:  # Any: JSON
    """The role of each character of a labelled text.

    Raises:
        TrainingError: it lacks its text, or labels something that it does not have.
    """
    try:
        return _character_roles(row)
    except (KeyError, ValueError, IndexError) as error:
        message = f"a labelled text cannot be read: {error!r}"
        raise TrainingError(message) from error


def _character_roles(row: Mapping[str, Any]) -> list[str]:  # Any: JSON
    of_lines = dict(_expanded(row.get("roles", {})))
    unsure = {line_number for line_number in row.get("unsure", ()) if isinstance(line_number, int)}
    inline: dict[int, list[Mapping[str, Any]]] = {}
    for part in row.get("inline", ()):
        inline.setdefault(part["line"], []).append(part)
    roles: list[str] = []
    for line_number, line in enumerate(row["text"].split("\n")):
        of_line = [of_lines.get(line_number, "body")] * len(line)
        for part in inline.get(line_number, ()):
            start = part["start"] if "start" in part else line.index(part["text"])
            size = part["chars"] if "chars" in part else len(part["text"])
            of_line[start : start + size] = [part["role"]] * size
        roles += [UNSURE] * len(line) if line_number in unsure else of_line
        roles.append("body")
    return roles[:-1]


def _expanded(ranges: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    for lines, role in ranges.items():
        first_line, _, last_line = str(lines).partition("-")
        for line_number in range(int(first_line), int(last_line or first_line) + 1):
            yield line_number, role
