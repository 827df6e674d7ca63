"""Notices of rights, and of where a text first appeared."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import FEWEST_TOLD, addressed, opening_with, phrase_edits, sentences, word_set
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, Line
from article_clean.core.edits import Edit
from article_clean.knowledge.sentence_ends import IN_CLASS, ends_sentence
from article_clean.knowledge.word_counts import word_count

LONGEST_RIGHTS = 300
LONGEST_NOTICE = 350
MOST_OWNER_WORDS = 12  # behind "©"; the longest of nine long ones in shared/gold/wild has nine
TAIL = 4  # paragraphs at the end in which a notice may be glued to a biography

_RIGHTS = re.compile(
    r"""\W*(?:
      ©|\(c\)\ ?(?:copyright\ )?(?:19|20)\d\d
      |(?:content\ |all\ content\
          |all\ contents\ )?copyrights?\W*(?:\(c\)\W*)?(?:(?:by\ )?[\w\ .,&-]{0,40}\b)?(?:19|20)\d\d\b
      |copyrights?\W*(?:©|\(c\))
      |all\ rights\ reserved\b
      |this\ (?:material|content)\ may\ not\ be\ (?:published|reproduced)
      |our\ standards:\ the\ thomson\ reuters
      |\*?\s?재판매\ 및|.*무단\ ?전재
      |alle\ rechte\ vorbehalten|todos\ los\ derechos\ reservados|todos\ os\ direitos\ reservados|tous\ droits\ réservés
      |tutti\ i\ diritti\ riservati|все\ права\ защищены|alle\ rechten\ voorbehouden|wszelkie\ prawa\ zastrzeżone
      |tüm\ hakları\ saklıdır|版权所有|版權所有|無断転載|无断转载|未经授权
    )""",
    re.VERBOSE,
)
_RIGHTS_HINTS = ("©", "copyright", "(c) ", "rights reserved", "trust principles", "무단")
_RIGHTS_WORDS = word_set(
    "this 재판매 alle todos tous tutti все wszelkie tüm 版权所有 版權所有 無断転載 无断转载 未经授权"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_OF_TEXTS = re.compile(  # what is said of a text, and not of a picture
    r"rights|copyright|licen[cs]|permi|reprodu|reprint|redistribut|recht|derecho|direito|droit|diritt|прав|hakla|prawa"
)
_GLUED_RIGHTS = re.compile(
    rf"[{IN_CLASS}\"”’)]\s+(?=(?:Copyright\s+)?(?:©|\([cC]\)|Copyright)\s*(?:©\s*)?(?:19|20)\d\d\b)"
)
_REPUBLISHED = re.compile(
    r"""\W*(?:
      (?:this|the\ above)\ (?:article|story|post|piece|column|essay|interview|op-ed|commentary|report|excerpt|analysis)
        \ (?:was\ |has\ been\ |is\ |also\ )*
        (?:originally\ |first\ |previously\ )*(?:published|appeared|posted|ran|republished|reposted|reprinted
            |syndicated|produced)
        \ (?:originally\ |first\ )?
        (?:(?:on|at|by|in|from|with|here|as|under)\b(?!\ (?:january|february|march|april|may|june|july|august|september
          |october|november|december|\d{4}))|(?:january|february|march|april|may|june|july|august|september|october
          |november|december)\ \d{1,2},\ \d{4})
      |the\ post\ .+\ (?:first\ appeared\ on|appeared\ first\ on)[ ]
      |(?:originally|first)\ (?:published|appeared|posted)\ (?:on|at|by|as|in)\b(?!\ (?:january|february|march|april|may
          |june|july|august|september|october|november|december|\d{4}))
      |republished\ (?:with\ permission|from|under|courtesy)
      |reprinted\ (?:with\ permission|from|courtesy)
      |read\ the\ original\ article\b
      |(?:este|esta)\ (?:artículo|nota|texto|reportaje)\ (?:fue|se)\ (?:publicad[oa]|publicó)\ (?:originalmente
          |primero|por\ primera)
      |(?:este|esta)\ (?:artigo|texto|matéria|reportagem)\ foi\ (?:publicad[oa]\ originalmente
          |originalmente\ publicad[oa])
      |cet\ article\ (?:a\ été|est)\ (?:initialement\ |d['’]abord\ )?(?:publié|paru|republié)
      |dieser\ (?:artikel|text|beitrag)\ (?:erschien|ist|wurde)\ (?:zuerst|ursprünglich)
      |questo\ articolo\ è\ (?:stato\ )?(?:pubblicato\ originariamente|apparso)
    )""",
    re.VERBOSE,
)

_HISTORY_WORDS = word_set("this the originally first republished reprinted read este esta cet dieser questo")


@cleaner("copyright_line", stage="boilerplate", role="copyright")
def copyright_line(doc: Document) -> Iterator[Edit]:
    """A notice of rights: "Copyright 2015 The Harbour Press. All rights reserved.", "© 2026 Harbour Media".

    Why it goes: it speaks of the text, not of its subject.
    Keeps: prose about copyright, and a clause numbered (c).
    """
    yield from phrase_edits(doc, "copyright")
    for line in (*doc.paragraphs_with(*_RIGHTS_HINTS), *opening_with(doc, _RIGHTS_WORDS)):
        if len(line.text) <= LONGEST_RIGHTS and _is_notice(line):
            yield Edit(line.start, line.end)
            continue
        glued = _GLUED_RIGHTS.search(line.text) if line in doc.paragraphs[-TAIL:] else None
        if glued and len(line.text) - glued.end() <= LONGEST_RIGHTS:
            yield Edit(line.start + glued.end(), line.end)


def _is_notice(line: Line) -> bool:
    """Whether a line speaks of rights, and is no paragraph with a notice before or behind it.

    A "©" without a year is a picture's, and may stand in front of the lead: "© Provided by Valley Images Keepers …".
    """
    told = [part for part in sentences(line) if not addressed(part) and not _OF_TEXTS.search(part.folded)]
    if len(told) >= FEWEST_TOLD:
        return False
    opening = _RIGHTS.match(line.folded)
    if not opening:
        return _reserves(line.folded)
    of_picture = "©" in opening[0] and not (_YEAR.search(line.text) or _OF_TEXTS.search(line.folded))
    return not (of_picture and word_count(line.text) > MOST_OWNER_WORDS and ends_sentence(line.text))


def _reserves(folded: str) -> bool:
    return "all rights reserved" in folded and ("©" in folded or "copyright" in folded)


@cleaner("republication_notice", stage="boilerplate", role="notice")
def republication_notice(doc: Document) -> Iterator[Edit]:
    """Where the text first appeared: "This article was originally published on Harbour Watch".

    Why it goes: it tells of the page's history, not of the story.
    Keeps: notes of updates and corrections, and sentences about other publications.
    """
    yield from phrase_edits(doc, "republication")
    for line in opening_with(doc, _HISTORY_WORDS):
        if len(line.text) <= LONGEST_NOTICE and _REPUBLISHED.match(line.folded):
            yield Edit(line.start, line.end)
