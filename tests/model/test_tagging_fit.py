import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from model.calibrate import fit_exclusive, fit_lessons, fit_several, save
from model.held_out import HeldOut, held_out, library_clip, read_checked
from model.logistic import fit_each_alone, fit_one_of_all, log_loss
from model.manifest import Example, ManifestError
from model.reliability import reliability
from model.tag_accuracy import table, tag_accuracy
from wavlink_desktop import ucs
from wavlink_desktop.tagging.calibration import Calibration

DIM = 512
TAUGHT = ("ANMLDog", "RAINMetl", "DOORCreak")


def unit(rows):
    return (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)


def test_the_checked_clips_are_many_and_right_by_ucs():
    checked = read_checked()
    assert len(checked) >= 200
    assert len({category for category, _ in checked.values()}) >= 25


def test_a_cat_id_outside_its_category_is_refused(tmp_path):
    (tmp_path / "bad.csv").write_text("path,category,cat_id\na.opus,DOORS,RAINMetl\n")
    with pytest.raises(ValueError, match=r"a\.opus is DOORS RAINMetl, which UCS lacks"):
        read_checked(tmp_path / "bad.csv")


def test_a_manifest_without_the_checked_clips_is_refused(tmp_path, fake_embedder):
    manifest = tmp_path / "m.jsonl"
    manifest.write_text(json.dumps({"path": "a.opus", "source": "s"}) + "\n")
    with pytest.raises(ManifestError, match="lacks 250 of the 250 checked clips"):
        held_out(manifest, fake_embedder, None)


def test_a_softmax_gets_its_weights_back():
    random = np.random.default_rng(0)
    features = random.normal(size=(3000, 6, 2))
    odds = features @ np.array([1.5, 0.5])
    drawn = (odds + random.gumbel(size=odds.shape)).argmax(axis=1)
    weights = fit_one_of_all(features, np.eye(6, dtype=bool)[drawn], np.ones(6, bool))
    assert weights == pytest.approx([1.5, 0.5], abs=0.15)


def test_several_right_labels_count_together():
    features = np.zeros((50, 3, 1))
    features[:, 0, 0] = 1.0
    assert fit_one_of_all(features, np.ones((50, 3), bool), np.ones(3, bool))[0] == pytest.approx(0.0, abs=0.31)


def test_a_logistic_regression_gets_its_weights_back():
    random = np.random.default_rng(1)
    features = random.normal(size=(5000, 2))
    targets = 1 / (1 + np.exp(-(features @ np.array([2.0, 1.0]) - 1.0)))
    weights, bias = fit_each_alone(features, targets)
    assert (*weights, bias) == (pytest.approx(2.0, abs=0.1), pytest.approx(1.0, abs=0.1), pytest.approx(-1.0, abs=0.1))
    assert log_loss(targets, targets) < log_loss(np.full(5000, targets.mean()), targets)


def test_weights_are_never_negative():
    random = np.random.default_rng(2)
    features = random.normal(size=(500, 1))
    assert fit_each_alone(features, (features[:, 0] < 0).astype(float))[0] == pytest.approx([0.0])


def test_reliability_of_honest_and_of_boasting_probabilities():
    assert reliability([0.2] * 10, [1, 1] + [0] * 8) == {"expected_calibration_error": 0.0, "diagram": [[0.2, 0.2, 10]]}
    assert reliability([0.95] * 4, [1, 0, 0, 1])["expected_calibration_error"] == pytest.approx(0.45)
    with pytest.raises(ValueError, match="no probabilities"):
        reliability([], [])


@pytest.fixture(scope="module")
def known(fake_embedder) -> HeldOut:
    """Three CatIDs, twelve clips each from two sources, that sound as their prompts read and are called so by half."""
    examples, vectors, cat_ids = [], [], []
    noise = np.random.default_rng(3).normal(size=(36, DIM)) / DIM**0.5
    for row in range(36):
        cat_id = TAUGHT[row % 3]
        words = ucs.categories()[cat_id].prompts[0]
        name = f"{words if row % 2 else 'take'} {row}.wav"
        examples.append(Example(Path(f"{row}.opus"), (words,), source=f"source {row // 18}", name=name))
        vectors.append(fake_embedder.embed_text([words])[0] + noise[row])
        cat_ids.append(cat_id)
    categories = [ucs.categories()[cat_id].category for cat_id in cat_ids]
    return HeldOut(examples, [library_clip(e) for e in examples], unit(np.array(vectors)), categories, cat_ids)


@pytest.fixture(scope="module")
def start() -> Calibration:
    noise = unit(np.random.default_rng(4).normal(size=(160, DIM)))
    return Calibration(sounds=noise[:80], texts=noise[80:])


def test_what_is_fitted_makes_first_suggestions_right_and_honest(known, start, fake_embedder, tmp_path):
    calibration, measured = fit_exclusive(known, fake_embedder, start)
    assert measured["right"] > 0.9
    assert calibration.exclusive.sound > 0
    result = tag_accuracy(known, fake_embedder, calibration)
    assert result["both"]["cat_id_top1"] >= result["name"]["cat_id_top1"] > 0.4
    assert "| category top1 |" in table(result)
    save(tmp_path, "fake", calibration, {"exclusive": measured})
    again = Calibration.of_model("fake", tmp_path)
    assert again.exclusive.sound == pytest.approx(calibration.exclusive.sound, abs=1e-4)
    assert np.allclose(again.sounds, calibration.sounds, atol=1e-3)


def test_lessons_are_fitted_to_find_more(known, start):
    calibration, measured = fit_lessons(known, start)
    assert measured["recall"] > 0.8 and measured["precision"] > 0.8
    assert calibration.taught.bias < 0


def test_labels_that_the_tagger_hears_get_likelier_with_evidence(known, start, fake_embedder):
    examples = [
        replace(e, tags=((0, 0.9),) if c == "ANMLDog" else ())
        for e, c in zip(known.examples, known.cat_ids, strict=True)
    ]
    heard = replace(known, examples=examples)
    calibration, measured = fit_several(heard, fake_embedder, start, {"dog": 0, "rain": 1})
    assert measured["labels"] == 2
    assert calibration.several.bias < 0
