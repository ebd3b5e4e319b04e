"""The whole way, on a model of two small layers: initialise, train, be killed, go on, export, load."""

import numpy as np
import pytest
import torch
from click.testing import CliRunner
from safetensors.torch import load_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from model import export, initialize, shards, train
from wavlink_desktop.wavlink import Embedder, WavLinkModel

TEXT_EMBEDDINGS = "text_model.embeddings.word_embeddings.weight"


def weights(folder):
    return load_file(folder / "model.safetensors")


def changed(before, after):
    return {name for name in before if not torch.equal(before[name], after[name])}


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"clip_weight": 0.0, "tag_weight": 0.0, "point_weight": 1.0, "tag_balance": 0.5},
        {"mode": "lora", "towers": "both"},
        {"loss": "siglip", "towers": "both", "tag_weight": 0.0},
    ],
    ids=["captions and tags", "points", "lora", "siglip"],
)
def test_a_killed_run_goes_on_to_the_same_weights(workplace, settings):
    workplace.settings(**settings)
    straight = weights(workplace.train("straight"))
    workplace.train("broken", "--stop-after", 3)  # a checkpoint at 2, and as --stop-after stops in order at 3
    resumed = weights(workplace.train("broken"))
    assert straight.keys() == resumed.keys() and not changed(straight, resumed)
    assert [line["step"] for line in workplace.metrics("broken")] == [1, 2, 3, 4, 5, 6]
    assert workplace.metrics("broken") == workplace.metrics("straight")


def test_a_kill_between_two_checkpoints_repeats_the_steps_since_the_first(workplace, monkeypatch):
    workplace.settings(steps=5, checkpoint_every=2)
    straight = weights(workplace.train("straight"))
    step = train.Trainer.train_step

    def killed_at_fourth(trainer, inputs):
        if trainer.step == 3:
            raise KeyboardInterrupt
        return step(trainer, inputs)

    monkeypatch.setattr(train.Trainer, "train_step", killed_at_fourth)
    with pytest.raises(KeyboardInterrupt):
        train.train(run_of(workplace, "broken"))
    monkeypatch.undo()
    assert not changed(straight, weights(workplace.train("broken")))
    assert workplace.metrics("broken") == workplace.metrics("straight")
    board = EventAccumulator(str(workplace.folder / "broken" / "tensorboard")).Reload()
    assert [event.step for event in board.Scalars("loss")] == [1, 2, 3, 4, 5]


def run_of(workplace, name):
    recipe = train.read_recipe(workplace.folder / "recipe.toml")
    given = (workplace.folder / file for file in ("untrained", name, "manifest.jsonl"))
    return train.Run(recipe, *given, classes=workplace.folder / "classes.csv")


def test_training_moves_the_audio_tower_and_leaves_the_text_tower(workplace):
    before = weights(workplace.folder / "untrained")
    moved = changed(before, weights(workplace.train("run")))
    assert "audio_model.encoder.layers.0.fc1.weight" in moved and "audio_model.global_token" in moved
    assert not any(name.startswith("text_model.") for name in moved)


def test_stages_follow_each_other_from_shards_to_manifest(workplace, run):
    """As the paper's recipes do, but smaller; killed in the second stage."""
    folder = workplace.folder
    run(shards.main, folder / "manifest.jsonl", folder / "synthetic", "--clips", 5)
    stages = [{"shards": ["synthetic/*.tar"]}, {"steps": 4, "loss": "siglip", "seed": 3}]
    workplace.settings(stages, start="", tag_weight=0.0, towers="both", seconds=0.5)
    straight = workplace.train("straight")
    workplace.train("broken", "--stop-after", 8)
    assert not changed(weights(straight), weights(workplace.train("broken")))
    assert [line["step"] for line in workplace.metrics("broken")] == list(range(1, 11))
    first = weights(folder / "straight" / "stage-1")
    assert TEXT_EMBEDDINGS in changed(weights(folder / "untrained"), first)
    assert TEXT_EMBEDDINGS in changed(first, weights(straight))
    for checkpoint in (folder / "straight" / "stage-1", straight):
        WavLinkModel.from_pretrained(checkpoint)


def test_a_run_does_not_go_on_with_another_recipe(workplace):
    workplace.train("run", "--stop-after", 2)
    workplace.settings(mode="projector")
    result = CliRunner().invoke(train.main, workplace.arguments("run"))
    assert result.exit_code == 1 and "other parts, mode or loss than the recipe's" in result.output


@pytest.mark.parametrize(
    ("settings", "missing", "message"),
    [
        ({}, "--manifest", "give --manifest"),
        ({}, "--classes", "give their names with --classes"),
        ({"shards": ["*.tar"], "tag_weight": 0}, "--shards", "say with --shards"),
    ],
)
def test_what_is_not_given_is_asked_for(workplace, settings, missing, message):
    workplace.settings(start="", **settings)
    arguments = workplace.arguments("run")
    place = arguments.index(missing)
    result = CliRunner().invoke(train.main, arguments[:place] + arguments[place + 2 :])
    assert result.exit_code == 2 and message in result.output


def test_a_recipe_with_a_mistake_is_named(workplace):
    workplace.settings(mode="lorra")
    result = CliRunner().invoke(train.main, workplace.arguments("run"))
    assert result.exit_code == 1 and 'mode = "lorra" must be one of' in result.output


def test_siglip_starts_where_its_paper_does(workplace, run):
    workplace.settings(loss="siglip")
    run(initialize.main, workplace.folder / "siglip", "--recipe", workplace.folder / "recipe.toml")
    start = weights(workplace.folder / "siglip")
    assert start["logit_scale"].exp() == pytest.approx(10) and start["logit_bias"] == -10


def test_the_closed_form_start_tells_the_sounds_apart_and_ships(workplace, run):
    workplace.train("run", "--stop-after", 1)
    out = workplace.folder / "shipped"
    start, manifest = workplace.folder / "run" / "start", workplace.folder / "manifest.jsonl"
    run(export.main, start, "--out", out, "--manifest", manifest)
    assert "| pack | CC0 | 14 |" in (out / "README.md").read_text()
    embedder = Embedder(out)
    low, high = (np.sin(2 * np.pi * hertz * np.arange(16_000) / 16_000).astype(np.float32) for hertz in (200, 3_000))
    scores = embedder.embed_audio([low, high]) @ embedder.embed_text(["low tone", "high tone"]).T
    assert scores[0, 0] > scores[0, 1] and scores[1, 1] > scores[1, 0]


def test_averaging_with_the_start():
    half = export.blend({"w": torch.tensor([2.0, 4.0])}, {"w": torch.tensor([0.0, 0.0])}, 0.5)
    assert half["w"].tolist() == [1.0, 2.0]
