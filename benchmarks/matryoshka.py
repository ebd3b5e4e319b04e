"""What fewer dimensions and smaller numbers cost: `python -m benchmarks.matryoshka`.

Vectors as real libraries have them (`benchmarks.libraries.Recordings`), compared one by one with real queries. *Recall
alone*: of the ten that all 512 dimensions in float32 find. *In the funnel*: the best 1,000 by the smaller vectors are
ranked anew with 512 dimensions in float16, as the library stores them. *ms*: one query against all, on one thread.
"""

import json
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass

import click
import numpy as np
import torch
from numpy.typing import NDArray

from benchmarks.libraries import Recordings
from benchmarks.machine import describe
from benchmarks.texts import TEXTS
from wavlink_desktop.library.vectors import unit
from wavlink_desktop.wavlink import Embedder

DIMENSIONS = (32, 64, 96, 128, 256, 512)
CANDIDATES = 1000
_BLOCK = 20_000

Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Row:
    """One way to store vectors."""

    dimensions: int
    number_format: str
    bytes_per_window: int
    recall_at_10: float
    recall_in_funnel: float
    ms: float


def as_float32(vectors: Vectors) -> tuple[NDArray[np.generic], float]:
    """As they are."""
    return vectors, 1.0


def as_float16(vectors: Vectors) -> tuple[NDArray[np.generic], float]:
    """Rounded to half precision."""
    return vectors.astype(np.float16), 1.0


def as_int8(vectors: Vectors) -> tuple[NDArray[np.generic], float]:
    """One scale for all: rows of unit length have much the same largest number."""
    scale = float(np.abs(vectors).max()) / 127
    return np.round(vectors / scale).astype(np.int8), scale


FORMATS: dict[str, Callable[[Vectors], tuple[NDArray[np.generic], float]]] = {
    "float32": as_float32,
    "float16": as_float16,
    "int8": as_int8,
}


def measure(vectors: Vectors, queries: Vectors) -> list[Row]:
    """Every way to store `vectors` `(n, 512)`."""
    truth = _best(queries @ vectors.T, 10)
    stored = vectors.astype(np.float16)
    rows = []
    for dimensions in DIMENSIONS:
        cut, asked = unit(vectors[:, :dimensions]), unit(queries[:, :dimensions])
        for name, convert in FORMATS.items():
            kept, scale = convert(cut)
            began = time.perf_counter()
            scores = np.stack([_scores(kept, scale, query) for query in asked])
            seconds = (time.perf_counter() - began) / len(queries)
            chosen = _best(scores, CANDIDATES)
            again = np.stack(
                [
                    among[_best((stored[among].astype(np.float32) @ query)[None], 10)[0]]
                    for among, query in zip(chosen, queries, strict=True)
                ]
            )
            rows.append(
                Row(
                    dimensions,
                    name,
                    dimensions * kept.itemsize,
                    _overlap(truth, _best(scores, 10)),
                    _overlap(truth, again),
                    round(1000 * seconds, 2),
                )
            )
    return rows


@click.command()
@click.option("--windows", default=200_000, show_default=True)
@click.option("--json", "as_json", is_flag=True, help="One JSON object instead of a Markdown table.")
def main(windows: int, as_json: bool) -> None:
    """Recall, size and speed of every number of dimensions and number format."""
    torch.set_num_threads(1)
    vectors = Recordings(windows // 16, np.random.default_rng(0)).takes(windows)
    rows = measure(vectors, Embedder().embed_text(TEXTS))
    if as_json:
        click.echo(json.dumps({"machine": describe(1), "windows": windows, "rows": [asdict(row) for row in rows]}))
        return
    click.echo(f"{windows:,} windows, {len(TEXTS)} queries\n")
    click.echo("| dims | format | bytes a window | recall@10 alone | in the funnel | ms |\n|--:|---|--:|--:|--:|--:|")
    for row in rows:
        click.echo(
            f"| {row.dimensions} | {row.number_format} | {row.bytes_per_window:,} | {row.recall_at_10:.3f} "
            f"| {row.recall_in_funnel:.3f} | {row.ms:.1f} |"
        )


def _scores(kept: NDArray[np.generic], scale: float, query: Vectors) -> Vectors:
    """Products in float32, block by block, so that only a block is ever expanded."""
    parts = [kept[begin : begin + _BLOCK].astype(np.float32) @ query for begin in range(0, len(kept), _BLOCK)]
    scores: Vectors = np.concatenate(parts) * np.float32(scale)
    return scores


def _best(scores: Vectors, count: int) -> NDArray[np.int64]:
    return np.argpartition(-scores, count, axis=1)[:, :count]


def _overlap(truth: NDArray[np.int64], found: NDArray[np.int64]) -> float:
    same = [len(set(one.tolist()) & set(other.tolist())) for one, other in zip(truth, found, strict=True)]
    return round(sum(same) / truth.size, 4)


if __name__ == "__main__":
    main()
