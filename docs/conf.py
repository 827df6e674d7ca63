"""How the documentation is built: `sphinx-build -W --keep-going -n docs build/docs`."""

import sys
from importlib.metadata import version as version_of
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "article_clean"
release = version = version_of("article-clean")
project_copyright = "its authors, MIT licence"

extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx.ext.napoleon", "runs"]
exclude_patterns = ["_ext"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
nb_execution_mode = "off"  # the notebook keeps its outputs; a test executes it

smartquotes = False  # quotation marks are this library's subject: they stay as printed
default_role = "code"  # docstrings have their code in single backticks
autodoc_preserve_defaults = True
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
autodoc_mock_imports = ["pyspark", "datatrove"]  # the adapters' pages need no engine of half a gigabyte
napoleon_google_docstring = True
napoleon_use_ivar = True
nitpick_ignore = [
    ("py:class", "article_clean.core.cleaner.FunctionCleaner"),  # a Cleaner; that is all that matters of it
    ("py:class", "article_clean.core.document._Fact"),  # a type variable
    ("py:class", "article_clean.core.presentable.presentable"),  # the validator of a field that is one line of text
]
nitpick_ignore_regex = [("py:.*", r"(?!article_clean\b).*")]  # what is not ours has its pages elsewhere

pygments_dark_style = "github-dark"
html_theme = "furo"
html_title = "article_clean"
html_static_path = ["_static"]
html_css_files = ["panes.css"]
html_copy_source = False
html_show_sphinx = False
