"""What the article is about, in the page's own words: its section, and its keywords."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from article_clean.core.patterns import pattern_of
from article_clean.knowledge.placeholder_names import NO_SECTIONS
from article_clean.pages.metadata.claims import Claim, Found, leading
from article_clean.pages.metadata.jsonld import listed
from article_clean.pages.metadata.marks import Page, value_of
from article_clean.pages.metadata.scopes import of_article
from article_clean.pages.metadata.sites import squeezed
from article_clean.pages.metadata.text import field_text, words_of

SECTION_METAS = ("article:section", "og:section", "parsely-section", "prism.section", "section")
KEYWORD_METAS = (
    "news_keywords", "article:tag", "keywords", "sailthru.tags", "cxenseparse:keywords", "dc.subject",
    "citation_keywords",
)  # fmt: skip  # without "parsely-tags": three of four lists there have names that only machines read
LONGEST_SECTION = 60  # characters
MOST_SECTIONS = 5  # that a page names of one story; what has more are tags
LONGEST_KEYWORD = 100
LONGEST_KEYWORDS = 10_000  # characters of all of them
MOST_KEYWORDS = 100

FEWEST_CODES = 5  # keywords in capitals, most of all, that are an agency's codes: "MTVID", "AERO", "CCOS"
FEWEST_NAMED_VALUES = 3  # most of all, that are values with their names: "contentType: Feature", "locale: US"

_SEPARATOR = pattern_of(r"[,;，、،](?![^(),]{0,40}+\))")  # not the comma of "Storming of the US Capitol (Jan, 2021)"
_FOR_MACHINES = pattern_of(r"[@_/]|\d{5,}$|.*[={}\[\]]|.*:$")
_NAMED_VALUE = pattern_of(r"[\w-]+(?: \w+){0,2}: \S")
_PATH = pattern_of(r"\s?[|>]\s?|(?<=\S)/(?=[a-z])")


def read_section(page: Page, sites: Collection[str]) -> Found[str] | None:
    """The section that the story stands in; the first where the page names a few.

    Args:
        page: the page's marks.
        sites: keys of the site's own names, which are no section.
    """
    claims = [Claim(name, origin) for name, origin in _sections(page) if _is_section(name, sites)]
    return leading(sorted(claims, key=lambda claim: "," in claim.value), words_of)


def _is_section(name: str, sites: Collection[str]) -> bool:
    """Whether this may be the name of a section: no list of tags, no number, no name for machines or for none."""
    key = words_of(name)
    return (
        0 < len(name) <= LONGEST_SECTION
        and name.count(",") <= 1
        and "_" not in name
        and any(map(str.isalpha, name))
        and key not in NO_SECTIONS
        and squeezed(name) not in sites
    )


def _sections(page: Page) -> Iterator[tuple[str, str]]:
    names = listed((page.article or {}).get("articleSection"))
    if len(names) <= MOST_SECTIONS:
        yield from ((_first_part(field_text(name)), "json-ld") for name in names[:1])
    for name in filter(page.metas.__contains__, SECTION_METAS):
        yield _first_part(page.meta(name)), name
    yield from (
        (_first_part(value_of(node)), "itemprop") for node in of_article(page.properties.get("articlesection", ()))
    )


def _first_part(name: str) -> str:
    """The first part of a path: "Deportes" of "Deportes/formula-1", "News" of "News | World" and "News > World"."""
    return _PATH.split(name.strip(" -–—|>/"), maxsplit=1)[0]


def read_keywords(page: Page) -> Found[tuple[str, ...]] | None:
    """The keywords of the first place that has some, each once, without those that only machines read."""
    claims = (Claim(keywords, origin) for texts, origin in _keyword_texts(page) if (keywords := _keywords(texts)))
    return leading(claims, lambda keywords: frozenset(map(words_of, keywords)))


def _keyword_texts(page: Page) -> Iterator[tuple[Sequence[object], str]]:
    yield listed((page.article or {}).get("keywords")), "json-ld"
    for name in filter(page.metas.__contains__, KEYWORD_METAS):
        yield page.metas[name], name
    yield [value_of(node) for node in of_article(page.properties.get("keywords", ()))], "itemprop"


def _keywords(texts: Sequence[object]) -> tuple[str, ...]:
    """The keywords of one place: of a single text its parts, of several texts each as it is."""
    names = [
        field_text(text.get("name") if isinstance(text, dict) else text, LONGEST_KEYWORDS)
        for text in texts[:MOST_KEYWORDS]
    ]
    distinct_names = list(dict.fromkeys(filter(None, names)))
    keywords = _parts(distinct_names[0]) if len(distinct_names) == 1 else distinct_names
    by_key: dict[str, str] = {}
    for keyword in filter(_is_keyword, (keyword.strip(" #\"'") for keyword in keywords)):
        by_key.setdefault(words_of(keyword), keyword)
    distinct_keywords = [*by_key.values()]
    codes = [keyword for keyword in distinct_keywords if keyword.isupper() and " " not in keyword]
    if len(codes) >= max(FEWEST_CODES, len(distinct_keywords) / 2):
        return ()
    plain_keywords = [keyword for keyword in distinct_keywords if not _NAMED_VALUE.match(keyword)]
    if len(distinct_keywords) - len(plain_keywords) >= max(FEWEST_NAMED_VALUES, len(distinct_keywords) / 2):
        distinct_keywords = plain_keywords
    return tuple(distinct_keywords)[:MOST_KEYWORDS]


def _parts(text: str) -> Iterable[str]:
    parts = _SEPARATOR.split(text)
    return parts if len(parts) > 1 else text.split("|")


def _is_keyword(keyword: str) -> bool:
    is_short = 0 < len(keyword) <= LONGEST_KEYWORD
    key = words_of(keyword) if is_short else ""
    return key != "" and key not in NO_SECTIONS and not _FOR_MACHINES.match(keyword)
