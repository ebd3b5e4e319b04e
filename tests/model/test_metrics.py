import numpy as np
import pytest

from model.metrics import multiple_choice, ranking_metrics, retrieval, search_quality, standardise, zero_shot


def test_ranking_metrics_by_hand():
    # Query 0: right answers second and third. Query 1: the right answer first. Query 2: the only right one is last.
    scores = np.array([[0.9, 0.8, 0.7, 0.1], [0.9, 0.2, 0.1, 0.0], [0.4, 0.3, 0.2, 0.1]], dtype=np.float32)
    right = np.array([[0, 1, 1, 0], [1, 0, 0, 0], [0, 0, 0, 1]], dtype=bool)
    metrics = ranking_metrics(scores, right)
    assert metrics["R@1"] == pytest.approx(1 / 3)
    assert metrics["R@5"] == 1.0
    expected = ((1 / 2 + 2 / 3) / 2 + 1 + 1 / 4) / 3
    assert metrics["mAP@10"] == pytest.approx(expected)


def test_right_answers_beyond_the_tenth_do_not_count():
    scores = -np.arange(12, dtype=np.float32)[None]
    right = np.zeros((1, 12), dtype=bool)
    right[0, 11] = True
    assert ranking_metrics(scores, right) == {"R@1": 0.0, "R@5": 0.0, "R@10": 0.0, "mAP@10": 0.0}


def test_retrieval_asks_once_a_caption_and_takes_any_caption_of_a_clip():
    # Two clips, the first with three captions: one near it, two nearer to the other clip.
    audio = np.eye(2, dtype=np.float32)
    text = np.array([[0.9, 0.4], [0.4, 0.9], [0.3, 0.9], [0.0, 1.0]], dtype=np.float32)
    right = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], dtype=bool)
    scores = retrieval(audio, text, right, [2])["2"]
    assert scores["text_to_audio"]["R@1"] == 2 / 4
    assert scores["text_to_audio"]["mAP@10"] == pytest.approx((1 + 1 / 2 + 1 / 2 + 1) / 4)
    assert scores["audio_to_text"]["R@1"] == 1.0
    # Clip 0 hears its captions in places 1, 2, 3; clip 1 its own first.
    assert scores["audio_to_text"]["mAP@10"] == 1.0


def test_a_smaller_dim_is_the_start_of_the_vector():
    audio = np.array([[0.6, 0.8], [0.8, 0.6]], dtype=np.float32)
    text = np.array([[-0.6, 0.8], [0.8, 0.6]], dtype=np.float32)
    scores = retrieval(audio, text, np.eye(2, dtype=bool), [2, 1])
    assert scores["2"]["text_to_audio"]["R@1"] == 1.0
    # Of one number only its sign is left: both clips take the second caption.
    assert scores["1"]["audio_to_text"]["R@1"] == 0.5


def test_calibration_undoes_a_label_that_wins_everywhere():
    audio = np.array([[0.5, 0.0, 0.9], [0.0, 0.5, 0.9]], dtype=np.float32)
    labels = np.eye(3, dtype=np.float32)[[0, 1]] * 0.1
    labels[1, 2] = 1.0  # close to every clip
    labels /= np.linalg.norm(labels, axis=1, keepdims=True)
    scores = zero_shot(audio, labels, np.array([0, 1]), [3])["3"]
    assert scores["accuracy"] == 0.5 and scores["calibrated_accuracy"] == 1.0


def test_calibration_on_a_background_by_hand():
    scores = np.array([[0.6, 0.5], [0.6, 0.9]], dtype=np.float32)
    background = np.array([[0.4, 0.1], [0.6, 0.5]], dtype=np.float32)  # means 0.5 and 0.3, deviations 0.1 and 0.2
    assert standardise(scores, background) == pytest.approx(np.array([[1.0, 1.0], [1.0, 3.0]]), abs=1e-5)


def test_background_clips_change_what_calibration_makes_of_the_same_clips():
    audio = np.array([[0.6, 0.8], [0.8, 0.6]], dtype=np.float32)
    labels = np.eye(2, dtype=np.float32)
    truth = np.array([0, 0])
    alone = zero_shot(audio, labels, truth, [2])["2"]
    # In the background the second label is everywhere: what remains for it here is nothing.
    background = np.array([[0.1, 0.99], [0.0, 1.0]], dtype=np.float32)
    against = zero_shot(audio, labels, truth, [2], background)["2"]
    assert alone == {"accuracy": 0.5, "calibrated_accuracy": 0.5}
    assert against == {"accuracy": 0.5, "calibrated_accuracy": 1.0}


def test_standardising_a_constant_label_is_finite():
    assert np.isfinite(standardise(np.ones((3, 2), dtype=np.float32))).all()


def test_multiple_choice_by_task_with_different_numbers_of_choices():
    audio = np.array([[1, 0], [0, 1], [0, 1]], dtype=np.float32)
    east, north, south = np.array([1, 0.1]), np.array([0.1, 1]), np.array([0, -1])
    choices = [np.stack([north, east]), np.stack([south, east, north, east]), np.stack([north, south])]
    choices = [texts.astype(np.float32) for texts in choices]
    scores = multiple_choice(audio, choices, np.array([1, 2, 1]), ["sound", "sound", "music"], [2])["2"]
    assert scores == {"accuracy": pytest.approx(2 / 3), "by_task": {"sound": 1.0, "music": 0.0}}


def test_search_quality_by_kind():
    # Seven clips in a fan: the first query's order is 0…6, the second's 6…0.
    angles = np.linspace(0, np.pi / 2, 7)
    audio = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    text = np.eye(2, dtype=np.float32)
    right = np.zeros((2, 7), dtype=bool)
    right[0, [3, 4, 6]] = True  # two of the first five
    right[1, [0, 1]] = True  # none of 6…2
    scores = search_quality(audio, text, right, ["typo", "plural"], [2])["2"]
    assert (scores["found@5"], scores["precision@5"]) == (0.5, pytest.approx(0.2))
    assert scores["by_kind"]["typo"] == {"found@5": 1.0, "precision@5": pytest.approx(0.4)}
    assert scores["by_kind"]["plural"] == {"found@5": 0.0, "precision@5": 0.0}
