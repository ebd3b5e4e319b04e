"""Big libraries for benchmarks: names, folders, texts, tags and vectors as real ones have them, but no sound files.

They are written straight into a library file, 30,000 clips a second, and kept between runs.
"""

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from sqlite_utils import Database

from wavlink_desktop import paths, ucs
from wavlink_desktop.library import vectors
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.index import VectorIndex
from wavlink_desktop.library.texts import folder_words, name_words, tag_words
from wavlink_desktop.wavlink.identity import model_id

FOLDERS = 12
_BATCH = 20_000
_TAKES = 16
"""Clips of one recording session, which sound nearly alike."""
_WORDS = (  # noqa: SIM905 (so that they can be read)
    "metal wood glass stone plastic heavy light soft hard big small close far distant interior exterior slow fast long "
    "short deep high low wet dry old rusty hollow creak slam knock scrape rattle rumble whoosh impact hit drop roll "
    "loop ambience room city street forest ocean wind rain thunder door gate window car truck engine train plane boat "
    "dog cat bird horse crowd voice scream laugh footsteps cloth leather paper water splash drip fire explosion gun "
    "sword bell clock phone radio machine motor drill hammer saw chain spring bounce swing sweep riser drone texture"
).split()
_MAKERS = ("BOOM", "SDX", "ASFX", "RSCPC", "PEDN", "TON")
_FORMATS = ((48_000, 24, 2), (96_000, 24, 2), (48_000, 24, 1), (44_100, 16, 2), (192_000, 32, 1))


def cached_library(rows: int, heard: int, say: Callable[[str], None]) -> Path:
    """A library file with `rows` clips, of which the first `heard` have a vector; made if it is not there yet."""
    home = Path(tempfile.gettempdir()) / "wavlink-benchmarks"
    path = home / f"library-{rows}-{heard}-{model_id(paths.checkpoint())}.db"  # of another model nothing would be found
    if not path.exists():
        shutil.rmtree(home / "making", ignore_errors=True)
        (home / "making").mkdir(parents=True)
        unfinished = home / "making" / path.name
        say(f"Making a library of {rows:,} clips, {heard:,} of them with vectors …")
        _make(unfinished, home / "sounds", rows, heard, say)
        for part in (home / "making").iterdir():
            part.replace(home / part.name)
    _link(path)  # an older one is brought to the present version first
    return path


def copy_library(library: Path, folder: Path) -> Path:
    """A copy to be changed, with the graph beside it."""
    for part in library.parent.glob(library.name + "*"):
        shutil.copy2(part, folder / part.name)
    return folder / library.name


def _make(path: Path, sounds: Path, rows: int, heard: int, say: Callable[[str], None]) -> None:
    random = np.random.default_rng(0)
    catalogue = Catalogue(path)
    identity = model_id(paths.checkpoint())
    roots = [os.fsencode(sounds / f"Library {number + 1:02d}") for number in range(FOLDERS)]
    for root in roots:  # folders that are there, so that the clips count as online
        folder = Path(os.fsdecode(root))
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "about.txt").touch()
    with catalogue.writing() as database:
        database.conn.executemany("INSERT INTO folders (path, whole) VALUES (?, 1)", [(root,) for root in roots])
        database.execute("UPDATE state SET model_id = ?", [identity])
    recordings = Recordings(max(1, heard // _TAKES), random)
    for begin in range(0, rows, _BATCH):
        count = min(_BATCH, rows - begin)
        with catalogue.writing() as database:
            _write(database, roots, begin, count, max(0, min(count, heard - begin)), identity, recordings, random)
        if begin % (10 * _BATCH) == 0:
            say(f"{begin:,} clips written")
    with catalogue.writing() as database:
        database.execute("INSERT INTO texts (texts) VALUES ('optimize')")
    catalogue.close()
    say("Linking the vectors …")
    _link(path)


def _link(path: Path) -> None:
    """Bring the graph into step, as a first search does in the background."""
    catalogue = Catalogue(path)
    with VectorIndex(catalogue) as index:
        index.refresh(model_id(paths.checkpoint()))
        index.settle()
    catalogue.close()


def _write(
    database: Database,
    roots: list[bytes],
    begin: int,
    count: int,
    heard: int,
    identity: str,
    recordings: "Recordings",
    random: np.random.Generator,
) -> None:
    clips = list(_clips(roots, begin, count, random))
    database.conn.executemany(
        """INSERT INTO files (id, folder_id, path, name, size, mtime_ns, fingerprint, duration, sample_rate, channels,
        bit_depth, format, codec, description, fields, model_id)
        VALUES (?, ?, ?, ?, ?, 1700000000000000000, ?, ?, ?, ?, ?, 'WAV', 'PCM', ?, ?, ?)""",
        (
            (
                number, folder + 1, path, name, int(duration * rate * depth * channels / 8) + 800,
                number.to_bytes(16, "little"), duration, rate, channels, depth, description,
                f'{{"bext:description": "{description}", "bext:originator": "WavLink"}}' if description else "{}",
                identity if number - begin <= heard else "",
            )
            for number, folder, path, name, duration, (rate, depth, channels), description, _ in clips
        ),
    )  # fmt: skip
    tagged = [
        (number, cat_id, float(score))
        for (number, *_, cat_id), score in zip(clips, random.random(count), strict=True)
        if number % 3
    ]
    database.conn.executemany(
        "INSERT INTO tags (file_id, vocabulary, label, score, source) VALUES (?, 'ucs', ?, ?, 'sound')", tagged
    )
    database.conn.executemany(
        "INSERT INTO texts (rowid, name, folder, description, tags) VALUES (?, ?, ?, ?, ?)",
        (
            (
                number,
                name_words(name),
                folder_words(roots[folder], path),
                description,
                tag_words([cat_id] * (number % 3 > 0)),
            )
            for number, folder, path, name, _, _, description, cat_id in clips
        ),
    )
    rows = recordings.takes(heard)
    database.conn.executemany(
        "INSERT INTO windows (file_id, start, end, vector) VALUES (?, 0, ?, ?)",
        ((clip[0], min(clip[4], 10.0), vectors.encode(row)) for clip, row in zip(clips[:heard], rows, strict=True)),
    )


class Recordings:
    """Vectors as libraries have them: clusters of takes, each cluster somewhere between two real sounds.

    The real ones are the background that ships with the model; what is added is noise of their own covariance.
    """

    def __init__(self, count: int, random: np.random.Generator) -> None:
        real = load_file(paths.checkpoint() / "background.safetensors")["sounds"].astype(np.float32)
        self._random = random
        covariance = np.cov(real.T) + 1e-6 * np.eye(vectors.DIMENSIONS)
        self._spread = np.linalg.cholesky(covariance).T.astype(np.float32)
        share = random.random((count, 1), dtype=np.float32)
        one, other = (real[random.integers(len(real), size=count)] for _ in range(2))
        self._centres = vectors.unit(share * one + (1 - share) * other + 0.7 * self._noise(count))

    def takes(self, count: int) -> NDArray[np.float32]:
        """`(count, 512)`, unit length, of recordings by chance."""
        chosen = self._centres[self._random.integers(len(self._centres), size=count)]
        return vectors.unit(chosen + 0.35 * self._noise(count))

    def _noise(self, count: int) -> NDArray[np.float32]:
        noise = self._random.standard_normal((count, vectors.DIMENSIONS), dtype=np.float32)
        shaped: NDArray[np.float32] = noise @ self._spread
        return shaped


Made = tuple[int, int, bytes, str, float, tuple[int, int, int], str, str]


def _clips(roots: list[bytes], begin: int, count: int, random: np.random.Generator) -> Iterator[Made]:
    """`(id, folder, path, name, duration, (rate, depth, channels), description, CatID)`, one a clip."""
    categories = list(ucs.categories().values())
    # Words and categories as people use them: a few very often, most seldom.
    said = np.minimum(random.zipf(1.4, (count, 5)) - 1, len(_WORDS) - 1)
    kinds = np.minimum(random.zipf(1.3, count) - 1, len(categories) - 1)
    durations = np.round(random.lognormal(1.2, 1.1, count), 3)
    for row in range(count):
        number, category = begin + row + 1, categories[kinds[row]]
        words = [_WORDS[at].title() for at in said[row]]
        folder = number * 7919 % len(roots)
        if number % 2:
            title = f"{words[0]} {words[1]} {words[2]} {number % 40 + 1:02d}"
            name = f"{category.cat_id}_{title}_{_MAKERS[number % 6]}_{number:07d}.wav"
        else:
            name = f"{words[0].lower()}_{words[1].lower()}_{number:07d}.wav"
        below = f"{category.category.title()}/{category.subcategory.title()}/{name}"
        description = " ".join(words).lower() + ", recorded close" if number % 4 == 0 else ""
        layout = _FORMATS[number % len(_FORMATS)]
        yield number, folder, below.encode(), name, float(durations[row]), layout, description, category.cat_id
