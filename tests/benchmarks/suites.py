"""Public benchmarks as their repositories lay them out: the pages, the metric, and what others are said to reach.

Written against the documentation and the scripts of trafilatura (tests/evaluate.py), scrapinghub's article extraction
benchmark and WCXB (evaluate.py in both). The metrics are theirs, written anew. One that compares characters is taken a
second time with all quotation marks made equal, in the text and in the gold alike.
"""

import gzip
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple, Protocol

PUBLISHED = Path(__file__).with_name("published.tsv")
EQUAL = ", quotes equal"  # what the name of a figure ends with
SHINGLE_WORDS = 4  # scrapinghub's ngram_n
KINDS = ("article", "documentation", "service", "forum", "collection", "listing", "product")  # WCXB's page types

_WORD = re.compile(r"\w+")
_SINGLE = "‘’‚‛‹›`´\N{MODIFIER LETTER APOSTROPHE}"
_QUOTES = str.maketrans({**dict.fromkeys(_SINGLE, "'"), **dict.fromkeys("“”„‟«»", '"')})

Figures = dict[str, float]
Gold = Mapping[str, Any]  # JSON, in the form of its benchmark


class Page(NamedTuple):
    """One page of a benchmark.

    Attributes:
        url: where it was found, or "".
        html: the file.
        gold: what the benchmark says of it.
    """

    url: str
    html: bytes
    gold: Gold


class Row(NamedTuple):
    """A line of the table: what a system reaches, and where that was read."""

    system: str
    figures: Figures
    source: str


class Suite(Protocol):
    """A benchmark in a folder."""

    title: str

    def pages(self) -> Iterator[Page]:
        """Its pages, in its own order."""

    def figures(self, golds: Sequence[Gold], texts: Sequence[str]) -> Figures:
        """What these texts reach, one for each page."""

    def others(self) -> Iterable[Row]:
        """What other systems reach, as published."""


class UnknownLayoutError(FileNotFoundError):
    """The folder is no checkout of a benchmark that is known here."""

    def __init__(self, folder: Path, split: str) -> None:
        super().__init__(
            f"{folder} holds none of tests/evaldata.json (trafilatura), ground-truth.json beside html/ (scrapinghub) "
            f"and {split}/ground-truth/ (WCXB): name the root of a checkout"
        )


def suite_in(folder: Path, split: str = "test") -> Suite:
    """The benchmark whose files lie in a folder.

    Args:
        folder: the root of a checkout.
        split: which half of WCXB, "dev" or "test".

    Raises:
        UnknownLayoutError: none of the three.
    """
    if (folder / "tests" / "evaldata.json").exists():
        return Segments(folder / "tests")
    if (folder / "ground-truth.json").exists() and (folder / "html").is_dir():
        return Shingles(folder)
    if (folder / split / "ground-truth").is_dir():
        return Words(folder / split)
    raise UnknownLayoutError(folder, split)


def spaces_equal(text: str) -> str:
    """The text with one space for each run of white space."""
    return " ".join(text.split())


def quotes_equal(text: str) -> str:
    """The same, with one double and one single quotation mark for all forms of either."""
    return spaces_equal(text.translate(_QUOTES))


@dataclass(frozen=True)
class Segments:
    """trafilatura's evaluation: strings that must stand in the text of a page, and strings that must not."""

    folder: Path
    title = "trafilatura's evaluation"

    def pages(self) -> Iterator[Page]:
        """The pages of `evaldata.json`, from `cache/` or `eval/`."""
        for url, gold in json.loads((self.folder / "evaldata.json").read_text(encoding="utf-8")).items():
            cached = self.folder / "cache" / gold["file"]
            path = cached if cached.exists() else self.folder / "eval" / gold["file"]
            yield Page(url, path.read_bytes(), gold)

    def figures(self, golds: Sequence[Gold], texts: Sequence[str]) -> Figures:
        """Of all strings together: a wanted one is found or missed, an unwanted one found or not."""
        equal = _segment_figures(golds, texts, quotes_equal)
        compared = {f"{name}{EQUAL}": equal[name] for name in ("precision", "recall", "F1")}
        return _segment_figures(golds, texts, spaces_equal) | compared

    def others(self) -> Iterable[Row]:
        """The table in trafilatura's documentation."""
        return published("trafilatura")


def _segment_figures(golds: Sequence[Gold], texts: Sequence[str], same: Callable[[str], str]) -> Figures:
    pages = [(gold, same(text)) for gold, text in zip(golds, texts, strict=True)]
    wanted = [same(segment) in text for gold, text in pages for segment in gold["with"]]
    unwanted = [same(segment) in text for gold, text in pages for segment in gold["without"]]
    found, false = sum(wanted), sum(unwanted)
    return {
        "precision": _share(found, found + false),
        "recall": _share(found, len(wanted)),
        "accuracy": _share(found + len(unwanted) - false, len(wanted) + len(unwanted)),
        "F1": _share(2 * found, found + false + len(wanted)),
    }


@dataclass(frozen=True)
class Shingles:
    """scrapinghub's article extraction benchmark: runs of four words, and whether all words are right."""

    folder: Path
    title = "scrapinghub's article extraction benchmark"

    def pages(self) -> Iterator[Page]:
        """The pages of `ground-truth.json`, from `html/`."""
        for name, gold in self._golds().items():
            html = gzip.decompress((self.folder / "html" / f"{name}.html.gz").read_bytes())
            yield Page(gold.get("url") or "", html, gold)

    def figures(self, golds: Sequence[Gold], texts: Sequence[str]) -> Figures:
        """Means of the pages that have such shingles; F1 is of the means."""
        pairs = [(_words(gold.get("articleBody")), _words(text)) for gold, text in zip(golds, texts, strict=True)]
        counted = [(_shingles(true), _shingles(said)) for true, said in pairs]
        precision = _mean((true & said).total() / said.total() for true, said in counted if said)
        recall = _mean((true & said).total() / true.total() for true, said in counted if true)
        exact = _mean(float(true == said) for true, said in pairs)
        return {"precision": precision, "recall": recall, "F1": _harmonic(precision, recall), "accuracy": exact}

    def others(self) -> Iterator[Row]:
        """What the texts in `output/` reach, which the benchmark publishes beside its pages."""
        golds = self._golds()
        for path in sorted((self.folder / "output").glob("*.json")):
            told = json.loads(path.read_text(encoding="utf-8"))
            texts = told["output"] if "output" in told and "version" in told else told
            system = f"{path.stem} {told['version']}" if texts is not told else path.stem
            said = [texts.get(name, {}).get("articleBody") or "" for name in golds]
            yield Row(system, self.figures(list(golds.values()), said), f"output/{path.name}")

    def _golds(self) -> dict[str, Any]:  # Any: JSON
        return dict(json.loads((self.folder / "ground-truth.json").read_text(encoding="utf-8")))


@dataclass(frozen=True)
class Words:
    """WCXB: the words of a page whatever their order, by kind of page, and strings as in trafilatura's evaluation."""

    folder: Path  # of one split

    @property
    def title(self) -> str:
        """Its name with that of the split."""
        return f"WCXB, {self.folder.name}"

    def pages(self) -> Iterator[Page]:
        """The pages of `ground-truth/`, from `html/`."""
        for path in sorted((self.folder / "ground-truth").glob("*.json")):
            told = json.loads(path.read_text(encoding="utf-8"))
            html = gzip.decompress((self.folder / "html" / f"{path.stem}.html.gz").read_bytes())
            gold = told.get("ground_truth") or {}  # two of its files have none, and count as pages without text
            yield Page(told.get("url") or "", html, {**gold, "kind": _kind(told)})

    def figures(self, golds: Sequence[Gold], texts: Sequence[str]) -> Figures:
        """Means of the pages."""
        pairs = list(zip(golds, texts, strict=True))
        scores = [_word_scores(gold.get("main_content"), text) for gold, text in pairs]
        by_kind = defaultdict(list)
        for (gold, _), (_, _, f1) in zip(pairs, scores, strict=True):
            by_kind[gold["kind"]].append(f1)
        precision, recall, f1 = (_mean(column) for column in zip(*scores, strict=True))
        figures = {"precision": precision, "recall": recall, "F1": f1}
        figures |= {kind: _mean(by_kind[kind]) for kind in KINDS if kind in by_kind}
        for same, ending in ((str, ""), (quotes_equal, EQUAL)):
            for field, name in (("with", "wanted snippets"), ("without", "unwanted snippets")):
                figures[f"{name}{ending}"] = _mean(_snippets(gold.get(field), text, same) for gold, text in pairs)
        return figures

    def others(self) -> Iterable[Row]:
        """The tables of its README."""
        return published(f"wcxb {self.folder.name}")


def _kind(told: Gold) -> str:
    """The kind of page: an object with its parts, or a word alone; "category" is an older name."""
    kind = (told.get("_internal") or {}).get("page_type", {})
    name = kind.get("primary", "article") if isinstance(kind, dict) else kind
    return "collection" if name == "category" else str(name)


def _word_scores(gold: str | None, text: str) -> tuple[float, float, float]:
    """Precision, recall and F1 of a page's words in lower case; 1 where there is nothing to find and nothing said."""
    true, said = Counter(_words((gold or "").lower())), Counter(_words(text.lower()))
    if not true or not said:
        return (float(not true and not said),) * 3
    shared = (true & said).total()
    precision, recall = shared / said.total(), shared / true.total()
    return precision, recall, _harmonic(precision, recall)


def _snippets(snippets: Sequence[str] | None, text: str, same: Callable[[str], str]) -> float:
    """The share of snippets that stand in a text, in lower case; 1 where there are none, as the benchmark counts."""
    said = same(text.lower())
    return fmean(same(snippet.lower()) in said for snippet in snippets) if snippets else 1.0


def _words(text: str | None) -> list[str]:
    return _WORD.findall(text or "")


def _shingles(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """Runs of four words; a shorter text is one run."""
    starts = range(max(1, len(words) - SHINGLE_WORDS + 1)) if words else ()
    return Counter(tuple(words[start : start + SHINGLE_WORDS]) for start in starts)


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _mean(values: Iterable[float]) -> float:
    numbers = list(values)
    return fmean(numbers) if numbers else 0.0


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def published(benchmark: str) -> Iterator[Row]:
    """What other systems are published to reach: facts, each with its source."""
    for line in PUBLISHED.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, system, told, source = line.split("\t")
        if name == benchmark:
            pairs = (pair.split("=") for pair in told.split())
            yield Row(system, {figure: float(value) for figure, value in pairs}, source)
