"""Fast inference with torch: the whole model, for sounds, and for texts whose tower has no lighter form."""

import copy
import ctypes
import logging
import sys
import time
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers.utils import logging as transformers_logging

from . import int8, tuning
from .int8 import Activations, to_int8
from .modeling import WavLinkModel
from .processing import WavLinkProcessor
from .tuning import NumberFormat

SAMPLE_RATE = 16_000
MAX_SECONDS = 30.0
"""Whisper's positions end here: longer clips are cut. The library embeds windows of 10 s."""
BATCH_SECONDS = 80.0
"""Audio in a batch, padding included: more does not run faster on a CPU, and takes more memory."""
BATCH_CLIPS = 64
FEW_TEXTS = 8
"""So many texts are embedded by one thread: 15 ms, where two that wait for each other on a busy machine take 500."""

_log = logging.getLogger(__name__)

Conversion = Callable[[torch.nn.Module], torch.nn.Module]


class Towers:
    """A checkpoint folder, loaded. `number_format`: of the audio encoder's weights and products; default what `tuning`
    says, else the fastest of those that this machine has, measured on the first clips. Texts, and what is not matrix
    products, are float32."""

    def __init__(self, checkpoint: Path, number_format: NumberFormat | None = None) -> None:
        if cores := tuning.threads():
            torch.set_num_threads(cores)
        transformers_logging.disable_progress_bar()  # of loading weights: a tenth of a second, and not ours to print
        self.model = WavLinkModel.from_pretrained(checkpoint, dtype=torch.float32).eval()
        self.processor = WavLinkProcessor.from_pretrained(checkpoint)
        self._checkpoint = checkpoint
        self.dim: int = self.model.config.projection_dim
        self.number_format: NumberFormat | None = None
        self._wanted = number_format or tuning.number_format()

    def embed_audio(self, clips: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        """Mono clips, 1-D float32 at 16 kHz, any lengths: `(n, 512)` float32, unit length, in the order given."""
        vectors = np.zeros((len(clips), self.dim), dtype=np.float32)
        if not clips:
            return vectors
        self._choose_number_format()
        clips = [clip[: int(MAX_SECONDS * SAMPLE_RATE)] for clip in clips]
        for rows in _batches([len(clip) for clip in clips]):
            with torch.inference_mode():
                inputs = self.processor.audio([clips[row] for row in rows])
                if bool(inputs["feature_mask"].all()):
                    del inputs["feature_mask"]  # without a mask, attention takes its fastest path
                vectors[rows] = self.model.get_audio_features(**inputs).numpy()
        return vectors

    def embed_text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """`(n, 512)` float32, unit length, in the order given."""
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        order = sorted(range(len(texts)), key=lambda row: len(texts[row]))
        for start in range(0, len(order), BATCH_CLIPS):
            rows = order[start : start + BATCH_CLIPS]
            with torch.inference_mode(), _threads(1 if len(rows) <= FEW_TEXTS else torch.get_num_threads()):
                inputs = self.processor.text([texts[row] for row in rows])
                vectors[rows] = self.model.get_text_features(**inputs).numpy()
        return vectors

    def forget_texts(self) -> None:
        """Let go of the text tower, 90 MB; there is no `embed_text` any more."""
        self.model.text_model = None
        _give_memory_back()

    def _choose_number_format(self) -> None:
        if self.number_format is not None:
            return
        tower = self.model.audio_model
        conversions = self._conversions()
        formats = [self._wanted] if self._wanted in conversions else _worth_trying(conversions)
        best: tuple[float, NumberFormat, torch.nn.Module] | None = None
        original = tower.encoder
        for name in formats:
            tower.encoder = conversions[name](original)
            seconds = self._seconds_for_batches() if len(formats) > 1 else 0.0
            if best is None or seconds < best[0]:
                best = (seconds, name, tower.encoder)
        assert best is not None
        _, self.number_format, tower.encoder = best
        _log.info("model: listens in %s", self.number_format)
        del original, best
        _give_memory_back()

    def _conversions(self) -> dict[NumberFormat, Conversion]:
        """Those that this machine and this checkpoint have. They leave the encoder that they are given as it is."""
        found: dict[NumberFormat, Conversion] = {
            "float32": lambda encoder: encoder,
            "bfloat16": lambda encoder: copy.deepcopy(encoder).to(torch.bfloat16),
        }
        activations = Activations.load(self._checkpoint) if int8.supported() else None
        if activations is not None:
            span = self.model.config.attention_span
            found["int8"] = lambda encoder: to_int8(encoder, activations, span)
        return found

    def _seconds_for_batches(self) -> float:
        """Of processor time, in one thread: what else the machine does must not choose, nor make this take long."""
        noise = [np.random.default_rng(row).standard_normal(2 * SAMPLE_RATE).astype(np.float32) for row in range(2)]
        features = self.processor.audio(noise)["input_features"]
        with torch.inference_mode(), _threads(1):
            self.model.get_audio_features(features)  # what is prepared with the first is not done again
            start = time.thread_time()
            for _ in range(3):
                self.model.get_audio_features(features)
            return time.thread_time() - start


def _give_memory_back() -> None:
    """Reading weights leaves 90 MB of freed memory with the process, until glibc is told to return it."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)


def _worth_trying(formats: Collection[NumberFormat]) -> list[NumberFormat]:
    """Which is fastest is not in the flags: with AMX bfloat16 beats float32, with AVX-512 alone it takes twice as long.
    Without either it is emulated. Where there is int8, float32 takes at least half as long again."""
    slow = {"float32"} if "int8" in formats else set()
    if not torch.cpu._is_avx512_bf16_supported():
        slow.add("bfloat16")
    return [name for name in formats if name not in slow]


@contextmanager
def _threads(count: int) -> Iterator[None]:
    """With so many threads a product; the number is the process's own."""
    before = torch.get_num_threads()
    torch.set_num_threads(count)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Rows of clips of like length, shortest first, so that little is spent on padding."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    batch: list[int] = []
    for row in order:
        if batch and ((len(batch) + 1) * lengths[row] > BATCH_SECONDS * SAMPLE_RATE or len(batch) == BATCH_CLIPS):
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch
