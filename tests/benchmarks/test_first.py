"""What a process spends until its first article, beside what it spends until trafilatura's first page."""

import json
import sys

import pytest
from cases import FIXTURES, ROOT
from processes import run_process

READ_PAGE = f"Path({str(FIXTURES / 'pages' / 'second_ferry.html')!r}).read_text('utf-8')"
TEXT = "Quillhaven Town (Coast News) - The harbour froze and the ferry stayed.\n\nOn 15 januára 2024 it sailed.\n"
LARGEST_SHARE = 3.9  # of the CPU of trafilatura's first page, with their imports; measured 3.1
LARGEST_TEXT = 3.0  # of the same for a text with the import; measured 2.2
LARGEST_FIRST_TEXT = 1.5  # of the same, once the package is imported: it compiles what it needs; measured 1.0
LARGEST_MEMORY = 30  # MB over the interpreter with the package imported; measured 25, patterns compiled by then
RUNS = 3

pytestmark = pytest.mark.benchmark

OURS = """
from article_clean import clean
imported = spent()
clean({raw})
"""
THEIRS = """
import trafilatura
imported = spent()
trafilatura.bare_extraction({raw}, with_metadata=True)
"""
METERED = """
import json, resource, time
from pathlib import Path
def spent():
    return time.process_time(), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
{code}
after = spent()
print(json.dumps([after[0], after[0] - imported[0], after[1] - imported[1]]))
"""


def spent(code, raw):
    """Seconds of CPU of a process with one article; those, and the MB, behind its import: the least of some runs."""
    program = METERED.format(code=code.format(raw=raw))
    runs = [run_process([sys.executable, "-c", program], capture_output=True, text=True, cwd=ROOT) for _ in range(RUNS)]
    return tuple(map(min, zip(*(json.loads(done.stdout) for done in runs), strict=True)))


@pytest.fixture(scope="module")
def trafilatura():
    """The CPU of trafilatura's first page."""
    return spent(THEIRS, READ_PAGE)[0]


def test_the_first_page_takes_no_more_than_a_few_of_trafilaturas(trafilatura):
    assert spent(OURS, READ_PAGE)[0] <= LARGEST_SHARE * trafilatura


def test_the_first_text_takes_little_time_and_memory(trafilatura):
    cpu_with_import, cpu, memory = spent(OURS, repr(TEXT))
    assert cpu_with_import <= LARGEST_TEXT * trafilatura
    assert cpu <= LARGEST_FIRST_TEXT * trafilatura
    assert memory <= LARGEST_MEMORY
