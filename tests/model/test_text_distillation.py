import numpy as np
import pytest
import torch

from model.recipe import TextDistillation
from model.text_distillation import Lesson, distil, mistype
from model.vectors import unit

TEXTS = ["low tone", "high tone", "a low hum", "a high whistle"]


@pytest.fixture
def lesson():
    """Two points, two texts each."""
    points = unit(np.random.default_rng(0).standard_normal((2, 16)).astype(np.float32))
    return Lesson(TEXTS, points[[0, 1, 0, 1]], np.ones(4))


def run(tiny_model, lesson, folder, steps=30, **settings):
    model, processor = tiny_model("text", "mean")
    untouched = {name: value.clone() for name, value in model.audio_model.state_dict().items()}
    distil(model, processor, lesson, TextDistillation(steps, batch=8, rate=1e-3, head_rate=1e-2, **settings), folder)
    assert all(torch.equal(value, untouched[name]) for name, value in model.audio_model.state_dict().items())
    return model, processor


def test_texts_come_to_their_points_at_every_length(tiny_model, lesson, tmp_path):
    model, processor = run(tiny_model, lesson, tmp_path / "text", 80)
    with torch.inference_mode():
        vectors = model.get_text_features(**processor.text(TEXTS)).numpy()
    for dim in model.config.matryoshka_dims:
        similarity = unit(vectors[:, :dim]) @ unit(lesson.points[:2, :dim]).T
        assert (similarity.argmax(axis=1) == [0, 1, 0, 1]).all()


def test_killed_it_goes_on_to_the_same_weights(tiny_model, lesson, tmp_path, monkeypatch):
    straight = run(tiny_model, lesson, tmp_path / "straight", 8, checkpoint_every=3)[0].state_dict()
    draw, drawn = Lesson.draw, []

    def killed(self, count, rng):
        drawn.append(count)
        if len(drawn) == 5:
            raise KeyboardInterrupt
        return draw(self, count, rng)

    monkeypatch.setattr(Lesson, "draw", killed)
    with pytest.raises(KeyboardInterrupt):
        run(tiny_model, lesson, tmp_path / "broken", 8, checkpoint_every=3)
    monkeypatch.undo()
    resumed = run(tiny_model, lesson, tmp_path / "broken", 8, checkpoint_every=3)[0].state_dict()
    assert all(torch.equal(value, resumed[name]) for name, value in straight.items())


def test_two_texts_joined_are_drawn_to_both(lesson):
    rng = np.random.default_rng(0)
    texts, points = zip(*(pair for _ in range(50) for pair in zip(*lesson.draw(8, rng), strict=True)), strict=True)
    joined = [row for row, text in enumerate(texts) if "low" in text and "high" in text]
    both = unit(lesson.points[0] + lesson.points[1])
    assert joined and all(np.allclose(points[row], both, atol=1e-5) for row in joined)
    assert any(text.startswith("the sound of") for text in texts)


def test_a_typing_error_is_one_letter():
    rng = np.random.default_rng(0)
    errors = {mistype("thunder", rng) for _ in range(200)}
    assert all(error[0] == "t" and 6 <= len(error) <= 8 for error in errors)
    assert {"thnuder", "thuner", "thundder"} <= errors and mistype("rain", rng) == "rain"
