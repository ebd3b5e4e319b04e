import csv
import json
import os
import shutil
import subprocess
import tracemalloc
from contextlib import closing

import numpy as np
import openpyxl
import pytest

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.metadata import COLUMNS, FORMATS, ExportError, export_clips
from wavlink_desktop.metadata.soundminer import HEADINGS
from wavlink_desktop.metadata.table import printable

USUAL = ["path", "name", "folder", "duration", "sample_rate", "channels", "bit_depth", "format", "description"]
USUAL += ["catid", "category", "subcategory", "tags"]
TABLES = ["csv", "tsv", "xlsx"]


def add(catalogue, name, description="", bit_depth=16, fields=None, tags=()):
    """A clip in `/sounds`, known but never there; gives its id. `tags`: `(vocabulary, label, score, source)`."""
    with catalogue.writing() as database:
        database.execute("INSERT OR IGNORE INTO folders (path, whole) VALUES (?, 1)", [b"/sounds"])
        file_id = database.execute(
            """INSERT INTO files (folder_id, path, name, size, mtime_ns, duration, sample_rate, channels, bit_depth,
            format, description, fields) SELECT id, ?, ?, 1, 0, 1.23456, 48000, 2, ?, 'WAV', ?, ? FROM folders""",
            [
                os.fsencode(name),
                name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"),
                bit_depth,
                description,
                json.dumps(fields or {}),
            ],
        ).lastrowid
        database.conn.executemany("INSERT INTO tags VALUES (?, ?, ?, ?, ?)", [(file_id, *tag) for tag in tags])
    return file_id


@pytest.fixture
def empty(tmp_path):
    with closing(Catalogue(tmp_path / "library.db")) as catalogue:
        yield catalogue


@pytest.fixture
def catalogue(empty):
    add(
        empty,
        "door.wav",
        'An "old" door,\ncreaking',
        tags=[
            ("ucs", "DOORCreak", 0.8, "name"),
            ("ucs", "WOODFric", 0.2, "sound"),
            ("general", "creak", 0.9, "sound"),
            ("general", "door", 0.7, "sound"),
        ],
    )
    add(
        empty,
        "x.wav",
    )
    add(
        empty,
        "Ümläut 雨.wav",
        bit_depth=None,
        tags=[("ucs", "RAIN", 0.9, "sound"), ("own", "RAINMetl", 1.0, "person"), ("own", "wet", 1.0, "person")],
    )
    return empty


@pytest.fixture
def out(tmp_path):
    """A folder for exports and nothing else."""
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def read(path, file_format):
    """A table's rows as lists of texts and numbers, the heading first."""
    if file_format == "xlsx":
        with path.open("rb") as file:  # openpyxl goes by a path's ending, but takes any open file
            return [list(row) for row in openpyxl.load_workbook(file).active.iter_rows(values_only=True)]
    encoding, dialect = {"csv": ("utf-8-sig", "excel"), "tsv": ("utf-8", "excel-tab")}[file_format]
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.reader(file, dialect=dialect))


def records(path, file_format):
    heads, *rows = read(path, file_format)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def cell_of(catalogue, out, file_format, column="description"):
    """What the only clip's `column` looks like, opened again."""
    export_clips(catalogue, out / "one", file_format, columns=[column])
    return read(out / "one", file_format)[1][0]


def test_csv_opens_again(catalogue, out):
    path = out / "clips.csv"
    assert export_clips(catalogue, path, "csv") == 3
    assert path.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the byte order mark"
    door, bare, rain = records(path, "csv")
    assert list(door) == USUAL
    assert door["path"] == "/sounds/door.wav"
    assert door["description"] == 'An "old" door,\ncreaking'
    assert (door["catid"], door["category"], door["subcategory"]) == ("DOORCreak", "DOORS", "CREAK")
    assert door["tags"] == "creak, door"
    assert (door["duration"], door["sample_rate"], door["bit_depth"]) == ("1.235", "48000", "16")
    assert (rain["name"], rain["bit_depth"]) == ("Ümläut 雨.wav", "")
    assert (bare["catid"], bare["category"], bare["tags"]) == ("", "", "")


def test_what_a_person_said_wins(catalogue, out):
    export_clips(catalogue, out / "clips.csv", "csv")
    rain = records(out / "clips.csv", "csv")[2]
    assert (rain["catid"], rain["subcategory"], rain["tags"]) == ("RAINMetl", "METAL", "wet")


def test_tsv_opens_again(catalogue, out):
    assert export_clips(catalogue, out / "clips.tsv", "tsv") == 3
    assert [row["name"] for row in records(out / "clips.tsv", "tsv")] == ["door.wav", "x.wav", "Ümläut 雨.wav"]


@pytest.mark.parametrize("file_format", ["json", "jsonl"])
def test_json_opens_again(catalogue, out, file_format):
    path = out / "clips"
    assert export_clips(catalogue, path, file_format) == 3
    text = path.read_text(encoding="utf-8")
    rows = json.loads(text) if file_format == "json" else [json.loads(line) for line in text.splitlines()]
    assert list(rows[0]) == USUAL
    assert rows[0]["tags"] == ["creak", "door"]
    assert rows[2]["bit_depth"] is None
    assert rows[1]["catid"] is None


def test_xlsx_opens_again(catalogue, out):
    assert export_clips(catalogue, out / "clips.xlsx", "xlsx") == 3
    row = records(out / "clips.xlsx", "xlsx")[0]
    assert list(row) == USUAL
    assert (row["name"], row["sample_rate"], row["duration"]) == ("door.wav", 48000, 1.235)
    assert row["description"] == 'An "old" door,\ncreaking'


def test_soundminer_layout(empty, out):
    fields = {
        "ixml.USER.DESCRIPTION": "Old door\tcreaks,\nslowly",
        "ixml.USER.KEYWORDS": "hinge, Wood",
        "ixml.ASWG.library": "Doors I",
        "ixml.USER.DESIGNER": "Ann Noise",
    }
    tags = [("ucs", "DOORCreak", 0.8, "sound"), ("general", "wood", 0.9, "sound"), ("general", "old", 0.7, "sound")]
    add(empty, "DOORWood_Old Creak_JD_LIB.wav", "everything at once", 24, fields, tags)
    assert export_clips(empty, out / "clips.txt", "soundminer") == 1
    heads, row, end = (out / "clips.txt").read_bytes().decode("utf-8").split("\n")
    assert end == ""
    assert heads.split("\t") == list(HEADINGS.values())
    read_back = dict(zip(heads.split("\t"), row.split("\t"), strict=True))
    assert {head: text for head, text in read_back.items() if text} == {
        "Filename": "DOORWood_Old Creak_JD_LIB.wav",
        "FilePath": "/sounds/DOORWood_Old Creak_JD_LIB.wav",
        "Description": "Old door creaks, slowly",
        "Category": "DOORS",
        "SubCategory": "CREAK",
        "CatID": "DOORCreak",
        "FXName": "Old Creak",
        "Keywords": "hinge, Wood, old",
        "Library": "Doors I",
        "Designer": "Ann Noise",
        "Source": "LIB",
        "Duration": "0:01.235",
        "SampleRate": "48000",
        "BitDepth": "24",
        "Channels": "2",
    }


def test_soundminer_columns_can_be_chosen(catalogue, out):
    export_clips(catalogue, out / "clips.txt", "soundminer", columns=["catid", "size", "name"])
    assert (out / "clips.txt").read_text(encoding="utf-8").splitlines()[:2] == [
        "CatID\tsize\tFilename",
        "DOORCreak\t1\tdoor.wav",
    ]


@pytest.mark.parametrize("file_format", ["csv", "tsv", "xlsx"])
def test_columns_are_chosen_by_name_and_keep_their_order(catalogue, out, file_format):
    export_clips(catalogue, out / "clips", file_format, columns=["catid", "name", "catid_score", "catid_source"])
    heads, door, bare, _ = read(out / "clips", file_format)
    assert heads == ["catid", "name", "catid_score", "catid_source"]
    assert [str(value) for value in door] == ["DOORCreak", "door.wav", "0.8", "name"]
    assert [value or "" for value in bare] == ["", "x.wav", "", ""]


def test_every_column_can_be_exported(catalogue, out):
    export_clips(catalogue, out / "clips.jsonl", "jsonl", columns=list(COLUMNS))
    assert list(json.loads((out / "clips.jsonl").read_text().splitlines()[0])) == list(COLUMNS)


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        (["name", "nmae", "x"], r"no column 'nmae', 'x'. There are: path, name, .*library"),
        ([], "No columns were chosen. There are: path"),
        (["name", "path", "name"], "'name' was chosen twice"),
    ],
)
def test_columns_that_cannot_be(catalogue, out, columns, message):
    with pytest.raises(ExportError, match=message):
        export_clips(catalogue, out / "clips.csv", "csv", columns=columns)
    assert list(out.iterdir()) == []


def test_tags_below_the_least_score_are_left_out(catalogue, out):
    export_clips(catalogue, out / "clips.jsonl", "jsonl", least_score=0.85)
    door, _, rain = map(json.loads, (out / "clips.jsonl").read_text(encoding="utf-8").splitlines())
    assert (door["catid"], door["tags"]) == (None, ["creak"])
    assert (rain["catid"], rain["tags"]) == ("RAINMetl", ["wet"])
    export_clips(catalogue, out / "clips.jsonl", "jsonl", least_score=1)
    assert json.loads((out / "clips.jsonl").read_text(encoding="utf-8").splitlines()[2])["tags"] == ["wet"]
    with pytest.raises(ExportError, match="from 0 to 1"):
        export_clips(catalogue, out / "clips.jsonl", "jsonl", least_score=1.5)


def test_a_category_without_a_subcategory(empty, out):
    add(empty, "a.wav", tags=[("ucs", "DOORS", 0.9, "sound"), ("ucs", "DOORWood", 0.3, "sound")])
    add(empty, "b.wav", tags=[("own", "DOORS", 1.0, "person"), ("own", "DOORWood", 1.0, "person")])
    columns = ["catid", "category", "subcategory", "tags"]
    export_clips(empty, out / "clips.jsonl", "jsonl", columns=columns)
    first, second = map(json.loads, (out / "clips.jsonl").read_text().splitlines())
    assert list(first.values()) == [None, "DOORS", None, []]
    assert list(second.values()) == ["DOORWood", "DOORS", "WOOD", []]


def test_untagged_clips_have_what_their_metadata_or_their_name_says(empty, out):
    add(empty, "a.wav", fields={"ixml.USER.CATID": "DOORWood", "cue.0.500": "Slam", "cue.1.500-2.000": "Creak"})
    add(empty, "RAINMetl-Roof_ACME-Tin_JD_LIB.wav", fields={"ixml.USER.CATID": "DOORWood"})
    add(empty, "c.wav", fields={"bext.description": "Wind", "ixml.USER.LIBRARY": "L"}, description="Wind · L")
    columns = ["catid", "fxname", "usercategory", "vendorcategory", "creator", "markers", "description", "library"]
    export_clips(empty, out / "clips.jsonl", "jsonl", columns=columns)
    rows = [list(json.loads(line).values()) for line in (out / "clips.jsonl").read_text().splitlines()]
    assert rows == [
        ["RAINMetl", "Tin", "Roof", "ACME", "JD", [], "", None],
        ["DOORWood", None, None, None, None, ["Slam", "Creak"], "", None],
        [None, None, None, None, None, [], "Wind", "L"],
    ]


def test_a_selection_in_its_order(catalogue, out):
    ids = np.array([3, 99, 1])  # one of them is gone
    told = []
    written = export_clips(catalogue, out / "clips.csv", "csv", ids=ids, progress=lambda *now: told.append(now))
    assert written == 2
    assert [row["name"] for row in records(out / "clips.csv", "csv")] == ["Ümläut 雨.wav", "door.wav"]
    assert export_clips(catalogue, out / "none.csv", "csv", ids=np.zeros(0, np.int64)) == 0


def test_progress_reaches_the_end(empty, out):
    with empty.writing() as database:
        database.execute("INSERT INTO folders (path, whole) VALUES (?, 1)", [b"/sounds"])
        database.conn.executemany(
            "INSERT INTO files (folder_id, path, name, size, mtime_ns) VALUES (1, ?, 'x', 1, 0)",
            ((f"{number:06}.wav".encode(),) for number in range(4321)),
        )
    told = []
    export_clips(empty, out / "clips.csv", "csv", progress=lambda *now: told.append(now))
    assert told[-1] == (4321, 4321)
    assert told == sorted(told)
    assert len(told) > 5
    paths = [row["path"] for row in records(out / "clips.csv", "csv")]
    assert paths == [f"/sounds/{number:06}.wav" for number in range(4321)], "nothing lost between two batches"


@pytest.mark.parametrize("file_format", FORMATS)
def test_an_empty_library_gives_an_empty_table(empty, out, file_format):
    path = out / "clips"
    assert export_clips(empty, path, file_format) == 0
    assert path.exists()
    if file_format == "json":
        assert json.loads(path.read_text()) == []


@pytest.mark.parametrize("file_format", TABLES)
@pytest.mark.parametrize(
    "evil",
    [
        *("=HYPERLINK(1)", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1+1", "\xa0=1"),
        *("＝1+1", "－HYPERLINK", "=", "-"),
    ],
)
def test_formulas_are_defused(empty, out, file_format, evil):
    add(empty, "x.wav", evil)
    cell = cell_of(empty, out, file_format)
    assert cell.startswith("'")
    assert cell.replace("'", "") == evil.replace("'", ""), "nothing but apostrophes came in"


@pytest.mark.parametrize("file_format", TABLES)
def test_formulas_behind_another_languages_separator_are_defused(empty, out, file_format):
    add(empty, "x.wav", "wood;=cmd|calc,@a\t+b|-c")
    assert cell_of(empty, out, file_format) == "wood;'=cmd|calc,'@a\t'+b|'-c"


@pytest.mark.parametrize("file_format", TABLES)
@pytest.mark.parametrize(
    "text", ["-12", "+3.5", "-0,5", "a-b", "wood, -3 dB", "1=1", "x@y.org", "#N/A", "#REF!", "it's", "0012", "1e5"]
)
def test_numbers_and_plain_texts_stay_as_they_are(empty, out, file_format, text):
    add(empty, "x.wav", text)
    assert cell_of(empty, out, file_format) == text


def test_numbers_stay_numbers(catalogue, out):
    export_clips(catalogue, out / "clips.xlsx", "xlsx", columns=["duration", "size", "sample_rate"])
    cells = openpyxl.load_workbook(out / "clips.xlsx").active[2]
    assert [cell.data_type for cell in cells] == ["n", "n", "n"]


def test_programs_get_formulas_as_they_are(empty, out):
    add(empty, "x.wav", "=1+1\x00")
    export_clips(empty, out / "clips.json", "json")
    assert json.loads((out / "clips.json").read_text())[0]["description"] == "=1+1\x00"


@pytest.mark.parametrize("file_format", TABLES)
def test_control_characters_are_replaced(empty, out, file_format):
    add(empty, "x.wav", "a\x00b\x07c\x1bd\x7fe\ufffff\tg")
    assert cell_of(empty, out, file_format) == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf\tg"


@pytest.mark.parametrize("file_format", FORMATS)
def test_names_that_are_not_text_are_written_printable(empty, out, file_format):
    path = out / f"clips.{file_format}"
    add(empty, "caf\udce9 \x07.wav", "bell \x07")
    assert export_clips(empty, path, file_format) == 1
    if file_format == "xlsx":
        assert read(path, "xlsx")[1][0] == "/sounds/caf\\xe9 \N{REPLACEMENT CHARACTER}.wav"
    else:
        assert "caf\\xe9" in path.read_text(encoding="utf-8").replace("\\\\", "\\")


def test_any_lone_surrogate_is_printable():
    assert printable("a\udce9\udcffb\ud800\udfff€") == "a\\xe9\\xffb\\ud800\\udfff€"


@pytest.mark.parametrize("letter", ["x", "🎧"])
def test_cells_too_long_for_a_workbook_are_shortened(empty, out, letter):
    add(empty, "x.wav", letter * 40_000)
    cell = cell_of(empty, out, "xlsx")
    assert len(cell.encode("utf-16-le")) // 2 in (32_766, 32_767)
    assert cell == letter * (len(cell) - 1) + "…"
    csv.field_size_limit(1_000_000)
    assert cell_of(empty, out, "csv") == letter * 40_000
    add(empty, "y.wav", "x" * 32_767)
    export_clips(empty, out / "clips.xlsx", "xlsx", ids=np.array([2]), columns=["description"])
    assert read(out / "clips.xlsx", "xlsx")[1] == ["x" * 32_767]


def test_more_clips_than_a_sheet_has_rows_are_refused(empty, out):
    with pytest.raises(ExportError, match=r"holds 1,048,575 clips, and there are 1,048,576. Export to CSV"):
        export_clips(empty, out / "clips.xlsx", "xlsx", ids=np.arange(1_048_576))
    assert list(out.iterdir()) == []


def test_memory_does_not_grow_with_the_library(empty, out, monkeypatch):
    monkeypatch.setattr("wavlink_desktop.library.listing._BATCH", 100)
    with empty.writing() as database:
        database.execute("INSERT INTO folders (path, whole) VALUES (?, 1)", [b"/sounds"])
        database.conn.executemany(
            "INSERT INTO files (folder_id, path, name, size, mtime_ns, description) VALUES (1, ?, 'x', 1, 0, ?)",
            ((f"{number:06}.wav".encode(), f"{number}" * 200) for number in range(1_200)),
        )
    peaks = []
    for count in (400, 1_200):
        tracemalloc.start()
        export_clips(empty, out / "clips.jsonl", "jsonl", ids=np.arange(1, count + 1))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_failed_export_leaves_what_was_there(catalogue, out, monkeypatch, file_format):
    path = out / "clips"
    path.write_text("the former export")

    def fail_at_the_second(done, total):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("wavlink_desktop.metadata.export._PROGRESS_ROWS", 2)
    with pytest.raises(ExportError, match="No space left"):
        export_clips(catalogue, path, file_format, progress=fail_at_the_second)
    assert path.read_text() == "the former export"
    assert list(out.iterdir()) == [path]
    assert export_clips(catalogue, path, file_format) == 3, "the catalogue is free again"


def test_a_failed_workbook_leaves_no_temporary_file(catalogue, out, monkeypatch, tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.setattr("wavlink_desktop.metadata.export._PROGRESS_ROWS", 1)

    def cancel(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_clips(catalogue, out / "clips.xlsx", "xlsx", progress=cancel)
    assert list(temporary.iterdir()) == list(out.iterdir()) == []


def test_permissions_of_the_replaced_file_are_kept(catalogue, out):
    path = out / "clips.csv"
    path.touch()
    path.chmod(0o640)
    export_clips(catalogue, path, "csv")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(catalogue, out):
    (out / "real.csv").touch()
    (out / "link.csv").symlink_to("real.csv")
    export_clips(catalogue, out / "link.csv", "csv")
    assert (out / "link.csv").is_symlink()
    assert len(records(out / "real.csv", "csv")) == 3


def test_an_unknown_format_is_named(catalogue, out):
    with pytest.raises(ExportError, match=r"'doc'.*csv, tsv, json, jsonl, xlsx, soundminer"):
        export_clips(catalogue, out / "clips.doc", "doc")
    assert list(out.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(catalogue, out):
    with pytest.raises(ExportError, match="is a folder"):
        export_clips(catalogue, out, "csv")
    with pytest.raises(ExportError, match="could not be written: No such file"):
        export_clips(catalogue, out / "gone" / "clips.csv", "csv")
    os.mkfifo(out / "pipe")
    with pytest.raises(ExportError, match="is a device or a pipe"):
        export_clips(catalogue, out / "pipe", "csv")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("file_format", TABLES)
def test_libreoffice_opens_it_and_runs_nothing(empty, out, tmp_path, file_format):
    add(empty, "=1+1.wav", "=1+1", fields={"ixml.USER.LIBRARY": "@SUM(1,2)"}, tags=[("own", "+1+1", 1.0, "person")])
    add(empty, "Ümläut 雨 🎧.wav", 'An "old" door,\n\tcreaking; -3 dB', tags=[("ucs", "DOORWood", 0.8, "sound")])
    columns = ["name", "description", "library", "tags", "catid", "duration"]
    path = out / f"clips.{file_format}"
    export_clips(empty, path, file_format, columns=columns)
    # Separator, quotes and UTF-8; as a person would choose them in its import window, formulas evaluated.
    separator = {"csv": "44", "tsv": "9", "xlsx": ""}[file_format]
    options = [f"--infilter=CSV:{separator},34,76,1,,0,false,true,false,false,false,-1,true"] if separator else []
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", *options]
    convert = [*command, "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", tmp_path / "again"]
    subprocess.run([*convert, path], check=True, capture_output=True, timeout=120)
    (opened,) = (tmp_path / "again").iterdir()
    with opened.open(encoding="utf-8", newline="") as file:
        heads, evil, plain = csv.reader(file)
    assert heads == columns
    assert evil == ["'=1+1.wav", "'=1+1", "'@SUM(1,2)", "'+1+1", "", "1.235"]
    assert plain == ["Ümläut 雨 🎧.wav", 'An "old" door,\n\tcreaking; -3 dB', "", "", "DOORWood", "1.235"]
