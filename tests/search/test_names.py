import numpy as np
import pytest

from wavlink_desktop.search.names import Named


@pytest.mark.parametrize("values", [np.random.default_rng(1).random(500), [0.6, 0.7, 1.0], [1.0], [0.1, 0.10001, 0.9]])
@pytest.mark.parametrize("most", [1, 3, 300])
def test_the_best_are_those_that_sorting_finds_and_of_equals_the_first(values, most):
    scores = np.random.default_rng(2).choice(values, 1000)
    named = Named(np.arange(5, 1005), scores, scores == 1)
    assert named.best(most).files.tolist() == sorted((5 + np.argsort(-scores, kind="stable")[:most]).tolist())


def test_the_first_are_all_that_have_every_word_and_the_best_of_the_others():
    scores = np.array([0.2, 0.9, 0.1, 0.5, 0.4])
    named = Named(np.arange(5), scores, np.array([True, False, False, False, False]))
    assert named.first(2).files.tolist() == [0, 1, 3]
    assert named.first(5) is named
