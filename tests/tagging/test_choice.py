import numpy as np
import pytest

from wavlink_desktop.tagging.calibration import Calibration, Weights
from wavlink_desktop.tagging.choice import One, Several, Tree, choose_several
from wavlink_desktop.tagging.vocabulary import Label, Vocabulary

LABELS = ("DOORWood", "DOORMetl", "DOORGlas", "RAIN", "RAINMetl")
TREE = Vocabulary(
    "tree", tuple(Label(name, (name,), (name,), "DOORS" if name[0] == "D" else "RAIN") for name in LABELS), True
)
ALL = np.ones((1, len(LABELS)), np.bool_)


def said(*probabilities: float) -> list[tuple[str, float]]:
    one = One(TREE, Calibration())
    (choices,) = one.choose(np.log(np.array([probabilities], np.float32) + 1e-9), ALL)
    return [(one.name(choice), round(choice.probability, 3)) for choice in choices]


def test_a_clear_label_stands_alone():
    assert said(0.96, 0.01, 0.01, 0.01, 0.01) == [("DOORWood", 0.96)]


def test_a_clear_category_with_an_unclear_subcategory_says_the_category():
    assert said(0.4, 0.35, 0.15, 0.05, 0.05) == [("DOORS", 0.9), ("DOORWood", 0.4), ("DOORMetl", 0.35)]


def test_where_no_category_is_clear_there_is_a_label_all_the_same():
    tree = Tree(["a", "a", "b", "b", "c"])
    labels = np.array([0.2, 0.2, 0.19, 0.19, 0.22], np.float32)
    choices = tree.choose(labels, tree.probabilities(labels[None])[0])
    assert [(choice.label, choice.category) for choice in choices] == [(0, False), (1, False), (2, False)]


def test_alternatives_come_near_the_label_and_never_before_it():
    assert said(0.0, 0.3, 0.001, 0.25, 0.449) == [("RAINMetl", 0.449), ("DOORMetl", 0.3), ("RAIN", 0.25)]


def test_the_label_comes_from_the_likeliest_category_though_another_label_is_likelier_alone():
    names = [name for name, _ in said(0.3, 0.3, 0.001, 0.399, 0.0)]
    assert names[0] in ("DOORS", "DOORWood") and "RAIN" not in names


def test_what_is_impossible_is_never_said():
    one = One(TREE, Calibration())
    possible = np.array([[False, True, True, True, True]])
    (choices,) = one.choose(np.array([[99, 1, 0, 0, 0]], np.float32), possible)
    assert "DOORWood" not in [one.name(choice) for choice in choices]
    assert sum(choice.probability for choice in choices if not choice.category) <= 1


def test_probabilities_of_categories_are_the_sums_of_their_labels():
    tree = Tree(["a", "b", "a"])
    assert tree.probabilities(np.array([[0.5, 0.2, 0.3]], np.float32)) == pytest.approx(np.array([[0.8, 0.2]]))


def test_several_labels_each_on_their_own():
    several = Several(TREE, Calibration(several=Weights(1, 1, 1, bias=-3)))
    (choices,) = several.choose(np.array([[9, 3, -50, 8, 0]], np.float32), ALL)
    assert [several.name(choice) for choice in choices] == ["DOORWood", "RAIN", "DOORMetl"]
    assert choices[-1].probability == pytest.approx(0.5)


def test_never_more_than_five():
    assert len(choose_several(np.full(20, 0.8, np.float32), 0.01)) == 5


def test_where_none_is_likely_the_best_is_said_if_evidence_speaks_for_it():
    unsure = np.array([0.02, 0.08, 0.06], np.float32)
    assert choose_several(unsure, base=0.01) == [(1, pytest.approx(0.08), False)]
    assert choose_several(unsure, base=0.05) == []


def test_probabilities_stay_in_bounds_at_extremes():
    odds = np.array([[-1e6, 0, 1e6, 3, -3]], np.float32)
    for chooser in (One(TREE, Calibration()), Several(TREE, Calibration())):
        assert all(0 <= choice.probability <= 1 for choices in chooser.choose(odds, ALL) for choice in choices)
