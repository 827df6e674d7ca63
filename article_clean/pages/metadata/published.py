"""The date of publication: what the page's marks and the lines around its headline say."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, datetime
from itertools import islice

from selectolax.lexbor import LexborNode

from article_clean.fields.dates.dates import printed_dates, says_updated
from article_clean.fields.dates.days import has_digit
from article_clean.knowledge.word_lists import words
from article_clean.pages.metadata.claims import Claim, Found, settle
from article_clean.pages.metadata.date_lines import (
    HAS_YEAR,
    LONGEST_DATE_LINE,
    LONGEST_LABEL,
    day_of,
    head_lines,
    line_dates,
)
from article_clean.pages.metadata.headings import around
from article_clean.pages.metadata.marks import MARK_WORD, Page, shown, value_of
from article_clean.pages.metadata.moments import is_likely, read_moment, scripted_moment, url_day
from article_clean.pages.metadata.scopes import of_article
from article_clean.pages.metadata.text import field_text

METAS = (
    "article:published_time", "og:article:published_time", "article:published", "article.published",
    "article:create_date", "article.created", "og:published_time", "og:pubdate", "bt:pubdate", "rnews:datepublished",
    "shareaholic:article_published_time", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime",
    "dc.date.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "citation_publication_date",
    "citation_online_date", "citation_date", "datepublished", "date_published", "published-date", "publication_date",
    "publishdate", "publish-date", "publish_date", "pubdate", "published_time", "published", "originalpublicationdate",
    "displaydate", "created", "date",
)  # fmt: skip
WEIGHTS = {  # of 582 dates printed right below a headline 94 % are right, of 592 in JSON-LD 89 %: what is printed wins
    "date line": 12.0, "dated line": 6.0, "json-ld": 4.0, "article:published_time": 4.0, "itemprop": 3.0,
    "line above": 2.5, "time": 2.0,
}  # fmt: skip
DATED = "[class*='date'],[class*='Date'],[class*='ublish']"
MOST_NODES = 12  # elements whose class says date; further down stand cards of other stories
MOST_DATED_LINES = 500  # of a page that dates its story nowhere near the headline
MOST_LINES = 8  # below the headline; further down dates belong to the story
MOST_IN_FRONT = 5  # texts and labels before a date: "Last updated", a space, "on", a space
MOST_ABOVE = 3  # against marks a date there is right on 5 of 29 pages, without on 45 of 50: it never outweighs them

_LINKS = frozenset("a")  # a date in one is another story's
_CHANGED = words("updated modified dateupdated lastupdated lastmodified datemodified")


def published_claims(page: Page, language: str | None) -> list[Claim[date]]:
    """What each place gives as the date of publication, in order of trust; the date of an update is none.

    Args:
        page: the page's marks.
        language: of the page, as it orders "4/5/2020"; None where it is not known.
    """
    day_first = puts_day_first(language)
    claims = list(_read(_marked(page)))
    marks = [claim.value for claim in claims]
    claims += _lines(head_lines(page.below[:MOST_LINES]), day_first, marks)
    is_agreed = len({day_of(claim.value) for claim in claims}) == 1
    if not is_agreed or not any(claim.origin in WEIGHTS for claim in claims):
        claims += _lines(page.above[:MOST_ABOVE], day_first, marks, "line above")
    for more_claims in (_elsewhere, _scripted, _only_day):
        claims = claims or list(more_claims(page, day_first))
    return claims


def choose_published(claims: list[Claim[date]]) -> Found[date] | None:
    """The day that the weightiest places agree on, in the fullest form: with its time and zone where one gives them."""
    agreed_day = settle(claims, day_of, WEIGHTS)
    if agreed_day is None:
        return None
    same_day = [
        moment
        for moment, origin in claims
        if origin in agreed_day.origins and day_of(moment) == day_of(agreed_day.value)
    ]
    return agreed_day._replace(value=max(same_day, key=_fullness))


def _fullness(moment: date) -> int:
    """2 for a time with its zone, 1 for a time, 0 for a day."""
    return 0 if not isinstance(moment, datetime) else 1 if moment.tzinfo is None else 2


def puts_day_first(language: str | None) -> bool | None:
    """How a language orders day and month; None for English of no named country."""
    return None if language in {None, "en"} else language not in {"en-US", "en-PH", "es-US"}


def _read(text_claims: Iterable[tuple[str, str]]) -> Iterator[Claim[date]]:
    for text, origin in text_claims:
        moment = read_moment(text)
        if moment:
            yield Claim(moment, origin)


def _marked(page: Page) -> Iterator[tuple[str, str]]:
    yield page.said("datePublished"), "json-ld"
    for name in filter(page.metas.__contains__, METAS):
        yield page.meta(name), name
    for node in of_article(page.properties.get("datepublished", ())):
        yield value_of(node), "itemprop"
    yield next(_times(page), ""), "time"
    yield page.said("dateCreated"), "json-ld created"
    yield next(filter(None, map(url_day, page.addresses)), ""), "url"


def _times(page: Page) -> Iterator[str]:
    """The readable `<time>`s of the story that no class, no property and no words in front call an update."""
    for node in page.story_times:
        attributes = node.attributes
        class_words = {word.casefold() for word in MARK_WORD.findall(attributes.get("class") or "")}
        text = field_text(attributes.get("datetime")) or shown(node)
        properties = (attributes.get("itemprop") or "").casefold().split()
        is_marked = bool(class_words & _CHANGED) or "datemodified" in properties
        if not {"published", "datepublished"} & {*class_words, *properties} and (is_marked or _is_update(node)):
            continue
        if read_moment(text):
            yield text


def _is_update(node: LexborNode) -> bool:
    """Whether a date is that of an update by the words in front of it, in its element or beside: "Updated <time>…"."""
    own_text = shown(node)
    own_dates = printed_dates(own_text)
    is_own = says_updated(own_text[: own_dates[0].start] if own_dates else own_text)
    return is_own or says_updated(_in_front(node))


def _in_front(node: LexborNode) -> str:
    """The text straight in front of an element, and the labels that stand there in elements of their own."""
    label = ""
    previous = node.prev
    for _ in range(MOST_IN_FRONT):
        if previous is None:
            break
        text_node = previous if previous.tag == "-text" else previous.first_child
        text = (text_node.text_content or "") if text_node is not None and text_node.tag == "-text" else ""
        is_label = text_node is not None and text_node.next is None and len(text) <= LONGEST_LABEL
        if previous.tag not in {"-text", "-comment"} and (not is_label or has_digit(text)):
            break
        label = f"{text} {label}"
        previous = previous.prev
    return label


def _elsewhere(page: Page, day_first: bool | None) -> Iterator[Claim[date]]:
    """Weaker places, for pages whose marks say nothing."""
    yield from _lines(page.above, day_first, origin="line above")
    yield from _lines(page.below, day_first, origin="line below")
    nodes = (
        node for node in page.tree.css(DATED)[:MOST_NODES] if around(node, _LINKS) is None and not _is_update(node)
    )
    yield from _lines(map(shown, nodes), day_first, origin="class")


def _scripted(page: Page, _day_first: bool | None) -> Iterator[Claim[date]]:
    moment = scripted_moment(page.html)
    if moment:
        yield Claim(moment, "script")


def _only_day(page: Page, day_first: bool | None) -> Iterator[Claim[date]]:
    """The day that a page prints on date lines, where it is one: at the story's foot, or amid its furniture."""
    lines = list(dict.fromkeys(_short(page.texts)))
    plain = (line.value for line in line_dates(lines[:MOST_DATED_LINES], day_first) if line.plain)
    first_day = next(plain, None)
    if first_day and all(day_of(day) == day_of(first_day) for day in plain):
        yield Claim(first_day, "only day")


def update_claims(page: Page, day_first: bool | None) -> Iterator[Claim[date]]:
    """What a page without a date of publication gives as that of its last update, anywhere."""
    yield from _read([(page.said("dateModified"), "json-ld modified")])
    yield from _read(
        (value_of(node), "itemprop modified") for node in of_article(page.properties.get("datemodified", ()))
    )
    lines = dict.fromkeys(_short((*page.below, *page.above, *page.texts)))
    yield from _last_updated(islice(lines, MOST_DATED_LINES), day_first)


def _lines(
    lines: Iterable[str], day_first: bool | None, stated: Collection[date] = (), origin: str = ""
) -> Iterator[Claim[date]]:
    """The first date of publication that these lines print; "date line" where nothing stands beside it."""
    line_date = next(line_dates(lines, day_first, stated), None)
    if line_date:
        yield Claim(line_date.value, origin or ("date line" if line_date.plain else "dated line"))


def _last_updated(lines: Iterable[str], day_first: bool | None) -> Iterator[Claim[date]]:
    """The first date that one of these lines calls that of an update."""
    for line in lines:
        dates = printed_dates(line, day_first=day_first) if says_updated(line) else ()
        moment = next(
            (printed_date.value for printed_date in dates if printed_date.value and is_likely(printed_date.value)), None
        )
        if moment:
            yield Claim(moment, "updated line")
            return


def _short(lines: Iterable[str]) -> Iterator[str]:
    """The lines that may be date lines."""
    return (line for line in lines if len(line) <= LONGEST_DATE_LINE and HAS_YEAR.search(line))
