import numpy as np
import pytest

from wavlink_desktop.tagging.choice import choose_one, choose_several


def test_a_clear_winner_stands_alone():
    first, *others = choose_one(np.array([0.0, 9.0, 1.0, -np.inf]))
    assert first.label == 1
    assert first.probability > 0.99
    assert others == []


def test_near_ties_give_at_most_two_alternatives_with_lower_scores():
    choices = choose_one(np.array([3.0, 3.2, 3.1, 3.05, -np.inf]))
    assert [choice.label for choice in choices] == [1, 2, 3]
    probabilities = [choice.probability for choice in choices]
    assert probabilities == sorted(probabilities, reverse=True)
    assert sum(probabilities) < 1


def test_several_labels_each_on_their_own():
    choices = choose_several(np.array([8.0, 9.0, 0.0, -np.inf]))
    assert [choice.label for choice in choices] == [1, 0]
    assert all(choice.probability > 0.99 for choice in choices)


def test_the_best_comes_first_where_probabilities_are_all_but_one():
    assert [choice.label for choice in choose_several(np.array([99.0, 99.5, 100.0]))] == [2, 1, 0]


def test_a_clear_label_does_not_carry_weaker_ones_along():
    assert [choice.label for choice in choose_several(np.array([4.0, 9.0, 8.5]))] == [1, 2]


def test_never_more_than_five_and_never_none():
    assert len(choose_several(np.full(20, 8.0))) == 5
    (lone,) = choose_several(np.array([-3.0, -1.0, -2.0]))
    assert lone.label == 1
    assert lone.probability < 0.5


@pytest.mark.parametrize("choose", [choose_one, choose_several])
def test_probabilities_stay_in_bounds_at_extremes(choose):
    assert all(0 <= choice.probability <= 1 for choice in choose(np.array([-1e6, 0.0, 1e6, -np.inf])))
