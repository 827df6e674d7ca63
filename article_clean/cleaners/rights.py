"""Notices of rights, and of where a text first appeared."""

import re
from collections.abc import Iterator

from article_clean.cleaners.sentences import opening_with, phrase_edits, word_set
from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document
from article_clean.core.edits import Edit
from article_clean.knowledge.sentence_ends import IN_CLASS

LONGEST_RIGHTS = 300
LONGEST_NOTICE = 350
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
        if len(line.text) <= LONGEST_RIGHTS and (_RIGHTS.match(line.folded) or _reserves(line.folded)):
            yield Edit(line.start, line.end)
            continue
        glued = _GLUED_RIGHTS.search(line.text) if line in doc.paragraphs[-TAIL:] else None
        if glued and len(line.text) - glued.end() <= LONGEST_RIGHTS:
            yield Edit(line.start + glued.end(), line.end)


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
