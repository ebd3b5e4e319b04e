"""The window put to work by the program itself, as a user would: what `--self-test` looks at."""

import os
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QGuiApplication

from wavlink_desktop import demo
from wavlink_desktop.facade import Library
from wavlink_desktop.gui.application import PATIENCE_S, end_within, start
from wavlink_desktop.library.records import LibraryInfo

Facts = Mapping[str, object]
"""What a step found: names and figures or words."""

_QUERY = "a thunderstorm nearby"
"""No name of a sound has these words: what is found is found by how it sounds."""
_ANSWER = "thunder close strike.aiff"
_FEW = 3
"""The answer is to be among so many."""
_TAGGED = (".wav", ".aiff", ".aif", ".flac", ".ogg", ".opus", ".mp3", ".m4a")
"""Kinds of file that take tags."""
_LOOK_MS = 10
_PATIENCE_S = 300.0
"""For what takes seconds: a slow machine is no fault."""


def seconds_since_start() -> float | None:
    """Since the system began this process, to a hundredth; None where it does not tell as Linux does."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    began = int(fields[19]) / os.sysconf(
        "SC_CLK_TCK"
    )  # the 22nd of all (proc_pid_stat(5)): two are before the last ")"
    return round(time.clock_gettime(time.CLOCK_BOOTTIME) - began, 2)


class TrialError(Exception):
    """Something does not work; the message says what."""


class Trial:
    """The real window, with its children, on a library of its own in `folder`. Each step gives what it found."""

    def __init__(self, folder: Path) -> None:
        self._sounds = folder / "Sounds, Geräusche"
        self._folder = folder
        self._complaints: list[str] = []
        self._application, self._desk = start(folder / "library.db")
        desk = self._desk
        for signal in (
            desk.session.failed,
            desk.session.model_failed,
            desk.growing.scan.failed,
            desk.teaching.job.failed,
            desk.mapping.job.failed,
            desk.player.failed,
        ):
            signal.connect(self._complaints.append)
        sys.excepthook = self._slot_failed

    def window(self) -> Facts:
        """It is on the screen, painted; `shown_s`: seconds after the system began the program."""
        handle = self._desk.window.windowHandle()
        self._until(handle.isExposed, "The window was not shown.")
        self._desk.window.repaint()
        shown = seconds_since_start()
        return {"platform": QGuiApplication.platformName()} | ({} if shown is None else {"shown_s": shown})

    def open(self) -> Facts:
        """A new library is open."""
        self._until(lambda: self._desk.session.library is not None, "The library did not open.")
        return {"schema": self._info().schema_version}

    def sounds(self) -> Facts:
        """Sounds are synthesised, and written in every format that we write."""
        clips = demo.write_demo_library(self._sounds, sounds=demo.one_of_each_format())
        return {"files": len(clips), "formats": " ".join(sorted(Path(clip.path).suffix for clip in clips))}

    def scan(self) -> Facts:
        """A folder is scanned and listened to by a child process, in every format."""
        library, count = self._library(), len(self._files())
        self._desk.growing.add([self._sounds])
        self._until(
            lambda: library.info().embedded == count,
            lambda: f"Of {count} files {library.info().clips} were read, {library.info().embedded} listened to.",
        )
        return {"clips": self._info().clips, "embedded": self._info().embedded}

    def model(self) -> Facts:
        """The model answers from its own process."""
        self._until(lambda: self._desk.session.has_model, "The model did not answer.")
        return {"model": self._info().model_id}

    def search(self) -> Facts:
        """A search by meaning finds the right sound."""
        self._desk.window.search_box.set_text(_QUERY)
        finding, model = self._desk.finding, self._desk.window.model
        self._until(lambda: finding.shown.text == _QUERY and not finding.busy, "The search was not answered.")
        hits = [model.hit(row) for row in range(min(_FEW, len(model)))]
        names = [hit.clip.path.name for hit in hits if hit is not None]
        if _ANSWER not in names:
            raise TrialError(f"“{_QUERY}” found {', '.join(names) or 'nothing'}, and not {_ANSWER}.")
        return {"query": _QUERY, "first": names[0]}

    def play(self) -> Facts:
        """The first sound found is played into the sound device."""
        player, heard = self._desk.player, list[Path]()
        if player.unavailable:
            raise TrialError(player.unavailable)
        player.heard.connect(heard.append)
        self._desk.window.results.go_to(0)
        self._until(lambda: bool(heard), "The sound device took no sound.")
        player.stop()
        output = player.output
        return {"device": dict(output.devices).get(output.device, "") if output is not None else ""}

    def tag(self) -> Facts:
        """All clips are tagged by a child process."""
        ended: list[bool] = []
        self._desk.teaching.job.finished.connect(ended.append)
        self._desk.teaching.tag_library()
        self._until(lambda: bool(ended), "Tagging did not end.")
        tags = self._library().info().tags
        if not tags:
            raise TrialError("No clip was given a tag.")
        return {"tags": tags}

    def map(self) -> Facts:
        """The map is made by a child process."""
        ended: list[object] = []
        self._desk.mapping.job.finished.connect(ended.append)
        self._desk.mapping.redo_map()
        self._until(lambda: bool(ended), "The map was not finished.")
        chart, clips = self._library().map(), self._info().embedded
        if chart is None or len(chart.ids) != clips:
            raise TrialError(f"{len(chart.ids) if chart else 0} of {clips} clips are on the map.")
        return {"clips": clips}

    def export(self) -> Facts:
        """Tags go into a spreadsheet."""
        destination = self._folder / "tags.xlsx"
        return {"rows": self._library().export(destination, "xlsx"), "bytes": destination.stat().st_size}

    def write(self) -> Facts:
        """Tags go into the files, and come out again."""
        library = self._library()
        report = library.write(library.plan_writing([path for path in self._files() if path.suffix in _TAGGED]))
        if report.refused or not report.done:
            raise TrialError(
                "; ".join(f"{each.path.name}: {each.reason}" for each in report.refused) or "None changed."
            )
        undone = library.undo()
        if undone.done != report.done:
            raise TrialError(f"{undone.done} of {report.done} files became what they were.")
        return {"written": report.done, "taken back": undone.done}

    def watch(self) -> Facts:
        """A new file is noticed, and listened to."""
        watching, count = self._desk.watching, len(self._files()) + 1
        self._until(lambda: bool(watching.folders or watching.refused), "The folder was not watched.")
        if watching.refused:
            raise TrialError("; ".join(watching.refused.values()))
        first = self._files()[0]
        shutil.copyfile(first, first.with_stem("new"))
        self._until(lambda: self._info().embedded == count, "The new file was not noticed.")
        return {"clips": self._info().clips}

    def close(self) -> Facts:
        """The window closes, and with it all processes."""
        self._desk.window.close()
        end_within(PATIENCE_S, 1)
        return {}

    def _slot_failed(self, kind: type[BaseException], error: BaseException, where: TracebackType | None) -> None:
        """What goes wrong while Qt calls us ends nothing; here it ends the step."""
        self._complaints.append("".join(traceback.format_exception(kind, error, where)))

    def _files(self) -> list[Path]:
        return sorted(path for path in self._sounds.rglob("*") if path.is_file())

    def _library(self) -> Library:
        if self._desk.session.library is None:
            raise TrialError("The library is not open.")
        return self._desk.session.library

    def _info(self) -> LibraryInfo:
        return self._library().info()

    def _until(self, so: Callable[[], bool], complaint: str | Callable[[], str]) -> None:
        """Let the window work until it is so. Raises `TrialError` if it takes too long, or a part complains."""
        before, end = len(self._complaints), time.monotonic() + _PATIENCE_S
        loop, timer = QEventLoop(), QTimer()

        def look() -> None:
            if so() or len(self._complaints) > before or time.monotonic() > end:
                loop.quit()

        timer.timeout.connect(look)
        timer.start(_LOOK_MS)
        loop.exec()
        timer.stop()
        if not so():
            said = "; ".join(self._complaints[before:])
            raise TrialError(said or (complaint if isinstance(complaint, str) else complaint()))
