import json

import numpy as np
import pytest
import soundfile
from click.testing import CliRunner

from model.evaluate import main, ranking_metrics, standardise, zero_shot
from model.manifest import ManifestError, read_manifest


def test_ranking_metrics_by_hand():
    # Query 0: right answers second and third. Query 1: the right answer first. Query 2: none right in three.
    scores = np.array([[0.9, 0.8, 0.7, 0.1], [0.9, 0.2, 0.1, 0.0], [0.4, 0.3, 0.2, 0.1]], dtype=np.float32)
    right = np.array([[0, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1]], dtype=bool)
    metrics = ranking_metrics(scores, right)
    assert metrics["R@1"] == pytest.approx(1 / 3)
    assert metrics["R@5"] == 1.0
    expected = ((1 / 2 + 2 / 3) / 2 + 1 + 1 / 4) / 3
    assert metrics["mAP@10"] == pytest.approx(expected)


def test_right_answers_beyond_the_tenth_do_not_count():
    scores = -np.arange(12, dtype=np.float32)[None]
    right = np.zeros((1, 12), dtype=bool)
    right[0, 11] = True
    assert ranking_metrics(scores, right) == {"R@1": 0.0, "R@5": 0.0, "R@10": 0.0, "mAP@10": 0.0}


def test_calibration_undoes_a_label_that_wins_everywhere():
    audio = np.array([[0.5, 0.0, 0.9], [0.0, 0.5, 0.9]], dtype=np.float32)
    labels = np.eye(3, dtype=np.float32)[[0, 1]] * 0.1
    labels[1, 2] = 1.0  # close to every clip
    labels /= np.linalg.norm(labels, axis=1, keepdims=True)
    scores = zero_shot(audio, labels, np.array([0, 1]), [3])["3"]
    assert scores["accuracy"] == 0.5 and scores["calibrated_accuracy"] == 1.0


def test_standardising_a_constant_label_is_finite():
    assert np.isfinite(standardise(np.ones((3, 2), dtype=np.float32))).all()


def test_manifest_errors_say_where(tmp_path):
    manifest = tmp_path / "m.jsonl"
    manifest.write_text('{"path": "a.wav", "label": "rain"}\n{"path": "b.wav"}\n')
    with pytest.raises(ManifestError, match="line 2: label missing"):
        read_manifest(manifest, ["label"])
    manifest.write_text("nonsense\n")
    with pytest.raises(ManifestError, match="line 1: not JSON"):
        read_manifest(manifest)
    with pytest.raises(ManifestError, match="No such file"):
        read_manifest(tmp_path / "gone.jsonl")


@pytest.fixture
def manifest(tmp_path):
    rng = np.random.default_rng(0)
    lines = []
    for number in range(6):
        seconds = np.arange(16_000) / 16_000
        beep = number % 2 == 0
        sound = np.sin(2 * np.pi * (900 + 50 * number) * seconds) if beep else rng.standard_normal(16_000) * 0.2
        soundfile.write(tmp_path / f"{number}.wav", sound * 0.5, 16_000)
        label = "electronic beep" if beep else "white noise"
        lines.append(json.dumps({"path": f"{number}.wav", "label": label, "captions": [label]}))
    (tmp_path / "empty.wav").touch()
    lines.append(json.dumps({"path": "empty.wav", "label": "white noise", "captions": ["white noise"]}))
    path = tmp_path / "manifest.jsonl"
    path.write_text("\n".join(lines))
    return path


def run(*arguments):
    result = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_zero_shot_tells_beeps_from_noise_at_every_dim(manifest):
    result = run("zero-shot", "--manifest", manifest, "--json")
    assert (result["task"], result["clips"], result["classes"]) == ("zero-shot", 6, 2)
    assert set(result["dims"]) == {"512", "256", "128", "64"}
    assert result["dims"]["512"]["calibrated_accuracy"] == 1.0


def test_retrieval_finds_them_both_ways(manifest):
    result = run("retrieval", "--manifest", manifest, "--json")
    best = result["dims"]["512"]
    assert set(best) == {"text_to_audio", "audio_to_text"}
    assert best["text_to_audio"]["R@1"] == 1.0
    assert set(best["audio_to_text"]) == {"R@1", "R@5", "R@10", "mAP@10"}
