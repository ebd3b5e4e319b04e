import csv
from collections import Counter
from pathlib import Path

import pytest

from wavlink_desktop import ucs

PUBLISHED = Path(__file__).parents[2] / "shared" / "data" / "vocabularies" / "ucs-8.2.1.csv"


def test_has_every_category_once():
    rows = ucs.categories().values()
    assert len(rows) == 753
    assert len({row.cat_id for row in rows}) == 753
    assert len({row.category for row in rows}) == 82
    assert len({(row.category, row.subcategory) for row in rows}) == 753


@pytest.mark.parametrize(
    ("cat_id", "category", "subcategory"),
    [
        ("DOORCreak", "DOORS", "CREAK"),
        ("RAINMetl", "RAIN", "METAL"),
        ("RAIN", "RAIN", "GENERAL"),
        ("VEHSirn", "VEHICLES", "SIREN"),
        ("THUN", "WEATHER", "THUNDER"),
        ("WHSH", "SWOOSHES", "WHOOSH"),
        ("DOORHydr", "DOORS", "HYDRAULIC & PNEUMATIC"),
        ("WOODTonl", "WOOD", "TONAL"),
    ],
)
def test_states_the_published_names(cat_id, category, subcategory):
    row = ucs.categories()[cat_id]
    assert (row.category, row.subcategory) == (category, subcategory)


def test_every_category_has_prompts_of_its_own():
    prompts = [prompt for row in ucs.categories().values() for prompt in row.prompts]
    assert all(1 <= len(row.prompts) <= 3 for row in ucs.categories().values())
    assert all(prompt == prompt.strip() != "" for prompt in prompts)
    assert max(Counter(prompts).values()) == 1


@pytest.mark.skipif(not PUBLISHED.exists(), reason="the published list is not on this machine")
def test_agrees_with_the_published_list():
    with PUBLISHED.open(encoding="utf-8-sig", newline="") as file:
        published = [(row["cat_id"], row["category"], row["subcategory"]) for row in csv.DictReader(file)]
    assert [(row.cat_id, row.category, row.subcategory) for row in ucs.categories().values()] == published


@pytest.mark.parametrize(
    ("name", "cat_id"),
    [
        ("DOORWood_Old Door Creak_JD_LIB.wav", "DOORWood"),
        ("DOORWood-Int_Old Door_JD_LIB.wav", "DOORWood"),
        ("doorwood_creak.wav", "DOORWood"),
        ("RAIN_Heavy_JD.wav", "RAIN"),
        ("rain_heavy.wav", None),
        ("test_rain.wav", None),
        ("DOORWood.wav", None),
        ("DOORWoods_Creak.wav", None),
        ("_DOORWood.wav", None),
        ("", None),
    ],
)
def test_reads_the_category_from_a_name(name, cat_id):
    assert ucs.cat_id_of_name(name) == cat_id
