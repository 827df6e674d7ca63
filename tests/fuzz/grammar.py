"""Small grammars: a text or a page of random pieces, those of the fixtures among them."""

import json
from collections.abc import Callable
from functools import cache
from random import Random

from tests.cases import FIXTURES, read_cases

WORDS = ["the", "ferry", "harbour", "ice", "quay", "and", "of", "said", "was", "a", "to", "on", "council", "Monday"]
WORDS += ["Ada", "Quill", "Port", "Ellery", "2024", "six"]
FOREIGN = [
    "паром",
    "渡轮",
    "العبارة",
    "המעבורת",
    "フェリー",
    "여객선",
    "เรือ",
    "नौका",
    "İzmir",
    "Straße",
    "ﬁre",
    "naïve",
]
STOPS = [".", ".", ".", ",", "", "?", "!", ":", " —", "…", ".”", "。", ";"]
ODD = ["\u200b", "\ufeff", "\xa0", "\xad", "\u202e", "\u2067", "\u202c", "\u2028", "\x85", "\0", "\x1b", "\x7f", "\t"]
ODD += [
    "\ud800",
    "\udfff",
    "\ufffd",
    "\ufffe",
    "\ue000",
    "\u0301",
    "😀",
    "👩\u200d👧",
    "İ",
    "ſ",
    "\r",
    "\x0c",
    "'",
    '"',
]
ODD += ["“", "”", "„", "«", "‘", "’", "``", "''", "′", "—", "-", "_", "*", "|", "•", "»", ">", "<", "&", "#", "/", "\\"]
DAMAGED = ["â€œ", "â€™", "Ã©", "ã\x80\x80", "â\x80¨", "ÃƒÂ©", "Â\xa0", "ï¿½", "â€¦", "Ð°", "&acirc;&euro;&trade;"]
ENTITIES = ["&amp;", "&lt;", "&gt;", "&nbsp;", "&quot;", "&#8217;", "&#x202e;", "&#0;", "&#55296;", "&amp;amp;", "&#x"]
ENTITIES += ["&eacute;", "&shy;", "&zwj;", "&hellip", "&#9999999999;", "&;", "&#x1b;", "&NewLine;", "&ldquo;"]
MARKS = ["By ", "Photo: ", "(AP) — ", "Updated: ", "FILE - ", "Read more: ", "© ", "Tags: ", "Source: ", "* ", "1. "]
BLOCKS = ["p", "p", "p", "div", "div", "span", "b", "i", "a", "li", "ul", "ol", "table", "tr", "td", "h1", "h2", "h3"]
BLOCKS += [
    "figure",
    "figcaption",
    "blockquote",
    "article",
    "section",
    "nav",
    "aside",
    "header",
    "footer",
    "main",
    "pre",
]
BLOCKS += ["pre", "code", "script", "style", "noscript", "form", "button", "br", "img", "hr", "time", "svg", "dl", "dt"]
ATTRIBUTES = ["class='byline'", "class=share", "hidden", "id=a1", "href=/a", "src=x.jpg", "rel=author", "lang=de"]
ATTRIBUTES += ["itemprop=author", "datetime=2024-01-05", "style='display:none'", "title='a>b'", "class='", "x=\0"]
METAS = ["og:title", "og:site_name", "author", "description", "article:published_time", "og:type", "date", "refresh"]
KEYS = ["headline", "author", "datePublished", "name", "@graph", "articleBody", "alternativeHeadline", "inLanguage"]
MAX_DEPTH = 4  # deeper says nothing new: the families of tests.hostile go deep


@cache
def fixture_texts() -> tuple[str, ...]:
    """All texts and pages of the fixtures, the short ones of the cases among them, in a fixed order."""
    paths = sorted(path for kind in ("articles", "dumps") for path in (FIXTURES / kind).glob("*.txt"))
    paths += sorted((FIXTURES / "pages").rglob("*.html"))
    cases = sorted(path for kind in ("cleaners", "fields") for path in (FIXTURES / kind).glob("*.txt"))
    return (*(path.read_text("utf-8") for path in paths), *(case.text for path in cases for case in read_cases(path)))


@cache
def fixture_lines() -> tuple[str, ...]:
    """The lines of the fixtures, each once: what cleaners and fields look for is among them."""
    lines = dict.fromkeys(line for text in fixture_texts() for line in text.split("\n") if line.strip())
    rows = (FIXTURES / "fields" / "datelines.tsv").read_text("utf-8").split("\n")[1:]
    return (*lines, *(row.split("\t")[1] for row in rows if row))


def piece(rnd: Random) -> str:
    """A word, an odd character, an entity, damage, a mark."""
    return rnd.choice(rnd.choices((WORDS, FOREIGN, ODD, DAMAGED, ENTITIES, MARKS), (20, 4, 3, 1, 2, 1))[0])


def sentence(rnd: Random) -> str:
    """Some words, most often with a capital and a stop."""
    words = [rnd.choice(WORDS) if rnd.random() < 0.93 else piece(rnd) for _ in range(rnd.choice((1, 3, 8, 12, 20)))]
    text = rnd.choice((" ", " ", " ", " ", "  ", "")).join(words) + rnd.choice(STOPS)
    return text[:1].upper() + text[1:]


def line(rnd: Random) -> str:
    """A line of a text: of the fixtures, of sentences, of pieces."""
    kind = rnd.choices(("fixture", "sentences", "pieces"), (4, 4, 2))[0]
    if kind == "fixture":
        return rnd.choice(fixture_lines())
    if kind == "sentences":
        return " ".join(sentence(rnd) for _ in range(rnd.choice((1, 1, 2, 3))))
    return rnd.choice(("", " ")).join(piece(rnd) for _ in range(rnd.randint(1, 6)))


def text(rnd: Random) -> str:
    """A plain text of a few lines or paragraphs."""
    usual = rnd.choice(("\n", "\n\n", "\n\n", "\r\n", "\n \n"))
    lines = [line(rnd) for _ in range(rnd.choice((1, 2, 3, 5, 8, 14, 30)))]
    return "".join(part + (usual if rnd.random() < 0.85 else rnd.choice(("\n", " ", "\n\n\n"))) for part in lines)


def element(rnd: Random, depth: int = 0) -> str:
    """An element with what is in it, now and then not closed, or closed as another."""
    tag = rnd.choice(BLOCKS)
    attributes = "".join(f" {rnd.choice(ATTRIBUTES)}" for _ in range(rnd.choice((0, 0, 0, 1, 1, 2))))
    inner = "".join(_inner(rnd, depth) for _ in range(rnd.choice((0, 1, 1, 1, 2, 3))))
    closing = rnd.choices((f"</{tag}>", "", f"</{rnd.choice(BLOCKS)}>", "</"), (30, 3, 1, 0.3))[0]
    return f"<{tag}{attributes}>{inner}{closing}"


def _inner(rnd: Random, depth: int) -> str:
    if depth < MAX_DEPTH and rnd.random() < 0.35:
        return element(rnd, depth + 1)
    return rnd.choices((line(rnd), f"<!-- {piece(rnd)} -->", f"<![CDATA[{piece(rnd)}]]>", "\n"), (30, 1, 0.5, 2))[0]


def page(rnd: Random) -> str:
    """A page: a head with a title, metadata and JSON-LD, and a body of elements."""
    head = "".join(rnd.choice((_title, _meta, _json_ld))(rnd) for _ in range(rnd.choice((0, 1, 2, 4))))
    body = "".join(element(rnd) for _ in range(rnd.choice((1, 2, 4, 8, 16))))
    frames = (f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", f"<html>{head}{body}", head + body)
    return rnd.choice(frames)


def _title(rnd: Random) -> str:
    separator = rnd.choice((" | ", " - ", " – ", ": ", " » ", "|"))
    return f"<title>{separator.join(line(rnd) for _ in range(rnd.choice((1, 2, 2, 3))))}</title>"


def _meta(rnd: Random) -> str:
    key = rnd.choice(("name", "property", "http-equiv", "itemprop"))
    content = rnd.choice((line(rnd), "2024-01-05T06:00:00Z", "0;url=/ice", piece(rnd))).replace("'", "")
    return f"<meta {key}='{rnd.choice(METAS)}' content='{content}'>"


def _json_ld(rnd: Random) -> str:
    values: list[Callable[[], object]] = [
        lambda: line(rnd),
        lambda: piece(rnd),
        lambda: [line(rnd), {"@type": "Person", "name": line(rnd)}],
        lambda: {"@type": "NewsArticle", rnd.choice(KEYS): line(rnd)},
        lambda: rnd.choice((None, 7, -1.5e300, True, [[]])),
    ]
    row = {"@type": "NewsArticle"} | {rnd.choice(KEYS): rnd.choice(values)() for _ in range(rnd.randint(0, 4))}
    return f"<script type=application/ld+json>{json.dumps(row, ensure_ascii=rnd.random() < 0.5)}</script>"
