"""Make the pictures of the README: `python docs/pictures/make.py` (needs the extra [browser] and Chromium)."""

import html
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))

from browser import chromium  # noqa: E402  # it stands with the tests

from article_clean import clean  # noqa: E402
from article_clean.views import page, terminal  # noqa: E402

FIXTURE = "fixtures/articles/frozen_harbour.txt"
PAGE = {"width": 1280, "height": 760}
CELLS = 92
INKS = {"1": "font-weight:700", "2": "color:#a8a69f", "4": "text-decoration:underline dotted", "31": "color:#ffa49c"}
INKS |= {"32": "color:#abdc93", "33": "color:#ffb780", "34": "color:#a3c8ff", "35": "color:#c9b4ff"}
INKS |= {"36": "color:#84d8d4", "90": "color:#bdc6d2", "93": "color:#ead272", "95": "color:#ffa6d4"}
WINDOW = """<style>
  #window { display: inline-block; margin: 0; padding: 20px 26px; border-radius: 10px;
    background: #191c21; color: #e8e4db; font: 14px/1.45 "DejaVu Sans Mono", monospace }
</style><pre id="window">VIEW</pre>"""

_SGR = re.compile(r"\x1b\[(\d+)m(.*?)\x1b\[0m", re.DOTALL)


def as_html(view: str) -> str:
    """The coloured text of a terminal as HTML."""
    return _SGR.sub(lambda found: f'<span style="{INKS[found[1]]}">{found[2]}</span>', html.escape(view))


def main() -> None:
    """Write the pictures beside this script."""
    article = clean((ROOT / FIXTURE).read_bytes())
    here = Path(__file__).parent
    with chromium() as browser:
        tab = browser.new_page(viewport=PAGE)
        tab.set_content(page(article, Path(FIXTURE).name))
        tab.locator(".source del").first.hover()
        tab.screenshot(path=here / "explain.png")
        tab = browser.new_page(viewport={"width": 1000, "height": 800})
        view = f"$ article-clean explain {FIXTURE}\n{terminal(article, CELLS, color=True)}"
        tab.set_content(WINDOW.replace("VIEW", as_html(view)))
        tab.locator("#window").screenshot(path=here / "terminal.png", omit_background=True)


if __name__ == "__main__":
    main()
