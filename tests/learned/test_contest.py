"""Forests that are asked of one row which finds it the likeliest."""

from hypothesis import given
from hypothesis import strategies as st

from article_clean.learned.forest import Contest, Forest

LEAVES = st.integers(-3_000, 3_000)
TREES = st.lists(st.tuples(st.integers(0, 1), st.floats(-1, 1), LEAVES, LEAVES).map(list), max_size=4)


@given(st.lists(TREES, min_size=1, max_size=4), st.tuples(st.floats(-1, 1), st.floats(-1, 1)))
def test_the_likeliest_is_the_first_one_that_by_itself_gives_the_highest_likelihood(forests, row):
    by_name = {str(n): Forest(trees, range(2), 2, settling=False) for n, trees in enumerate(forests)}
    shares = {name: forest.shares([row])[0] for name, forest in by_name.items()}
    assert Contest(by_name).likeliest(row) == max(shares, key=shares.__getitem__)


def test_each_forest_reads_the_columns_of_its_own_features():
    tall, wide = ([[0, 0.5, -1_000, 1_000]] for _ in range(2))
    contest = Contest({"tall": Forest(tall, [0], 2), "wide": Forest(wide, [1], 2)})
    assert [contest.likeliest(row) for row in ((1.0, 0.0), (0.0, 1.0))] == ["tall", "wide"]
