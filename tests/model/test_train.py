"""The whole way, on a model of two small layers: initialise, train, be killed, go on, export, load."""

import json

import numpy as np
import pytest
import soundfile
import torch
from click.testing import CliRunner
from safetensors.torch import load_file
from tokenizers import Tokenizer, models, pre_tokenizers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast, WhisperConfig, WhisperFeatureExtractor
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from model import export, initialize, train
from model.closed_form import ridge_regression, tag_points, whiten
from model.vectors import unit
from wavlink_desktop.wavlink import Embedder

RECIPE = """
held_out = ["secret"]
[parts]
audio = "{parts}/audio"
text = "{parts}/text"
layer_pooling = true
projection_dim = 16
matryoshka_dims = [16, 8]
peak = 1.5
[closed_form]
[training]
steps = 6
batch = 4
checkpoint_every = 2
"""


def run(command, *arguments):
    result = CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result


def write_parts(folder):
    whisper = WhisperConfig(
        d_model=32, encoder_layers=2, encoder_attention_heads=2, encoder_ffn_dim=64, num_mel_bins=80
    )
    WhisperEncoder(whisper).save_pretrained(folder / "audio")
    WhisperFeatureExtractor().save_pretrained(folder / "audio")
    words = ["[PAD]", "[UNK]", "low", "high", "tone", "the", "sound", "of", "effect"]
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]")
    fast.save_pretrained(folder / "text")
    text = BertConfig(
        vocab_size=len(words), hidden_size=24, num_hidden_layers=2, num_attention_heads=2, intermediate_size=48
    )
    BertModel(text).save_pretrained(folder / "text")


@pytest.fixture
def workplace(tmp_path):
    torch.manual_seed(0)
    write_parts(tmp_path / "parts")
    (tmp_path / "recipe.toml").write_text(RECIPE.format(parts=tmp_path / "parts"))
    (tmp_path / "classes.csv").write_text("index,mid,display_name\n0,/m/0,low\n1,/m/1,high\n")
    lines = []
    for number in range(16):
        high = number % 2
        tone = np.sin(2 * np.pi * (3_000 if high else 200) * np.arange(8_000 + 500 * number) / 16_000)
        soundfile.write(tmp_path / f"{number}.wav", tone * 0.3, 16_000)
        row = {"path": f"{number}.wav", "captions": [f"{'high' if high else 'low'} tone"], "tags": [[high, 0.95]]}
        lines.append(json.dumps(row | {"source": "secret" if number > 13 else "pack", "licence": "CC0"}))
    (tmp_path / "manifest.jsonl").write_text("\n".join(lines))
    run(initialize.main, tmp_path / "untrained", "--recipe", tmp_path / "recipe.toml")
    return tmp_path


def train_in(workplace, name, *more):
    arguments = {
        "--recipe": "recipe.toml",
        "--checkpoint": "untrained",
        "--manifest": "manifest.jsonl",
        "--classes": "classes.csv",
        "--run": name,
    }
    flat = [item for option, value in arguments.items() for item in (option, workplace / value)]
    run(train.main, *flat, *more)
    return workplace / name / "last"


def test_a_killed_run_goes_on_to_the_same_weights(workplace):
    straight = load_file(train_in(workplace, "straight") / "model.safetensors")
    train_in(workplace, "broken", "--stop-after", 4)
    resumed = load_file(train_in(workplace, "broken") / "model.safetensors")
    assert straight.keys() == resumed.keys()
    for name, weight in straight.items():
        assert torch.allclose(weight, resumed[name], atol=1e-6), name
    steps = [json.loads(line)["step"] for line in (workplace / "broken" / "metrics.jsonl").read_text().splitlines()]
    assert steps == [1, 2, 3, 4, 5, 6]


def test_training_moves_the_audio_tower_and_leaves_the_text_tower(workplace):
    before = load_file(workplace / "untrained" / "model.safetensors")
    after = load_file(train_in(workplace, "run") / "model.safetensors")
    assert torch.equal(
        before["text_model.embeddings.word_embeddings.weight"], after["text_model.embeddings.word_embeddings.weight"]
    )
    assert not torch.equal(before["audio_model.global_token"], after["audio_model.global_token"])


def test_the_closed_form_start_tells_the_sounds_apart_and_ships(workplace):
    train_in(workplace, "run", "--stop-after", 1)
    out = workplace / "shipped"
    run(export.main, workplace / "run" / "start", "--out", out, "--manifest", workplace / "manifest.jsonl")
    assert "| pack | CC0 | 14 |" in (out / "README.md").read_text()
    embedder = Embedder(out)
    low, high = (np.sin(2 * np.pi * hertz * np.arange(16_000) / 16_000).astype(np.float32) for hertz in (200, 3_000))
    scores = embedder.embed_audio([low, high]) @ embedder.embed_text(["low tone", "high tone"]).T
    assert scores[0, 0] > scores[0, 1] and scores[1, 1] > scores[1, 0]


def test_averaging_with_the_start():
    half = export.blend({"w": torch.tensor([2.0, 4.0])}, {"w": torch.tensor([0.0, 0.0])}, 0.5)
    assert half["w"].tolist() == [1.0, 2.0]


def test_whitening_centres_evens_out_and_orders_axes():
    rng = np.random.default_rng(0)
    texts = (rng.standard_normal((500, 6)) * [1, 5, 2, 0.5, 9, 3] + 4).astype(np.float32)
    matrix, offset = whiten(texts, 0.25)
    spread = (texts @ matrix + offset).std(axis=0)
    assert np.allclose((texts @ matrix + offset).mean(axis=0), 0, atol=1e-3)
    assert (np.diff(spread) < 1e-3).all()
    assert spread[0] / spread[-1] < 9 / 0.5 / 2


def test_tag_points_lie_at_their_class():
    classes = unit(np.random.default_rng(0).standard_normal((4, 8)).astype(np.float32))
    probabilities = np.full((4, 4), 0.001, np.float32) + np.eye(4, dtype=np.float32) * 0.95
    assert ((tag_points(probabilities, classes) @ classes.T).argmax(axis=1) == np.arange(4)).all()


def test_ridge_regression_solves_an_exact_relation():
    rng = np.random.default_rng(0)
    features = rng.standard_normal((200, 5)).astype(np.float32)
    features -= features.mean(axis=0)
    truth = rng.standard_normal((5, 3)).astype(np.float32)
    solution, offset = ridge_regression(features, features @ truth + 7, np.ones(200, np.float32), 1e-6)
    assert np.allclose(solution, truth, atol=1e-2) and np.allclose(offset, 7, atol=1e-2)
