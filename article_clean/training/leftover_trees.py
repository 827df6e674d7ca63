"""The model of leftovers, made: labelled texts to features and labels to the trees and the lexicon that it reads."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from article_clean.cleaners.readers.leftovers import cut_at
from article_clean.cleaners.readers.leftovers.leftover_model import ALL, LOOKS, OF_ROLE, LeftoverModel, context_rows
from article_clean.cleaners.readers.leftovers.passage_features import FEATURES, GLANCE, Rows
from article_clean.cleaners.readers.leftovers.passage_memory import PassageMemory
from article_clean.cleaners.readers.leftovers.passage_words import Row, terms_of
from article_clean.learned.shares import EVEN
from article_clean.learned.word_scores import Lexicon
from article_clean.training.labelled_texts import BODY_ROLES, UNSURE, LabelledText
from article_clean.training.terms import Terms
from article_clean.training.trees import Look, Table, as_table, inner_part, small_forest, trained

RECIPE: Mapping[str, Mapping[str, Any]] = {  # Any: LightGBM's parameters
    "glance": {"num_iterations": 40, "num_leaves": 12, "learning_rate": 0.12, "min_data_in_leaf": 40,
               "feature_fraction": 0.6},
    "first": {"num_iterations": 120, "num_leaves": 15, "learning_rate": 0.08, "min_data_in_leaf": 40,
              "feature_fraction": 0.4},
    "second": {"num_iterations": 160, "num_leaves": 15, "learning_rate": 0.08, "min_data_in_leaf": 40,
               "feature_fraction": 0.4},
    "role": {"num_iterations": 10, "num_leaves": 8, "learning_rate": 0.2, "min_data_in_leaf": 10},
}  # fmt: skip
TAUGHT = 0.97  # likelihood; with the bounds of `leftover_model` 9 more of 1,620 texts lost a passage of their article
FEWEST_OF_ROLE = 20  # passages that have a role, to tell it by
FEWEST_SITES = 4  # that a term must stand on
PENALTY = 0.3  # on the squares of the terms' weights


def leftover_model(texts: Sequence[LabelledText], without: Collection[str] = ()) -> dict[str, Any]:  # Any: JSON
    """What a model file says, made of these texts.

    Args:
        texts: articles with the truth about their passages.
        without: features to leave out, to tell what they pay.

    Raises:
        TrainingError: LightGBM is not installed.
    """
    samples = [text.sample for text in texts]
    passages = [[terms_of(line.folded) for line in text.doc.paragraphs] for text in texts]
    terms = Terms(samples, passages, fewest_sites=FEWEST_SITES, penalty=PENALTY)
    parts = [Lexicon.of(weights) for weights in terms.weights_of_parts()]
    rows = [Rows(text.doc, PassageMemory(parts[inner_part(text.site)]), all_kinds=True) for text in texts]
    trees = trained(samples, _looks(rows), without, [of_text.shares() for of_text in rows])
    return {
        "format": LeftoverModel.FORMAT,
        "terms": terms.weights(),
        **dict(zip(LOOKS, trees.looks, strict=True)),
        **dict(_roles(texts, rows)),
    }


def _teaches(share: float) -> bool:
    """Whether a look learns from a passage that those before find so likely."""
    return share < TAUGHT


def _roles(texts: Sequence[LabelledText], rows: Sequence[Rows]) -> Iterator[tuple[str, Any]]:  # Any: JSON
    """For each role the trees that tell it from the others, of the passages that are not body."""
    table: list[Row] = []
    roles: list[str] = []
    for text, of_text in zip(texts, rows, strict=True):
        glances = dict(zip(of_text.asked, of_text.glances(), strict=True))
        passages = [passage for passage in glances if text.roles[passage] not in {*BODY_ROLES, UNSURE}]
        table += of_text.full({passage: glances[passage] for passage in passages})
        roles += (text.roles[passage] for passage in passages)
    rows_of_features = as_table(table)
    for role, count in sorted(Counter(roles).items()):
        if count >= FEWEST_OF_ROLE:
            labels = [float(text_role == role) for text_role in roles]
            yield f"{OF_ROLE}{role}", small_forest(rows_of_features, labels, FEATURES, RECIPE["role"])


def _looks(rows: Sequence[Rows]) -> list[Look]:
    """A glance at all passages but plain prose, then two looks at those that it leaves open."""
    glances = [dict(zip(of_text.asked, of_text.glances(), strict=True)) for of_text in rows]
    full: list[dict[int, Row]] = [{} for _ in rows]

    def glance(index: int, _: Sequence[float], passages: Sequence[int]) -> Table:
        return as_table(glances[index][passage] for passage in passages)

    def first(index: int, _: Sequence[float], passages: Sequence[int]) -> Table:
        passage_glances = {passage: glances[index][passage] for passage in passages}
        full[index] = dict(zip(passages, rows[index].full(passage_glances), strict=True))
        return as_table(full[index].values())

    def second(index: int, shares: Sequence[float], passages: Sequence[int]) -> Table:
        return as_table(context_rows(rows[index], {passage: full[index][passage] for passage in passages}, shares))

    return [
        Look(GLANCE, glance, RECIPE["glance"], asks=_teaches, settling=False),
        Look(FEATURES, first, RECIPE["first"], asks=_teaches),
        Look(ALL, second, RECIPE["second"], asks=_teaches, settling=False),
    ]


def judged_leftovers(texts: Sequence[LabelledText], unseen: Sequence[LabelledText]) -> Iterator[tuple[list[str], str]]:
    """Of each unseen text the passages that a model of the others keeps, and those that are right."""
    model = LeftoverModel(leftover_model(texts))
    for text in (text for text in unseen if not text.is_raw):
        passages = [line.text for line in text.doc.paragraphs]
        shares = model.shares(text.doc)
        kept_passages = [
            passage for index, passage in enumerate(passages) if shares[index] >= cut_at(index, len(passages))
        ]
        yield (
            kept_passages,
            "\n".join(passage for passage, label in zip(passages, text.labels, strict=True) if label >= EVEN),
        )
