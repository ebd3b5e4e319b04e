"""Clips of sources that training never sees, with the UCS category that was checked, as the library would know them.

`held_out_ucs.csv` is our own work: for 250 clips the category, and the CatID where it is clear, from what their authors
called them and what a tagger hears.
"""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from model.hearing import embed_files
from model.manifest import Example, ManifestError, read_manifest
from model.vectors import Floats
from wavlink_desktop import ucs
from wavlink_desktop.library.records import Clip, SoundEmbedder

CHECKED = Path(__file__).with_name("held_out_ucs.csv")
LONGEST = 10.0
"""Seconds: a window of the library."""


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Clips that could be read, in order."""

    examples: list[Example]
    clips: list[Clip]
    vectors: Floats
    """`(clips, 512)`, unit length."""
    categories: list[str]
    """Checked; empty where the category is not clear."""
    cat_ids: list[str]
    """Likewise."""

    @property
    def sources(self) -> NDArray[np.str_]:
        """Of every clip, `(clips,)`."""
        return np.array([example.source for example in self.examples])


def read_checked(path: Path = CHECKED) -> dict[str, tuple[str, str]]:
    """Path, relative to the manifest, to category and CatID (may be empty). Raises ValueError for what UCS lacks."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = {row["path"]: (row["category"], row["cat_id"]) for row in csv.DictReader(file)}
    known = ucs.categories()
    categories = {row.category for row in known.values()}
    for clip, (category, cat_id) in rows.items():
        if category not in categories or (cat_id and (cat_id not in known or known[cat_id].category != category)):
            raise ValueError(f"{path}: {clip} is {category} {cat_id}, which UCS lacks")
    return rows


def held_out(manifest: Path, embedder: SoundEmbedder, cache: Path | None) -> tuple[HeldOut, list[Example]]:
    """All clips of the sources that the checked clips come from, and all other examples of the manifest.

    `cache`: a folder for vectors, which tells models apart. Raises `ManifestError` when a checked clip is not there.
    """
    checked = read_checked()
    examples = read_manifest(manifest, needs=("source",))
    by_path = {example.path.relative_to(manifest.parent).as_posix(): example for example in examples}
    missing = checked.keys() - by_path.keys()
    if missing:
        raise ManifestError(f"{manifest} lacks {len(missing)} of the {len(checked)} checked clips: {min(missing)} …")
    sources = {by_path[path].source for path in checked}
    ours = {path: example for path, example in by_path.items() if example.source in sources}
    vectors, read = embed(embedder, list(ours.values()), LONGEST, cache)
    readable = set(read)
    said = [checked.get(path, ("", "")) for path, example in ours.items() if example in readable]
    clips = [library_clip(example) for example in read]
    known = HeldOut(read, clips, vectors, [category for category, _ in said], [cat_id for _, cat_id in said])
    return known, [example for example in examples if example.source not in sources]


def library_clip(example: Example) -> Clip:
    """The clip under the name that it had where it comes from."""
    folder = Path("/") / example.source
    path = folder / (example.name or example.path.name)
    return Clip(0, path, path.name, folder, 0, 0.0, 1.0, 16_000, 1, None, "", "", True, True)


def embed(
    embedder: SoundEmbedder, examples: Sequence[Example], seconds: float, cache: Path | None
) -> tuple[Floats, list[Example]]:
    """Vectors of the first `seconds` of clips, and the clips that could be read; the others are named on stderr."""
    known = _Cache(cache, f"{embedder.model_id}-{seconds:g}")
    fresh = [example.path for example in examples if str(example.path) not in known.vectors]
    if fresh:
        heard = embed_files(embedder, fresh, seconds)
        known.vectors.update((str(path), vector) for path, vector in heard.items())
        known.save()
    read = [example for example in examples if str(example.path) in known.vectors]
    if not read:
        raise ManifestError(f"none of the {len(examples)} clips could be read")
    return np.stack([known.vectors[str(example.path)] for example in read]), read


class _Cache:
    """Vectors by path, kept in a file of `folder` if there is one."""

    def __init__(self, folder: Path | None, name: str) -> None:
        self._file = folder and folder / f"{name}.npz"
        self.vectors: dict[str, Floats] = {}
        if self._file and self._file.exists():
            with np.load(self._file) as content:
                self.vectors = dict(zip(content["paths"].tolist(), content["vectors"], strict=True))

    def save(self) -> None:
        if self._file:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            np.savez(self._file, paths=np.array(list(self.vectors)), vectors=np.stack(list(self.vectors.values())))
