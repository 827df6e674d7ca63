"""News agencies and wire services, and what their names look like.

Own names, and those that their reports carry in brackets, by the agencies' own pages and the datelines seen.
"""

import re

from article_clean.core.composition import composed
from article_clean.core.patterns import pattern_of
from article_clean.knowledge.word_lists import names

_PRINTED = """
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
    中央社, 共同, ロイター, 時事, 新华网, 新華網, 人民网, 央视网, 环球网, 财联社, 本报, 本報,
    中国新闻网, 中国网, 光明网, 央广网,
    共同通信, 時事通信, ブルームバーグ,
    聯合ニュース, 연합뉴스, 뉴시스, 뉴스1, Bleacher Report,

    AFP Relaxnews, dpa-AFX, dpa infocom, awp, taz, Press Trust of India, UNI News, ANI News, Asian News
    International, China Daily, China News Service, ECNS, Global Times, Ta Kung Pao, AsiaNet, ANA-MPA, AMNA,
    BTA, BNS, ELTA, LETA, BELTA, Ukrinform, UNIAN, Ukrainian News, KazTAG, Kazinform, AKIpress, Azertac,
    Armenpress, Interpressnews, Montsame, Agerpres, Mediafax, News.ro, Moldpres, Tanjug, FoNet, SRNA, FENA,
    Hina, STA, Makfax, ATSH, Kosovapress, TASR, ČTK, ČT24, Mina-business, Askanews, Italpress,
    Agenzia Nova, Radiocor, Omniroma, 9Colonne, LUSA, Angop, Inforpress, STP-Press, UOL,
    Reuters Brasil, Agência Estado, Estadão, O Globo, Agência O Globo, Ansa Brasil, Agência Senado, Agência
    Câmara, apro, NotiAmérica, AVN, Colprensa, Xinhua Español, Agencia Uno, ACN, ACAN-EFE, Efe, Sputnik Mundo,
    AlbaCiudad, CubaDebate, APA-OTS, APA-Science, KATHPRESS, News Service Bund, Keystone-ATS, ots, pressetext,
    La Presse Canadienne, Agence QMI, QMI, Postmedia News, Reuters Health, Reuters Breakingviews, MAP Express,
    TAP, AIP, APANEWS, APA News, PANA, PANAPRESS, GNA, NANA, KNA Kenya, SABC, New Ziana, NAMPA, Walta, SONNA,
    CAJ News, Daily Trust, WAFF, IINA, NNA, Ma'an, Aswat al-Iraq, Anadolu Ajansı, DHA, İHA, IHA,
    ANKA Haber, ILKHA, İLKHA, DİHA, Demirören, Bianet, Rastriya Samachar Samiti, TNN, ETV Bharat, IBNS, UNB
    News, bdnews24.com, MNA Myanmar, Vientiane Times, MCOT, Antara News, CNN Indonesia, CNBC Indonesia, BBC
    Indonesia, VOA Indonesia, RMOL, JPNN, Okezone, iNews, iNews.id, detikcom, TVONE, Newsfile Corp., Newsfile,
    EINPresswire, PRNewswire-PRWeb, PRNewswire-FirstCall, Marketwired, ACCESS Newswire, Send2Press, Send2Press
    Newswire, Media OutReach, Media OutReach Newswire, ABNewswire, NewMediaWire, Newswire.ca, PR.com, prREACH,
    GlobeNewswire, openPR, AETOSWire, ME NewsWire, APO Group, African Press Organization, Kyodo JBN,
    ANTARA/PRNewswire, StatePoint, NewsUSA, BPT, Family Features, StudyFinds, The Center Square, Center Square,
    States Newsroom, KFF Health News, Kaiser Health News, KHN, Religion News Service, Catholic News Service,
    EWTN News, Inter Press Service, The Conversation, SWNS, PTI-Bhasha, Military Times, AFPS, American Forces
    Press Service, NNS, Army News Service, Navy News, WAM News,

    Рейтер, Спутник, Sputnik Молдова, INTERFAX.RU, Интерфакс-Украина, Интерфакс-Запад, Интерфакс-Казахстан,
    Інтерфакс-Україна, Укрінформ, УНІАН, УНН, РБК-Україна, Росбалт, REGNUM, ИА REGNUM, Регнум, Лента.ру, КазТАГ,
    Казинформ, МИА «Казинформ», АКИpress, БЕЛТА, Корр. БЕЛТА, АП, ДПА, АПН, Франс Пресс,
    Синьхуа, БТА, БГНЕС, Танјуг, ФоНет, Тањуг, Макфакс, ΑΠΕ-ΜΠΕ, ΑΠΕ, ΑΜΠΕ, ΚΥΠΕ,
    ինտերֆաքս, ԱՐՄԵՆՊՐԵՍ, ინტერპრესნიუსი, იპნ, רויטרס, סוכנויות הידיעות, איי־פי, AZƏRTAC, APA Azərbaycan,

    واس, وام, شينخوا, قنا, كونا, بنا, بترا, وفا, سانا, واع, سبأ, وات, وأج, واج, ومع, أش أ, أ ش أ, د ب ا, أ ب, ا
    ب, ي ب ا, سبوتنيك, الأناضول, الاناضول, فرانس برس, ا.ف.ب, أ.ف.ب, الوكالة الوطنية, سونا, قدس برس,
    تاس, كيودو, ایسنا, ایرنا, فارس, تسنیم, ایلنا, خبرآنلاین, برنا, رویترز, اے ایف پی, اے پی پی, اے
    پی, آئی این پی, این این آئی, آن لائن, نمائندہ جنگ, نمائندہ خصوصی, اسٹاف رپورٹر, سٹاف رپورٹر, مانیٹرنگ ڈیسک,
    وقائع نگار,

    भाषा, पीटीआई, पीटीआई भाषा, पीटीआई-भाषा, वार्ता, यूनीवार्ता, आईएएनएस, एएनआई, एजेंसी, एजेंसियां, एजेंसीज,
    रायटर, एएफपी, एपी, जेएनएन, जागरण संवाददाता, राज्य ब्यूरो, हि.स., ब्यूरो, संवाददाता, हिन्दुस्थान समाचार,
    रासस, বাসস, ইউএনবি, রয়টার্স, এএফপি, பிடிஐ, รอยเตอร์, เอเอฟพี, เอพี, ซินหัว, ไทยรัฐออนไลน์,
    BBC Africa, BBC Afrique, BBC Arabic, BBC Brasil, BBC Hausa, BBC Hindi, BBC Monitoring, BBC Mundo, BBC News Africa,
    BBC News Afrique, BBC News Arabic, BBC News Brasil, BBC News Hausa, BBC News Hindi, BBC News Mundo, BBC News Pidgin,
    BBC News Swahili, BBC News Urdu, BBC Pidgin, BBC Sport, BBC Swahili, BBC Urdu, BBC World Service,

    CMC, KAP, RNZ, CANA, STMW, MDR, NDR, WDR, ORF, SRF, RTS
"""
AGENCIES = names(_PRINTED)
_AS_PRINTED = frozenset(" ".join(name.split()) for name in _PRINTED.split(","))

_NEWSROOMS = names(
    "Redacción, Redação, Redazione, La redazione, La rédaction, Rédaction, Redaktion, Redakcja, Redacció"
)
_WIRES = names(
    "AP, CNN, Reuters, AFP, dpa, EFE, ANSA, UPI, Xinhua, TASS, Bloomberg, PRNewswire, APA, SDA, epd, БЕЛТА, PTI"
)
_DOMAIN = pattern_of(r"[A-Za-z][\w-]*\.(?:com|org|net|co|tv|gov|info|news|id|ru|az|ua)(?:\.[a-z]{2})?$", re.IGNORECASE)
_STAFF = pattern_of(
    r".*\b(?:staff|newsroom|editorial board|news service|newswire|redaktion|agencies|reports)$", re.IGNORECASE
)


def is_agency(name: str) -> bool:
    """Whether this names a news agency or wire, or is the domain of a paper ("SPACE.com")."""
    return _folded(name) in AGENCIES or bool(_DOMAIN.match(name))


def is_printed_agency(name: str) -> bool:
    """Whether this is an agency as it prints its name, or in capitals: "APP" and "Reuters", but not "App"."""
    printed = composed(name) in _AS_PRINTED or (name.isupper() and _folded(name) in AGENCIES)
    return printed or bool(_DOMAIN.match(name))


def is_desk(name: str) -> bool:
    """Whether this is an agency, or a desk of a large one ("Reuters Health", "dpa-AFX")."""
    first_word = re.split(r"[ -]", name, maxsplit=1)[0]
    return is_agency(name) or _folded(first_word) in _WIRES


def is_collective(name: str) -> bool:
    """Whether this is an agency, or a paper's own word for its newsroom ("Redacción"), and may sign alone."""
    return is_agency(name) or _folded(name) in _NEWSROOMS


def is_newsroom(name: str) -> bool:
    """Whether this is an agency, or a collective author ("Chicago Tribune staff")."""
    return is_collective(name) or bool(_STAFF.match(name))


def _folded(name: str) -> str:
    """A name as it is looked up."""
    return composed(name.casefold())
