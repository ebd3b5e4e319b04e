"""Vectors in the catalogue: one a window of a file. Functions run inside a transaction of `Catalogue`."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from wavlink_desktop.library import joined
from wavlink_desktop.library.schema import VISIBLE

DIMENSIONS = 512
_STORED = np.dtype("<f2")  # half the bytes of float32; cosines move by less than 1e-3
_SIGN_AND_HALF = np.int32(0x8FFFE000 - 2**32)
_CHUNK = 8192


@dataclass(frozen=True, slots=True)
class Windows:
    """Some windows, in no order that is promised: ids, files, bounds in seconds `(n,)`; unit vectors `(n, 512)`."""

    ids: NDArray[np.int64]
    files: NDArray[np.int64]
    starts: NDArray[np.float64]
    ends: NDArray[np.float64]
    vectors: NDArray[np.float32]

    def kept(self, rows: NDArray[np.bool_]) -> "Windows":
        """Those where `rows` `(n,)` is true."""
        return Windows(self.ids[rows], self.files[rows], self.starts[rows], self.ends[rows], self.vectors[rows])


def encode(vector: NDArray[np.float32]) -> bytes:
    """A unit vector `(512,)` as it is stored."""
    return vector.astype(_STORED).tobytes()


def decode(stored: bytes) -> NDArray[np.float32]:
    """Stored vectors, one after the other, back to float32 `(n, 512)`.

    The bits of a half, moved to where a float has them, are a float whose exponent is too small: eight times as fast as
    `astype`, which takes them one by one. True for all but infinity and what is no number.
    """
    halves = np.frombuffer(stored, np.dtype("<i2"))
    bits = halves.astype(np.int32)
    bits <<= 13
    bits &= _SIGN_AND_HALF
    vectors = bits.view(np.float32)
    vectors *= np.float32(2.0**112)
    return vectors.reshape(-1, DIMENSIONS)


def put(
    database: Database, file_id: int, model_id: str, bounds: Iterable[tuple[float, float]], vectors: Sequence[bytes]
) -> None:
    """Set a file's windows, as bounds in seconds and stored vectors, and which model they are of."""
    drop(database, file_id)
    database.conn.executemany(
        "INSERT INTO windows (file_id, start, end, vector) VALUES (?, ?, ?, ?)",
        ((file_id, start, end, vector) for (start, end), vector in zip(bounds, vectors, strict=True)),
    )
    database.execute("UPDATE files SET model_id = ? WHERE id = ?", [model_id, file_id])


def drop(database: Database, file_id: int) -> None:
    """Delete a file's windows."""
    if database.execute("DELETE FROM windows WHERE file_id = ?", [file_id]).rowcount:
        database.execute("UPDATE state SET generation = generation + 1")


def owners(database: Database, model_id: str, after: int = 0) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Ids of the windows that can be found, ascending, above `after`, and the files that they belong to; both `(n,)`.

    Reads the index `windows_file` only: 12 bytes a window, not the vectors.
    """
    # CROSS JOIN fixes the order of the loops: a few new windows are looked up one by one, all of them file by file.
    tables = "windows CROSS JOIN files" if after else "files CROSS JOIN windows"
    ids, files = database.execute(
        f"""SELECT group_concat(windows.id), group_concat(file_id) FROM {tables}
        WHERE file_id = files.id AND windows.id > ? AND model_id = ? AND {VISIBLE}""",
        [after, model_id],
    ).fetchone()
    found, owned_by = joined.integers(ids), joined.integers(files)
    order = np.argsort(found, kind="stable")
    return found[order], owned_by[order]


def by_ids(database: Database, window_ids: NDArray[np.int64]) -> Windows:
    """Those windows, of which none is named twice."""
    # One by one in the order in which they lie, instead of "id IN …", which collects and sorts them first.
    tables = "json_each(?) CROSS JOIN windows ON windows.id = value"
    return _windows(database, tables, [json.dumps(np.sort(window_ids).tolist())])


def of_files(database: Database, file_ids: NDArray[np.int64]) -> Windows:
    """All windows of those files, of whatever model."""
    return _windows(database, "json_each(?) CROSS JOIN windows ON file_id = value", [json.dumps(file_ids.tolist())])


def few_of_files(database: Database, file_ids: NDArray[np.int64], model_id: str, most: int) -> Windows | None:
    """All windows of those files that are of this model; None if they are more than `most`."""
    tables = """json_each(?) CROSS JOIN files ON files.id = value CROSS JOIN windows ON file_id = files.id
        WHERE model_id = ? LIMIT ?"""
    found = _windows(database, tables, [json.dumps(file_ids.tolist()), model_id, most + 1])
    return found if len(found.ids) <= most else None


def means(database: Database) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """File ids `(n,)`, ascending, and the unit means `(n, 512)` of their windows of the library's model."""
    model_id = database.execute("SELECT model_id FROM state").fetchone()[0]
    ids, files = owners(database, model_id)
    clips, rows = np.unique(files, return_inverse=True)
    sums = np.zeros((len(clips), DIMENSIONS), np.float32)
    for begin in range(0, len(ids), _CHUNK):
        found = by_ids(database, ids[begin : begin + _CHUNK])
        np.add.at(sums, rows[np.searchsorted(ids, found.ids)], found.vectors)
    return clips, unit(sums)


def unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Rows scaled to unit length."""
    lengths = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: NDArray[np.float32] = vectors / np.maximum(lengths, 1e-12)
    return scaled


def _windows(database: Database, tables: str, parameters: Sequence[object]) -> Windows:
    ids, files, starts, ends, stored = database.execute(
        f"""SELECT group_concat(id), group_concat(file_id), {joined.exactly("start")}, {joined.exactly("end")},
        CAST(group_concat(vector, '') AS BLOB)
        FROM (SELECT windows.id, file_id, start, end, vector FROM {tables})""",
        parameters,
    ).fetchone()
    return Windows(
        joined.integers(ids),
        joined.integers(files),
        joined.floats(starts),
        joined.floats(ends),
        decode(stored or b""),
    )
