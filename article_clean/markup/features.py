"""What the block model knows of a block: itself, the boxes around it, its neighbours, its place, the page's own words.

Every feature is a number. A row has them in the order of `FEATURES`.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import log
from typing import NamedTuple

from article_clean.document import key
from article_clean.markup.regions import Region, ends_sentence, is_prose
from article_clean.markup.walk import marks_of
from article_clean.page import Block, Box, Page
from article_clean.phrases import kinds_by_key

UNKNOWN = 40.0  # the score of a mark or word that is in no lexicon: the share of blocks that are the article
MOST_WORDS = 24  # of a block that are looked up
SHOWN = 200  # characters of a block whose words are looked up
FAR = 30  # blocks; what is further away counts as that far

TAGS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "figcaption", "blockquote", "pre", "dt", "dd", "a",
        "article", "section", "header", "footer", "nav", "aside", "ul", "figure", "form", "main", "label", "center",
        "div", "body")  # fmt: skip
_TAG = {tag: float(n) for n, tag in enumerate(TAGS)}
_OTHER = float(len(TAGS))
KINDS = ("article", "main", "header", "footer", "nav", "aside", "form", "section", "figure", "figcaption", "table",
         "ul", "ol", "blockquote", "pre", "li", "details")  # fmt: skip

OWN = ("chars", "words", "link_share", "bold_share", "sentence_end", "question", "tag", "digits", "capitals", "commas",
       "lines", "copies", "phrase", "word_mean", "word_least", "word_most", "first_word", "in_headline",
       "is_headline", "in_description", "in_body")  # fmt: skip
BOX = ("box_mark", "box_mark_least", "box_mark_most", "path_mark", "path_mark_mean", "hidden", "depth", "box_score",
       "box_text", "box_link_share", "box_blocks", "box_ends", "box_page_share", "box_root_share", "box_tag",
       "hops", "in_root", "group_blocks", "group_text", "group_link_share", "group_ends",
       *(f"in_{kind}" for kind in KINDS))  # fmt: skip
ABOVE = ("mark", "mark_least", "score", "text", "link_share", "blocks", "ends", "page_share", "tag")
BESIDE = ("chars", "link_share", "ends", "tag", "word_mean", "path_mark", "same_box", "same_group")
PLACE = ("place_in_region", "place_in_page", "prose_before", "prose_after", "since_prose", "until_prose",
         "since_heading", "heading_word", "heading_tag", "from_h1", "near_before", "near_after", "from_best",
         "to_best_end", "page_blocks", "page_prose")  # fmt: skip
SIDES = (-2, -1, 1, 2)

FEATURES = (
    *OWN,
    *BOX,
    *(f"parent_{name}" for name in ABOVE),
    *(f"grandparent_{name}" for name in ABOVE),
    *(f"{'before' if side < 0 else 'after'}{abs(side)}_{name}" for side in SIDES for name in BESIDE),
    *PLACE,
)

_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"\b[^\W\d_a-z]")
_DIGIT = re.compile(r"\d")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Hints(NamedTuple):
    """What the page says of its article elsewhere than in its text.

    Attributes:
        headlines: its title, as the markup and the metadata have it.
        description: its summary.
        body: the text that the metadata gives, often cut short.
    """

    headlines: tuple[str, ...] = ()
    description: str = ""
    body: str = ""


class Lexicons(NamedTuple):
    """How often blocks that bear a mark or a word are the article, in percent.

    Attributes:
        marks: by word of a class or id.
        words: by word of a short block.
    """

    marks: Mapping[str, float]
    words: Mapping[str, float]


class Rows:
    """The features of the blocks of one page's region."""

    def __init__(self, page: Page, region: Region, hints: Hints, lexicons: Lexicons) -> None:
        self.page, self.region, self.lexicons = page, region, lexicons
        self.blocks, self.boxes = page.blocks, page.boxes
        self.hints = _hinted(hints)
        self.copies = Counter(block.text for block in page.blocks)
        self.groups = [self._group(box) for box in page.boxes]
        self.sized = self._sizes()
        self.marked: dict[str, tuple[float, float, float]] = {}
        self.of_box: dict[int, list[float]] = {}
        self.paths: dict[int, tuple[float, float, int]] = {}
        self.hops = self._hops()

    def __iter__(self) -> Iterator[list[float]]:
        region = self.region
        own = [self._own(self.blocks[n]) for n in range(region.first, region.end)]
        beside = [self._beside(n, own[n - region.first]) for n in range(region.first, region.end)]
        places = self._places(own)
        for at, row in enumerate(own):
            n = region.first + at
            sides: list[float] = []
            for side in SIDES:
                sides += self._side(n, side, beside)
            yield [*row, *self._box(self.blocks[n].box), *sides, *next(places)]

    def _own(self, block: Block) -> list[float]:
        text = block.text
        size = len(text)
        said = _WORD.findall(text[:SHOWN].lower())
        known = [self.lexicons.words.get(word, UNKNOWN) for word in said[:MOST_WORDS]] or [UNKNOWN]
        tag = self.boxes[block.box].tag if block.box >= 0 else "body"
        return [
            size, text.count(" ") + 1, block.linked / size, block.bold / size, ends_sentence(text), text[-1] == "?",
            _TAG.get(tag, _OTHER), len(_DIGIT.findall(text[:SHOWN])) / min(size, SHOWN),
            len(_CAPITAL.findall(text[:SHOWN])) / (len(said) or 1), (text.count(",") + text.count("،")) / size,
            text.count("\n"), self.copies[text], key(text) in kinds_by_key() if size < 100 else 0,
            sum(known) / len(known), min(known), max(known), known[0], *self.hints.compare(text, said),
        ]  # fmt: skip

    def _box(self, n: int) -> list[float]:
        if n not in self.of_box:
            parent = self.boxes[n].parent if n >= 0 else -1
            above = self.boxes[parent].parent if parent >= 0 else -1
            self.of_box[n] = [*self._of_box(n), *self._above(parent), *self._above(above)]
        return self.of_box[n]

    def _of_box(self, n: int) -> list[float]:
        if n < 0:
            return [0.0] * len(BOX)
        box, region = self.boxes[n], self.region
        mark, least, most = self._marks(box)
        path, total, steps = self._path(n)
        text, link_share, blocks, ends, page_share = self._sums(box)
        group = self.sized[self.groups[n]]
        root = self.boxes[region.root]
        kinds = box.kinds
        return [
            mark, least, most, path, total / steps, box.hidden, box.depth, region.scores[n], text, link_share, blocks,
            ends, page_share, text / (self._size(root.first, root.end) or 1), _TAG.get(box.tag, _OTHER),
            self.hops.get(n, FAR), root.first <= box.first and box.end <= root.end, *group,
            *(kind in kinds for kind in KINDS),
        ]  # fmt: skip

    def _above(self, n: int) -> list[float]:
        if n < 0:
            return [-1.0] * len(ABOVE)
        box = self.boxes[n]
        mark, least, _ = self._marks(box)
        return [mark, least, self.region.scores[n], *self._sums(box), _TAG.get(box.tag, _OTHER)]

    def _sums(self, box: Box) -> tuple[float, float, float, float, float]:
        sums, first, end = self.region.sums, box.first, box.end
        text = sums.text[end] - sums.text[first]
        linked = sums.linked[end] - sums.linked[first]
        ends = sums.ends[end] - sums.ends[first]
        return text, linked / (text or 1), end - first, ends / ((end - first) or 1), text / (sums.text[-1] or 1)

    def _size(self, first: int, end: int) -> int:
        return self.region.sums.text[end] - self.region.sums.text[first]

    def _marks(self, box: Box) -> tuple[float, float, float]:
        """The mean, least and most of what the lexicon says of a box's names."""
        name = box.name
        if name not in self.marked:
            found = [score for word in marks_of(name) if (score := self.lexicons.marks.get(word)) is not None]
            self.marked[name] = (sum(found) / len(found), min(found), max(found)) if found else (UNKNOWN,) * 3
        return self.marked[name]

    def _path(self, n: int) -> tuple[float, float, int]:
        """The least mark of a box and those around it, the sum of their means, and how many they are."""
        if n < 0:
            return 100.0, 0.0, 0
        if n not in self.paths:
            least, total, steps = self._path(self.boxes[n].parent)
            mark, lowest, _ = self._marks(self.boxes[n])
            self.paths[n] = min(least, lowest), total + mark, steps + 1
        return self.paths[n]

    def _group(self, box: Box) -> tuple[str, str, str]:
        return box.tag, box.name, self.boxes[box.parent].name if box.parent >= 0 else ""

    def _sizes(self) -> dict[tuple[str, str, str], list[float]]:
        """Of all blocks whose boxes are called the same: how many, their mean length, links and sentence ends."""
        found: dict[tuple[str, str, str], list[float]] = {group: [0.0, 0.0, 0.0, 0.0] for group in self.groups}
        for block in self.blocks:
            if block.box >= 0:
                group = found[self.groups[block.box]]
                group[0] += 1
                group[1] += len(block.text)
                group[2] += block.linked
                group[3] += ends_sentence(block.text)
        for group in found.values():
            blocks, text = group[0] or 1, group[1] or 1
            group[1:] = [group[1] / blocks, group[2] / text, group[3] / blocks]
        return found

    def _hops(self) -> dict[int, float]:
        """How many boxes lie between the best one and each around it; and between those and theirs."""
        found: dict[int, float] = {}
        n, hops = self.region.best, 0
        while n >= 0:
            found[n] = float(hops)
            n, hops = self.boxes[n].parent, hops + 1
        for n, box in enumerate(self.boxes):
            if n not in found:
                found[n] = min(FAR, found.get(box.parent, FAR) + 1)
        return found

    def _beside(self, n: int, own: list[float]) -> list[float]:
        path = self._path(self.blocks[n].box)[0]
        return [own[0], own[2], own[4], own[6], own[13], path]

    def _side(self, n: int, side: int, beside: Sequence[list[float]]) -> list[float]:
        at = n + side - self.region.first
        if not 0 <= at < len(beside):
            return [-1.0] * len(BESIDE)
        one, other = self.blocks[n].box, self.blocks[n + side].box
        return [*beside[at], one == other, one >= 0 and other >= 0 and self.groups[one] == self.groups[other]]

    def _places(self, own: Sequence[list[float]]) -> Iterator[list[float]]:
        """Where each block of the region stands."""
        region, blocks = self.region, self.blocks
        prose = [n for n in range(region.first, region.end) if is_prose(blocks[n])]
        best = self.boxes[region.best] if region.best >= 0 else None
        total = region.sums.prose[region.end] - region.sums.prose[region.first]
        title = next((n for n, block in enumerate(blocks) if block.box >= 0 and self.boxes[block.box].tag == "h1"), -1)
        last, following, heading = -1, 0, -1
        for n in range(region.first, region.end):
            while following < len(prose) and prose[following] <= n:
                last, following = prose[following], following + 1
            until = prose[following] - n if following < len(prose) else FAR
            before = region.sums.prose[n] - region.sums.prose[region.first]
            head = own[heading - region.first] if heading >= 0 else None
            yield [
                (n - region.first) / (region.end - region.first), n / len(blocks), before, total - before,
                min(FAR, n - last) if last >= 0 else FAR, min(FAR, until), min(FAR, n - heading) if heading >= 0 else FAR,
                head[13] if head else UNKNOWN, head[6] if head else -1.0,
                max(-FAR, min(FAR, n - title)) if title >= 0 else -2 * FAR,
                region.sums.prose[n] - region.sums.prose[max(0, n - 3)],
                region.sums.prose[min(len(blocks), n + 4)] - region.sums.prose[n + 1],
                max(-FAR, min(FAR, n - best.first)) if best else FAR, max(-FAR, min(FAR, best.end - n)) if best else FAR,
                len(blocks), log(1 + total),
            ]  # fmt: skip
            if self.boxes[blocks[n].box].tag in _HEADINGS:
                heading = n


class _Hinted(NamedTuple):
    """The page's own words, ready to be compared."""

    headlines: tuple[str, ...]
    title_words: frozenset[str]
    summary: frozenset[str]
    body: str

    def compare(self, text: str, said: Sequence[str]) -> list[float]:
        """How much of a block is in the headline, whether it is one, and how much is in the summary and the body."""
        words = len(said) or 1
        same = len(text) < SHOWN and " ".join(said) in self.headlines
        in_title = sum(word in self.title_words for word in said) / words
        in_summary = sum(word in self.summary for word in said) / words if self.summary else -1.0
        return [in_title, same, in_summary, (" ".join(said[:8]) in self.body) if self.body else -1.0]


def _hinted(hints: Hints) -> _Hinted:
    headlines = tuple(" ".join(_WORD.findall(one.lower())) for one in hints.headlines)
    titled = frozenset(word for one in headlines for word in one.split())
    summary = frozenset(_WORD.findall(hints.description.lower()))
    return _Hinted(headlines, titled, summary, " ".join(_WORD.findall(hints.body.lower())))
