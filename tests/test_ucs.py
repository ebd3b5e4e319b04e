import hashlib
from collections import Counter

import pytest

from wavlink_desktop import ucs

# SHA-256 of the lines "CatID, category, subcategory" of UCS 8.2.1 as published, tabs between, sorted.
PUBLISHED = "ef7a5824eeb395623e1b31a929f5f49bf22add2cfa626c959690cc53f7fa0c91"


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


def test_agrees_with_the_published_list():
    lines = sorted(f"{row.cat_id}\t{row.category}\t{row.subcategory}" for row in ucs.categories().values())
    assert hashlib.sha256("\n".join(lines).encode()).hexdigest() == PUBLISHED


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


@pytest.mark.parametrize(
    ("name", "blocks"),
    [
        ("DOORWood_Old Creak_JD_LIB.wav", ucs.UcsName("DOORWood", "Old Creak", "JD", "LIB")),
        (
            "DOORWood-Front_KNOCK-Old Creak_JD_LIB_take_3.wav",
            ucs.UcsName("DOORWood", "Old Creak", "JD", "LIB", "Front", "KNOCK", "take_3"),
        ),
        ("doorwood_Old Creak.wav", ucs.UcsName("DOORWood", "Old Creak")),
        ("DOORWood_-x_JD.wav", ucs.UcsName("DOORWood", "-x", "JD")),
        ("creaking door_1.wav", None),
        ("DOORWood.wav", None),
    ],
)
def test_the_blocks_of_a_name(name, blocks):
    assert ucs.parse_name(name) == blocks
    if blocks and blocks.source_id:
        assert f"{blocks}.wav" == name
