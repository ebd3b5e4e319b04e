import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from model.data import TrainingData
from model.manifest import read_manifest
from model.recipe import ClosedForm, Parts, Recipe, TextDistillation, Training
from model.start import alike, load_space, write_start
from model.waves import WaveCache
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor


@pytest.fixture
def data(workplace):
    examples = read_manifest(workplace.folder / "manifest.jsonl", ["captions"])
    waves = WaveCache(examples, workplace.folder / "cache")
    return TrainingData(examples, waves, 2, Training(steps=2, batch=4, mixing=0.5, tag_balance=0.5))


def recipe(**text):
    return Recipe(Parts("", ""), (Training(steps=2),), ClosedForm(), TextDistillation(**text))


def test_a_start_puts_sounds_beside_their_texts(workplace, data):
    folder = workplace.folder / "run"
    write_start(recipe(steps=20, batch=8), workplace.folder / "untrained", folder, data, ["low", "high"])
    model = WavLinkModel.from_pretrained(folder / "start").eval()
    processor = WavLinkProcessor.from_pretrained(folder / "start")
    with torch.inference_mode():
        audio = model.get_audio_features(**processor.audio([data.waves[0], data.waves[1]]))
        text = model.get_text_features(**processor.text(["low tone", "high tone"]))
    scores = audio @ text.T
    assert scores[0, 0] > scores[0, 1] and scores[1, 1] > scores[1, 0]
    space, meanings = load_space(folder, data.texts)
    data.place_in(space, meanings)
    batch = data.batch(0)
    assert batch.points.shape == (4, len(space.axes.T)) and np.allclose(np.linalg.norm(batch.points, axis=1), 1)


def test_a_start_that_was_killed_goes_on_and_ends_the_same(workplace, data, monkeypatch):
    checkpoint, names = workplace.folder / "untrained", ["low", "high"]
    write_start(recipe(steps=3, batch=8), checkpoint, workplace.folder / "straight", data, names)
    monkeypatch.setattr("model.start.distil", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    with pytest.raises(KeyboardInterrupt):
        write_start(recipe(steps=3, batch=8), checkpoint, workplace.folder / "broken", data, names)
    monkeypatch.undo()
    monkeypatch.setattr("model.start.pooled_audio", None)  # what is solved is not solved again
    write_start(recipe(steps=3, batch=8), checkpoint, workplace.folder / "broken", data, names)
    straight, broken = (
        load_file(workplace.folder / run / "start" / "model.safetensors") for run in ("straight", "broken")
    )
    assert all(torch.equal(value, broken[name]) for name, value in straight.items())


def test_a_space_does_not_serve_other_captions(workplace, data):
    folder = workplace.folder / "run"
    write_start(recipe(steps=0), workplace.folder / "untrained", folder, data, ["low", "high"])
    with pytest.raises(ValueError, match="2 captions, the manifest has 3"):
        load_space(folder, [*data.texts, "another"])


def test_a_text_takes_the_tags_of_those_like_it():
    known = np.array([[1, 0], [0.9, 0.1], [0, 1]] + [[-1, 0]] * 8, np.float32)
    tags = np.array([[1, 0, 0], [1, 0, 0], [0, 1, 0]] + [[0, 0, 1]] * 8, np.float32)
    assert alike(np.array([[1, 0.05], [0.05, 1]], np.float32), known, tags).argmax(axis=1).tolist() == [0, 1]
