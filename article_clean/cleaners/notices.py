"""Notices of the site's machinery: cookies, pay walls, players, embedded content, scripts."""

import re
from collections.abc import Iterator

from article_clean.cleaner import cleaner
from article_clean.cleaners.sentences import addressed, opening_with, phrase_lines, sentences
from article_clean.document import Document
from article_clean.edits import Edit

LONGEST_COOKIES = 700
LONGEST_WALL = 350
LONGEST_PLAYER = 220
LONGEST_CLIP = 600  # a video's caption; the longest of 30 in shared/gold has 300
LONGEST_SCRIPT = 2_000
HEAD = 4  # paragraphs at the start, among which the first video stands

_COOKIES = re.compile(
    r"""(?:\bwe|\b(?:this|our|the)\ (?:web)?site|\b(?:web)?site)\ (?:also\ )?uses?\ (?:\w+\ ){0,3}cookies
    |\bby\ (?:continuing|using)\ [^.!?]*\b(?:use\ of\ cookies|cookie\ policy|our\ cookies)
    |\bsites?\ cookie\ polic
    |\bdiese\ (?:website|seite|webseite)\ (?:verwendet|benutzt|nutzt)\ cookies|\bwir\ (?:verwenden|nutzen|setzen)\ cookies
    |\b(?:utilizamos|usamos|utiliza|usa)\ (?:\w+\ ){0,2}cookies
    |\b(?:utilisons|utilise)\ des\ cookies|\butilizziamo\ i?\ ?cookie|\bgebruik(?:t|en)\ (?:van\ )?cookies
    |\bиспользует\ (?:файлы\ )?cookie|\banvänder\ cookies|\bbruker\ (?:informasjonskapsler|cookies)""",
    re.VERBOSE,
)
_CONSENT = re.compile(
    r"accept|agree|consent|continu|learn more|find out|polic|setting|experience|zustimm|einverstanden|aceptar|acept|aceita"
    r"|continuar|accord|accett|akkoord|продолж|mer information|click"
)
_WALL = re.compile(
    r"""\W*(?:
      you(?:['’]ve|\ have)\ (?:now\ )?reached\ (?:your|the)\ (?:\w+\ ){0,3}(?:limit|maximum)
      |you\ have\ \w+\ (?:free\ )?(?:articles?|stories)\ (?:left|remaining)
      |subscribe\ (?:now\ )?to\ (?:continue|keep|get\ access|read\b|unlock)
      |(?:to\ )?(?:continue|keep)\ reading\W.*\b(?:subscribe|log\ in|sign\ in|register)
      |already\ (?:a|have\ an?)\ (?:subscriber|member|subscription|account)\b
      |this\ (?:article|story|content|post|page)\ is\ (?:only\ )?(?:available\ |exclusive(?:ly)?\ |reserved\ )?(?:only\ )?(?:to|for)
        \ (?:[\w+]+\ ){0,2}(?:subscribers|members)
      |(?:please\ )?(?:log|sign)\ in\ (?:or\ (?:subscribe|register|sign\ up)\ )?to\ (?:continue|read|keep|view)\b
      |unlock\ this\ (?:article|story)|read\ more\ of\ this\ content\ when\ you\ subscribe
      |sign\ up\ \(it['’]s\ quick\ and\ free\)
      |to\ read\ (?:this\ article\ in\ full|the\ full\ (?:article|story))\W.*\b(?:subscri|regist|log\ in)
      |(?:contenido|artículo)\ (?:exclusivo\ )?(?:solo\ )?para\ (?:suscriptores|abonados)|suscríbete\ para\ (?:seguir|continuar|leer)
      |(?:conteúdo|matéria)\ exclusiv[oa]\ para\ assinantes
      |(?:cet\ )?article\ (?:est\ )?réservé\ aux\ abonnés|il\ vous\ reste\ \S+\ %\ de\ cet\ article
      |(?:weiterlesen\ mit|dieser\ artikel\ ist\ (?:nur\ )?für\ abonnenten)
      |contenuto\ riservato\ agli\ abbonati|dit\ artikel\ is\ (?:alleen|exclusief)\ voor\ abonnees
    )""",
    re.VERBOSE,
)
_PLAYER = re.compile(
    r"""\W*(?:
      (?:please\ |you\ (?:must|need\ to)\ )?enable\ javascript\b.*|javascript\ (?:is|must\ be|needs?\ to\ be)\ (?:disabled|enabled|required)\b.*
      |to\ (?:view|watch|play)\ this\ (?:video|content|page),?\ please\ enable\ javascript.*
      |your\ browser\ does(?:n['’]t|\ not)\ support\b.*
      |the\ video\ will\ (?:auto-?play|start)\b.*
      |(?:watch|see|view|check\ out|play)\ (?:the\ )?(?:full\ )?(?:video|videos|clip|footage|trailer|interview|segment|report)
        (?:\ (?:here|below|above|now|again|in\ full|of\ (?:the|this)\ \w+\ below))*(?:,?\ via\ [\w .&-]+)?[\s:.!▶↓]*
      |(?:scroll\ down|click\ here)\ (?:to\ watch|for)\ (?:the\ )?video.*
      |tap\ here\ to\ see\ other\ videos.*
      |video\W*\d{1,2}:\d\d[\d:]*|\d{1,2}:\d\d\ ?/\ ?\d{1,2}:\d\d
      |(?:now\ playing|up\ next|playing\ now)\b.{0,80}|replay\ video|loading\ (?:the\ )?(?:video|player).*
      |(?:hide|toggle|show)\ caption|image\ \d+\ of\ \d+|bild\ \d+\ av\ \d+|photo\ \d+\ of\ \d+
      |media\ playback\ is\ (?:unsupported|not\ supported)\ on\ (?:your|this)\ device
      |an\ error\ occurred(?:\ while\ retrieving\ sharing\ information)?
      |if\ playback\ doesn['’]t\ begin\ shortly.*|videos\ you\ watch\ may\ be\ added.*
    )\W*""",
    re.VERBOSE,
)
_PLAYER_WORDS = frozenset(
    """please you enable javascript to your the watch see view check play scroll click tap video now up playing replay
    loading hide toggle show image bild photo media an if videos 0 1 2 3 4 5 6 7 8 9 00 01 02 03 04 05""".split()
)
_CLIP = re.compile(r"(?:VIDEO|WATCH(?: NOW| LIVE)?|Watch|Video|Vídeo|VÍDEO|VER VIDEO)\s?[:|]\s\S.*|(?:Related Video|RELATED VIDEO):?\s\S.*")
_CLOSE = re.compile(r"CLOSE\s+[A-Z\"“‘'].*")
_EMBED = re.compile(
    r"""\W*(?:
      an\ dieser\ stelle\ (?:findest\ du|finden\ sie|steht|befindet)\ .*(?:extern|inhalt)
      |(?:externer|empfohlener)\ (?:redaktioneller\ )?inhalt\W*$
      |ich\ bin\ (?:damit\ )?einverstanden,?\ dass\ mir\ externe\ inhalte
      |(?:um|zur)\ .*anzeig.*\bexterne[rn]?\ inhalt|zur\ anzeige\ aktiviere
      |this\ (?:content|embed|post|tweet|video)\ (?:is\ (?:not\ available|hosted|provided\ by)|could\ not\ be\ loaded|contains\ content\ provided)
      |(?:view|see)\ (?:this\ post\ on\ instagram|more\ on\ instagram)
      |a\ post\ shared\ by\ .*\(@[\w.]+\)
      |(?:este|esta)\ (?:contenido|conteúdo)\ (?:externo|es\ de\ un\ tercero)
      |(?:pour\ afficher|ce)\ contenu?\ .*(?:accepter|cookies|tiers)
      |deze\ inhoud\ (?:komt\ van|wordt\ geladen)
      |to\ display\ this\ content|accept\ (?:&|and)\ continue\ to\ view
    )""",
    re.VERBOSE,
)
_SCRIPT = re.compile(
    r"""(?:
      \[/?(?:adthrive|caption|embed|gallery|vc_|et_pb|su_|mc4wp|contact-form|sc_embed|youtube|video|audio|playlist|wp_|wpdiscuz|
        shortcode|widget|newsletter|ad_|ads|adsense|adrotate|table|tablepress|button|divider|fusion_|ninja_form|gravityform)
        [\w-]*(?:\s[^\]]*)?\]
      |\w+(?:\.\w+)*\.(?:ready|push|create|cmd)\(.*\);?
      |\(adsbygoogle\s?=.*|(?:window|document|googletag|jwplayer|OO|ga|fbq|__tnt|_taboola|dataLayer)[.(\[].*[;}]
      |\(?function\s?\([\w,\s]*\)\s?\{.*\}\)?(?:\([^)]*\))?;?
      |var\s\w+\s?=\s.*;|!function\(.*
      |(?:\#|\.)[\w-]+\s?\{[^}]*:[^}]*;?\s?\}
      |@media\s[^{]*\{.*|<!--.*-->
    )""",
    re.VERBOSE,
)
_SCRIPT_HINTS = ("[", "function(", "function (", ".push(", ".ready(", "adsbygoogle", "googletag", "jwplayer", "@media ", "<!--")


@cleaner("cookie_notice", stage="boilerplate", role="notice")
def cookie_notice(doc: Document) -> Iterator[Edit]:
    """A consent banner: "This site uses cookies. By continuing you accept our cookie policy."

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
    """A bar before the rest of the text: "You have reached your limit of free articles", "Already a subscriber? Log in".

    Why it goes: it deals with the visitor's account.
    Keeps: reports on pay walls and subscribers.
    """
    hints = ("reached", "subscri", "log in", "sign in", "unlock this", "members", "free article", "suscr", "assinantes")
    for line in doc.paragraphs_with(*hints, "abonn", "abbonati", "quick and free"):
        if len(line.text) <= LONGEST_WALL and _WALL.match(line.folded) and all(map(addressed, sentences(line))):
            yield Edit(line.start, line.end)


@cleaner("video_notice", stage="boilerplate", role="video")
def video_notice(doc: Document) -> Iterator[Edit]:
    """What a player left: "Watch the video below", "Please enable Javascript to watch", "CLOSE" and a clip's caption.

    Why it goes: the video did not come along.
    Keeps: sentences about videos ("The video shows an officer asking for identification").
    """
    for line in phrase_lines(doc, "video"):
        yield Edit(line.start, line.end, reason="an interface phrase")
    for line in opening_with(doc, _PLAYER_WORDS):
        if len(line.text) <= LONGEST_PLAYER and _PLAYER.fullmatch(line.folded):
            yield Edit(line.start, line.end)
    for line in opening_with(doc, frozenset({"related", "video", "vídeo", "watch", "ver"})):
        if len(line.text) <= LONGEST_CLIP and _CLIP.fullmatch(line.text):
            yield Edit(line.start, line.end, reason="the title of a clip")
    for line in doc.paragraphs[:HEAD]:
        if len(line.text) <= LONGEST_CLIP and _CLOSE.fullmatch(line.text):
            yield Edit(line.start, line.end, reason="the button of a player, and the clip's caption")


@cleaner("embed_notice", stage="boilerplate", role="notice")
def embed_notice(doc: Document) -> Iterator[Edit]:
    """What stands in the place of an embedded post: "An dieser Stelle findest du einen externen Inhalt".

    Why it goes: it speaks of the page's own machinery.
    Keeps: the embedded post itself, where its text came along.
    """
    hints = ("extern", "redaktioneller inhalt", "instagram", "a post shared by", "this content", "this embed", "could not be loaded", "contenu ")
    for line in doc.paragraphs_with(*hints, "contenido", "deze inhoud", "this tweet"):
        if len(line.text) <= LONGEST_CLIP and _EMBED.match(line.folded):
            yield Edit(line.start, line.end)


@cleaner("script_residue", stage="boilerplate", role="notice")
def script_residue(doc: Document) -> Iterator[Edit]:
    """A line of a script or a shortcode: "OO.ready(function() { … });", "[adthrive-in-post-video-player …]".

    Why it goes: it was meant for a machine.
    Keeps: code in an article about code, which comes in more than a line or two.
    """
    found = [
        line
        for line in doc.paragraphs_with(*_SCRIPT_HINTS)
        if len(line.text) <= LONGEST_SCRIPT and _SCRIPT.fullmatch(line.text)
    ]
    if 0 < len(found) <= MOST_SCRIPTS:
        for line in found:
            yield Edit(line.start, line.end)


MOST_SCRIPTS = 6  # more such lines than that, and the article is about code
