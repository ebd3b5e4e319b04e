import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path

import hnswlib
import numpy as np
import pytest
from numpy.typing import NDArray

from wavlink_desktop.library import index as indexing
from wavlink_desktop.library import vectors
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.index import VectorIndex
from wavlink_desktop.library.vectors import unit

MODEL = "m"
PER_FILE = 2


def clustered(count: int, seed: int = 0) -> NDArray[np.float32]:
    """Unit vectors in clusters, most of the energy in the first dimensions, as Matryoshka vectors have it."""
    generator = np.random.default_rng(seed)
    scale = np.geomspace(1, 0.1, 512).astype(np.float32)
    centres = np.random.default_rng(1).normal(size=(60, 512)).astype(np.float32)
    own = generator.normal(size=(count, 512)).astype(np.float32)
    return unit((centres[generator.integers(0, len(centres), count)] + 0.7 * own) * scale)


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    """As few candidates beside these few thousand windows as there are beside a million."""
    monkeypatch.setattr(indexing, "_WIDE", 200)


@pytest.fixture
def fill(catalogue: Catalogue) -> Callable[[NDArray[np.float32]], None]:
    """Adds files of two windows each with these vectors, without sounds."""

    def add(rows: NDArray[np.float32]) -> None:
        with catalogue.writing() as database:
            database.execute("INSERT OR IGNORE INTO folders (id, path, whole) VALUES (1, ?, 1)", [b"/nowhere"])
            for begin in range(0, len(rows), PER_FILE):
                file_id = database.execute(
                    "INSERT INTO files (folder_id, path, name, size, mtime_ns) VALUES (1, randomblob(16), 'x', 1, 1)"
                ).lastrowid
                part = rows[begin : begin + PER_FILE]
                bounds = [(float(i), i + 1.0) for i in range(len(part))]
                vectors.put(database, file_id, MODEL, bounds, [vectors.encode(row) for row in part])

    return add


def exact(catalogue: Catalogue, query: NDArray[np.float32], count: int, allowed: set[int] | None = None) -> set[int]:
    """The nearest windows by all dimensions, one by one."""
    with catalogue.reading() as database:
        ids, files = vectors.owners(database, MODEL)
        if allowed is not None:
            ids = ids[np.isin(files, list(allowed))]
        windows = vectors.by_ids(database, ids)
    return set(windows.ids[np.argsort(-(windows.vectors @ query))[:count]].tolist())


def recall(index: VectorIndex, catalogue: Catalogue, allowed: set[int] | None = None, queries: int = 30) -> float:
    """Recall at 10 of the funnel."""
    found = wanted = 0
    files = None if allowed is None else np.array(sorted(allowed))
    for query in clustered(queries, seed=9):
        windows = index.search(query, 200, files)
        best = windows.ids[np.argsort(-(windows.vectors @ query))[:10]]
        nearest = exact(catalogue, query, 10, allowed)
        found += len(nearest & set(best.tolist()))
        wanted += len(nearest)
    return found / wanted


def opened(catalogue: Catalogue, graph_from: int = 500) -> VectorIndex:
    index = VectorIndex(catalogue, graph_from)
    index.refresh(MODEL)
    index.settle()
    return index


@pytest.mark.parametrize("graph_from", [500, 10_000])
def test_the_funnel_finds_what_exact_search_finds(catalogue: Catalogue, fill: Callable, graph_from: int) -> None:
    fill(clustered(3000))
    with opened(catalogue, graph_from) as index:
        assert len(index) == 3000
        assert index_file(catalogue).exists() == (graph_from == 500)
        assert recall(index, catalogue) >= 0.98


@pytest.mark.parametrize("keep", [0.002, 0.05, 0.5])
def test_filters_lose_nothing(
    catalogue: Catalogue, fill: Callable, keep: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(indexing, "_FEW", 50)
    fill(clustered(3000))
    with catalogue.reading() as database:
        files = [row[0] for row in database.execute("SELECT id FROM files")]
    allowed = set(np.random.default_rng(3).choice(files, int(keep * len(files)), replace=False).tolist())
    with opened(catalogue) as index:
        assert recall(index, catalogue, allowed) >= 0.98
        query = clustered(1, seed=5)[0]
        assert set(index.search(query, 200, np.array(sorted(allowed))).files.tolist()) <= allowed
        assert len(index.search(query, 200, np.array([10**9])).ids) == 0


def index_file(catalogue: Catalogue) -> Path:
    return catalogue.path.with_name(catalogue.path.name + ".hnsw")


def graph_size(index: VectorIndex) -> int:
    return 0 if index._graph is None else index._graph.get_current_count()


def test_a_saved_graph_is_used_again_and_what_is_new_is_found(catalogue: Catalogue, fill: Callable) -> None:
    fill(clustered(1000))
    opened(catalogue).close()
    fill(clustered(100, seed=2))
    index = VectorIndex(catalogue, 500)
    index.refresh(MODEL)
    assert (len(index), graph_size(index)) == (1100, 1000)
    assert recall(index, catalogue) >= 0.98
    index.close()


def _flip(catalogue: Catalogue) -> None:
    content = bytearray(index_file(catalogue).read_bytes())
    content[len(content) // 2] ^= 0xFF
    index_file(catalogue).write_bytes(content)


def _truncate(catalogue: Catalogue) -> None:
    index_file(catalogue).write_bytes(index_file(catalogue).read_bytes()[:-1000])


def _remove(catalogue: Catalogue) -> None:
    index_file(catalogue).unlink()


def _empty(catalogue: Catalogue) -> None:
    index_file(catalogue).write_bytes(b"")


def _of_another_library(catalogue: Catalogue) -> None:
    _change(catalogue, library="another")


def _without_windows(catalogue: Catalogue) -> None:
    _change(catalogue, windows=None)


def _in_hnswlibs_own_format(catalogue: Catalogue) -> None:
    graph = hnswlib.Index("cosine", 64)
    graph.init_index(10)
    graph.save_index(str(index_file(catalogue)))


def _change(catalogue: Catalogue, **values: object) -> None:
    with np.load(index_file(catalogue)) as archive:
        held = {**archive, **values}
    with index_file(catalogue).open("wb") as file:
        np.savez(file, **{name: value for name, value in held.items() if value is not None})


@pytest.mark.parametrize(
    "damage",
    [_flip, _truncate, _remove, _empty, _without_windows, _of_another_library, _in_hnswlibs_own_format],
)
def test_a_missing_or_damaged_graph_is_built_anew(
    catalogue: Catalogue, fill: Callable, damage: Callable[[Catalogue], None]
) -> None:
    fill(clustered(1000))
    opened(catalogue).close()
    damage(catalogue)
    index = VectorIndex(catalogue, 500)
    index.refresh(MODEL)
    assert recall(index, catalogue, queries=5) >= 0.98  # at once, while it is being built
    index.settle()
    assert graph_size(index) == 1000
    index.close()
    again = VectorIndex(catalogue, 500)
    again.refresh(MODEL)
    assert (graph_size(again), len(again._tail_ids)) == (1000, 0)
    again.close()


def test_another_models_graph_is_not_used(catalogue: Catalogue, fill: Callable) -> None:
    fill(clustered(1000))
    with opened(catalogue) as index:
        index.refresh("another")
        assert (len(index), graph_size(index)) == (0, 0)
        index.refresh(MODEL)
        assert len(index) == 1000


def test_windows_that_are_gone_are_not_found_and_many_make_the_graph_anew(catalogue: Catalogue, fill: Callable) -> None:
    fill(clustered(2000))
    with opened(catalogue) as index:
        _hide(catalogue, "id % 10 = 0")
        index.refresh(MODEL)
        assert (len(index), graph_size(index)) == (1800, 2000)
        assert recall(index, catalogue) >= 0.98
        _hide(catalogue, "id % 3 = 0")
        index.refresh(MODEL)
        index.settle()
        assert len(index) == graph_size(index) < 1400
        assert recall(index, catalogue) >= 0.98
        _hide(catalogue, "0")
        index.refresh(MODEL)
        assert len(index) == 2000
        assert recall(index, catalogue) >= 0.98


def _hide(catalogue: Catalogue, which: str) -> None:
    with catalogue.writing() as database:
        database.execute(f"UPDATE files SET missing_since = CASE WHEN {which} THEN 1 END")
        database.execute("UPDATE state SET generation = generation + 1")


def test_searches_and_additions_at_the_same_time(catalogue: Catalogue, fill: Callable) -> None:
    fill(clustered(600))
    failures: list[BaseException] = []
    stop = threading.Event()
    index = VectorIndex(catalogue, 500)
    index.refresh(MODEL)

    def look() -> None:
        try:
            while not stop.is_set():
                index.refresh(MODEL)
                assert len(index.search(clustered(1, seed=4)[0], 50).ids) >= 50
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=look) for _ in range(2)]
    for thread in threads:
        thread.start()
    for seed in range(6):
        fill(clustered(300, seed=seed))
    stop.set()
    for thread in threads:
        thread.join()
    assert failures == []
    index.refresh(MODEL)
    assert len(index) == 2400
    assert recall(index, catalogue, queries=5) >= 0.98
    index.close()


def test_a_graph_that_cannot_be_saved_is_no_error(
    catalogue: Catalogue, fill: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(indexing.graphfile, "save", full)
    fill(clustered(600))
    opened(catalogue).close()
    assert not index_file(catalogue).exists()


def test_vectors_come_back_as_they_went_in(catalogue: Catalogue, fill: Callable) -> None:
    rows = clustered(10)
    fill(rows)
    with catalogue.reading() as database:
        ids, files = vectors.owners(database, MODEL)
        windows = vectors.by_ids(database, ids)
        assert len(np.unique(files)) == 5
        assert database.execute("SELECT max(length(vector)) FROM windows").fetchone()[0] == 1024
    order = np.argsort(windows.ids)
    assert np.allclose(windows.vectors[order], rows, atol=1e-3)


def test_window_ids_are_never_used_twice(catalogue: Catalogue, fill: Callable) -> None:
    fill(clustered(4))
    with catalogue.writing() as database:
        last = database.execute("SELECT max(id) FROM windows").fetchone()[0]
        for file_id in (1, 2):
            vectors.drop(database, file_id)
    fill(clustered(2))
    with catalogue.reading() as database:
        assert database.execute("SELECT min(id) FROM windows").fetchone()[0] > last


def test_deleting_windows_behind_the_programs_back_is_survived(catalogue: Catalogue, fill: Callable) -> None:
    fill(clustered(600))
    with opened(catalogue) as index:
        with sqlite3.connect(catalogue.path) as other:
            other.execute("DELETE FROM windows WHERE id % 2 = 0")
        other.close()
        found = index.search(clustered(1, seed=4)[0], 50)
        assert 0 < len(found.ids) < 200


def test_opened_again_only_new_windows_are_asked_for(
    catalogue: Catalogue, fill: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(clustered(600))
    opened(catalogue).close()
    fill(clustered(40, seed=2))
    asked: list[int] = []
    owners = vectors.owners
    monkeypatch.setattr(vectors, "owners", lambda *given: asked.append(given[-1]) or owners(*given))
    with opened(catalogue) as index:
        assert asked == [600] and len(index) == 640
        assert recall(index, catalogue) >= 0.98
    with catalogue.writing() as database:
        vectors.drop(database, 1)
    asked.clear()
    with opened(catalogue) as index:
        assert asked == [0] and len(index) == 638
