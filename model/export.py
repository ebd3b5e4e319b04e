"""Write the checkpoint that ships: int8 weights, tokenizer, preprocessor settings and a model card.

    python -m model.export RUN/last --manifest M.jsonl --scores scores.json --out resources/wavlink-base

`--start` and `--keep`: average with the weights that the run began from (WiSE-FT, arXiv 2109.01903): what fine-tuning
learns of the
training packs is traded against what the pretrained encoder knows of the world.
"""

import json
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
import torch
from safetensors.numpy import save_file
from torch import Tensor

from model.initialize import save
from model.phrases import Phrase, read_phrases
from model.score_table import markdown
from wavlink_desktop.wavlink import WavLinkModel, WavLinkProcessor
from wavlink_desktop.wavlink.quantization import quantize
from wavlink_desktop.wavlink.spelling import WORD, WORDS

LARGEST_MEGABYTES = 64
CARD = Path(__file__).with_name("card.md")


def blend(trained: dict[str, Tensor], start: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """`share` of the trained weights, the rest of the start's."""
    return {name: torch.lerp(start[name].float(), weight.float(), share) for name, weight in trained.items()}


def source_table(manifest: Path) -> str:
    """Sources and licences of a training manifest, most clips first, as a Markdown table."""
    rows = [json.loads(line) for line in manifest.read_text(encoding="utf-8").splitlines() if line.strip()]
    clips = Counter((row["source"], row["licence"]) for row in rows)
    lines = [f"| {source} | {licence} | {count} |" for (source, licence), count in clips.most_common()]
    return "\n".join(["| source | licence | clips |", "|---|---|---|", *lines])


def score_tables(scores: dict[str, dict[str, Any]]) -> str:
    """Results of `model.evaluate --json`, by the name of the set, as Markdown tables."""
    return "\n\n".join(f"### {name}\n{markdown(result)}" for name, result in scores.items())


def sound_words(phrases: Sequence[Phrase]) -> str:
    """The words of `phrases` and how often each is said, a line each, the most frequent first: see `spelling`."""
    counts = Counter(word for phrase in phrases for word in WORD.findall(phrase.text))
    lines = [f"{word} {count}" for word, count in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]
    return "\n".join(lines) + "\n"


def fill_card(manifest: Path | None, training: str, scores: Path | None) -> str:
    """The model card; what is not given is said to be missing."""
    parts = {
        "training": training,
        "scores": score_tables(json.loads(scores.read_text())) if scores else "Not measured.",
        "sources": source_table(manifest) if manifest else "Sources not listed.",
    }
    card = CARD.read_text(encoding="utf-8")
    for name, text in parts.items():
        card = card.replace("{" + name + "}", text)
    return card


@click.command()
@click.argument("checkpoint", type=click.Path(path_type=Path, exists=True))
@click.option("--out", type=click.Path(path_type=Path), required=True)
@click.option("--start", type=click.Path(path_type=Path), help="The run's start, to average with.")
@click.option("--keep", default=1.0, help="Share of the trained weights in that average.")
@click.option("--manifest", type=click.Path(path_type=Path), help="Training manifest: its sources go into the card.")
@click.option("--training", default="", help="A sentence for the card: steps, hours.")
@click.option("--scores", type=click.Path(path_type=Path), help="JSON: {set: result of model.evaluate --json}.")
def main(
    checkpoint: Path,
    out: Path,
    start: Path | None,
    keep: float,
    manifest: Path | None,
    training: str,
    scores: Path | None,
) -> None:
    """Quantise CHECKPOINT and write it to OUT, with a card."""
    model = WavLinkModel.from_pretrained(checkpoint, dtype=torch.float32)
    state = model.state_dict()
    if start is not None:
        state = blend(state, WavLinkModel.from_pretrained(start, dtype=torch.float32).state_dict(), keep)
    shutil.rmtree(out, ignore_errors=True)
    save(model, WavLinkProcessor.from_pretrained(checkpoint), out)
    model.config.weight_format = "int8"
    model.config.save_pretrained(out)
    save_file(
        quantize({name: weight.numpy() for name, weight in state.items()}),
        out / "model.safetensors",
        metadata={"format": "pt"},
    )
    (out / WORDS).write_text(sound_words(read_phrases()), encoding="utf-8")
    (out / "README.md").write_text(fill_card(manifest, training, scores), encoding="utf-8")
    megabytes = sum(file.stat().st_size for file in out.iterdir()) / 1e6
    if megabytes > LARGEST_MEGABYTES:
        raise click.ClickException(f"{out}: {megabytes:.1f} MB, more than the {LARGEST_MEGABYTES} MB that may ship")
    click.echo(f"{out}: {megabytes:.1f} MB")


if __name__ == "__main__":
    main()
