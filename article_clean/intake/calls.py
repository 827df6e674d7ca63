"""Which call cleans an object that is not text: told by what the object has, so that nothing is imported for it."""

from collections.abc import Iterable, Mapping
from inspect import getattr_static, iscoroutinefunction
from typing import NamedTuple

_MISSING = object()


class _Shape(NamedTuple):
    """What a kind of object has, and the call that cleans it."""

    names: tuple[str, ...]
    call: str


_SHAPES = (  # the first that fits: a response can be read as a file can
    _Shape(("find_all", "prettify"), "clean(str(soup))"),  # BeautifulSoup
    _Shape(("css_first", "html"), "clean(tree.html)"),  # selectolax
    _Shape(("read_bytes",), "clean(path.read_bytes())"),
    _Shape(("__fspath__",), "clean(Path(entry).read_bytes())"),
    _Shape(("content", "text"), "clean(response.content, url=str(response.url))"),  # requests, httpx
    _Shape(("body", "text", "css"), "clean(response.body, url=response.url)"),  # Scrapy
    _Shape(("geturl", "read"), "clean(response.read(), url=response.url)"),  # urllib
    _Shape(("read",), "clean(file.read())"),
    _Shape(("xpath", "getall"), "clean(selector.get())"),  # parsel
    _Shape(("xpath", "getroottree"), "clean(lxml.html.tostring(element))"),
    _Shape(("xpath", "getroot"), "clean(lxml.html.tostring(tree))"),
    _Shape(("itertext", "tag"), "clean(ElementTree.tostring(element))"),
    _Shape(("page_source",), "clean(driver.page_source, url=driver.current_url)"),  # Selenium
    _Shape(("__await__",), "clean(await …)"),
    _Shape(("itertuples",), "clean_many(frame['text'])"),  # pandas
    _Shape(("trail", "source"), "clean(article.source)"),  # an article of ours
)


def call_for(value: object) -> str:
    """The call that cleans an object that `clean` does not take; "" where nothing better is known than text."""
    if _is_async_response(value):
        return "clean(await response.read(), url=str(response.url))"
    for shape in _SHAPES:
        if all(_attribute(value, name) is not _MISSING for name in shape.names):
            return shape.call
    if isinstance(value, Mapping):
        return "clean(record['text']), or clean_many([record])"
    if isinstance(value, Iterable):
        return "clean_many(records)"
    return f"clean({getattr(value, '__name__', 'function')}())" if callable(value) else ""


def _is_async_response(value: object) -> bool:  # aiohttp
    return iscoroutinefunction(_attribute(value, "read")) and iscoroutinefunction(_attribute(value, "text"))


def _attribute(value: object, name: str) -> object:
    """An attribute that is there: BeautifulSoup answers to every name, and a property may do work."""
    return getattr_static(value, name, _MISSING)
