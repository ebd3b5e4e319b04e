"""A workplace for training: a model of two small layers, sixteen tones that are high or low, and a recipe."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
import soundfile
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    BertConfig,
    BertModel,
    CLIPTextConfig,
    CLIPTextModelWithProjection,
    ModernBertConfig,
    ModernBertModel,
    PreTrainedTokenizerFast,
    WhisperConfig,
    WhisperFeatureExtractor,
)
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from model import initialize, train
from model.initialize import build
from model.recipe import Parts

ROOT = Path(__file__).parents[2]
WORDS = ["[PAD]", "[UNK]", "[EOS]", "low", "high", "tone", "the", "sound", "of", "effect"]
SMALL = {"hidden_size": 24, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 48}
RECIPE = """
held_out = {held_out}
[parts]
audio = "{parts}/audio"
text = "{parts}/text"
layer_pooling = true
projection_dim = 16
matryoshka_dims = [16, 8]
peak = 1.5
"""
TRAINING = {"steps": 6, "batch": 4, "checkpoint_every": 2}


def write_audio(folder, mels=80):
    sizes = {"d_model": 32, "encoder_layers": 2, "encoder_attention_heads": 2, "encoder_ffn_dim": 64}
    WhisperEncoder(WhisperConfig(**sizes, num_mel_bins=mels)).save_pretrained(folder)
    WhisperFeatureExtractor(feature_size=mels).save_pretrained(folder)


def write_text(folder, model):
    model.save_pretrained(folder)
    tokenizer = Tokenizer(models.WordLevel({word: number for number, word in enumerate(WORDS)}, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(single="$A [EOS]", special_tokens=[("[EOS]", 2)])
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, pad_token="[PAD]", unk_token="[UNK]").save_pretrained(folder)


def tiny_clip(width=24, projection=16):
    sizes = SMALL | {"hidden_size": width}
    tokens = {"vocab_size": len(WORDS), "eos_token_id": 2, "bos_token_id": 1, "pad_token_id": 0}
    return CLIPTextModelWithProjection(CLIPTextConfig(**sizes, **tokens, projection_dim=projection))


def tiny_modernbert():
    tokens = dict.fromkeys(["pad_token_id", "bos_token_id", "cls_token_id"], 0) | {"eos_token_id": 2, "sep_token_id": 2}
    return ModernBertModel(ModernBertConfig(**SMALL, **tokens, vocab_size=len(WORDS), global_attn_every_n_layers=2))


@pytest.fixture(scope="session")
def parts(tmp_path_factory):
    """Folders `audio`, `text` (BERT), `clip` and `modernbert`."""
    folder = tmp_path_factory.mktemp("parts")
    torch.manual_seed(0)
    write_audio(folder / "audio")
    write_text(folder / "text", BertModel(BertConfig(**SMALL, vocab_size=len(WORDS))))
    write_text(folder / "clip", tiny_clip())
    write_text(folder / "modernbert", tiny_modernbert())
    return folder


@pytest.fixture(scope="session")
def write():
    """Write parts of one's own."""
    return SimpleNamespace(audio=write_audio, text=write_text, clip=tiny_clip)


@pytest.fixture
def tiny_model(parts):
    """An untrained model, by the names of its text tower and its pooling."""

    def make(text="clip", pooling="eos"):
        torch.manual_seed(1)
        recipe = Parts(str(parts / "audio"), str(parts / text), pooling, projection_dim=16, matryoshka_dims=(16, 8))
        return build(recipe)

    return make


def write_manifest(folder):
    lines = []
    for number in range(16):
        high = number % 2
        tone = np.sin(2 * np.pi * (3_000 if high else 200) * np.arange(8_000 + 500 * number) / 16_000)
        soundfile.write(folder / f"{number}.wav", tone * 0.3, 16_000)
        row = {"path": f"{number}.wav", "captions": [f"{'high' if high else 'low'} tone"], "tags": [[high, 0.95]]}
        lines.append(json.dumps(row | {"source": "secret" if number > 13 else "pack", "licence": "CC0"}))
    (folder / "manifest.jsonl").write_text("\n".join(lines))
    (folder / "classes.csv").write_text("index,mid,display_name\n0,/m/0,low\n1,/m/1,high\n")


class Workplace:
    """A folder with everything that `model.train` is given."""

    def __init__(self, folder, run, parts):
        self.folder = folder
        self.run = run
        self.parts = parts
        self.settings()

    def settings(self, stages=(), start="[closed_form]", **training):
        """Write the recipe with these settings in [training], and in each of the stages."""
        shards = any("shards" in table for table in (training, *stages))
        lines = [RECIPE.format(parts=self.parts, held_out=[] if shards else ["secret"]), start]
        for name, table in (("[training]", TRAINING | training), *(("[[stages]]", stage) for stage in stages)):
            lines += [name, *(f"{key} = {json.dumps(value)}" for key, value in table.items())]
        (self.folder / "recipe.toml").write_text("\n".join(lines))

    def arguments(self, name):
        """Of `model.train`, for the run of that name."""
        arguments = {"--recipe": "recipe.toml", "--checkpoint": "untrained", "--run": name}
        arguments |= {"--manifest": "manifest.jsonl", "--classes": "classes.csv", "--shards": "."}
        return [str(item) for option, value in arguments.items() for item in (option, self.folder / value)]

    def train(self, name, *more):
        self.run(train.main, *self.arguments(name), *more)
        return self.folder / name / "last"

    def metrics(self, name):
        return [json.loads(line) for line in (self.folder / name / "metrics.jsonl").read_text().splitlines()]


@pytest.fixture
def run():
    """Run a command as from a terminal."""
    from click.testing import CliRunner

    def invoke(command, *arguments):
        result = CliRunner().invoke(command, [str(argument) for argument in arguments], catch_exceptions=False)
        assert result.exit_code == 0, result.output
        return result

    return invoke


@pytest.fixture
def workplace(tmp_path, parts, run):
    place = Workplace(tmp_path, run, parts)
    write_manifest(tmp_path)
    run(initialize.main, tmp_path / "untrained", "--recipe", tmp_path / "recipe.toml")
    return place


@pytest.fixture
def two_processes(tmp_path):
    """Run a script of tests/model in two processes that share their work, as `accelerate launch` would."""

    def launch(script, *arguments):
        common = os.environ | {"WORLD_SIZE": "2", "MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(free_port())}
        common |= {"OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT), "ACCELERATE_USE_CPU": "true"}
        command = [sys.executable, str(ROOT / "tests" / "model" / script), *map(str, arguments)]
        processes = [
            subprocess.Popen(
                command,
                env=common | {"RANK": str(rank), "LOCAL_RANK": str(rank)},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for rank in range(2)
        ]
        outputs = [process.communicate(timeout=300)[0] for process in processes]
        assert [process.returncode for process in processes] == [0, 0], "\n".join(outputs)

    return launch


def free_port():
    import socket

    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]
