import numpy as np
import pytest
import torch
from transformers import CLIPTextConfig, ModernBertConfig

from wavlink_desktop.wavlink import WavLinkConfig, WavLinkModel
from wavlink_desktop.wavlink.modeling import _merge
from wavlink_desktop.wavlink.quantization import dequantize, quantize


def clips(*lengths):
    rng = np.random.default_rng(0)
    return [rng.standard_normal(length).astype(np.float32) * 0.1 for length in lengths]


def test_a_clip_has_the_same_vector_alone_and_in_a_padded_batch(small_model, extractor):
    sounds = clips(1, 400, 4_321, 16_000, 160_000)
    with torch.inference_mode():
        together = small_model.get_audio_features(**extractor(sounds))
        alone = torch.cat([small_model.get_audio_features(**extractor([sound])) for sound in sounds])
    assert torch.allclose(together, alone, atol=1e-4)


@pytest.mark.parametrize("layer_pooling", [False, True], ids=["token", "layers"])
def test_where_positions_are_merged_too(small_config, extractor, layer_pooling):
    """Even and odd numbers of positions, and one alone."""
    torch.manual_seed(0)
    model = WavLinkModel(small_config(merge_after=1, layer_pooling=layer_pooling)).eval()
    sounds = clips(1, 400, 4_321, 4_800, 5_120, 16_000)
    with torch.inference_mode():
        together = model.get_audio_features(**extractor(sounds))
        alone = torch.cat([model.get_audio_features(**extractor([sound])) for sound in sounds])
        unmasked = torch.cat([model.get_audio_features(extractor([s])["input_features"]) for s in sounds])
    assert torch.allclose(together, alone, atol=1e-4)
    assert torch.allclose(unmasked, alone, atol=1e-4)


def test_neighbours_go_on_as_their_mean_and_the_token_alone():
    hidden = torch.arange(6.0).repeat(2, 1)[..., None]
    merged, mask = _merge(hidden, None)
    assert mask is None and merged[0, :, 0].tolist() == [0.5, 2.5, 4.0, 5.0]
    merged, mask = _merge(hidden, torch.tensor([[1, 1, 1, 1, 1], [1, 1, 1, 0, 0]]))
    assert mask.tolist() == [[1, 1, 1], [1, 1, 0]]
    assert merged[0, :, 0].tolist() == [0.5, 2.5, 4.0, 5.0]
    assert merged[1, [0, 1, 3], 0].tolist() == [0.5, 2.0, 5.0]


def test_merging_needs_layers_on_both_sides(small_config):
    for after in (0, 2):
        with pytest.raises(ValueError, match="merge_after"):
            small_config(merge_after=after)


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
