"""How the documentation is built: `make docs`. The pages are Markdown (MyST); the API pages come from docstrings."""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from wavlink_desktop import __version__  # noqa: E402 (the checkout must be found first)

project = "WavLink Desktop"
author = "the WavLink Desktop authors"
project_copyright = "the WavLink Desktop authors; GPL-3.0-or-later"
version = release = __version__
language = "en-GB"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
myst_heading_anchors = 3
exclude_patterns = ["fields.md"]  # a part of the page on the query language

autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
default_role = "code"  # docstrings mark code with single backticks

html_theme = "furo"
html_title = "WavLink Desktop"
html_favicon = "../resources/icons/app.svg"
html_logo = "../resources/icons/app.svg"
html_copy_source = False
html_show_sourcelink = False
