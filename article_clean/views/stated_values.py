"""What a page states of an article beside its text, each in one line, as all views show it."""

from collections.abc import Iterator

from article_clean.article import Article


def stated_values(article: Article) -> Iterator[tuple[str, str]]:
    """The name and the value of each such field that is known."""
    lead_image = article.image
    field_texts = {
        "modified": article.modified and str(article.modified),
        "publisher": article.publisher,
        "section": article.section,
        "keywords": ", ".join(article.keywords),
        "url": article.url,
        "image": lead_image and " · ".join(filter(None, (lead_image.url, lead_image.caption, lead_image.credit))),
        "description": article.description,
        "author_urls": ", ".join(
            f"{field_name} {author_url}" for field_name, author_url in article.author_urls.items()
        ),
        "is_free": _answer(article.is_free),
        "is_complete": _answer(article.is_complete),
        "wire": ", ".join(article.wire),
    }
    return ((field_name, field_text) for field_name, field_text in field_texts.items() if field_text)


def _answer(answer: bool | None) -> str:
    return "" if answer is None else "yes" if answer else "no"
