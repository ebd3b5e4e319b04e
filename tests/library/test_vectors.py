import numpy as np
import pytest

from wavlink_desktop.library import vectors
from wavlink_desktop.library.catalogue import Catalogue


@pytest.fixture
def files(catalogue: Catalogue) -> list[int]:
    """Three files: two windows of model "m", three of "m", one of another model."""
    ids = []
    with catalogue.writing() as database:
        database.execute("INSERT INTO folders (id, path, whole) VALUES (1, ?, 1)", [b"/nowhere"])
        for number, (count, model) in enumerate([(2, "m"), (3, "m"), (1, "other")]):
            row = database.execute(
                "INSERT INTO files (folder_id, path, name, size, mtime_ns) VALUES (1, ?, 'x', 1, 1)", [str(number)]
            )
            stored = vectors.encode(np.eye(1, 512, number, dtype=np.float32)[0])
            vectors.put(database, row.lastrowid, model, [(i, i + 1.0) for i in range(count)], [stored] * count)
            ids.append(row.lastrowid)
    return ids


def test_what_is_stored_comes_back_as_numpy_reads_it() -> None:
    """All halves that are numbers, the smallest too, of both signs."""
    halves = np.arange(2**16, dtype=np.uint16).view(np.float16)
    halves = halves[np.isfinite(halves)]
    halves = halves[: len(halves) // 512 * 512].reshape(-1, 512)
    assert np.array_equal(vectors.decode(halves.tobytes()), halves.astype(np.float32))


def test_windows_of_files_are_those_of_the_model_or_none_if_they_are_many(
    catalogue: Catalogue, files: list[int]
) -> None:
    with catalogue.reading() as database:
        found = vectors.few_of_files(database, np.array(files), "m", 5)
        assert found is not None
        assert found.files.tolist() == [files[0]] * 2 + [files[1]] * 3
        assert found.vectors[:, 1].tolist() == [0, 0, 1, 1, 1]
        assert vectors.few_of_files(database, np.array(files), "m", 4) is None
        none = vectors.few_of_files(database, np.array([10**6]), "m", 4)
        assert none is not None and not len(none.ids)


def test_windows_by_their_ids_in_any_order(catalogue: Catalogue, files: list[int]) -> None:
    with catalogue.reading() as database:
        all_of_them = vectors.of_files(database, np.array(files))
        some = vectors.by_ids(database, all_of_them.ids[[4, 0, 3]])
    assert sorted(some.ids.tolist()) == sorted(all_of_them.ids[[4, 0, 3]].tolist())
    assert some.starts[some.files == files[1]].tolist() == [1.0, 2.0]


def test_all_digits_of_where_a_window_lies_come_back(catalogue: Catalogue, files: list[int]) -> None:
    bounds = [(1 / 3, 2 / 3), (0.1 + 0.2, 1e-7)]
    with catalogue.writing() as database:
        vectors.put(database, files[0], "m", bounds, [vectors.encode(np.ones(512, np.float32))] * 2)
    with catalogue.reading() as database:
        found = vectors.of_files(database, np.array(files[:1]))
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == bounds
