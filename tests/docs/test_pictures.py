"""The pictures of README and guide: each is shown somewhere, and all of them together stay small."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MOST_BYTES = 1_500_000


def pictures() -> list[Path]:
    return [*DOCS.glob("*.png"), *(DOCS / "pictures").glob("*.png")]


def test_every_picture_is_shown_and_every_shown_one_is_there():
    shown = {
        (page.parent / link).resolve()
        for page in [ROOT / "README.md", *DOCS.rglob("*.md")]
        for link in re.findall(r"!\[[^\]]*\]\(([^)]+\.png)\)", page.read_text(encoding="utf-8"))
    }
    assert shown == {picture.resolve() for picture in pictures()}


def test_the_pictures_are_small():
    assert 0 < sum(picture.stat().st_size for picture in pictures()) < MOST_BYTES
