"""The HNSW graph on disk: a cache beside the library file that can be thrown away.

Three files: `<library>.hnsw` is hnswlib's own; `<library>.hnsw.npy` lists the windows that could be found when it was
written, which a big library takes seconds to tell; `<library>.hnsw.json` says what they are of and what they must look
like, because hnswlib believes whatever it reads. Windows are never renumbered (`AUTOINCREMENT`), so a graph of the same
library and model is right in all that it holds, however old; what it lacks or holds too much is seen from its labels.
"""

import json
import os
import tempfile
import zlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import hnswlib
import numpy as np
from numpy.typing import NDArray

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class GraphOf:
    """What a graph is of."""

    library: str
    model_id: str
    dimensions: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What was on disk."""

    graph: Any
    """An `hnswlib.Index`."""
    windows: NDArray[np.int64]
    """Ids of the windows that could be found, ascending, and of the file of each: `(2, n)`."""
    generation: int
    """Of the library then: as long as it stands, windows are only added."""


def load(library: Path, wanted: GraphOf, room: int) -> Saved | None:
    """What is saved, the graph with room for `room` elements; None if there is nothing that can be used."""
    graph_path, windows_path, card_path = _paths(library)
    try:
        card = json.loads(card_path.read_text())
        here = {"graph": _looks(graph_path), "windows": _looks(windows_path)}
        if card != {**asdict(wanted), **here, "elements": card["elements"], "generation": card["generation"]}:
            return None
        graph = hnswlib.Index("cosine", wanted.dimensions)
        graph.load_index(str(graph_path), max_elements=max(room, card["elements"]))
        return Saved(graph, np.load(windows_path), card["generation"])
    except (OSError, ValueError, KeyError, TypeError, RuntimeError):
        return None


def save(library: Path, saved: Saved, of: GraphOf) -> None:
    """Write it, whole or not at all. Raises OSError, for instance when the disk is full."""
    graph_path, windows_path, card_path = _paths(library)
    with tempfile.TemporaryDirectory(prefix=f"{graph_path.name}.", dir=graph_path.parent) as folder:
        new_graph, new_windows, new_card = Path(folder, "graph"), Path(folder, "windows.npy"), Path(folder, "card")
        try:
            saved.graph.save_index(str(new_graph))
        except RuntimeError as error:  # hnswlib's word for a file that it cannot write
            raise OSError(f"{graph_path} cannot be written: {error}") from error
        np.save(new_windows, saved.windows)
        here = {"graph": _looks(new_graph), "windows": _looks(new_windows)}
        elements = saved.graph.get_current_count()
        card = {**asdict(of), **here, "elements": elements, "generation": saved.generation}
        new_card.write_text(json.dumps(card))
        os.replace(new_graph, graph_path)
        os.replace(new_windows, windows_path)
        os.replace(new_card, card_path)


def remove(library: Path) -> None:
    """Throw the saved graph away."""
    for path in _paths(library):
        path.unlink(missing_ok=True)


def _paths(library: Path) -> tuple[Path, Path, Path]:
    graph, windows, card = (library.with_name(f"{library.name}.hnsw{suffix}") for suffix in ("", ".npy", ".json"))
    return graph, windows, card


def _looks(path: Path) -> dict[str, int]:
    """Size and checksum: 4 GB/s, and hnswlib crashes on a damaged file that has the right size."""
    checksum = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            checksum = zlib.crc32(chunk, checksum)
    return {"bytes": path.stat().st_size, "crc32": checksum}
