"""The HNSW graph on disk: a cache beside the library file that can be thrown away.

One file, `<library>.hnsw`: a NumPy archive of what hnswlib pickles of an index (`graph.…`), of the windows that could
be found when it was written, which a big library takes seconds to tell, and of what all that belongs to. Not hnswlib's
own file: `load_index` reads it in a million small pieces, a second for 500,000 windows, and holds the interpreter all
the while; from the arrays, a graph is there in a fifth of that. The archive has checksums, and hnswlib crashes on what
is damaged. Windows are never renumbered (`AUTOINCREMENT`), so a graph of the same library and model is right in all
that it holds, however old; what it lacks or holds too much is seen from its labels.
"""

import os
import tempfile
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import hnswlib
import numpy as np
from numpy.typing import NDArray

_GRAPH = "graph."


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


def load(library: Path, wanted: GraphOf) -> Saved | None:
    """What is saved; None if there is nothing that can be used."""
    try:
        with np.load(path_of(library)) as archive:
            if any(archive[name].item() != value for name, value in asdict(wanted).items()):
                return None
            held = {name.removeprefix(_GRAPH): archive[name] for name in archive.files if name.startswith(_GRAPH)}
            windows, generation = archive["windows"].astype(np.int64), archive["generation"].item()
        state = {name: value if value.ndim else value.item() for name, value in held.items()}
        return Saved(_unpickled(state), windows, generation)
    except (OSError, ValueError, KeyError, AttributeError, EOFError, RuntimeError, zipfile.BadZipFile):
        return None


def save(library: Path, saved: Saved, of: GraphOf) -> None:
    """Write it, whole or not at all. Raises OSError, for instance when the disk is full."""
    path = path_of(library)
    state = {f"{_GRAPH}{name}": value for name, value in saved.graph.__getstate__()[0].items()}
    windows = saved.windows.astype(
        np.min_scalar_type(saved.windows.max(initial=0))
    )  # half the size, for most libraries
    with tempfile.TemporaryDirectory(prefix=f"{path.name}.", dir=path.parent) as folder:
        new = Path(folder, "graph")
        with new.open("wb") as file:
            np.savez(file, **asdict(of), **state, windows=windows, generation=saved.generation)
        os.replace(new, path)


def path_of(library: Path) -> Path:
    """Where the graph of a library is saved."""
    return library.with_name(f"{library.name}.hnsw")


def _unpickled(state: dict[str, Any]) -> Any:
    """As `pickle` does it, whose files can hold anything."""
    graph = hnswlib.Index.__new__(hnswlib.Index)
    graph.__setstate__((state,))
    return graph
