"""A page as the text that the cleaners read: all of its blocks, and the cuts that leave those of the article."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Literal, NamedTuple, get_args

from article_clean.core.edits import Edit, packed_edits
from article_clean.core.favor import Favor
from article_clean.core.keep import KeepName
from article_clean.core.origin import Block, Page
from article_clean.core.patterns import pattern_of
from article_clean.core.structure import Outline
from article_clean.fields.provenance import PageField
from article_clean.knowledge.word_counts import weight
from article_clean.learned.choice import Choice, chosen
from article_clean.learned.shares import EVEN
from article_clean.pages import block_model, page_model
from article_clean.pages.above import read_above
from article_clean.pages.block_model import BlockModel
from article_clean.pages.cuts import CUTTER, PAGE, article_cuts
from article_clean.pages.depth import flattened
from article_clean.pages.extracted import extracted, page_of_lines
from article_clean.pages.groups import together
from article_clean.pages.html_outline import HtmlOutline
from article_clean.pages.kept import without_kept
from article_clean.pages.metadata.text import unescaped
from article_clean.pages.neighbours import settled
from article_clean.pages.oddities import CONSENT, SCRIPT, SHORT, Oddities, asks_for_consent, find_oddities
from article_clean.pages.page_fields import page_fields
from article_clean.pages.page_model import ARTICLE, SEVERAL, Verdict
from article_clean.pages.reading import Reading, read_html
from article_clean.pages.regions import whole_page
from article_clean.pages.story_ends import ended
from article_clean.pages.teasers import without_teasers
from article_clean.pages.unseen import seen

EngineName = Literal["blocks", "trafilatura"]
Engine = EngineName | BlockModel
ENGINES: tuple[EngineName, ...] = get_args(EngineName)
LEAST_TEXT = 250  # letters; a shorter article is believed only where the page has little more
LEAST_SHARE = 0.2  # of the page's paragraphs
LEAST_LIKELY = 0.4  # of the likeliest block; in shared/pages one article's has less, and its page is a portfolio
MOST_MARKUP = 25_000  # tags and attributes of a page that trafilatura reads, too, a kilobyte each; 1 of 935 has more
FROM_METADATA = "the page draws its text with JavaScript; the text is the article body from its metadata"
NOT_FOUND = "no article text was found in the page"
FELL_BACK = "the page has paragraphs that do not look like an article; the text is what trafilatura finds"
HOLDS_SEVERAL = "the page is probably a {}: several texts, not one article"
BESIDE = "the page asks for consent to cookies; the text is what it shows besides"
NO_SECOND = "the page has paragraphs that do not look like an article, and too many elements for trafilatura to read it"

_COVERS = frozenset({CONSENT, SCRIPT})  # what may lie over a page that has its text beside it
_MARKUP = pattern_of(r"</?[a-zA-Z]")


class Models(NamedTuple):
    """What reads a page.

    Attributes:
        articles: chooses the blocks of an article.
        others: gives what chooses those of a page of another kind; None where `articles` does.
        judge: what is thought of a page, given how likely its blocks are the article's and which were chosen.
    """

    articles: BlockModel
    others: Callable[[], BlockModel] | None
    judge: Callable[[Reading, Sequence[float], Choice], Verdict]


class Rendering(NamedTuple):
    """A page, ready for the cleaners.

    Attributes:
        page: its text, one line a block, with the blocks and boxes behind it.
        cuts: what leaves the article's blocks, sorted and disjoint, in offsets of `page.text`.
        fields: the fields of the article that markup and metadata give.
        warnings: what was odd.
        verdict: what kind of page it is, and how sure the choice; None where another engine than a model chose.
        outline: what reads the input once more for types of blocks, links and places, when they are asked for.
        source: what an article's offsets speak of, where that is not `page.text`: Markdown with its marks.
        marks: the edits that make of such a source what `cuts` make of `page.text`, sorted and disjoint.
        kept: the roles of the blocks that are no part of the article and stay because the caller wants it, by index.
        word_count: how many words the page says that its article has; 0 where it does not say.
    """

    page: Page
    cuts: Sequence[Edit]
    fields: Sequence[PageField]
    warnings: tuple[str, ...] = ()
    verdict: Verdict | None = None
    outline: Outline | None = None
    source: str = ""
    marks: Sequence[Edit] = ()
    kept: Mapping[int, str] = {}  # never written to
    word_count: int = 0


def rendered(
    html: str,
    url: str | None = None,
    engine: Engine | Models = "blocks",
    favor: Favor = "balance",
    keep: Sequence[KeepName] = (),
) -> Rendering:
    """Read a page and choose the blocks that are its article; never raises on odd HTML.

    Args:
        html: the page.
        url: its address, where it is known.
        engine: "blocks" for the models that ship here, "trafilatura", a `BlockModel` of your own, or all that read it.
        favor: what counts more where a block is in doubt.
        keep: what stays although it is no part of the article.
    """
    flat_html, warnings = flattened(html)
    reading = read_html(flat_html, url)
    rendering = _chosen(reading, engine, favor)
    warnings = (*warnings, *reading.warnings, *rendering.warnings)
    return with_kept(rendering, keep)._replace(
        warnings=warnings, outline=HtmlOutline(html, url), word_count=reading.metadata.word_count
    )


def with_kept(rendering: Rendering, keep: Sequence[KeepName]) -> Rendering:
    """A rendering whose cuts leave what shall stay."""
    if not keep:
        return rendering
    cuts, roles = without_kept(rendering.page, rendering.cuts, keep)
    return rendering._replace(cuts=cuts, kept=roles)


def _chosen(reading: Reading, engine: Engine | Models, favor: Favor) -> Rendering:
    if engine == "trafilatura":
        return _extracted(reading, favor)
    models = _models(engine)
    shares = models.articles.shares(reading.page, reading.region, reading.hints)
    choice = choice_of(reading, shares, favor)
    picked_blocks = [reading.region.first + index for index in choice.kept]
    oddities = find_oddities(reading, picked_blocks, reading.html)
    if (
        SCRIPT in oddities.warnings
        and weight(reading.metadata.body or "") >= LEAST_TEXT > reading.region.sums.prose[-1]
    ):
        return _of_metadata(reading)
    if not oddities.is_article:
        covered = _beside(reading, models, favor) if _COVERS.issuperset(oddities.warnings) else None
        if covered is None:
            return without_article(reading, oddities)
        warnings = (BESIDE,) if CONSENT in oddities.warnings else oddities.warnings
        return covered._replace(warnings=warnings, verdict=models.judge(reading, shares, choice))
    verdict = models.judge(reading, shares, choice)
    if oddities.kind:
        verdict = verdict._replace(kind=oddities.kind, likelihood=1.0)
    if verdict.kind != ARTICLE and models.others:
        reading, shares, picked_blocks = _of_other_kind(reading, models.others(), favor)
    warnings = oddities.warnings or tuple(_of_several(verdict))
    if is_credible(reading, picked_blocks, shares):
        rendering = article_of(reading, picked_blocks, shares, oddities.fields)._replace(warnings=warnings)
    elif picked_blocks and reading.html.count("<") + reading.html.count("=") > MOST_MARKUP:
        rendering = article_of(reading, picked_blocks, shares, oddities.fields)._replace(
            warnings=(*warnings, NO_SECOND)
        )
    else:
        rendering = _extracted(reading, favor, (*warnings, FELL_BACK), oddities.fields)
    return rendering if rendering.verdict else rendering._replace(verdict=verdict)


def _of_other_kind(
    reading: Reading, model: BlockModel, favor: Favor, hidden: Callable[[Page, Block], bool] | None = None
) -> tuple[Reading, Sequence[float], list[int]]:
    """All of a page that is no article, how likely each block is its text, and the chosen ones, none of them hidden."""
    reading = reading._replace(region=whole_page(reading.region))
    page = reading.page
    shares = model.shares(page, reading.region, reading.hints)
    if hidden:
        shares = [0.0 if hidden(page, block) else share for block, share in zip(page.blocks, shares, strict=True)]
    return reading, shares, seen(page, chosen([block.text for block in page.blocks], shares, favor).kept)


def _beside(reading: Reading, models: Models, favor: Favor) -> Rendering | None:
    """What a page shows beside a question for consent, or beside the little taken for its article; None for little."""
    if not models.others:
        return None
    reading, shares, picked_blocks = _of_other_kind(reading, models.others(), favor, asks_for_consent)
    is_short = sum(weight(reading.page.blocks[index].text) for index in picked_blocks) < SHORT
    return None if is_short else article_of(reading, picked_blocks, shares)


def _models(engine: Engine | Models) -> Models:
    if isinstance(engine, Models):
        return engine
    judge = page_model.shipped().judged
    if isinstance(engine, BlockModel):
        return Models(engine, None, judge)
    return Models(block_model.shipped(), block_model.shipped_for_others, judge)


def _of_several(verdict: Verdict) -> Iterator[str]:
    """That a page is of a kind that holds several texts, where that is likelier than not."""
    if verdict.kind in SEVERAL and verdict.likelihood > EVEN:
        yield HOLDS_SEVERAL.format(verdict.kind)


def choice_of(reading: Reading, shares: Sequence[float], favor: Favor = "balance") -> Choice:
    """The blocks that are the article, by their place in the region, in order; none in a box of comments.

    Args:
        reading: the page.
        shares: how likely each block of its region is a part of the article.
        favor: what counts more where a block is in doubt.
    """
    region = reading.region
    texts = [block.text for block in reading.page.blocks[region.first : region.end]]
    choice = chosen(texts, shares, favor)
    comments = {index - region.first for index in chain.from_iterable(region.comments)}
    kept_blocks = [index for index in choice.kept if index not in comments]
    kept_size = sum(len(texts[index]) for index in kept_blocks)
    if 2 * kept_size < sum(len(texts[index]) for index in choice.kept):  # it was one of comments
        choice = chosen(texts, [0.0 if index in comments else share for index, share in enumerate(shares)], favor)
        kept_blocks = choice.kept

    def share_of(index: int) -> float:
        return shares[index - region.first] if region.first <= index < region.end else 0.0

    page = reading.page
    picked_blocks = ended(page, [region.first + index for index in kept_blocks], share_of)
    picked_blocks = settled(page, together(page, picked_blocks), share_of)
    picked_blocks = seen(page, without_teasers(page, picked_blocks, share_of))
    return choice._replace(kept=[index - region.first for index in picked_blocks])


def without_article(reading: Reading, oddities: Oddities) -> Rendering:
    """A page that holds no article; where a script would draw one, its metadata still tell of it."""
    warnings = oddities.warnings
    blocks = reading.page.blocks
    cuts = packed_edits(Edit(block.start, block.end, "", PAGE, warnings[0], CUTTER) for block in blocks)
    fields = page_fields(reading.metadata, "", None) if SCRIPT in warnings else ()
    return Rendering(reading.page, cuts, tuple(fields), warnings, Verdict(oddities.kind, 1.0, None))


def _of_metadata(reading: Reading) -> Rendering:
    """The text that the metadata of a page have, which a script would draw."""
    body = reading.metadata.body_source
    body = unescaped(body) if "&lt;" in body else body
    page = read_html(body).page if _MARKUP.search(body) else page_of_lines(unescaped(body))
    stated_reading = reading._replace(page=page._replace(headlines=reading.page.headlines))
    rendering = article_of(stated_reading, range(len(page.blocks)), ())
    return rendering._replace(warnings=(FROM_METADATA,), verdict=Verdict("shell", 1.0, None))


def article_of(
    reading: Reading, picked_blocks: Sequence[int], shares: Sequence[float], fields: Sequence[PageField] = ()
) -> Rendering:
    """What a page is rendered to where these of its blocks, at least one, are its article; with further fields."""
    above = read_above(reading, picked_blocks)
    deck = "\n".join(reading.page.blocks[index].text for index in above.deck)
    all_fields = (*page_fields(reading.metadata, deck, above.signed), *fields)
    return Rendering(reading.page, article_cuts(reading, picked_blocks, shares, above), all_fields)


def _extracted(
    reading: Reading, favor: Favor, warnings: Sequence[str] = (), fields: Sequence[PageField] = ()
) -> Rendering:
    """The article's text as trafilatura finds it, with what is known of the page already."""
    text_reading = extracted(reading, favor)
    if not text_reading.page.blocks:
        return Rendering(text_reading.page, (), tuple(page_fields(reading.metadata, "", None)), (NOT_FOUND,))
    picked_blocks = range(len(text_reading.page.blocks))
    oddities = find_oddities(text_reading, picked_blocks, reading.html)
    if not oddities.is_article:
        return without_article(reading, oddities)
    return article_of(text_reading, picked_blocks, (), fields or oddities.fields)._replace(
        warnings=tuple(dict.fromkeys((*warnings, *oddities.warnings)))
    )


def is_credible(reading: Reading, picked_blocks: Sequence[int], shares: Sequence[float]) -> bool:
    """Whether the picked blocks can be the article: likely ones, and not next to nothing beside what the page has."""
    prose = reading.region.sums.prose[-1]
    if max(shares, default=0.0) < LEAST_LIKELY and prose > LEAST_TEXT:
        return False
    texts = {reading.page.blocks[index].text for index in picked_blocks}  # a text that the page repeats was picked once
    picked_size = sum(
        size for block, size in zip(reading.page.blocks, reading.region.sizes, strict=True) if block.text in texts
    )
    return picked_size > min(LEAST_TEXT, LEAST_SHARE * prose)
