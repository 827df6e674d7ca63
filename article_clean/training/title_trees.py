"""The model of titles, made: labelled texts to the lines of their heads, and these to the trees that weigh them."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from article_clean.core.document import Document, Line, key
from article_clean.core.edits import Edit, OffsetMap
from article_clean.fields.title_features import FEATURES, Candidate, Features, TitleRows
from article_clean.fields.title_model import DECK_FEATURES, ROLES, TitleModel, beside_headline
from article_clean.learned.forest import Forest
from article_clean.pipeline import DEFAULT
from article_clean.pipeline.stages import traced_rest
from article_clean.training.labelled_texts import FIELD_ROLES, UNSURE, character_roles, labelled_rows, site_in
from article_clean.training.trees import INNER, as_table, inner_part, small_forest

RECIPE: Mapping[str, Mapping[str, Any]] = {  # Any: LightGBM's parameters
    "headline": {"num_iterations": 160, "num_leaves": 8, "learning_rate": 0.09, "min_data_in_leaf": 12,
                 "feature_fraction": 0.35, "extra_trees": True},
    "deck": {"num_iterations": 160, "num_leaves": 8, "learning_rate": 0.1, "min_data_in_leaf": 12,
             "feature_fraction": 0.35, "extra_trees": True},
}  # fmt: skip
WHOLE = 0.9  # of the characters of a line, and of those of the field: what is a part of a headline is none


class TitledText(NamedTuple):
    """The lines at the head of a text that may be titles.

    Attributes:
        site: the domain that it comes from.
        doc: what a reader sees of it.
        rows: the features of the lines.
        roles: what each is; "" for what is no title, `UNSURE` where that is not known.
    """

    site: str
    doc: Document
    rows: list[Features]
    roles: list[str]


def titled_texts(paths: Sequence[str | Path]) -> list[TitledText]:
    """The texts in these files of JSON lines, in the form that `labelled_texts` reads.

    Returns:
        Each text as it was; one with a head again without it, as its body is read when it is cleaned again; and one
        with a headline and a deck without the headline, as texts come that have lost it.

    Raises:
        TrainingError: a file cannot be read, or a text lacks what is named there.
    """
    return [text for row in labelled_rows(paths) for text in read_titled(row)]


def read_titled(row: Mapping[str, Any]) -> Iterator[TitledText]:  # Any: JSON
    """One labelled text, with its head, without it, and with all of it but the headline where it has a deck.

    Raises:
        TrainingError: it lacks its text, or labels something that it does not have.
    """
    roles, site = character_roles(row), site_in(row)
    document, offsets = traced_rest(row["text"], DEFAULT.without("leftovers").of_stage)
    truth = _Truth(row, roles, offsets)
    yield _titled(site, document, truth)
    headline, deck, head = (truth.lines_of(document, roles) for roles in ({"headline"}, {"deck"}, FIELD_ROLES))
    for edits in (head, headline if deck else []):
        if edits:
            yield _titled(site, document.without(edits, traceless=True), truth)


class _Truth(NamedTuple):
    """What the labels of a text say of the spans of its document."""

    row: Mapping[str, Any]  # Any: JSON
    roles: Sequence[str]
    offsets: OffsetMap

    def role_of(self, candidate: Candidate) -> str:
        """What a line is: a title, "", or `UNSURE`."""
        start, end = self.offsets.span(candidate.line.start, candidate.line.end)
        of_line = [*self._printed(start, end)]
        for role in ROLES:
            if key(candidate.line.text) == key(self.row.get(role) or ""):
                return role
        if of_line.count(UNSURE) * 2 >= len(of_line):
            return UNSURE
        deck = of_line.count("deck") >= WHOLE * len(of_line)
        printed = [*self._printed(0, len(self.roles))].count("headline")
        headline = of_line.count("headline") >= WHOLE * max(len(of_line), printed)
        return "headline" if headline else "deck" if deck else ""

    def lines_of(self, document: Document, roles: Collection[str]) -> list[Edit]:
        """What takes the paragraphs that are mostly of these roles."""
        return [Edit(line.start, line.end) for line in document.paragraphs if self._is_mostly(line, roles)]

    def _is_mostly(self, line: Line, roles: Collection[str]) -> bool:
        of_line = [*self._printed(*self.offsets.span(line.start, line.end))]
        return sum(role in roles for role in of_line) * 2 > len(of_line)

    def _printed(self, start: int, end: int) -> Iterator[str]:
        """The roles of the characters that print something."""
        text = self.row["text"]
        return (self.roles[offset] for offset in range(start, end) if not text[offset].isspace())


def _titled(site: str, document: Document, truth: _Truth) -> TitledText:
    titles = TitleRows(document)
    roles = [truth.role_of(candidate) for candidate in titles.candidates]
    return TitledText(site, document, [*titles.rows()], roles)


def title_model(texts: Sequence[TitledText]) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these texts.

    The trees of the deck learn from what trees of the headline make of sites that they have not seen.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    parts = [inner_part(text.site) for text in texts]
    shares: list[list[float]] = [[] for _ in texts]
    for part in range(INNER):
        trees = _trees([text for text, text_part in zip(texts, parts, strict=True) if text_part != part], "headline")
        columns = [FEATURES.index(name) for name in trees["features"]]
        forest = Forest(trees["trees"], columns, len(FEATURES), settling=False)
        for index, text in enumerate(texts):
            if parts[index] == part:
                shares[index] = forest.shares(text.rows)
    decks = [
        text._replace(rows=[*beside_headline(text.rows, of_text)]) for text, of_text in zip(texts, shares, strict=True)
    ]
    return {"format": TitleModel.FORMAT, "headline": _trees(texts, "headline"), "deck": _trees(decks, "deck")}


def _trees(texts: Sequence[TitledText], role: str) -> dict[str, Any]:  # Any: JSON
    """The trees that tell the lines of one role from all others."""
    examples = [
        (row, float(line_role == role)) for text in texts for row, line_role in zip(text.rows, text.roles, strict=True)
        if line_role != UNSURE
    ]  # fmt: skip
    names = DECK_FEATURES if role == "deck" else FEATURES
    return small_forest(as_table(row for row, _ in examples), [label for _, label in examples], names, RECIPE[role])


def judged_titles(texts: Sequence[TitledText], unseen: Sequence[TitledText]) -> Iterator[tuple[list[str], str]]:
    """Of each unseen text the lines of the head that a model of the others leaves there, and those that belong."""
    model = TitleModel(title_model(texts))
    for text in unseen:
        labels = [label for label in model.labels(text.doc) if label.role in ROLES]
        lines = [candidate.line for candidate in TitleRows(text.doc).candidates]
        kept_lines = [line.text for line in lines if not any(label.start <= line.start < label.end for label in labels)]
        yield (
            kept_lines,
            "\n".join(line.text for line, role in zip(lines, text.roles, strict=True) if role not in ROLES),
        )
