"""Whether `Article.blocks` keeps what the tags of a page say: `PYTHONPATH=tests python -m benchmarks.block_types`.

Reads the pages of ../shared/pages, and the labelled texts. Every `h2` to `h4` and every `li` whose text is a paragraph
of the body must be a heading of its level or an item. Elements are found by their text, apart from the code that makes
the blocks; a text that also stands elsewhere on the page, or in a heading inside an item, tells nothing.
"""

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from cases import SHARED
from selectolax.lexbor import LexborHTMLParser

from article_clean import Article, BodyBlock, clean
from article_clean.training.labelled_texts import character_roles, labelled_rows

WILD = SHARED / "gold" / "wild.jsonl.gz"

CHECKED = ("h2", "h3", "h4", "li")
BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, td, th, dt, dd, blockquote, pre, figcaption, div, section, summary, caption"


def pages(every: int) -> Iterator[tuple[str, str]]:
    """The name and the HTML of pages."""
    for path in sorted((SHARED / "pages").glob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for n, line in enumerate(islice(lines, 0, None, every)):
                yield f"{path.name} {n * every}", json.loads(line)["html"]


def tagged(html: str) -> dict[str, set[str]]:
    """The tags of the elements that have each text."""
    tags: dict[str, set[str]] = {}
    for node in LexborHTMLParser(html).css(BLOCKS):
        text = "".join(node.text().split())
        if text and not (node.tag in {"div", "section", "blockquote"} and node.css_first(BLOCKS.partition(", div")[0])):
            tags.setdefault(text, set()).add(node.tag)
    return tags


def is_kept(block: BodyBlock, tag: str) -> bool:
    """Whether a block is what the tag says."""
    return block.kind == "item" if tag == "li" else (block.kind, block.level) == ("heading", int(tag[1]))


def checked(article: Article, html: str) -> Iterator[tuple[str, BodyBlock]]:
    """The blocks of which a tag says what they are, with the tag."""
    tags = tagged(html)
    for block in article.blocks:
        own = tags.get("".join(block.text.split()), set())
        if len(own) == 1 and (tag := next(iter(own))) in CHECKED:
            yield tag, block


def text_headings() -> Iterator[str]:
    """How many headings of plain text are subheadings by the labels: where the rule was written, and on other sites."""
    for folds in ((0, 1, 2, 3), (4,)):
        count: Counter[str] = Counter()
        for row in (row for row in labelled_rows([WILD]) if row["fold"] in folds):
            article = clean(row["text"], kind="text")
            if article.source == row["text"]:
                count.update(_labelled(article, character_roles(row)))
        yield f"texts of folds {folds}: " + ", ".join(f"{number:,} {what}" for what, number in sorted(count.items()))


def _labelled(article: Article, roles: Sequence[str]) -> Iterator[str]:
    """What is told of each block that is a heading, or a subheading by its label."""
    for block in article.blocks:
        role = roles[article.trace(block.start, block.start + 1)[0]]
        if role == "subheading":
            yield "subheadings"
        if block.kind == "heading":
            verdicts = {"subheading": "headings right", "body": "headings wrong"}
            yield verdicts.get(role, "headings in what is no part of the article")


def main() -> None:
    """Print how many pages and tags keep what they are, and those that do not."""
    parser = argparse.ArgumentParser(description="types of blocks against the tags of the open pages")
    parser.add_argument("--every", type=int, default=1, help="read every n-th page")
    parser.add_argument("--show", type=int, default=0, help="print so many blocks that lost their type")
    options = parser.parse_args()
    count: Counter[str] = Counter()
    lost: list[str] = []
    for name, html in pages(options.every):
        article = clean(html)
        count["pages"] += 1
        count["pages whose blocks give the body"] += "\n\n".join(one.text for one in article.blocks) == article.body
        count.update(f"{block.kind} blocks" for block in article.blocks)
        count.update(f"{span.kind} spans" for block in article.blocks for span in block.spans)
        for tag, block in checked(article, html):
            count[tag] += 1
            if is_kept(block, tag):
                count[f"{tag} kept"] += 1
            else:
                lost.append(f"{name}: <{tag}> {block.kind} {block.level}: {block.text[:70]!r}")
    for what, number in sorted(count.items()):
        print(f"{number:7,} {what}")
    print("\n".join(text_headings()))
    print("\n".join(lost[: options.show]))


if __name__ == "__main__":
    main()
