"""What is known of a page as a whole: its text, what was chosen of it, its boxes, its address, what it says of itself.

Every feature is a number; a row has them in the order of `FEATURES`. The last ones are made of the words of its short
blocks, each of which weighs for a kind of page what it weighed on other sites. What was tried and told little more:
kinds of boxes that hold prose again and again, questions, sixty more names of boxes, more tags and types; of kinds also
headings that are links, the largest group of boxes alike, dates of short blocks; of the confidence also the holes and
ends of the choice, the likelihoods there, its tags, and the likelihood of the kind.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise
from urllib.parse import urlsplit

from article_clean.core.origin import Page
from article_clean.core.patterns import pattern_of
from article_clean.learned.choice import Choice
from article_clean.learned.tokens import said_in
from article_clean.pages.reading import Reading

KINDS = ("article", "listing", "collection", "forum", "product", "service", "documentation")
LONGEST_DATED = 60  # characters of a block that may be a date
LONGEST_NAMED = 40  # characters of a button, an entry of a menu, a label
MOST_TELLING = 5  # words that speak most for a kind
DOUBT = 3  # words without a weight that are added to those of a page: one word alone tells little

TAGS = ("p", "li", "h1", "h2", "h3", "h4", "article", "section", "div", "table", "form", "ul", "pre", "blockquote")
OPENED = ("img", "code", "input")
TYPES = ("DiscussionForumPosting", "NewsArticle")
MARKS = (
    "product", "cart", "price", "article", "post", "hero", "signature", "review", "user", "grid", "toc", "rating",
    "topic", "filter", "author", "contact", "forum", "comment", "card", "sidebar", "item", "message",
)  # fmt: skip
ADDRESS_WORDS = (
    "services", "docs", "threads", "t", "products", "product", "blog", "topic", "questions", "news", "collections",
    "forum", "category", "html", "php",
)  # fmt: skip
TEXT = (
    "blocks", "chars", "prose_blocks", "prose_chars", "prose_median", "prose_most", "linked", "picked", "picked_chars",
    "likeliest", "doubted", "spread", "worth", "untouched", "region", "prices", "prices_a_block", "years",
    "years_a_block", "html",
)  # fmt: skip
STATED = ("authors", "published", "description", "is_article", "is_product", "is_website", "is_untyped")
ADDRESS = ("path", "depth", "last", "dashes", "digits", "query", "year")
OF_WORDS = tuple(f"{what}_{kind}" for kind in KINDS for what in ("words", "most"))
OF_PAGE = (
    *TEXT, *STATED, *ADDRESS, *(f"address_{word}" for word in ADDRESS_WORDS),
    *(f"tag_{tag}" for tag in TAGS), "articles", "tables", "codes",
    *(f"opened_{tag}" for tag in OPENED), *(f"type_{name}" for name in TYPES), *(f"mark_{mark}" for mark in MARKS),
)  # fmt: skip
FEATURES = (*OF_PAGE, *OF_WORDS)

Lexicons = Mapping[str, Mapping[str, float]]  # what words weigh, by kind of page

_OPENED = pattern_of(rf"<({'|'.join(OPENED)})")  # all at once in a third of the time
_PRICE = pattern_of(r"[$€£¥]\s?\d")
_YEAR = pattern_of(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = pattern_of("[a-z]+")


def page_row(reading: Reading, block_shares: Sequence[float], choice: Choice) -> list[float]:
    """The features of a page but for those of its words, as `OF_PAGE` names them.

    Args:
        reading: the page.
        block_shares: how likely each block of its region is a part of an article.
        choice: what was chosen of these blocks.
    """
    boxes, html = reading.page.boxes, reading.html
    tag_counts = Counter(box.tag for box in boxes)
    box_names = " ".join(box.name for box in boxes).lower()
    opened_tags = Counter(_OPENED.findall(html))
    block_count, box_count = len(reading.page.blocks) or 1, len(boxes) or 1
    page_values = (
        *_text(reading, block_shares, choice),
        *_stated(reading),
        *_address(reading.metadata.address or ""),
        *(tag_counts[tag_name] / block_count for tag_name in TAGS),
        *(tag_counts["article"], tag_counts["table"], tag_counts["pre"]),
        *(opened_tags[tag_name] / block_count for tag_name in OPENED),
        *map(html.count, TYPES),
        *(box_names.count(name_mark) / box_count for name_mark in MARKS),
    )
    return [*map(float, page_values)]


def page_words(page: Page) -> frozenset[str]:
    """The words of a page's short blocks, in lower case."""
    return frozenset(said_in("\n".join(block.text for block in page.blocks if len(block.text) < LONGEST_NAMED)))


def word_row(words: Collection[str], lexicons: Lexicons) -> list[float]:
    """The features of a page's words, as `OF_WORDS` names them.

    Args:
        words: each once.
        lexicons: what they weigh.
    """
    feature_row: list[float] = []
    for page_kind in KINDS:
        lexicon = lexicons[page_kind]
        weights = sorted(lexicon[word] for word in lexicon.keys() & words)
        feature_row += sum(weights) / (len(weights) + DOUBT), float(sum(weights[-MOST_TELLING:]))
    return feature_row


def _text(reading: Reading, block_shares: Sequence[float], choice: Choice) -> Iterator[float]:
    """The features that `TEXT` names."""
    region, page_text, kept_blocks = reading.region, reading.page.text, choice.kept
    region_sums, block_count = region.sums, len(reading.page.blocks) or 1
    total_chars = region_sums.text[-1] or 1
    prose_sizes = sorted(
        chars_after - chars_before
        for chars_before, chars_after in pairwise(region_sums.prose)
        if chars_after > chars_before
    ) or [0]
    yield from (
        block_count,
        total_chars,
        len(prose_sizes) / block_count,
        region_sums.prose[-1] / total_chars,
        prose_sizes[len(prose_sizes) // 2],
        prose_sizes[-1],
    )
    yield from (
        region_sums.linked[-1] / total_chars,
        len(kept_blocks),
        sum(region.sizes[region.first + region_index] for region_index in kept_blocks) / total_chars,
    )
    yield from (
        max(block_shares, default=0.0),
        sum(min(block_share, 1 - block_share) for block_share in block_shares) / (len(block_shares) or 1),
    )
    yield (kept_blocks[-1] - kept_blocks[0] + 1) / len(kept_blocks) if kept_blocks else 0.0
    yield from (choice.worth, choice.untouched, (region.end - region.first) / block_count)
    price_count = len(_PRICE.findall(page_text))
    short_text = "\n".join(block.text for block in reading.page.blocks if len(block.text) < LONGEST_DATED)
    year_count = len(_YEAR.findall(short_text))
    yield from (price_count, price_count / block_count, year_count, year_count / block_count, len(reading.html))


def _stated(reading: Reading) -> Iterator[float]:
    """The features that `STATED` names."""
    metadata = reading.metadata
    kind = (metadata.article_type or "").lower()
    yield from (metadata.authors is not None, metadata.is_dated, bool(metadata.description))
    yield from ("article" in kind or "posting" in kind, "product" in kind, kind == "website", not kind)


def _address(address: str) -> Iterator[float]:
    """The features that `ADDRESS` and `ADDRESS_WORDS` name."""
    try:
        address_parts = urlsplit(address)
    except ValueError:
        address_parts = urlsplit("")
    address_path = address_parts.path.lower()
    path_steps = [path_step for path_step in address_path.split("/") if path_step]
    last_step = path_steps[-1] if path_steps else ""
    yield from (
        len(address_path),
        len(path_steps),
        len(last_step),
        last_step.count("-"),
        any(map(str.isdecimal, last_step)),
        bool(address_parts.query),
    )
    yield _YEAR.search(address_path) is not None
    path_words = {*_WORD.findall(address_path)}
    yield from (address_word in path_words for address_word in ADDRESS_WORDS)
