"""Says what the built pages would fetch from elsewhere, and fails if there is anything: `make docs` runs it.

    .venv/bin/python docs/offline.py build/docs

Links that a reader clicks are fine; scripts, styles, pictures and fonts must be on the pages' own site.
"""

import re
import sys
from html.parser import HTMLParser
from pathlib import Path

_STYLE_FETCHES = re.compile(r"""(?:url\(\s*["']?|@import\s+["'])((?:https?:)?//[^"')\s]+)""")


class _Fetches(HTMLParser):
    """Collects the addresses that a browser fetches by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.found += _STYLE_FETCHES.findall(given.get("style", ""))
        names = ("src", "srcset", "poster", "data") if tag != "link" else ("href",)
        self.found += [given[name] for name in names if re.match(r"(https?:)?//", given.get(name, ""))]


def fetched(page: str) -> list[str]:
    """Addresses elsewhere that an HTML page makes a browser fetch."""
    parser = _Fetches()
    parser.feed(page)
    return [*parser.found, *_STYLE_FETCHES.findall(page)]


def problems(folder: Path) -> list[str]:
    """The same for all pages and styles of a folder, `FILE: ADDRESS` each."""
    pages = sorted(folder.rglob("*.html"))
    if not pages:
        return [f"{folder}: there are no pages in it"]
    found = [f"{page}: {address}" for page in pages for address in fetched(page.read_text(encoding="utf-8"))]
    for style in sorted(folder.rglob("*.css")):
        found += [f"{style}: {address}" for address in _STYLE_FETCHES.findall(style.read_text(encoding="utf-8"))]
    return found


if __name__ == "__main__":
    wrong = problems(Path(sys.argv[1]))
    print("\n".join(wrong), end="\n" if wrong else "")
    sys.exit(bool(wrong))
