"""Takes the pictures of README and guide: the real window, with the bundled model.

.ci/with-sound-and-display .venv/bin/python docs/screenshots.py --library ~/big.db     # a copy of it is shown
.ci/with-sound-and-display .venv/bin/python docs/screenshots.py --sharp window         # this one, of the demo library

For a look at a translation or at big letters: `--language de --text-size 150 --out /tmp/look`.
"""

import argparse
import io
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QCoreApplication, QEventLoop, QPoint, QRect, QSettings, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from wavlink_desktop.gui.application import Application
from wavlink_desktop.gui.desk import Desk
from wavlink_desktop.gui.renaming_dialog import RenamingDialog
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.transfer_dialog import TransferDialog
from wavlink_desktop.gui.translation import speak

FOLDER = Path(__file__).parent
COLOURS = 256
SHARP = 2
"""Pixels a point, where a picture is also looked at closely."""


def command_line(*arguments: str | Path) -> None:
    """Run the program's command line."""
    subprocess.run([sys.executable, "-m", "wavlink_desktop", *map(str, arguments)], check=True, cwd=FOLDER.parent)


def make_library(library: Path, original: Path | None) -> None:
    """A library to be shown and changed: a copy of `original`, or the demo's."""
    if original is None:
        command_line("demo", library.parent / "Demo")
        command_line("scan", library.parent / "Demo", "--library", library)
        command_line("tag", "--library", library)
        command_line("map", "--library", library)
        return
    with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(library)) as target:
        source.backup(target)
    for index in original.parent.glob(f"{original.name}.hnsw*"):
        shutil.copy(index, library.parent / index.name.replace(original.name, library.name))


class Studio:
    """The window before the camera."""

    def __init__(self, application: Application, library: Path, arguments: argparse.Namespace) -> None:
        self.application, self._out = application, arguments.out
        settings = QSettings(str(library.with_suffix(".ini")), QSettings.Format.IniFormat)
        self.desk = Desk(library, settings, application.choose_scheme)
        self.desk.open()
        self.window.resize(1280, 800)
        self.window.activateWindow()
        self.until(lambda: self.desk.session.library is not None)

    @property
    def window(self) -> QWidget:
        """The main window."""
        return self.desk.window

    @property
    def box(self) -> SearchBox:
        """The search box."""
        return self.desk.window.search_box

    # Time goes by

    def until(self, condition: Callable[[], bool], seconds: float = 180.0) -> None:
        """Let the window live until `condition` holds."""
        end = time.monotonic() + seconds
        while not condition():
            if time.monotonic() > end:
                raise TimeoutError(f"the window did not get there: {self.box.message()}")
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            time.sleep(0.005)

    def wait(self, seconds: float) -> None:
        """Let the window live for so long."""
        end = time.monotonic() + seconds
        self.until(lambda: time.monotonic() >= end)

    # What is done with the window

    def search(self, text: str, row: int | None = 0) -> None:
        """Search, and rest on a row of what is found."""
        self.desk.auditioning.stop()
        self.desk.auditioning.auto_play = False
        self.box.clear()
        self.box.set_text(text)
        self.desk.suggesting.hide()
        self.until(lambda: self.desk.session.has_model)
        self.rest(row)

    def type(self, text: str) -> None:
        """Write into the box as a person does: sounds that are in it stay."""
        self.box.input.setFocus()
        self.box.input.setText(text)
        self.box.edited.emit()

    def rest(self, row: int | None) -> None:
        """Once the answer is there, go to a row, silently, until all that is known of it is shown."""
        self.until(lambda: self.desk.finding.shown == self.box.request() and not self.desk.finding.busy)
        if row is not None and len(self.desk.window.model):
            self.desk.window.results.setFocus()
            self.desk.window.results.go_to(row)
        self.wait(1.5)

    def find_row(self, name: str) -> None:
        """Go to the hit of that name."""
        model = self.desk.window.model
        names = (str(model.index(row, 0).data()) for row in range(len(model)))
        self.rest(next(row for row, found in enumerate(names) if found == name))

    def play(self, seconds: float) -> None:
        """Play the chosen sound for so long."""
        self.desk.auditioning.toggle_play()
        self.wait(seconds)

    def dialog(self) -> QDialog:
        """The dialog that is open."""
        shown = [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible()]
        return shown[-1]

    # Pictures

    def save(self, name: str, picture: QPixmap) -> None:
        """Keep a picture, in as few bytes as its colours need."""
        buffer = QBuffer()
        buffer.open(QBuffer.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        image = Image.open(io.BytesIO(buffer.data().data())).convert("RGB")
        few = image.quantize(COLOURS, Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE)
        folder = self._out if name.startswith("window") else self._out / "pictures"
        folder.mkdir(parents=True, exist_ok=True)
        few.save(folder / f"{name}.png", optimize=True)

    def take(self, name: str, part: QRect | None = None) -> None:
        """The window, with what floats over it, or a part of it (in points)."""
        ratio = self.window.devicePixelRatioF()
        picture = self.window.grab()
        painter = QPainter(picture)
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and widget is not self.window:
                painter.drawPixmap(self.window.mapFromGlobal(widget.mapToGlobal(QPoint(0, 0))), widget.grab())
        painter.end()
        if part is not None:
            picture = picture.copy(QRect(part.topLeft() * ratio, part.size() * ratio))
        self.save(name, picture)

    def take_dialog(self, name: str) -> None:
        """The dialog that is open, with a line around it; then close it."""
        dialog = self.dialog()
        picture = dialog.grab()
        painter = QPainter(picture)
        painter.setPen(dialog.palette().color(QPalette.ColorRole.Mid))
        painter.drawRect(dialog.rect().adjusted(0, 0, -1, -1))
        painter.end()
        self.save(name, picture)
        dialog.reject()
        self.wait(0.2)

    def place(self, widget: QWidget, *, margin: int = 0) -> QRect:
        """Where a widget is in the window."""
        corner = widget.mapTo(self.window, QPoint(0, 0))
        return QRect(corner, widget.size()).adjusted(-margin, -margin, margin, margin).intersected(self.window.rect())


# The pictures, by the names of their functions


def window(studio: Studio) -> None:
    """A search by meaning while a hit plays, dark and light."""
    studio.search("storm at sea")
    for name, scheme in (("light", Qt.ColorScheme.Light), ("dark", Qt.ColorScheme.Dark)):
        studio.application.choose_scheme(scheme)
        studio.play(1.5)
        studio.take(f"window-{name}")
        studio.desk.auditioning.stop()
    studio.application.choose_scheme(Qt.ColorScheme.Light)


def filters(studio: Studio) -> None:
    """Chips below the box, and what the language offers while one writes."""
    studio.search("door duration:<5 format:wav,flac -creak")
    studio.take("filters", QRect(0, 0, 1280, 400))


def suggestions(studio: Studio) -> None:
    """How a query may go on, while it is written."""
    studio.search("", None)
    studio.type("squeaky door")
    studio.until(studio.desk.suggesting.list.isVisible)
    studio.wait(1.0)
    studio.take("suggestions", QRect(0, 0, 1280, 400))
    studio.desk.suggesting.hide()


def sidebar(studio: Studio) -> None:
    """Folders, and the categories of the Universal Category System with what they hold."""
    studio.search("", None)
    bar = studio.desk.window.sidebar
    for branch in ("library", "folders"):
        bar.setExpanded(bar.entries.index_of(branch), False)
    bar.setExpanded(bar.entries.index_of("ucs"), True)
    categories = bar.entries.node(bar.entries.index_of("ucs"))
    assert categories is not None
    for node in [node for node in categories.children if node.text in ("Animals", "Bells", "Birds")]:
        bar.setExpanded(bar.entries.index_of(node.key), True)
    studio.desk.window.levels.setSizes([700, 100])
    studio.wait(0.5)
    studio.take("sidebar", studio.place(bar))
    studio.desk.window.levels.setSizes([496, 224])
    for branch in ("library", "folders"):
        bar.setExpanded(bar.entries.index_of(branch), True)


def inspector(studio: Studio) -> None:
    """Suggested tags, with what speaks for them."""
    studio.search("distant thunder", 1)
    studio.desk.inspecting.next_tag()
    studio.desk.inspecting.accept_tag()
    studio.window.resize(1280, 900)
    studio.wait(2.0)
    studio.take("inspector", studio.place(studio.desk.window.inspector))
    studio.window.resize(1280, 800)


def spectrogram(studio: Studio) -> None:
    """Waveform and spectrogram of a long recording, with what matches."""
    studio.desk.looking.view_both(True)
    studio.desk.window.levels.setSizes([400, 320])
    studio.search("thunder")
    studio.find_row("Storm over the harbour.wav")
    studio.wait(4.0)
    studio.take("sound", studio.place(studio.desk.window.transport))
    studio.desk.looking.view_waveform(True)
    studio.desk.window.levels.setSizes([496, 224])


def alike(studio: Studio) -> None:
    """What sounds like a region of a sound, with words beside it."""
    studio.search("thunder")
    studio.find_row("Storm over the harbour.wav")
    studio.desk.window.transport.waveform.set_region((20.0, 26.0))
    studio.wait(0.3)
    studio.desk.asking.more_like_this()
    studio.rest(0)
    studio.type("in a storm")
    studio.desk.suggesting.hide()
    studio.rest(1)
    studio.take("alike")


def chart(studio: Studio) -> None:
    """The map, lit by a search."""
    studio.desk.actions["show-map"].trigger()
    studio.desk.window.levels.setSizes([700, 100])
    studio.search("water")
    studio.wait(3.0)
    studio.take("map")
    studio.desk.window.levels.setSizes([496, 224])
    studio.desk.actions["show-list"].trigger()


def _several(studio: Studio, text: str, rows: int) -> None:
    studio.search(text)
    results = studio.desk.window.results
    first, last = results.model().index(0, 0), results.model().index(rows - 1, 0)
    model = results.selectionModel()
    flag = model.SelectionFlag
    results.setFocus()
    for row in range(first.row(), last.row() + 1):
        model.select(results.model().index(row, 0), flag.Select | flag.Rows)
    studio.wait(0.5)


def transfer(studio: Studio) -> None:
    """Out of the library, converted."""
    _several(studio, "rain", 6)
    studio.desk.transferring.transfer()
    dialog = studio.dialog()
    assert isinstance(dialog, TransferDialog)
    dialog.preset.setCurrentIndex(1)
    dialog.preset.activated.emit(1)
    dialog.naming.setText("{catid}_{name}")
    studio.wait(1.5)
    studio.take_dialog("transfer")


def renaming(studio: Studio) -> None:
    """UCS names, before they are given."""
    _several(studio, "thunder format:wav", 12)
    studio.desk.filing.rename_files()
    dialog = studio.dialog()
    assert isinstance(dialog, RenamingDialog)
    dialog.set_block("creator_id", "ABC")
    dialog.set_block("source_id", "STORM")
    studio.wait(2.0)
    studio.take_dialog("renaming")


def writing(studio: Studio) -> None:
    """What would be written into the files."""
    _several(studio, "thunder format:wav", 3)
    studio.desk.filing.write_metadata()
    studio.wait(2.0)
    studio.take_dialog("writing")


def palette(studio: Studio) -> None:
    """Commands by their names."""
    studio.search("wind through trees")
    studio.desk.customising.show_palette()
    palette = studio.desk.customising.palette
    assert palette is not None
    palette.box.setText("reg")
    studio.wait(0.5)
    studio.take("palette", QRect(200, 0, 880, 480))
    palette.reject()


def preferences(studio: Studio) -> None:
    """The preferences' page on the library."""
    studio.desk.customising.show_preferences("Library")
    studio.wait(0.5)
    studio.take_dialog("preferences")


def problems(studio: Studio) -> None:
    """What could not be read, and why."""
    studio.desk.tending.show_problems()
    studio.wait(1.0)
    studio.take_dialog("problems")


def folders(studio: Studio) -> None:
    """The library's folders, one of them away."""
    studio.desk.tending.show_folders()
    studio.wait(1.0)
    folders = studio.desk.tending.folders
    assert folders is not None
    last = folders.list.topLevelItem(folders.list.topLevelItemCount() - 1)
    assert last is not None
    folders.list.setCurrentItem(last)
    studio.wait(0.2)
    studio.take_dialog("folders")


def vocabularies(studio: Studio) -> None:
    """By which lists the library is tagged."""
    studio.desk.teaching.choose_vocabularies()
    studio.wait(1.0)
    studio.take_dialog("vocabularies")


def exporting(studio: Studio) -> None:
    """Tags into a table."""
    studio.search("rain")
    studio.desk.exporting.export()
    studio.wait(1.0)
    studio.take_dialog("export")


def keys(studio: Studio) -> None:
    """Keys of one's own."""
    studio.desk.customising.show_keys()
    studio.wait(0.5)
    studio.take_dialog("keys")


def welcome(studio: Studio) -> None:
    """An empty library."""
    studio.wait(1.0)
    studio.take("welcome")


OF_A_LIBRARY = {
    each.__name__: each
    for each in (
        *(window, filters, suggestions, sidebar, inspector, spectrogram, alike, chart, transfer, renaming, writing),
        *(palette, preferences, problems, folders, vocabularies, exporting, keys),
    )
}
OF_NOTHING = {"welcome": welcome}


def main() -> None:
    """Make a library, or copy one; then take the pictures one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pictures", nargs="*", choices=[[], *OF_A_LIBRARY, *OF_NOTHING])
    parser.add_argument("--library", type=Path, help="what is shown, as a copy; else the demo library")
    parser.add_argument("--out", type=Path, default=FOLDER)
    parser.add_argument("--language", default="en")
    parser.add_argument("--text-size", type=int, default=100)
    parser.add_argument("--sharp", action="store_true", help="two pixels a point")
    arguments = parser.parse_args()
    if arguments.sharp:
        os.environ["QT_SCALE_FACTOR"] = str(SHARP)
    application = Application(sys.argv[:1])
    speak(application, arguments.language)
    application.scale_text(arguments.text_size)
    application.choose_scheme(Qt.ColorScheme.Light)
    wanted = arguments.pictures or [*OF_A_LIBRARY, *OF_NOTHING]
    with tempfile.TemporaryDirectory() as temporary:
        for scenes, library in ((OF_A_LIBRARY, Path(temporary) / "library.db"), (OF_NOTHING, Path(temporary) / "e.db")):
            names = [name for name in wanted if name in scenes]
            if not names:
                continue
            if scenes is OF_A_LIBRARY:
                make_library(library, arguments.library)
            studio = Studio(application, library, arguments)
            for name in names:
                print(name, flush=True)
                scenes[name](studio)
            studio.window.close()
            studio.wait(0.5)


if __name__ == "__main__":
    main()
