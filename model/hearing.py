"""Sound files to vectors, for what is measured on a set of clips."""

from collections.abc import Sequence
from pathlib import Path

import click

from model.vectors import Floats
from wavlink_desktop.audio import AudioError, decode
from wavlink_desktop.library.records import SoundEmbedder

BATCH = 64


def embed_files(embedder: SoundEmbedder, paths: Sequence[Path], seconds: float) -> dict[Path, Floats]:
    """Vectors `(d,)` of the first `seconds` of those files that can be read; the others are named on stderr.

    Each file is read once, however often it is named.
    """
    distinct = list(dict.fromkeys(paths))
    vectors: dict[Path, Floats] = {}
    for start in range(0, len(distinct), BATCH):
        waves = {}
        for path in distinct[start : start + BATCH]:
            try:
                waves[path] = decode(path, end=seconds)
            except AudioError as error:
                click.echo(f"left out: {path}: {error}", err=True)
        vectors.update(zip(waves, embedder.embed_audio(list(waves.values())), strict=True))
    return vectors
