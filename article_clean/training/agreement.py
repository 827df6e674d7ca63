"""How much the words of two texts agree: what `Article.confidence` expects of a body."""

from collections import Counter

from article_clean.core.patterns import pattern_of

_WORD = pattern_of(r"\w+")


def word_f1(right: str, result: str, unsure: str = "") -> float:
    """How much the words of two texts agree, 0 to 1.

    Args:
        right: the text that is wanted.
        result: the text that is there.
        unsure: text that does not count, there or not.

    >>> word_f1("The ferry sails", "the ferry sails today"), word_f1("The ferry sails", "The ferry sails. Ad", "Ad")
    (0.8571428571428571, 1.0)
    """
    right_words, result_words, unsure_words = (Counter(_WORD.findall(text.lower())) for text in (right, result, unsure))
    shared_count = (right_words & result_words).total()
    junk_count = (result_words - right_words - unsure_words).total()
    total = right_words.total() + shared_count + junk_count
    return 2 * shared_count / total if total else 1.0
