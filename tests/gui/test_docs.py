"""The guide's list of keys is the program's."""

import importlib.util
from pathlib import Path

DOCS = Path(__file__).parents[2] / "docs"


def test_the_list_of_keys_is_that_of_the_commands():
    spec = importlib.util.spec_from_file_location("keys", DOCS / "keys.py")
    keys = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(keys)
    assert (DOCS / "keys.md").read_text(encoding="utf-8") == keys.table(), (
        "run .venv/bin/python docs/keys.py > docs/keys.md"
    )
