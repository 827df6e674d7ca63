"""What the reader of leftovers has found of the passages of a text, for when it is read without one line or another."""

from article_clean.cleaners.readers.leftovers.passage_words import (
    Echoed,
    Row,
    Said,
    echoed_in,
    said_of,
    shape_of,
    voice_shares,
    words_of,
)
from article_clean.core.document import Line
from article_clean.learned.word_scores import Lexicon


class PassageMemory:
    """What passages say by themselves, found once, and those that a reading was sure of.

    Args:
        lexicon: what words and pairs say for a passage, or against it.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._said: dict[str, Said] = {}
        self._own: dict[str, Row] = {}
        self._echoed: dict[str, Echoed] = {}
        self._sure: dict[str, float] = {}

    def said(self, line: Line) -> Said:
        """What the words of a passage say."""
        word_scores = self._said.get(line.folded)
        if word_scores is None:
            word_scores = self._said[line.folded] = said_of(words_of(line.folded), self._lexicon)
        return word_scores

    def own(self, line: Line) -> Row:
        """The features that `OWN` and `VOICED` name."""
        own = self._own.get(line.text)
        if own is None:
            own = self._own[line.text] = (*shape_of(line.text, self.said(line).words), *voice_shares(line.folded))
        return own

    def echoed(self, line: Line) -> Echoed:
        """What of a passage is looked for in the rest of the text."""
        echoed = self._echoed.get(line.text)
        if echoed is None:
            echoed = self._echoed[line.text] = echoed_in(line)
        return echoed

    def settle(self, line: Line, share: float) -> None:
        """Keep how likely a passage is that need not be looked at again."""
        self._sure[line.text] = share

    def sure_share(self, line: Line) -> float | None:
        """How likely an earlier reading was sure that a passage is; None where none was."""
        return self._sure.get(line.text)
