import json

import numpy as np
import pytest
from safetensors.numpy import save_file

from wavlink_desktop import paths
from wavlink_desktop.tagging.calibration import BACKGROUND, PARAMETERS, Calibration, TaughtWeights, Weights
from wavlink_desktop.wavlink.identity import model_id

FITTED = {
    "spread": 0.25,
    "exclusive": {"sound": 1.0, "words": 2.0, "text": 3.0, "bias": 0.0},
    "several": {"sound": 1.0, "words": 2.0, "text": 3.0, "bias": -4.0},
    "taught": {"deviation": 1.0, "likeness": 2.0, "bias": -3.0, "penalty": 4.0},
}


def write(folder, parameters="mine", background="mine"):
    (folder / PARAMETERS).write_text(json.dumps({"model_id": parameters, **FITTED, "measured": {}}))
    vectors = {"sounds": np.ones((3, 512), np.float16), "texts": np.zeros((2, 512), np.float16)}
    save_file(vectors, folder / BACKGROUND, metadata={"model_id": background})


def test_what_was_fitted_to_the_model_is_used(tmp_path):
    write(tmp_path)
    calibration = Calibration.of_model("mine", tmp_path)
    assert calibration.exclusive == Weights(1.0, 2.0, 3.0)
    assert calibration.several.bias == -4.0
    assert calibration.taught == TaughtWeights(1.0, 2.0, -3.0, 4.0)
    assert calibration.sounds.shape == (3, 512) and calibration.sounds.dtype == np.float32


@pytest.mark.parametrize(("parameters", "background"), [("other", "other"), ("mine", "other"), ("other", "mine")])
def test_what_was_fitted_to_another_model_is_not(tmp_path, parameters, background):
    write(tmp_path, parameters, background)
    calibration = Calibration.of_model("mine", tmp_path)
    assert calibration.exclusive == Calibration().exclusive
    assert len(calibration.sounds) == 0


def test_without_files_there_are_defaults(tmp_path):
    assert Calibration.of_model("mine", tmp_path).several == Calibration().several


def test_the_bundled_checkpoint_is_calibrated():
    calibration = Calibration.of_model(model_id(paths.checkpoint()))
    assert len(calibration.sounds) >= 200 and len(calibration.texts) >= 200
    assert np.allclose(np.linalg.norm(calibration.sounds, axis=1), 1, atol=1e-2)
