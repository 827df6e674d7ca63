"""The language of a text."""

from itertools import pairwise
from time import process_time

import pytest

from article_clean import clean
from article_clean.language import language_of, same_language

SENTENCES = {
    "af": "Die raad het gesê dat die nuwe veerboot nie voor die einde van die jaar in die hawe sal wees nie.",
    "ar": "قال المجلس يوم الاثنين إن العبارة الجديدة التي وصلت إلى الميناء سوف تعمل من بداية العام على هذا الخط",
    "bg": "Съветът каза, че новият ферибот няма да бъде в пристанището до края на годината, но че хората ще могат да пътуват.",
    "bn": "কাউন্সিল সোমবার জানিয়েছে যে নতুন ফেরি বছরের শেষের আগে বন্দরে আসবে না",
    "ca": "El consell va dir que el nou vaixell no serà al port fins a finals de l'any, però que els veïns ja poden comprar els bitllets.",
    "cs": "Rada uvedla, že nový trajekt bude v přístavu až na konci roku, ale lidé si již mohou koupit jízdenky, které jsou levné.",
    "da": "Rådet sagde, at den nye færge ikke kommer til havnen før slutningen af året, men at der er billetter til alle, som vil med.",
    "de": "Der Rat hat am Montag gesagt, dass die neue Fähre nicht vor dem Ende des Jahres im Hafen sein wird.",
    "el": "Το συμβούλιο είπε ότι το νέο πλοίο δεν θα είναι στο λιμάνι πριν από το τέλος του χρόνου",
    "en": "The council said on Monday that the new ferry will not be in the harbour before the end of the year.",
    "es": "El consejo dijo el lunes que el nuevo barco no estará en el puerto hasta el final del año, pero que ya se venden los billetes.",
    "et": "Nõukogu ütles, et uus laev ei ole sadamas enne aasta lõppu, kuid piletid on juba müügil ja need ei ole kallid, sest linn maksab.",
    "fa": "شورا روز دوشنبه گفت که کشتی جدید تا پایان سال در بندر نخواهد بود و مردم می توانند از این کشتی استفاده کنند",
    "fi": "Neuvosto sanoi, että uusi lautta ei ole satamassa ennen vuoden loppua, mutta liput ovat jo myynnissä ja ne on tehty niin, että jokainen voi tulla.",
    "fr": "Le conseil a dit lundi que le nouveau bateau ne sera pas dans le port avant la fin de l'année, mais que les billets sont en vente.",
    "he": "המועצה אמרה ביום שני כי המעבורת החדשה לא תגיע לנמל לפני סוף השנה",
    "hi": "परिषद ने सोमवार को कहा कि नई नाव साल के अंत से पहले बंदरगाह में नहीं होगी और यह एक बड़ी बात है",
    "hu": "A tanács azt mondta, hogy az új komp nem lesz a kikötőben az év vége előtt, de a jegyek már most is kaphatók, és ez egy jó hír.",
    "id": "Dewan itu mengatakan bahwa kapal baru tidak akan berada di pelabuhan pada akhir tahun ini, tetapi tiket untuk perjalanan dengan kapal sudah dapat dibeli.",
    "it": "Il consiglio ha detto che la nuova nave non sarà nel porto prima della fine dell'anno, ma che i biglietti sono già in vendita per tutti.",
    "ja": "市議会は月曜日、新しいフェリーは年末まで港に来ないと発表した。",
    "ka": "საბჭომ ორშაბათს განაცხადა, რომ ახალი ბორანი წლის ბოლომდე ნავსადგურში არ იქნება",
    "ko": "시의회는 월요일 새 여객선이 연말까지 항구에 들어오지 않을 것이라고 밝혔다",
    "lt": "Taryba sakė, kad naujas keltas nebus uoste iki metų pabaigos, tačiau bilietai jau yra parduodami ir jų yra daug, nes miestas už juos moka.",
    "lv": "Padome teica, ka jaunais prāmis nebūs ostā līdz gada beigām, bet biļetes jau ir pārdošanā un tās var nopirkt arī uz vietas.",
    "mk": "Советот рече дека новиот брод нема да биде во пристаништето до крајот на годината, но дека билетите се веќе во продажба.",
    "nl": "De raad zei maandag dat de nieuwe veerboot niet voor het einde van het jaar in de haven zal zijn, maar dat er al kaartjes zijn.",
    "pl": "Rada powiedziała, że nowy prom nie będzie w porcie przed końcem roku, ale bilety są już w sprzedaży i nie są drogie dla tych, którzy się spieszą.",
    "pt": "O conselho disse que o novo barco não estará no porto até ao fim do ano, mas que os bilhetes já são vendidos e que são para todos.",
    "ro": "Consiliul a spus că noul vapor nu va fi în port până la sfârșitul anului, dar că biletele sunt deja la vânzare pentru toți cei care vor.",
    "ru": "Совет сказал, что новый паром не будет в порту до конца года, но что билеты на него уже были в продаже, и это было для всех.",
    "sk": "Rada uviedla, že nový trajekt bude v prístave až na konci roka, ale ľudia si už môžu kúpiť lístky, ktoré sú lacné a boli pre všetkých.",
    "sl": "Svet je dejal, da novega trajekta ne bo v pristanišču pred koncem leta, da pa so vstopnice že v prodaji in so za vse, ki bi jih radi.",
    "sq": "Këshilli tha se trageti i ri nuk do të jetë në port para fundit të vitit, por biletat janë tashmë në shitje për të gjithë ata që duan.",
    "sv": "Rådet sade att den nya färjan inte kommer till hamnen före slutet av året, men att det finns biljetter för alla som vill ha dem.",
    "sw": "Baraza lilisema kuwa meli mpya haitakuwa katika bandari kabla ya mwisho wa mwaka, lakini tiketi ni kwa watu wote na zaidi ya wale wa mji.",
    "th": "สภากล่าวเมื่อวันจันทร์ว่าเรือข้ามฟากลำใหม่จะไม่มาถึงท่าเรือก่อนสิ้นปี",
    "tr": "Meclis, yeni vapurun yıl sonuna kadar limanda olmayacağını, ancak biletlerin daha şimdiden satışta olduğunu ve bunun için bir yıl daha gerektiğini söyledi.",
    "uk": "Рада сказала, що новий пором не буде в порту до кінця року, але що квитки на нього вже були в продажу, і це для всіх.",
    "ur": "کونسل نے پیر کو کہا کہ نئی کشتی سال کے آخر سے پہلے بندرگاہ میں نہیں ہوگی اور یہ ایک بڑی بات ہے",
    "vi": "Hội đồng cho biết chiếc phà mới sẽ không có mặt tại bến cảng trước cuối năm, và người dân có thể mua vé từ các điểm bán trong thành phố.",
    "zh-Hans": "市议会周一表示，新的渡轮在年底之前不会到达港口，但是市民们现在已经可以买票，这对大家来说是个好消息。",
    "zh-Hant": "市議會週一表示，新的渡輪在年底之前不會到達港口，但是市民們現在已經可以買票，這對大家來說是個好消息。",
}


@pytest.mark.parametrize("language", SENTENCES)
def test_one_sentence_is_enough(language):
    assert language_of(SENTENCES[language]) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "12:30 — 14:45",
        "Ferry",
        "Karstad Norholm Feldt Brann Ostby Lind Marn Toft Holm Vik Sand",
        "aaa bbb ccc ddd eee fff ggg hhh iii jjj kkk lll mmm nnn ooo ppp",
        "Umkhandlu uthe isikebhe esisha ngeke sibe sethekwini ngaphambi kokuphela konyaka kodwa amathikithi asethengiswa.",
        "\ud800\ud801 \x00",
    ],
)
def test_no_language_is_made_up(text):
    assert language_of(text) is None


def test_a_menu_in_english_does_not_hide_the_language_of_the_article():
    menu = "Home\nNews\nSport\nContact\nThe best of the week and more\n\n"
    assert clean(f"{menu}{SENTENCES['de']}\n\n{SENTENCES['de']}").language == "de"


def test_foreign_names_do_not_change_the_language():
    assert (
        language_of(
            "Αυτό είπε η Apple Inc. για το νέο iPhone που θα είναι στα καταστήματα πριν από το τέλος του χρόνου"
        )
        == "el"
    )


PAGE = "<html lang='{}'><title>x</title><article><h1>Hafenrat</h1><p>{}</p><p>{}</p></article></html>"


@pytest.mark.parametrize(("given", "found"), [("en-US", "de"), ("de-CH", "de-CH"), ("", "de"), ("utf-8", "de")])
def test_a_page_in_a_template_of_another_language_is_named_by_its_text(given, found):
    article = clean(PAGE.format(given, SENTENCES["de"] * 2, SENTENCES["de"]))
    assert article.language == found
    assert article.provenance["language"] == (("html lang",) if given == "de-CH" else ("text",))


def test_the_same_language_in_two_spellings():
    assert same_language("zh-Hant", "zh-TW")
    assert not same_language("nb", "da")


def test_only_the_beginning_of_a_text_is_looked_at():
    short, long = (SENTENCES["pl"] * n for n in (20, 4000))
    assert language_of(long) == "pl"
    times = []
    for text in (short, long):
        start = process_time()
        for _ in range(50):
            language_of(text)
        times.append(process_time() - start)
    assert all(later <= 3 * earlier + 0.01 for earlier, later in pairwise(times))
