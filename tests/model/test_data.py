import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from model.augment import LONGEST_SECONDS, augment, mix
from model.data import TrainingData, read_classes, tag_matrix
from model.manifest import read_manifest
from model.recipe import Training, read_recipe
from model.waves import WaveCache
from wavlink_desktop.audio import MODEL_RATE as SAMPLE_RATE


@pytest.fixture
def examples(tmp_path):
    rng = np.random.default_rng(0)
    lines = []
    for number in range(12):
        soundfile.write(tmp_path / f"{number}.wav", rng.standard_normal(4_000 + 3_000 * number) * 0.1, 16_000)
        caption = "footsteps" if number < 8 else f"sound {number}"
        lines.append(
            json.dumps({"path": f"{number}.wav", "captions": [caption], "source": "pack", "tags": [[number % 5, 0.9]]})
        )
    (tmp_path / "broken.wav").write_bytes(b"not a sound")
    lines.append(json.dumps({"path": "broken.wav", "captions": ["broken"], "source": "pack"}))
    (tmp_path / "m.jsonl").write_text("\n".join(lines))
    return read_manifest(tmp_path / "m.jsonl", ["captions"])


@pytest.fixture
def data(examples, tmp_path):
    return TrainingData(examples, WaveCache(examples, tmp_path / "cache"), 5, Training(steps=20, batch=4))


def test_waves_are_decoded_once_and_kept(examples, tmp_path):
    first = WaveCache(examples, tmp_path / "cache")
    for example in examples[:12]:
        example.path.unlink()
    again = WaveCache(examples, tmp_path / "cache")
    assert [again.length(row) for row in range(13)] == [first.length(row) for row in range(13)]
    assert again.length(11) == 37_000 and again[11].dtype == np.float32
    assert again.length(12) == 0 and list(again.unreadable) == [str(examples[12].path)]


def test_any_step_can_be_drawn_again(data):
    for step in (0, 3, 9):
        first, second = data.batch(step), data.batch(step)
        assert all(np.array_equal(a, b) for a, b in zip(first.waves, second.waves, strict=True))
        assert np.array_equal(first.captions, second.captions)
    assert not np.array_equal(data.batch(0).captions, data.batch(8).captions) or len(data.batch(0).waves[0]) != len(
        data.batch(8).waves[0]
    )


def test_a_batch_says_which_clips_mean_the_same(data):
    batch = data.batch(1)
    assert batch.same.shape == (4, 4) and (np.diag(batch.same) == 1).all() and np.array_equal(batch.same, batch.same.T)
    assert batch.probabilities.shape == (4, 5) and (batch.probabilities > 0).all() and (batch.probabilities < 1).all()


def test_common_captions_and_unreadable_clips_are_held_back(data):
    assert data.weights.sum() == pytest.approx(1)
    assert data.weights[12] == 0
    assert data.weights[0] < data.weights[10]


def test_tags_not_listed_are_unlikely_not_impossible(examples):
    matrix = tag_matrix(examples, 5)
    assert matrix[1, 1] == np.float32(0.9) and 0 < matrix[1, 0] < 0.001


def test_augmentation_keeps_sounds_usable():
    tone = np.sin(np.arange(5 * SAMPLE_RATE) / 20).astype(np.float32)
    for seed in range(40):
        wave = augment(tone, np.random.default_rng(seed))
        assert wave.dtype == np.float32 and np.isfinite(wave).all()
        assert SAMPLE_RATE // 2 < len(wave) <= LONGEST_SECONDS * SAMPLE_RATE and np.abs(wave).max() > 0


def test_a_mixture_holds_both_sounds():
    rng = np.random.default_rng(0)
    low = np.sin(2 * np.pi * 200 * np.arange(32_000) / SAMPLE_RATE).astype(np.float32)
    high = np.sin(2 * np.pi * 3_000 * np.arange(16_000) / SAMPLE_RATE).astype(np.float32) * 0.01
    spectrum = np.abs(np.fft.rfft(mix(high, low, rng)))
    hertz = np.fft.rfftfreq(32_000, 1 / SAMPLE_RATE)
    assert {int(hertz[k]) for k in np.argsort(-spectrum)[:2]} >= {200}
    assert spectrum[np.argmin(abs(hertz - 3_000))] > 0.05 * spectrum.max()


def test_classes_are_named_as_one_says_them(tmp_path):
    path = tmp_path / "classes.csv"
    path.write_text('index,mid,display_name\n0,/m/1,"Male speech, man speaking"\n1,/m/2,Vehicle horn (car)\n')
    assert read_classes(path) == ["male speech, man speaking", "vehicle horn"]


def test_a_recipe_refuses_settings_that_it_does_not_know(tmp_path):
    path = tmp_path / "r.toml"
    path.write_text('[parts]\naudio = "a"\ntext = "b"\n[training]\nsteps = 1\nbathc = 3\n')
    with pytest.raises(ValueError, match="bathc"):
        read_recipe(path)


def test_the_recipes_that_we_ship_can_be_read():
    for path in (Path(__file__).parents[2] / "model" / "configs").glob("*.toml"):
        assert read_recipe(path).training.steps > 0
