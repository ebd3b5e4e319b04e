"""How fast, how exact and how large the search is: `python -m benchmarks.search --windows 1000000`.

A library of that many clips of one window each (`benchmarks.libraries`: vectors as real libraries have them, made-up
names) is searched by another process, as the window does it: text encoder in a child, ranked rows as the answer. Exact
search is what one would write without an index: all vectors in memory as float32, one matrix product, on the same
thread. Recall is of the ten windows that exact search over all 512 dimensions finds. What is on the disk has been read
before: first queries to a library that the system no longer holds in memory wait for the disk.
"""

import json
import multiprocessing
import resource
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from benchmarks.libraries import Recordings, cached_library, copy_library
from benchmarks.machine import describe
from benchmarks.texts import TEXTS
from wavlink_desktop import paths
from wavlink_desktop.facade import Library
from wavlink_desktop.library import vectors
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.index import VectorIndex
from wavlink_desktop.search.request import Request
from wavlink_desktop.wavlink import EmbedderProcess
from wavlink_desktop.wavlink.identity import model_id

PAGE = np.arange(50)
"""The rows that a window shows at once."""
KEPT = (0.001, 0.01, 0.1)
"""Shares of the clips that a filter keeps."""
ADDED = 10_000
_BLOCK = 50_000
_READ_BYTES = 1 << 24
Results = dict[str, float]


def measure_asking(library_file: Path) -> Results:
    """Times from a text to ranked rows, and the memory of the process that asks; to be run in a process of its own."""
    sys.setswitchinterval(0.0005)  # these two as the window has them: `gui.application.favour_the_window`
    threadpool_limits(limits=1, user_api="blas")
    embedder = EmbedderProcess()
    embedder.embed_text(["sound"])
    with Library(library_file, embedder=lambda: embedder) as library:
        began = time.perf_counter()
        _ask(library, "a door")
        opened = time.perf_counter() - began
        took = [_seconds(lambda text=text: _ask(library, text)) for text in TEXTS]  # type: ignore[misc]
        filtered = [_seconds(lambda text=text: _ask(library, f"{text} tag:DOORWood")) for text in TEXTS]  # type: ignore[misc]
        memory = _resident_mb()
    embedder.close()
    return {
        "open_s": round(opened, 2),
        "p50_ms": _percentile(took, 50),
        "p95_ms": _percentile(took, 95),
        "filtered_p50_ms": _percentile(filtered, 50),
        "filtered_p95_ms": _percentile(filtered, 95),
        "memory_mb": memory,
        "peak_memory_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def measure_recall(library_file: Path) -> Results:
    """Recall at 10 of the index against exact search, with and without filters; and what exact search takes."""
    embedder = EmbedderProcess()
    queries = embedder.embed_text(TEXTS)
    embedder.close()
    catalogue = Catalogue(library_file)
    identity = model_id(paths.checkpoint())
    with VectorIndex(catalogue) as index:
        index.refresh(identity)
        with catalogue.reading() as database:
            ids, files = vectors.owners(database, identity)
            scores, exact_s = _exact(database, ids, queries)
        random = np.random.default_rng(0)
        found = {"recall_at_10": _recall(index, queries, ids, files, scores, None)}
        for share in KEPT:
            allowed = np.sort(random.choice(np.unique(files), max(10, round(share * len(ids))), replace=False))
            found[f"filtered_recall_at_10_keeping_{share:g}"] = _recall(index, queries, ids, files, scores, allowed)
    catalogue.close()
    found["filtered_recall_at_10"] = min(value for name, value in found.items() if name.startswith("filtered"))
    return {**{name: round(value, 4) for name, value in found.items()}, "exact_ms": round(1000 * exact_s, 2)}


def measure_adding(library_file: Path) -> Results:
    """How long 10,000 more windows take until they are found and in the graph, while searches go on."""
    folder = Path(tempfile.mkdtemp(prefix="wavlink-search-", dir=library_file.parent))
    try:
        catalogue = Catalogue(copy_library(library_file, folder))
        identity = model_id(paths.checkpoint())
        rows = Recordings(600, np.random.default_rng(1)).takes(ADDED)
        with VectorIndex(catalogue, graph_from=1) as index:
            index.refresh(identity)
            index.settle()
            took: list[float] = []
            stop = threading.Event()
            asking = threading.Thread(target=_keep_asking, args=(index, rows[0], took, stop))
            asking.start()
            began = time.perf_counter()
            _add(catalogue, identity, rows)
            index.refresh(identity)
            found = time.perf_counter() - began
            growing = index._growing
            if growing is not None:
                growing.join()
            added = time.perf_counter() - began
            stop.set()
            asking.join()
        catalogue.close()
    finally:
        shutil.rmtree(folder)
    return {
        "add_10000_s": round(added, 2),
        "add_10000_found_after_s": round(found, 2),
        "search_while_adding_p95_ms": _percentile(took, 95),
    }


def disk_per_window(library_file: Path, windows: int) -> Results:
    """Bytes of the stored vectors with their row index, and of the files beside the library, a window."""
    catalogue = Catalogue(library_file)
    with catalogue.reading() as database:
        pages = database.execute("SELECT sum(pgsize) FROM dbstat WHERE name IN ('windows', 'windows_file')").fetchone()
    catalogue.close()
    beside = sum(path.stat().st_size for path in library_file.parent.glob(f"{library_file.name}.hnsw*"))
    whole = library_file.stat().st_size
    return {
        "disk_bytes_per_window": round((pages[0] + beside) / windows, 1),
        "whole_library_bytes_per_clip": round((whole + beside) / windows, 1),
    }


def _read_through(library_file: Path) -> None:
    """So that the system holds the library and its graph in memory."""
    for path in library_file.parent.glob(f"{library_file.name}*"):
        with path.open("rb") as file:
            while file.read(_READ_BYTES):
                pass


def run(windows: int, say: Callable[[str], None]) -> dict[str, object]:
    """Everything, for a library of so many windows."""
    library_file = cached_library(windows, windows, say)
    _read_through(library_file)
    found: dict[str, object] = {"windows": windows, "queries": len(TEXTS)}
    # Each in a fresh process: what one holds in memory is not the other's.
    for measure in (measure_asking, measure_recall, measure_adding):
        say((measure.__doc__ or "").splitlines()[0])
        with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as pool:
            found.update(pool.submit(measure, library_file).result())
    found.update(disk_per_window(library_file, windows))
    return found


@click.command()
@click.option("--windows", default=100_000, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of lines.")
def main(windows: int, as_json: bool) -> None:
    """Search by a text in a library of so many windows."""
    found = {"machine": describe(1), **run(windows, lambda line: click.echo(line, err=True))}
    if as_json:
        click.echo(json.dumps(found))
        return
    for name, value in found.items():
        click.echo(f"{name:40} {value}")


def _ask(library: Library, text: str) -> None:
    answer = library.answer(Request(text))
    library.rows(answer, PAGE[: len(answer)])


def _keep_asking(index: VectorIndex, query: NDArray[np.float32], took: list[float], stop: threading.Event) -> None:
    while not stop.is_set():
        took.append(_seconds(lambda: index.search(query, 300)))
        stop.wait(0.05)


def _add(catalogue: Catalogue, identity: str, rows: NDArray[np.float32]) -> None:
    with catalogue.writing() as database:
        for number, row in enumerate(rows):
            file_id = database.execute(
                "INSERT INTO files (folder_id, path, name, size, mtime_ns) VALUES (1, ?, 'x', 1, 1)",
                [f"added/{number}".encode()],
            ).lastrowid
            assert file_id is not None
            vectors.put(database, file_id, identity, [(0.0, 1.0)], [vectors.encode(row)])


def _exact(database: object, ids: NDArray[np.int64], queries: NDArray[np.float32]) -> tuple[NDArray[np.float32], float]:
    """Scores `(queries, windows)`, and the seconds that one query's matrix product and choice of ten take."""
    scores = np.empty((len(queries), len(ids)), np.float32)
    seconds = 0.0
    for begin in range(0, len(ids), _BLOCK):
        block = vectors.by_ids(database, ids[begin : begin + _BLOCK])  # type: ignore[arg-type]
        rows = np.searchsorted(ids, block.ids)
        scores[:, rows] = queries @ block.vectors.T
        began = time.perf_counter()
        np.argpartition(block.vectors @ queries[0], -10)
        seconds += time.perf_counter() - began
    return scores, seconds


def _recall(
    index: VectorIndex,
    queries: NDArray[np.float32],
    ids: NDArray[np.int64],
    files: NDArray[np.int64],
    scores: NDArray[np.float32],
    allowed: NDArray[np.int64] | None,
) -> float:
    passing = slice(None) if allowed is None else np.flatnonzero(np.isin(files, allowed))
    right = 0
    for query, row in zip(queries, scores, strict=True):
        best = ids[passing][np.argsort(-row[passing])[:10]]
        found = index.search(query, 300, allowed)
        ten = found.ids[np.argsort(-(found.vectors @ query))[:10]]
        right += len(set(best.tolist()) & set(ten.tolist()))
    return right / (10 * len(queries))


def _seconds(function: Callable[[], object]) -> float:
    began = time.perf_counter()
    function()
    return time.perf_counter() - began


def _percentile(seconds: list[float], share: float) -> float:
    return round(1000 * float(np.percentile(seconds, share)), 2)


def _resident_mb() -> float:
    """What this process holds now; on Linux only."""
    status = Path("/proc/self/status")
    if not status.exists():
        return float("nan")
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return round(int(line.split()[1]) / 1024)


if __name__ == "__main__":
    main()
