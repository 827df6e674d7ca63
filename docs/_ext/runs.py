"""Sphinx directives whose content is made by running the library when the documentation is built.

`{cleaned} PATH` shows a text and the article that comes out of it; `{cleaner} NAME` a cleaner's docstring and what it
does to the cases of its fixture; `{cleaners}` lists them all. A page for each cleaner is written before the build.
"""

import re
import sys
from html import escape
from pathlib import Path

from docutils import nodes
from panes import article_pane, source_pane
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective
from sphinx.util.typing import ExtensionMetadata

from article_clean import DEFAULT, Cleaner, clean
from article_clean.core.cleaner import STAGES, page, summary
from article_clean.fields import FIELDS

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))  # the fixtures are read as the tests read them

from cases import FIXTURES, Case, read_cases  # noqa: E402

PAGES = "cleaners"  # the folder of the generated pages; git ignores it
SHOWN = 3  # cases in the open, the rest is folded
ABOUT = {
    "characters": "Replace characters in the raw text.",
    "layout": "Join the lines of a paragraph.",
    "boilerplate": "Remove what can be told by itself.",
    "context": "Remove what can only be told from its neighbours or its place.",
    "fields": "Label what leaves the body for a field of its own.",
}
_LABEL = re.compile(r"^(Why it goes|Keeps): ", re.MULTILINE)
_CODE = re.compile(r"(?<!`)(`[^`\n]+`)(?!`)")
_MARKUP = re.compile(r"[\\`*_{}\[\]<>&#|]")  # what Markdown would read in an example
_SECTION = re.compile(r"^(Attributes|Raises):$\n", re.MULTILINE)


class Cleaned(SphinxDirective):
    """A text of the project's fixtures beside the article that comes out of it."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Clean it and show both."""
        self.env.note_reread()  # the library may have changed
        article = clean((ROOT / self.arguments[0]).read_bytes())
        return [_html(f'<div class="panes">{source_pane(article)}{article_pane(article)}</div>')]


class OneCleaner(SphinxDirective):
    """The page of one cleaner."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Its docstring, what goes and what stays."""
        self.env.note_reread()
        one = next(one for one in DEFAULT.cleaners if one.name == self.arguments[0])
        about = f"Stage `{one.stage}`, role `{one.role}`; `DEFAULT.without({one.name!r})` leaves it out."
        cases = read_cases(FIXTURES / ("fields" if one in FIELDS else "cleaners") / f"{one.name}.txt")
        goes, stays = ([case for case in cases if case.goes is going] for going in (True, False))
        return [
            *self.parse_text_to_nodes(f"{docstring(one)}\n\n{about}"),
            *self._section("What is read" if one in FIELDS else "What goes", one, goes),
            *self._section("What is left" if one in FIELDS else "What stays", one, stays),
        ]

    def _section(self, title: str, one: Cleaner, cases: list[Case]) -> list[nodes.Node]:
        shown = [_case(one, case) for case in cases]
        section = nodes.section("", nodes.title(text=title), ids=[nodes.make_id(title)])
        section += _html("".join(shown[:SHOWN]))
        if len(shown) > SHOWN:
            folded = "".join(shown[SHOWN:])
            section += _html(f"<details><summary>{len(shown) - SHOWN} more</summary>{folded}</details>")
        return [section]


class Cleaners(SphinxDirective):
    """All cleaners by stage, each with its first line."""

    def run(self) -> list[nodes.Node]:
        """One list a stage."""
        self.env.note_reread()
        lines: list[str] = []
        for stage in STAGES:
            lines += f"## {stage}", "", ABOUT[stage], ""
            of_stage = [one for one in DEFAULT.cleaners if one.stage == stage]
            lines += [f"- [`{one.name}`]({PAGES}/{one.name}.md): {escaped(summary(one))}" for one in of_stage]
            lines.append("")
        return self.parse_text_to_nodes("\n".join(lines), allow_section_headings=True)


def escaped(text: str) -> str:
    """A docstring's prose as Markdown that reads as it is written: of its marks only `code` means something."""
    parts = _CODE.split(text)
    parts[::2] = (_MARKUP.sub(r"\\\g<0>", part) for part in parts[::2])
    return "".join(parts)


def docstring(one: Cleaner) -> str:
    """A cleaner's docstring as Markdown."""
    text = _LABEL.sub(r"\n**\1:** ", escaped(page(one)))
    return _SECTION.sub(r"**\1**\n\n", text).replace("\n    ", "\n- ")


def _case(one: Cleaner, case: Case) -> str:
    kind = "html" if case.text.startswith("<html") else "text"
    pipeline = DEFAULT if one in FIELDS else DEFAULT.only(one.name)
    article = clean(case.text, kind=kind, pipeline=pipeline)
    pane = source_pane(article, tagged=one in FIELDS)
    return f'<figure class="case"><figcaption>{escape(case.title)}</figcaption>{pane}</figure>'


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


def write_pages(app: Sphinx) -> None:
    """Write a page for each cleaner, where it is not there already, and take away those of cleaners that are gone."""
    folder = Path(app.srcdir) / PAGES
    folder.mkdir(exist_ok=True)
    wanted = {f"{one.name}.md": f"# {one.name}\n\n```{{cleaner}} {one.name}\n```\n" for one in DEFAULT.cleaners}
    for path in folder.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        path = folder / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the directives."""
    app.add_directive("cleaned", Cleaned)
    app.add_directive("cleaner", OneCleaner)
    app.add_directive("cleaners", Cleaners)
    app.connect("builder-inited", write_pages)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
