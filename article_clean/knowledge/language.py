"""The language of a text, from its script and its most frequent words.

A script that one language of the press is written in names it at once. Latin, Cyrillic, Arabic and Devanagari texts
are told apart by frequent words: each adds what it is likelier in a language than elsewhere, by Zipf's law from its
rank. The words of `languages.tsv` are the most frequent of jusText's lists, which were counted in Wikipedias.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from math import log
from pathlib import Path

from article_clean.core.caches import text_cache
from article_clean.core.document import Document
from article_clean.core.patterns import pattern_of

ENOUGH = 1_000  # code points of a text that are looked at
PARAGRAPH = 80  # code points; shorter lines are headings and menus, perhaps of another language
SCRIPT_SHOWS = 400  # code points in which the script is known
FEWEST_KNOWN = 4  # frequent words
LEAST_SHARE = 0.1  # of a text's words; in shared/pages .17 or more in known languages, .01 to .04 in Xhosa and Zulu
LEAST_LEAD = 0.1  # of the best language's evidence over the next; .16 or more there, but for close ones
MOST_NAMED = 100  # words a language
MOST_FREQUENT = 40  # words a language that stand in nearly every sentence
ABSENT = 6 * MOST_NAMED  # the rank that stands for words which are not listed
ENGLISH_SHOWS = 800  # code points in which English is known by a dozen words, without looking at other languages
SURE = 0.12  # of these words

_OTHER_SCRIPT = pattern_of(r"[\u0370-\u1dff\u3040-\ud7ff]")  # neither Latin nor mere marks
_BETWEEN = pattern_of(r"[\s\d!-/:-@\[-`{-~«»“”„‘’…–—•·।،؟|]+")
_ENGLISH = frozenset((
    "the", "of", "and", "to", "was", "for", "that", "with", "is", "in", "on", "as", "by", "from", "at", "his", "an",
))  # fmt: skip
_BY_BLOCK = {  # code points by 128s: the language that a block of Unicode is for
    "el": range(0x380 >> 7, 0x400 >> 7), "hy": range(0x530 >> 7, 0x580 >> 7), "he": range(0x590 >> 7, 0x600 >> 7),
    "bn": range(0x980 >> 7, 0xA00 >> 7), "pa": range(0xA00 >> 7, 0xA80 >> 7), "gu": range(0xA80 >> 7, 0xB00 >> 7),
    "or": range(0xB00 >> 7, 0xB80 >> 7), "ta": range(0xB80 >> 7, 0xC00 >> 7), "te": range(0xC00 >> 7, 0xC80 >> 7),
    "kn": range(0xC80 >> 7, 0xD00 >> 7), "ml": range(0xD00 >> 7, 0xD80 >> 7), "si": range(0xD80 >> 7, 0xE00 >> 7),
    "th": range(0xE00 >> 7, 0xE80 >> 7), "lo": range(0xE80 >> 7, 0xF00 >> 7), "bo": range(0xF00 >> 7, 0x1000 >> 7),
    "my": range(0x1000 >> 7, 0x1080 >> 7), "ka": range(0x1080 >> 7, 0x1100 >> 7),
    "am": range(0x1200 >> 7, 0x1380 >> 7), "km": range(0x1780 >> 7, 0x1800 >> 7),
    "ja": range(0x3000 >> 7, 0x3100 >> 7), "zh": range(0x4E00 >> 7, 0xA000 >> 7), "ko": range(0xAC00 >> 7, 0xD800 >> 7),
}  # fmt: skip
_LANGUAGES = {block: language for language, blocks in _BY_BLOCK.items() for block in blocks}
_SIMPLIFIED = frozenset("这们国说时来对会过还发开关经样实现学点问")
_TRADITIONAL = frozenset("這們國說時來對會過還發開關經樣實現學點問")
_CLOSE = ({"hr", "bs", "sr"}, {"id", "ms"}, {"nb", "nn", "da"}, {"hi", "ne", "mr"}, {"es", "gl", "pt"})
MOST_OF_IT = 0.4  # of the letters; the rest may be foreign names
LEAST_KANA = 0.05  # of the Chinese characters and kana of a Japanese text


def language_of(text: str) -> str | None:
    """The language of a text as a BCP 47 code; None where the text is too short or no known language stands out.

    The first 1,000 code points decide. Chinese is given with its script, other languages without script or region.

    >>> language_of("The council of the harbour said on Monday that it was ready to vote for the ferry and the bridge.")
    'en'
    >>> language_of("Der Rat der Stadt hat am Montag über die Brücke beraten, die seit dem Sommer gesperrt ist.")
    'de'
    """
    return _language_of(text[:ENOUGH])


@text_cache(entries=4)  # the views of one text, without one line or another, mostly begin alike
def _language_of(text: str) -> str | None:
    first_words = text[:ENGLISH_SHOWS].lower().split()
    if _is_english(first_words):
        return "en"
    lower_text = text.lower()
    script_language = _by_script(lower_text[:SCRIPT_SHOWS]) if _OTHER_SCRIPT.search(lower_text) else None
    if script_language:
        return script_language
    word_counts = Counter(_BETWEEN.split(lower_text))
    del word_counts[""]
    return _by_words(word_counts, word_counts.total())


def spoken(doc: Document) -> str | None:
    """The language of a document's paragraphs, or of all its lines where it has none; a fact (see `Document.fact`)."""
    sampled_texts: list[str] = []
    sampled_chars = 0
    for paragraph in doc.paragraphs:
        if len(paragraph.text) >= PARAGRAPH:
            sampled_texts.append(paragraph.text)
            sampled_chars += len(paragraph.text)
            if sampled_chars >= ENOUGH:
                break
    return language_of("\n".join(sampled_texts) or doc.text)


def same_language(first_tag: str, second_tag: str) -> bool:
    """Whether two tags name one language, whatever their script and region; Norwegian without more is Bokmål.

    >>> same_language("en-GB", "en"), same_language("no", "nb"), same_language("de", "nl")
    (True, True, False)
    """
    return _base(first_tag) == _base(second_tag)


def _base(tag: str) -> str:
    base = tag.split("-", maxsplit=1)[0]
    return "nb" if base == "no" else base


def _is_english(words: list[str]) -> bool:
    """Whether so many are English words, "the" among them, that no other language need be looked at."""
    english_count = sum(map(_ENGLISH.__contains__, words))
    return (
        english_count >= max(SURE * len(words), FEWEST_KNOWN) and "the" in words and ("of" in words or "and" in words)
    )


def _by_script(sample: str) -> str | None:
    """The language that most of the letters are written for."""
    block_counts = Counter(ord(sample_char) >> 7 for sample_char in sample if sample_char.isalpha())
    letter_counts: Counter[str] = Counter()
    for script_block, letter_count in block_counts.items():
        if script_block in _LANGUAGES:
            letter_counts[_LANGUAGES[script_block]] += letter_count
    if not letter_counts:
        return None
    if letter_counts["ja"] > LEAST_KANA * (letter_counts["ja"] + letter_counts["zh"]):
        letter_counts["ja"] += letter_counts.pop("zh", 0)
    language, letter_count = letter_counts.most_common(1)[0]
    if letter_count < MOST_OF_IT * block_counts.total():
        return None
    return _chinese(sample) if language == "zh" else language


def _chinese(sample: str) -> str:
    traditional = sum(map(sample.count, _TRADITIONAL))
    return "zh-Hant" if traditional > sum(map(sample.count, _SIMPLIFIED)) else "zh-Hans"


def _by_words(words: Counter[str], total: int) -> str | None:
    """The language whose frequent words are the likeliest here, where they are many and it leads the next."""
    evidence: dict[str, float] = defaultdict(float)
    word_shares: dict[str, int] = defaultdict(int)
    likelihoods = _likelihoods()
    for listed_word in likelihoods.keys() & words.keys():
        count = words[listed_word]
        for language, likelihood in likelihoods[listed_word]:
            evidence[language] += likelihood * count
            word_shares[language] += count
    ranked_languages = sorted(
        evidence.items(), key=lambda language_evidence: (-language_evidence[1], language_evidence[0])
    )
    (leading_language, leading_evidence), (runner_up, next_most) = [*ranked_languages[:2], ("", 0.0), ("", 0.0)][:2]
    if word_shares[leading_language] < max(LEAST_SHARE * total, FEWEST_KNOWN):
        return None
    are_close = any(leading_language in close_languages and runner_up in close_languages for close_languages in _CLOSE)
    return (
        leading_language.split("-")[0]
        if are_close or leading_evidence - next_most >= LEAST_LEAD * leading_evidence
        else None
    )


@cache
def _likelihoods() -> Mapping[str, list[tuple[str, float]]]:
    """For each listed word the languages that list it, and the logarithm of how much likelier it is there."""
    likelihoods: dict[str, list[tuple[str, float]]] = {}
    for table_line in Path(__file__).with_name("languages.tsv").read_text("utf-8").splitlines()[1:]:
        language, language_words = table_line.split("\t")
        for word_rank, listed_word in enumerate(language_words.split(" ")):
            likelihoods.setdefault(listed_word, []).append((language, log(ABSENT / (word_rank + 2))))
    return likelihoods


@cache
def frequent_words() -> frozenset[str]:
    """The most frequent words of all known languages: what prose is made of, and menus are not."""
    lists = Path(__file__).with_name("languages.tsv").read_text("utf-8").splitlines()[1:]
    return frozenset(word for line in lists for word in line.split("\t")[1].split(" ")[:MOST_FREQUENT])
