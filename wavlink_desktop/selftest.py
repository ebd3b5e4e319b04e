"""`wavlink-desktop --self-test`: does all of the program work on this machine, as it is installed here?

The real window is opened on a library of its own in a temporary folder and put to work, step by step (`gui.trial`);
nothing of the user's is touched.
"""

import json
import os
import platform
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import wavlink_desktop
from wavlink_desktop import ground

if TYPE_CHECKING:
    from wavlink_desktop.gui.trial import Trial

STEPS = (
    "window", "open", "sounds", "scan", "model", "search", "play", "tag", "map", "export", "watch", "write", "close",
)  # fmt: skip
"""Methods of `Trial`, in this order."""

_GROUND = frozenset(("open", "sounds", "scan", "model", "search"))
"""Those that the others stand on: when one fails they would only wait, and say no more."""

_HOMES = (
    "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME",
    "WIN_PD_OVERRIDE_APPDATA", "WIN_PD_OVERRIDE_LOCAL_APPDATA",
)  # fmt: skip
"""What platformdirs goes by: on Linux and macOS the first, on Windows the others."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that was tried."""

    name: str
    ok: bool
    seconds: float
    facts: Mapping[str, object] = field(default_factory=dict)
    """What was found: figures and words."""
    error: str = ""
    """Why it failed."""
    trace: str = ""
    """Where in the program, for its makers."""


class SelfTestError(Exception):
    """The window cannot be tried; the message says why."""


def self_test(report: Path | None) -> int:
    """Try everything, print what came of it, write it to `report` as JSON; 0 if all works, else 1."""
    print(f"{_about()['program']} tries itself out. Nothing of yours is touched.", flush=True)
    with _own_folder() as folder:
        steps: list[Step] = []
        for step in tried(folder):
            steps.append(step)
            print(_line(step), flush=True)
    failed = [step.name for step in steps if not step.ok]
    print(f"Failed: {', '.join(failed)}." if failed else f"All {len(steps)} steps work.", flush=True)
    if report is not None:
        found = _about() | {"ok": not failed, "steps": [asdict(step) for step in steps]}
        report.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return 1 if failed else 0


def tried(folder: Path) -> Iterator[Step]:
    """Each step, once it was tried, with its files in `folder`. After one that the others stand on and that fails, the
    window is only closed."""
    opened: list[Trial] = []

    def window() -> Mapping[str, object]:
        displayed = ground.has_display()
        if lacking := ground.missing():
            raise SelfTestError(lacking)
        if not displayed:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"  # all but the window itself can be tried there
        from wavlink_desktop.gui.trial import Trial

        opened.append(Trial(folder))
        facts = opened[0].window()
        if not displayed:
            raise SelfTestError("There is no display to open the window on: DISPLAY and WAYLAND_DISPLAY are not set.")
        return facts

    yield _try("window", window)
    stands = True
    for name in STEPS[1:] if opened else ():
        if stands or name == "close":
            yield (step := _try(name, getattr(opened[0], name)))
            stands = stands and (step.ok or name not in _GROUND)


def _try(name: str, do: Callable[[], Mapping[str, object]]) -> Step:
    began = time.monotonic()

    def took() -> float:
        return round(time.monotonic() - began, 2)

    try:
        facts = do()
    except Exception as error:  # whatever it is, it is what the report is for
        return Step(name, False, took(), error=_said(error), trace=traceback.format_exc())
    return Step(name, True, took(), facts)


def _said(error: Exception) -> str:
    """Our own errors are written for people."""
    ours = type(error).__module__.partition(".")[0] == "wavlink_desktop"
    return str(error) if ours else f"{type(error).__name__}: {error}"


def _line(step: Step) -> str:
    facts = ", ".join(f"{name} {value}" for name, value in step.facts.items())
    return f"{'ok' if step.ok else 'FAILED':<8}{step.name:<8}{step.seconds:7.2f} s   {step.error or facts}"


def _about() -> dict[str, object]:
    return {
        "program": f"WavLink Desktop {wavlink_desktop.__version__}",
        "frozen": bool(getattr(sys, "frozen", False)),
        "system": platform.platform(),
        "python": platform.python_version(),
    }


@contextmanager
def _own_folder() -> Iterator[Path]:
    """A temporary folder for everything, the program's own data and caches included, also those of its children."""
    before = {name: os.environ.get(name) for name in _HOMES}
    with tempfile.TemporaryDirectory(prefix="wavlink-self-test-", ignore_cleanup_errors=True) as folder:
        os.environ |= {name: str(Path(folder) / name.lower()) for name in _HOMES}
        try:
            yield Path(folder)
        finally:
            for name, value in before.items():
                os.environ.pop(name, None)
                if value is not None:
                    os.environ[name] = value
