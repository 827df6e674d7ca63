"""Pages in Chinese and Japanese: a character says as much as three letters, so paragraphs are short and are prose."""

import pytest
from selectolax.lexbor import LexborHTMLParser

from article_clean import clean
from article_clean.core.origin import Block
from article_clean.learned.choice import chosen
from article_clean.pages.regions import is_prose, region_of
from article_clean.pages.walk import walk

FERRY = (
    "渡轮公司周二表示，从下周一起，北岛航线将停航十一周，以便修理两座开裂的石墩。",
    "工程师原本打算在夜间施工，白天留一条车道，但第二次检查发现裂缝比照片上更深。",
    "“宁可失去一个夏天，也不能失去这座桥。”负责道路的奥尔温说。",
    "岛上的店主担心游客会绕道而去，去年夏天每天约有四千三百辆车过桥。",
    "修理费用估计为二百六十万镑，大部分来自国家的古迹基金。",
)
STORIES = (
    "市政税春季上调百分之四",
    "走失的小狗在屋顶找到",
    "雨天周末的五条步道",
    "磨坊巷面包店为何排队",
    "灯塔周日对外开放",
)
PAGE = f"""<html lang="zh"><head><title>北岛航线停航十一周 - 港口报</title></head><body>
<div class="nav">{"".join(f'<a href="/{n}">{name}</a> ' for n, name in enumerate(("首页", "新闻", "体育")))}</div>
<div class="wrap"><h1>北岛航线停航十一周</h1><div class="txt">{"".join(f"<p>{text}</p>" for text in FERRY)}</div></div>
<div class="rank"><h3>热门</h3><ul>{"".join(f'<li><a href="/s{n}">{text}</a></li>' for n, text in enumerate(STORIES))}
</ul></div><div class="foot"><p>版权所有 港口报社，未经书面授权，任何媒体和个人不得转载或复制本网站的内容。</p></div>
</body></html>"""


def test_all_short_paragraphs_of_a_chinese_page_are_its_article():
    assert clean(PAGE).paragraphs == tuple(text.replace("“", '"').replace("”", '"') for text in FERRY)


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        (FERRY[0], True),
        (FERRY[3], True),
        ("市政税春季上调百分之四", False),
        ("A line of letters as long as that", False),
    ],
)
def test_a_sentence_of_characters_is_prose_where_as_many_letters_are_not(text, prose):
    assert is_prose(Block(0, text, 0, 0, 0)) is prose


def test_sizes_are_letters_of_an_alphabet():
    region = region_of(walk(LexborHTMLParser("<p>渡轮停航</p><p>Ferry</p>")))
    assert list(region.sizes) == [12, 5]


def test_a_paragraph_without_spaces_counts_all_of_its_words():
    """One likely title and two paragraphs in doubt: by spaces each would count as one word, and the title as five."""
    paragraph = "渡轮公司周二表示，从下周一起，北岛航线将停航十一周，以便修理两座开裂的石墩。"
    texts = ["a b c d e f g h", paragraph, paragraph[::-1]]
    assert chosen(texts, [0.9, 0.45, 0.45]).kept == [0, 1, 2]
