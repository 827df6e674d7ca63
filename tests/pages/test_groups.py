"""Items of a list and paragraphs of a box are decided together."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean.pages.groups import together
from article_clean.pages.walk import walk

PROSE = "The night ferry to the northern islands will sail again from the first weekend of March, they said."


def page(html):
    return walk(LexborHTMLParser(html))


@pytest.mark.parametrize(
    ("html", "picked", "kept"),
    [
        pytest.param("<p>a<ul><li>One<li>Two<li>Six</ul><p>z", [0, 2, 4], [0, 1, 2, 3, 4], id="items of a list"),
        pytest.param("<p>a<ul><li>One<li>Two<li>Six</ul><p>z", [0, 2], [0, 1, 2], id="none below the last chosen one"),
        pytest.param(f"<p>a<ul><li>One{'<li>Seven' * 4}</ul><p>z", [0, 1, 6], [0, 1, 6], id="too few of a list"),
        pytest.param("<p>a<ul><li>One<li>Two</ul><ul><li>Six</ul><p>z", [0, 1, 4], [0, 1, 2, 4], id="another list"),
        pytest.param(f"<div>{f'<p>{PROSE}' * 12}</div>", [*range(5), *range(6, 12)], [*range(12)], id="one less"),
        pytest.param(
            f"<div>{f'<p>{PROSE}' * 4}</div><section>{PROSE}</section>", [0, 1, 3], [0, 1, 3],
            id="a quarter of the paragraphs less",
        ),
        pytest.param(
            f"<div>{f'<p class=modal>{PROSE}' * 7}<p>Share</div>", [*range(5)], [*range(7)], id="the prose of the page"
        ),
        pytest.param(f"<div>{f'<p>{PROSE}' * 7}</div>", [0, 1, 2], [0, 1, 2], id="less than half of it"),
        pytest.param(
            f"<div>{f'<p>{PROSE}' * 6}<p>Advert{f'<p>{PROSE}' * 6}</div>", [*range(6), *range(7, 13)],
            [*range(6), *range(7, 13)], id="a line that is no prose",
        ),
        pytest.param("<pre>One ends.\n\nTwo ends.\n\nSix ends.</pre><p>z", [0, 1], [0, 1, 2], id="the end of a pre"),
        pytest.param("<div>a</div><div>b</div><div>c</div>", [0, 2], [0, 2], id="blocks that are decided alone"),
    ],
)  # fmt: skip
def test_what_comes_with_the_chosen_blocks(html, picked, kept):
    assert together(page(html), picked) == kept
