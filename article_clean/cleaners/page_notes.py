"""What a page says about itself to its visitor: how long it takes to read, and that a link opens a new window."""

import re
from collections.abc import Iterator

from article_clean.core.cleaner import cleaner
from article_clean.core.document import Document, key
from article_clean.core.edits import Edit
from article_clean.knowledge.phrases import keys
from article_clean.knowledge.phrases.phrase_lines import exact

# The wording that accessibility guides ask for (WCAG, technique G201), in brackets, behind a comma, or glued to a link.
_NEW_WINDOW = re.compile(
    r"""\s?\(\s?(?:this\ |link\ )*opens?\ (?:in\ )?(?:a\ )?new\ (?:tab|window|browser\ (?:tab|window))\s?\)
    |,\ opens\ (?:in\ )?(?:a\ )?new\ (?:tab|window)\b
    |(?<=[\ a-z])\ ?Opens\ in\ (?:a\ )?new\ (?:tab|window)$
    |^\W*opens?\ (?:in\ )?(?:a\ )?new\ (?:tab|window)\W*$
    |\s?\((?:öffnet|wird\ geöffnet)\ (?:sich\ )?in\ (?:einem\ )?neue[mn]\ (?:tab|fenster)\)
    |\s?\((?:s['’]ouvre\ dans|ouvre)\ une?\ (?:nouvel\ onglet|nouvelle\ fenêtre)\)
    |\s?\((?:se\ )?abre\ en\ una?\ (?:nueva\ (?:pestaña|ventana)|ventana\ nueva)\)
    |\s?\((?:abre|abrir)\ (?:em|numa|em\ uma)\ nova\ (?:aba|janela|guia)\)
    |\s?\(si\ apre\ in\ una\ nuova\ (?:scheda|finestra)\)
    |\s?\(opent\ in\ (?:een\ )?nieuw\ (?:tabblad|venster)\)""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNS = (
    "new tab", "new window", "new browser", "öffnet", "onglet", "fenêtre", "pestaña", "ventana", "nova aba",
    "nova janela", "nova guia", "scheda", "finestra", "tabblad", "venster",
)  # fmt: skip


@cleaner("reading_time", stage="boilerplate", role="nav")
def reading_time(doc: Document) -> Iterator[Edit]:
    """How long the page takes to read, on a line of its own: "5 min read", "Lesezeit: 4 Minuten".

    Why it goes: the page counted its words; the author did not write it.
    Keeps: the same words in a sentence, times that say no more ("60 minutes"), and a date line that names one.
    """
    for line in exact(doc, "reading_time"):
        yield Edit(line.start, line.end)


@cleaner("new_window", stage="boilerplate", role="nav")
def new_window(doc: Document) -> Iterator[Edit]:
    """What a screen reader says of a link: "The report, opens new tab, says …", "Facebook (opens in new window)".

    Why it goes: it is about the browser; of a link that no article prints (a network, "Email"), the name goes too.
    Keeps: the words of the link, and prose about windows: "The button opens a new window onto the harbour".
    """
    for line in doc.paragraphs_with(*_SIGNS):
        for found in _NEW_WINDOW.finditer(line.text):
            whole = found.end() == len(line.text) and key(line.folded[: found.start()]) in _buttons()
            yield Edit(line.start if whole else line.start + found.start(), line.start + found.end())


def _buttons() -> frozenset[str]:
    """What a line may say besides the hint that no link of an article is called."""
    return keys("network", "share_verb", "share_word", "copyright")
