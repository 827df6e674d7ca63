"""What a page states of an article beside its text, each in one line, as all views show it."""

from collections.abc import Iterator

from article_clean.article import Article


def stated_values(article: Article) -> Iterator[tuple[str, str]]:
    """The name and the value of each such field that is known."""
    image = article.image
    texts = {
        "modified": article.modified and str(article.modified),
        "publisher": article.publisher,
        "section": article.section,
        "keywords": ", ".join(article.keywords),
        "url": article.url,
        "image": image and " · ".join(filter(None, (image.url, image.caption, image.credit))),
        "description": article.description,
        "author_urls": ", ".join(f"{name} {url}" for name, url in article.author_urls.items()),
        "is_free": _answer(article.is_free),
        "is_complete": _answer(article.is_complete),
        "wire": ", ".join(article.wire),
    }
    return ((name, text) for name, text in texts.items() if text)


def _answer(answer: bool | None) -> str:
    return "" if answer is None else "yes" if answer else "no"
