"""The page of `article-clean explain`, used in a real browser."""

import json

import pytest
from benchmarks.texts import library
from browser import DESKTOP, PHONE, chromium
from cases import FIXTURES

from article_clean import DEFAULT, Article, Edit, clean, cleaner
from article_clean.views import comparison, notebook, page

HARBOUR = (FIXTURES / "articles" / "frozen_harbour.txt").read_text(encoding="utf-8")
PROMO = (FIXTURES / "articles" / "promo_page.txt").read_text(encoding="utf-8")
ODD = "Menu 😀\r\n\r\nThe “har\u200bbour”\x00 froze &amp; caf&eacute;\x85 said so.\r\n\r\n"
ODD += "\fIt\u2028thawed & <b>dripped</b>.\r"
HOSTILE = (
    "Sign up for our <script>window.hit = 1</script> newsletter<img src=x onerror='window.hit = 2'>\n\n"
    "The harbour froze.</div></script><script>window.hit = 3</script> <svg onload=window.hit=4> stayed.\n\n"
    "menu \"><b onmouseover='window.hit = 5'>bold</b> &lt;i&gt;"
)


@cleaner("menu", stage="boilerplate")
def menu(doc):
    for line in doc.lines_with("menu"):
        yield Edit(line.start, line.end, reason="<img src=x onerror='window.hit = 6'>")


@cleaner("card", stage="boilerplate")
def card(doc):
    for line in doc.lines_with("menu", "card"):
        yield Edit(line.start, line.end, reason="a card")


TOYS = DEFAULT.with_(menu).with_(card)


@pytest.fixture(scope="module")
def browser():
    with chromium() as running:
        yield running


@pytest.fixture
def opened(browser, tmp_path):
    """Open a page from a file; what it asks for or complains about fails the test."""
    asked, said = [], []

    def show(html, size=DESKTOP, **context):
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        tab = browser.new_page(viewport=size, **context)
        tab.set_default_timeout(10_000)
        tab.on("request", lambda request: asked.append(request.url))
        tab.on("console", lambda message: said.append(message.text))
        tab.on("pageerror", lambda error: said.append(str(error)))
        tab.goto(path.as_uri())
        asked.remove(path.as_uri())
        return tab

    yield show
    assert (asked, said) == ([], [])
    for context in browser.contexts:
        context.close()


def body_of(tab):
    return tab.evaluate("document.getElementById('body-text').textContent")


def focused(tab):
    return tab.evaluate("document.activeElement.textContent")


@pytest.mark.parametrize(
    "html",
    [
        page(clean(HARBOUR), "x"),
        notebook(clean(HARBOUR)),
        comparison(clean(HARBOUR), clean(HARBOUR), ("a", "b")),
        page(clean("")),
    ],
    ids=["page", "notebook", "comparison", "empty"],
)
def test_it_loads_without_a_request_or_a_complaint(opened, html):
    opened(html).mouse.move(600, 300)


@pytest.mark.parametrize("text", [HARBOUR, ODD, PROMO, "😀" * 40_000], ids=["harbour", "odd", "promo", "long"])
def test_source_and_body_are_those_of_the_article(opened, text):
    article = clean(text, kind="article")
    tab = opened(page(article))
    shown = tab.evaluate("document.getElementById('source-text').textContent")
    assert shown == article.source.replace("\0", "␀")
    assert body_of(tab) == article.body.replace("\0", "␀")


def test_hovering_shows_role_cleaner_reason_and_who_else_wanted_it(opened):
    article = clean("menu of the day\n\nThe harbour froze.", kind="article", pipeline=TOYS)
    tab = opened(page(article))
    tip = tab.get_by_role("tooltip")
    assert not tip.is_visible()
    tab.locator(".pane del").hover()
    assert tip.inner_text().split("\n\n") == [
        "card taken by card",
        "a card",
        "Also wanted by menu.",
        "characters 0–15",
    ]
    tab.mouse.move(5, 5)
    assert not tip.is_visible()


def test_focus_shows_the_same_and_a_screen_reader_is_told(opened):
    tab = opened(page(clean(HARBOUR)))
    tab.locator("del").first.focus()
    assert "promo taken by newsletter" in tab.get_by_role("tooltip").inner_text()
    assert tab.locator("del").first.get_attribute("aria-describedby") == "tip"


def test_a_replaced_character_says_what_stands_there_now(opened):
    tab = opened(page(clean(HARBOUR)))
    tab.locator("i", has_text="&eacute;").hover()
    assert '"caf&eacute;" → "café"' in tab.get_by_role("tooltip").inner_text().replace('"&', '"caf&').replace(
        '"é', '"café'
    )


def test_n_and_p_and_the_arrows_walk_through_what_was_taken_out(opened):
    article = clean(HARBOUR)
    tab = opened(page(article))
    taken = ["Port Ellery harbour", "By Ada Quill", "January 5"]
    for key, start in zip("nnn", taken, strict=True):
        tab.keyboard.press(key)
        assert focused(tab).startswith(start)
    for key, start in (("ArrowLeft", taken[1]), ("p", taken[0]), ("p", "Post a Comment"), ("ArrowRight", taken[0])):
        tab.keyboard.press(key)
        assert focused(tab).startswith(start)
    assert tab.get_by_role("status").inner_text() == "1 of 9: headline, headline"


def test_shift_n_walks_through_every_edit(opened):
    tab = opened(page(clean("“Ice,” said Ada Quill of the harbour.", kind="article")))
    tab.keyboard.press("Shift+N")
    assert focused(tab) == "“"


def test_the_tab_key_leads_past_the_skip_links_to_one_mark(opened):
    tab = opened(page(clean(HARBOUR)))
    tab.keyboard.press("Tab")
    assert focused(tab) == "Article"
    assert tab.locator("#source-text [tabindex='0']").count() == 1


@pytest.mark.parametrize("name", ["newsletter", "comment_trailers", "headline", "captions", "hard_wraps"])
def test_a_cleaner_that_is_off_gives_back_its_passages_and_takes_them_again(opened, name):
    article = clean(HARBOUR)
    tab = opened(page(article))
    switch = tab.locator(f"input[data-cleaner={name}]")
    switch.uncheck()
    shown = body_of(tab)
    for edit in article.trail:
        if edit.cleaner == name:
            assert article.source[edit.start : edit.end] in shown
    assert len(shown) > len(article.body) or name == "hard_wraps"
    assert shown != article.body
    switch.check()
    assert body_of(tab) == article.body


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (HARBOUR, "newsletter"),
        (HARBOUR, "share_bar"),
        (HARBOUR, "comment_trailers"),
        (PROMO, "newsletter"),
        (PROMO, "advert"),
        (PROMO, "follow_us"),
        (PROMO, "read_more"),
    ],
)
def test_what_comes_back_is_what_clean_gives_without_the_cleaner(opened, name, text):
    rules = DEFAULT.without("leftovers")  # a reader takes what a rule that is left out would have taken
    tab = opened(page(clean(text, pipeline=rules)))
    tab.locator(f"input[data-cleaner={name}]").uncheck()
    assert body_of(tab) == clean(text, pipeline=rules.without(name)).body


def test_a_role_that_is_off_gives_back_what_all_its_cleaners_took(opened):
    tab = opened(page(clean(PROMO)))
    tab.get_by_label("promo", exact=True).uncheck()
    assert "Sign up for our morning newsletter" in body_of(tab)
    assert "Follow us on Twitter" in body_of(tab)
    assert tab.locator("#body-text ins").count() == 2


def test_a_passage_stays_out_while_another_cleaner_wants_it(opened):
    article = clean("The harbour froze.\n\nmenu of the day\n\nIt thawed.", kind="article", pipeline=TOYS)
    tab = opened(page(article))
    tab.locator("input[data-cleaner=card]").uncheck()
    assert body_of(tab) == article.body
    tab.locator("input[data-cleaner=menu]").uncheck()
    assert body_of(tab) == "The harbour froze.\n\nmenu of the day\n\nIt thawed."


def test_all_off_is_the_source_and_all_on_the_body(opened):
    article = clean(PROMO)
    tab = opened(page(article))
    tab.get_by_role("button", name="All off").click()
    assert body_of(tab).split() == article.source.split()
    tab.get_by_role("button", name="All on").click()
    assert body_of(tab) == article.body


def test_x_on_a_passage_switches_its_cleaner(opened):
    tab = opened(page(clean(HARBOUR)))
    tab.locator("del").first.focus()
    tab.keyboard.press("x")
    assert "Sign up for our morning newsletter" in body_of(tab)
    assert not tab.locator("input[data-cleaner=newsletter]").is_checked()


def test_a_field_whose_cleaner_is_off_is_struck(opened):
    tab = opened(page(clean(HARBOUR)))
    tab.locator("input[data-cleaner=headline]").uncheck()
    assert "unread" in tab.locator(".headline").get_attribute("class")
    assert body_of(tab).startswith("Port Ellery harbour freezes")


def test_hostile_text_stays_text(opened):
    article = clean(HOSTILE, kind="article", pipeline=TOYS)
    for html in (
        page(article, HOSTILE),
        notebook(article),
        comparison(article, clean(HOSTILE, kind="article"), (HOSTILE, HOSTILE)),
    ):
        tab = opened(html)
        for mark in tab.locator("del:visible").all():
            mark.hover()
        for box in tab.locator("input[data-cleaner]").all():
            box.uncheck()
        assert tab.locator("main img, main svg:not(.bar), main script, main b:not([class])").count() == 0
        assert tab.evaluate("window.hit === undefined")


def test_help_opens_with_a_question_mark_and_shortcuts_can_be_switched_off(opened):
    tab = opened(page(clean(HARBOUR)))
    tab.keyboard.press("?")
    assert tab.get_by_role("dialog").is_visible()
    tab.get_by_label("Single letters are shortcuts").uncheck()
    tab.get_by_role("button", name="Close").click()
    tab.mouse.move(5, 5)
    tab.keyboard.press("n")
    assert not tab.get_by_role("tooltip").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_system_s_theme_and_turns_with_a_button(opened, scheme):
    tab = opened(page(clean(HARBOUR)), color_scheme=scheme)
    ground = "getComputedStyle(document.querySelector('.pane')).backgroundColor"
    before = tab.evaluate(ground)
    assert before == {"light": "rgb(255, 254, 251)", "dark": "rgb(25, 28, 33)"}[scheme]
    tab.get_by_role("button", name="Theme").click()
    assert tab.evaluate(ground) != before
    tab.keyboard.press("t")
    assert tab.evaluate(ground) == before


@pytest.mark.parametrize("view", ["page", "comparison", "notebook"])
def test_a_phone_scrolls_in_one_direction_only(opened, view):
    article = clean(PROMO + "\n\nhttps://ferry.example/" + "a" * 300)
    html = {"page": page(article), "comparison": comparison(article, article, ("a", "b"))}.get(view)
    tab = opened(html or f"<meta name=viewport content='width=device-width'>{notebook(article)}", PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


PLACE_OF_60 = """(selector) => {
  const pane = document.querySelector(selector), range = document.createRange();
  const walker = document.createTreeWalker(pane, NodeFilter.SHOW_TEXT);
  let node;
  while ((node = walker.nextNode()) && !node.data.includes('ferry 60'));
  range.setStart(node, node.data.indexOf('ferry 60'));
  return range.getBoundingClientRect().top - pane.getBoundingClientRect().top;
}"""


def wait_until(tab, expression):
    """Ask again and again: `wait_for_function` evaluates a string in the page, which its security policy forbids."""
    for _ in range(100):
        if tab.evaluate(expression):
            return
        tab.wait_for_timeout(50)
    pytest.fail(f"it did not come about: {expression}")


def test_source_and_article_scroll_together(opened):
    said = [f"The ferry {n} stayed at the northern pier until noon on that day." for n in range(90)]
    text = "\n\n".join((*said[:45], *["Share on Facebook"] * 20, *said[45:]))
    tab = opened(page(clean(text, kind="article")))
    source = tab.locator("#source-text")
    apart = tab.evaluate(PLACE_OF_60, "#source-text") - tab.evaluate(PLACE_OF_60, "#result-pane")
    assert apart > 400
    third = source.evaluate("pane => pane.clientHeight / 3")
    source.evaluate("(pane, top) => { pane.scrollTop = top }", tab.evaluate(PLACE_OF_60, "#source-text") - third)
    wait_until(tab, "document.getElementById('result-pane').scrollTop > 1000")
    assert abs(tab.evaluate(PLACE_OF_60, "#source-text") - tab.evaluate(PLACE_OF_60, "#result-pane")) < 40


def test_kept_text_folds_and_stays_whole(opened):
    said = "\n\n".join(f"The ferry {n} stayed at the “northern” pier until noon." for n in range(40))
    article = clean(f"{said}\n\nShare on Facebook\n\n{said}", kind="article")
    tab = opened(page(article))
    height, text = (f"document.getElementById('source-text').{name}" for name in ("scrollHeight", "textContent"))
    before = tab.evaluate(height)
    fold = tab.get_by_role("button", name="Fold kept text")
    fold.click()
    assert fold.get_attribute("aria-pressed") == "true"
    assert tab.evaluate(height) < before / 3
    assert tab.evaluate(text) == article.source
    tab.locator("input[data-cleaner=share_bar]").uncheck()
    assert "until noon.\n\nShare on Facebook\n\nThe ferry 0 stayed" in body_of(tab)
    fold.click()
    assert tab.evaluate(height) == before


SCRIPT_SECONDS = 2  # for a page of 1 MB; it takes .05, and took .2 before its text was rendered in pieces


def spent(tab, name):
    """Seconds of CPU that a page took so far, by the browser's own count."""
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    return {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}[name]


@pytest.mark.benchmark
def test_a_page_of_1_mb_opens_within_two_seconds_of_scripting(opened):
    tab = opened(page(clean(library(1_000_000))))
    assert spent(tab, "ScriptDuration") < SCRIPT_SECONDS


def test_a_long_text_is_laid_out_in_pieces(opened):
    article = clean(library(200_000))
    tab = opened(page(article))
    laid_out = "[...document.querySelectorAll('#source-text .piece')].map((piece) => isLaidOut(piece))"
    seen = "const isLaidOut = (piece) => piece.querySelector('i').checkVisibility({ contentVisibilityAuto: true });"
    pieces = tab.evaluate(f"(() => {{ {seen} return {laid_out}; }})()")
    assert len(pieces) >= 9
    assert pieces[0]
    assert not any(pieces[2:])


def test_walking_and_scrolling_reach_what_was_not_laid_out(opened):
    said = [f"The ferry {n} stayed at the northern pier until noon on that day." for n in range(3000)]
    article = clean("\n\n".join([*said, "Share on Facebook", *said[:9]]), kind="article")
    tab = opened(page(article))
    tab.keyboard.press("n")
    mark = tab.locator("#source-text del")
    wait_until(tab, "document.getElementById('result-pane').scrollTop > 50000")
    box = mark.bounding_box()
    assert 0 < box["y"] < DESKTOP["height"]
    tab.locator("input[data-cleaner=share_bar]").uncheck()
    assert "day.\n\nShare on Facebook\n\nThe ferry 0 stayed" in body_of(tab)


ARABIC = """تجمّد المرفأ الشمالي (للمرة الأولى)

بقلم: ليلى حداد (مراسلة)

بيروت (رويترز) - قال مسؤولون (يوم الاثنين) إن المرفأ تجمّد (AP) للمرة الأولى منذ عام 1963.

card (AP)

© 2024 جميع الحقوق محفوظة (رويترز)
"""
AR_MIXED = "By Jane Doe\n\nPARIS (AP) — It rained on Monday.\n\n" + ARABIC
ORDER = """(root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT), places = [];
  let node;
  while ((node = walker.nextNode())) for (let n = 0; n < node.length; n++) {
    const range = document.createRange();
    range.setStart(node, n);
    range.setEnd(node, n + 1);
    const box = range.getBoundingClientRect();
    places.push([node.data[n], Math.round(box.left), Math.round(box.top)]);
  }
  return places;
}"""


def visual_lines(places):
    """Each line as it is seen, from left to right, without its white space."""
    rows = {}
    for n, (char, left, _) in enumerate(places):
        rows.setdefault(sum(c == "\n" for c, *_ in places[:n]), []).append((left, n, char))
    return ["".join(char for *_, char in sorted(row) if not char.isspace()) for row in rows.values()]


@pytest.mark.parametrize("view", ["page", "notebook"])
@pytest.mark.parametrize("text", [ARABIC, AR_MIXED], ids=["arabic", "both"])
def test_a_right_to_left_line_is_set_as_if_it_had_no_marks(opened, view, text):
    article = clean(text, kind="article")
    size = {"width": 3000, "height": 900}  # lines that do not wrap
    tab = opened(page(article) if view == "page" else notebook(article), size)
    shown = visual_lines(tab.locator(".source").first.evaluate(ORDER))
    lines = "".join(f"<p dir=auto>{line}</p>\n" for line in article.source.splitlines())
    plain = opened(f"<meta charset=utf-8><main>{lines}</main>", size).locator("main").evaluate(ORDER)
    assert shown == visual_lines(plain)


def test_what_was_taken_out_of_a_line_does_not_turn_the_rest_of_it(opened):
    source = "card (AP) قال مسؤولون (يوم الاثنين).\n"
    article = Article.made(((Edit(0, 10, "", "caption", "", "x"),),), source=source, body=source[10:])
    for html in (page(article), notebook(article)):
        places = opened(html).locator(".source").first.evaluate(ORDER)
        left = {char: place for char, place, _ in places}
        assert left["."] < left["ق"] < left["c"] < left["d"]


@pytest.mark.parametrize("view", [page, notebook], ids=["page", "notebook"])
def test_arabic_is_set_right_wherever_it_stands(opened, view):
    tab = opened(view(clean(ARABIC, kind="article")))
    mixed = opened(view(clean(AR_MIXED, kind="article")))
    for paragraph in (tab.locator(".headline"), tab.locator(".line"), mixed.locator(".body p", has_text="قال")):
        box = paragraph.evaluate(
            "(node) => { const range = document.createRange(); range.selectNodeContents(node);"
            " return node.getBoundingClientRect().right - range.getBoundingClientRect().right; }"
        )
        assert abs(box) < 3


def test_a_notebook_wraps_long_words_and_says_that_more_follows(opened):
    said = "\n\n".join(f"The ferry {n} stayed {'x' * 300} until noon on that day." for n in range(20))
    tab = opened(notebook(clean(f"{'Ferry' * 60}\n\n{said}", kind="article")), PHONE)
    assert tab.evaluate("document.documentElement.scrollWidth") <= max(PHONE["width"], tab.evaluate("innerWidth"))
    assert tab.evaluate("[...document.querySelectorAll('.source, .body')].every(n => n.scrollWidth <= n.clientWidth)")
    assert tab.locator(".body summary").inner_text() == "… 15 more paragraphs …"
    ground = tab.locator(".source").evaluate("(node) => getComputedStyle(node).backgroundAttachment")
    assert ground.startswith("local, local, scroll, scroll")


def test_a_reader_is_told_to_point_where_there_is_a_mark(opened):
    assert opened(page(clean(HARBOUR))).get_by_text("Point at a mark").is_visible()
    assert not opened(page(clean("The ice stayed.", kind="article"))).get_by_text("Point at a mark").is_visible()


def test_a_run_of_page_lines_is_walked_and_switched_as_one(opened):
    article = clean((FIXTURES / "pages" / "second_ferry.html").read_bytes())
    tab = opened(page(article))
    tab.keyboard.press("n")
    assert focused(tab) == "Home\nNews\nSport\nTides\nHarbour"
    assert "5 passages in a row" in tab.get_by_role("tooltip").inner_text()
    tab.get_by_label("page", exact=True).uncheck()
    assert body_of(tab).startswith("Home\nNews\nSport\nTides\nHarbour")
    tab.get_by_label("page", exact=True).check()
    assert body_of(tab) == article.body


def test_a_comparison_lists_what_only_one_takes_and_leads_to_it(opened):
    article = clean(PROMO)
    tab = opened(
        comparison(clean(PROMO, pipeline=DEFAULT.without("newsletter", "smart_quotes")), article, ("less", "default"))
    )
    link = tab.locator(".differences a")
    assert link.inner_text() == "Sign up for our morning newsletter and never miss a story."
    link.click()
    assert focused(tab) == link.inner_text()
    assert tab.get_by_role("tooltip").inner_text().startswith("B promo taken by newsletter")
    ground = "getComputedStyle(document.querySelector('[data-by=b]')).backgroundColor"
    assert tab.evaluate(ground) != "rgba(0, 0, 0, 0)"
    tab.get_by_label("only B").uncheck()
    assert tab.evaluate(ground) == "rgba(0, 0, 0, 0)"


def test_a_notebook_explains_on_hover_and_on_focus_without_a_script(opened):
    tab = opened(notebook(clean(HARBOUR)))
    shown = "getComputedStyle(document.querySelector('del'), '::after').content"
    assert tab.evaluate(shown) == "none"
    tab.locator("del").first.hover()
    assert "newsletter: An invitation to a newsletter" in json.loads(tab.evaluate(shown).replace("\\a ", " "))
    tab.mouse.move(0, 0)
    assert tab.evaluate(shown) == "none"
    tab.locator("del").first.focus()
    assert "newsletter: An invitation" in tab.evaluate(shown)
