"""Build an untrained WavLink from pretrained parts.

    python -m model.initialize --recipe model/configs/bundled.toml --audio FOLDER --text FOLDER OUT

`--audio` and `--text` replace the recipe's hub ids by local folders. The towers are pretrained; the token and both
projections
are random.
"""

from dataclasses import replace
from pathlib import Path

import click
import torch
from transformers import AutoConfig, AutoModel, AutoTokenizer, WhisperFeatureExtractor
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from model.recipe import Parts, read_recipe
from wavlink_desktop.wavlink import WavLinkConfig, WavLinkFeatureExtractor, WavLinkModel, WavLinkProcessor


def build(parts: Parts) -> tuple[WavLinkModel, WavLinkProcessor]:
    """An untrained model, float32, and its processor. A text tower with a projection of its own (CLIP) starts from
    that."""
    text = AutoModel.from_pretrained(parts.text, dtype=torch.float32)
    text = getattr(text, "text_model", text)  # CLIP's hub repositories hold both of its towers
    audio_config = AutoConfig.from_pretrained(parts.audio)
    config = WavLinkConfig(
        audio_config=audio_config.to_dict(),
        text_config=text.config.to_dict(),
        projection_dim=parts.projection_dim,
        matryoshka_dims=list(parts.matryoshka_dims),
        text_pooling=parts.text_pooling,
        layer_pooling=parts.layer_pooling,
    )
    model = WavLinkModel(config)
    encoder = WhisperEncoder.from_pretrained(parts.audio, dtype=torch.float32)
    model.audio_model.encoder.load_state_dict(encoder.state_dict())
    model.text_model.load_state_dict(text.state_dict())
    whisper = WhisperFeatureExtractor.from_pretrained(parts.audio)
    extractor = WavLinkFeatureExtractor(peak=parts.peak, feature_size=whisper.feature_size)
    return model, WavLinkProcessor(extractor, AutoTokenizer.from_pretrained(parts.text))


def save(model: WavLinkModel, processor: WavLinkProcessor, folder: Path) -> None:
    """A checkpoint folder in the Hugging Face layout."""
    model.save_pretrained(folder)
    processor.save_pretrained(folder)


@click.command()
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--recipe", type=click.Path(path_type=Path, exists=True), default="model/configs/bundled.toml")
@click.option("--audio", help="Whisper: hub id or folder; default: the recipe's.")
@click.option("--text", help="Text encoder: hub id or folder; default: the recipe's.")
@click.option("--seed", default=0)
def main(out: Path, recipe: Path, audio: str | None, text: str | None, seed: int) -> None:
    """Write an untrained checkpoint to OUT."""
    torch.manual_seed(seed)
    parts = read_recipe(recipe).parts
    model, processor = build(replace(parts, audio=audio or parts.audio, text=text or parts.text))
    save(model, processor, out)
    millions = sum(parameter.numel() for parameter in model.parameters()) / 1e6
    click.echo(f"{out}: {millions:.1f} M parameters, untrained")


if __name__ == "__main__":
    main()
