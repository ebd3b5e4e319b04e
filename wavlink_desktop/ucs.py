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


@dataclass(frozen=True, slots=True)
class UcsName:
    """The blocks of a UCS file name, without its ending; optional ones, and those it lacks, are empty.

    `CatID(-UserCategory)_(VendorCategory-)FXName_CreatorID_SourceID(_UserData)`
    """

    cat_id: str
    fx_name: str
    creator_id: str = ""
    source_id: str = ""
    user_category: str = ""
    vendor_category: str = ""
    user_data: str = ""

    def __str__(self) -> str:
        category = f"{self.cat_id}-{self.user_category}" if self.user_category else self.cat_id
        title = f"{self.vendor_category}-{self.fx_name}" if self.vendor_category else self.fx_name
        return "_".join([category, title, self.creator_id, self.source_id, *([self.user_data] * bool(self.user_data))])


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


def parse_name(name: str) -> UcsName | None:
    """The blocks of a file name, ending and all; None if it does not start with a CatID.

    The standard keeps `_` for parting blocks and `-` for the optional categories; further ones are part of a text.
    """
    cat_id = cat_id_of_name(name)
    if cat_id is None:
        return None
    first, title, *rest = PurePath(name).stem.split("_")
    vendor, hyphen, fx_name = title.partition("-")
    if not (hyphen and vendor.strip() and fx_name.strip()):
        vendor, fx_name = "", title
    creator, source = [*rest, "", ""][:2]
    blocks = (fx_name, creator, source, first.partition("-")[2], vendor, "_".join(rest[2:]))
    return UcsName(cat_id, *(block.strip() for block in blocks))


@cache
def _mixed_case() -> dict[str, str]:
    return {cat_id.casefold(): cat_id for cat_id in categories() if not cat_id.isupper()}
