"""An article in the terms of two standards: schema.org/NewsArticle and IPTC ninjs."""

from datetime import date, datetime
from urllib.parse import quote
from uuid import NAMESPACE_OID, uuid5

from article_clean.article import Article
from article_clean.core.parts import Caption, Image

NINJS = {"name": "ninjs", "version": "3.1", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#"}


def schema_org(article: Article) -> dict[str, object]:
    """Give the article as schema.org/NewsArticle JSON-LD, without what is not known."""
    author_people = [
        _known({"@type": "Person", "name": author_name, "url": article.author_urls.get(author_name)})
        for author_name in article.authors
    ]
    lead_image = article.image
    lead_images = (
        [_known({"@type": "ImageObject", "url": lead_image.url, **_credited(lead_image)})] if lead_image else []
    )
    properties: dict[str, object] = {
        "headline": article.headline,
        "alternativeHeadline": article.deck,
        "author": author_people,
        "dateline": article.dateline and article.dateline.text,
        "datePublished": article.published and article.published.isoformat(),
        "dateModified": article.modified and article.modified.isoformat(),
        "publisher": article.publisher and _organisation(article.publisher),
        "sourceOrganization": [*map(_organisation, article.wire)],
        "articleSection": article.section,
        "keywords": list(article.keywords),
        "url": article.url,
        "description": article.description,
        "isAccessibleForFree": article.is_free,
        "articleBody": article.body,
        "inLanguage": article.language,
        "image": [*lead_images, *map(_image, article.captions)],
    }
    return {"@context": "https://schema.org", "@type": "NewsArticle", **_known(properties)}


def ninjs(article: Article, uri: str | None) -> dict[str, object]:
    """The article as an IPTC ninjs 3.1 object; what is not known is left out."""
    address = article.url and _as_uri(article.url)
    uri = uri or address or f"urn:uuid:{uuid5(NAMESPACE_OID, article.source)}"
    properties: dict[str, object] = {
        "representationType": "partial" if article.is_complete is False else None,
        "versionCreated": _moment(article.modified),
        "contentCreated": _moment(article.published),
        "language": article.language,
        "descriptions": _valued({"summary": article.description}),
        "headlines": _valued({"main": article.headline, "sub": article.deck}),
        "by": article.byline and article.byline.text,
        "people": [_author(article, name) for name in article.authors],
        "subjects": [
            *([{"name": article.section, "rel": "section"}] if article.section else ()),
            *({"name": keyword, "rel": "keyword"} for keyword in article.keywords),
        ],
        "infoSources": [
            *({"name": name} for name in article.wire),
            *([{"name": article.publisher, "role": "publisher"}] if article.publisher else ()),
        ],
        "located": _located(article),
        "bodies": _valued({"main": article.body}),
        "associations": [
            *([_lead_picture(article.image)] if article.image else ()),
            *(
                _picture(caption, f"{uri}#picture{caption_number}", caption_number)
                for caption_number, caption in enumerate(article.captions, 1)
            ),
        ],
        "altIds": [{"role": "url", "value": article.url}] if article.url and address != uri else [],
    }
    return {"uri": uri, "type": "text", "standard": NINJS, **_known(properties)}


def _known(properties: dict[str, object]) -> dict[str, object]:
    """What there is of these; a False is an answer."""
    return {name: value for name, value in properties.items() if value or value is False}


def _organisation(name: str) -> dict[str, object]:
    return {"@type": "Organization", "name": name}


def _credited(picture: Caption | Image) -> dict[str, object]:
    caption = picture.text if isinstance(picture, Caption) else picture.caption
    return {"caption": caption, "creditText": picture.credit}


def _image(caption: Caption) -> dict[str, object]:
    return _known({"@type": "ImageObject", **_credited(caption)})


def _moment(moment: date | None) -> str | None:
    """The standard asks for a date-time of RFC 3339: a day has no time, and a time without its zone is none."""
    return moment.isoformat() if isinstance(moment, datetime) and moment.tzinfo else None


def _as_uri(address: str) -> str:
    """An address in the characters of RFC 3986, which a browser's may go beyond."""
    return quote(address, safe="%/:?#[]@!$&'()*+,;=~")


def _author(article: Article, name: str) -> dict[str, object]:
    address = article.author_urls.get(name)
    return _known({"name": name, "rel": "author", "uri": address and _as_uri(address)})


def _valued(texts: dict[str, str | None]) -> list[dict[str, str]]:
    return [{"role": role, "contentType": "text/plain", "value": text} for role, text in texts.items() if text]


def _located(article: Article) -> str | None:
    if not article.dateline:
        return None
    return ", ".join((*article.dateline.places, *filter(None, (article.dateline.region,))))


def _lead_picture(image: Image) -> dict[str, object]:
    uri = _as_uri(image.url)
    properties = _known({"descriptions": _valued({"caption": image.caption}), "by": image.credit})
    rendition = {"name": "main", "href": uri}
    return {"name": "image", "rel": "picture", "uri": uri, "type": "picture", **properties, "renditions": [rendition]}


def _picture(caption: Caption, uri: str, number: int) -> dict[str, object]:
    properties = _known({"descriptions": _valued({"caption": caption.text}), "by": caption.credit})
    return {"name": f"picture{number}", "rel": "picture", "uri": uri, "type": "picture", **properties}
