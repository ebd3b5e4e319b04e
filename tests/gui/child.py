"""The program's command line with the fake model in place of the real one: what the tests' windows start as a child."""

import importlib.util
from pathlib import Path

from wavlink_desktop.cli import cli, opening
from wavlink_desktop.facade import Library

_spec = importlib.util.spec_from_file_location("conftest", Path(__file__).parents[1] / "conftest.py")
assert _spec is not None and _spec.loader is not None
_conftest = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(_conftest)


def _open(path: Path) -> Library:
    return Library(path, embedder=_conftest.FakeEmbedder)


opening.open_library = _open

if __name__ == "__main__":
    cli()
