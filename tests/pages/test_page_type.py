"""What kind of page it is, and how sure the body: by rule where a page holds no text, else by trees."""

import pytest
from cases import FIXTURES

from article_clean import Article, article_of, clean
from article_clean.pages.page_features import FEATURES, KINDS, OF_WORDS, page_row, page_words
from article_clean.pages.page_model import PageModel, shipped
from article_clean.pages.reading import read_html
from article_clean.pages.rendering import BESIDE, HOLDS_SEVERAL, choice_of

STORY = (FIXTURES / "pages" / "second_ferry.html").read_text(encoding="utf-8")
ODD = sorted((FIXTURES / "pages" / "odd").glob("*.html"))
BY_RULE = {
    "bot": "wall",
    "consent": "wall",
    "error": "error",
    "frames": "shell",
    "redirect": "shell",
    "script": "shell",
}
POST = """
<div class="post topic-post">
<div class="user author"><a href="/u/{n}">diver{n}</a> <time>May {n}, 2024</time></div>
<div class="message comment">I asked the harbour master about berth {n} and got the answer of last year: wait.</div>
<a href="#reply">Reply</a>
</div>"""
THREAD = f"""<html><head><title>Which berth is free?</title>
<link rel="canonical" href="https://sea.example/forum/threads/312">
<script type="application/ld+json">{{"@type": "DiscussionForumPosting", "headline": "Which berth is free?"}}</script>
</head><body class="forum topic"><h1>Which berth is free?</h1>{"".join(POST.format(n=n) for n in range(1, 20))}
</body></html>"""
ODD_ADDRESSES = ["<a href='http://[", '<link rel="canonical" href="http://[::">']


@pytest.mark.parametrize("path", [path for path in ODD if path.stem.partition("-")[0] in BY_RULE], ids=lambda p: p.stem)
def test_a_page_without_text_is_named_by_rule(path):
    article = clean(path.read_bytes())
    named = BY_RULE[path.stem.partition("-")[0]]
    assert (article.page_type, article.page_type_likelihood, article.confidence) == (named, 1.0, None)


@pytest.mark.parametrize(
    ("name", "entry"), [("front", "The ferry number {} left"), ("section", "Ferry {} stays at its")]
)
def test_a_list_of_links_keeps_its_entries(name, entry):
    article = clean((FIXTURES / "pages" / "odd" / f"list-{name}.html").read_bytes())
    assert (article.page_type, article.page_type_likelihood) == ("listing", 1.0)
    assert [n for n in range(1, 9) if not any(line.startswith(entry.format(n)) for line in article.paragraphs)] == []


@pytest.mark.parametrize("kind", ["", " class=story"])
def test_a_story_without_anything_around_is_an_article(kind):
    """As feeds and readers' views hand it over."""
    page = "".join(f"<p>{line}</p>" for line in clean(STORY).paragraphs)
    assert clean(f"<h1>Second ferry for the sound</h1><div{kind}>{page}</div>").page_type == "article"


def test_a_thread_keeps_its_posts():
    posts = [line for line in clean(THREAD).paragraphs if line.startswith("I asked the harbour master about berth")]
    assert len(posts) == 19


def test_a_story_is_an_article():
    article = clean(STORY)
    assert article.page_type == "article"
    assert article.page_type_likelihood > 0.5
    assert article.confidence > 0.8


def test_a_forum_is_one_and_says_so():
    article = clean(THREAD)
    assert article.page_type == "forum"
    assert HOLDS_SEVERAL.format("forum") in article.warnings


@pytest.mark.parametrize("text", ["", "The harbour council met late into the evening to weigh a second ferry."])
def test_a_text_is_no_page(text):
    article = clean(text)
    assert (article.page_type, article.page_type_likelihood) == (None, None)


def test_another_engine_gives_no_verdict():
    article = clean(STORY, engine="trafilatura")
    assert (article.page_type, article.confidence) == (None, None)


def test_a_row_gives_the_verdict_back():
    article = clean(STORY)
    again = article_of(article.to_row())
    assert isinstance(again, Article)
    assert (again.page_type, again.page_type_likelihood, again.confidence) == (
        article.page_type,
        article.page_type_likelihood,
        article.confidence,
    )


@pytest.mark.parametrize(
    "html", ["", "<p>", "<a href='http://[", '<link rel="canonical" href="http://[::">', STORY, THREAD]
)
def test_a_row_has_a_number_for_each_feature(html):
    reading = read_html(html)
    shares = [0.5] * (reading.region.end - reading.region.first)
    row = page_row(reading, shares, choice_of(reading, shares))
    assert len(row) == len(FEATURES) - len(OF_WORDS)
    assert [value for value in row if not isinstance(value, float)] == []
    verdict = shipped().verdict(row, page_words(reading.page))
    assert verdict.kind in KINDS
    assert 1 / len(KINDS) <= verdict.likelihood <= 1


def test_even_trees_find_all_kinds_alike():
    none = {"features": [], "trees": []}
    words: dict = {kind: {} for kind in KINDS}
    model = PageModel({"format": PageModel.FORMAT, "words": words, "confidence": none, **dict.fromkeys(KINDS, none)})
    assert model.verdict([0.0] * len(FEATURES), ["reply"]) == ("article", round(1 / len(KINDS), 3), 0.5)


COMPONENT = """
<div class="cmp-container"><div class="cmp-text"><h2 class="cmp-title">Berth number {n}</h2>
<p>The harbour office moors boats of up to {n} metres at berth number {n}, with water, power and a night watch.</p>
</div></div>"""


def test_components_of_adobe_ask_for_no_consent():
    """Their classes begin with "cmp", as do those of some consent services."""
    page = "".join(COMPONENT.format(n=n) for n in range(10, 16))
    article = clean(f"<title>Berths</title><body><h1>Berths and moorings</h1>{page}</body>")
    assert article.page_type != "wall"
    assert [n for n in range(10, 16) if f"berth number {n}, with water" not in article.body] == []


CARD = """
<li class="card teaser"><a href="/news/{n}"><h3>Ferry {n} stays at its pier after the storm of the night</h3></a>
<span>The crew of ferry {n} waits for parts</span> <time>May {n}, 2024</time></li>"""
BANNER = """
<div id="onetrust-consent-sdk"><div class="ot-sdk-row"><p>We and our partners store and access information on a device,
such as unique identifiers in cookies, to process personal data, and you may accept or manage your choices below.</p>
<p>You may change your mind at any time by opening the preferences at the foot of each page of this site, where we name
all partners and what they are for, and these choices will be told to our partners and will not change the ads.</p>
</div></div>"""


def test_a_list_under_a_banner_of_consent_keeps_its_entries():
    cards = "".join(CARD.format(n=n) for n in range(1, 29))
    article = clean(f"<title>Ferries</title><body><h1>Ferries</h1><ul class=list>{cards}</ul>{BANNER}</body>")
    assert [n for n in range(1, 29) if f"Ferry {n} stays" not in article.body] == []
    assert "partners" not in article.body
    assert (article.page_type, article.warnings) == ("listing", (BESIDE,))


def test_little_beside_a_question_for_consent_is_no_text():
    cards = "".join(CARD.format(n=n) for n in range(1, 4))
    article = clean(f"<title>Ferries</title><body><h1>Ferries</h1><ul class=list>{cards}</ul>{BANNER}</body>")
    assert (article.page_type, article.body) == ("wall", "")
