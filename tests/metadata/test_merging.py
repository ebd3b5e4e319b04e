"""What people put into their files stays; what this program put there may be replaced."""

import pytest

from wavlink_desktop.library.records import Clip, Tag
from wavlink_desktop.metadata.merging import changes
from wavlink_desktop.metadata.values import category_values, values_of
from wavlink_desktop.metadata.wave import Wave

USER = "iXML.USER."


def after(present, values, ours=None, asked=None):
    """Place to text once the changes are made."""
    found = changes(Wave(), present, ours or {}, values, asked or {})
    assert all(change.before == present.get(change.place, "") != change.after for change in found)
    return {**present, **{change.place: change.after for change in found}}


def test_an_empty_file_gets_everything_at_every_place():
    text = after({}, {"DESCRIPTION": "Café door", "KEYWORDS": "old, wood", "CATID": "DOORWood"})
    assert text[USER + "DESCRIPTION"] == text["iXML.ASWG.description"] == text["INFO.ICMT"] == "Café door"
    assert text["bext.Description"] == "Cafe door"
    assert text["INFO.IKEY"] == "old; wood"
    assert text[USER + "CATID"] == text["iXML.ASWG.catId"] == "DOORWood"


def test_a_persons_description_stays_and_is_told_to_the_other_places():
    text = after({"bext.Description": "My creak"}, {"DESCRIPTION": "creaking door"})
    assert text["bext.Description"] == text[USER + "DESCRIPTION"] == text["INFO.ICMT"] == "My creak"


def test_a_comment_that_need_not_be_a_description_stays_where_it_is():
    text = after({"INFO.ICMT": "made with an editor"}, {"DESCRIPTION": "creaking door"})
    assert text["INFO.ICMT"] == "made with an editor"
    assert text[USER + "DESCRIPTION"] == "creaking door"


def test_keywords_are_added_to_those_of_others_in_their_order():
    text = after({USER + "KEYWORDS": "mine; Wood"}, {"KEYWORDS": "wood, old"})
    assert text[USER + "KEYWORDS"] == "mine, Wood, old"
    assert text["iXML.ASWG.keywords"] == "wood, old"
    assert after({USER + "KEYWORDS": "mine; Wood"}, {"KEYWORDS": "wood"})[USER + "KEYWORDS"] == "mine; Wood"


def test_what_we_wrote_is_replaced_and_goes_when_there_is_no_more_to_say():
    ours = {USER + "DESCRIPTION": "door: old", USER + "KEYWORDS": "old, big", USER + "CATID": "DOORWood"}
    present = {**ours, USER + "KEYWORDS": "old, big, mine"}
    text = after(present, {"DESCRIPTION": "door: new", "KEYWORDS": "new, big"}, ours)
    assert text[USER + "DESCRIPTION"] == "door: new"
    assert text[USER + "KEYWORDS"] == "big, mine, new"
    assert text[USER + "CATID"] == ""


def test_what_somebody_changed_after_us_is_theirs():
    text = after({USER + "CATID": "DOORMetl"}, {"CATID": "DOORWood"}, {USER + "CATID": "DOORWood"})
    assert text[USER + "CATID"] == text["iXML.ASWG.catId"] == "DOORMetl"


def test_what_is_asked_for_replaces_anything():
    present = {USER + "DESCRIPTION": "theirs", USER + "KEYWORDS": "theirs"}
    text = after(present, {"KEYWORDS": "old"}, asked={"DESCRIPTION": "asked", "KEYWORDS": "these"})
    assert text[USER + "DESCRIPTION"] == text["bext.Description"] == "asked"
    assert text[USER + "KEYWORDS"] == "these"


def test_a_category_is_never_mixed_of_two():
    ours = category_values("DOORWood")
    text = after({USER + "CATID": "RAINMetl"}, ours)
    assert (text[USER + "CATEGORY"], text["iXML.ASWG.subCategory"]) == ("RAIN", "METAL")
    text = after({USER + "CATEGORY": "MY DOORS"}, ours)
    assert text[USER + "CATEGORY"] == text["iXML.ASWG.category"] == "MY DOORS"
    assert USER + "CATID" not in text
    text = after({USER + "CATID": "mine01"}, ours)
    assert USER + "CATEGORY" not in text


def test_nothing_is_changed_twice():
    values = {"DESCRIPTION": "Café door", "KEYWORDS": "old, wood", **category_values("DOORWood")}
    text = after({USER + "KEYWORDS": "mine"}, values)
    assert changes(Wave(), text, {}, values, {}) == []


def clip(name, tmp_path):
    return Clip(1, tmp_path / name, name, tmp_path, 1, 0.0, 1.0, 48_000, 1, 16, "WAV", "", True, True)


def tag(label, score=1.0, source="sound"):
    return Tag("ucs", label, score, source)


@pytest.mark.parametrize(
    ("name", "tags", "values"),
    [
        (
            "creak_03.wav",
            [tag("DOORWood", 0.9), tag("DOORMetl", 0.95), tag("old", 0.6), tag("wet", 0.4)],
            {"CATID": "DOORMetl", "CATEGORY": "DOORS", "FXNAME": "creak 03", "KEYWORDS": "old"},
        ),
        (
            "creak.wav",
            [tag("DOORMetl", 0.95), tag("DOORWood", 0.1, "person")],
            {"CATID": "DOORWood", "SUBCATEGORY": "WOOD", "CATEGORYFULL": "DOORS-WOOD", "DESCRIPTION": "creak"},
        ),
        ("creak.wav", [tag("DOORMetl", 0.3)], {"CATID": None, "CATEGORY": None}),
        ("creak.wav", [tag("DOORS", 0.8)], {"CATID": None, "CATEGORY": "DOORS"}),
        (
            "DOORWood-Front_KNOCK-Old Creak_JD_LIB_take_3.wav",
            [],
            {
                "CATID": "DOORWood",
                "USERCATEGORY": "Front",
                "VENDORCATEGORY": "KNOCK",
                "FXNAME": "Old Creak",
                "CREATORID": "JD",
                "SOURCEID": "LIB",
                "USERDATA": "take_3",
            },
        ),
        (".wav", [tag("a\nb\x00c", 1.0)], {"FXNAME": ".wav", "KEYWORDS": "a b c"}),
    ],
)
def test_values_of_a_clip(name, tags, values, tmp_path):
    found = values_of(clip(name, tmp_path), tags)
    assert {field: found.get(field) for field in values} == values
