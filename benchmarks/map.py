"""How smooth the map is, and how long it takes to lay one out: `python -m benchmarks.map --points 100000 --json`.

The vectors are made up: clouds around random centres, some near each other, on as few directions as real ones have.
The window is the real widget on Qt's offscreen platform, painted by the processor: frames are repainted whole, one
after the other, while a hand pans and zooms; a frame that takes longer than 33 ms would be seen to stutter.
"""

import json
import os
import resource
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass

import click
import numpy as np
from numpy.typing import NDArray

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

CATEGORIES = 80
FRAMES = 60
HOVERS = 200


@dataclass(frozen=True, slots=True)
class Frames:
    """Milliseconds a frame, and those in which the processor worked on it: less where other programs want it too."""

    p50: float
    p95: float
    longest: float
    cpu_p50: float
    cpu_p95: float


@dataclass(frozen=True, slots=True)
class Figures:
    """All of one run. Seconds, milliseconds, megabytes."""

    points: int
    width: int
    height: int
    ratio: float
    layout_seconds: float | None
    layout_mb: float | None
    prepare_seconds: float
    pan: Frames
    zoom: Frames
    at_rest: Frames
    pick_ms: Frames
    lasso_ms: float
    memory_mb: float


def made_up(points: int) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
    """Unit vectors `(n, 64)` and the category of each."""
    rng = np.random.default_rng(1)
    heights = rng.normal(0, 1, (CATEGORIES, 64)) * np.linspace(1, 0.2, 64)
    kinds = heights[rng.integers(0, CATEGORIES, points // 40 + 1)] + rng.normal(0, 0.5, (points // 40 + 1, 64))
    kind = rng.integers(0, len(kinds), points)
    vectors = (kinds[kind] + rng.normal(0, 0.35, (points, 64))).astype(np.float32)
    nearest = np.argmax(kinds @ heights.T - (heights**2).sum(axis=1) / 2, axis=1)
    return vectors / np.linalg.norm(vectors, axis=1, keepdims=True), nearest[kind].astype(np.int32) + 1


def peak_mb() -> float:
    """The most memory that this process has had."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def lay_out(vectors: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """Places and seconds, on one core."""
    from threadpoolctl import threadpool_limits

    from wavlink_desktop.mapping.projection import arrange

    begun = time.perf_counter()
    with threadpool_limits(1):
        places = arrange(vectors, None, lambda share: None, lambda: False)
    return places, time.perf_counter() - begun


def flattened(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """A layout that costs nothing, for measuring the window alone: random islands."""
    rng = np.random.default_rng(2)
    islands = rng.normal(0, 30, (len(vectors) // 400 + 1, 2))
    return (islands[rng.integers(0, len(islands), len(vectors))] + rng.normal(0, 2, (len(vectors), 2))).astype("f4")


def timed(frames: Iterator[Callable[[], object]], draw: Callable[[], object]) -> Frames:
    """Each step, then a frame."""
    taken, worked = [], []
    for step in frames:
        begun, busy = time.perf_counter(), time.thread_time()
        step()
        draw()
        taken.append(1000 * (time.perf_counter() - begun))
        worked.append(1000 * (time.thread_time() - busy))
    shares = [(taken, 50), (taken, 95), (taken, 100), (worked, 50), (worked, 95)]
    return Frames(*(round(float(np.percentile(times, share)), 2) for times, share in shares))


def measure(points: int, width: int, height: int, ratio: float, layout: bool) -> Figures:
    """Everything."""
    os.environ["QT_SCALE_FACTOR"] = str(ratio)
    from PySide6.QtCore import QPointF

    from wavlink_desktop.gui.application import Application
    from wavlink_desktop.gui.map_cloud import Cloud
    from wavlink_desktop.gui.map_colours import assign
    from wavlink_desktop.gui.map_labels import Regions
    from wavlink_desktop.gui.map_lasso import Lasso
    from wavlink_desktop.gui.map_view import MapView
    from wavlink_desktop.mapping import Map

    vectors, categories = made_up(points)
    places, seconds = lay_out(vectors) if layout else (flattened(vectors), None)
    layout_mb = peak_mb() if layout else None
    del vectors
    application = Application(["map"])
    names = ("", *(f"Category {number}" for number in range(1, CATEGORIES + 1)))
    begun = time.perf_counter()
    cloud = Cloud(Map(np.arange(points, dtype=np.int64), places, categories, names))
    regions, numbers = Regions(cloud), assign(cloud.categories, cloud.places, len(names))
    prepared = time.perf_counter() - begun
    view = MapView()
    view.resize(width, height)
    view.show()
    view.set_cloud(cloud, regions, numbers)
    application.processEvents()
    middle = QPointF(width / 2, height / 2)

    def pans() -> Iterator[Callable[[], object]]:
        for number in range(FRAMES):
            yield lambda number=number: view.pan(14 * np.sin(number / 5), 9 * np.cos(number / 7))

    def zooms() -> Iterator[Callable[[], object]]:
        for number in range(FRAMES):
            yield lambda number=number: view.zoom(1.12 if number < FRAMES / 2 else 1 / 1.12, middle)

    def rests() -> Iterator[Callable[[], object]]:
        for _ in range(5):
            yield view._moving.stop

    def picks() -> Iterator[Callable[[], object]]:
        for at in np.random.default_rng(3).random((HOVERS, 2)) * (width, height):
            yield lambda at=at: view.row_at(QPointF(*at))

    view.repaint()
    pan, zoom = timed(pans(), view.repaint), timed(zooms(), view.repaint)
    rest, pick = timed(rests(), view.repaint), timed(picks(), lambda: None)
    lasso = Lasso(QPointF(width * 0.9, height * 0.5))
    for angle in np.linspace(0, 2 * np.pi, 200):
        lasso.add(QPointF(width * (0.5 + 0.4 * np.cos(angle)), height * (0.5 + 0.4 * np.sin(angle))))
    begun = time.perf_counter()
    lasso.rows(cloud, view.camera)
    taken = 1000 * (time.perf_counter() - begun)
    rounded = None if seconds is None else round(seconds, 1)
    return Figures(
        points, width, height, ratio, rounded, layout_mb and round(layout_mb), round(prepared, 2),
        pan, zoom, rest, pick, round(taken, 1), round(peak_mb()),
    )  # fmt: skip


@click.command()
@click.option("--points", default=100_000, show_default=True)
@click.option("--size", nargs=2, type=int, default=(980, 600), show_default=True, help="Of the map, in logical pixels.")
@click.option("--ratio", default=1.0, show_default=True, help="Pixels to a logical pixel.")
@click.option("--no-layout", is_flag=True, help="Measure the window alone, on random islands.")
@click.option("--json", "as_json", is_flag=True)
def main(points: int, size: tuple[int, int], ratio: float, no_layout: bool, as_json: bool) -> None:
    """Frame times while panning and zooming, hover pick time, layout time, memory."""
    figures = asdict(measure(points, *size, ratio, not no_layout))
    from benchmarks.machine import describe  # last: it imports torch, which is no part of the window

    figures["machine"] = describe(1)
    if as_json:
        click.echo(json.dumps(figures, default=str))
        return
    for name, value in figures.items():
        click.echo(f"{name:>16}  {value}")


if __name__ == "__main__":
    main()
