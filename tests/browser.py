"""A real browser for tests: Chromium, headless, without the network."""

import os
import shutil
from contextlib import contextmanager

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, NAMES)), None)
DESKTOP, PHONE = {"width": 1360, "height": 850}, {"width": 390, "height": 844}


@contextmanager
def chromium():
    """The browser; skips where it, or Playwright to drive it, is not installed."""
    driver = pytest.importorskip("playwright.sync_api", reason="needs Playwright: pip install '.[browser]'")
    if not CHROMIUM:
        pytest.skip("needs Chromium: apt-get install chromium")
    sandbox = [] if os.geteuid() else ["--no-sandbox"]  # Chromium's sandbox does not run as root
    with driver.sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=sandbox)
        yield browser
        browser.close()
