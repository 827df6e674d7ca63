"""An article in the terms of two standards: schema.org/NewsArticle and IPTC ninjs."""

from datetime import datetime
from uuid import NAMESPACE_OID, uuid5

from article_clean.article import Article
from article_clean.core.parts import Caption

NINJS = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}


def schema_org(article: Article) -> dict[str, object]:
    """The article as schema.org/NewsArticle JSON-LD; what is not known is left out."""
    people = [{"@type": "Person", "name": name} for name in article.authors]
    properties: dict[str, object] = {
        "headline": article.headline,
        "alternativeHeadline": article.deck,
        "author": people,
        "dateline": article.dateline and article.dateline.text,
        "datePublished": article.published and article.published.isoformat(),
        "articleBody": article.body,
        "inLanguage": article.language,
        "image": [_image(caption) for caption in article.captions],
    }
    return {"@context": "https://schema.org", "@type": "NewsArticle", **_known(properties)}


def ninjs(article: Article, uri: str | None) -> dict[str, object]:
    """The article as an IPTC ninjs 3.1 object; what is not known is left out."""
    uri = uri or f"urn:uuid:{uuid5(NAMESPACE_OID, article.source)}"
    agencies = (
        *(article.byline.agencies if article.byline else ()),
        *(article.dateline.agencies if article.dateline else ()),
    )
    properties: dict[str, object] = {
        "contentCreated": _moment(article),
        "language": article.language,
        "headlines": _valued({"main": article.headline, "sub": article.deck}),
        "by": article.byline and article.byline.text,
        "people": [{"name": name, "rel": "author"} for name in article.authors],
        "infoSources": [{"name": name} for name in dict.fromkeys(agencies)],
        "located": _located(article),
        "bodies": _valued({"main": article.body}),
        "associations": [
            _picture(caption, f"{uri}#picture{number}", number) for number, caption in enumerate(article.captions, 1)
        ],
    }
    return {"uri": uri, "type": "text", "standard": NINJS, **_known(properties)}


def _known(properties: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in properties.items() if value}


def _image(caption: Caption) -> dict[str, object]:
    return _known({"@type": "ImageObject", "caption": caption.text, "creditText": caption.credit})


def _moment(article: Article) -> str | None:
    """The standard asks for a date-time of RFC 3339: a day has no time, and a time without its zone is none."""
    published = article.published
    return published.isoformat() if isinstance(published, datetime) and published.tzinfo else None


def _valued(texts: dict[str, str | None]) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": text} for role, text in texts.items() if text]


def _located(article: Article) -> str | None:
    if not article.dateline:
        return None
    return ", ".join((*article.dateline.places, *filter(None, (article.dateline.region,))))


def _picture(caption: Caption, uri: str, number: int) -> dict[str, object]:
    texts = [{"role": "caption", "contentType": "text/plain", "value": caption.text}] if caption.text else []
    properties = _known({"descriptions": texts, "by": caption.credit})
    return {"name": f"picture{number}", "rel": "picture", "uri": uri, "type": "picture", **properties}
