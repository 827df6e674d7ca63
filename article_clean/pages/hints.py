"""What a page says of its article elsewhere than in its text, to be compared with its blocks."""

from collections.abc import Sequence
from typing import NamedTuple, Self

from article_clean.learned.tokens import said_in

SHOWN = 200  # characters of a block that are compared, and whose words are looked up
FIRST = 8  # words of a block that are looked for in the metadata's text


class Hints(NamedTuple):
    """What the page says of its article elsewhere than in its text.

    Attributes:
        headlines: its title, as the markup and the metadata have it.
        description: its summary.
        body: the text that the metadata gives, often cut short.
    """

    headlines: tuple[str, ...] = ()
    description: str = ""
    body: str = ""


class Hinted(NamedTuple):
    """The same, as words."""

    headlines: frozenset[str]
    description: frozenset[str]
    body: str

    @classmethod
    def of(cls, hints: Hints) -> Self:
        """The words of these hints."""
        titles = frozenset(word for headline in hints.headlines for word in said_in(headline))
        return cls(titles, frozenset(said_in(hints.description)), f" {' '.join(said_in(hints.body))} ")

    def compare(self, block_words: Sequence[str]) -> list[float]:
        """Which share of a block's words is in the headline and in the summary, and whether the body has its start."""
        words = set(block_words)
        size = len(words) or 1
        in_description = len(words & self.description) / size if self.description else -1.0
        in_body = float(f" {' '.join(block_words[:FIRST])} " in self.body) if self.body.strip() else -1.0
        return [len(words & self.headlines) / size, in_description, in_body]
