import numpy as np
import torch
from transformers import WhisperFeatureExtractor

from wavlink_desktop.wavlink import WavLinkFeatureExtractor

SECOND = 16_000


def noise(seconds, level=0.1):
    return (np.random.default_rng(1).standard_normal(int(seconds * SECOND)) * level).astype(np.float32)


def test_log_mel_is_whisper_s_away_from_the_edges():
    sound = noise(30)
    ours = WavLinkFeatureExtractor()([sound])["input_features"]
    theirs = WhisperFeatureExtractor()(sound, sampling_rate=SECOND, return_tensors="pt").input_features
    assert ours.shape == theirs.shape
    assert torch.allclose(ours[..., 2:-2], theirs[..., 2:-2], atol=1e-4)


def test_frames_and_mask_follow_each_clip_s_length():
    features = WavLinkFeatureExtractor()([noise(1), noise(0.5)])
    assert features["input_features"].shape == (2, 80, 100)
    assert features["feature_mask"].sum(dim=1).tolist() == [100, 50]
    assert not features["input_features"][1, :, 50:].any()


def test_with_a_peak_level_does_not_matter():
    extractor = WavLinkFeatureExtractor(peak=1.5)
    loud, quiet = (extractor([noise(1, level)])["input_features"] for level in (0.3, 0.003))
    assert torch.allclose(loud, quiet, atol=1e-3)
    assert loud.max() == 1.5


def test_silence_and_a_single_sample_give_finite_features():
    features = WavLinkFeatureExtractor(peak=1.5)(
        [np.zeros(SECOND, np.float32), np.zeros(1, np.float32), np.zeros(0, np.float32)]
    )
    assert torch.isfinite(features["input_features"]).all()


def test_settings_survive_saving(tmp_path):
    WavLinkFeatureExtractor(peak=1.25).save_pretrained(tmp_path)
    assert WavLinkFeatureExtractor.from_pretrained(tmp_path).peak == 1.25
