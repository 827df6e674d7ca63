"""What opens a byline in the press's languages: "By", "Von", "Szöveg:", "بقلم".

POSTED names who put the page up, WRITTEN says that somebody wrote, LABELS are nouns and need a mark behind them,
PREPOSITIONS stand in front of much else and so need a whole name, SOURCES name whom a report was taken from.
"""

import re
from typing import NamedTuple

from article_clean.core.composition import composed

POSTED = """
    posted by, posted on by, author posted by, submitted by, submitted on by, publié par, publicado por,
    postado por, enviado por, pubblicato da, geplaatst door, veröffentlicht von, erstellt von, opublikował,
    diposting oleh, đăng bởi
"""
WRITTEN = """
    by, written by, reported by, story by, text by, words by, report by, analysis by, review by, opinion by,
    column by, commentary by, guest post by, words and photos by, story and photos by, text and photos by,
    reported and written by, escrito por, redactado por, texto de, texto por, uma análise de, un análisis de,
    una crónica de, redigido por, écrit par, rédigé par, texte de, texte par, propos recueillis par, scritto da,
    a cura di, testo di, testi di, articolo di, intervista di, escrit per, text de, scris de, un articol de,
    geschrieben von, verfasst von, text von, aufgezeichnet von, ein beitrag von, gastbeitrag von,
    ein gastbeitrag von, kommentar von, ein kommentar von, kolumne von, eine kolumne von, analyse von,
    eine analyse von, reportage von, eine reportage von, bericht von, ein bericht von, essay von, ein essay von,
    glosse von, eine glosse von, leitartikel von, interview von, ein interview von, geschreven door, tekst door,
    een artikel van, skrevet av, tekst av, kommentar av, en kommentar av, skrevet af, tekst af, kommentar af,
    skriven av, text av, en text av, skrifað af, napisane przez, napisał, napisała, oprac., opr., napsal, napsala,
    napísal, napísala, napisao, napisala, написал, написала, написав, ditulis oleh, dilaporkan oleh, laporan oleh,
    ditulis, penulis, oleh, viết bởi, isinulat ni, γράφει ο, γράφει η, γράφουν οι, shkruar nga, yazan, بقلم, كتب –,
    كتب -, كتبت -, به قلم, نوشته, מאת
"""
LABELS = """
    by, author, authors, writer, writers, words, reporter, journalist, text, texts, autor, autorin, autoren,
    autorinnen, texto, textos, autora, autores, autoras, periodista, redactor, redactora, texte, textes, auteur,
    auteure, auteurs, journaliste, journalistes, testo, testi, autore, autrice, autori, giornalista, redattore,
    tekst, teksten, skribent, skribenter, journalister, texter, teksti, toimittaja, kirjoittaja, tekstur, höfundur,
    texti, blaðamaður, text und foto, text und fotos, text & foto, text & fotos, text & bild, text och foto,
    text och bild, text a foto, text/foto, text/fotos, tekst/foto, texto/fotos, tekst og foto, tekst en foto,
    tekst i foto, tekst i zdjęcia, texto y fotos, texto e fotos, texte et photos, testo e foto, words and pictures,
    story and photos, text and photos, teksti ja kuvat, yazı ve fotoğraf, szöveg, szerző, szerzők, írta,
    szöveg és fotó, autorka, autorzy, opracował, opracowała, oprac, autoři, redaktor, zpracoval, zpracovala,
    spracoval, spracovala, pripravil, pripravila, piše, pišu, pise, novinar, novinarka, scrie, autorius, autorė,
    tekstas, autors, teksts, autorid, shkruan, egilea, testua, κείμενο, κείμενα, συντάκτης, συντάκτρια, γράφει,
    автор, авторы, автори, авторка, текст, тексты, подготовил, подготовила, корреспондент, пише, пишу, аўтар,
    тэкст, yazar, yazarlar, muhabir, haber, haberi yazan, müəllif, muallif, penulis, pewarta, wartawan, jurnalis,
    bài, bài và ảnh, tác giả, thực hiện, phóng viên, pv, mwandishi, skrywer, كتب, كتبت, الكاتب, نویسنده, خبرنگار,
    گزارش از, כתב, כתבת, लेखक, लेखिका, लेखन, संवाददाता, द्वारा, লেখক, লিখেছেন, প্রতিবেদক, எழுதியவர், రచయిత, โดย,
    ผู้เขียน, ผู้สื่อข่าว, ავტორი, հեղինակ
"""
PREPOSITIONS = """
    von, par, por, di, door, av, af, από τον, από την, του, της, от, від, nga, deur, per, de, bởi, od, przez, โดย,
    da, dalla
"""
SOURCES = """
    source, sources, quelle, quellen, fuente, fuentes, fonte, fonti, fontes, bron, källa, kilde, lähde, źródło,
    zdroj, forrás, izvor, sumber, nguồn, theo, kaynak, источник, джерело, πηγή, المصدر, übersetzung,
    übersetzung und adaptierung, traduction, traducción, tradução, traduzione, with reporting by, mit material von,
    mit material der, avec
"""
UNSURE = frozenset({"от", "від", "nga", "per", "de", "od", "przez", "haber", "da", "dalla"})  # they open much else


class Opener(NamedTuple):
    """An opener at the start of a line.

    Attributes:
        end: where the names begin, in the line.
        kind: "posted", "written", "label", "preposition" or "source".
        text: the opener as printed, without its mark.
        marked: whether a colon or the like stands behind it.
    """

    end: int
    kind: str
    text: str
    marked: bool

    @property
    def is_unsure(self) -> bool:
        """Whether what follows has to begin with a known name."""
        return self.text.casefold() in UNSURE

    @property
    def is_textual(self) -> bool:
        """Whether it may as well be a setting of a page: "Text: Large"."""
        return self.kind == "label" and self.text.casefold().startswith(("te", "tekst", "words"))

    @property
    def is_loose(self) -> bool:
        """Whether a single word behind it says little: "By Industry"."""
        return not self.marked and self.text[0].isupper() and " " not in self.text and self.kind == "written"


def _phrases(block: str, kind: str) -> dict[str, str]:
    return dict.fromkeys((" ".join(one.split()) for one in block.split(",")), kind)


_BEFORE_NAMES = {
    **_phrases(PREPOSITIONS, "preposition"),
    **_phrases(WRITTEN, "written"),
    **_phrases(POSTED, "posted"),
    "theo": "source",
    "avec": "source",
}
_BEFORE_MARKS = {**_BEFORE_NAMES, **_phrases(SOURCES, "source"), **_phrases(LABELS, "label")}
_LONGEST_START = 6  # code points of two letters with two marks each
_STARTS = frozenset(phrase[:2] for phrase in _BEFORE_MARKS)
_LONGEST = max(map(len, _BEFORE_MARKS))
_BOUNDARY = re.compile(r"(?P<mark>\s?[:：=|/／]\s?)|\s|(?<=[bB][yY])(?=[A-Z])")


def read_opener(text: str, start: int = 0) -> Opener | None:
    """The longest opener at `start` of a line, or None.

    >>> read_opener("Text: Nora Feldt")
    Opener(end=6, kind='label', text='Text', marked=True)
    """
    head = text[start : start + _LONGEST + 3]  # a mark has spaces on both sides at the most
    folded = head.lower()
    if composed(folded[:_LONGEST_START])[:2] not in _STARTS:
        return None
    found = None
    for boundary in _BOUNDARY.finditer(head):
        known = _BEFORE_MARKS if boundary["mark"] else _BEFORE_NAMES
        kind = known.get(composed(folded[: boundary.start()]))
        if kind:
            end = start + boundary.end()
            found = Opener(end, kind, head[: boundary.start()], marked=bool(boundary["mark"]))
    return found
