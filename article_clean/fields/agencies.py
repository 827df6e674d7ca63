"""News agencies and wire services, and what their names look like."""

import re

from article_clean.fields.words import names

AGENCIES = names("""
    AP, Associated Press, The Associated Press, Reuters, Thomson Reuters, AFP, Agence France-Presse, UPI, dpa, EFE,
    EFECOM, ANSA, AGI, Adnkronos, LaPresse, Lusa, Xinhua, Kyodo, Kyodo News, Jiji, Jiji Press, Yonhap, Newsis,
    News1, TASS, Itar-Tass, ITAR-TASS, Interfax, RIA Novosti, Sputnik, PAP, CTK, MTI, APA, SDA, ATS, Keystone-SDA,
    Belga, ANP, TT, NTB, Ritzau, STT, Anadolu, Anadolu Agency, AA, IANS, PTI, ANI, UNI, PTI News, APP, BSS, UNB,
    Bernama, Antara, PNA, CNA, Focus Taiwan, VNA, TTXVN, KCNA, Fars, IRNA, ISNA, MNA, Mehr, Tasnim, SANA, WAFA,
    MENA, SPA, KUNA, WAM, QNA, Petra, MAP, APS, TAP, NAN, SAPA, IRIN, IPS, CP, The Canadian Press, Canadian Press,
    AAP, NZPA, PA, Press Association, PA Media, SID, KNA, epd, AFX, Dow Jones, DowJonesAP, DowJones, Bloomberg,
    Bloomberg News, MarketWatch, BUSINESS WIRE, Business Wire, GLOBE NEWSWIRE, PRNewswire, PRNEWSWIRE, PR Newswire,
    PRWEB, Marketwired, Market Wire, Marketwire, Newswire, ACCESSWIRE, EIN Presswire, CNW, TheNewswire, CNN,
    CNN Español, CNNMoney, BBC, BBC News, CBS, CBS News, NBC, NBC News, ABC, ABC News, CBC, CBC News, CTV, FOX,
    Fox News, NPR, VOA, RFE/RL, RT, ESPN, ESPN.com, Sports Network, The Sports Network, Ticker, PC World, InfoWorld,
    MacCentral, TechWeb, Ziff Davis, Ars Technica, TMZ, MCT, TNS, Tribune News Service, Knight Ridder, Gannett,
    Hearst, Scripps Howard, KRT, Washington Post, The Washington Post, Los Angeles Times, New York Times,
    The New York Times, NYT, USA TODAY, USA TODAY NETWORK, Bleacher Report, Guardian, The Guardian, Financial Times,
    Telam, Télam, Notimex, Prensa Latina, Europa Press, Colpisa, Servimedia, ABr, Agência Brasil, Estadão Conteúdo,
    Folhapress, Thomson Reuters Foundation, CNS, RNS, JTA, ENS, РИА Новости, ТАСС, ИТАР-ТАСС, Интерфакс, ПРАЙМ,
    Прайм, РБК, УНИАН, Укринформ, БелТА, رويترز, ا ف ب, أ ف ب, د ب أ, 新华社, 新華社, 中新社, 中新网, 中新網,
    中央社, 共同, ロイター, 時事,
    聯合ニュース, 연합뉴스, 뉴시스, 뉴스1, Bleacher Report
""")

_NEWSROOMS = names(
    "Redacción, Redação, Redazione, La redazione, La rédaction, Rédaction, Redaktion, Redakcja, Redacció"
)
_DOMAIN = re.compile(r"[A-Za-z][\w-]*\.(?:com|org|net|co|tv|gov|info|news)(?:\.[a-z]{2})?$", re.IGNORECASE)
_STAFF = re.compile(
    r".*\b(?:staff|newsroom|editorial board|news service|newswire|redaktion|agencies|reports)$", re.IGNORECASE
)


def is_agency(name: str) -> bool:
    """Whether this names a news agency or wire, or is the domain of a paper ("SPACE.com")."""
    return name.casefold() in AGENCIES or bool(_DOMAIN.match(name))


def is_collective(name: str) -> bool:
    """Whether this is an agency, or a paper's own word for its newsroom ("Redacción"), and may sign alone."""
    return is_agency(name) or name.casefold() in _NEWSROOMS


def is_newsroom(name: str) -> bool:
    """Whether this is an agency, or a collective author ("Chicago Tribune staff")."""
    return is_collective(name) or bool(_STAFF.match(name))
