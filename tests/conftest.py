"""What all tests share."""

from hypothesis import settings

settings.register_profile("own", deadline=None, print_blob=True)  # a first import is slow; benchmarks measure time
settings.load_profile("own")
