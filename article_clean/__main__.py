"""`python -m article_clean`: the same as the command `article-clean`."""

import sys

from article_clean.cli import main

sys.exit(main())
