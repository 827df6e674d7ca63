"""What each word and pair of words says for or against a line: a logistic regression over the terms of all lines.

Terms are kept that stand on several sites and tell most. A document is never told by weights that its own site took
part in: each part of the sites has weights of its own, made of the others.
"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from article_clean.training.trees import INNER, Sample, Table, inner_part, installed, weights_of

FEWEST_SITES = 8  # that a term of a whole page must stand on
MOST_TERMS = 9_000  # that are kept: the file stays below 300 KB
PENALTY = 1.0  # on the squares of the weights of whole pages' terms
ROUNDS = 40  # of the optimiser
SCALE = 100  # hundredths of a logit, so that the file has whole numbers

Weights = dict[str, float]


class Terms:
    """The terms of documents, and what they say.

    Args:
        samples: the documents.
        terms: of each document the terms of each of its parts.
        fewest_sites: that a term must stand on: below, it is one publisher's.
        penalty: on the squares of the weights.
    """

    def __init__(
        self,
        samples: Sequence[Sample],
        terms: Sequence[Sequence[Sequence[str]]],
        *,
        fewest_sites: int = FEWEST_SITES,
        penalty: float = PENALTY,
    ) -> None:
        sites: dict[str, set[str]] = {}
        for sample, of_parts in zip(samples, terms, strict=True):
            sites.setdefault(sample.site, set()).update(term for of_part in of_parts for term in of_part)
        counts = Counter(term for of_site in sites.values() for term in of_site)
        self.samples, self.penalty = samples, penalty
        self.names = sorted(term for term, count in counts.items() if count >= fewest_sites)
        places = {term: index for index, term in enumerate(self.names)}
        self.rows = [
            [sorted({places[term] for term in of_part if term in places}) for of_part in of_parts] for of_parts in terms
        ]

    def weights(self) -> Weights:
        """What each term says, in hundredths of a logit."""
        return self._weights(range(len(self.samples)))

    def weights_of_parts(self) -> list[Weights]:
        """The same for each inner part of the sites, made of the others."""
        parts = [inner_part(sample.site) for sample in self.samples]
        return [
            self._weights([index for index, sample_part in enumerate(parts) if sample_part != part])
            for part in range(INNER)
        ]

    def _weights(self, sample_indexes: Sequence[int]) -> Weights:
        numpy = installed()[1]
        labels = numpy.array([label for index in sample_indexes for label in self.samples[index].labels])
        importance = numpy.array([weight for index in sample_indexes for weight in weights_of(self.samples[index])])
        importance *= len(labels) / importance.sum()
        table = self._table(sample_indexes)
        columns = numpy.arange(len(self.names))
        weights = _fitted(table, labels, importance, self.penalty)
        if len(columns) > MOST_TERMS:
            telling = numpy.abs(weights) * numpy.sqrt(table.getnnz(axis=0))
            columns = numpy.sort(numpy.argsort(-telling, kind="stable")[:MOST_TERMS])
            weights = _fitted(table[:, columns], labels, importance, self.penalty)
        rounded_weights = (
            (self.names[index], float(round(SCALE * weight))) for index, weight in zip(columns, weights, strict=True)
        )
        return {term: weight for term, weight in rounded_weights if weight}

    def _table(self, sample_indexes: Sequence[int]) -> Table:
        """A sparse matrix: a row a part, a column a term, each row of length one."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415  # comes with LightGBM

        rows = [row for index in sample_indexes for row in self.rows[index]]
        ends = [0]
        for row in rows:
            ends.append(ends[-1] + len(row))
        values = [len(row) ** -0.5 for row in rows for _ in row]
        return csr_matrix((values, [index for row in rows for index in row], ends), shape=(len(rows), len(self.names)))


def _fitted(table: Table, labels: Table, importance: Table, strength: float) -> Table:
    """The weights that make these labels likeliest."""
    numpy = installed()[1]
    from scipy.optimize import minimize  # noqa: PLC0415  # comes with LightGBM

    transposed = table.T.tocsr()

    def loss(weights: Table) -> tuple[float, Any]:  # Any: an array
        logits = table @ weights[1:] + weights[0]
        cost = (importance * (numpy.logaddexp(0, logits) - labels * logits)).sum()
        slope = importance * (1 / (1 + numpy.exp(-logits)) - labels)
        penalty = strength * weights[1:]
        return cost + (penalty @ weights[1:]) / 2, numpy.concatenate([[slope.sum()], transposed @ slope + penalty])

    start = numpy.zeros(table.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS}).x[1:]
