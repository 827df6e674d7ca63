"""Towns that datelines name without their country, and the regions that follow other towns.

Towns: those that the stylebooks of AP and Reuters let stand alone, capitals, and large towns of the press in other
languages under their own names. A town that is not listed is known by its capitals, its region or its agency.
LABELS are words in capitals that open a paragraph and are no place.
"""

from article_clean.fields.words import names, words

TOWNS = names("""
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
    St. Petersburg, Edinburgh, Glasgow, Belfast, Cardiff, Manchester, Liverpool, Birmingham, Barcelona, Valencia,
    Sevilla, Seville, Bilbao, Zaragoza, Málaga, Murcia, Palma, Pamplona, Santander, Granada, Toledo,
    Santiago de Compostela, Oviedo, Vitoria, Mérida, Lisboa, Porto, Coimbra, Brasília, Brasilia, Rio, Montevidéu,
    Salvador, Recife, Fortaleza, Curitiba, Porto Alegre, Belo Horizonte, México, Ciudad de México, Guadalajara,
    Monterrey, Tijuana, Acapulco, Cancún, Toluca, Morelia, Culiacán, Hermosillo, Chihuahua, Oaxaca, Xalapa,
    Veracruz, Saltillo, Torreón, Santiago de Chile, Nueva York, Nueva Delhi, Pekín, Moscú, Londres, Bruselas, Roma,
    Milano, Napoli, Torino, Firenze, Bologna, Genova, Venezia, Palermo, Bari, Bruxelles, Genève, Lyon, Marseille,
    Toulouse, Bordeaux, Lille, Nantes, Nice, Rennes, Montpellier, Alger, Le Caire, Beyrouth, Moscou, Pékin, Hamburg,
    München, Köln, Frankfurt am Main, Stuttgart, Düsseldorf, Dortmund, Essen, Leipzig, Bremen, Dresden, Hannover,
    Nürnberg, Duisburg, Bochum, Wuppertal, Bielefeld, Bonn, Münster, Karlsruhe, Mannheim, Augsburg, Wiesbaden,
    Gelsenkirchen, Mönchengladbach, Braunschweig, Chemnitz, Kiel, Aachen, Halle, Magdeburg, Freiburg, Krefeld,
    Lübeck, Oberhausen, Erfurt, Mainz, Rostock, Kassel, Hagen, Saarbrücken, Hamm, Potsdam, Ludwigshafen, Oldenburg,
    Leverkusen, Osnabrück, Solingen, Heidelberg, Herne, Neuss, Darmstadt, Paderborn, Regensburg, Ingolstadt,
    Würzburg, Fürth, Wolfsburg, Ulm, Heilbronn, Göttingen, Bottrop, Trier, Schwerin, Cottbus, Jena, Gera, Wien,
    Graz, Linz, Salzburg, Innsbruck, Klagenfurt, Zürich, Basel, Luzern, St. Gallen, Genf, Lausanne, Brüssel, Moskau,
    Peking, Warschau, Prag, Rom, Mailand, Athen, Kopenhagen, Teheran, Neu Delhi, Tokio, Kairo, Damaskus, Straßburg,
    Luxemburg, Den Haag, Antwerpen, Gent, Rotterdam, Utrecht, København, Göteborg, Malmö, Praha, Brno, Warszawa,
    Kraków, Gdańsk, Budapeszt, București, Beograd, Lefkoşa, İstanbul, İzmir, Bakü, Москва, Санкт-Петербург, Киев,
    Київ, Минск, Вашингтон, Лондон, Париж, Берлин, Брюссель, Пекин, Токио, Нью-Йорк, Варшава, Hà Nội, TP.HCM,
    Đà Nẵng, नई दिल्ली, मुंबई, लखनऊ, पटना, भोपाल, जयपुर, دمشق, القاهرة, بيروت, بغداد, عمان, الرياض, دبي
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
    Estados Unidos, EEUU, Deutschland, Österreich, Schweiz, Frankreich, Italien, Allemagne, Belgique, Suisse,
    Espagne, Italie, سوريا, مصر, لبنان, العراق
""")

LABELS = words("""
    exclusive update updated breaking watch opinion analysis review video videos photo photos live editorial column
    comment commentary warning note news sport sports fact check spoiler alert read more poll interview report
    feature special free how why what when who where this that a an in at on for and or to by from with is are your
    my our you we they not question answer summary tldr faq intro introduction disclaimer advertisement sponsored
    tip step day week part chapter round game final recap preview trailer listen icymi today tonight tomorrow
    yesterday pros cons best top verdict date notice attention important correction editor letter letters quick
    bonus related source credit host byline caption conclusion background context overview results methods objective
    abstract about monday tuesday wednesday thursday friday saturday sunday january february march april may june
    july august september october november december eilmeldung kommentar interview exklusiv urgente exclusiva video
    galería opinión última hora vídeo foto fotos direct entretien reportage analyse срочно видео фото обновлено
""")

LOWER_IN_NAMES = words("of the de del la las los el do da dos das di du des le les en sur am an der den und y e es al")


def is_town(name: str) -> bool:
    """Whether a dateline may name this town alone."""
    return name.casefold() in TOWNS


def is_region(name: str) -> bool:
    """Whether this is a state, province or country, or its abbreviation."""
    return name.casefold() in REGIONS
