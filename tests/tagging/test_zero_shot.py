import numpy as np
import pytest

from wavlink_desktop.tagging import load_vocabulary
from wavlink_desktop.tagging.vocabulary import Label, Vocabulary
from wavlink_desktop.tagging.zero_shot import Background, label_vectors


def unit(vectors):
    return vectors / np.linalg.norm(vectors, axis=-1, keepdims=True)


class Table:
    """Embeds each text as the vector it was given."""

    model_id = "table"

    def __init__(self, **vectors):
        self.vectors = {text: unit(np.array(vector, np.float32)) for text, vector in vectors.items()}

    def embed_text(self, texts):
        return np.stack([self.vectors[text] for text in texts])

    def embed_audio(self, clips):
        raise AssertionError("tags need no sound")


def test_a_label_is_the_mean_of_its_prompts():
    vocabulary = Vocabulary("v", (Label("ab", ("a", "b"), ()), Label("c", ("c",), ()), Label("none", (), ())))
    vectors = label_vectors(vocabulary, Table(a=[1, 0, 0], b=[0, 1, 0], c=[0, 0, 1]))
    assert np.allclose(vectors, [[0.5**0.5, 0.5**0.5, 0], [0, 0, 1], [0, 0, 0]])


def test_every_heard_label_has_a_unit_vector(fake_embedder):
    vocabulary = load_vocabulary("ucs")
    lengths = np.linalg.norm(label_vectors(vocabulary, fake_embedder), axis=1)
    heard = np.array([bool(label.prompts) for label in vocabulary.labels])
    assert np.allclose(lengths[heard], 1, atol=1e-5)
    assert not lengths[~heard].any()


def test_a_label_that_is_near_everything_does_not_win_everywhere():
    rng = np.random.default_rng(0)
    right = rng.integers(0, 3, 300)
    scores = rng.normal(0.1, 0.02, (300, 3)).astype(np.float32)
    scores[np.arange(300), right] += 0.1
    scores[:, 0] += 0.3  # This label's text lies near every sound.
    assert (scores.argmax(axis=1) == 0).all()
    calibrated = Background.measure([scores[:100], scores[100:]]).standardise(scores)
    assert (calibrated.argmax(axis=1) == right).mean() > 0.95


def test_chunks_do_not_matter():
    scores = np.random.default_rng(1).normal(size=(50, 4)).astype(np.float32)
    whole, parts = Background.measure([scores]), Background.measure([scores[:7], scores[7:]])
    assert np.allclose(whole.mean, parts.mean) and np.allclose(whole.deviation, parts.deviation)


@pytest.mark.parametrize("clips", [1, 2, 5])
def test_a_small_library_keeps_the_order_of_its_raw_scores(clips):
    scores = np.tile(np.array([0.5, 0.2, 0.1, 0.0], np.float32), (clips, 1))
    calibrated = Background.measure([scores]).standardise(scores)
    assert np.isfinite(calibrated).all()
    assert (np.argsort(-calibrated, axis=1) == [0, 1, 2, 3]).all()
