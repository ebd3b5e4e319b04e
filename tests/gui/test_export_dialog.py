"""Exports through the dialog: what was chosen is what is written, and it is remembered."""

import csv
import json

import pytest
from PySide6.QtCore import Qt

from wavlink_desktop.gui import exporting
from wavlink_desktop.gui.export_dialog import ALL, CHOSEN, FOUND, ExportDialog


def opened(desk, qtbot):
    desk.actions["export"].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(ExportDialog) is not None)
    return desk.window.findChild(ExportDialog)


def choose_format(dialog, name):
    dialog._format.setCurrentIndex(dialog._format.findData(name))


def written(dialog, qtbot):
    dialog._go.click()
    qtbot.waitUntil(lambda: "exported to" in dialog.message(), timeout=10_000)


def test_the_whole_library_goes_to_the_file_that_was_named(filled, tmp_path, qtbot):
    dialog = opened(filled, qtbot)
    assert not dialog._which[CHOSEN].isEnabled() and dialog._which[ALL].isChecked()
    dialog._destination.setText(str(tmp_path / "tags.csv"))
    written(dialog, qtbot)
    rows = list(csv.DictReader((tmp_path / "tags.csv").open(encoding="utf-8-sig")))
    assert len(rows) == 4 and "catid" in rows[0]


def test_the_selection_in_columns_of_my_own_and_that_is_remembered(filled, tmp_path, qtbot, monkeypatch):
    shown = []
    monkeypatch.setattr(exporting.QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    filled.window.results.selectAll()
    dialog = opened(filled, qtbot)
    assert dialog._which[CHOSEN].isChecked()
    choose_format(dialog, "jsonl")
    dialog._columns.choose(["name", "duration"])
    dialog._columns.setCurrentRow(1)
    qtbot.keyClick(dialog._columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    dialog._reveal.setChecked(True)
    dialog._destination.setText(str(tmp_path / "tags.jsonl"))
    written(dialog, qtbot)
    lines = [json.loads(line) for line in (tmp_path / "tags.jsonl").read_text().splitlines()]
    assert len(lines) == 4 and list(lines[0]) == ["duration", "name"]
    assert shown == [str(tmp_path)]
    dialog.close()
    qtbot.waitUntil(lambda: filled.window.findChild(ExportDialog) is None)
    again = opened(filled, qtbot)
    assert again._format.currentData() == "jsonl"
    assert again._columns.chosen() == ["duration", "name"]
    assert again._destination.text() == str(tmp_path / "tags.jsonl")


def test_what_the_search_found(filled, tmp_path, qtbot):
    filled.window.search_box.set_text("duration:<1.3")
    qtbot.waitUntil(lambda: len(filled.window.model) == 2, timeout=10_000)
    dialog = opened(filled, qtbot)
    assert dialog._which[FOUND].isChecked()
    dialog._destination.setText(str(tmp_path / "tags.csv"))
    written(dialog, qtbot)
    assert len(list(csv.DictReader((tmp_path / "tags.csv").open()))) == 2


@pytest.mark.parametrize("file_format", ["csv", "tsv", "json", "jsonl", "xlsx", "soundminer"])
def test_every_format_writes_its_file(filled, tmp_path, qtbot, file_format):
    dialog = opened(filled, qtbot)
    choose_format(dialog, file_format)
    target = tmp_path / f"out{dialog._destination.text()[dialog._destination.text().rindex('.') :]}"
    dialog._destination.setText(str(target))
    written(dialog, qtbot)
    assert target.stat().st_size > 0


def test_a_place_that_cannot_be_written_is_said(filled, tmp_path, qtbot):
    dialog = opened(filled, qtbot)
    dialog._destination.setText(str(tmp_path))
    dialog._go.click()
    qtbot.waitUntil(lambda: "is a folder" in dialog.message(), timeout=10_000)
    dialog._destination.setText("")
    dialog._go.click()
    assert "Name a file" in dialog.message()


def test_a_cancelled_export_leaves_no_file(filled, tmp_path, qtbot, monkeypatch):
    dialog = opened(filled, qtbot)
    export = filled.session.library.export

    def cancelled_midway(*arguments, **options):
        filled.exporting._stop.set()
        return export(*arguments, **options)

    monkeypatch.setattr(filled.session.library, "export", cancelled_midway)
    dialog._destination.setText(str(tmp_path / "tags.csv"))
    dialog._go.click()
    qtbot.waitUntil(lambda: dialog.message() == "Cancelled: no file was written.", timeout=10_000)
    assert list(tmp_path.glob("*tags*")) == []
