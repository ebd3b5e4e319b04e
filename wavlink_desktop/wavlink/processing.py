"""Waveform to log-mel, text to tokens: shared by training and inference, so that they cannot drift apart."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoFeatureExtractor, BatchFeature, ProcessorMixin, WhisperFeatureExtractor

from .configuration import WavLinkConfig
from .texts import MAX_TOKENS

FLOOR = 1e-10
"""Power under which a mel band counts as silent (Whisper)."""
SILENCE = 1e-3
"""Of the loudest sample: what stays under it before and after a sound (60 dB) is not heard."""


class WavLinkFeatureExtractor(WhisperFeatureExtractor):
    """Whisper's log-mel (25 ms Hann window, 10 ms hop, 80 or 128 bands) without its padding to 30 s.

    `peak`: the loudest band of a clip is moved to this value (in Whisper's units, 4 a decade of ten in power), so
    that a quiet
    recording of a sound and a loud one give the same features. None keeps the level, as Whisper does.
    """

    model_input_names = ["input_features", "feature_mask"]  # noqa: RUF012 (transformers reads it)

    def __init__(self, peak: float | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.peak = peak
        self._window = torch.hann_window(self.n_fft)
        self._filters = torch.from_numpy(np.asarray(self.mel_filters, dtype=np.float32)).T.contiguous()

    def to_dict(self) -> dict[str, Any]:
        """What is saved: settings, not tensors."""
        values: dict[str, Any] = super().to_dict()
        return {key: value for key, value in values.items() if not key.startswith("_")}

    def __call__(self, raw_speech: Sequence[NDArray[np.float32]], **kwargs: Any) -> BatchFeature:
        """Mono clips, 1-D float32 at 16 kHz, any lengths: `input_features (n, mels, frames)` and `feature_mask (n,
        frames)`.

        Silence before and after a sound is cut off: a file's margins are no part of how it sounds. What is left, s
        samples, has ceil(s / 160) frames. Frames beyond its end are zero and masked.
        """
        raw_speech = [self._sounding(clip) for clip in raw_speech]
        lengths = torch.tensor([max(1, -(-len(clip) // self.hop_length)) for clip in raw_speech])
        frames = int(lengths.max())
        # Zeros on both sides instead of Whisper's reflection: a clip then looks the same alone and in a padded batch.
        waves = torch.zeros(len(raw_speech), (frames - 1) * self.hop_length + self.n_fft)
        start = self.n_fft // 2
        for row, clip in enumerate(raw_speech):
            clip = clip[: waves.shape[1] - start]
            waves[row, start : start + len(clip)] = torch.from_numpy(np.ascontiguousarray(clip, dtype=np.float32))
        mask = (torch.arange(frames) < lengths[:, None]).long()
        return BatchFeature({"input_features": self._log_mel(waves, mask), "feature_mask": mask})

    def _sounding(self, clip: NDArray[np.float32]) -> NDArray[np.float32]:
        """The clip from the first to the last hop (10 ms) that is not silent; all of it if there is no such hop."""
        level = np.abs(clip)
        hops = np.maximum.reduceat(level, np.arange(0, len(clip), self.hop_length)) if len(clip) else level
        loud = np.flatnonzero(hops > SILENCE * hops.max(initial=0))
        if not len(loud):
            return clip
        return clip[loud[0] * self.hop_length : (loud[-1] + 1) * self.hop_length]

    def _log_mel(self, waves: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        spectrum = torch.stft(
            waves, self.n_fft, self.hop_length, window=self._window, center=False, return_complex=True
        )
        power = spectrum.real.square() + spectrum.imag.square()
        log = (self._filters @ power).clamp_(min=FLOOR).log10_()
        silent = (mask == 0)[:, None]
        loudest = log.masked_fill(silent, -10.0).amax(dim=(1, 2), keepdim=True)
        log = (torch.maximum(log, loudest - 8.0) + 4.0) / 4.0
        if self.peak is not None:
            log = log + (self.peak - (loudest + 4.0) / 4.0)
        return log.masked_fill(silent, 0.0)


class WavLinkProcessor(ProcessorMixin):
    """A feature extractor and a tokenizer beside the model, saved and loaded as one."""

    def __init__(self, feature_extractor: WavLinkFeatureExtractor, tokenizer: Any) -> None:
        super().__init__(feature_extractor, tokenizer)

    def audio(self, clips: Sequence[NDArray[np.float32]]) -> dict[str, torch.Tensor]:
        """Inputs of `WavLinkModel.get_audio_features`."""
        return dict(self.feature_extractor(clips))

    def text(self, texts: Sequence[str]) -> dict[str, torch.Tensor]:
        """Inputs of `WavLinkModel.get_text_features`. Longer texts are cut at `MAX_TOKENS`."""
        tokens = self.tokenizer(list(texts), padding=True, truncation=True, max_length=MAX_TOKENS, return_tensors="pt")
        return {"input_ids": tokens["input_ids"], "attention_mask": tokens["attention_mask"]}


AutoFeatureExtractor.register(WavLinkConfig, WavLinkFeatureExtractor, exist_ok=True)
