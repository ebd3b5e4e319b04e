"""The model: whether its files are there, it loads, and it listens."""

import time
from collections.abc import Callable
from typing import NamedTuple

from wavlink_desktop import paths
from wavlink_desktop.doctor.finding import Finding

_FILES = ("config.json", "model.safetensors", "processor_config.json", "tokenizer.json", "tokenizer_config.json")
PATIENCE_S = 180.0
_RATE = 16_000
_ADVICE = "Reinstall the program. Until then searching by name works, searching by sound does not."


class Trial(NamedTuple):
    """How a model did that was loaded and given two seconds of a tone."""

    load_seconds: float
    tone_seconds: float
    number_format: str
    threads: int
    megabytes: int | None
    """The most memory that its process took; None where that cannot be told."""


def checkpoint() -> Finding:
    """The files that the model is made of."""
    folder = paths.checkpoint()
    lacking = [name for name in _FILES if not (folder / name).is_file()]
    if lacking:
        return Finding("model's files", "missing", f"Not in {folder}: {', '.join(lacking)}", _ADVICE)
    return Finding("model's files", "ok", str(folder))


def model(load: Callable[[], Trial]) -> Finding:
    """Whether the model loads and listens, and how fast; `load` tries it."""
    try:
        trial = load()
    except Exception as error:  # whatever a broken torch, or a damaged file, may raise
        return Finding("model", "missing", f"It does not load: {type(error).__name__}: {error}", _ADVICE)
    memory = "" if trial.megabytes is None else f", {trial.megabytes} MB of memory"
    text = (
        f"loads in {trial.load_seconds:.1f} s, listens to 2 s of sound in {1000 * trial.tone_seconds:.0f} ms "
        f"(in {trial.number_format}; a scan takes what is fastest here; threads: {trial.threads}{memory})"
    )
    return Finding("model", "ok", text)


def try_model() -> Trial:
    """Load the bundled model and have it listen to a tone, in float32: to find the fastest format takes seconds."""
    began = time.perf_counter()
    import numpy as np
    import torch

    from wavlink_desktop.wavlink import Embedder

    embedder = Embedder(number_format="float32")
    towers = embedder.towers
    loaded = time.perf_counter()
    tone = np.sin(np.arange(2 * _RATE) * 0.1).astype(np.float32)
    embedder.embed_audio([tone])  # the first time, torch prepares its products
    again = time.perf_counter()
    (vector,) = embedder.embed_audio([tone])
    heard = time.perf_counter()
    if not np.isfinite(vector).all() or abs(float(np.linalg.norm(vector)) - 1) > 1e-3:
        raise RuntimeError("what it made of a tone is no unit vector")
    return Trial(loaded - began, heard - again, str(towers.number_format), torch.get_num_threads(), _megabytes())


def _megabytes() -> int | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1000
