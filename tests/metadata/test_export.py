import csv
import json
from pathlib import Path

import openpyxl
import pytest

from wavlink_desktop.library.records import Clip, Tag
from wavlink_desktop.metadata import FORMATS, ExportError, export_clips

COLUMNS = ["path", "name", "folder", "duration", "sample_rate", "channels", "bit_depth", "format", "description"]
COLUMNS += ["catid", "category", "subcategory", "tags"]


def clip(number, name, description="", bit_depth=16):
    path = Path("/sounds") / name
    printable = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return Clip(
        number, path, printable, Path("/sounds"), 1, 0.0, 1.23456, 48000, 2, bit_depth, "WAV", description, True, True
    )


class Catalogue:
    """What an export asks of a catalogue."""

    def __init__(self, *clips, tags=None):
        self._clips, self._tags = list(clips), tags or {}

    def clips(self):
        return self._clips

    def tags_by_file(self):
        return self._tags


@pytest.fixture
def catalogue():
    tags = {
        1: [
            Tag("ucs", "DOORCreak", 0.8, "name"),
            Tag("ucs", "WOODFric", 0.2, "sound"),
            Tag("general", "creak", 0.9, "sound"),
            Tag("general", "door", 0.7, "sound"),
        ],
        2: [Tag("ucs", "RAIN", 0.9, "sound"), Tag("own", "RAINMetl", 1.0, "person"), Tag("own", "wet", 1.0, "person")],
    }
    return Catalogue(
        clip(1, "door.wav", 'An "old" door,\ncreaking'),
        clip(2, "Ümläut 雨.wav", bit_depth=None),
        clip(3, "x.wav"),
        tags=tags,
    )


def read_csv(path, encoding="utf-8-sig", dialect="excel"):
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, dialect=dialect))


def test_csv_opens_again(catalogue, tmp_path):
    out = tmp_path / "clips.csv"
    assert export_clips(catalogue, out, "csv") == 3
    assert out.read_bytes().startswith(b"\xef\xbb\xbf"), "Excel needs the byte order mark"
    door, rain, bare = read_csv(out)
    assert list(door) == COLUMNS
    assert door["path"] == "/sounds/door.wav"
    assert door["description"] == 'An "old" door,\ncreaking'
    assert (door["catid"], door["category"], door["subcategory"]) == ("DOORCreak", "DOORS", "CREAK")
    assert door["tags"] == "creak, door"
    assert (door["duration"], door["sample_rate"], door["bit_depth"]) == ("1.235", "48000", "16")
    assert (rain["name"], rain["bit_depth"]) == ("Ümläut 雨.wav", "")
    assert (bare["catid"], bare["category"], bare["tags"]) == ("", "", "")


def test_what_a_person_said_wins(catalogue, tmp_path):
    export_clips(catalogue, tmp_path / "clips.csv", "csv")
    rain = read_csv(tmp_path / "clips.csv")[1]
    assert (rain["catid"], rain["subcategory"], rain["tags"]) == ("RAINMetl", "METAL", "wet")


def test_tsv_opens_again(catalogue, tmp_path):
    assert export_clips(catalogue, tmp_path / "clips.tsv", "tsv") == 3
    rows = read_csv(tmp_path / "clips.tsv", "utf-8", "excel-tab")
    assert [row["name"] for row in rows] == ["door.wav", "Ümläut 雨.wav", "x.wav"]


@pytest.mark.parametrize("file_format", ["json", "jsonl"])
def test_json_opens_again(catalogue, tmp_path, file_format):
    out = tmp_path / "clips"
    assert export_clips(catalogue, out, file_format) == 3
    text = out.read_text(encoding="utf-8")
    rows = json.loads(text) if file_format == "json" else [json.loads(line) for line in text.splitlines()]
    assert list(rows[0]) == COLUMNS
    assert rows[0]["tags"] == ["creak", "door"]
    assert rows[1]["bit_depth"] is None
    assert rows[2]["catid"] is None


def test_xlsx_opens_again(catalogue, tmp_path):
    assert export_clips(catalogue, tmp_path / "clips.xlsx", "xlsx") == 3
    heads, door, *_ = openpyxl.load_workbook(tmp_path / "clips.xlsx").active.iter_rows(values_only=True)
    row = dict(zip(heads, door, strict=True))
    assert list(row) == COLUMNS
    assert (row["name"], row["sample_rate"], row["duration"]) == ("door.wav", 48000, 1.235)


@pytest.mark.parametrize("file_format", FORMATS)
def test_an_empty_library_gives_an_empty_table(tmp_path, file_format):
    out = tmp_path / "clips"
    assert export_clips(Catalogue(), out, file_format) == 0
    assert out.exists()
    if file_format == "json":
        assert json.loads(out.read_text()) == []


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_formulas_are_defused_where_a_spreadsheet_may_open_it(tmp_path, start):
    evil = start + "HYPERLINK(1)"
    catalogue = Catalogue(clip(1, "x.wav", evil))
    for file_format in ("csv", "tsv", "xlsx", "json"):
        export_clips(catalogue, tmp_path / f"clips.{file_format}", file_format)
    assert read_csv(tmp_path / "clips.csv")[0]["description"] == "'" + evil
    assert read_csv(tmp_path / "clips.tsv", "utf-8", "excel-tab")[0]["description"] == "'" + evil
    cell = openpyxl.load_workbook(tmp_path / "clips.xlsx").active["I2"]
    assert (cell.data_type, cell.value[:1]) == ("s", "'")
    assert json.loads((tmp_path / "clips.json").read_text())[0]["description"] == evil


@pytest.mark.parametrize("file_format", FORMATS)
def test_names_that_are_not_text_are_written_printable(tmp_path, file_format):
    out = tmp_path / f"clips.{file_format}"
    assert export_clips(Catalogue(clip(1, "caf\udce9 \x07.wav", "bell \x07")), out, file_format) == 1
    if file_format == "xlsx":
        assert openpyxl.load_workbook(out).active["A2"].value == "/sounds/caf\\xe9 \N{REPLACEMENT CHARACTER}.wav"
    else:
        assert "caf\\xe9" in out.read_text(encoding="utf-8").replace("\\\\", "\\")


class FailsMidway(Catalogue):
    def tags_by_file(self):
        class Full(dict):
            def get(self, key, default=None):
                if key == 2:
                    raise OSError(28, "No space left on device")
                return default

        return Full()


@pytest.mark.parametrize("file_format", FORMATS)
def test_a_failed_export_leaves_what_was_there(tmp_path, file_format):
    out = tmp_path / "clips"
    out.write_text("the former export")
    with pytest.raises(ExportError, match="No space left"):
        export_clips(FailsMidway(clip(1, "a.wav"), clip(2, "b.wav")), out, file_format)
    assert out.read_text() == "the former export"
    assert list(tmp_path.iterdir()) == [out]


def test_permissions_of_the_replaced_file_are_kept(catalogue, tmp_path):
    out = tmp_path / "clips.csv"
    out.touch(mode=0o640)
    out.chmod(0o640)
    export_clips(catalogue, out, "csv")
    assert out.stat().st_mode & 0o777 == 0o640


def test_an_unknown_format_is_named(catalogue, tmp_path):
    with pytest.raises(ExportError, match=r"'doc'.*csv, tsv, json, jsonl, xlsx"):
        export_clips(catalogue, tmp_path / "clips.doc", "doc")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_named(catalogue, tmp_path):
    with pytest.raises(ExportError, match="is a folder"):
        export_clips(catalogue, tmp_path, "csv")
    with pytest.raises(ExportError, match="could not be written: No such file"):
        export_clips(catalogue, tmp_path / "gone" / "clips.csv", "csv")
