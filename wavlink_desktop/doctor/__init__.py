"""What is missing on this machine, or odd, and what to do about it.

It must come up where the rest does not: here, only the standard library is imported; whatever else a check needs, it
imports itself, and what may end its process (Qt, the model) it tries in another one.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from wavlink_desktop.doctor import machine, model, program, sound, store
from wavlink_desktop.doctor.apart import Apart
from wavlink_desktop.doctor.finding import Finding, State

__all__ = ["Examination", "Finding", "State", "as_text", "examine"]

_Check = Callable[[], Finding | Iterable[Finding]]


class Examination:
    """Looks at everything, once; `library` need not exist."""

    def __init__(self, library: Path) -> None:
        self._library = library
        self._trials = ExitStack()
        self._stopped = False

    def findings(self) -> Iterator[Finding]:
        """Each as soon as it is made, what is quick first. What takes long is tried meanwhile."""
        with self._trials:
            load = self._trials.enter_context(Apart(model.try_model, model.PATIENCE_S))
            qt_version = self._trials.enter_context(Apart(program.qt_version, program.PATIENCE_S))
            device_names = self._trials.enter_context(Apart(sound.device_names, sound.PATIENCE_S))
            checks: tuple[tuple[str, _Check], ...] = (
                ("program", program.program),
                ("libraries", program.libraries),
                ("processor", machine.processor),
                ("graphics", machine.graphics),
                ("memory", machine.memory),
                ("room", lambda: machine.disks(self._library)),
                ("library's disk", lambda: machine.network(self._library)),
                ("library", lambda: store.library(self._library)),
                ("libsndfile", sound.libsndfile),
                ("FFmpeg", sound.ffmpeg),
                ("display", program.display),
                ("window", lambda: program.window(qt_version)),
                ("playback", lambda: sound.devices(device_names)),
                ("model's files", model.checkpoint),
                ("model", lambda: model.model(load)),
            )
            for name, check in checks:
                for finding in _looked_at(name, check):
                    if self._stopped:
                        return
                    yield finding

    def stop(self) -> None:
        """Look no further, from any thread: `findings` ends soon."""
        self._stopped = True
        self._trials.close()


def examine(library: Path) -> Iterator[Finding]:
    """What `Examination` finds."""
    return Examination(library).findings()


def as_text(findings: Iterable[Finding]) -> Iterator[str]:
    """Findings in lines, for a terminal or a letter; what can be done stands below, after an arrow."""
    for finding in findings:
        yield f"{finding.state:<8} {finding.check}: {finding.text}"
        if finding.advice:
            yield f"         -> {finding.advice}"


def _looked_at(name: str, check: _Check) -> Iterator[Finding]:
    try:
        found = check()
        yield from [found] if isinstance(found, Finding) else found
    except Exception as error:  # a check that fails is a finding too, and must not keep the others from being made
        text = f"This could not be looked at: {type(error).__name__}: {error}"
        yield Finding(name, "warning", text, "Reinstall the program if it does not work; please report this.")
