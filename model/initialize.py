"""Build an untrained WavLink from pretrained parts.

    python -m model.initialize --recipe model/configs/bundled.toml --audio FOLDER --text FOLDER OUT

`--audio` and `--text` replace the recipe's hub ids by local folders. The towers are pretrained, and so is the text
projection if the text tower has one (CLIP); the token and the other projections are random.
"""

import math
from dataclasses import replace
from pathlib import Path

import click
import torch
from torch import Tensor
from transformers import (
    AutoConfig,
    AutoModel,
    AutoTokenizer,
    CLIPTextModelWithProjection,
    PreTrainedModel,
    WhisperFeatureExtractor,
)
from transformers.models.whisper.modeling_whisper import WhisperEncoder

from model.losses import SIGLIP_BIAS, SIGLIP_SCALE
from model.recipe import Parts, RecipeError, read_recipe
from wavlink_desktop.wavlink import WavLinkConfig, WavLinkFeatureExtractor, WavLinkModel, WavLinkProcessor


def build(parts: Parts) -> tuple[WavLinkModel, WavLinkProcessor]:
    """An untrained model, float32, and its processor.

    Raises RecipeError if the text tower has a pretrained projection to another number of dimensions.
    """
    text, projection = _text_tower(parts.text)
    if projection is not None and len(projection) != parts.projection_dim:
        raise RecipeError(
            f"{parts.text} projects to {len(projection)} numbers: set projection_dim = {len(projection)}, "
            f"not {parts.projection_dim}"
        )
    audio_config = AutoConfig.from_pretrained(parts.audio)
    config = WavLinkConfig(
        audio_config=audio_config.to_dict(),
        text_config=text.config.to_dict(),
        projection_dim=parts.projection_dim,
        matryoshka_dims=list(parts.matryoshka_dims),
        text_pooling=parts.text_pooling,
        layer_pooling=parts.layer_pooling,
        attention_span=parts.attention_span,
    )
    model = WavLinkModel(config)
    encoder = WhisperEncoder.from_pretrained(parts.audio, dtype=torch.float32)
    model.audio_model.encoder.load_state_dict(encoder.state_dict())
    model.text_model.load_state_dict(text.state_dict())
    if projection is not None:
        with torch.no_grad():
            model.text_projection.weight.copy_(projection)
            model.text_projection.bias.zero_()  # CLIP's has none
    whisper = WhisperFeatureExtractor.from_pretrained(parts.audio)
    extractor = WavLinkFeatureExtractor(peak=parts.peak, feature_size=whisper.feature_size)
    return model, WavLinkProcessor(extractor, AutoTokenizer.from_pretrained(parts.text))


def _text_tower(name: str) -> tuple[PreTrainedModel, Tensor | None]:
    """A text encoder, and its projection `(projection_dim, hidden)` if it has a pretrained one.

    CLIP's repositories hold both of its towers, or the text tower with or without the projection.
    """
    if AutoConfig.from_pretrained(name).model_type not in ("clip", "clip_text_model"):
        return AutoModel.from_pretrained(name, dtype=torch.float32), None
    clip, report = CLIPTextModelWithProjection.from_pretrained(name, dtype=torch.float32, output_loading_info=True)
    projection = None if report["missing_keys"] else clip.text_projection.weight.detach()
    return clip.text_model, projection


def start_siglip(model: WavLinkModel) -> None:
    """Set scale and bias to where SigLIP's loss starts; CLIP's start is the model's own."""
    with torch.no_grad():
        model.logit_scale.fill_(math.log(SIGLIP_SCALE))
        model.logit_bias.fill_(SIGLIP_BIAS)


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
    try:
        settings = read_recipe(recipe)
        parts = settings.parts
        model, processor = build(replace(parts, audio=audio or parts.audio, text=text or parts.text))
    except RecipeError as error:
        raise click.ClickException(str(error)) from error
    if settings.training.loss == "siglip":
        start_siglip(model)
    save(model, processor, out)
    millions = sum(parameter.numel() for parameter in model.parameters()) / 1e6
    click.echo(f"{out}: {millions:.1f} M parameters, untrained")


if __name__ == "__main__":
    main()
