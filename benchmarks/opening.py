"""The child of `benchmarks.startup`: the real program as it starts, with a watch on what it shows.

`python -m benchmarks.opening LIBRARY SOUND BEGAN`, the latter by the clock that all processes share. It imports nothing
that the program does not: that would be measured, too.
"""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

NAMED = "metal door"
MEANT = "spooky atmosphere"
"""No name of the made-up libraries has these words: what is found is found by how it sounds."""
IDLE_MS = 4000


class Watch:
    """Follows one desk from its window to its first searches by meaning and by a sound, then to its rest."""

    def __init__(self, desk: Any, sound: Path, began: float) -> None:
        self._desk, self._sound, self._began = desk, sound, began
        self.seconds: dict[str, float] = {}
        self.memory: dict[str, dict[str, float]] = {}
        self._next: Callable[[], None] | None = self._listed
        desk.finding.found.connect(self._found)
        desk.session.opened.connect(lambda: self._mark("library_opened_s"))
        desk.session.model_ready.connect(self._model_ready)
        desk.session.model_failed.connect(_give_up)
        desk.session.failed.connect(_give_up)

    def shown(self) -> None:
        """The window has been shown: paint it."""
        self._desk.window.repaint()
        self._mark("window_s")

    def _mark(self, name: str) -> None:
        self.seconds.setdefault(name, round(time.monotonic() - self._began, 3))

    def _found(self) -> None:
        self._desk.window.results.viewport().repaint()
        if self._next is not None:
            self._next()

    def _listed(self) -> None:
        self._mark("rows_s")
        self._ask(NAMED, self._named)

    def _named(self) -> None:
        self._mark("name_search_s")
        self._next = None
        if self._desk.session.has_model:
            self._ask_meaning()

    def _model_ready(self) -> None:
        self._mark("model_s")
        if self._next is None:
            self._ask_meaning()

    def _ask_meaning(self) -> None:
        self._ask(MEANT, self._meant)

    def _meant(self) -> None:
        self._mark("meaning_search_s")
        self._next = self._heard
        self._desk.asking.search_by(self._sound)

    def _heard(self) -> None:
        if not self._desk.finding.shown.sounds:
            return
        self._mark("sound_search_s")
        self._next = None
        _later(IDLE_MS, self._rested)

    def _rested(self) -> None:
        self.memory["with_model"] = _memory()
        self._desk.session.rest()
        _later(IDLE_MS, self._let_go)

    def _let_go(self) -> None:
        self.memory["without_model"] = _memory()
        print(json.dumps({"seconds": self.seconds, "memory": self.memory}), flush=True)
        self._desk.window.close()

    def _ask(self, text: str, then: Callable[[], None]) -> None:
        def answered() -> None:
            shown = self._desk.finding.shown.text
            if shown == text:
                if not len(self._desk.window.model):
                    _give_up(f"nothing was found by {text!r}")
                then()

        self._next = answered
        self._desk.window.search_box.set_text(text)


def _later(milliseconds: int, do: Callable[[], None]) -> None:
    from PySide6.QtCore import QTimer

    QTimer.singleShot(milliseconds, do)


def _give_up(reason: str) -> None:
    print(reason, file=sys.stderr, flush=True)
    os._exit(1)


def _memory() -> dict[str, float]:
    """Resident MB of this process and of its children, and how much of all that is theirs alone or their share."""
    own, children = Path("/proc/self"), []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            parent = (process / "stat").read_text().rpartition(")")[2].split()[1]
        except OSError:
            continue
        if parent == str(own.resolve().name):
            children.append(process)
    return {
        "window_mb": _resident(own, "status", "VmRSS:"),
        "model_mb": round(sum(_resident(child, "status", "VmRSS:") for child in children), 1),
        "share_mb": round(sum(_resident(each, "smaps_rollup", "Pss:") for each in (own, *children)), 1),
    }


def _resident(process: Path, file: str, name: str) -> float:
    lines = (process / file).read_text().splitlines()
    return round(sum(int(line.split()[1]) for line in lines if line.startswith(name)) / 1024, 1)


def main() -> int:
    """As `wavlink_desktop.__main__` opens the window."""
    library, sound, began = Path(sys.argv[1]), Path(sys.argv[2]), float(sys.argv[3])
    from wavlink_desktop import ground

    if lacking := ground.missing():
        _give_up(lacking)
    from wavlink_desktop.gui.application import start

    application, desk = start(library)
    Watch(desk, sound, began).shown()
    return application.exec()


if __name__ == "__main__":  # the model's process imports this module again
    sys.exit(main())
