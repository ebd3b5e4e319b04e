"""Is the window ever stuck? `python -m benchmarks.window --rows 1000000 --json`.

The real window, on a library file of that many clips (`benchmarks.libraries`: real tables, made-up contents), on Qt's
offscreen platform: everything but the screen is what a user has. A timer on the window's thread is due every 5 ms; the
longest time by which it came late while something was done is the *stall* of that: for so long the window would not
have answered a key. `shown_ms` is how long the user waits for the result itself: to the answer in the table, its first
page painted. Only the first `--heard` clips have vectors (to link a million into a graph takes half an hour), the
model and the search by sound are real. `scan`: that many small WAV files, new in a folder, are taken up by the real
child process, model and all, while the window follows.

Other programs on the machine make stalls of their own: run it where nothing else runs, and say where.
"""

import json
import os
import platform
import shutil
import sys
import tempfile
import time
import wave
from collections.abc import Callable
from pathlib import Path

import click
import numpy as np

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import PySide6
from PySide6.QtCore import QElapsedTimer, QObject, QSettings, Qt, QTimer

from benchmarks.libraries import cached_library, copy_library
from wavlink_desktop.gui.application import Application
from wavlink_desktop.gui.columns import COLUMNS
from wavlink_desktop.gui.desk import Desk
from wavlink_desktop.gui.scan_job import ScanState
from wavlink_desktop.gui.tasks import run_quietly, wait_for_tasks

BEAT_MS = 5
TYPED = "metal door slam"
FILTERS = ("duration:<5", "format:wav channels:2", "tag:door", "rain", "door -wood", "folder:metal rate:>=96k", "")
PATIENCE_S = 900.0


class Heart(QObject):
    """Beats on the window's thread, and notes how late the latest beat was."""

    def __init__(self) -> None:
        super().__init__()
        self._clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self.longest_ms = 0.0

    def start(self) -> None:
        """From now on."""
        self.longest_ms = 0.0
        self._clock.start()
        self._timer.start()

    def stop(self) -> float:
        """The longest stall since `start`, in ms."""
        self._beat()
        self._timer.stop()
        return round(self.longest_ms, 1)

    def _beat(self) -> None:
        self.longest_ms = max(self.longest_ms, self._clock.nsecsElapsed() / 1e6 - BEAT_MS)
        self._clock.restart()


class Bench:
    """One window, and what is done with it."""

    def __init__(self, application: Application, library: Path, folder: Path, say: Callable[[str], None]) -> None:
        self._application, self._folder, self._say = application, folder, say
        self._heart = Heart()
        settings = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self.desk = Desk(library, settings, lambda scheme: None, open_output=lambda: (None, "no sound in a benchmark"))
        self.desk.window.resize(1280, 800)
        self.stalls: dict[str, float] = {}
        self.shown: dict[str, float] = {}

    def measure(self, name: str, do: Callable[[], None]) -> None:
        """The longest stall of the window's thread while `do` goes on."""
        self._heart.start()
        do()
        self._settle(0.05)
        self.stalls[name] = self._heart.stop()
        self._say(f"{name}: longest stall {self.stalls[name]} ms")

    def open(self) -> None:
        """The window, the library, the first page."""
        self._until_found("open", self.desk.open)

    def load(self) -> None:
        """The model, then the search index."""
        began = time.perf_counter()
        ready: list[object] = []
        self._wait(lambda: self.desk.session.has_model and not self.desk.finding.busy, "the model")
        self.shown["the model is there"] = _ms(began)
        assert self.desk.session.library is not None
        run_quietly(self.desk.session.library.get_ready, lambda _, error: ready.append(error))
        self._wait(lambda: bool(ready), "the search index")
        self.shown["the search index is there"] = _ms(began)

    def scroll(self) -> None:
        """Page by page, then from end to end with the mouse on the bar, then holding the down arrow."""
        view = self.desk.window.results
        bar = view.verticalScrollBar()
        for _ in range(60):
            bar.setValue(bar.value() + bar.pageStep())
            self._settle(0.016)
        for place in np.linspace(0, bar.maximum(), 120).astype(int).tolist():
            bar.setValue(place)
            self._settle(0.016)
        began = time.perf_counter()
        bar.setValue(bar.maximum() // 2)
        first = view.rows_in_sight()[0] + 1
        self._wait(lambda: view.model().row(first) is not None, "rows")
        self.shown["scroll to the middle"] = _ms(began)
        for row in range(first, first + 60):
            view.go_to(row)
            self._settle(0.016)

    def sort(self) -> None:
        """By every column, both ways."""
        header = self.desk.window.results.horizontalHeader()
        for section, column in enumerate(COLUMNS):
            if not column.ranked:
                for way in ("up", "down", "back"):
                    self._until_found(f"sort by {column.key} {way}", lambda at=section: header.sectionClicked.emit(at))

    def filter(self) -> None:
        """Filters and words, each at once."""
        for query in FILTERS:
            self._until_found(f"filter {query}", lambda text=query: self.desk.window.search_box.set_text(text))

    def type(self) -> None:
        """A query, key by key; each key waits for its answer."""
        text, waits = "", {}
        for key in TYPED:
            text += key
            self._until_found("", lambda words=text: self.desk.window.search_box.set_text(words))
            waits[key + str(len(text))] = self.shown.pop("")
        self.shown |= {f"key {key}": wait for key, wait in waits.items()}
        self._until_found("clear", lambda: self.desk.window.search_box.set_text(""))

    def select_all(self) -> None:
        """Everything, its ids, a refresh that keeps it, nothing again."""
        view = self.desk.window.results
        began = time.perf_counter()
        view.selectAll()
        count = len(view.selected_ids())
        self.shown["select all"] = _ms(began)
        assert count == len(self.desk.window.model)
        self._settle(0.2)
        self._until_found("refresh with all selected", self.desk.finding.refresh)
        assert len(view.selected_ids()) == count
        view.clearSelection()

    def scan(self, files: int) -> None:
        """The real child process takes up new files; the window follows."""
        began = time.perf_counter()
        reports: list[object] = []
        self.desk.growing.scan.finished.connect(reports.append)
        self.desk.growing.add([self._folder / "new sounds"])
        self._wait(lambda: bool(reports) and self.desk.growing.scan.state == ScanState.IDLE, "the scan")
        self.shown[f"scan of {files} files"] = _ms(began)
        self._say(f"scan: {reports[0]}")

    def close(self) -> None:
        """The window, and all that works for it."""
        self.desk.window.close()
        wait_for_tasks()

    def _until_found(self, name: str, do: Callable[[], None]) -> None:
        answers: list[float] = []
        self.desk.finding.found.connect(lambda: answers.append(time.perf_counter()))
        began = time.perf_counter()
        do()
        self._wait(lambda: bool(answers), name)
        self._application.processEvents()  # painted
        self.shown[name] = _ms(began)
        self._settle(0.05)

    def _wait(self, done: Callable[[], bool], what: str) -> None:
        began = time.perf_counter()
        while not done():
            self._settle(0.001)
            if time.perf_counter() - began > PATIENCE_S:
                raise click.ClickException(f"gave up waiting for {what}: {self.desk.window.search_box.message()}")

    def _settle(self, seconds: float) -> None:
        """Let the window live for a while."""
        end = time.perf_counter() + seconds
        while (left := end - time.perf_counter()) > 0:
            self._application.processEvents()
            time.sleep(min(left, 0.0005))


def _ms(began: float) -> float:
    return round(1000 * (time.perf_counter() - began), 1)


def _write_sounds(folder: Path, files: int) -> None:
    """Small WAV files, no two alike."""
    random = np.random.default_rng(1)
    folder.mkdir()
    for number in range(files):
        samples = (random.standard_normal(1600) * 3000 * np.exp(-np.arange(1600) / 300)).astype("<i2")
        with wave.open(str(folder / f"knock {number:05d}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(16_000)
            file.writeframes(samples.tobytes())


def _machine() -> dict[str, object]:
    cpu = Path("/proc/cpuinfo")
    lines = cpu.read_text().splitlines() if cpu.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": names[0] if names else platform.processor(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 2) if hasattr(os, "getloadavg") else None,
        "system": platform.platform(),
        "python": platform.python_version(),
        "qt": PySide6.__version__,
        "platform": os.environ["QT_QPA_PLATFORM"],
    }


@click.command(help=__doc__)
@click.option("--rows", type=click.IntRange(min=1000), default=100_000, show_default=True)
@click.option("--heard", type=click.IntRange(min=0), default=100_000, show_default=True, help="Clips with vectors.")
@click.option("--scanned", type=click.IntRange(min=0), default=10_000, show_default=True, help="Files to be scanned.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def main(rows: int, heard: int, scanned: int, as_json: bool) -> None:
    """Run it."""

    def say(text: str) -> None:
        click.echo(text, err=True)

    source = cached_library(rows, min(rows, heard), say)
    folder = Path(tempfile.mkdtemp(prefix="wavlink-window-"))
    try:
        library = copy_library(source, folder)
        _write_sounds(folder / "new sounds", scanned)
        machine = _machine()
        bench = Bench(Application(sys.argv[:1]), library, folder, say)
        for name in ("open", "load", "scroll", "sort", "filter", "type", "select_all"):
            bench.measure(name, getattr(bench, name))
        if scanned:
            bench.measure("scan", lambda: bench.scan(scanned))
        bench.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    result = {
        "rows": rows,
        "heard": min(rows, heard),
        "longest_stall_ms": bench.stalls,
        "shown_ms": bench.shown,
        "machine": machine,
    }
    click.echo(json.dumps(result) if as_json else json.dumps(result, indent=2, ensure_ascii=False))


if __name__ == "__main__":
    main()
