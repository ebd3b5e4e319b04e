"""From batches to tensors: log-mel, tokens or rows of known texts, one batch a step, prepared ahead by workers."""

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, Dataset

from model.closed_form import PROMPTS
from model.data import Batch, BatchSource
from wavlink_desktop.wavlink import WavLinkProcessor


class Preparation:
    """Batches to the inputs of `Objective`.

    `texts`: the captions whose vectors the objective holds, or None: captions become tokens. `classes`: names of the
    tags whose vectors it does *not* hold, because the text tower is trained: a step takes one prompt for all of them.
    """

    def __init__(
        self, processor: WavLinkProcessor, texts: Sequence[str] | None = None, classes: Sequence[str] = ()
    ) -> None:
        self.processor, self.classes = processor, list(classes)
        self.rows = None if texts is None else {text: row for row, text in enumerate(texts)}

    def __call__(self, batch: Batch, step: int) -> dict[str, Tensor]:
        """`input_features`, `feature_mask`, `meanings`; every caption, with its clip in `owners`, as `text_rows` or
        `input_ids` and `attention_mask`; with tags `probabilities`; with classes `class_ids` and `class_mask`; with
        a space `points`."""
        texts = [text for captions in batch.captions for text in captions]
        owners = [clip for clip, captions in enumerate(batch.captions) for _ in captions]
        inputs = self.processor.audio(batch.waves) | {
            "meanings": torch.from_numpy(batch.meanings),
            "owners": torch.tensor(owners),
        }
        if self.rows is None:
            inputs |= self.processor.text(texts)
        else:
            inputs["text_rows"] = torch.tensor([self.rows[text] for text in texts])
        if batch.probabilities is not None:
            inputs["probabilities"] = torch.from_numpy(batch.probabilities.astype(np.float32, copy=False))
        if batch.points is not None:
            inputs["points"] = torch.from_numpy(batch.points.astype(np.float32, copy=False))
        if self.classes:
            prompt = PROMPTS[step % len(PROMPTS)]
            tokens = self.processor.text([prompt.format(name) for name in self.classes])
            inputs |= {"class_ids": tokens["input_ids"], "class_mask": tokens["attention_mask"]}
        return inputs


class _Steps(Dataset[dict[str, Tensor]]):
    def __init__(self, source: BatchSource, preparation: Preparation, process: int, processes: int) -> None:
        self.source, self.preparation, self.process, self.processes = source, preparation, process, processes

    def __getitem__(self, step: int) -> dict[str, Tensor]:
        return self.preparation(self.source.batch(step, self.process, self.processes), step)


def inputs_of(
    source: BatchSource,
    preparation: Preparation,
    steps: range,
    workers: int = 0,
    process: int = 0,
    processes: int = 1,
) -> Iterator[dict[str, Tensor]]:
    """The inputs of each of `steps`, this process's part of them, in order."""
    data = _Steps(source, preparation, process, processes)
    # Batches are whole already (batch_size=None); a step is a sample, and the sampler the range of steps.
    return iter(
        DataLoader(data, batch_size=None, sampler=steps, num_workers=workers, pin_memory=torch.cuda.is_available())
    )
