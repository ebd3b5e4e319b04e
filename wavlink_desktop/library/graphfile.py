"""The HNSW graph on disk: a cache beside the library file that can be thrown away.

Two files: `<library>.hnsw` is hnswlib's own; `<library>.hnsw.json` says what it is of and what it must look like,
because hnswlib believes whatever it reads. Windows are never renumbered (`AUTOINCREMENT`), so a graph of the same
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

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class GraphOf:
    """What a graph is of."""

    library: str
    model_id: str
    dimensions: int


def load(library: Path, wanted: GraphOf, room: int) -> Any | None:
    """The saved graph as an `hnswlib.Index` with room for `room` elements; None if there is none that can be used."""
    graph_path, card_path = _paths(library)
    try:
        card = json.loads(card_path.read_text())
        if card != {**asdict(wanted), **_looks(graph_path), "elements": card["elements"]}:
            return None
        graph = hnswlib.Index("cosine", wanted.dimensions)
        graph.load_index(str(graph_path), max_elements=max(room, card["elements"]))
    except (OSError, ValueError, KeyError, TypeError, RuntimeError):
        return None
    return graph


def save(library: Path, graph: Any, of: GraphOf) -> None:
    """Write the graph, whole or not at all. Raises OSError, for instance when the disk is full."""
    graph_path, card_path = _paths(library)
    with tempfile.TemporaryDirectory(prefix=f"{graph_path.name}.", dir=graph_path.parent) as folder:
        new_graph, new_card = Path(folder, "graph"), Path(folder, "card")
        try:
            graph.save_index(str(new_graph))
        except RuntimeError as error:  # hnswlib's word for a file that it cannot write
            raise OSError(f"{graph_path} cannot be written: {error}") from error
        new_card.write_text(json.dumps({**asdict(of), **_looks(new_graph), "elements": graph.get_current_count()}))
        os.replace(new_graph, graph_path)
        os.replace(new_card, card_path)


def remove(library: Path) -> None:
    """Throw the saved graph away."""
    for path in _paths(library):
        path.unlink(missing_ok=True)


def _paths(library: Path) -> tuple[Path, Path]:
    return library.with_name(f"{library.name}.hnsw"), library.with_name(f"{library.name}.hnsw.json")


def _looks(path: Path) -> dict[str, int]:
    """Size and checksum: 4 GB/s, and hnswlib crashes on a damaged file that has the right size."""
    checksum = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            checksum = zlib.crc32(chunk, checksum)
    return {"bytes": path.stat().st_size, "crc32": checksum}
