"""The guide's lists of commands, keys and fields are the program's."""

import importlib.util
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("name", ["keys", "fields"])
def test_a_list_that_a_script_makes_is_up_to_date(name):
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    assert (DOCS / f"{name}.md").read_text(encoding="utf-8") == script.table(), (
        f"run .venv/bin/python docs/{name}.py > docs/{name}.md"
    )
