"""Score a checkpoint, at every Matryoshka dim.

    python -m model.evaluate zero-shot --manifest M.jsonl --json        lines {"path", "label"}
    python -m model.evaluate zero-shot --layout esc-50 --table ESC-50/meta/esc50.csv --audio ESC-50/audio
    python -m model.evaluate retrieval --manifest M.jsonl --json        lines {"path", "captions"}
    python -m model.evaluate retrieval --layout clotho --table clotho_captions_evaluation.csv --audio evaluation
    python -m model.evaluate air-bench --table Foundation/Foundation_meta.json --audio Foundation
    python -m model.evaluate long-tail --manifest M.jsonl --classes audioset-527.csv

Paths in a manifest are relative to it. Every clip that cannot be read is named on stderr, and counted.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click
import numpy as np

from model.hearing import embed_files
from model.layouts import CAPTIONED, LABELLED, Layout, Question, air_bench, sounds_in
from model.long_tail import Query, read_queries, right_clips
from model.manifest import Example, ManifestError, read_manifest
from model.metrics import (
    Flags,
    accuracy,
    multiple_choice,
    ranking_metrics,
    retrieval,
    search_quality,
    standardise,
    zero_shot,
)
from model.recipe import read_recipe
from model.score_table import markdown
from model.vectors import Floats, unit
from wavlink_desktop.wavlink import Embedder

__all__ = ["accuracy", "label_vectors", "ranking_metrics", "retrieval", "standardise", "zero_shot"]

PROMPTS = ("{}", "the sound of {}", "{} sound")
"""Prompts whose vectors are averaged for a label."""
LONGEST = 30.0
"""Seconds: what the model takes."""
RECIPE = Path(__file__).parent / "configs" / "bundled.toml"


class HasPath(Protocol):
    """What can be listened to."""

    @property
    def path(self) -> Path:
        """The sound file."""


Clip = TypeVar("Clip", bound=HasPath)


def label_vectors(embedder: Embedder, labels: Sequence[str], prompts: Sequence[str] = PROMPTS) -> Floats:
    """Mean over `prompts`, each with `{}` where the label belongs: `(labels, d)`."""
    words = [label.replace("_", " ") for label in labels]
    vectors = [embedder.embed_text([prompt.replace("{}", word) for word in words]) for prompt in prompts]
    return unit(np.mean(vectors, axis=0))


def embed_clips(embedder: Embedder, clips: Sequence[Clip]) -> tuple[Floats, list[Clip]]:
    """Vectors and the clips that could be read; the others are named on stderr.

    A clip longer than the model takes is cut at 30 s, as benchmarks' clips are shorter. A sound that several clips
    share is read once. Raises `ManifestError` if none could be read.
    """
    vectors = embed_files(embedder, [clip.path for clip in clips], LONGEST)
    kept = [clip for clip in clips if clip.path in vectors]
    if not kept:
        raise ManifestError(f"none of the {len(clips)} clips could be read")
    return np.stack([vectors[clip.path] for clip in kept]), kept


def evaluate_zero_shot(
    embedder: Embedder,
    examples: Sequence[Example],
    background: Sequence[Example] | None = None,
    prompts: Sequence[str] = PROMPTS,
) -> dict[str, Any]:
    """The `zero-shot` command's answer. `background`: other clips to calibrate on."""
    audio, kept = embed_clips(embedder, examples)
    labels = sorted({example.label for example in examples})
    truth = np.array([labels.index(example.label) for example in kept])
    others = None if background is None else embed_clips(embedder, background)[0]
    scores = zero_shot(audio, label_vectors(embedder, labels, prompts), truth, _dims(embedder), others)
    counts = {"clips": len(kept), "classes": len(labels), "unreadable": len(examples) - len(kept)}
    if others is not None:
        counts["background_clips"] = len(others)
    return {"task": "zero-shot", **counts, "dims": scores}


def shared_captions(examples: Sequence[Example]) -> tuple[list[str], Flags]:
    """Different captions, and the clips that each is right for: all that have it. `(captions, clips)`."""
    captions = sorted({caption for example in examples for caption in example.captions})
    return captions, np.array([[caption in example.captions for example in examples] for caption in captions])


def own_captions(examples: Sequence[Example]) -> tuple[list[str], Flags]:
    """Every caption of every clip, right for that clip alone, as benchmarks are scored. `(captions, clips)`."""
    owners = [row for row, example in enumerate(examples) for _ in example.captions]
    captions = [caption for example in examples for caption in example.captions]
    return captions, np.array(owners)[:, None] == np.arange(len(examples))


def evaluate_retrieval(
    embedder: Embedder,
    examples: Sequence[Example],
    pairs: Callable[[Sequence[Example]], tuple[list[str], Flags]] = shared_captions,
) -> dict[str, Any]:
    """The `retrieval` command's answer. `pairs`: which captions are asked for, and which clips are right."""
    audio, kept = embed_clips(embedder, examples)
    captions, right = pairs(kept)
    scores = retrieval(audio, embedder.embed_text(captions), right, _dims(embedder))
    counts = {"clips": len(kept), "captions": len(captions), "unreadable": len(examples) - len(kept)}
    return {"task": "retrieval", **counts, "dims": scores}


def evaluate_air_bench(embedder: Embedder, questions: Sequence[Question]) -> dict[str, Any]:
    """The `air-bench` command's answer: question and choice as one text, the one most similar to the clip wins."""
    audio, kept = embed_clips(embedder, questions)
    choices = [embedder.embed_text(question.texts) for question in kept]
    truth = np.array([question.right for question in kept])
    tasks = [question.task for question in kept]
    scores = multiple_choice(audio, choices, truth, tasks, _dims(embedder))
    counts = {"questions": len(kept), "unreadable": len(questions) - len(kept)}
    return {"task": "air-bench", **counts, "dims": scores}


def evaluate_long_tail(
    embedder: Embedder, examples: Sequence[Example], queries: Sequence[Query], class_table: Path
) -> dict[str, Any]:
    """The `long-tail` command's answer. Queries that no clip is right for are left out and listed."""
    audio, kept = embed_clips(embedder, examples)
    right = right_clips(queries, kept, class_table)
    possible = [bool(row.any()) for row in right]
    asked = [query for query, can in zip(queries, possible, strict=True) if can]
    if not asked:
        raise ManifestError("no query has a right clip among these")
    text = embedder.embed_text([query.text for query in asked])
    scores = search_quality(audio, text, right[possible], [query.kind for query in asked], _dims(embedder))
    counts = {"clips": len(kept), "queries": len(asked), "unreadable": len(examples) - len(kept)}
    unasked = [query.text for query, can in zip(queries, possible, strict=True) if not can]
    return {"task": "long-tail", **counts, "without_a_right_clip": unasked, "dims": scores}


def _dims(embedder: Embedder) -> Sequence[int]:
    return embedder.towers.model.config.matryoshka_dims  # type: ignore[no-any-return]


Command = TypeVar("Command", bound=Callable[..., Any])

_PATH = click.Path(path_type=Path)
_MANIFEST = click.option("--manifest", type=_PATH, help="JSON lines, a clip a line.")
_TABLE = click.option("--table", type=_PATH, help="A published data set's own table.")
_AUDIO = click.option("--audio", type=_PATH, help="The folder of its sounds.")
_CHECKPOINT = click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="A folder; default: the bundled checkpoint.",
)
_JSON = click.option("--json", "style", flag_value="json", help="One JSON object.")
_MARKDOWN = click.option("--markdown", "style", flag_value="markdown", help="A table: the default.")


def _answers(command: Command) -> Command:
    """The options of every command: what is scored, and how the answer is written."""
    return _CHECKPOINT(_MARKDOWN(_JSON(command)))


def _clips_of(layouts: Mapping[str, Layout]) -> Callable[[Command], Command]:
    """The options that say which clips: a manifest, or a published data set."""
    layout = click.option("--layout", type=click.Choice(list(layouts)), help="That data set.")
    return lambda command: _MANIFEST(layout(_TABLE(_AUDIO(command))))


@click.group()
def main() -> None:
    """Score a checkpoint."""


@main.command("zero-shot")
@_clips_of(LABELLED)
@click.option("--background", type=_PATH, help="Folder or manifest of clips to calibrate on; default: those scored.")
@click.option("--prompt", "prompts", multiple=True, default=PROMPTS, help="With {} for the label; may be repeated.")
@_answers
def _zero_shot(background: Path | None, prompts: Sequence[str], **options: Any) -> None:
    """Classify clips by the names of their classes."""
    if not all("{}" in prompt for prompt in prompts):
        raise click.UsageError("a prompt needs {} where the label belongs")
    with _plain_errors():
        examples = _read_clips(LABELLED, "label", options)
        others = None if background is None else _read_background(background)
        _write(evaluate_zero_shot(_embedder(options), examples, others, prompts), options)


@main.command("retrieval")
@_clips_of(CAPTIONED)
@_answers
def _retrieval(**options: Any) -> None:
    """Find clips by their captions, and captions by their clips."""
    with _plain_errors():
        examples = _read_clips(CAPTIONED, "captions", options)
        pairs = own_captions if options["layout"] else shared_captions
        _write(evaluate_retrieval(_embedder(options), examples, pairs), options)


@main.command("air-bench")
@_TABLE
@_AUDIO
@_answers
def _air_bench(**options: Any) -> None:
    """Answer the multiple-choice questions of AIR-Bench Foundation."""
    table, audio = _need(options, "table", "audio")
    with _plain_errors():
        _write(evaluate_air_bench(_embedder(options), air_bench(table, audio)), options)


@main.command("long-tail")
@_MANIFEST
@click.option("--classes", type=_PATH, required=True, help="CSV of the names of the manifest's tags.")
@click.option("--sources", help="Sources to search in, parted by commas; default: those the recipe holds out.")
@_answers
def _long_tail(classes: Path, sources: str | None, **options: Any) -> None:
    """Search with a hundred queries as people type them."""
    (manifest,) = _need(options, "manifest")
    wanted = read_recipe(RECIPE).held_out if sources is None else [name.strip() for name in sources.split(",")]
    with _plain_errors():
        examples = [example for example in read_manifest(manifest, ["source"]) if example.source in wanted]
        missing = [name for name in wanted if name not in {example.source for example in examples}]
        if missing:
            raise ManifestError(f"{manifest}: no clips of {', '.join(missing)}")
        _write(evaluate_long_tail(_embedder(options), examples, read_queries(), classes), options)


@contextmanager
def _plain_errors() -> Iterator[None]:
    try:
        yield
    except ManifestError as error:
        raise click.ClickException(str(error)) from error


def _need(options: Mapping[str, Any], *names: str) -> list[Path]:
    missing = [f"--{name}" for name in names if not options[name]]
    if missing:
        raise click.UsageError(f"{' and '.join(missing)} missing")
    return [options[name] for name in names]


def _read_clips(layouts: Mapping[str, Layout], needs: str, options: Mapping[str, Any]) -> list[Example]:
    if bool(options["manifest"]) == bool(options["layout"]):
        raise click.UsageError("give either --manifest or --layout with --table and --audio")
    if options["manifest"]:
        return read_manifest(options["manifest"], [needs])
    return layouts[options["layout"]](*_need(options, "table", "audio"))


def _read_background(path: Path) -> list[Example]:
    return [Example(sound) for sound in sounds_in(path)] if path.is_dir() else read_manifest(path)


def _embedder(options: Mapping[str, Any]) -> Embedder:
    return Embedder(options["checkpoint"])


def _write(result: dict[str, Any], options: Mapping[str, Any]) -> None:
    click.echo(json.dumps(result) if options["style"] == "json" else markdown(result))


if __name__ == "__main__":
    main()
