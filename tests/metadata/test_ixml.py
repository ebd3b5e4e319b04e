import pytest
from hypothesis import given
from hypothesis import strategies as st

from wavlink_desktop.audio.broadcast import ixml_fields
from wavlink_desktop.metadata import ixml
from wavlink_desktop.metadata.errors import DamagedError

DOCUMENT = """<?xml version="1.0" encoding="UTF-8"?>
<BWFXML>
  <!-- by a recorder -->
  <PROJECT>Storm &amp; Drang</PROJECT><NOTE a='1>0'>x</NOTE>
  <USER>
    <CATID>RAINMetl</CATID>
    <FXNAME/>
    <ODD><![CDATA[<raw>]]></ODD>
  </USER>
  <TRACK_LIST><TRACK><NAME>Left</NAME></TRACK></TRACK_LIST>
</BWFXML>
"""
PLACE = ("USER", "CATID")


def test_only_the_text_that_changes_is_touched():
    changed = ixml.with_texts(DOCUMENT.encode(), {PLACE: "DOORWood"})
    assert changed == DOCUMENT.replace("RAINMetl", "DOORWood").encode()


def test_new_fields_join_their_section_and_the_rest_stays():
    changed = ixml.with_texts(
        DOCUMENT.encode(),
        {("USER", "FXNAME"): "Tin <roof> & gutter", ("USER", "KEYWORDS"): "wet", ("ASWG", "catId"): "RAINMetl"},
    )
    assert ixml.texts(changed)[("USER", "FXNAME")] == "Tin <roof> & gutter"
    fields = ixml_fields(changed)
    assert fields["ixml.USER.KEYWORDS"] == "wet"
    assert fields["ixml.ASWG.catId"] == "RAINMetl"
    for line in DOCUMENT.splitlines():
        if "FXNAME" not in line:
            assert line.encode() in changed


@pytest.mark.parametrize(
    "written",
    [
        b"\0\n" + DOCUMENT.encode() + b"\0\0\0",
        b"\xef\xbb\xbf" + DOCUMENT.encode(),
        b"\xff\xfe" + DOCUMENT.replace("UTF-8", "UTF-16").encode("utf-16-le"),
        b"\xfe\xff" + DOCUMENT.encode("utf-16-be"),
        DOCUMENT.replace("UTF-8", "UTF-16").encode(),  # the declaration lies
        DOCUMENT.replace("Storm", "Stürm").encode("latin-1"),
        b"<BWFXML/>",
        b"<BWFXML><USER/></BWFXML>",
        b"",
    ],
)
@pytest.mark.parametrize("text", ["Wood", "Überfall, près; близко 𝄞"])
def test_documents_of_all_kinds(written, text):
    changed = ixml.with_texts(written, {PLACE: text, ("ASWG", "catId"): text})
    assert ixml.texts(changed)[PLACE] == ixml.texts(changed)[("ASWG", "catId")] == text
    if b"Storm" in written:
        assert changed.replace(text.encode(), b"").count(b"Storm &amp; Drang") == 1
    cleared = ixml.with_texts(changed, {PLACE: ""})
    assert ixml.texts(cleared)[PLACE] == ""


@pytest.mark.parametrize(
    "written",
    [
        DOCUMENT.replace("</BWFXML>", "").encode(),
        b"<BWFXML>& </BWFXML>",
        b"<OTHER/>",
        b"<!DOCTYPE BWFXML [<!ENTITY a 'b'>]><BWFXML>&a;</BWFXML>",
        b"\xff\xfe\x00",
        b"\0\0\0",
    ],
)
def test_damaged_documents_are_refused(written):
    with pytest.raises(DamagedError, match="iXML"):
        ixml.with_texts(written, {PLACE: "DOORWood"})


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"), max_size=60
    )
)
def test_any_text_comes_back(text):
    text = " ".join(text.split())
    once = ixml.with_texts(DOCUMENT.encode(), {PLACE: text})
    assert ixml.texts(once)[PLACE] == text
    assert ixml.with_texts(once, {PLACE: "RAINMetl"}) == DOCUMENT.encode()
