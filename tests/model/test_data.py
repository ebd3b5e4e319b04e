import json

import numpy as np
import pytest
import soundfile
import torch

from model.augment import LONGEST_SECONDS, augment, mix
from model.data import TrainingData, read_classes, tag_matrix
from model.manifest import read_manifest
from model.objective import NO_MEANING, same_meaning
from model.recipe import Training
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
        assert first.captions == second.captions and np.array_equal(first.meanings, second.meanings)
    assert [len(wave) for wave in data.batch(0).waves] != [len(wave) for wave in data.batch(8).waves]


def test_processes_share_the_batch_of_one(data):
    whole, parts = data.batch(3), [data.batch(3, process, 2) for process in range(2)]
    assert [len(part.waves) for part in parts] == [2, 2]
    for place in range(4):
        part, row = parts[place % 2], place // 2
        assert np.array_equal(part.waves[row], whole.waves[place]) and part.captions[row] == whole.captions[place]
        assert np.array_equal(part.meanings[row], whole.meanings[place])
        assert np.array_equal(part.probabilities[row], whole.probabilities[place])


def test_a_batch_says_which_clips_mean_the_same(data):
    for step in range(8):
        batch = data.batch(step)
        same = same_meaning(torch.from_numpy(batch.meanings)).numpy()
        for row, mine in enumerate(batch.captions):
            for column, other in enumerate(batch.captions):
                alike = row == column or (len(mine) == len(other) == 1 and mine == other)
                assert same[row, column] == alike or len(mine) == len(other) == 2
    assert batch.probabilities.shape == (4, 5) and (batch.probabilities > 0).all() and (batch.probabilities < 1).all()


def test_meanings_are_shared_by_number():
    meanings = torch.tensor([[5, 7], [7, NO_MEANING], [8, NO_MEANING], [NO_MEANING, NO_MEANING]])
    expected = torch.eye(4).bool()
    expected[0, 1] = expected[1, 0] = True
    assert torch.equal(same_meaning(meanings), expected)


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
