import numpy as np
import pytest

from wavlink_desktop.tagging.calibration import Weights
from wavlink_desktop.tagging.evidence import Evidence
from wavlink_desktop.tagging.fusion import each_alone, log_odds, one_of_all

WEIGHTS = Weights(sound=1.0, words=2.0, text=0.5, bias=-3.0)
ALL = np.ones((1, 1), np.bool_)


def odds(sound=0.0, words=0.0, text=0.0):
    rows = [np.array([[value]], np.float32) for value in (sound, words, text)]
    return log_odds(Evidence(*rows, np.zeros((1, 1), np.bool_)), WEIGHTS)


def probability(**evidence):
    return float(each_alone(sum(odds(**evidence)), WEIGHTS.bias, ALL)[0, 0])


def test_evidence_adds_up_in_log_odds():
    assert odds(sound=2, words=0.5, text=4) == (pytest.approx(2.0), pytest.approx(3.0))
    assert probability(sound=2, words=0.5, text=4) == pytest.approx(1 / (1 + np.exp(-2)))


def test_each_kind_of_evidence_makes_a_label_likelier():
    nothing = probability()
    assert nothing == pytest.approx(1 / (1 + np.exp(3)))
    assert all(probability(**{kind: 1.0}) > nothing for kind in ("sound", "words", "text"))
    assert probability(sound=1, words=1) > max(probability(sound=1), probability(words=1))


def test_exclusive_labels_share_what_there_is():
    shares = one_of_all(np.array([[1.0, 1.0, 9.0]], np.float32), np.array([[True, True, False]]))
    assert shares == pytest.approx(np.array([[0.5, 0.5, 0.0]]))
