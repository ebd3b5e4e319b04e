import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from wavlink_desktop.search.ranking import fuse, meaning_scores

_score = st.floats(0, 1)


def test_scores_are_against_what_is_usual() -> None:
    usual = np.random.default_rng(0).normal(0.3, 0.1, 1000).astype(np.float32)
    low, middle, high = meaning_scores(np.array([0.3, 0.5, 0.8], np.float32), usual)
    assert low < 0.2
    assert 0.4 < middle < 0.6
    assert high > 0.9
    assert np.allclose(meaning_scores(np.array([0.5], np.float32) - 0.2, usual - 0.2), middle, atol=0.01)


def test_a_library_of_one_has_a_score() -> None:
    assert 0 <= meaning_scores(np.array([0.7], np.float32), np.array([0.7], np.float32))[0] <= 1
    assert 0 <= meaning_scores(np.array([0.7], np.float32), np.zeros(0, np.float32))[0] <= 1


@given(_score, _score, _score)
def test_more_evidence_never_lowers_a_score(meaning: float, name: float, more: float) -> None:
    def fused(m: float, n: float) -> float:
        return float(fuse(np.array([m]), np.array([n]))[0])

    assert 0 <= fused(meaning, name) <= 1
    assert fused(max(meaning, more), name) >= fused(meaning, name)
    assert fused(meaning, max(name, more)) >= fused(meaning, name)


def test_a_full_name_beats_any_meaning_alone_and_one_word_of_many_does_not() -> None:
    full, strong, incidental = fuse(np.array([0.0, 1.0, 0.1]), np.array([1.0, 0.0, 0.4]))
    assert full > strong > incidental
