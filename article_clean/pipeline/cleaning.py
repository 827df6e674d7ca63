"""What people call: `clean`, and `articles`."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Literal, Never, get_args

from article_clean.article import Article
from article_clean.core.arguments import check_names, check_type
from article_clean.core.favor import Favor, check_favor
from article_clean.core.keep import KeepName, checked_keep
from article_clean.errors import InputTypeError, PipelineError
from article_clean.intake import decode
from article_clean.intake.calls import call_for
from article_clean.intake.html_or_text import looks_like_html
from article_clean.intake.lookalikes import lookalike
from article_clean.intake.markdown_or_text import looks_like_markdown
from article_clean.pipeline.pipeline import Pipeline
from article_clean.pipeline.presets import DEFAULT
from article_clean.pipeline.stages import run

if TYPE_CHECKING:
    from article_clean.pages import Engine

Kind = Literal["auto", "text", "html", "markdown", "page", "article"]
KINDS: tuple[Kind, ...] = get_args(Kind)


def clean(  # noqa: PLR0913  # by name, and each with a default
    raw: str | bytes,
    *,
    url: str | None = None,
    kind: Kind = "auto",
    pipeline: Pipeline = DEFAULT,
    engine: "Engine" = "blocks",
    favor: Favor = "balance",
    keep: Iterable[KeepName] = (),
    **unknown: Never,
) -> Article:
    """Clean one article.

    Args:
        raw: the raw text, HTML or Markdown. Bytes are decoded by their BOM, by the charset that the HTML names, as
            UTF-8, or by detection, in this order.
        url: its address. It helps to find the name of the site and the date, and becomes the article's `url` unless
            the page names another.
        kind: "html"; "markdown"; "text"; "page", the text of a whole page with its menus; "article", the text of an
            article and its leftovers, for example a body that is cleaned again; or "auto" to detect it. Only "html"
            and "markdown", and "auto" if the input looks like one of them, read markup.
        pipeline: the cleaners to run.
        engine: what finds the article in HTML: "blocks", the model that ships here; "trafilatura"; or a `BlockModel`,
            which finds it in Markdown, too.
        favor: what a model does if it is in doubt: "precision" removes more, "recall" keeps more, "balance" is in
            between. It does not affect rules.
        keep: what stays in the body although a cleaner finds it, such as "captions", "comments" and "tables";
            `Pipeline.keeping` lists the names.
        **unknown: not allowed; the error names the nearest keyword that exists.

    Returns:
        Always an article. For odd input its body may be empty, and `warnings` say why. They also say if the input looks
        like the name of a file, an address, JSON or a feed.

    Raises:
        InputTypeError: `raw` is neither str nor bytes; the message shows the right call.
        ArgumentError: another argument has the wrong type, or does not exist.
        PipelineError: `kind`, `engine` or `favor` has an unknown value.
    """
    check_names("clean", unknown, ("url", "kind", "pipeline", "engine", "favor", "keep"))
    check_options(url, kind, pipeline, engine)
    pipeline = pipeline.for_favor(favor).keeping(*checked_keep(keep))
    text, warnings = _decoded(raw)
    warnings = (*warnings, *lookalike(text))
    if kind == "html" or (kind == "auto" and looks_like_html(text)):
        from article_clean.pages import rendered  # noqa: PLC0415  # no text needs it, and it is a seventh of the import

        page = rendered(text, url, engine, favor, pipeline.keep)
        return run(page, pipeline.of_stage, warnings, pipeline.keep, url=url)
    if kind == "markdown" or (kind == "auto" and looks_like_markdown(text)):
        text, surrogate_warnings = decode.without_surrogates(text)
        from article_clean.pages import rendered_markdown  # noqa: PLC0415  # as above

        page = rendered_markdown(text, url, engine, favor, pipeline.keep)
        return run(page, pipeline.of_stage, (*warnings, *surrogate_warnings), pipeline.keep, url=url)
    return run(text, pipeline.for_kind(kind).of_stage, warnings, pipeline.keep, url=url)


def articles(  # noqa: PLR0913  # as `clean`
    raw: str | bytes,
    *,
    url: str | None = None,
    pipeline: Pipeline = DEFAULT,
    engine: "Engine" = "blocks",
    favor: Favor = "balance",
    keep: Iterable[KeepName] = (),
    **unknown: Never,
) -> Iterator[Article]:
    """Clean each story of a page that prints several in full, one below the other: a blog, a page that loads the next.

    A story is an element with a headline and a date or byline, beside others of its kind. Teasers are not stories, and
    the entries of a live blog are one story.

    Args:
        raw: the page, as text or bytes; a text without markup is one article.
        url: where it was found.
        pipeline: the cleaners to run.
        engine: what finds the article in each story.
        favor: what a model does if it is in doubt, as in `clean`.
        keep: names of what stays in the bodies.
        **unknown: not allowed; the error names the nearest keyword that exists.

    Returns:
        The articles, in the order of the page. If the page prints only one story or none, the article that `clean`
        returns. The offsets of several articles count in the text of their own part of the page.

    Raises:
        InputTypeError: `raw` is neither str nor bytes.
        ArgumentError: another argument has the wrong type, or does not exist.
        PipelineError: `engine` or `favor` has an unknown value.
    """
    check_names("articles", unknown, ("url", "pipeline", "engine", "favor", "keep"))
    check_options(url, "auto", pipeline, engine)
    check_favor(favor)
    pipeline = pipeline.keeping(*checked_keep(keep))
    text = _decoded(raw)[0]
    from article_clean.pages import stories as stories_of  # noqa: PLC0415  # as in `clean`

    parts = stories_of(text) if looks_like_html(text) else ()
    if len(parts) > 1:
        stories = ((part.html, url if part.is_own else None) for part in parts)
        return (
            clean(html, url=story_url, kind="html", pipeline=pipeline, engine=engine, favor=favor)
            for html, story_url in stories
        )
    return iter((clean(raw, url=url, pipeline=pipeline, engine=engine, favor=favor),))


def _decoded(raw: str | bytes) -> tuple[str, tuple[str, ...]]:
    """The text of an input, and what was odd about its bytes."""
    if isinstance(raw, (bytes, bytearray, memoryview)):
        return decode.decoded(bytes(raw))
    if isinstance(raw, str):
        return raw, ()
    raise InputTypeError(raw, call_for(raw))


def check_options(url: object, kind: object, pipeline: object, engine: object) -> None:
    """See that `clean` can be called with these.

    Raises:
        ArgumentError: one of them is of a wrong type.
        PipelineError: `kind` or `engine` has a name that does not exist.
    """
    check_type("url", url, str | None, "the address as a str, or None")
    check_type("pipeline", pipeline, Pipeline, "a Pipeline, such as DEFAULT.without('smart_quotes')")
    if kind not in KINDS:
        message = f"kind is {_one_of(KINDS)}; got {kind!r}"
        raise PipelineError(message)
    if engine != "blocks":
        _check_engine(engine)


def _check_engine(engine: object) -> None:
    from article_clean.pages import ENGINES, BlockModel  # noqa: PLC0415  # as in `clean`

    check_type("engine", engine, str | BlockModel, f"{_one_of(ENGINES)}, or a BlockModel")
    if isinstance(engine, str) and engine not in ENGINES:
        message = f"engine is {_one_of(ENGINES)}, or a BlockModel; got {engine!r}"
        raise PipelineError(message)


def _one_of(names: Iterable[str]) -> str:
    return f"one of {', '.join(map(repr, names))}"
