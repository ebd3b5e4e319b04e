import numpy as np
import pytest

from wavlink_desktop.tagging.calibration import TaughtWeights
from wavlink_desktop.tagging.teaching import Lesson

WEIGHTS = TaughtWeights(deviation=1.0, likeness=1.0, bias=-5.0, penalty=3.0)
NONE = np.zeros((0, 512), np.float32)


def test_five_examples_find_the_others(noisy):
    lesson = Lesson.learn(noisy(0, 5, 1), NONE, noisy(None, 200, 2), WEIGHTS.penalty)
    assert (lesson.log_odds(noisy(0, 20, 3), WEIGHTS) > 0).all()
    assert (lesson.log_odds(noisy(1, 20, 4), WEIGHTS) < 0).all()


def test_it_finds_them_where_the_background_is_full_of_them(noisy):
    everything = np.concatenate([noisy(None, 200, 2), noisy(0, 20, 3)])
    lesson = Lesson.learn(noisy(0, 5, 1), NONE, everything, WEIGHTS.penalty)
    assert lesson.log_odds(noisy(0, 20, 3), WEIGHTS).min() > lesson.log_odds(noisy(1, 50, 4), WEIGHTS).max()


def test_counterexamples_turn_it_away(noisy, axes):
    both = noisy(0, 5, 1) + noisy(1, 5, 2)
    both /= np.linalg.norm(both, axis=1, keepdims=True)
    background = noisy(None, 200, 3)
    before = Lesson.learn(both, NONE, background, WEIGHTS.penalty)
    after = Lesson.learn(both, noisy(1, 5, 4), background, WEIGHTS.penalty)
    unwanted = noisy(1, 10, 5)
    assert after.log_odds(unwanted, WEIGHTS).mean() < before.log_odds(unwanted, WEIGHTS).mean() - 1


def test_an_unseen_example_lies_where_the_regression_without_it_puts_it(noisy):
    examples, background = noisy(0, 4, 1), noisy(None, 60, 2)
    whole = Lesson.learn(examples, NONE, background, 3.0)
    places = []
    for row in range(4):
        # Left out of the same regression, weights as they were: the others weigh 3/4 of what four do.
        points = np.concatenate([background, np.delete(examples, row, axis=0)]).astype(np.float64)
        points -= background.mean(axis=0)
        weights = np.r_[np.full(60, 1 / 60), np.full(3, 0.2 / 4)]
        ridge = 3.0 * np.square(points[:60]).sum(axis=1).mean() / 512
        gram = (points * weights[:, None]).T @ points + ridge * np.eye(512)
        direction = np.linalg.solve(gram, points.T @ (weights * np.r_[np.zeros(60), np.ones(3)]))
        places.append((examples[row] - background.mean(axis=0)) @ direction)
    assert whole.example - background.mean(axis=0) @ whole.direction == pytest.approx(np.mean(places), rel=1e-3)


def test_a_background_without_any_spread_is_survived(noisy):
    lesson = Lesson.learn(noisy(0, 3), NONE, np.tile(noisy(1, 1), (10, 1)), 3.0)
    assert np.isfinite(lesson.log_odds(noisy(2, 5), WEIGHTS)).all()
