"""WebDataset shards, for what does not fit a manifest: tar files of `KEY.flac` (or any sound) and `KEY.json`.

    python -m model.shards MANIFEST OUT [--clips 5000]

writes a manifest's clips as shards. Shards are read at random places, not as streams: a step's clips follow from the
recipe's seed and the step alone, whatever the number of processes and workers, and a run that was killed goes on at
exactly the next clip. That asks for shards on a file system (a disk, or a mounted store), and for one pass over their
headers, the first time, which is kept beside the run.
"""

import hashlib
import json
import tarfile
import tempfile
import warnings
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

import click
import numpy as np
from numpy.typing import NDArray
from tqdm import tqdm
from webdataset import ShardWriter
from webdataset.tariterators import base_plus_ext

from model.augment import Wave
from model.data import Batch
from model.manifest import read_manifest
from model.objective import NO_MEANING
from model.recipe import Training
from wavlink_desktop.audio import EXTENSIONS, AudioError, decode

Table = NDArray[np.int64]
"""Where the samples of a shard lie, `(samples, 4)`: offset and size of the sound, offset and size of the JSON."""

WINDOW = 16
"""Shards whose samples are shuffled among each other: as far as reading jumps about within some thousand steps."""
MOST_CAPTIONS = 8
"""Captions of a clip that are compared with other clips'."""


class ShardError(Exception):
    """Shards that cannot be used; the message says which and why."""


class ShardOrder:
    """The order of the samples, epoch after epoch: shards are shuffled, then the samples of each `WINDOW` of them.

    Every sample comes exactly once an epoch.
    """

    def __init__(self, sizes: Sequence[int], seed: int) -> None:
        self.sizes = np.asarray(sizes, dtype=np.int64)
        self.seed = seed
        self.total = int(self.sizes.sum())

    def locate(self, position: int) -> tuple[int, int]:
        """Shard and sample of the clip that is drawn after `position` others."""
        epoch, place = divmod(position, self.total)
        _, starts = _shards_of_epoch(self, epoch)
        window = int(np.searchsorted(starts, place, side="right")) - 1
        shard, sample = _samples_of_window(self, epoch, window)[place - starts[window]]
        return int(shard), int(sample)


@lru_cache(maxsize=4)
def _shards_of_epoch(order: ShardOrder, epoch: int) -> tuple[Table, Table]:
    """The shards in their order, and the place in the epoch where each window begins."""
    shards = np.random.default_rng((order.seed, epoch)).permutation(len(order.sizes))
    before = np.concatenate([[0], np.cumsum(order.sizes[shards])[:-1]])
    return shards, before[::WINDOW]


@lru_cache(maxsize=8)
def _samples_of_window(order: ShardOrder, epoch: int, window: int) -> Table:
    """`(samples, 2)`: shard and sample."""
    shards, _ = _shards_of_epoch(order, epoch)
    samples = [
        np.stack([np.full(order.sizes[shard], shard), np.arange(order.sizes[shard])], axis=1)
        for shard in shards[window * WINDOW : (window + 1) * WINDOW]
    ]
    return np.random.default_rng((order.seed, epoch, window)).permutation(np.concatenate(samples))


class ShardData:
    """Batches from shards under `root`, those that `training.shards` names. `cache`: where their tables are kept."""

    def __init__(self, root: Path, cache: Path, training: Training) -> None:
        self.training = training
        self.paths = find_shards(root, training.shards)
        self.tables = [_table_file(path, cache) for path in tqdm(self.paths, desc="shards", leave=False)]
        self.order = ShardOrder([len(_read_table(table)) for table in self.tables], training.seed)

    def batch(self, step: int, process: int = 0, processes: int = 1) -> Batch:
        """See `model.data.BatchSource`. Nothing is augmented, as in the paper: each clip as it is, up to `seconds`."""
        first = step * self.training.batch
        clips = [self._clip(first + place) for place in range(process, self.training.batch, processes)]
        waves, captions, meanings = zip(*clips, strict=True)
        return Batch(list(waves), list(captions), np.stack(meanings))

    def _clip(self, position: int) -> tuple[Wave, tuple[str, ...], NDArray[np.int64]]:
        """A wave, one of its captions, and its meanings. For a clip that cannot be decoded the next of its shard
        steps in."""
        shard, sample = self.order.locate(position)
        for other in range(self.order.sizes[shard]):
            sound, captions = self._read(shard, int(sample + other) % int(self.order.sizes[shard]))
            try:
                wave = _decode(sound, self.training.seconds)
            except AudioError as error:
                warnings.warn(f"{self.paths[shard]}, sample {sample + other}: {error}", stacklevel=2)
                continue
            rng = np.random.default_rng((self.training.seed, position))
            return wave, (str(rng.choice(captions)),), _meanings(captions)
        raise ShardError(f"{self.paths[shard]}: no sound in it can be decoded")

    def _read(self, shard: int, sample: int) -> tuple[bytes, list[str]]:
        start, size, json_start, json_size = map(int, _read_table(self.tables[shard])[sample])
        with self.paths[shard].open("rb") as file:
            sound, text = _part(file, start, size), _part(file, json_start, json_size)
        try:
            return sound, _captions(json.loads(text))
        except ValueError as error:
            raise ShardError(f"{self.paths[shard]}, sample {sample}: {error}") from error


def find_shards(root: Path, patterns: Sequence[str]) -> list[Path]:
    """Raises ShardError for a pattern that fits nothing."""
    shards: set[Path] = set()
    for pattern in patterns:
        found = set(root.glob(pattern))
        if not found:
            raise ShardError(f"{root}: no shards {pattern}")
        shards |= found
    return sorted(shards)


def _table_file(shard: Path, cache: Path) -> Path:
    """The kept table of a shard; made if there is none, or if the shard's size is another than it was."""
    name = hashlib.sha256(str(shard).encode()).hexdigest()[:12]
    file = cache / f"{shard.stem}-{name}-{shard.stat().st_size}.npy"
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        fresh = file.with_suffix(".new.npy")
        np.save(fresh, _scan(shard), allow_pickle=False)
        fresh.replace(file)
    return file


@lru_cache(maxsize=4 * WINDOW)
def _read_table(file: Path) -> Table:
    table: Table = np.load(file, allow_pickle=False)
    return table


def _scan(shard: Path) -> Table:
    """Pairs of a sound and a JSON; files of other kinds are left alone."""
    sounds, texts = {}, {}
    try:
        with tarfile.open(shard, "r:") as tar:
            for member in tar:
                key, extension = base_plus_ext(member.name)
                if extension == "json":
                    texts[key] = (member.offset_data, member.size)
                elif extension and f".{extension.lower()}" in EXTENSIONS:
                    sounds[key] = (member.offset_data, member.size)
    except (OSError, tarfile.TarError) as error:
        raise ShardError(f"{shard}: {error}") from error
    table = [(*place, *texts[key]) for key, place in sounds.items() if key in texts]
    if not table:
        raise ShardError(f"{shard}: no pairs KEY.flac (or another sound) and KEY.json in it")
    return np.array(table, dtype=np.int64)


def _part(file: BinaryIO, start: int, size: int) -> bytes:
    file.seek(start)
    return file.read(size)


def _captions(values: dict[str, Any]) -> list[str]:
    """Under "captions", "caption" or "text", as one or as a list: what the published sets have."""
    for name in ("captions", "caption", "text"):
        if values.get(name):
            return [values[name]] if isinstance(values[name], str) else list(values[name])
    raise ValueError("no captions in its JSON")


def _decode(sound: bytes, seconds: float) -> Wave:
    """Through a file, as the audio room opens files only, and then any format will do."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(sound)
        file.flush()
        return decode(file.name, end=seconds)


def _meanings(captions: Sequence[str]) -> NDArray[np.int64]:
    meanings = np.full(MOST_CAPTIONS, NO_MEANING)
    for place, caption in enumerate(captions[:MOST_CAPTIONS]):
        digest = hashlib.blake2b(caption.encode(), digest_size=8).digest()
        meanings[place] = int.from_bytes(digest) >> 1  # 63 bits: never negative
    return meanings


@click.command()
@click.argument("manifest", type=click.Path(path_type=Path, exists=True))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--clips", default=5_000, help="In a shard.")
def main(manifest: Path, out: Path, clips: int) -> None:
    """Write the clips of MANIFEST as shards into the folder OUT: files as they are, captions beside them."""
    out.mkdir(parents=True, exist_ok=True)
    examples = read_manifest(manifest, ["captions"])
    with ShardWriter(str(out / "%06d.tar"), maxcount=clips, verbose=0) as writer:
        for number, example in enumerate(tqdm(examples)):
            sound = example.path.read_bytes()
            values = json.dumps({"captions": example.captions, "source": example.source})
            suffix = example.path.suffix[1:].lower()
            writer.write({"__key__": f"{number:09d}", suffix: sound, "json": values.encode()})


if __name__ == "__main__":
    main()
