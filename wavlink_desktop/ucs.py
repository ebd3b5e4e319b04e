"""The Universal Category System 8.2.1 (Nielsen, Drury, Paquin; public domain): 82 categories, 753 CatIDs.

`resources/ucs.csv` states its ids and names; the prompts are our own.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import PurePath

from wavlink_desktop import paths


@dataclass(frozen=True, slots=True)
class Category:
    """A row of the system: `DOORCreak` is subcategory CREAK of category DOORS."""

    cat_id: str
    category: str
    subcategory: str
    prompts: tuple[str, ...]


@cache
def categories() -> dict[str, Category]:
    """Every CatID's row, in the published order."""
    with (paths.resources() / "ucs.csv").open(encoding="utf-8", newline="") as file:
        rows = (
            Category(row["cat_id"], row["category"], row["subcategory"], tuple(row["prompts"].split("|")))
            for row in csv.DictReader(file)
        )
        return {row.cat_id: row for row in rows}


def cat_id_of_name(name: str) -> str | None:
    """The CatID that a UCS file name starts with: `CatID(-UserCategory)_FXName_CreatorID_SourceID`.

    CatIDs that are plain words in capitals (RAIN, TEST) must stand in capitals: `test_rain.wav` has none.
    """
    first, underscore, _ = PurePath(name).stem.partition("_")
    candidate = first.partition("-")[0].strip()
    if not underscore:
        return None
    if candidate in categories():
        return candidate
    return _mixed_case().get(candidate.casefold())


@cache
def _mixed_case() -> dict[str, str]:
    return {cat_id.casefold(): cat_id for cat_id in categories() if not cat_id.isupper()}
