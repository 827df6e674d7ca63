"""What a site asks of its visitor: follow, download, donate, subscribe, click."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import opening_with, phrase_edits, phrase_set, pitches, word_set
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit

LONGEST_PLEA = 500  # the longest of 90 pleas and calls that it takes in shared/gold and shared/texts has 262

_PLATFORM = (
    r"(?:twitter|facebook|instagram|youtube|tiktok|telegram|whatsapp|linkedin|pinterest|threads|bluesky|mastodon|"
    r"snapchat|google\ news|flipboard|social\ media|x\b)"
)
_FOLLOW_WORDS = word_set(
    """
    follow like join find connect be catch watch subscribe you keep síguenos siga suivez folgen folge segui seguici
    volg følg följ obserwuj polub bizi подписывайтесь подпишитесь читайте theo
    """
)
_FOLLOW = re.compile(
    rf"""[^\w]*(?:(?:be\ sure\ to|you\ can(?:\ also)?|don['’]t\ forget\ to)\ )?
    (?:
      follow\ (?:us|me|@\w|the\ (?-i:[A-Z])|(?-i:[A-Z]))[^.!?]*?\ (?:on|via|at)\ (?:our\ )?{_PLATFORM}
      |follow\ (?:us|me)\ @\w+\W*$
      |follow\ @\w+\W*$
      |follow\ (?-i:[A-Z])[^.!?]*@\w+\W*$
      |(?:like|find)\ (?:us|me|our\ page)\ (?:also\ )?on\ {_PLATFORM}
      |(?:join|subscribe\ to)\ (?:us\ on|(?:our|the\ (?-i:[A-Z])[^.!?]*)\ (?:official\ )?{_PLATFORM})(?=\W
          |\ (?:channel|group|page))
      |connect\ with\ (?:us|me)\ (?:on\ {_PLATFORM}|here:?$)
      |catch\ up\ on\ [^.!?]*,?\ and\ follow\ us\ on[ ]
      |keep\ up\ with\ (?:us|me)\ on\ {_PLATFORM}
      |síguenos\ en\ |siga(?:-nos|\ a\ [^.!?]*)\ (?:no|na|nas|em)\ (?:\w+\ )?{_PLATFORM}|siga[^.!?]*\ en\ {_PLATFORM}
      |suivez[- ](?:nous|[^.!?]*)\ (?:aussi\ )?sur\ {_PLATFORM}
      |(?:folgen\ sie|folge)\ (?:uns|[^.!?]*)\ (?:auch\ )?(?:auf|bei)\ {_PLATFORM}
      |(?:seguici|segui\ [^.!?]*)\ su\ {_PLATFORM}
      |volg\ ons\ (?:ook\ )?(?:op|via)\ {_PLATFORM}
      |(?:følg|följ)\ (?:oss|os)\ (?:på|også\ på)\ {_PLATFORM}
      |(?:obserwuj|polub)\ nas\ na\ {_PLATFORM}
      |bizi\ [^.!?]*(?:takip\ ed|abone\ ol)
      |(?:подписывайтесь|подпишитесь|читайте\ нас)\ [^.!?]*(?:телеграм|telegram|вконтакте|youtube|дзен|канал)
      |theo\ dõi\ [^.!?]*\ trên\ {_PLATFORM}
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_APP = re.compile(
    r"""\W*(?:
      (?:click\ here\ to\ )?(?:get|download|install|try)\ (?:the\ (?-i:[A-Z])[^.!?]*\bnews|our(?:\ \w+){0,2})\ app\b
      |click\ here\ to\ (?:get|download|install)\ the\ [^.!?]*\bapp\b
      |(?:descarga|descargue|bájate)\ (?:nuestra|la)\ app\b
      |baixe\ (?:o\ nosso|nosso)\ (?:app|aplicativo)
      |téléchargez\ (?:notre\ appli|l['’]appli(?:cation)?\ (?-i:[A-Z]))
      |(?:laden\ sie|lade|hol\ dir)\ (?:sich\ )?(?:unsere|die\ (?-i:[A-Z])\S*)[ -]app\b
      |scarica\ (?:la\ nostra|l['’])\ ?app\b
      |download\ (?:onze|de\ (?-i:[A-Z])\S*)[ -]app\b
      |tải\ ứng\ dụng\ (?-i:[A-Z])
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_PLEA = re.compile(
    r"""\W*(?:
      (?:to\ )?donate\ (?:today|now|here|to\ (?:us|our|(?-i:[A-Z])\S*))\b
      |(?:please\ )?(?:consider\ )?(?:support(?:ing)?|help\ (?:us|support)|back)\ (?:us|our|independent)\ (?:\S+\ )?
        (?:journalism|reporting|work|newsroom|mission)
      |support\ (?:real|local|quality|independent|great)\ journalism
      |your\ subscription\ (?:to\ [^.!?]*\ )?(?:funds|supports|helps)
      |(?:please\ )?consider\ (?:donating|making\ a\ donation|becoming\ a\ (?:member|patron
          |(?:free\ or\ )?paid\ subscriber)|supporting)
      |if\ you\ (?:enjoy|like|value|appreciate|['’]re\ enjoying|are\ enjoying)(?:ed)?\ [^.!?]*(?:support|donat
          |subscrib|patron)
      |if\ you['’]re\ enjoying\ [^.!?]*(?:support|donat|subscrib)
      |[^.!?]*\ is\ a\ reader-supported\ publication
      |become\ a\ (?:member|supporter|patron)(?:\ (?:today|now|here|and|of|for)\b|\W*$)
      |support\ (?:us|me)\ on\ (?:patreon|ko-fi|paypal)
      |make\ a\ (?:tax-deductible\ )?(?:donation|contribution)\ (?:today|now|here|to\ (?:our|support))
      |add\ your\ name\ to\ (?:the\ )?(?:millions|thousands|petition|list)
      |sign\ (?:the|our|this)\ petition\b
      |(?:apoya|apoye)\ (?:el|nuestro)\ periodismo|hazte\ soci[oa]
      |(?:apoie|assine)\ o\ (?:nosso\ )?jornalismo
      |soutenez\ (?:notre|un)\ (?:journal|rédaction|média)|faites\ un\ don
      |unterstützen\ sie\ (?:uns|unsere|unabhängigen)|jetzt\ spenden
      |sostieni\ (?:il\ nostro|l['’]informazione)
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_OFFER = re.compile(
    r"""\W*(?:
      subscribe\ (?:via|on|in)\ (?:pocket\ cast|itunes|apple|spotify|stitcher|google|android|rss|your\ )
      |subscribe\ (?:&|and)\ download\ the\ episode
      |(?:listen|subscribe)\ (?:to\ (?:us|our|the)\ [^.!?]*)?(?:on|via)\ (?:apple\ podcasts|itunes|spotify
          |stitcher|pocket\ casts?)\b
      |subscribe\ to\ (?:our|the\ (?-i:[A-Z])[^.!?]*)\ (?:podcast|magazine|print\ edition|digital\ edition|channel)\b
      |(?:click\ here\ to\ )?subscribe\ (?:to\ (?-i:[A-Z])[^.!?]*\ )?(?:today|now)\ (?:for|and|to\ (?:get|read
          |receive|unlock))\b
      |subscribe\ (?:to\ )?us\b
      |click\ here\ to\ subscribe\b
      |visit\ [^.!?]*\bhomepage\ for\ more\ stories
      |get\ [^.!?]*\ on\ the\ go\ by\ clicking\ here
      |catch\ up\ on\ [^.!?]*\bpodcast
      |watch\ (?-i:[A-Z])[^.!?]*\ (?:weeknights|weekdays|saturdays|sundays)\b
      |download\ (?:our|your|my)\ (?:free\ )?(?:e-?book|guide|checklist|white\ ?paper|template)\b
      |listen\ to\ the\ most\ important\ stories
      |add\ [^.!?]*\ as\ an\ interest\ to\ stay\ up\ to\ date
    )""",
    re.VERBOSE | re.IGNORECASE,
)

_APP_WORDS = word_set(
    "click get download install try descarga descargue bájate baixe téléchargez laden lade hol scarica tải"
)
_PLEA_HINTS = ("donat", "journalism", "newsroom", "patron", "petition", "your name", "become a", "reader-supported",
    "subscriber", "subscription")  # fmt: skip
_SUPPORT_HINTS = ("support us", "support me", "support our", "supporting", "support ind")
_PLEA_WORDS = word_set("apoya apoye hazte apoie assine soutenez faites unterstützen jetzt sostieni make if sign")
_OFFER_WORDS = word_set("listen add interested download visit get catch watch click")

# Whole lines that are the text of a button, as `key` gives them.
_BUTTONS = phrase_set(
    """
    add interest|apply now|book now|buy now|call now|claim your offer|contact sales|download guide|download now|
    download the guide|download pdf|get a free quote|get a quote|get offer|get started now|get started for free|
    get the app|join for free|join now|learn more here|order now|order online|register now|request a demo|
    request a quote|schedule a call|schedule a demo|see deal|see offer|see price|shop now|sign up for free|
    sign up for free and start shopping|sign up now|start free trial|start your free trial|subscribe now|
    try for free|try it free|view deal|view offer|check price|check price on amazon|buy on amazon|visit site|
    book a demo|compra ahora|comprar ahora|jetzt kaufen|jetzt bestellen|zum angebot|acheter maintenant|
    acquista ora|compre agora|mua ngay|đăng ký ngay|satın al|купить сейчас
    """
)


@cleaner("follow_us", stage="boilerplate", role="promo")
def follow_us(doc: Document) -> Iterator[Edit]:
    """A call to follow on a social network: "Follow us on Twitter", ">> Follow Jo Lane (@jolane) on Twitter".

    Why it goes: the site or the writer asks for followers; nothing of the story is in it.
    Keeps: "Follow the plant spacing rules", posts quoted from a network, and sentences that name one.
    """
    yield from phrase_edits(doc, "follow")
    yield from _pitches(opening_with(doc, _FOLLOW_WORDS), _FOLLOW)


@cleaner("app_promo", stage="boilerplate", role="promo")
def app_promo(doc: Document) -> Iterator[Edit]:
    """A call to get the publisher's app: "Click here to get the Harbour News app".

    Why it goes: it sells the site's own software.
    Keeps: guides that tell to download an app ("Download the app and create an account").
    """
    yield from _pitches(opening_with(doc, _APP_WORDS), _APP)


@cleaner("donation_plea", stage="boilerplate", role="promo")
def donation_plea(doc: Document) -> Iterator[Edit]:
    """A plea for money or signatures: "Support our journalism", "(To donate to Harbour Watch click here)".

    Why it goes: the publisher speaks for itself, not about the story.
    Keeps: reports on donations, and "Donate it to a recycling center" in a guide.
    """
    yield from phrase_edits(doc, "donate")
    support = _SUPPORT_HINTS if "support" in doc.folded else ()
    yield from _pitches(doc.paragraphs_with(*_PLEA_HINTS, *support), _PLEA)
    yield from _pitches(opening_with(doc, _PLEA_WORDS), _PLEA)


@cleaner("subscription_offer", stage="boilerplate", role="promo")
def subscription_offer(doc: Document) -> Iterator[Edit]:
    """An offer of a podcast, a paper or alerts: "Subscribe via Pocket Cast or iTunes".

    Why it goes: an advertisement of the publisher's own.
    Keeps: reviews of subscription services, and news about subscribers.
    """
    yield from _pitches(opening_with(doc, _OFFER_WORDS), _OFFER)
    yield from _pitches(doc.paragraphs_with("subscribe"), _OFFER)


@cleaner("call_to_action", stage="boilerplate", role="promo")
def call_to_action(doc: Document) -> Iterator[Edit]:
    """The text of a button that stands alone in its line: "Get a quote", "Download guide", "Shop now".

    Why it goes: it was something to click on; in text it leads nowhere.
    Keeps: the same words in a sentence, and headings such as "Get started".
    """
    for name in _BUTTONS.intersection(doc.by_key()):
        for line in doc.by_key()[name]:
            yield Edit(line.start, line.end)


def _pitches(lines: Iterator[Line] | list[Line], ask: re.Pattern[str]) -> Iterator[Edit]:
    """The paragraphs of which one sentence asks and every other one speaks to the visitor too."""
    for line in lines:
        if len(line.text) <= LONGEST_PLEA and pitches(line, lambda sentence: bool(ask.match(sentence.text))):
            yield Edit(line.start, line.end)
