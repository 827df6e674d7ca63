"""What all tests share."""

import pytest
from hypothesis import settings

LONGEST_TEST_SECONDS = 600  # a net below the limits of the tests themselves: the slowest takes 60 on two busy cores

settings.register_profile("own", deadline=None, print_blob=True)  # a first import is slow; benchmarks measure time
settings.load_profile("own")


def pytest_collection_modifyitems(config, items):
    """No test hangs the run, where pytest-timeout is installed."""
    if config.pluginmanager.has_plugin("timeout"):
        for item in items:
            item.add_marker(pytest.mark.timeout(LONGEST_TEST_SECONDS))
