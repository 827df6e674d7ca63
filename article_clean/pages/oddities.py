"""Pages that hold no article: shells, walls, errors, lists; told by what they say, where they say little else.

A page with a long text is an article until it proves to be a list of teasers. Phrases count on short pages only, and
most of them only where the metadata names no article. They stand in `oddities.tsv` by kind:

bot          said by services that keep robots out
error        in the title or a heading of an error page
error_title  the same, and nothing else between the marks of a title
consent      asks for consent to cookies
script       asks for JavaScript
members      asks to subscribe or to log in

What a page means by a status: https://www.rfc-editor.org/rfc/rfc9110#section-15
"""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import NamedTuple

from article_clean.core.origin import Block, Box, Page
from article_clean.core.packed import Packed
from article_clean.core.patterns import pattern_of
from article_clean.core.presentable import presentable
from article_clean.fields.provenance import PageField
from article_clean.knowledge.word_counts import weight
from article_clean.knowledge.word_lists import words
from article_clean.pages.cards import is_list
from article_clean.pages.reading import Reading
from article_clean.pages.regions import is_prose

SHORT = 1_000  # letters of text that a page without an article may have; 24 of 1,160 articles have less
TINY = 300  # letters of what a shell or a stub shows; 3 of 1,160 articles have less
EMPTY = 40  # characters of a page that shows nothing but its name
BELOW = 6  # blocks below the text in which a prompt to subscribe belongs to it
LONGEST_HEADING = 120  # of an error page
LONGEST_QUOTED = 2_000  # characters of an address; what is longer holds data, and no server takes it
MOST_FRAMES = 5  # that are named
MOST_SECONDS = 5  # until a page sends its visitor on; one that loads itself anew waits longer
MUCH_MORE = 3  # times the text shown that the metadata has of an article which is shown in part
LOOKED_AT = 200_000  # characters of source in which a shell's marks are looked for

BOT = "the page is a check that its visitor is human, not the article; open it in a browser or fetch it another way"
ERROR = "the page reports an error ({}), and holds no article"
FRAMES = "the page is a set of frames; the text is in the pages that they show: {}"
REDIRECT = "the page only redirects to another address; fetch {}"
SCRIPT = "the page draws its text with JavaScript; render it in a browser first"
CONSENT = "the text found asks for consent to cookies; fetch the page with consent given"
MEMBERS = "the page shows only a part of the article; the rest is for subscribers or after a login"
PART = "the page shows only a part of the article; its metadata has {:,} characters"
TEASERS = "the page is a list of links to articles, not an article"

_CODE = pattern_of(
    r"(?:(?:error|http|fehler|erreur|status)\s)?(?:40[01345]|410|429|451|50[0234]|52[0-6])(?:\s?[-–:]?\s?error)?"
)
_PART = pattern_of(r"(?<!\s)\s++(?:[-–—|·»«:]++\s++|$)|[:|]\s+")
_CODE_FIRST = pattern_of(r"(?:error\s)?(?:40[01345]|410|429|451|50[0234]|52[0-6])\s[-–:]?\s?(?=\S)")
_TITLE = pattern_of(r"<title\b[^<>]*>([^<]*)", re.IGNORECASE)
_REFRESH = pattern_of(r"<meta[^<>]*http-equiv\s*=\s*[\"']?refresh\b[^<>]*", re.IGNORECASE)
_SENT_ON = pattern_of(
    r"content\s*+=\s*+[\"']?+\s*+(\d+)(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?([^\s\"'<>;]+)", re.IGNORECASE
)
_LOCATION = pattern_of(
    r"location(?:\.href)?\s*=\s*[\"']([^\"'\s]+)[\"']|location\.(?:replace|assign)\(\s*[\"']([^\"'\s]+)[\"']"
)
_FRAME = pattern_of(r"<frame\b[^<>]*\bsrc\s*=\s*[\"']?([^\s\"'<>]+)", re.IGNORECASE)
_MOUNT = pattern_of(
    r"<(?:div|main|section)\b[^<>]*\bid\s*=\s*[\"']?(?:root|app|__next|__nuxt|___gatsby|app-root|react-root|svelte)\b"
    r"|<app-root\b",
    re.IGNORECASE,
)
_HOME = pattern_of(
    r"<(?:link\b(?>[^<>]*?\brel\s*=\s*[\"']?canonical)[^<>]*\bhref|meta\b(?>[^<>]*?og:url)[^<>]*\bcontent)"
    r"\s*=\s*[\"']?https?://[^/\"'<>\s]+/?[\"'\s>]",
    re.IGNORECASE,
)
_NOSCRIPT = pattern_of(r"<noscript\b[^<>]*>", re.IGNORECASE)
_ARTICLE = pattern_of(r"(?:\w*article|\w*posting|post|blog|review|recipe)\b", re.IGNORECASE)
_CONSENT_MARKS = words(
    "onetrust didomi usercentrics cookiebot sourcepoint quantcast truste- truste_ trustarc iubenda cookieconsent "
    "qc-cmp cmpbox cmpwrapper cmp-banner cmp-consent cmp-root"  # not "cmp": classes of Adobe's components begin with it
)


class Oddities(NamedTuple):
    """What was odd about a page.

    Attributes:
        warnings: in plain sentences.
        is_article: False where the text that was chosen is certainly none of the page's own: a wall's, an error's.
        kind: what the page certainly is: "wall", "shell", "error" or "listing"; "" where that is to be judged.
        fields: that the article is not complete, where the page says so.
    """

    warnings: tuple[str, ...] = ()
    is_article: bool = True
    kind: str = ""
    fields: tuple[PageField, ...] = ()


def find_oddities(reading: Reading, picked_blocks: Sequence[int], html: str) -> Oddities:
    """What is odd about a page, by what it shows.

    Args:
        reading: the page.
        picked_blocks: the blocks that were chosen as its article, in order; may be empty.
        html: its source.
    """
    evidence = _Shown(reading, picked_blocks, html)
    rules = (_teasers,) if evidence.size > SHORT else _RULES
    return next(filter(None, (rule(evidence) for rule in rules)), Oddities())


class _Shown:
    """What a page shows, as the rules ask for it."""

    def __init__(self, reading: Reading, picked_blocks: Sequence[int], html: str) -> None:
        self.reading, self.picked, self.html = reading, picked_blocks, html
        blocks = reading.page.blocks
        self.blocks = (
            blocks.at(picked_blocks) if isinstance(blocks, Packed) else [blocks[index] for index in picked_blocks]
        )
        self.size = sum(weight(block.text) for block in self.blocks)

    @cached_property
    def is_named_article(self) -> bool:
        """Whether the metadata says that this is an article, or when it was published or updated."""
        return self.has_article_type or self.reading.metadata.is_dated

    @cached_property
    def has_article_type(self) -> bool:
        """Whether the metadata says that this is an article."""
        return bool(_ARTICLE.match(self.reading.metadata.article_type or ""))

    @cached_property
    def text(self) -> str:
        """All that the page shows, in lower case; "" where that is much."""
        page_text = self.reading.page.text
        return (
            _plain(page_text) if len(page_text) <= 4 * SHORT else _plain("\n".join(block.text for block in self.blocks))
        )

    @cached_property
    def titles(self) -> list[str]:
        """The title, and the headings, in lower case."""
        page = self.reading.page
        title_match = _TITLE.search(self.html[:LOOKED_AT])
        heading_texts = [
            block.text
            for block in page.blocks
            if len(block.text) <= LONGEST_HEADING and page.boxes[block.box].tag in _H
        ]
        return [
            _plain(title_text)
            for title_text in (title_match[1] if title_match else "", *page.headlines, *heading_texts[:4])
        ]

    @cached_property
    def is_drawn(self) -> bool:
        """Whether a script draws the page: it has an empty place for it, says so, or has scripts and nothing else."""
        source = self.html[:LOOKED_AT]
        is_empty = len(self.reading.page.text) < EMPTY and ("<script" in source or "modulepreload" in source)
        return is_empty or bool(_MOUNT.search(source)) or _asks_in_noscript(source)

    def says(self, kind: str) -> bool:
        """Whether the page shows one of these phrases."""
        return any(phrase in self.text for phrase in _phrases()[kind])

    def share(self, kind: str) -> float:
        """How much of the chosen text stands in blocks with one of these phrases."""
        matching_blocks = (
            block for block in self.blocks if any(phrase in _plain(block.text) for phrase in _phrases()[kind])
        )
        return sum(weight(block.text) for block in matching_blocks) / (self.size or 1)


_H = words("h1 h2 h3")


def _frames(evidence: _Shown) -> Oddities | None:
    if evidence.reading.page.blocks or "<frame" not in evidence.html.lower():
        return None
    frames = map(_quoted, _FRAME.findall(evidence.html)[:MOST_FRAMES])
    return _none(FRAMES.format(", ".join(frames) or "none named"), "shell")


def _bot(evidence: _Shown) -> Oddities | None:
    if evidence.is_named_article:
        return None
    is_titled = any(phrase in title for title in evidence.titles for phrase in _phrases()["bot"])
    return _none(BOT, "wall") if is_titled or evidence.says("bot") else None


def _error(evidence: _Shown) -> Oddities | None:
    if evidence.is_named_article:
        return None
    fault = next((title for title in evidence.titles if _is_fault(title)), None)
    return _none(ERROR.format(_quoted(fault)), "error") if fault else None


def _is_fault(page_title: str) -> bool:
    """Whether a title is that of an error page."""
    if len(page_title) > LONGEST_HEADING:
        return False
    if any(phrase in page_title for phrase in _phrases()["error"]):
        return True
    title_parts = [title_part.strip(" .!") for title_part in _PART.split(_CODE_FIRST.sub("", page_title, count=1))]
    return any(_CODE.fullmatch(title_part) or title_part in _phrases()["error_title"] for title_part in title_parts)


def _redirect(evidence: _Shown) -> Oddities | None:
    if evidence.size > TINY or evidence.is_named_article:
        return None
    for tag in _REFRESH.finditer(evidence.html[:LOOKED_AT]):
        target = _SENT_ON.search(tag[0])
        if target and float(target[1]) <= MOST_SECONDS:  # int() refuses thousands of digits
            return _none(REDIRECT.format(_quoted(target[2])), "shell")
    location = (
        _LOCATION.search(evidence.html)
        if len(evidence.html) <= 4 * SHORT and not evidence.reading.page.blocks
        else None
    )
    return _none(REDIRECT.format(_quoted(location[1] or location[2])), "shell") if location else None


def _script(evidence: _Shown) -> Oddities | None:
    if evidence.size > TINY:
        return None
    asks_for_script = evidence.says("script")
    if not (asks_for_script or evidence.is_drawn):
        return None
    holds_prose = not asks_for_script and any(map(is_prose, evidence.blocks))
    return Oddities((SCRIPT,)) if holds_prose else _none(SCRIPT, "shell")


def _asks_in_noscript(html: str) -> bool:
    """Whether a `<noscript>` speaks of JavaScript, which is called so in every language."""
    content_starts = (match.end() for match in _NOSCRIPT.finditer(html))
    return any(
        "javascript" in html[content_start : content_start + TINY].partition("</noscript")[0].lower()
        for content_start in content_starts
    )


def asks_for_consent(page: Page, block: Block) -> bool:
    """Whether a block of a page asks for consent to cookies: by its words, or by the name of a box around it."""
    text = _plain(block.text)
    return any(phrase in text for phrase in _phrases()["consent"]) or any(map(_is_of_consent, page.around(block.box)))


def _consent(evidence: _Shown) -> Oddities | None:
    if evidence.share("consent") >= 1 / 2 or _consent_boxes(evidence) >= 1 / 2:
        return _none(CONSENT, "wall")
    return None


def _consent_boxes(evidence: _Shown) -> float:
    """How much of the chosen text stands in boxes with the name of a consent service."""
    page = evidence.reading.page
    consent_blocks = (block for block in evidence.blocks if any(map(_is_of_consent, page.around(block.box))))
    return sum(weight(block.text) for block in consent_blocks) / (evidence.size or 1)


def _is_of_consent(box: Box) -> bool:
    name = box.name.lower()
    return any(mark in name for mark in _CONSENT_MARKS)


def _members(evidence: _Shown) -> Oddities | None:
    """A prompt in the text or right below it; one at the top of a page speaks of the site."""
    if not evidence.picked:
        return None
    blocks = evidence.reading.page.blocks[evidence.picked[0] : evidence.picked[-1] + BELOW]
    text = _plain("\n".join(block.text for block in blocks))
    return _shown_in_part(MEMBERS, "prompt") if any(phrase in text for phrase in _phrases()["members"]) else None


def _part(evidence: _Shown) -> Oddities | None:
    """Text that stands in full in the metadata only, in front of a wall or a script that shows it."""
    stated_body = evidence.reading.metadata.body or ""
    is_much_more = weight(stated_body) > MUCH_MORE * (evidence.size + TINY)
    return _shown_in_part(PART.format(len(stated_body)), "json-ld") if is_much_more else None


def _teasers(evidence: _Shown) -> Oddities | None:
    if not is_list(evidence.reading.page, evidence.picked):
        return None
    is_article = evidence.has_article_type and not _HOME.search(evidence.html[:LOOKED_AT])
    return None if is_article else Oddities((TEASERS,), kind="listing")


_RULES: tuple[Callable[[_Shown], Oddities | None], ...] = (
    _frames, _bot, _error, _redirect, _script, _consent, _members, _part, _teasers,
)  # fmt: skip


def _none(warning: str, kind: str) -> Oddities:
    """A page without an article."""
    return Oddities((warning,), is_article=False, kind=kind)


def _shown_in_part(warning: str, origin: str) -> Oddities:
    """A page that shows a part of its article, as it says itself."""
    return Oddities((warning,), fields=(PageField("is_complete", value=False, origins=(origin,)),))


def _quoted(text: str) -> str:
    """What a warning says of the page in the page's own words, which are also the reason of each of its cuts."""
    return presentable(text if len(text) <= LONGEST_QUOTED else f"{text[:LONGEST_QUOTED]}…")


def _plain(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").replace("&amp;", "&").split())


@cache
def _phrases() -> Mapping[str, Sequence[str]]:
    phrases: dict[str, list[str]] = {}
    table_path = Path(__file__).with_name("oddities.tsv")
    for table_line in table_path.read_text(encoding="utf-8").splitlines()[1:]:
        phrase_kind, phrase_text, _ = table_line.split("\t")
        phrases.setdefault(phrase_kind, []).append(phrase_text)
    return phrases
