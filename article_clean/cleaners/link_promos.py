"""The list of links under a video or a podcast: "Twitter: https://…", "Donate today! https://…"."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import addressed, sentences
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit

LONGEST_LINK_LINE = 260
FEWEST_LINKS = 3  # one such line may be the article's own; three are a description's list
WIDEST_GAP = 4  # paragraphs without a link between two of the list

_LABELLED = re.compile(
    r"""[^\w]*(?:(?:follow\ (?:\w+\ ){0,3}on\ |my\ |our\ |official\ )?(?:twitter|facebook|instagram|youtube
      |tiktok|telegram
      |patreon|paypal|website|web|blog|podcast|spotify|discord|twitch|linkedin|snapchat|merch|store|shop|email|iphone
      |android|itunes|apple\ podcasts|soundcloud|gab|parler|rumble|minds|subscribe|newsletter
          |for\ \w+)\ ?(?:page|channel)?)
      \s?[:\-–—►→]+\s?(?:https?://|www\.)\S+\W*""",
    re.VERBOSE,
)
_URGED = re.compile(
    r"""[^\w]*(?:donate|join|visit|subscribe|follow|support|download|shop|sign\ up|joining|get\ (?:your|our
      |the)|buy|become
      |like\ us|check\ out|watch|listen|get\ it|read|order|click)\b.*https?://\S+.*""",
    re.VERBOSE,
)


@cleaner("link_promo", stage="boilerplate", role="promo")
def link_promo(doc: Document) -> Iterator[Edit]:
    """The links under a video: "Donate today! https://…", "Twitter: https://…", and the lines between them.

    Why it goes: a channel's standing list, the same under every video.
    Keeps: addresses that a story gives, and one or two links of its own.
    """
    if doc.text.count("://") < FEWEST_LINKS:
        return
    lines = doc.paragraphs
    links = [n for n, line in enumerate(lines) if _is_link(line)]
    for run in _runs(links):
        for line in lines[run[0] : run[-1] + 1]:
            if (
                _is_link(line)
                or (len(line.text) <= LONGEST_LINK_LINE and all(map(addressed, sentences(line))))
                or _is_shout(line)
            ):
                yield Edit(line.start, line.end)


def _runs(places: list[int]) -> Iterator[list[int]]:
    """The links that stand together, where they are many enough."""
    run: list[int] = []
    for place in places:
        if run and place - run[-1] > WIDEST_GAP:
            if len(run) >= FEWEST_LINKS:
                yield run
            run = []
        run.append(place)
    if len(run) >= FEWEST_LINKS:
        yield run


def _is_link(line: Line) -> bool:
    if len(line.text) > LONGEST_LINK_LINE or "://" not in line.text:
        return False
    if _LABELLED.fullmatch(line.folded) or _URGED.fullmatch(line.folded):
        return True
    first = sentences(line)[0]
    return first.text.endswith("?") and addressed(first)  # "Want to help the ferry? https://…"


def _is_shout(line: Line) -> bool:
    """Whether a line between two links is a cry ("JOIN US!") or starts as an order does."""
    return len(line.text) <= LONGEST_LINK_LINE and (
        line.text.endswith("!") or line.folded.startswith(("download ", "join "))
    )
