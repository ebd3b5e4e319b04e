"""Transfers of a real library: what is written, under which names, and what is said when it cannot be."""

import errno
import os
import resource
import shutil
import struct

import numpy as np
import pytest
import soundfile
from mutagen.flac import FLAC

from wavlink_desktop.audio import probe, read_markers
from wavlink_desktop.facade import Library, LibraryError
from wavlink_desktop.transfer import Conversion, NamingError, Recipe, making, room

RATE = 48_000


def noise(seconds, channels=1):
    return np.random.default_rng(5).uniform(-0.5, 0.5, (round(seconds * RATE), channels))


def chunk(name, content):
    return struct.pack("<4sI", name, len(content)) + content + b"\0" * (len(content) % 2)


def add_chunks(path, *chunks):
    content = path.read_bytes() + b"".join(chunks)
    path.write_bytes(content[:4] + struct.pack("<I", len(content) - 8) + content[8:])


def field_recorder(path, seconds=2.0, channels=2):
    """A WAV file as a recorder leaves it: bext with a time stamp, iXML, markers, an INFO list, an overview."""
    soundfile.write(path, noise(seconds, channels), RATE, "PCM_24")
    bext = b"rain".ljust(256, b"\0") + bytes(82) + (3600 * RATE).to_bytes(8, "little") + b"\2\0" + bytes(254)
    ixml = (
        "<BWFXML><SPEED><FILE_SAMPLE_RATE>48000</FILE_SAMPLE_RATE><AUDIO_BIT_DEPTH>24</AUDIO_BIT_DEPTH>"
        f"<TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI>0</TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_HI>"
        f"<TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO>{3600 * RATE}</TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO></SPEED>"
        "<USER><DESCRIPTION>heavy rain</DESCRIPTION><CATID>RAINMetl</CATID></USER></BWFXML>"
    )
    points = [(1, RATE // 2), (2, RATE), (3, RATE + RATE // 2)]
    cues = struct.pack("<I", 3) + b"".join(struct.pack("<II4sIII", n, at, b"data", 0, 0, at) for n, at in points)
    labels = b"adtl" + b"".join(chunk(b"labl", struct.pack("<I", n) + b"drop %d\0" % n) for n, _ in points)
    add_chunks(
        path,
        chunk(b"bext", bext),
        chunk(b"iXML", ixml.encode()),
        chunk(b"cue ", cues),
        chunk(b"LIST", labels),
        chunk(b"LIST", b"INFO" + chunk(b"INAM", b"Rain\0")),
        chunk(b"levl", bytes(64)),
    )


@pytest.fixture
def sounds(tmp_path):
    folder = tmp_path / "sounds"
    (folder / "Weather").mkdir(parents=True)
    field_recorder(folder / "Weather" / "rain.wav")
    soundfile.write(folder / "door.flac", noise(1.0), RATE, "PCM_16")
    return folder


@pytest.fixture
def library(tmp_path, sounds, fake_embedder):
    with Library(tmp_path / "library.db", embedder=lambda: fake_embedder) as opened:
        opened.scan([sounds])
        yield opened


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def ids(library, *names):
    return [clip.id for name in names for clip in library.clips() if clip.name == name]


def transfer(library, out, name, conversion=None, naming="{name}", region=None):
    return library.transfer(out, Recipe(conversion or Conversion(), naming), clip_ids=ids(library, name), region=region)


def listing(folder):
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_whole_files_are_copied_byte_for_byte(library, sounds, out):
    report = library.transfer(out, Recipe(), query="")
    assert (report.done, report.failed) == (2, []) and listing(out) == ["door.flac", "rain.wav"]
    assert (out / "rain.wav").read_bytes() == (sounds / "Weather" / "rain.wav").read_bytes()
    assert (out / "rain.wav").stat().st_mtime == (sounds / "Weather" / "rain.wav").stat().st_mtime


def test_nothing_is_ever_replaced(library, out):
    out.mkdir()
    (out / "rain.wav").write_text("mine")
    for _ in range(2):
        transfer(library, out, "rain.wav")
    assert listing(out) == ["rain 02.wav", "rain 03.wav", "rain.wav"] and (out / "rain.wav").read_text() == "mine"


def test_folders_are_kept_if_that_is_wanted(library, out):
    library.transfer(out, Recipe(keep_folders=True), query="")
    assert listing(out) == ["sounds/Weather/rain.wav", "sounds/door.flac"]


@pytest.mark.parametrize("name", ["rain.wav", "door.flac"])
def test_a_region_has_the_very_samples_and_its_own_format(library, sounds, out, name):
    (made,) = transfer(library, out, name, region=(0.25, 0.75)).written
    source = next(sounds.rglob(name))
    assert np.array_equal(
        soundfile.read(made, dtype="int32")[0], soundfile.read(source, dtype="int32")[0][12_000:36_000]
    )
    assert soundfile.info(made).subtype == soundfile.info(source).subtype and made.suffix == source.suffix


def test_time_stamps_and_markers_move_with_a_region(library, out):
    (made,) = transfer(library, out, "rain.wav", region=(0.75, 1.75)).written
    fields = probe(made).fields
    start = 3600 * RATE + RATE * 3 // 4
    assert fields["bext.time_reference"] == fields["ixml.SPEED.TIMESTAMP_SAMPLES_SINCE_MIDNIGHT_LO"] == str(start)
    assert {name: text for name, text in fields.items() if name.startswith("cue")} == {
        "cue.0.250": "drop 2",
        "cue.0.750": "drop 3",
    }
    assert fields["ixml.USER.DESCRIPTION"] == "heavy rain" and fields["info.INAM"] == "Rain"
    assert b"levl" not in made.read_bytes()


def test_a_conversion_counts_time_stamps_at_the_new_rate(library, out):
    conversion = Conversion(sample_rate=96_000, bit_depth=16, channels="mono")
    (made,) = transfer(library, out, "rain.wav", conversion, region=(0.75, 1.75)).written
    info = probe(made)
    assert (info.sample_rate, info.bit_depth, info.channels) == (96_000, 16, 1)
    assert info.fields["bext.time_reference"] == str(2 * (3600 * RATE + RATE * 3 // 4))
    assert info.fields["ixml.SPEED.FILE_SAMPLE_RATE"] == "96000" and info.fields["ixml.SPEED.AUDIO_BIT_DEPTH"] == "16"
    assert info.fields["cue.0.250"] == "drop 2"


@pytest.mark.parametrize(("target", "ending"), [("flac", ".flac"), ("aiff", ".aif"), ("mp3", ".mp3"), ("ogg", ".ogg")])
def test_texts_go_along_into_other_formats(library, out, target, ending):
    (made,) = transfer(library, out, "rain.wav", Conversion(format=target)).written
    assert made.name == f"rain{ending}" and listing(out) == [made.name]
    assert "heavy rain" in probe(made).description and abs(probe(made).duration - 2.0) < 0.1


def test_texts_go_from_flac_into_wav(library, sounds, out):
    from mutagen.flac import FLAC

    tags = FLAC(sounds / "door.flac")
    tags["DESCRIPTION"], tags["CATID"] = "a heavy door", "DOORWood"
    tags.save()
    library.scan()
    (made,) = transfer(library, out, "door.flac", Conversion(format="wav", bit_depth=24)).written
    fields = probe(made).fields
    assert fields["ixml.USER.CATID"] == "DOORWood" and fields["bext.description"] == "a heavy door"


def test_channels_are_split_under_one_number(library, out):
    out.mkdir()
    (out / "rain.L.wav").touch()
    made = transfer(library, out, "rain.wav", Conversion(channels="split")).written
    assert [path.name for path in made] == ["rain 02.L.wav", "rain 02.R.wav"]
    assert all(probe(path).channels == 1 for path in made)


def test_a_file_in_the_wanted_form_is_copied(library, sounds, out):
    (made,) = transfer(library, out, "rain.wav", Conversion(format="wav", sample_rate=RATE, bit_depth=24)).written
    assert made.read_bytes() == (sounds / "Weather" / "rain.wav").read_bytes()


def test_handles_end_where_the_file_does(library, out):
    (made,) = transfer(library, out, "rain.wav", Conversion(handles=0.5), region=(0.2, 0.7)).written
    assert probe(made).duration == pytest.approx(1.2)


def test_regions_that_cannot_be_say_why(library, out):
    for region, said in [((0.5, 0.5), "is empty"), ((9.0, 10.0), "behind the end of the sound, which is 2.000 s")]:
        report = transfer(library, out, "rain.wav", region=region)
        assert report.done == 0 and said in report.failed[0].reason
    report = transfer(library, out, "rain.wav", region=(1.5, 9.0))
    assert report.done == 1 and "beyond the end" in report.notes[0].reason
    assert probe(report.written[0]).duration == pytest.approx(0.5)


def test_a_region_of_a_file_that_changed_is_refused(library, sounds, out):
    field_recorder(sounds / "Weather" / "rain.wav", seconds=1.0)
    report = transfer(library, out, "rain.wav", region=(0.2, 0.7))
    assert report.done == 0 and "changed since it was scanned" in report.failed[0].reason
    assert transfer(library, out, "rain.wav").done == 1


def test_files_that_are_gone_hold_up_no_other(library, sounds, out):
    (sounds / "door.flac").unlink()
    report = library.transfer(out, Recipe(), query="")
    assert report.done == 1 and listing(out) == ["rain.wav"]
    assert report.failed[0].path.name == "door.flac" and "not there" in report.failed[0].reason


def marks(path):
    return [(round(mark.start, 2), mark.end and round(mark.end, 2), mark.texts) for mark in read_markers(path)]


@pytest.mark.parametrize("form", ["aiff", "flac", "ogg", "mp3"])
def test_markers_are_kept_in_other_formats(library, out, form):
    whole = transfer(library, out, "rain.wav", Conversion(form, sample_rate=44_100))
    part = transfer(library, out, "rain.wav", Conversion(form), region=(0.75, 1.75))
    assert marks(whole.written[0]) == [(0.5, None, ("drop 1",)), (1.0, None, ("drop 2",)), (1.5, None, ("drop 3",))]
    assert marks(part.written[0]) == [(0.25, None, ("drop 2",)), (0.75, None, ("drop 3",))]
    assert not whole.notes and probe(whole.written[0]).fields.get("cue.0.500") == "drop 1"
    assert any("heavy rain" in text for text in probe(whole.written[0]).fields.values())
    split = transfer(library, out, "rain.wav", Conversion(form, channels="split"), naming="split")
    assert [len(marks(path)) for path in split.written] == [3, 3]


def test_markers_of_other_formats_are_kept_in_wav_and_ends_of_regions_where_they_can_be(library, sounds, out):
    tagged = FLAC(sounds / "door.flac")
    tagged.update({"CHAPTER001": "00:00:00.250", "CHAPTER001NAME": "Äh", "CHAPTER002": "00:00:00.750"})
    tagged.save()
    soundfile.write(sounds / "hit.wav", noise(1.0), RATE)
    region = struct.pack("<II4s8x", 1, RATE // 4, b"rgn ")
    point = struct.pack("<III4sIII", 1, 1, RATE // 2, b"data", 0, 0, RATE // 2)
    add_chunks(sounds / "hit.wav", chunk(b"cue ", point), chunk(b"LIST", b"adtl" + chunk(b"ltxt", region)))
    library.scan()
    assert marks(transfer(library, out, "door.flac", Conversion("wav")).written[0]) == [
        (0.25, None, ("Äh",)),
        (0.75, None, ()),
    ]
    mp3 = transfer(library, out, "hit.wav", Conversion("mp3"))
    assert not mp3.notes
    again = library.scan([out]) and transfer(library, out / "again", "hit.mp3", Conversion("wav"))
    assert [mark[:2] for mark in marks(again.written[0])] == [(0.5, 0.75)]
    aiff = transfer(library, out, "hit.wav", Conversion("aiff"))
    assert [mark[:2] for mark in marks(aiff.written[0])] == [(0.5, None)]
    assert "AIFF cannot say where a region ends" in aiff.notes[0].reason


@pytest.mark.parametrize("form", ["source", "wav", "aiff", "flac", "ogg", "mp3"])
def test_a_file_whose_end_the_system_refuses_is_not_left_there(library, out, form):
    conversion = Conversion(form, sample_rate=None if form == "source" else 44_100)
    whole = transfer(library, out, "door.flac", conversion).written[0]
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (whole.stat().st_size - 1, before[1]))
    try:
        report = transfer(library, out, "door.flac", conversion, naming="again")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert report.done == 0 and "does not take" in report.failed[0].reason and listing(out) == [whole.name]


@pytest.mark.parametrize(
    ("conversion", "region", "least"),
    [
        (Conversion(), None, None),
        (Conversion("wav"), None, 2 * 2 * 3 * RATE + 2 * RATE),
        (Conversion("wav", sample_rate=96_000, bit_depth=32, channels="mono"), None, 3 * 4 * 96_000),
        (Conversion("aiff"), (0.5, 1.5), 2 * 3 * RATE + RATE),
        (Conversion("flac"), None, (2 * 2 * 3 * RATE + 2 * RATE) // 4),
        (Conversion("mp3"), None, int((2 * 2 * 3 * RATE + 2 * RATE) * 0.02)),
    ],
)
def test_without_room_nothing_is_begun_and_the_sums_are_told(library, out, monkeypatch, conversion, region, least):
    both = ids(library, "rain.wav", "door.flac")
    sizes = sum(library.clip(clip).size for clip in both)
    needed = room.least_bytes(library._catalogue, both, conversion, region)
    assert needed == (sizes if least is None else least)
    written = library.transfer(out, Recipe(conversion), clip_ids=both, region=region).written
    assert needed <= sum(path.stat().st_size for path in written)
    for path in written:
        path.unlink()
    usage = shutil.disk_usage(out)
    monkeypatch.setattr(room.shutil, "disk_usage", lambda _: usage._replace(free=needed - 1))
    with pytest.raises(LibraryError, match=r"need at least .* has .* free"):
        library.transfer(out, Recipe(conversion), clip_ids=both, region=region)
    assert listing(out) == []


def test_a_full_disk_stops_the_transfer_and_leaves_no_remains(library, out, monkeypatch):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(making, "render", full)
    report = library.transfer(out, Recipe(Conversion(sample_rate=44_100)), query="")
    assert "disk is full" in report.stopped and len(report.failed) == 1 and listing(out) == []


def test_cancelled_in_the_middle_of_a_file_it_leaves_no_remains(library, out):
    asked = iter([False, False, False, True, True])
    report = library.transfer(out, Recipe(), query="", cancelled=lambda: next(asked))
    assert report.cancelled and report.done == 1 and len(listing(out)) == 1


def test_peaks_over_full_scale_are_told(library, sounds, out):
    soundfile.write(sounds / "loud.wav", 2.0 * np.ones(1000), RATE, "FLOAT")
    library.scan()
    report = transfer(library, out, "loud.wav", Conversion(bit_depth=24))
    assert "6.0 dB over full scale" in report.notes[0].reason
    assert transfer(library, out, "loud.wav", Conversion(bit_depth=24, peak_db=-1.0)).notes == []


def test_odd_names_and_long_ones(library, sounds, out):
    odd = sounds / os.fsdecode(b"caf\xe9 " + b"x" * 200 + b".wav")
    soundfile.write(sounds / "plain.wav", noise(0.2), RATE)
    (sounds / "plain.wav").rename(odd)
    library.scan()
    chosen = [clip.id for clip in library.clips() if clip.path == odd]
    made = [
        *library.transfer(out, Recipe(), clip_ids=chosen).written,
        *library.transfer(out, Recipe(naming="{name}{name}"), clip_ids=chosen).written,
    ]
    assert len(made) == 2 and all(path.name.isprintable() and len(path.name.encode()) <= 255 for path in made)


def test_a_scheme_that_cannot_be_meant_writes_nothing(library, out):
    with pytest.raises(NamingError):
        transfer(library, out, "rain.wav", naming="{nome}")
    assert not out.exists()


def test_a_recipe_survives_the_settings():
    recipe = Recipe(Conversion("flac", 44_100, 16, "mono", -1.0, 0.5, 0.01), "{catid}_{name}", True)
    assert Recipe.of(recipe.as_dict()) == recipe
    assert Recipe.of({"conversion": {"format": "wav", "of the future": 1}}) == Recipe(Conversion("wav"))


def test_names_are_shown_before_anything_is_written(library, out):
    shown = library.transfer_names(ids(library, "rain.wav", "door.flac"), Recipe(naming="{index} {name}"))
    assert [str(path) for path in shown] == ["01 rain", "02 door"] and not out.exists()
