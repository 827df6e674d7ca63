"""The charset of bytes that name none: the one in which the text has the letters of a language that the charset serves.

`alphabets.tsv` has the letters outside ASCII of each language, the frequent ones first, and the charsets that it was
written in before UTF-8. What a charset makes of the bytes is compared with its own languages alone: Danish has `ø` in
Windows-1252, and no Danish text has `ì` and `ž` too, where Windows-1250 reads the Czech `ř`, `ě` and `ž`.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cache, reduce
from itertools import pairwise
from pathlib import Path

WESTERN = "cp1252"
LEAST_LEAD = 0.1  # over Windows-1252, in mean weight; of 612 Western texts and lines no other charset has .07
LEAST_LEAD_OF_OTHERS = 0.05  # of a rarer charset over a more frequent one that stands above it in `alphabets.tsv`
FOREIGN = -1.0  # weight of a character that a language does not write
FEW = 3  # characters that are added to the number of those seen: one letter alone shows little
RAREST = 0.5  # weight of an alphabet's last letter; the first one has 1
CAPITAL = 0.8  # of the small letter's weight
UNRANKED = 0.6  # weight of a Chinese character or Korean syllable that is not among the most frequent
ODD_PLACE = 1.5  # lost by a capital behind a small letter, and by a letter of another script beside a Latin one
MARK = 1.0  # weight of a mark that every press prints
SIGN = 0.9  # weight of a sign that pages print beside words and numbers
DOUBTFUL_SIGN = 0.0  # weight of one that is rare, and often a letter read wrongly: `³` is the Polish `ł`

_MARKS = "“”„‘’‚‹›«»–—…•·€£©°\xa0¿¡ºª、。，「」『』・？！：；（）《》\u3000"
_SIGNS = "®™§½¼¾±×÷²¥¢µ"
_DOUBTFUL_SIGNS = "³¹´¨¸¬¦¶¤†‡‰\xad"
_SIGN_WEIGHTS = {
    **dict.fromkeys(_MARKS, MARK), **dict.fromkeys(_SIGNS, SIGN), **dict.fromkeys(_DOUBTFUL_SIGNS, DOUBTFUL_SIGN),
}  # fmt: skip
_UNRANKED = {
    "zh-Hans": ("一", "鿿"),
    "zh-Hant": ("一", "鿿"),
    "ja": ("一", "鿿"),
    "ko": ("가", "힣"),
}  # the first and the last
_AFTER_NO_LETTER = frozenset("±½¼¾¶¡¿¥¢§×÷")

Weights = Mapping[str, float]


def detected(sample: bytes) -> str:
    """The likeliest codec of a text's bytes; Windows-1252 unless another one clearly wins.

    Args:
        sample: lines of the text, those that are not ASCII above all.
    """
    fits = {codec: _fit(sample.decode(codec, "replace"), languages) for codec, languages in _alphabets().items()}
    western = fits.pop(WESTERN)
    other = reduce(lambda best, codec: codec if fits[codec] >= fits[best] + LEAST_LEAD_OF_OTHERS else best, fits)
    return other if fits[other] >= western + LEAST_LEAD else WESTERN


def _fit(text: str, languages: Mapping[str, Weights]) -> float:
    """The mean weight of the characters outside ASCII in the language that they fit best."""
    counts = Counter(text.encode("utf-8", "surrogatepass").translate(None, bytes(range(128))).decode("utf-8", "ignore"))
    if not counts:
        return 0.0
    weight = max(_weight(counts, language, weights) for language, weights in languages.items())
    return (weight - ODD_PLACE * _odd_places(text)) / (counts.total() + FEW)


def _odd_places(text: str) -> int:
    """How many characters outside ASCII stand beside one that no word has beside them."""
    return sum(count for (before, after), count in Counter(pairwise(text)).items() if _is_odd(before, after))


def _is_odd(before: str, after: str) -> bool:
    """Whether two characters make no sense side by side: "éB", "caf\u0439", "by±"."""
    if before.isascii() and after.isascii():
        return False
    if before.islower() and after.isupper():
        return True
    if before.isascii() and before.islower() and after in _AFTER_NO_LETTER:
        return True
    return before.isalpha() and after.isalpha() and _is_latin(before) != _is_latin(after)


def _is_latin(char: str) -> bool:
    return char < "\u0370" or "\u1e00" <= char <= "\u1eff"


def _weight(counts: Counter[str], language: str, weights: Weights) -> float:
    first, last = _UNRANKED.get(language, ("~", ""))
    return sum(
        count * weights.get(char, UNRANKED if first <= char <= last else FOREIGN) for char, count in counts.items()
    )


@cache
def _alphabets() -> Mapping[str, Mapping[str, Weights]]:
    """For each codec its languages, and the weights of their letters."""
    alphabets: dict[str, dict[str, Weights]] = {}
    for line in Path(__file__).with_name("alphabets.tsv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, codecs, letters = line.split("\t")
            for codec in codecs.split():
                alphabets.setdefault(codec, {})[language] = _weights(letters)
    return alphabets


def _weights(letters: str) -> Weights:
    """The weight of each letter, by its rank."""
    weights = dict(_SIGN_WEIGHTS)
    for rank, letter in enumerate(letters):
        weight = 1 - (1 - RAREST) * rank / len(letters)
        if letter.upper() != letter:
            weights[letter.upper()] = CAPITAL * weight
        weights[letter] = weight
    return weights
