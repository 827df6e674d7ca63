"""What the block model knows of a block: itself, the boxes around it, its neighbours, its place, the page's own words.

Every feature is a float, as trees compare floats with floats in three fifths of the time; a row has them in the order
of `FEATURES`. What was tried and told nothing more, on the pages
of ../shared: digits, capitals, commas, question marks, phrase lists, page size, most tags around, same-box flags.
"""

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from article_clean.core.origin import Box, Page
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_counts import is_spaced, word_count
from article_clean.learned.distances import FAR, distances
from article_clean.learned.tokens import MOST_WORDS, UNKNOWN, said_in
from article_clean.pages.hints import SHOWN, Hinted, Hints
from article_clean.pages.regions import Region, ends_sentence, is_prose
from article_clean.pages.walk import marks_of

MUCH = 20_000.0  # characters, and MANY blocks: what is more counts as that much, or a book would be told by its size
MANY = 100.0
AT_HAND = 8  # blocks whose own features are kept: each is read with two on either side
NEAR = 3  # blocks before and after whose prose is summed up

TAGS = ("p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "figcaption", "blockquote", "pre", "dt", "dd", "a",
        "article", "section", "header", "footer", "nav", "aside", "ul", "figure", "form", "main", "label", "center",
        "div", "body")  # fmt: skip
KINDS = ("main", "footer", "nav", "aside", "figure", "figcaption", "table", "pre", "li")

OWN = ("chars", "words", "link_share", "bold_share", "sentence_end", "tag", "odd_signs", "copies", "word_mean",
       "word_least", "word_most", "in_headline", "in_description", "in_body")  # fmt: skip
BOX = ("box_mark", "box_mark_least", "path_mark", "path_mark_mean", "depth", "box_link_share", "box_root_share",
       "hops", "group_blocks", "group_text", "group_link_share", "group_ends",
       *(f"in_{kind}" for kind in KINDS))  # fmt: skip
ABOVE = ("mark", "mark_least", "score", "text", "link_share", "blocks", "ends", "page_share", "tag")
BESIDE = ("chars", "link_share", "tag", "word_mean", "path_mark")
BEYOND = ("chars", "word_mean", "path_mark")
PLACE = ("same_group_before", "same_group_after", "place_in_region", "place_in_page", "prose_before", "prose_after",
         "since_prose", "until_prose", "since_heading", "heading_word", "heading_tag", "from_h1", "near_before",
         "near_after", "from_best", "to_best_end")  # fmt: skip

FEATURES = (
    *OWN,
    *BOX,
    *(f"parent_{name}" for name in ABOVE),
    *(f"grandparent_{name}" for name in ABOVE),
    *(f"before_{name}" for name in BESIDE),
    *(f"after_{name}" for name in BESIDE),
    *(f"second_before_{name}" for name in BEYOND),
    *(f"second_after_{name}" for name in BEYOND),
    *PLACE,
)

_ODD_SIGN = pattern_of(r"[©@|•→»›$€£+]")  # what menus, credits and offers print
_TAG = {tag: float(number) for number, tag in enumerate(TAGS)}
_OTHER = float(len(TAGS))
_CHARS, _LINKS, _TAGGED, _MEAN = (OWN.index(name) for name in ("chars", "link_share", "tag", "word_mean"))
_NONE = -1.0  # in place of what is not there
_EDGE = (_NONE,) * len(BESIDE)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})

Path = tuple[float, float, int]
_NO_PATH: Path = (100.0, 0.0, 0)

Group = tuple[str, str, str]  # of a box: its tag, its name, the name of the box around it


class Lexicons(NamedTuple):
    """How often blocks that bear a mark or a word are the article, in percent.

    Attributes:
        marks: by word of a class or id.
        words: by word of a short block.
    """

    marks: Mapping[str, float]
    words: Mapping[str, float]


class Rows:
    """The features of the blocks of one page's region, a row a block."""

    def __init__(self, page: Page, region: Region, hints: Hints, lexicons: Lexicons) -> None:
        self.page, self.region, self.lexicons = page, region, lexicons
        self.boxes = page.boxes
        self.blocks = page.blocks[region.first : region.end]
        self.sizes = region.sizes[region.first : region.end]
        self._words_in = _spaces if is_spaced(page.text) else word_count
        self._box_of = array("q", (block.box for block in self.blocks))
        self.hinted = Hinted.of(hints)
        self.copies = Counter(block.text for block in page.blocks)
        self.groups = groups_of(page)
        self._sized = self._sizes()
        self._marked: dict[str, tuple[float, float]] = {}
        self._paths: list[Path | None] = [None] * len(self.boxes)
        self._same_paths: dict[Path, Path] = {}  # as many as a page has kinds of boxes
        self._aboves: dict[int, list[float]] = {-1: [_NONE] * len(ABOVE)}
        self._hops = self._hops_to_best()
        self._at_hand: dict[int, tuple[list[float], tuple[float, ...]]] = {}
        self._since, self._until = distances([is_prose(block) for block in self.blocks])
        self._headings = self._headings_above()
        self._head: tuple[int, list[float]] = (-1, [])  # the last heading that was asked for
        self._title = next((box.first for box in self.boxes if box.tag == "h1"), -1)

    def __iter__(self) -> Iterator[list[float]]:
        return map(self.row, range(len(self.blocks)))

    def row(self, block_index: int) -> list[float]:
        """The features of a block of the region, in the order of `FEATURES`."""
        box_index, last_index = self._box_of[block_index], len(self.blocks) - 1
        values_above, values_below = (
            self._read(block_index - 1)[1] if block_index else _EDGE,
            self._read(block_index + 1)[1] if block_index < last_index else _EDGE,
        )
        far_above, far_below = (
            self._read(block_index - 2)[1] if block_index > 1 else _EDGE,
            self._read(block_index + 2)[1] if block_index + 1 < last_index else _EDGE,
        )
        return [
            *self._read(block_index)[0], *self._box(box_index), *values_above, *values_below,
            far_above[0], far_above[3], far_above[4], far_below[0], far_below[3], far_below[4],
            float(block_index > 0 and self._alike(block_index - 1, block_index)),
            float(block_index < last_index and self._alike(block_index, block_index + 1)),
            *self._place(block_index),
        ]  # fmt: skip

    def _read(self, index: int) -> tuple[list[float], tuple[float, ...]]:
        """Of a block the features that `OWN` names, and those that `BESIDE` names; the last few stay at hand."""
        features = self._at_hand.get(index)
        if features is None:
            if len(self._at_hand) >= AT_HAND:
                del self._at_hand[next(iter(self._at_hand))]
            own_features = self._own_of(index)
            near_features = (
                own_features[_CHARS],
                own_features[_LINKS],
                own_features[_TAGGED],
                own_features[_MEAN],
                self._path(self._box_of[index])[0],
            )
            features = self._at_hand[index] = own_features, near_features
        return features

    def _own_of(self, block_index: int) -> list[float]:
        block = self.blocks[block_index]
        block_text = block.text
        text_size = len(block_text)
        block_words = said_in(block_text[:SHOWN])
        score_of = self.lexicons.words.get
        word_scores = [score_of(word, UNKNOWN) for word in block_words[:MOST_WORDS]] or [UNKNOWN]
        box_tag = self.boxes[block.box].tag if block.box >= 0 else "body"
        return [
            float(self.sizes[block_index]), float(self._words_in(block_text)),
            block.linked / text_size, block.bold / text_size,
            float(ends_sentence(block_text)), _TAG.get(box_tag, _OTHER), float(len(set(_ODD_SIGN.findall(block_text)))),
            float(self.copies[block_text]), sum(word_scores) / len(word_scores), min(word_scores), max(word_scores),
            *self.hinted.compare(block_words),
        ]  # fmt: skip

    def _box(self, box_index: int) -> list[float]:
        """What the boxes around a block tell."""
        if box_index < 0:
            return [_NONE] * (len(BOX) + 2 * len(ABOVE))
        box = self.boxes[box_index]
        parent = box.parent
        grandparent = self.boxes[parent].parent if parent >= 0 else -1
        path, mean_sum, steps = self._path(box_index)
        root_box = self.boxes[self.region.root]
        text_sums, linked_sums = self.region.sums.text, self.region.sums.linked
        box_chars = text_sums[box.end] - text_sums[box.first]
        return [
            *self._marks(box), path, mean_sum / steps, float(box.depth),
            (linked_sums[box.end] - linked_sums[box.first]) / (box_chars or 1),
            box_chars / (text_sums[root_box.end] - text_sums[root_box.first] or 1),
            self._hops[box_index], *self._sized[self.groups[box_index]],
            *_flags(box.kinds), *self._above(parent), *self._above(grandparent),
        ]  # fmt: skip

    def _above(self, box_index: int) -> list[float]:
        if box_index not in self._aboves:
            box = self.boxes[box_index]
            self._aboves[box_index] = [
                *self._marks(box), min(MUCH, self.region.scores[box_index]), *self._sums(box),
                _TAG.get(box.tag, _OTHER),
            ]  # fmt: skip
        return self._aboves[box_index]

    def _sums(self, box: Box) -> tuple[float, float, float, float, float]:
        """A box's text, share of links, blocks, share of sentence ends, share of the page."""
        region_sums, first_block, end_block = self.region.sums, box.first, box.end
        box_chars = region_sums.text[end_block] - region_sums.text[first_block]
        linked_chars = region_sums.linked[end_block] - region_sums.linked[first_block]
        sentence_ends = region_sums.ends[end_block] - region_sums.ends[first_block]
        block_count = end_block - first_block
        page_share = box_chars / (region_sums.text[-1] or 1)
        return (
            min(MUCH, float(box_chars)),
            linked_chars / (box_chars or 1),
            min(MANY, float(block_count)),
            sentence_ends / (block_count or 1),
            page_share,
        )

    def _marks(self, box: Box) -> tuple[float, float]:
        """The mean and the least of what the lexicon says of a box's names."""
        box_name = box.name
        if box_name not in self._marked:
            mark_lexicon = self.lexicons.marks
            mark_scores = (
                [mark_lexicon[name_mark] for name_mark in marks_of(box_name) if name_mark in mark_lexicon]
                if box_name
                else []
            )
            self._marked[box_name] = (
                (sum(mark_scores) / len(mark_scores), min(mark_scores)) if mark_scores else (UNKNOWN, UNKNOWN)
            )
        return self._marked[box_name]

    def _path(self, box_index: int) -> Path:
        """The least mark of a box and those around it, the sum of their means, and how many they are."""
        if box_index < 0:
            return _NO_PATH
        box_path = self._paths[box_index]
        if box_path is None:
            least_mark, mean_sum, step_count = self._path(self.boxes[box_index].parent)
            mean_mark, lowest_mark = self._marks(self.boxes[box_index])
            box_path = min(least_mark, lowest_mark), mean_sum + mean_mark, step_count + 1
            box_path = self._paths[box_index] = self._same_paths.setdefault(box_path, box_path)
        return box_path

    def _sizes(self) -> dict[Group, list[float]]:
        """Of all blocks whose boxes are called the same: how many, their mean length, links and sentence ends."""
        totals: dict[Group, list[float]] = {group: [0.0, 0.0, 0.0, 0.0] for group in self.groups}
        for block, block_size in zip(self.page.blocks, self.region.sizes, strict=True):
            if block.box >= 0:
                group = totals[self.groups[block.box]]
                group[0] += 1
                group[1] += block_size
                group[2] += block.linked * block_size / len(block.text)
                group[3] += ends_sentence(block.text)
        for group in totals.values():
            block_count, total_chars = group[0] or 1, group[1] or 1
            group[:] = [min(MANY, block_count), group[1] / block_count, group[2] / total_chars, group[3] / block_count]
        return totals

    def _hops_to_best(self) -> "array[float]":
        """How many boxes lie between each box and the best one, or between it and the nearest box around that one."""
        hops = array("d", bytes(8 * len(self.boxes)))
        steps: dict[int, float] = {}
        around_index = self.region.best
        while around_index >= 0:
            steps[around_index] = float(len(steps))
            around_index = self.boxes[around_index].parent
        for box_index, box in enumerate(self.boxes):  # a box comes behind the one around it
            hops[box_index] = (
                steps[box_index] if box_index in steps else min(FAR, hops[box.parent] + 1) if box.parent >= 0 else FAR
            )
        return hops

    def _alike(self, first: int, second: int) -> bool:
        """Whether two blocks stand in boxes of one group."""
        first_box, second_box = self._box_of[first], self._box_of[second]
        return (
            self.groups[first_box] == self.groups[second_box]
            if first_box >= 0 and second_box >= 0
            else first_box == second_box
        )

    def _headings_above(self) -> "array[int]":
        """For each block of the region the last heading above it, -1 where there is none."""
        headings = array("i")
        heading = -1
        for index, block in enumerate(self.blocks):
            headings.append(heading)
            if block.box >= 0 and self.boxes[block.box].tag in _HEADINGS:
                heading = index
        return headings

    def _place(self, block_index: int) -> tuple[float, ...]:
        """Where a block of the region stands."""
        region, prose_sums = self.region, self.region.sums.prose
        block_count = len(self.page.blocks)
        best_box = self.boxes[region.best] if region.best >= 0 else None
        heading = self._headings[block_index]
        if heading >= 0 and heading != self._head[0]:
            self._head = heading, self._own_of(heading)
        heading_values = self._head[1] if heading >= 0 else None
        page_index = region.first + block_index
        return (
            block_index / len(self.blocks), page_index / block_count,
            min(MUCH, float(prose_sums[page_index] - prose_sums[region.first])),
            min(MUCH, float(prose_sums[region.end] - prose_sums[page_index])),
            self._since[block_index], self._until[block_index],
            min(FAR, float(block_index - heading)) if heading_values else FAR,
            heading_values[_MEAN] if heading_values else UNKNOWN, heading_values[_TAGGED] if heading_values else _NONE,
            max(-FAR, min(FAR, float(page_index - self._title))) if self._title >= 0 else -2 * FAR,
            float(prose_sums[page_index] - prose_sums[max(0, page_index - NEAR)]),
            float(prose_sums[min(block_count, page_index + NEAR + 1)] - prose_sums[page_index + 1]),
            max(-FAR, min(FAR, float(page_index - best_box.first))) if best_box else FAR,
            max(-FAR, min(FAR, float(best_box.end - page_index))) if best_box else FAR,
        )  # fmt: skip


def _spaces(text: str) -> int:
    return text.count(" ") + 1


@lru_cache(maxsize=1024)
def _flags(kinds: frozenset[str]) -> tuple[float, ...]:
    return tuple(float(kind in kinds) for kind in KINDS)


def groups_of(page: Page) -> list[Group]:
    """What each box is called: blocks of one group are of one kind, as the paragraphs of an article are."""
    boxes = page.boxes
    shared_groups: dict[Group, Group] = {}  # the same for all of a kind, or a page of small boxes would fill the memory
    box_names = ((box.tag, box.name, boxes[box.parent].name if box.parent >= 0 else "") for box in boxes)
    return [shared_groups.setdefault(box_group, box_group) for box_group in box_names]
