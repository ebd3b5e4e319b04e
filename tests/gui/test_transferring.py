"""Sounds on their way out of the window: drags, the clipboard, the file manager, transfers to a folder."""

import threading
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QDrag, QGuiApplication

from wavlink_desktop.audio import probe
from wavlink_desktop.gui import transferring
from wavlink_desktop.gui.file_urls import dropped_paths
from wavlink_desktop.gui.transfer_dialog import TransferDialog
from wavlink_desktop.gui.transfer_report import TransferReportDialog
from wavlink_desktop.gui.transfer_settings import TransferSettings
from wavlink_desktop.transfer import Conversion, Recipe

RATE = 48_000


@pytest.fixture
def window(filled, tmp_path):
    """A window whose transfers go to a folder of this test."""
    filled.transferring.settings.transfers_folder = tmp_path / "Transfers"
    filled.transferring.settings.destination = tmp_path / "out"
    filled.auditioning.auto_play = False
    return filled


@pytest.fixture
def dragged(monkeypatch):
    """What drags carried, drag by drag; every one is dropped at once."""
    carried = []

    def drop(drag, *_):
        carried.append(dropped_paths(drag.mimeData()))
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", drop)
    return carried


def choose(desk, *names):
    view = desk.window.results
    rows = [row for row in range(len(desk.window.model)) if desk.window.model.hit(row).clip.name in names]
    view.go_to(rows[0])
    for row in rows[1:]:
        flags = view.selectionModel().SelectionFlag
        view.selectionModel().select(desk.window.model.index(row, 0), flags.Select | flags.Rows)


def said(desk):
    return desk.window.status_line.text()


def open_dialog(desk, qtbot):
    desk.actions["transfer"].trigger()
    qtbot.waitUntil(lambda: desk.window.findChild(TransferDialog) is not None)
    dialog = desk.window.findChild(TransferDialog)
    qtbot.waitUntil(lambda: dialog.preview.text() != "")
    return dialog


def test_rows_are_dragged_as_they_are(window, sounds, dragged):
    choose(window, "thunder.flac", "door knock.wav")
    window.window.results.startDrag(Qt.DropAction.CopyAction)
    assert sorted(dragged[0]) == sorted([sounds / "Weather" / "thunder.flac", sounds / "door knock.wav"])


def test_rows_are_rendered_if_another_form_was_chosen_for_drags(window, tmp_path, dragged):
    window.transferring.settings.dragged = Conversion("wav", 44_100, 16, "mono")
    choose(window, "door knock.wav")
    window.window.results.startDrag(Qt.DropAction.CopyAction)
    assert dragged == [[tmp_path / "Transfers" / "door knock.wav"]]
    info = probe(dragged[0][0])
    assert (info.sample_rate, info.bit_depth, info.channels) == (44_100, 16, 1)


def test_a_region_is_dragged_as_a_file_that_stays(window, sounds, tmp_path, dragged):
    choose(window, "door knock.wav")
    waveform = window.window.transport.waveform
    waveform.set_region((0.25, 0.75))
    waveform.region_dragged.emit()
    waveform.region_dragged.emit()
    made = tmp_path / "Transfers" / "door knock_0m00s250.wav"
    assert dragged == [[made], [made]] and list((tmp_path / "Transfers").iterdir()) == [made]
    whole, _ = soundfile.read(sounds / "door knock.wav", dtype="int16")
    assert np.array_equal(soundfile.read(made, dtype="int16")[0], whole[12_000:36_000])
    waveform.set_region((0.25, 0.5))
    waveform.region_dragged.emit()
    assert dragged[-1] == [tmp_path / "Transfers" / "door knock_0m00s250 02.wav"]


def test_a_rendered_region_that_was_changed_is_rendered_anew(window, tmp_path, dragged):
    choose(window, "door knock.wav")
    window.window.transport.waveform.set_region((0.25, 0.75))
    window.transferring.drag_region()
    dragged[0][0].unlink()
    window.transferring.drag_region()
    assert dragged[1][0].is_file()


def test_a_region_that_takes_long_is_dragged_at_the_next_try(window, monkeypatch, dragged, qtbot):
    go_on = threading.Event()
    library = window.session.library
    real = library.transfer
    monkeypatch.setattr(library, "transfer", lambda *a, **k: go_on.wait(10) and real(*a, **k))
    choose(window, "door knock.wav")
    window.window.transport.waveform.set_region((0.25, 0.75))
    window.transferring.drag_region()
    assert dragged == [] and "Drag it again" in said(window)
    window.transferring.drag_region()
    assert dragged == [] and "still being rendered" in said(window)
    go_on.set()
    qtbot.waitUntil(lambda: said(window) == "Rendered: drag it now.")
    window.transferring.drag_region()
    assert len(dragged) == 1


def test_a_region_that_cannot_be_rendered_says_why(window, tmp_path, dragged):
    (tmp_path / "Transfers").write_text("a file where the folder should be")
    choose(window, "door knock.wav")
    window.window.transport.waveform.set_region((0.25, 0.75))
    window.transferring.drag_region()
    assert dragged == [] and said(window)


def test_copies_are_files_for_file_managers_and_texts_for_editors(window, sounds):
    choose(window, "door knock.wav")
    window.transferring.copy_files()
    mime = QGuiApplication.clipboard().mimeData()
    path = sounds / "door knock.wav"
    assert dropped_paths(mime) == [path] and mime.text() == str(path)
    copied = bytes(mime.data("x-special/gnome-copied-files").data()).split(b"\n")
    assert copied == [b"copy", b"file://" + str(path).replace(" ", "%20").encode()]


def test_a_region_is_copied(window, tmp_path, qtbot):
    choose(window, "door knock.wav")
    window.actions["copy-region"].trigger()
    assert "marks a region" in said(window)
    window.window.transport.waveform.set_region((0.0, 0.5))
    window.actions["copy-region"].trigger()
    qtbot.waitUntil(lambda: "is copied" in said(window))
    (copied,) = dropped_paths(QGuiApplication.clipboard().mimeData())
    assert copied.parent == tmp_path / "Transfers" and probe(copied).duration == 0.5


def test_the_file_manager_is_asked_to_mark_the_files(window, sounds, monkeypatch):
    asked = []
    monkeypatch.setattr(transferring, "show_files", lambda files, parent, failed: asked.append((files, failed)))
    choose(window, "rain on roof.wav", "thunder.flac")
    window.actions["reveal"].trigger()
    ((files, failed),) = asked
    assert sorted(files) == sorted([sounds / "Weather" / "rain on roof.wav", sounds / "Weather" / "thunder.flac"])
    failed()
    assert str(sounds / "Weather") in said(window)


def test_a_transfer_shows_its_names_and_converts(window, tmp_path, qtbot):
    choose(window, "thunder.flac", "door knock.wav")
    dialog = open_dialog(window, qtbot)
    dialog.preset.setCurrentIndex(3)
    dialog.preset.activated.emit(3)
    dialog.naming.setText("{index} {name}")
    qtbot.waitUntil(lambda: dialog.preview.text().startswith("01 "))
    dialog.go.click()
    qtbot.waitUntil(lambda: "2 sounds transferred" in said(window))
    made = sorted((tmp_path / "out").iterdir())
    assert [path.suffix for path in made] == [".wav", ".wav"] and made[0].name.startswith("01 ")
    assert {(probe(path).sample_rate, probe(path).channels) for path in made} == {(44_100, 1)}
    assert window.transferring.settings.last.conversion == Conversion("wav", 44_100, 16, "mono")
    assert not window.window.transfer_bar.isVisible()


def test_names_that_come_when_the_dialog_is_closed_are_dropped(qapp, tmp_path, qtbot):
    go_on, named = threading.Event(), threading.Event()

    def names(recipe, only_region):
        go_on.wait(10)
        named.set()
        return [Path("a.wav")]

    settings = TransferSettings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))
    dialog = TransferDialog(1, None, settings, names)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    gone = []
    dialog.destroyed.connect(lambda: gone.append(True))
    dialog.open()
    dialog.reject()
    qtbot.waitUntil(lambda: bool(gone))
    go_on.set()
    assert named.wait(10)
    qtbot.wait(50)  # pytest-qt fails the test for an exception in a slot


def test_a_transfer_of_a_region_takes_only_that(window, tmp_path, qtbot):
    choose(window, "door knock.wav")
    window.window.transport.waveform.set_region((0.25, 0.75))
    dialog = open_dialog(window, qtbot)
    assert not dialog.only_region.isHidden() and dialog.only_region.isChecked()
    dialog.go.click()
    qtbot.waitUntil(lambda: "1 sound transferred" in said(window))
    assert probe(tmp_path / "out" / "door knock.wav").duration == 0.5


def test_a_wrong_scheme_is_told_and_cannot_be_ordered(window, qtbot):
    choose(window, "door knock.wav")
    dialog = open_dialog(window, qtbot)
    dialog.naming.setText("{nome}")
    qtbot.waitUntil(lambda: "no field {nome}" in dialog.preview.text())
    assert not dialog.go.isEnabled()
    dialog.naming.setText("{name}")
    qtbot.waitUntil(dialog.go.isEnabled)
    dialog.reject()


def test_a_destination_in_the_library_is_told(window, sounds, qtbot):
    choose(window, "door knock.wav")
    dialog = open_dialog(window, qtbot)
    assert dialog.note.isHidden()
    dialog.destination.setText(str(sounds / "Transfers"))
    assert not dialog.note.isHidden()
    dialog.reject()


def test_what_fails_is_listed_with_its_reason(window, qtbot, tmp_path):
    choose(window, "door knock.wav")
    (tmp_path / "out").write_text("a file where the folder should be")
    dialog = open_dialog(window, qtbot)
    dialog.go.click()
    qtbot.waitUntil(lambda: "refused" in said(window) or "exists" in said(window))
    (tmp_path / "out").unlink()
    window.transferring.settings.last = Recipe(Conversion("mp3"))
    stereo = tmp_path / "six.wav"
    soundfile.write(stereo, np.zeros((100, 6)), RATE)
    window.session.library.scan([tmp_path / "six.wav"])
    window.session.poll()
    qtbot.waitUntil(lambda: len(window.window.model) == 5)
    choose(window, "six.wav")
    open_dialog(window, qtbot).go.click()
    qtbot.waitUntil(lambda: window.window.findChild(TransferReportDialog) is not None)
    dialog = window.window.findChild(TransferReportDialog)
    ((name, reason, folder),) = dialog.rows()
    assert name == "six.wav" and "no more than 2 channels" in reason
    dialog.copy()
    assert QGuiApplication.clipboard().text() == f"{name}\t{reason}\t{folder}"
    dialog.close()


def test_presets_are_kept(tmp_path, qapp):
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    recipe = Recipe(Conversion("wav", 48_000, 24, handles=1.0), "{catid}_{name}")
    TransferSettings(store).save_preset("Mine", recipe)
    store.sync()
    again = TransferSettings(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    assert again.presets()["Mine"] == recipe and again.is_own("Mine")
    again.delete_preset("Mine")
    assert "Mine" not in again.presets()
    store.setValue("transfer/presets", "no json")
    assert "As they are" in TransferSettings(store).presets()
