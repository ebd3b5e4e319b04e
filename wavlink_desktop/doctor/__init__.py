"""What is missing on this machine, or odd, and what to do about it.

It must come up where the rest does not: here, only the standard library is imported; whatever else a check needs, it
imports itself, and what may end its process (Qt, the model) it tries in another one.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from wavlink_desktop.doctor import machine, model, program, sound, store
from wavlink_desktop.doctor.finding import Finding, State

__all__ = ["Finding", "State", "examine"]

_Check = Callable[[], Finding | Iterable[Finding]]


def examine(library: Path) -> Iterator[Finding]:
    """Look at everything, what is quick first; `library` need not exist. A finding comes as soon as it is made."""
    checks: tuple[tuple[str, _Check], ...] = (
        ("program", program.program),
        ("libraries", program.libraries),
        ("processor", machine.processor),
        ("graphics", machine.graphics),
        ("memory", machine.memory),
        ("room", lambda: machine.disks(library)),
        ("library's disk", lambda: machine.network(library)),
        ("library", lambda: store.library(library)),
        ("libsndfile", sound.libsndfile),
        ("FFmpeg", sound.ffmpeg),
        ("display", program.display),
        ("window", program.window),
        ("playback", sound.devices),
        ("model's files", model.checkpoint),
        ("model", model.model),
    )
    for name, check in checks:
        yield from _looked_at(name, check)


def _looked_at(name: str, check: _Check) -> Iterator[Finding]:
    try:
        found = check()
        yield from [found] if isinstance(found, Finding) else found
    except Exception as error:  # a check that fails is a finding too, and must not keep the others from being made
        text = f"This could not be looked at: {type(error).__name__}: {error}"
        yield Finding(name, "warning", text, "Reinstall the program if it does not work; please report this.")
