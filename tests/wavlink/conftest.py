"""A WavLink small enough to build in a test: two layers each, random weights."""

import pytest
import torch
from transformers import BertConfig, WhisperConfig

from wavlink_desktop import paths
from wavlink_desktop.wavlink import Embedder, WavLinkConfig, WavLinkFeatureExtractor, WavLinkModel


def build_config(**settings):
    audio = WhisperConfig(
        d_model=32,
        encoder_layers=2,
        encoder_attention_heads=2,
        encoder_ffn_dim=64,
        num_mel_bins=80,
        max_source_positions=1500,
    )
    text = BertConfig(
        vocab_size=100,
        hidden_size=24,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=48,
        max_position_embeddings=80,
    )
    defaults = {"projection_dim": 16, "matryoshka_dims": [16, 8]}
    return WavLinkConfig(audio_config=audio.to_dict(), text_config=text.to_dict(), **(defaults | settings))


@pytest.fixture
def small_config():
    return build_config


@pytest.fixture(
    params=[{}, {"layer_pooling": True}, {"layer_pooling": True, "attention_span": 25}],
    ids=["token", "layers", "spans"],
)
def small_model(request):
    torch.manual_seed(0)
    return WavLinkModel(build_config(**request.param)).eval()


@pytest.fixture(scope="session")
def extractor():
    return WavLinkFeatureExtractor(peak=1.5)


@pytest.fixture(scope="session")
def bundled():
    return Embedder(paths.checkpoint())
