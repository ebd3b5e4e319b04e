"""What a person's word on tags has changed comes back exactly, also of a mixed selection."""

import pytest

from wavlink_desktop.library.errors import StaleError
from wavlink_desktop.library.tagstore import replace_machine


def said(library, ids):
    with library._catalogue.reading() as database:
        return [
            database.execute(f"SELECT * FROM {table} ORDER BY file_id, vocabulary, label").fetchall()
            for table in ("tags", "rejections", "regions")
        ] + [database.execute("SELECT rowid, tags FROM texts ORDER BY rowid").fetchall()]


@pytest.fixture
def mixed(library, fill, noisy):
    """Three clips: one accepted, one rejected, one that the machine says it of, with a region."""
    ids = fill(["one.wav", "two.wav", "three.wav"], noisy(None, 3))
    with library._catalogue.writing() as database:
        replace_machine(
            database,
            "general",
            ids,
            [(ids[2], "door", 0.8, "sound"), (ids[2], "creak", 0.4, "name")],
            [(ids[2], 0.0, 1.0, "door", 0.7)],
        )
        replace_machine(database, "ucs", ids, [(clip, "DOORCreak", 0.6, "sound") for clip in ids])
    library.accept_tag(ids[:1], "door", "general")
    library.reject_tag(ids[1:2], "door", "general")
    return ids


@pytest.mark.parametrize("verb", ["accept_tag", "reject_tag", "withdraw_tag"])
@pytest.mark.parametrize(("vocabulary", "label"), [("general", "door"), ("ucs", "DOORWood"), ("own", " new ")])
def test_taking_back_restores_every_row(library, mixed, verb, vocabulary, label):
    before = said(library, mixed)
    change = getattr(library, verb)(mixed, label, vocabulary)
    if verb != "withdraw_tag" or vocabulary == "general":
        assert said(library, mixed) != before
    assert library.take_back(change) == change.clips
    assert said(library, mixed) == before


def test_clips_that_were_tagged_anew_are_left_alone(library, mixed):
    change = library.accept_tag(mixed, "door", "general")
    library.reject_tag(mixed[2:], "door", "general")
    assert library.take_back(change) == 1  # the second; the first had it before, the third was refused since
    said_of = [{tag.label: tag.source for tag in library.tags(clip)} for clip in mixed]
    assert said_of[0]["door"] == "person" and "door" not in said_of[1] and "door" not in said_of[2]


def test_nothing_is_touched_where_all_has_changed_since(library, mixed):
    change = library.accept_tag(mixed, "new")
    library.withdraw_tag(mixed, "new")
    before = said(library, mixed)
    with pytest.raises(StaleError):
        library.take_back(change)
    assert said(library, mixed) == before


def test_the_tally_counts_clips_and_verdicts(library, mixed):
    tallies = {(entry.vocabulary, entry.label): entry for entry in library.tag_tally(mixed)}
    door = tallies["general", "door"]
    assert (door.clips, door.accepted, door.rejected) == (2, 1, 1)
    assert door.score == pytest.approx(0.9) and door.sources == ("person", "sound")
    assert next(iter(tallies)) == ("general", "door")
    assert library.labels()[0] == ("general", "door", "")


def test_a_reason_names_the_words_that_stand_in_the_name(library, fill, noisy):
    (clip,) = fill(["OldDoors_creaking 02.wav"], noisy(None, 1))
    with library._catalogue.writing() as database:
        replace_machine(database, "ucs", [clip], [(clip, "DOORCreak", 0.9, "name"), (clip, "WATRSurf", 0.1, "sound")])
    reasons = library.tag_reasons(clip)
    assert reasons["ucs", "DOORCreak"].name == ("doors", "creaking")
    assert ("ucs", "WATRSurf") not in reasons
