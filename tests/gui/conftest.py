"""A window on a small library: widgets, catalogue and child process are real, the model and the speaker are not."""

import gc
import shutil
import sys

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtGui import QGuiApplication

from wavlink_desktop.facade import Library
from wavlink_desktop.gui.application import Application
from wavlink_desktop.gui.desk import Desk
from wavlink_desktop.gui.mixer import Mixer
from wavlink_desktop.gui.tasks import wait_for_tasks

RATE = 48_000
CHILD = [sys.executable, "-m", "tests.gui.child"]


class SilentOutput(QObject):
    """A sound device that plays when the test says so, and keeps what it played."""

    changed = Signal()

    def __init__(self):
        super().__init__()
        self.mixer = Mixer(RATE)
        self.devices = [("speakers", "Speakers"), ("phones", "Headphones")]
        self.device = "speakers"
        self.chosen = ""
        self.heard = np.zeros((0, 2), np.float32)
        self.closed = False

    def pull(self, seconds):
        for _ in range(round(seconds * 100)):
            self.heard = np.concatenate([self.heard, self.mixer.render(RATE // 100)])

    def choose(self, device):
        self.chosen = device
        if device in dict(self.devices) and device != self.device:
            self.switch(device)

    def switch(self, device, rate=RATE):
        """As when a device comes or goes; "": there is none."""
        self.device, self.mixer = device, Mixer(rate) if device else None
        self.changed.emit()

    def close(self):
        self.closed = True


@pytest.fixture(scope="session")
def qapp_cls():
    return Application


@pytest.fixture(autouse=True)
def garbage():
    """The application has turned Python's own collector off, and few tests live as long as its own collections need."""
    yield
    gc.collect(1)


@pytest.fixture
def output(qapp):
    return SilentOutput()


def tone(frequency, seconds, rate=RATE, level=0.5):
    time = np.arange(round(seconds * rate)) / rate
    return (level * np.sin(2 * np.pi * frequency * time)).astype(np.float32)


@pytest.fixture(scope="session")
def sounds(tmp_path_factory):
    """Four sounds and one file that is none. Treat it as read-only."""
    folder = tmp_path_factory.mktemp("sounds") / "My sounds"
    (folder / "Weather").mkdir(parents=True)
    soundfile.write(folder / "Weather" / "rain on roof.wav", tone(300, 1.5), RATE)
    soundfile.write(folder / "Weather" / "thunder.flac", tone(80, 2.0), RATE)
    soundfile.write(folder / "police siren.wav", tone(900, 1.0), RATE)
    soundfile.write(folder / "door knock.wav", np.stack([tone(150, 1.2), tone(160, 1.2)], axis=1), RATE)
    (folder / "notes.wav").write_text("these are notes, not a sound")
    return folder


@pytest.fixture(scope="session")
def scanned(sounds, fake_embedder, tmp_path_factory):
    """A library file with `sounds` in it, to be copied."""
    path = tmp_path_factory.mktemp("scanned") / "library.db"
    with Library(path, embedder=lambda: fake_embedder) as library:
        library.scan([sounds])
    return path


@pytest.fixture
def open_desk(qtbot, tmp_path, fake_embedder, output):
    """Opens a window on this test's own library."""

    class Embedder(type(fake_embedder)):
        def close(self):
            pass

    opened = []

    def open_it(open_output=lambda: (output, "")) -> Desk:
        desk = Desk(
            tmp_path / "library.db",
            QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat),
            lambda scheme: None,
            embedder=Embedder,
            open_output=open_output,
            command=lambda: CHILD,
            demo_folder=lambda: tmp_path / "demo",
        )
        opened.append(desk)
        with qtbot.waitSignal(desk.session.model_ready, timeout=10_000):
            desk.open()
        qtbot.waitUntil(lambda: desk.session.library is not None, timeout=10_000)  # the model may be there before it
        return desk

    yield open_it
    for desk in opened:
        desk.window.close()
        wait_for_tasks()
        desk.window.deleteLater()
    # The offscreen platform frees its clipboard after the interpreter is gone: what Python put there would crash.
    QGuiApplication.clipboard().clear()


@pytest.fixture
def desk(open_desk):
    """A window on an empty library."""
    return open_desk()


@pytest.fixture
def filled(open_desk, scanned, tmp_path, qtbot):
    """A window on a library with `sounds` in it."""
    shutil.copy(scanned, tmp_path / "library.db")
    desk = open_desk()
    qtbot.waitUntil(lambda: len(desk.window.model) == 4, timeout=10_000)
    return desk
