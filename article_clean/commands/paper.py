"""An article as a paper prints it: its fields and its paragraphs, with the dateline where it stood."""

import unicodedata
from collections.abc import Iterator

from article_clean.article import Article

_DASH = " \N{EM DASH}"  # for an end mark that is no plain punctuation in the source: an entity, mojibake
_BLANK_LINE = "\n\n"
MOST_KEPT = 4  # headline, deck, byline and date, where the body keeps them


def printed(article: Article) -> Iterator[str]:
    """The parts of an article, to be set apart by blank lines; `clean` reads the same fields from them again."""
    kept_lines = article.paragraphs[:MOST_KEPT]
    fields = (str(field) for field in (article.headline, article.deck, article.byline, article.published) if field)
    yield from (field for field in fields if field not in kept_lines)
    yield _story(article)


def _story(article: Article) -> str:
    """The body with its dateline: on the line that it stood on, or else on a line of its own at the same place."""
    if not article.dateline or any(line.startswith(str(article.dateline)) for line in article.paragraphs):
        return article.body  # it has none, or keeps it
    shift = 0
    for edit in article.trail:
        if edit.role == "dateline":
            offset = edit.start + shift
            passage = " ".join(article.source[edit.start : edit.end].split())
            dateline = str(article.dateline) + _end_mark(passage, str(article.dateline))
            return _joined(article, dateline, offset, _gap(article, edit.start, offset))
        shift += len(edit.text) - (edit.end - edit.start)
    return _joined(article, str(article.dateline), 0, _BLANK_LINE)  # no line of the text prints it


def _end_mark(passage: str, dateline: str) -> str:
    """What closes the dateline in the source, with the space before it: " —", ":" or nothing."""
    mark = passage.removeprefix(dateline)
    is_mark = all(unicodedata.category(char) in {"Pd", "Po", "Zs"} for char in mark)
    return mark if passage.startswith(dateline) and is_mark else _DASH


def _gap(article: Article, start: int, offset: int) -> str:
    """What stands between the dateline and the words behind it: a space or nothing on one line, else a blank line."""
    if offset == len(article.body):
        return _BLANK_LINE
    passage = article.source[start : article.trace(offset, offset + 1)[0]]
    if "\n" in passage[len(passage.rstrip()) :]:
        return _BLANK_LINE
    return " " if passage[-1:].isspace() else ""


def _joined(article: Article, dateline: str, offset: int, gap: str) -> str:
    body_before, body_after = article.body[:offset], article.body[offset:]
    parted = not body_before or body_before.endswith(_BLANK_LINE)
    return f"{body_before}{'' if parted else _BLANK_LINE}{dateline}{gap if body_after else ''}{body_after}"
