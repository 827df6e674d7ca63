"""Hostile pages: bodies, heads and what is encoded."""

import gzip
import zlib
from random import Random

from tests.hostile.shapes import SAID, STORY, Make, encoded, filled, head, nested, page

_OPEN = "<!DOCTYPE html><html><body><article>"


def _references(length: int) -> str:
    """Authors that are named elsewhere in the page's graph, so that each has to be looked up."""
    number = length // len('{"@id":"#1000"},{"@id":"#1000","name":"Ada"},')
    authors = ",".join(f'{{"@id":"#{n}"}}' for n in range(number))
    people = ",".join(f'{{"@id":"#{n}","name":"Ada"}}' for n in range(number))
    graph = f'{{"@graph":[{{"@type":"NewsArticle","headline":"Ice","author":[{authors}]}},{people}]}}'
    return f"<html><head><script type=application/ld+json>{graph}</script></head><body>{STORY}</body></html>"


BODIES: dict[str, Make] = {
    "paragraphs": page(f"<p>#. {SAID}</p>"),
    "paragraphs-of-one-letter": page("<p>a</p>"),
    "paragraphs-empty": page("<p></p>"),
    "paragraphs-unclosed": page("<p>ice"),
    "one-paragraph-of-a-long-line": filled(SAID, f"{_OPEN}<p>", f"</p>{STORY}"),
    "line-breaks-of-a-page": page("a<br>"),
    "line-breaks-alone": page("<br>"),
    "rules": page("<hr>"),
    "divs-deep": nested("<div>", "</div>", _OPEN, STORY),
    "divs-never-closed": filled("<div>", _OPEN, STORY),
    "divs-closed-only": filled("</div>", _OPEN, STORY),
    "divs-wide": page("<div>ice</div>"),
    "divs-with-classes": page('<div class="c# d e f">ice</div>'),
    "spans-deep": nested("<span>", "</span>", _OPEN, STORY),
    "spans-in-one-word": page("<span>a</span>"),
    "bold-never-closed": filled("<p><b id=#>ice", _OPEN, STORY),
    "formatting-misnested": page("<b><i>ice</b></i>"),
    "links": page("<a href=/#>ice</a> "),
    "links-deep": filled("<a href=x><div>", _OPEN, STORY),
    "links-with-long-targets": page(f"<a href='/{'x' * 400}'>ice</a>"),
    "menu-of-links": page("<nav><ul><li><a href=/#>News #</a></ul></nav>"),
    "lists": page("<ul><li>ice</li></ul>"),
    "list-items": filled("<li>The ferry #", f"{_OPEN}<ul>", f"</ul>{STORY}"),
    "list-items-of-one-letter": filled("<li>a", f"{_OPEN}<ul>", f"</ul>{STORY}"),
    "lists-deep": nested("<ul><li>", "</ul>", _OPEN, STORY),
    "definitions": filled("<dt>ice<dd>thick", f"{_OPEN}<dl>", f"</dl>{STORY}"),
    "table-rows": filled("<tr><td>ice<td>#", f"{_OPEN}<table>", f"</table>{STORY}"),
    "table-cells": filled("<td>a", f"{_OPEN}<table><tr>", f"</table>{STORY}"),
    "tables-deep": filled("<table><tr><td>", _OPEN, STORY),
    "tables-many": page("<table><tr><td>ice</table>"),
    "cells-that-span": page("<table><tr><td colspan=9999 rowspan=9999>ice</table>"),
    "foster-parented": filled("<table><p>ice", _OPEN, STORY),
    "options": filled("<option>ice", f"{_OPEN}<select>", f"</select>{STORY}"),
    "forms": page("<form><input name=a#><button>Send</button></form>"),
    "buttons": page("<button>Share</button>"),
    "figures": page("<figure><img src=#.jpg><figcaption>Ice. Photo: AP</figcaption></figure>"),
    "figures-never-closed": filled("<figure><figcaption>Ice #", _OPEN, STORY),
    "images": page("<img src=#.jpg alt='ice on the quay'>"),
    "image-as-data": filled("A", f"{_OPEN}<img src='data:image/png;base64,", f"'>{STORY}"),
    "headings": page("<h2>Ferry #</h2>"),
    "first-headings": page("<h1>Ferry # stays at its pier</h1>"),
    "heading-of-one-line": filled("Ferry ", f"{_OPEN}<h1>", f"</h1>{STORY}"),
    "headings-deep": filled("<h1>", _OPEN, STORY),
    "quotes-of-a-page": page("<blockquote>ice</blockquote>"),
    "quotes-deep": nested("<blockquote>", "</blockquote>", _OPEN, STORY),
    "preformatted": filled("ice  \n", f"{_OPEN}<pre>", f"</pre>{STORY}"),
    "code": page("<code>&lt;div&gt;</code>"),
    "sections": page(f"<section><h2>#</h2><p>{SAID}</p></section>"),
    "articles": page(f"<article><h2>#</h2><p>{SAID}</p></article>"),
    "asides": page("<aside>ice</aside>"),
    "headers-and-footers": page("<header>ice</header><footer>© #</footer>"),
    "details": page("<details><summary>ice</summary>thick</details>"),
    "iframes": page("<iframe src=#></iframe>"),
    "objects-deep": nested("<object>", "</object>", _OPEN, STORY),
    "templates-deep": nested("<template>", "</template>", _OPEN, STORY),
    "templates": page("<template><p>ice</template>"),
    "noscripts": page("<noscript><p>ice</noscript>"),
    "noscript-never-closed": filled("<noscript>", _OPEN, STORY),
    "noscripts-alone": filled("<noscript>a</noscript>", "<html><body>"),
    "scripts": page("<script>var a# = '<p>ice</p>';</script>"),
    "script-of-one-line": filled("a=1;", f"{_OPEN}<script>", f"</script>{STORY}"),
    "script-never-closed": filled("<script>", _OPEN, STORY),
    "scripts-escaped": page("<script><!--<script></script>"),
    "styles": page("<style>.a# { color: red }</style>"),
    "style-never-closed": filled("<style>a{}", _OPEN, STORY),
    "drawings": filled("<path d='M1 1'/>", f"{_OPEN}<svg>", f"</svg>{STORY}"),
    "drawings-deep": filled("<svg><g>", _OPEN, STORY),
    "formulas-deep": filled("<math><mi>", _OPEN, STORY),
    "plaintext": filled("ice <p>", f"{_OPEN}{STORY}<plaintext>"),
    "text-areas": page("<textarea>ice</textarea>"),
    "comments": page("<!-- ice -->"),
    "comments-empty": page("<!---->"),
    "comments-before-the-page": filled("<!-- ice -->\n", "", f"<html><body>{STORY}</body></html>"),
    "comments-empty-before-a-fragment": filled("<!---->", "", STORY),
    "comments-between-blocks": filled(f"<!-- wp:paragraph -->\n<p>{SAID}</p>\n<!-- /wp:paragraph -->\n\n"),
    "comments-never-closed": filled("<!-- ", _OPEN, STORY),
    "comments-badly-closed": page("<!-- ice --!><!-->-->"),
    "comment-of-one-line": filled("a-", f"{_OPEN}<!-- ", f" -->{STORY}"),
    "comment-of-dashes": filled("-", f"{_OPEN}<!-- ", f" -->{STORY}"),
    "conditional-comments": page("<!--[if lt IE 9]><p>ice</p><![endif]-->"),
    "cdata": page("<![CDATA[ice]]>"),
    "cdata-never-closed": filled("<![CDATA[", _OPEN, STORY),
    "instructions": page("<?php echo 1 ?>"),
    "instructions-before-the-page": filled("<?xml version='1.0'?>", "", f"<html><body>{STORY}"),
    "doctypes": filled("<!DOCTYPE html>", "", f"<html><body>{STORY}"),
    "pages-in-pages": page("<html><head></head><body>ice</body></html>"),
    "bodies": filled("<body class=#>", "<html>", STORY),
    "frames": filled("<frame src=#>", "<html><frameset>"),
    "attributes": filled(" a#=1", f"{_OPEN}<p", f">{STORY}"),
    "attributes-alike": filled(" a=1", f"{_OPEN}<p", f">{STORY}"),
    "attribute-of-one-line": filled("a ", f"{_OPEN}<p class='", f"'>ice</p>{STORY}"),
    "attribute-never-closed": filled("a ", f"{_OPEN}{STORY}<p class='"),
    "attributes-of-data": page("<p data-a='{&quot;a&quot;:#}' style='color:red'>ice</p>"),
    "attributes-quoted-badly": page('<p a=\'"b="\'c">ice</p>'),
    "identifiers": page("<p id=p#>ice</p>"),
    "hidden": page("<div hidden style='display:none'>ice</div>"),
    "tag-names-of-one-word": filled("a", f"{_OPEN}<", f">{STORY}"),
    "tag-names-unknown": page("<x-a#>ice</x-a#>"),
    "tag-signs-of-a-page": filled("<", _OPEN, STORY),
    "tag-signs-and-letters": filled("<a", _OPEN, STORY),
    "tag-ends": filled("</", _OPEN, STORY),
    "slashes-in-tags": filled("/", f"{_OPEN}<p ", f">{STORY}"),
    "entities-of-a-page": page("&eacute;&#8217;"),
    "entities-in-attributes": filled("&amp;", f"{_OPEN}<p title='", f"'>{STORY}"),
    "ruby": page("<ruby>渡<rt>わた</rt></ruby>"),
    "times": page("<time datetime=2024-01-05T06:00:00Z>Jan 5</time>"),
    "bylines-of-a-page": page("<span class=byline rel=author>By Ada Quill</span>"),
    "cards": page("<div class=card><a href=/#><img src=#><h3>Ferry # stays</h3></a><p>Ice.</p></div>"),
    "comments-of-readers": page("<div class=comment><b>Ada</b> says: <p>Very good #.</p><a>Reply</a></div>"),
    "posts-of-others": page("<blockquote class=twitter-tweet><p>Ice #</p>— Ada (@ada) January 5</blockquote>"),
    "live-updates": page("<div class=update><time>1#:00</time><h3>Ice</h3><p>The ferry stayed.</p></div>"),
    "page-cut-off-in-a-tag": filled(f"<p>{SAID}</p>", _OPEN, "<a href='/ic"),
    "page-without-blocks": filled("ice ", "<html><body>"),
    "fragment": filled(f"<p>{SAID}</p>"),
    "markup-of-text-alone": filled("a&nbsp;", "<p>", "</p><p>b</p>"),
}

HEADS: dict[str, Make] = {
    "titles": head("<title>Ferry # stays | Coast News</title>"),
    "title-of-one-line": head("Ferry ", "<title>", "</title>"),
    "title-of-bars": head("Coast News | ", "<title>Ferry stays | ", "</title>"),
    "title-of-dashes": head(" - a", "<title>Ferry stays", "</title>"),
    "title-of-colons": head("a: ", "<title>", "</title>"),
    "title-of-separators-alone": head("|", "<title>", "</title>"),
    "title-of-different-parts": head("Part # – ", "<title>", "</title>"),
    "title-of-guillemets": head("News » ", "<title>", "</title>"),
    "title-of-spaces": head(" ", "<title>a", "b</title>"),
    "title-of-entities": head("&mdash; a ", "<title>", "</title>"),
    "title-never-closed": head("ice ", "<title>"),
    "title-with-a-site-name-repeated": head(
        "Coast News | ", "<meta property=og:site_name content='Coast News'><title>", "</title>"
    ),
    "site-name-of-one-line": head("Coast ", "<title>Ferry | Coast</title><meta property=og:site_name content='", "'>"),
    "open-graph-title-of-one-line": head("Ferry | ", "<title>Ferry | a</title><meta property=og:title content='", "'>"),
    "meta-elements": head("<meta name=a# content=b>"),
    "meta-titles": head("<meta property=og:title content='Ferry # stays'>"),
    "meta-authors": head("<meta name=author content='Ada Quill #'>"),
    "meta-author-of-one-line": head("Ada Quill, ", "<meta name=author content='", "'>"),
    "meta-author-of-ands": head("Ada and ", "<meta name=author content='", "'>"),
    "meta-descriptions": head("<meta name=description content='The ferry # stayed.'>"),
    "meta-description-of-one-line": head("The ferry stayed. ", "<meta name=description content='", "'>"),
    "meta-dates": head("<meta property=article:published_time content=2024-01-05T06:00:00Z>"),
    "meta-date-of-digits": head("1", "<meta property=article:published_time content=", ">"),
    "meta-date-of-words": head("January 5 ", "<meta name=date content='", "'>"),
    "meta-languages": head("<meta http-equiv=content-language content=en>"),
    "language-of-one-word": filled("a", "<html lang=", f"><body><article>{STORY}"),
    "refreshes": head("<meta http-equiv=refresh content='#;url=/ice'>"),
    "refresh-of-digits": head("9", "<meta http-equiv=refresh content='", ";url=/ice'>"),
    "refresh-of-spaces": head(" ", "<meta http-equiv=refresh content='0;", "url=/ice'>"),
    "refresh-of-one-address": head("a/", "<meta http-equiv=refresh content='0;url=/", "'>"),
    "links-of-the-head": head("<link rel=canonical href=/#>"),
    "base-elements": head("<base href=https://coast.example/#/>"),
    "address-of-one-line": head("a/", "<link rel=canonical href=https://coast.example/", ">"),
    "json-ld-blocks": head('<script type=application/ld+json>{"@type":"NewsArticle","headline":"Ferry #"}</script>'),
    "json-ld-deep": head('{"a":', "<script type=application/ld+json>", "</script>"),
    "json-ld-lists-deep": head("[", "<script type=application/ld+json>", "</script>"),
    "json-ld-balanced": nested(
        '{"@graph":[', "]}", "<html><head><script type=application/ld+json>", f"</script></head><body>{STORY}", "{}"
    ),
    "json-ld-wide": head('{"@type":"Person","name":"Ada #"},', "<script type=application/ld+json>[", "{}]</script>"),
    "json-ld-authors": head(
        '{"@type":"Person","name":"Ada Quill #"},',
        '<script type=application/ld+json>{"@type":"NewsArticle","author":[',
        "{}]}</script>",
    ),
    "json-ld-keys": head('"k#":1,', '<script type=application/ld+json>{"@type":"NewsArticle",', '"z":1}</script>'),
    "json-ld-headline-of-one-line": head(
        "Ferry - ", '<script type=application/ld+json>{"@type":"NewsArticle","headline":"', '"}</script>'
    ),
    "json-ld-digits": head("9", '<script type=application/ld+json>{"@type":"NewsArticle","a":', "}</script>"),
    "json-ld-escapes": head(
        "\\u0000\\ud800", '<script type=application/ld+json>{"@type":"NewsArticle","headline":"', '"}</script>'
    ),
    "json-ld-date-of-one-line": head(
        "2024-01-05 ", '<script type=application/ld+json>{"@type":"NewsArticle","datePublished":"', '"}</script>'
    ),
    "json-ld-body": head(
        SAID, '<script type=application/ld+json>{"@type":"NewsArticle","articleBody":"', '"}</script>'
    ),
    "json-ld-broken": head('{"@type":"NewsArticle",', "<script type=application/ld+json>", "</script>"),
    "json-ld-comments": head("/* ice */ // ice\n", "<script type=application/ld+json>", "{}</script>"),
    "json-ld-values-side-by-side": head('{"a":1} ', "<script type=application/ld+json>", "</script>"),
    "json-ld-references": _references,
    "json-ld-publishers": head(
        '{"name":"Coast #"},',
        '<script type=application/ld+json>{"@type":"NewsArticle","headline":"Ice","publisher":[',
        "{}]}</script>",
    ),
    "json-ld-articles": head(
        '{"@type":"NewsArticle","headline":"Ferry #"},', "<script type=application/ld+json>[", "{}]</script>"
    ),
    "json-ld-entity-of-digits": head("9", "<script type=application/ld+json>{&quot;a&quot;:&quot;&#", "</script>"),
    "title-entity-of-digits": head("9", "<title>Ferry &amp;#", ";</title>"),
    "meta-author-with-suffixes": head(", Jr.", "<meta name=author content='Ada Quill", "'>"),
    "microdata-in-an-item-of-many-attributes": filled(
        "<i itemprop=author>Ada #</i>", f"{_OPEN}<div {' '.join(f'a{n}=1' for n in range(900))}>", STORY
    ),
    "first-headings-with-site-names": page("<h1>Coast News | Ferry # | Coast News | Ice | Coast News</h1>"),
    "microdata": page(
        "<div itemscope itemtype=https://schema.org/NewsArticle><span itemprop=headline>Ice</span></div>"
    ),
    "microdata-deep": filled("<div itemscope itemprop=author itemtype=https://schema.org/Person>", _OPEN, STORY),
    "microdata-authors": page("<span itemprop=author>Ada Quill #</span>"),
}

_PLAIN = filled("Caf\xe9 au port, dit l’\xe9t\xe9. ")
_PAGE = page("<p>Caf\xe9 au port, dit l’\xe9t\xe9.</p>")

ENCODED: dict[str, Make] = {
    "utf-8": encoded(_PLAIN, "utf-8"),
    "utf-8-with-a-mark": encoded(_PLAIN, "utf-8-sig"),
    "utf-16": encoded(_PLAIN, "utf-16"),
    "utf-16-without-a-mark": encoded(_PAGE, "utf-16-le"),
    "utf-32": encoded(_PLAIN, "utf-32"),
    "utf-7": encoded(_PLAIN, "utf-7"),
    "cp1252": encoded(_PLAIN, "cp1252"),
    "cp1252-page": encoded(_PAGE, "cp1252"),
    "cp1251": encoded(filled("Паром стоит у причала. "), "cp1251"),
    "koi8-r": encoded(filled("Паром стоит у причала. "), "koi8-r"),
    "shift-jis": encoded(filled("フェリーは港に残った。"), "shift-jis"),
    "gb18030": encoded(filled("渡轮停在码头。"), "gb18030"),
    "euc-kr": encoded(filled("여객선은 부두에 머물렀다. "), "euc-kr"),
    "utf-8-cut-off": lambda length: "渡".encode() * (length // 3) + "渡".encode()[:2],
    "utf-8-broken-here-and-there": lambda length: ("Café au port. ".encode() * 20 + b"\xff") * (length // 300 + 1),
    "all-bytes": lambda length: bytes(range(256)) * (length // 256 + 1),
    "high-bytes": lambda length: b"\xff" * length,
    "continuation-bytes": lambda length: b"\x80" * length,
    "nul-bytes": lambda length: b"\0" * length,
    "letters-with-nul": lambda length: b"a\0\0" * (length // 3 + 1),
    "charset-that-does-not-exist": encoded(head("<meta charset=utf-99>"), "utf-8"),
    "charsets-that-contradict": encoded(head("<meta charset=cp1251><meta charset=utf-8>"), "cp1252"),
    "charset-of-one-word": encoded(head("a", "<meta charset=", ">"), "utf-8"),
    "comments-before-the-charset": encoded(head("<!-- <meta charset=cp1251> -->"), "utf-8"),
    "gzip-of-a-text": lambda length: gzip.compress(SAID.encode() * (length // 80 + 1), 1, mtime=0),
    "gzip-of-noise": lambda length: gzip.compress(Random(0).randbytes(length), 1, mtime=0),  # noqa: S311
    "gzip-cut-off": lambda length: gzip.compress(SAID.encode() * (length // 80 + 1), 0, mtime=0)[:-20],
    "gzip-in-gzip": lambda length: gzip.compress(gzip.compress(SAID.encode() * (length // 80 + 1), 0, mtime=0), 0),
    "zlib-of-a-text": lambda length: zlib.compress(SAID.encode() * (length // 80 + 1), 0),
    "pdf": lambda length: b"%PDF-1.7\n" + b"1 0 obj\n" * (length // 8 + 1),
    "png": lambda length: b"\x89PNG\r\n\x1a\n" + b"\0" * length,
    "zip": lambda length: b"PK\x03\x04" + b"\0" * length,
}
