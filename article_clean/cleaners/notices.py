"""Notices of the site to its visitor: cookies, pay walls, errors, disclaimers."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import addressed, opening_with, phrase_lines, sentences, word_set
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Edit

LONGEST_COOKIES = 700
LONGEST_WALL = 350
LONGEST_DISCLAIMER = 700  # the longest of 8 that it takes in shared/texts has 657

_COOKIES = re.compile(
    r"""(?:\bwe|\b(?:this|our|the)\ (?:web)?site|\b(?:web)?site)\ (?:also\ )?uses?\ (?:\w+\ ){0,3}cookies
    |\bby\ (?:continuing|using)\ [^.!?]*\b(?:use\ of\ cookies|cookie\ policy|our\ cookies)
    |\bsites?\ cookie\ polic
    |\bdiese\ (?:website|seite|webseite)\ (?:verwendet|benutzt|nutzt)\ cookies|\bwir\ (?:verwenden|nutzen
        |setzen)\ cookies
    |\b(?:utilizamos|usamos|utiliza|usa)\ (?:\w+\ ){0,2}cookies
    |\b(?:utilisons|utilise)\ des\ cookies|\butilizziamo\ i?\ ?cookie|\bgebruik(?:t|en)\ (?:van\ )?cookies
    |\bиспользует\ (?:файлы\ )?cookie|\banvänder\ cookies|\bbruker\ (?:informasjonskapsler|cookies)""",
    re.VERBOSE,
)
_CONSENT = re.compile(
    r"accept|agree|consent|continu|learn more|find out|polic|setting|experience|zustimm|einverstanden|aceptar"
    r"|acept|aceita"
    r"|continuar|accord|accett|akkoord|продолж|mer information|click"
)
_WALL = re.compile(
    r"""\W*(?:
      you(?:['’]ve|\ have)\ (?:now\ )?reached\ (?:your|the)\ (?:\w+\ ){0,3}(?:limit|maximum)
      |you\ have\ \w+\ (?:free\ )?(?:articles?|stories)\ (?:left|remaining)
      |subscribe\ (?:now\ )?to\ (?:continue|keep|get\ access|read\b|unlock)
      |(?:to\ )?(?:continue|keep)\ reading\W.*\b(?:subscribe|log\ in|sign\ in|register)
      |already\ (?:a|have\ an?)\ (?:subscriber|member|subscription|account)\b
      |this\ (?:article|story|content|post|page)\ is\ (?:only\ )?(?:available\ |exclusive(?:ly)?\
          |reserved\ )?(?:only\ )?(?:to|for)
        \ (?:[\w+]+\ ){0,2}(?:subscribers|members)
      |(?:please\ )?(?:log|sign)\ in\ (?:or\ (?:subscribe|register|sign\ up)\ )?to\ (?:continue|read|keep|view)\b
      |unlock\ this\ (?:article|story)|read\ more\ of\ this\ content\ when\ you\ subscribe
      |sign\ up\ \(it['’]s\ quick\ and\ free\)
      |to\ read\ (?:this\ article\ in\ full|the\ full\ (?:article|story))\W.*\b(?:subscri|regist|log\ in)
      |(?:contenido|artículo)\ (?:exclusivo\ )?(?:solo\ )?para\ (?:suscriptores|abonados)
          |suscríbete\ para\ (?:seguir|continuar|leer)
      |(?:conteúdo|matéria)\ exclusiv[oa]\ para\ assinantes
      |(?:cet\ )?article\ (?:est\ )?réservé\ aux\ abonnés|il\ vous\ reste\ \S+\ %\ de\ cet\ article
      |(?:weiterlesen\ mit|dieser\ artikel\ ist\ (?:nur\ )?für\ abonnenten)
      |contenuto\ riservato\ agli\ abbonati|dit\ artikel\ is\ (?:alleen|exclusief)\ voor\ abonnees
    )""",
    re.VERBOSE,
)
_WALL_WORDS = word_set(
    """
    you subscribe to continue keep already this please log sign unlock read contenido artículo suscríbete conteúdo
    matéria cet article il weiterlesen dieser contenuto dit
    """
)
_DISCLAIMER = re.compile(
    r"""\W*(?:
      (?:the\ )?(?:opinions|views)(?:\ and\ (?:opinions|views))?\ expressed\ [^.!?]*\b(?:are\ (?:those|solely
          |their|his|her|my|the)
        |do\ not|not\ necessarily)
      |(?:disclaimer:\ )?(?:this|the|dear)\ [^.!?]*\bis\ (?:\w+\ )?for\ (?:\w+\ )?informational\ purposes
      |this\ is\ a\ rush\ transcript|this\ (?:transcript|translation)\ (?:has\ been|was|is)\ automatically\ generated
      |the\ (?:associated\ press|ap)\ [^.!?]*\breceives\ support\ .*\bsolely\ responsible
    )""",
    re.VERBOSE,
)


@cleaner("cookie_notice", stage="boilerplate", role="notice")
def cookie_notice(doc: Document) -> Iterator[Edit]:
    """A consent banner: "This site uses cookies. By continuing you accept our policy".

    Why it goes: the law asks the site for it.
    Keeps: reports on cookies and consent, which speak of someone else's site.
    """
    for line in doc.paragraphs_with("cookie", "informasjonskapsler"):
        if len(line.text) <= LONGEST_COOKIES and _COOKIES.search(line.folded) and _CONSENT.search(line.folded):
            parts = sentences(line)
            if '"' not in line.text and "“" not in line.text and all(map(addressed, parts)):
                yield Edit(line.start, line.end)


@cleaner("site_notice", stage="boilerplate", role="notice")
def site_notice(doc: Document) -> Iterator[Edit]:
    """A line of the site's own interface: "An error occurred", "Was this article helpful?", "Report a typo".

    Why it goes: it asks or tells the visitor something about the page.
    Keeps: the same words within a sentence of the story.
    """
    for line in phrase_lines(doc, "notice"):
        yield Edit(line.start, line.end)


@cleaner("paywall_notice", stage="boilerplate", role="notice")
def paywall_notice(doc: Document) -> Iterator[Edit]:
    """A bar before the rest of the text: "You have reached your limit", "Already a subscriber? Log in".

    Why it goes: it deals with the visitor's account.
    Keeps: reports on pay walls and subscribers.
    """
    for line in opening_with(doc, _WALL_WORDS):
        if len(line.text) <= LONGEST_WALL and _WALL.match(line.folded) and all(map(addressed, sentences(line))):
            yield Edit(line.start, line.end)


@cleaner("disclaimer", stage="boilerplate", role="notice")
def disclaimer(doc: Document) -> Iterator[Edit]:
    """What the publisher will not answer for: "The views expressed are the author's own", "This is a rush transcript".

    Why it goes: the same words stand under every text of their kind.
    Keeps: views and opinions that someone in the story expresses.
    """
    hints = ("informational", "views expressed", "opinions expressed", "transcript", "solely responsible")
    for line in doc.paragraphs_with(*hints):
        if len(line.text) <= LONGEST_DISCLAIMER and _DISCLAIMER.match(line.folded):
            yield Edit(line.start, line.end)
