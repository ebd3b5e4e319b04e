import numpy as np
import pytest
import torch
from transformers import CLIPTextConfig, ModernBertConfig

from wavlink_desktop.wavlink import WavLinkConfig, WavLinkModel
from wavlink_desktop.wavlink.quantization import dequantize, quantize
from wavlink_desktop.wavlink.spans import beginnings, spans


def clips(*lengths):
    rng = np.random.default_rng(0)
    return [rng.standard_normal(length).astype(np.float32) * 0.1 for length in lengths]


def test_a_clip_has_the_same_vector_alone_and_in_a_padded_batch(small_model, extractor):
    sounds = clips(1, 400, 4_321, 16_000, 160_000)
    with torch.inference_mode():
        together = small_model.get_audio_features(**extractor(sounds))
        alone = torch.cat([small_model.get_audio_features(**extractor([sound])) for sound in sounds])
    assert torch.allclose(together, alone, atol=1e-4)


def test_spans_are_as_few_and_as_equal_as_can_be():
    assert [(part.start, part.stop) for part in spans(501, 250)] == [(0, 167), (167, 334), (334, 501)]
    assert [len(spans(positions, 250)) for positions in (1, 250, 251, 500, 501)] == [1, 1, 2, 2, 3]
    assert spans(700, None) == [slice(0, 700)]
    for positions in range(1, 60):
        parts = spans(positions, 7)
        lengths = [part.stop - part.start for part in parts]
        assert sum(lengths) == positions and max(lengths) <= 7 and max(lengths) - min(lengths) <= 1
        (found,) = beginnings(torch.tensor([positions]), 64, 7).tolist()
        assert found[:positions] == [part.start for part in parts for _ in range(part.stop - part.start)]


def test_what_is_heard_in_spans_is_heard_as_if_each_were_alone(small_config, extractor):
    """All but the token, which hears the whole: the mean over time of two spans is that of the two sounds."""
    torch.manual_seed(0)
    config = small_config(layer_pooling=True, attention_span=25)
    tower = WavLinkModel(config).eval().audio_model
    features = torch.randn(1, 80, 96).repeat(1, 1, 2)  # one sound of 48 positions, twice
    with torch.inference_mode():
        # The convolutions see a neighbour's edge: silence between them.
        features[:, :, [0, 1, 2, 93, 94, 95, 96, 97, 98, 189, 190, 191]] = 0
        once, twice = tower(features[:, :, :96]), tower(features)
    width = config.audio_config.d_model
    assert torch.allclose(once[:, width:], twice[:, width:], atol=0.02)
    assert not torch.allclose(once[:, :width], twice[:, :width], atol=1e-5)


def test_spans_need_a_token_apart(small_config):
    for settings in ({"attention_span": 25}, {"attention_span": 0, "layer_pooling": True}):
        with pytest.raises(ValueError, match="attention_span"):
            small_config(**settings)


def test_vectors_have_unit_length_and_the_projection_s_width(small_model, extractor):
    with torch.inference_mode():
        audio = small_model.get_audio_features(**extractor(clips(8_000, 9_000)))
        text = small_model.get_text_features(torch.tensor([[1, 2, 3]]))
    assert audio.shape == (2, 16) and text.shape == (1, 16)
    assert torch.allclose(audio.norm(dim=1), torch.ones(2), atol=1e-5)
    assert torch.allclose(text.norm(dim=1), torch.ones(1), atol=1e-5)


def test_text_padding_does_not_change_a_vector(small_model):
    with torch.inference_mode():
        alone = small_model.get_text_features(torch.tensor([[5, 6, 7]]))
        padded = small_model.get_text_features(torch.tensor([[5, 6, 7, 0, 0]]), torch.tensor([[1, 1, 1, 0, 0]]))
    assert torch.allclose(alone, padded, atol=1e-5)


def test_the_global_token_reaches_the_vector_and_learns(small_model, extractor):
    small_model.get_audio_features(**extractor(clips(8_000))).sum().backward()
    assert small_model.audio_model.global_token.grad.abs().sum() > 0


def test_a_clip_beyond_whisper_s_positions_is_refused_with_the_remedy(small_model, extractor):
    with pytest.raises(ValueError, match="windows"):
        small_model.get_audio_features(**extractor(clips(31 * 16_000)))


def test_saved_and_loaded_it_is_the_same_model(small_model, extractor, tmp_path):
    small_model.save_pretrained(tmp_path)
    loaded = WavLinkModel.from_pretrained(tmp_path).eval()
    assert not list(tmp_path.glob("*.bin"))
    features = extractor(clips(8_000))
    with torch.inference_mode():
        # Not bit by bit: a matrix product may sum in another order where its operands lie otherwise in memory.
        first, again = (model.get_audio_features(**features) for model in (small_model, loaded))
        assert torch.allclose(first, again, atol=1e-6)


def test_int8_checkpoints_load_as_float32_and_lose_little(small_model, extractor, tmp_path):
    from safetensors.numpy import save_file

    small_model.config.weight_format = "int8"
    small_model.config.save_pretrained(tmp_path)
    stored = quantize({name: weight.numpy() for name, weight in small_model.state_dict().items()})
    save_file(stored, tmp_path / "model.safetensors")
    loaded = WavLinkModel.from_pretrained(tmp_path).eval()
    assert loaded.dtype == torch.float32 and loaded.config.weight_format == "float"
    features = extractor(clips(8_000, 32_000))
    with torch.inference_mode():
        before, after = small_model.get_audio_features(**features), loaded.get_audio_features(**features)
    assert ((before * after).sum(dim=1) > 0.999).all()


def test_quantised_rows_are_within_half_a_level():
    weight = np.random.default_rng(0).standard_normal((7, 33), dtype=np.float32)
    stored = quantize({"w": weight, "b": weight[0]})
    level = np.abs(weight).max(axis=1, keepdims=True) / 127
    assert (np.abs(dequantize(stored)["w"] - weight) <= level * 0.51).all()
    some = {name: values[[5, 2]] for name, values in stored.items() if name != "b"}
    assert np.array_equal(dequantize(some)["w"], dequantize(stored)["w"][[5, 2]])


SMALL = {"vocab_size": 99, "hidden_size": 24, "intermediate_size": 48, "num_hidden_layers": 2, "num_attention_heads": 2}


@pytest.mark.parametrize(
    ("text", "pooling"),
    [(CLIPTextConfig(**SMALL, eos_token_id=98), "eos"), (ModernBertConfig(**SMALL, pad_token_id=0), "cls")],
    ids=["clip", "modernbert"],
)
def test_any_transformers_text_encoder_will_do(text, pooling, small_config):
    config = small_config(text_pooling=pooling)
    model = WavLinkModel(
        WavLinkConfig(
            audio_config=config.audio_config.to_dict(),
            text_config=text.to_dict(),
            text_pooling=pooling,
            projection_dim=16,
            matryoshka_dims=[16],
        )
    ).eval()
    with torch.inference_mode():
        vectors = model.get_text_features(torch.tensor([[1, 2, 98], [4, 5, 98]]), torch.ones(2, 3, dtype=torch.long))
    assert vectors.shape == (2, 16) and not torch.allclose(vectors[0], vectors[1])


def test_dims_must_fit_the_projection(small_config):
    with pytest.raises(ValueError, match="projection_dim"):
        small_config(matryoshka_dims=[32, 8])
