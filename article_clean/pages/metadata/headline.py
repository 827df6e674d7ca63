"""The headline: what the page's marks call its title, without the site's name."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from article_clean.core.patterns import pattern_of
from article_clean.fields.bylines.byline import find_byline
from article_clean.knowledge.language import frequent_words
from article_clean.pages.metadata.claims import LEAST_WEIGHT, Claim, Found, settle
from article_clean.pages.metadata.lone_names import is_date
from article_clean.pages.metadata.marks import LONGEST_MARK, Page, value_of
from article_clean.pages.metadata.scopes import of_article
from article_clean.pages.metadata.sites import squeezed, without_site
from article_clean.pages.metadata.surroundings import text_of
from article_clean.pages.metadata.text import words_of

WEIGHTS = {  # the best of 600 settings on three public sets; the h1 loses where JSON-LD and Open Graph agree against it
    "lone h1": 8.0, "block": 3.0,
    "h1": 5.0, "h2": 5.0, "h3": 5.0, "json-ld": 3.0, "og:title": 2.0, "itemprop": 2.0, "twitter:title": 1.0,
    "title": 0.5, "json-ld name": 0.5, "other h1": 0.4,
}  # fmt: skip
METAS = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title", "citation_title", "title")
MOST_KICKER_WORDS = 4  # "Buying Guide:", "College Sports |", "Dec 18 2025"
NEARLY = 0.5  # of the share of the likest heading: a story's first heading before one of its sections
LEAST_SAID = 0.25  # of a title's words, and more in a heading of the same story; .2 to .3 do as well on 2,001 pages

MOST_ALIKE = 0.75  # of the words of two titles: "Joburg has failed its traders", "Johannesburg has failed its traders"
MOST_TITLE_WORDS = 25  # of a heading; the longest of 1,158 real headlines has 24
MOST_MARKS_APART = 8  # characters that quotation marks and dashes make of difference between two of the same words
FEWEST_TITLE_WORDS = 3  # of a heading that shares no words with the head; "Score" and "Day 7" are sections
MOST_HEAD_LINES = 5  # below a heading: its deck, byline and date

_WORD = pattern_of(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")  # Chinese parts no words


class _Likeness(NamedTuple):
    """How like a text is to a title.

    Attributes:
        share: the words that both have, of all words of the two.
        said: the same of the title's words alone.
    """

    share: float = 0.0
    said: float = 0.0


def headline_claims(page: Page, sites: frozenset[str]) -> list[Claim[str]]:
    """What each place gives as the headline, the site's name taken off, in order of trust.

    Args:
        page: the page's marks.
        sites: keys of the site's own names.
    """
    headings = _bare(_headings(page), sites, frozenset())
    properties = of_article(page.properties.get("headline", ()))
    marked_claims = _bare((Claim(value_of(node), "itemprop") for node in properties), sites, frozenset())
    headline_keys = frozenset(words_of(claim.value) for claim in (*headings, *marked_claims))
    json_claims = [Claim(page.said("headline"), "json-ld"), Claim(page.said("name"), "json-ld name")]
    described_claims = _bare(json_claims, sites, headline_keys)
    headline_keys |= {words_of(claim.value) for claim in described_claims}
    head_values = [*((page.meta(name), name) for name in METAS), (page.title, "title")]
    head_claims = [*described_claims, *_bare([Claim(*head_value) for head_value in head_values], sites, headline_keys)]
    headings = _on_topic(_without_kicker(headings, head_claims), head_claims)
    return [*_weighed(headings, head_claims, page, sites), *_without_kicker(marked_claims, head_claims), *head_claims]


def choose_headline(claims: list[Claim[str]]) -> Found[str] | None:
    """The title that the weightiest places agree on."""
    return settle(claims, words_of, WEIGHTS)


def _bare(claims: Iterable[Claim[str]], sites: frozenset[str], headline_keys: frozenset[str]) -> list[Claim[str]]:
    """The claims without the site's name; those that give nothing else are left out."""
    claim_list = list(claims)
    texts = {text for text, _ in claim_list}  # most say the same
    titles = {text: without_site(text, sites, headline_keys) for text in texts}
    titled_texts = {text for text, title in titles.items() if words_of(title).replace(" ", "") not in {*sites, ""}}
    return [Claim(titles[text], origin) for text, origin in claim_list if text in titled_texts]


def _on_topic(headings: list[Claim[str]], head_claims: list[Claim[str]]) -> list[Claim[str]]:
    """The headings that are like what the head says, and nearly as like as the likest: sections and menus are not."""
    keys = list(dict.fromkeys(words_of(claim.value) for claim in head_claims))
    titles = [_content(key) for key in keys]
    likeness = [_Likeness() if _is_rest(words_of(text), keys) else _likeness(text, titles) for text, _ in headings]
    best_share = max(likeness, default=_Likeness()).share
    near_headings = [
        heading
        for heading, (share, title_share) in zip(headings, likeness, strict=True)
        if title_share > LEAST_SAID and share >= NEARLY * best_share
    ]
    return near_headings or [heading._replace(origin="other h1") for heading in headings]


def _weighed(
    headings: list[Claim[str]], head_claims: list[Claim[str]], page: Page, sites: frozenset[str]
) -> list[Claim[str]]:
    """The headings, and where the head says another title, by what the page prints of it.

    What stands nowhere in the text was written for searches, and the lone heading of the story is its headline; so is
    a heading with the story's byline or date below it, whatever words it shares with the head.
    """
    stated_title = choose_headline(head_claims)
    key = words_of(stated_title.value) if stated_title else ""
    heading_keys = {words_of(heading.value) for heading in headings}
    if (
        stated_title is None
        or not headings
        or not heading_keys.isdisjoint(words_of(claim.value) for claim in head_claims)
    ):
        return headings
    length = len(stated_title.value)
    if any(words_of(text) == key for text in page.texts if abs(len(text) - length) <= MOST_MARKS_APART):
        return [*headings, Claim(stated_title.value, "block")]
    first_heading = headings[0]
    if first_heading.origin == "other h1":
        return (
            [first_heading._replace(origin="h1"), *headings[1:]]
            if _is_headed(first_heading.value, page, sites)
            else headings
        )
    is_lone = len(heading_keys) == 1 and _is_anothers(first_heading.value, key)
    return [first_heading._replace(origin="lone h1")] if is_lone else headings


def _is_headed(heading: str, page: Page, sites: frozenset[str]) -> bool:
    """Whether a heading of an article that is none of the site has the story's byline or date below it."""
    is_article = page.article is not None or page.meta("og:type").casefold() == "article"
    if not is_article or len(heading.split()) < FEWEST_TITLE_WORDS or any(map(squeezed(heading).__contains__, sites)):
        return False
    return any(is_date(line) or find_byline(line) for line in page.below[:MOST_HEAD_LINES])


def _is_anothers(text: str, key: str) -> bool:
    """Whether a heading is another title than this one, neither a part of it nor it with more, nor a sentence."""
    heading_key = words_of(text)
    return (
        len(text.split()) <= MOST_TITLE_WORDS
        and f" {heading_key} " not in f" {key} "
        and f" {key} " not in f" {heading_key} "
        and _likeness(text, [_content(key)]).share <= MOST_ALIKE
    )


def _is_rest(key: str, titles: list[str]) -> bool:
    """Whether this is what one title has in addition to another: the blog's name in "Blog: Story" beside "Story"."""
    return any(f"{key} {title}" in titles or f"{title} {key}" in titles for title in titles)


def _without_kicker(printed_claims: list[Claim[str]], head_claims: list[Claim[str]]) -> list[Claim[str]]:
    """The printed titles without the kicker in front, where most of the head gives the same title without it."""
    titles = [(claim, words_of(claim.value)) for claim in head_claims]
    return [claim._replace(value=_cut(claim.value, titles)) for claim in printed_claims]


def _cut(text: str, titles: list[tuple[Claim[str], str]]) -> str:
    key = words_of(text)
    for title, title_key in titles:
        front = key.removesuffix(title_key).split() if title_key and key.endswith(f" {title_key}") else []
        is_kicker = 0 < len(front) <= min(MOST_KICKER_WORDS, len(title_key.split()))
        if is_kicker and not frequent_words().issuperset(front) and _weight(title_key, titles) > _weight(key, titles):
            return title.value
    return text


def _weight(key: str, titles: list[tuple[Claim[str], str]]) -> tuple[bool, float]:
    """Whether JSON-LD gives this title, and what the places together weigh that do; the rest have forums' labels."""
    claims = [title for title, title_key in titles if title_key == key]
    is_described = any(claim.origin == "json-ld" for claim in claims)
    return is_described, sum(WEIGHTS.get(claim.origin, LEAST_WEIGHT) for claim in claims)


def _likeness(text: str, titles: list[frozenset[str]]) -> _Likeness:
    """How like a text is to the title that it is most like."""
    own_words = _content(words_of(text))
    word_counts = ((len(own_words & title), len(own_words | title), len(title)) for title in titles)
    return max(
        (
            _Likeness(same_count / word_count, same_count / title_size)
            for same_count, word_count, title_size in word_counts
            if title_size
        ),
        default=_Likeness(),
    )


def _content(key: str) -> frozenset[str]:
    """The words of a title without those that any text has, unless it has no others."""
    words = frozenset(_WORD.findall(key))
    return words - frequent_words() or words


def _headings(page: Page) -> Iterator[Claim[str]]:
    for node in page.headings:
        text = text_of(node)
        if len(text) <= LONGEST_MARK:
            yield Claim(text, node.tag or "h1")
