import numpy as np
import pytest

from wavlink_desktop.mapping.projection import Cancelled, arrange, beside, nearest


def quiet(share: float) -> None:
    pass


def never() -> bool:
    return False


def islands(count: int = 60, kinds: int = 5, dimensions: int = 16) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(3)
    centres = rng.normal(0, 1, (kinds, dimensions))
    kind = np.repeat(np.arange(kinds), count)
    vectors = centres[kind] + rng.normal(0, 0.15, (len(kind), dimensions))
    return (vectors / np.linalg.norm(vectors, axis=1, keepdims=True)).astype(np.float32), kind


def agreement(places: np.ndarray, kind: np.ndarray) -> float:
    found, _ = nearest(places, places, 6, quiet, never)
    return float((kind[found[:, 1:]] == kind[:, None]).mean())


def test_what_is_alike_lies_together_and_the_same_input_gives_the_same_map():
    vectors, kind = islands()
    places = arrange(vectors, None, quiet, never)
    assert places.shape == (300, 2)
    assert agreement(places, kind) > 0.95
    np.testing.assert_array_equal(places, arrange(vectors, None, quiet, never))


def test_laid_out_again_islands_stay_where_they_were():
    vectors, kind = islands()
    before = arrange(vectors, None, quiet, never)
    after = arrange(vectors[::2], before[::2], quiet, never)
    size = np.ptp(before, axis=0).max()
    for number in range(5):
        moved = after[kind[::2] == number].mean(axis=0) - before[kind == number].mean(axis=0)
        assert np.linalg.norm(moved) < 0.25 * size
    assert agreement(after, kind[::2]) > 0.95


def test_a_new_sound_comes_to_the_island_of_its_kind():
    vectors, kind = islands()
    old, new = np.arange(len(kind)) % 4 != 0, np.arange(len(kind)) % 4 == 0
    places = arrange(vectors[old], None, quiet, never)
    added = beside(vectors[old], places, vectors[new], quiet, never)
    found, _ = nearest(places, added, 5, quiet, never)
    assert (kind[old][found] == kind[new][:, None]).mean() > 0.9


@pytest.mark.parametrize("count", [0, 1, 2, 7, 8, 9, 20])
def test_however_few_there_are_each_has_a_place(count):
    vectors = islands()[0][:count]
    places = arrange(vectors, None, quiet, never)
    assert places.shape == (count, 2)
    assert np.isfinite(places).all()


def test_many_copies_of_one_sound_do_no_harm():
    vectors = np.repeat(islands(6)[0], 20, axis=0)
    assert np.isfinite(arrange(vectors, None, quiet, never)).all()


@pytest.mark.parametrize("exact", [True, False])
def test_nearest_finds_what_is_nearest(exact, monkeypatch):
    if not exact:
        monkeypatch.setattr("wavlink_desktop.mapping.projection._EXACT", 0)
    vectors = islands()[0]
    found, distances = nearest(vectors, vectors[:50], 5, quiet, never)
    all_distances = np.linalg.norm(vectors[None] - vectors[:50, None], axis=2)
    right = np.argsort(all_distances, axis=1)[:, :5]
    assert np.mean([len(set(a) & set(b)) for a, b in zip(found, right, strict=True)]) > 4.9
    np.testing.assert_allclose(distances[:, 1], np.sort(all_distances, axis=1)[:, 1], atol=1e-3)


def test_it_tells_how_far_it_is_and_stops_when_asked():
    vectors = islands()[0]
    shares: list[float] = []
    arrange(vectors, None, shares.append, never)
    assert shares == sorted(shares)
    assert shares[0] >= 0
    assert 0.9 < shares[-1] <= 1
    shares.clear()
    with pytest.raises(Cancelled):
        arrange(vectors, None, shares.append, lambda: len(shares) > 0 and shares[-1] > 0.5)
    assert shares[-1] < 0.7
