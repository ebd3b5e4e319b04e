"""How soon is the program there, and what does it take? `python -m benchmarks.startup --rows 100000 --json`.

The real program in a process of its own, model and all, on a library file of that many clips (`benchmarks.libraries`:
real tables, made-up contents), each with a vector. Seconds count from before the process is begun: to the window,
painted; the library, open; its first rows, painted; the answer to a first search by name, typed then; the model, ready;
the answer to a first search by meaning, typed then; the answer to a first search by a sound file, dropped then, for
which the model's process starts. Memory in MB: of the window's process and the model's (resident; `share_mb`: both,
pages that are shared counted once), after some idle seconds, and again after the model was let go.

Of several runs the best figure of each kind, and all of them: other programs on the machine only ever add. What is on
the disk has been read before (the first run does not count), and Python's byte code is there, as after an installation.
The look at all folders when the program starts is switched off, as the made-up clips are not in them.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from benchmarks.libraries import cached_library, copy_library
from benchmarks.machine import describe

TARGETS = {
    "window_s": 1.0,
    "name_search_s": 1.5,
    "meaning_search_s": 4.0,
    "idle_with_model_mb": 900.0,
    "idle_without_model_mb": 400.0,
}
PATIENCE_S = 300.0


def open_once(library: Path, folder: Path) -> dict[str, float]:
    """One start of the program, in its own folders below `folder`, to its end."""
    home = folder / "data" / "wavlink-desktop"
    home.mkdir(parents=True, exist_ok=True)
    (home / "window.ini").write_text("[library]\nlook_at_start=false\n")
    environment = os.environ | {
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.opening", str(library), str(_sound(folder)), str(began)],
        env=environment,
        stdout=subprocess.PIPE,
        timeout=PATIENCE_S,
        check=True,
    )
    said = json.loads(child.stdout.splitlines()[-1])
    seconds: dict[str, float] = said["seconds"]
    memory: dict[str, dict[str, float]] = said["memory"]
    return seconds | {
        f"idle_{state}_{kind}": value for state, kinds in memory.items() for kind, value in _summed(kinds).items()
    }


def _sound(folder: Path) -> Path:
    """A second of a fading tone, which no library knows."""
    path = folder / "tone.wav"
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
        file.writeframes(
            b"".join(
                int(8000 * 0.9997**k * (-1) ** (k // 20)).to_bytes(2, "little", signed=True) for k in range(16_000)
            )
        )
    return path


def _summed(kinds: dict[str, float]) -> dict[str, float]:
    """All of it, then its parts."""
    return {"mb": round(kinds["window_mb"] + kinds["model_mb"], 1)} | kinds


def best(runs: Sequence[dict[str, float]]) -> dict[str, float]:
    """The least of each figure."""
    return {name: min(run[name] for run in runs) for name in runs[0]}


def table(found: dict[str, Any]) -> str:
    """The figures, and what they should be at most."""
    lines = [f"{'':<28}{'best':>9}{'at most':>9}   all runs"]
    for name, value in found["best"].items():
        runs = "  ".join(f"{run[name]:g}" for run in found["runs"])
        lines.append(f"{name:<28}{value:>9g}{TARGETS.get(name, ''):>9}   {runs}")
    return "\n".join(lines)


@click.command(help=__doc__)
@click.option("--rows", type=click.IntRange(min=1000), default=100_000, show_default=True)
@click.option("--runs", type=click.IntRange(min=1), default=5, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def main(rows: int, runs: int, as_json: bool) -> None:
    """Run it."""

    def say(text: str) -> None:
        click.echo(text, err=True)

    source = cached_library(rows, rows, say)
    folder = Path(tempfile.mkdtemp(prefix="wavlink-startup-"))
    try:
        library = copy_library(source, folder)
        figures: list[dict[str, float]] = []
        for number in range(runs + 1):
            load = round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None
            figures.append(open_once(library, folder))
            say(f"{'run ' + str(number) if number else 'first start'} (load {load}): {json.dumps(figures[-1])}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    found = {
        "rows": rows,
        "best": best(figures[1:]),
        "at_most": TARGETS,
        "runs": figures[1:],
        "platform": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "machine": describe(os.cpu_count() or 1),
    }
    click.echo(json.dumps(found) if as_json else table(found))


if __name__ == "__main__":
    main()
