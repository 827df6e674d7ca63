"""Text with leftover markup in, edits that remove it out: tags, scripts, shortcodes, the marks around captions."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from article_clean.cleaners.residue.brackets import shortcode_spans
from article_clean.cleaners.residue.html_marks import Mark
from article_clean.cleaners.residue.images import images_in
from article_clean.cleaners.residue.leftovers import Leftovers
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import MARKUP, Edit
from article_clean.knowledge.credits.enclosed import Enclosed, enclosed_in

__all__ = ["enclosed_captions", "markdown_images", "residual_markup", "shortcodes"]


@cleaner("residual_markup", stage="characters", role=MARKUP)
def residual_markup(doc: Document) -> Iterator[Edit]:
    """Markup left in a text: "<p>The harbour froze.</p>", "&lt;br&gt;", comments, scripts with their content.

    Why it goes: a browser shows none of it. A tag that begins a block leaves a blank line, `<br>` a line break.
    Keeps: tags that a text is about ("write <b>bold</b>", "the <div> element", lines about HTML, code in backticks and
    in the `<pre>` of a page), `List<String>`, `a < b`, placeholders and addresses ("<name>", "<ada@coast.example>").
    """
    if "<" not in doc.text:
        return
    enclosed = list(enclosed_in(doc.text))
    yield from _set_apart(doc.text, [caption for caption in enclosed if doc.text[caption.start] == "<"])
    openings, closings = {caption.start for caption in enclosed}, {caption.end for caption in enclosed}
    leftover_marks = Leftovers(doc.text).going()
    free_marks = [
        leftover_mark
        for leftover_mark in leftover_marks
        if leftover_mark.start not in openings and leftover_mark.end not in closings
    ]
    yield from _edits(
        doc.text, [leftover_mark for leftover_mark in free_marks if not doc.is_preformatted(leftover_mark.start)]
    )


def _set_apart(text: str, enclosed: Sequence[Enclosed]) -> Iterator[Edit]:
    """Blank lines around captions that stand in a line with other text."""
    for caption in enclosed:
        if text[caption.start - 1 : caption.start] not in {"", "\n"}:
            yield Edit(caption.start, caption.start, "\n\n", MARKUP)
        if text[caption.end : caption.end + 1] not in {"", "\n"}:
            yield Edit(caption.end, caption.end, "\n\n", MARKUP)


def _edits(text: str, marks: Sequence[Mark]) -> Iterator[Edit]:
    """One edit for each run of marks with nothing but white space between them."""
    first_index = 0
    while first_index < len(marks):
        last_index = first_index
        while last_index + 1 < len(marks) and not text[marks[last_index].end : marks[last_index + 1].start].strip():
            last_index += 1
        yield from _edits_of_run(text, marks[first_index : last_index + 1])
        first_index = last_index + 1


def _edits_of_run(text: str, mark_run: Sequence[Mark]) -> Iterator[Edit]:
    """The marks gone, or the whole run with one line break or blank line in its place."""
    run_start, run_end = mark_run[0].start, mark_run[-1].end
    line_breaks = "".join(mark.breaks for mark in mark_run) + "".join(
        "\n" * text.count("\n", mark.end, mark_below.start) for mark, mark_below in pairwise(mark_run)
    )
    if line_breaks:
        yield Edit(run_start, run_start, line_breaks[:2])
        yield Edit(run_start, run_end)
    else:
        yield from (Edit(mark.start, mark.end + _doubles_space(text, mark)) for mark in mark_run)


def _doubles_space(text: str, mark: Mark) -> bool:
    """Whether two spaces would be left side by side."""
    return text[mark.start - 1 : mark.start] == " " == text[mark.end : mark.end + 1]


@cleaner("shortcodes", stage="characters", role=MARKUP)
def shortcodes(doc: Document) -> Iterator[Edit]:
    """Shortcodes: '[gallery ids="1,2"]', "[embed]https://…[/embed]", "[url=https://…]the report[/url]".

    Why it goes: the software of the blog or forum would have replaced it.
    Keeps: the text between a pair of them; brackets of writers ("[sic]", "[the captain]", "[1]"), links in Markdown.
    """
    if "[" not in doc.text:
        return
    enclosed = list(enclosed_in(doc.text))
    yield from _set_apart(doc.text, [caption for caption in enclosed if doc.text[caption.start] == "["])
    openings, closings = {caption.start for caption in enclosed}, {caption.end for caption in enclosed}
    for start, end in shortcode_spans(doc.text):
        if start not in openings and end not in closings:
            yield Edit(start, end)


@cleaner("enclosed_captions", stage="boilerplate", role="caption")
def enclosed_captions(doc: Document) -> Iterator[Edit]:
    """Captions that plain text marks: '[caption id="a"]The harbour at dawn[/caption]', "<figcaption>…</figcaption>".

    Why it goes: the marks say what it is. It moves to `Article.captions`.
    Keeps: a caption with one mark alone; a text longer than any caption.
    """
    if "[/" in doc.text or "</" in doc.text:
        yield from (Edit(caption.start, caption.end) for caption in enclosed_in(doc.text))


@cleaner("markdown_images", stage="boilerplate", role=MARKUP)
def markdown_images(doc: Document) -> Iterator[Edit]:
    """Images as Markdown writes them: "![The old ferry](https://coast.example/ferry.jpg)".

    Why it goes: a program would show a picture there. What it shows, told in words, moves to `Article.captions`.
    Keeps: links, marks in code, and brackets behind an exclamation mark that no address follows.
    """
    if doc.origin is not None or "![" not in doc.text:
        return
    for markdown_image in images_in(doc.text):
        alt_text = doc.text[markdown_image.alt_start : markdown_image.alt_end].strip()
        if " " not in alt_text:  # the name of a file, or nothing
            doubles = (
                doc.text[markdown_image.start - 1 : markdown_image.start]
                == " "
                == doc.text[markdown_image.end : markdown_image.end + 1]
            )
            yield Edit(markdown_image.start - doubles, markdown_image.end)
            continue
        yield Edit(markdown_image.start, markdown_image.alt_start)
        yield Edit(markdown_image.alt_start, markdown_image.alt_end, role="caption", reason="the text of a picture")
        yield Edit(markdown_image.alt_end, markdown_image.end)
