"""What a site asks of its visitor: follow, download, donate, subscribe, click."""

from collections.abc import Iterator

from article_clean.cleaners.sentences import phrase_edits, plea_edits
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Edit


@cleaner("follow_us", stage="boilerplate", role="promo")
def follow_us(doc: Document) -> Iterator[Edit]:
    """A call to follow on a social network: "Follow us on Twitter", ">> Follow Jo Lane (@jolane) on Twitter".

    Why it goes: the site or the writer asks for followers; nothing of the story is in it.
    Keeps: "Follow the plant spacing rules", posts quoted from a network, and sentences that name one.
    """
    yield from plea_edits(doc, "follow")


@cleaner("app_promo", stage="boilerplate", role="promo")
def app_promo(doc: Document) -> Iterator[Edit]:
    """A call to get the publisher's app: "Click here to get the Harbour News app".

    Why it goes: it sells the site's own software.
    Keeps: guides that tell to download an app ("Download the app and create an account").
    """
    yield from plea_edits(doc, "app")


@cleaner("donation_plea", stage="boilerplate", role="promo")
def donation_plea(doc: Document) -> Iterator[Edit]:
    """A plea for money or signatures: "Support our journalism", "(To donate to Harbour Watch click here)".

    Why it goes: the publisher speaks for itself, not about the story.
    Keeps: reports on donations, and "Donate it to a recycling center" in a guide.
    """
    yield from plea_edits(doc, "donate")


@cleaner("subscription_offer", stage="boilerplate", role="promo")
def subscription_offer(doc: Document) -> Iterator[Edit]:
    """An offer of a podcast, a paper or alerts: "Subscribe via Pocket Cast or iTunes".

    Why it goes: the publisher advertises its own offer.
    Keeps: reviews of subscription services, and news about subscribers.
    """
    yield from plea_edits(doc, "offer")


@cleaner("call_to_action", stage="boilerplate", role="promo")
def call_to_action(doc: Document) -> Iterator[Edit]:
    """The text of a button, alone on its line: "Get a quote", "Download guide", "Shop now".

    Why it goes: it was something to click on; in text it leads nowhere.
    Keeps: the same words in a sentence, and headings such as "Get started".
    """
    yield from phrase_edits(doc, "button")
