"""What all tests share."""

import pytest
from hypothesis import settings

LONGEST_TEST_SECONDS = 600  # a net below the limits of the tests themselves: the slowest takes 60 on two busy cores

# A first import is slow, and benchmarks measure time. New inputs are looked for by `tests.fuzz`, which names its seed.
settings.register_profile("own", deadline=None, print_blob=True, derandomize=True)
settings.load_profile("own")


def pytest_collection_modifyitems(config, items):
    """No test hangs the run, where pytest-timeout is installed."""
    if config.pluginmanager.has_plugin("timeout"):
        for item in items:
            item.add_marker(pytest.mark.timeout(LONGEST_TEST_SECONDS))
