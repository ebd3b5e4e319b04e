import pytest
import torch

from wavlink_desktop.wavlink import int8
from wavlink_desktop.wavlink.int8 import PRODUCTS, Activations, Int8Linear, round_weight, smoothing, to_int8

pytestmark = pytest.mark.skipif(not int8.supported(), reason="no integer products here")


def activations(encoder, fragile=frozenset()):
    """Of a small random encoder: all channels alike."""
    names = {
        f"{number}.{product}": layer.get_submodule(module).in_features
        for number, layer in enumerate(encoder.layers)
        for product, module in PRODUCTS.items()
    }
    return Activations(
        {name: torch.full((width,), 3.0) for name, width in names.items()},
        {name: torch.zeros(width) for name, width in names.items()},
        frozenset(names) if fragile == "all" else frozenset(fragile),
    )


@pytest.fixture
def features():
    return torch.randn(3, 80, 120, generator=torch.Generator().manual_seed(1))


def mask(lengths, frames=120):
    return (torch.arange(frames) < torch.tensor(lengths)[:, None]).long()


@pytest.mark.parametrize("lengths", [None, [120, 120, 120], [120, 61, 8]])
def test_with_all_products_fragile_nothing_changes(small_model, features, lengths, monkeypatch):
    """Folding scales into norms and values, and computing clip by clip, is the same computation."""
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: False)
    tower = small_model.audio_model
    seen = None if lengths is None else mask(lengths)
    with torch.inference_mode():
        expected = tower(features, seen)
        tower.encoder = to_int8(tower.encoder, activations(tower.encoder, "all"), tower.attention_span)
        assert torch.allclose(tower(features, seen), expected, atol=1e-4)


def test_int8_is_near_float32_and_leaves_the_encoder_as_it_is(small_model, features):
    tower = small_model.audio_model
    original = tower.encoder
    with torch.inference_mode():
        expected = tower(features)
        tower.encoder = to_int8(original, activations(original), tower.attention_span)
        found = tower(features)
        tower.encoder = original
        assert torch.equal(tower(features), expected)
    assert not torch.equal(found, expected)
    assert (torch.nn.functional.cosine_similarity(found, expected) > 0.999).all()


def test_convolutions_are_bfloat16_where_the_processor_is_good_at_it(small_model, features, monkeypatch):
    tower = small_model.audio_model
    original = tower.encoder
    found = {}
    with torch.inference_mode():
        expected = tower(features)
        for able in (False, True):
            monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda able=able: able)
            tower.encoder = to_int8(original, activations(original, "all"), tower.attention_span)
            found[able] = tower(features)
    assert torch.allclose(found[False], expected, atol=1e-4)
    assert found[True].dtype == torch.float32 and not torch.equal(found[True], found[False])
    assert (torch.nn.functional.cosine_similarity(found[True], expected) > 0.999).all()
    assert original.conv1.weight.dtype == torch.float32


def test_a_clip_is_the_same_alone_and_beside_others(small_model, features):
    tower = small_model.audio_model
    tower.encoder = to_int8(tower.encoder, activations(tower.encoder), tower.attention_span)
    lengths = [120, 61, 8]
    with torch.inference_mode():
        together = tower(features * 5 ** torch.arange(3.0)[:, None, None], mask(lengths))
        for row, length in enumerate(lengths):
            alone = tower(features[row : row + 1, :, :length] * 5.0**row)
            assert torch.nn.functional.cosine_similarity(alone, together[row : row + 1]) > 0.9999


def test_the_worst_inputs_do_not_overflow():
    """All weights at their largest, all inputs at theirs: pairs of products are as large as they get."""
    weight = torch.ones(4, 64)
    weight[1] *= -1
    weight[2, ::2] = 0.01
    weight[3, 1::2] = -1
    layer = Int8Linear(weight, torch.zeros(4), torch.zeros(64))
    inputs = torch.full((2, 64), 7.0)
    inputs[1, ::2] = 0.0
    assert torch.allclose(layer(inputs), inputs @ weight.T, atol=0.02 * 64 * 7)


def test_the_bias_takes_off_what_rounding_adds_in_the_mean():
    generator = torch.Generator().manual_seed(0)
    weight, mean = torch.randn(8, 64, generator=generator), torch.full((64,), 20.0)
    inputs = mean + torch.randn(500, 64, generator=generator)
    exact = inputs @ weight.T

    def error(assumed):
        return (Int8Linear(weight, torch.zeros(8), assumed)(inputs) - exact).mean(dim=0).abs().mean()

    assert error(mean) < 0.2 * error(torch.zeros(64))


def test_an_outlier_channel_is_scaled_down_the_most():
    scale = smoothing(torch.tensor([1.0, 100.0, 1.0]), torch.ones(2, 3))
    assert scale[1] == scale.max() and scale[0] == scale[2] == scale.min()
    assert torch.isclose(scale.log().mean(), torch.tensor(0.0), atol=1e-6)


def test_rows_of_an_odd_length_and_of_zeros_are_rounded():
    weight = torch.randn(3, 5, generator=torch.Generator().manual_seed(0))
    weight[1] = 0
    rounded = round_weight(weight).dequantize()
    assert torch.allclose(rounded, weight, atol=0.02 * float(weight.abs().max()))
    assert (rounded[1] == 0).all()


def test_activations_come_back_with_the_weights_that_they_were_measured_with(small_model, tmp_path):
    small_model.save_pretrained(tmp_path)
    assert Activations.load(tmp_path) is None
    measured = activations(small_model.audio_model.encoder, {"0.fc2", "1.qkv"})
    measured.save(tmp_path)
    loaded = Activations.load(tmp_path)
    assert loaded.fragile == {"0.fc2", "1.qkv"}
    assert loaded.peaks.keys() == measured.peaks.keys() == loaded.means.keys()
    assert torch.equal(loaded.peaks["0.fc1"], measured.peaks["0.fc1"])
