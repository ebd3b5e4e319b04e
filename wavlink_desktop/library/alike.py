"""Clips that sound nearly the same: another format, level or trim of one recording. Found by their vectors.

Two clips are alike when the cosine of their vectors is at least `LEAST_COSINE` and they last about as long: takes of
one sound are as near in a model's ears as copies, but seldom of the same length. Sorted by duration, every clip need
only be compared with its neighbours, so that nothing is missed and a million clips take minutes.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sqlite_utils import Database

from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.schema import HIDDEN, VISIBLE

LEAST_COSINE = 0.97
"""Real clips against their own copies: 20 dB softer, or with silence at an end, never below 0.97; as a small MP3 half
of them. Of 4,823 different clips, 4 in 100 have another so near and as long, nearly all of them another stretch of
the same recording; at 0.95 rain is taken for wind in trees."""
LONGER, SLACK_S = 1.03, 0.06
"""The longer one lasts at most so many times as long as the other, and so many seconds more."""
_COARSE = 128
_MARGIN = 0.06  # by so much the first dimensions may be further apart than all of them
_BLOCK = 1024

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class AlikeReport:
    """What looking for near-duplicates gave."""

    clips: int
    """Were compared."""
    alike: int
    """Sound nearly like another."""
    groups: int
    cancelled: bool


def find(catalogue: Catalogue, progress: Progress, cancelled: Callable[[], bool]) -> AlikeReport:
    """Compare all clips that have been listened to, and keep what is alike; a cancelled search keeps what was known."""
    state = catalogue.state()
    ids, vectors = catalogue.all_vectors()
    with catalogue.reading() as database:
        lengths = dict(database.execute("SELECT id, duration FROM files").fetchall())
    durations = np.array([lengths.get(number, 0.0) for number in ids.tolist()])
    pairs = near_pairs(vectors, durations, progress, cancelled)
    if pairs is None:
        return AlikeReport(len(ids), 0, 0, cancelled=True)
    members, kin = grouped(len(ids), pairs)
    with catalogue.writing() as database:
        database.execute("DELETE FROM alike")
        database.conn.executemany(
            "INSERT INTO alike (file_id, kin) SELECT id, ? FROM files WHERE id = ?",
            zip(kin.tolist(), ids[members].tolist(), strict=True),
        )
        database.execute(
            "INSERT OR REPLACE INTO alike_made (one, model_id, revision, clips) VALUES (1, ?, ?, ?)",
            [state.model_id, state.revision, len(ids)],
        )
    return AlikeReport(len(ids), len(members), len(np.unique(kin)), cancelled=False)


def near_pairs(
    vectors: NDArray[np.float32], durations: NDArray[np.float64], progress: Progress, cancelled: Callable[[], bool]
) -> NDArray[np.int64] | None:
    """Rows `(m, 2)` of unit vectors `(n, 512)` that are alike, given durations `(n,)` in seconds; None if cancelled."""
    order = np.argsort(durations, kind="stable")
    lengths = durations[order]
    coarse = vectors[order, :_COARSE]
    coarse = coarse / np.maximum(np.linalg.norm(coarse, axis=1, keepdims=True), 1e-12)
    found = [np.zeros((0, 2), np.int64)]
    for begin in range(0, len(order), _BLOCK):
        if cancelled():
            return None
        end = min(begin + _BLOCK, len(order))
        last = int(np.searchsorted(lengths, lengths[end - 1] * LONGER + SLACK_S, side="right"))
        for first in range(begin, last, 4 * _BLOCK):
            stop = min(first + 4 * _BLOCK, last)
            close = coarse[begin:end] @ coarse[first:stop].T >= LEAST_COSINE - _MARGIN
            one, other = np.nonzero(close)
            one, other = one + begin, other + first
            wanted = (other > one) & (lengths[other] <= lengths[one] * LONGER + SLACK_S)
            one, other = order[one[wanted]], order[other[wanted]]
            cosines = np.einsum("ij,ij->i", vectors[one], vectors[other])
            found.append(np.stack([one, other], axis=1)[cosines >= LEAST_COSINE])
        progress(end, len(order))
    return np.concatenate(found)


def grouped(count: int, pairs: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Rows that are in a pair, ascending, and the group of each; both `(k,)`. Who is alike to one is in its group."""
    group = np.arange(count)
    while len(pairs):  # the smaller number spreads from neighbour to neighbour
        least = np.minimum(group[pairs[:, 0]], group[pairs[:, 1]])
        before = group.copy()
        for side in (0, 1):
            np.minimum.at(group, pairs[:, side], least)
        group = group[group]
        if np.array_equal(before, group):
            break
    members = np.unique(pairs)
    return members, group[members]


def count(database: Database) -> int | None:
    """How many clips sound nearly like another; None where nobody has looked yet."""
    if database.execute("SELECT 1 FROM alike_made").fetchone() is None:
        return None
    query = f"SELECT count(*) FROM alike WHERE file_id NOT IN (SELECT id FROM files WHERE {HIDDEN})"
    return int(database.execute(query).fetchone()[0])


def uncompared(database: Database) -> int:
    """How many more clips can be compared than were the last time; fewer count below 0. 0: nobody has looked yet."""
    row = database.execute(
        f"""SELECT (SELECT count(*) FROM files WHERE {VISIBLE} AND model_id = (SELECT model_id FROM state)
            AND id IN (SELECT file_id FROM windows)) - clips FROM alike_made"""
    ).fetchone()
    return 0 if row is None else int(row[0])


def groups(database: Database) -> list[list[int]]:
    """File ids that sound nearly the same, group by group; files that cannot be found are left out."""
    rows = database.execute(
        f"""SELECT kin, file_id FROM alike WHERE file_id NOT IN (SELECT id FROM files WHERE {HIDDEN})
        ORDER BY kin, file_id"""
    )
    found: dict[int, list[int]] = {}
    for kin, file_id in rows:
        found.setdefault(kin, []).append(file_id)
    return [ids for ids in found.values() if len(ids) > 1]
