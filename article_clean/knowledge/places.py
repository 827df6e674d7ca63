"""Towns that datelines name without their country, and the regions that follow other towns.

STYLEBOOK_TOWNS: those that the stylebooks of AP and Reuters let stand alone, and capitals, as written in English.
OWN_TOWNS: large towns of the press in other languages under their own names. Behind both stand a list of towns by
country (towns.tsv) and the names of lands and of the towns of time zones in CLDR (cldr.tsv), read when a candidate
first needs them. LABELS are words in capitals that open a paragraph and are no place.
"""

import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from article_clean.core.composition import composed
from article_clean.knowledge.press_names import names_of
from article_clean.knowledge.word_lists import names, words

STYLEBOOK_TOWNS = names("""
    Atlanta, Baltimore, Boston, Chicago, Cincinnati, Cleveland, Dallas, Denver, Detroit, Honolulu, Houston,
    Indianapolis, Las Vegas, Los Angeles, Miami, Milwaukee, Minneapolis, New Orleans, New York, Oklahoma City,
    Philadelphia, Phoenix, Pittsburgh, St. Louis, St Louis, Salt Lake City, San Antonio, San Diego, San Francisco,
    Seattle, Washington, Hollywood, Washington D.C., Sacramento, Silicon Valley, Wall Street, Brooklyn, Manhattan,
    New Jersey, Kansas City, San Juan, United Nations, Vatican City, Amsterdam, Baghdad, Bangkok, Beijing, Beirut,
    Berlin, Bogota, Bogotá, Brussels, Cairo, Djibouti, Dublin, Geneva, Gibraltar, Guatemala City, Havana, Helsinki,
    Hong Kong, Islamabad, Istanbul, Jerusalem, Johannesburg, Kuwait City, London, Luxembourg, Macau, Madrid,
    Mexico City, Milan, Monaco, Montreal, Moscow, Munich, New Delhi, Panama City, Paris, Prague, Quebec City,
    Rio de Janeiro, Rome, San Marino, Sao Paulo, São Paulo, Shanghai, Singapore, Stockholm, Sydney, Tokyo, Toronto,
    Vienna, Zurich, Algiers, Amman, Ankara, Athens, Auckland, Belgrade, Bern, Bratislava, Bucharest, Budapest,
    Buenos Aires, Canberra, Cape Town, Caracas, Colombo, Copenhagen, Damascus, Dhaka, Doha, Dubai, Abu Dhabi,
    Frankfurt, The Hague, Hanoi, Ho Chi Minh City, Jakarta, Kabul, Kathmandu, Kyiv, Kiev, Kinshasa, Kuala Lumpur,
    La Paz, Lagos, Abuja, Accra, Addis Ababa, Lima, Lisbon, Ljubljana, Manila, Melbourne, Montevideo, Mumbai,
    Bombay, Calcutta, Kolkata, Chennai, Madras, Bangalore, Bengaluru, Hyderabad, Ahmedabad, Pune, Lucknow, Bhopal,
    Jaipur, Patna, Chandigarh, Guwahati, Srinagar, Jammu, Thiruvananthapuram, Kochi, Nagpur, Indore, Karachi,
    Lahore, Peshawar, Quetta, Rawalpindi, Nairobi, Harare, Kampala, Dar es Salaam, Khartoum, Tripoli, Tunis, Rabat,
    Casablanca, Muscat, Manama, Riyadh, Jeddah, Sanaa, Tehran, Tel Aviv, Gaza, Gaza City, Ramallah, Nicosia,
    Valletta, Oslo, Ottawa, Vancouver, Calgary, Edmonton, Winnipeg, Perth, Brisbane, Adelaide, Wellington,
    Christchurch, Phnom Penh, Vientiane, Pyongyang, Yangon, Rangoon, Quito, Asuncion, Asunción, Riga, Tallinn,
    Vilnius, Reykjavik, Sarajevo, Skopje, Sofia, Tirana, Pristina, Podgorica, Zagreb, Minsk, Chisinau, Tbilisi,
    Yerevan, Baku, Tashkent, Almaty, Astana, Bishkek, Dushanbe, Ulaanbaatar, Seoul, Busan, Taipei, Osaka, Kyoto,
    Petaling Jaya, Kota Kinabalu, Kuching, Putrajaya, Johor Baru, George Town, Shah Alam, Ipoh, Melaka,
    Bandar Seri Begawan, Cebu City, Davao City, Quezon City, Guangzhou, Shenzhen, Strasbourg, Warsaw, Krakow,
    St. Petersburg, Edinburgh, Glasgow, Belfast, Cardiff, Manchester, Liverpool, Birmingham,
""")

OWN_TOWNS = names("""
    Barcelona, Valencia, Sevilla, Seville, Bilbao, Zaragoza, Málaga, Murcia, Palma, Pamplona, Santander,
    Granada, Toledo, Santiago de Compostela, Oviedo, Vitoria, Mérida, Lisboa, Porto, Coimbra, Brasília,
    Brasilia, Rio, Montevidéu, Salvador, Recife, Fortaleza, Curitiba, Porto Alegre, Belo Horizonte, México,
    Ciudad de México, Guadalajara, Monterrey, Tijuana, Acapulco, Cancún, Toluca, Morelia, Culiacán, Hermosillo,
    Chihuahua, Oaxaca, Xalapa, Veracruz, Saltillo, Torreón, Santiago de Chile, Nueva York, Nueva Delhi, Pekín,
    Moscú, Londres, Bruselas, Roma, Milano, Napoli, Torino, Firenze, Bologna, Genova, Venezia, Palermo, Bari,
    Bruxelles, Genève, Lyon, Marseille, Toulouse, Bordeaux, Lille, Nantes, Nice, Rennes, Montpellier, Alger, Le
    Caire, Beyrouth, Moscou, Pékin, Hamburg, München, Köln, Frankfurt am Main, Stuttgart, Düsseldorf, Dortmund,
    Essen, Leipzig, Bremen, Dresden, Hannover, Nürnberg, Duisburg, Bochum, Wuppertal, Bielefeld, Bonn, Münster,
    Karlsruhe, Mannheim, Augsburg, Wiesbaden, Gelsenkirchen, Mönchengladbach, Braunschweig, Chemnitz, Kiel,
    Aachen, Halle, Magdeburg, Freiburg, Krefeld, Lübeck, Oberhausen, Erfurt, Mainz, Rostock, Kassel, Hagen,
    Saarbrücken, Hamm, Potsdam, Ludwigshafen, Oldenburg, Leverkusen, Osnabrück, Solingen, Heidelberg, Herne,
    Neuss, Darmstadt, Paderborn, Regensburg, Ingolstadt, Würzburg, Fürth, Wolfsburg, Ulm, Heilbronn, Göttingen,
    Bottrop, Trier, Schwerin, Cottbus, Jena, Gera, Wien, Graz, Linz, Salzburg, Innsbruck, Klagenfurt, Zürich,
    Basel, Luzern, St. Gallen, Genf, Lausanne, Brüssel, Moskau, Peking, Warschau, Prag, Rom, Mailand, Athen,
    Kopenhagen, Teheran, Neu Delhi, Tokio, Kairo, Damaskus, Straßburg, Luxemburg, Den Haag, Antwerpen, Gent,
    Rotterdam, Utrecht, København, Göteborg, Malmö, Praha, Brno, Warszawa, Kraków, Gdańsk, Budapeszt, București,
    Beograd, Lefkoşa, İstanbul, İzmir, Bakü, Москва, Санкт-Петербург, Киев, Київ, Минск, Вашингтон, Лондон,
    Париж, Берлин, Брюссель, Пекин, Токио, Нью-Йорк, Варшава, Hà Nội, TP.HCM, Đà Nẵng, नई दिल्ली, मुंबई, लखनऊ,
    पटना, भोपाल, जयपुर, دمشق, القاهرة, بيروت, بغداد, عمان, الرياض, دبي,
    Cluj, Iași, Wrocław, Łódź, Poznań, Zagreb, Frankfurt/Main, Frankfurt/Oder, Kopenhagen,
    Oslo, Bergen, Trondheim, Stavanger, Tromsø, Città del Vaticano, Ciudad del Vaticano, Cité du Vatican,
    Århus, Aarhus, Odense, Uppsala, Turku, Tampere, Reykjavík, Dodoma, Jakarta, Bandung, Surabaya, Medan, Makassar,
    Yogyakarta, Semarang, Denpasar, Tangerang, Bekasi, Depok, Bogor, Malang, Palembang, Manado, Luanda, Maputo, Praia,
    Bissau, Montréal, Québec, Santiago, Sofia, Modena, Córdoba, Rosario, Mendoza, Kigali,
    Bujumbura, Kampala, Lusaka, Windhoek, Gaborone, Maseru, Mbabane, Lilongwe, Antananarivo, Port Louis, Manila,
    Dakar, Bamako, Abidjan, Ouagadougou, Niamey, Lomé, Cotonou, Yaoundé, Libreville, Brazzaville, Conakry, Monrovia,
    Freetown, Banjul, Nouakchott, Mogadishu, Juba, Asmara, Hà Nội, Huế, Cần Thơ, Hải Phòng, Viedeň, Vídeň, Варна,
    नयी दिल्ली, काठमाडौं, ঢাকা, কলকাতা, சென்னை, اسلام آباد, کراچی, لاہور, تهران, تہران, پشاور, کوئٹہ, أبوظبي, بكين,
    الدوحة, الكويت, المنامة, مسقط, صنعاء, تونس, الجزائر, الرباط, طرابلس, الخرطوم, القدس, غزة, رام الله, واشنطن,
    กรุงเทพฯ, กรุงเทพ, ירושלים, תל אביב, תל-אביב, თბილისი, Երևան, ԵՐԵՎԱՆ
""")

REGIONS = names("""
    Ala., Alaska, Ariz., Ark., Calif., Colo., Conn., Del., D.C., Fla., Ga., Hawaii, Idaho, Ill., Ind., Iowa, Kan.,
    Kans., Ky., La., Maine, Md., Mass., Mich., Minn., Miss., Mo., Mont., Neb., Nebr., Nev., N.H., N.J., N.M., N.Y.,
    N.C., N.D., Ohio, Okla., Ore., Pa., R.I., S.C., S.D., Tenn., Texas, Tex., Utah, Vt., Va., Wash., W.Va., W. Va.,
    Wis., Wyo., AL, AK, AZ, AR, CA, CO, CT, DE, DC, FL, GA, HI, ID, IL, IN, IA, KS, KY, LA, ME, MD, MA, MI, MN, MS,
    MO, MT, NE, NV, NH, NJ, NM, NY, NC, ND, OH, OK, OR, PA, RI, SC, SD, TN, TX, UT, VT, VA, WA, WV, WI, WY, Alabama,
    Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia, Illinois, Indiana, Kansas,
    Kentucky, Louisiana, Maryland, Massachusetts, Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska,
    Nevada, New Hampshire, New Jersey, New Mexico, New York, North Carolina, North Dakota, Oklahoma, Oregon,
    Pennsylvania, Rhode Island, South Carolina, South Dakota, Tennessee, Vermont, Virginia, Washington,
    West Virginia, Wisconsin, Wyoming, Puerto Rico, Guam, Ont., Que., B.C., Alta., Sask., Man., N.S., N.B., N.L.,
    P.E.I., Ontario, Quebec, British Columbia, Alberta, Saskatchewan, Manitoba, Nova Scotia, New Brunswick,
    Newfoundland, Yukon, Nunavut, Canada, England, Scotland, Wales, Northern Ireland, U.K., UK, United Kingdom,
    Britain, U.S., US, USA, United States, U.A.E., UAE, Afghanistan, Albania, Algeria, Angola, Argentina, Armenia,
    Australia, Austria, Azerbaijan, Bahamas, Bahrain, Bangladesh, Barbados, Belarus, Belgium, Belize, Benin,
    Bermuda, Bhutan, Bolivia, Bosnia, Bosnia-Herzegovina, Botswana, Brazil, Brasil, Brunei, Bulgaria, Burkina Faso,
    Burundi, Cambodia, Cameroon, Central African Republic, Chad, Chile, China, Colombia, Congo, Costa Rica, Croatia,
    Cuba, Cyprus, Czech Republic, Denmark, Dominican Republic, East Timor, Ecuador, Egypt, El Salvador, Eritrea,
    Estonia, Eswatini, Ethiopia, Fiji, Finland, France, Gabon, Gambia, Gaza, Gaza Strip, Germany, Ghana, Greece,
    Greenland, Guatemala, Guinea, Guyana, Haiti, Honduras, Hungary, Iceland, India, Indonesia, Iran, Iraq, Ireland,
    Israel, Italy, Ivory Coast, Jamaica, Japan, Jordan, Kazakhstan, Kenya, Kosovo, Kuwait, Kyrgyzstan, Laos, Latvia,
    Lebanon, Lesotho, Liberia, Libya, Liechtenstein, Lithuania, Macedonia, North Macedonia, Madagascar, Malawi,
    Malaysia, Maldives, Mali, Malta, Mauritania, Mauritius, Mexico, Moldova, Mongolia, Montenegro, Morocco,
    Mozambique, Myanmar, Namibia, Nepal, Netherlands, New Zealand, Nicaragua, Niger, Nigeria, North Korea, Norway,
    Oman, Pakistan, Panama, Papua New Guinea, Paraguay, Peru, Philippines, Poland, Portugal, Qatar, Romania, Russia,
    Rwanda, Saudi Arabia, Senegal, Serbia, Sierra Leone, Slovakia, Slovenia, Somalia, South Africa, South Korea,
    South Sudan, Spain, Sri Lanka, Sudan, Suriname, Sweden, Switzerland, Syria, Taiwan, Tajikistan, Tanzania,
    Thailand, Togo, Trinidad, Tunisia, Turkey, Türkiye, Turkmenistan, Uganda, Ukraine, Uruguay, Uzbekistan,
    Venezuela, Vietnam, West Bank, Yemen, Zambia, Zimbabwe, Kashmir, Tibet, Xinjiang, Hong Kong, Crimea, Kurdistan,
    Catalonia, Bavaria, Sicily, Sardinia, Corsica, España, Alemania, Francia, Italia, México, Perú, Reino Unido,
    Baden-Württemberg, Bayern, Brandenburg, Hessen, Mecklenburg-Vorpommern, Niedersachsen, Nordrhein-Westfalen, NRW,
    Rheinland-Pfalz, Saarland, Sachsen, Sachsen-Anhalt, Schleswig-Holstein, Thüringen, Oberösterreich,
    Niederösterreich, Steiermark, Kärnten, Tirol, Vorarlberg, Burgenland, França, Espanha, Alemanha, Itália,
    Estados Unidos, EEUU, Deutschland, Österreich, Schweiz, Frankreich, Italien, Allemagne, Belgique, Suisse,
    Espagne, Italie, سوريا, مصر, لبنان, العراق,
    N.S.W., NSW, Vic., Qld., Queensland, Victoria, New South Wales, Tasmania, South Australia, Western Australia,
    Nfld., P.R., D.C, Somaliland, Congo-Kinshasa, DR Congo, DRC, UAE, Gujarat, Maharashtra, Kerala, Karnataka,
    Tamil Nadu, Andhra Pradesh, Telangana, Odisha, Bihar, Jharkhand, Assam, Manipur, Nagaland, Meghalaya, Mizoram,
    Tripura, Punjab, Haryana, Rajasthan, Uttar Pradesh, Madhya Pradesh, Chhattisgarh, Uttarakhand, Himachal Pradesh,
    West Bengal, Goa, Sindh, Balochistan, Khyber Pakhtunkhwa, Sarawak, Sabah, Selangor, Penang, Johor, Perak, Java,
    Bali, Sumatra, Mindanao, Luzon, AC, AP, AM, BA, CE, DF, ES, GO, MS, MG, PB, PR, PE, PI, RJ, RN, RS, RO, RR, SP, SE,
    Ags., B.C.S., Camp., Chih., Chis., Coah., Col., Dgo., Edomex, Gro., Gto., Hgo., Jal., Mich., Mor., Nay., Oax., Pue.,
    Qro., Q. Roo, Sin., SLP, S.L.P., Son., Tab., Tamps., Tlax., Ver., Yuc., Zac.
""")

LABELS = words("""
    exclusive update updated breaking watch opinion analysis review video videos photo photos live editorial
    column comment commentary warning note news sport sports fact check spoiler alert read more poll interview
    report feature special free how why what when who where this that a an in at on for and or to by from with
    is are your my our you we they not question answer summary tldr faq intro introduction disclaimer
    advertisement sponsored tip step day week part chapter game final recap preview trailer listen icymi today
    tonight tomorrow yesterday pros cons best top verdict date notice attention important correction editor
    letter letters quick bonus related source credit host byline caption conclusion background context overview
    results methods objective abstract about monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december eilmeldung kommentar exklusiv
    urgente exclusiva galería opinión última hora vídeo foto fotos direct entretien reportage analyse срочно
    видео фото обновлено health politics politic weather travel obituary obituaries caution claim claims rating
    take buy now money business tech technology science entertainment lifestyle local nation crime courts
    culture arts food recipe recipes ingredients serves directions method fashion beauty style music movies film
    tv books games gaming gallery podcast transcript release announcement announced statement memo opinions
    op-ed viewpoint perspective perspectives essay blog post quiz puzzle crossword horoscope lottery scores
    standings schedule roundup highlights stats injury transfer rumor rumors rumour rumours gossip deal deals
    sale offer win free-to-read subscriber subscribers only premium members developing alerts urgent flash
    bulletin brief briefs briefly factbox timeline explainer explained q&a qa pictured clarification
    clarifications corrections retraction location locations cost website phone email contact hours address
    published posted actualizado actualizada mis publicado stand akt aktualisiert photograph photographer
    copyright definition example examples facts myth myths problem solution goal goals lesson lessons pro con
    rule rules reason reasons questions answers speaker reporter anchor narrator moderator omg imo rip tl dr p.s
    p.p.s ps pps edit season episode links rechts mitte oben unten hinten vorne ảnh images getty
    left right center centre above below
""")

LOWER_IN_NAMES = words(
    "of the de del da do dos das di du des la las le les lo los el et e i y en sur am an der den und al bei im in na es"
)


def is_town(name: str) -> bool:
    """Whether a dateline may name this town alone."""
    folded = name.casefold()
    if folded in STYLEBOOK_TOWNS or folded in OWN_TOWNS:
        return True
    return composed(folded) in names_of("town")


def is_stylebook_town(name: str) -> bool:
    """Whether English papers let this town stand alone."""
    return name.casefold() in STYLEBOOK_TOWNS


def is_listed(name: str) -> bool:
    """Whether this is a town of the large lists, in any language; the first that asks pays for reading them.

    Of towns where English is the first language only those in capitals count, as their papers print them: half of them
    are names of people or common words too.
    """
    if is_town(name):
        return True
    folded, listed = fold(name), _gazetteer()
    return folded in listed.other or (name.isupper() and folded in listed.english) or folded in _cldr()["town"]


def is_before_colon(name: str) -> bool:
    """Whether papers of this town's country end their datelines with a colon ("LUCKNOW:", "KLANG:")."""
    return fold(name) in _gazetteer().colon


def is_region(name: str) -> bool:
    """Whether this is a state, province or country, or its abbreviation."""
    return name.casefold() in REGIONS


def is_land(name: str) -> bool:
    """Whether this is a region, or a country's name in any of the languages of CLDR."""
    return is_region(name) or fold(name) in _cldr()["land"]


def fold(name: str) -> str:
    """A name without case and accents, as towns.tsv has it.

    >>> fold("Αθήνα") == fold("ΑΘΗΝΑ")
    True
    """
    plain = name.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    if plain.isascii():
        return plain
    plain = plain.replace("\N{LATIN SMALL LETTER DOTLESS I}", "i")  # DİYARBAKIR in capitals says nothing of the dot
    return "".join(char for char in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(char))


_TOWNS_FILE = Path(__file__).with_name("towns.tsv")
_CLDR_FILE = Path(__file__).with_name("cldr.tsv")
_COLON_COUNTRIES = words("IN PK BD LK NP MY SG BN KE UG TZ NG GH ZA ZW ZM MW NA BW NO")
_ENGLISH_COUNTRIES = words("US GB AU NZ IE CA JM TT BB BS GY")


class _Gazetteer(NamedTuple):
    """The towns of towns.tsv: where English is the first language, elsewhere, and where papers print a colon."""

    english: frozenset[str]
    other: frozenset[str]
    colon: frozenset[str]


@cache
def _gazetteer() -> _Gazetteer:
    """The towns of all countries: 15 ms."""
    lines = _TOWNS_FILE.read_text(encoding="utf-8").splitlines()
    towns = {line[:2]: line[3:].split(",") for line in lines if line[0] != "#"}
    english = frozenset(name for country in _ENGLISH_COUNTRIES for name in towns[country])
    scripts = frozenset(name for name in english if not name[0].isascii())  # "вашингтон" has no such double sense
    foreign = scripts.union(*(towns[country] for country in towns.keys() - _ENGLISH_COUNTRIES))
    return _Gazetteer(english, foreign, frozenset(name for country in _COLON_COUNTRIES for name in towns[country]))


@cache
def _cldr() -> Mapping[str, frozenset[str]]:
    """The lands ("land"), and the towns of time zones ("town"), in the languages of CLDR: 4 ms."""
    names: dict[str, list[str]] = {}
    for line in _CLDR_FILE.read_text(encoding="utf-8").splitlines():
        kind, *group = line.split("\t")
        names.setdefault(kind, []).extend(group)
    return {kind: frozenset(names[kind]) for kind in ("land", "town")}
