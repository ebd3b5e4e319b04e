from dataclasses import replace

import numpy as np
import pytest

from model.space import Space, captions_meaning, principal_axes, rarity, whiten
from model.vectors import unit


@pytest.fixture
def space():
    """Four classes and a text tower of six numbers."""
    rng = np.random.default_rng(0)
    matrix, shift = whiten(rng.standard_normal((50, 6)).astype(np.float32), 0.25)
    return Space(np.full(4, 0.1, np.float32), np.ones(4, np.float32), matrix, shift, np.eye(10, dtype=np.float32))


def test_sounds_and_texts_of_one_kind_meet(space):
    rng = np.random.default_rng(1)
    pooled = rng.standard_normal((4, 6)).astype(np.float32)
    meanings = space.meanings(pooled)
    probabilities = np.full((4, 4), 0.001, np.float32) + np.eye(4, dtype=np.float32) * 0.9
    similarity = space.sounds(probabilities, meanings) @ space.texts(np.eye(4, dtype=np.float32), meanings).T
    assert (similarity.argmax(axis=1) == np.arange(4)).all() and similarity.diagonal().min() > 0.8


def test_what_is_always_likely_says_little(space):
    usual = replace(space, usual=np.array([0.9, 0.1, 0.1, 0.1], np.float32))
    meaning = np.zeros((1, 6), np.float32)
    point = usual.sounds(np.array([[0.81, 0.5, 0.01, 0.01]], np.float32), meaning)
    assert point[0].argmax() == 1 and abs(point[0, 0]) < 0.01


def test_a_space_is_kept(space, tmp_path):
    space.save(tmp_path / "space.safetensors")
    again = Space.load(tmp_path / "space.safetensors")
    assert np.array_equal(again.whitening, space.whitening) and np.array_equal(again.axes, space.axes)


def test_axes_come_by_falling_size_of_what_counts():
    points = unit(np.random.default_rng(2).standard_normal((300, 5)) * [1, 4, 2, 0.1, 8]).astype(np.float32)
    axes = principal_axes(points, np.ones(300, np.float32), 3)
    sizes = np.square(points @ axes).mean(axis=0)
    assert axes.shape == (5, 3) and (np.diff(sizes) < 0).all()
    assert np.allclose(axes.T @ axes, np.eye(3), atol=1e-5)
    heavy = np.where(np.abs(points[:, 1]) > 0.8, 1000, 1).astype(np.float32)
    assert np.abs(principal_axes(points, heavy, 1)[:, 0]).argmax() == 1


def test_whitening_centres_and_evens_out():
    rng = np.random.default_rng(0)
    texts = (rng.standard_normal((500, 6)) * [1, 5, 2, 0.5, 9, 3] + 4).astype(np.float32)
    matrix, offset = whiten(texts, 0.25)
    spread = np.sort((texts @ matrix + offset).std(axis=0))
    assert np.allclose((texts @ matrix + offset).mean(axis=0), 0, atol=1e-3)
    assert spread[-1] / spread[0] < 9 / 0.5 / 2


def test_a_clip_means_what_its_captions_mean_together():
    meanings = np.array([[1, 0], [0, 1], [-1, 0]], np.float32)
    assert np.allclose(captions_meaning(meanings, [[0, 1], [2]]), [[2**-0.5, 2**-0.5], [-1, 0]])


def test_a_tag_that_many_texts_have_counts_less(space):
    weights = np.array([[1, 0.9, 0, 0], [0, 0.9, 1, 0], [0, 0.9, 0, 1], [0, 1, 0, 0]], np.float32)
    shares = rarity(weights)
    assert shares.argmin() == 1 and shares[0] == shares[2] == shares[3]
    assert np.linalg.norm(unit(weights) * shares, axis=1).mean() == pytest.approx(1)
    meaning = np.zeros((4, 6), np.float32)
    before, after = space.texts(weights, meaning), replace(space, rarity=shares).texts(weights, meaning)
    assert after[0] @ after[1] < before[0] @ before[1]
