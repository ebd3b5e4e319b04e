"""What a run shows: a progress bar, a line of JSON a step, and TensorBoard."""

import json
from pathlib import Path
from types import TracebackType
from typing import Self

from torch.utils.tensorboard import SummaryWriter
from tqdm import tqdm


class Progress:
    """`RUN/metrics.jsonl`, `RUN/tensorboard` and the bar, from step `first` to step `last` of the whole run.

    For one process only. Lines after `first`, which a killed run may have written beyond its checkpoint, are replaced.
    """

    def __init__(self, run: Path, first: int, last: int) -> None:
        run.mkdir(parents=True, exist_ok=True)
        path = run / "metrics.jsonl"
        _keep_until(path, first)
        self._log = path.open("a", encoding="utf-8")
        self._board = SummaryWriter(str(run / "tensorboard"), purge_step=first + 1)
        self._bar = tqdm(total=last, initial=first)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._log.close()
        self._board.close()
        self._bar.close()

    def show(self, step: int, metrics: dict[str, float]) -> None:
        """The metrics of `step`, counted from 1 over all stages."""
        self._log.write(json.dumps({"step": step, **metrics}) + "\n")
        self._log.flush()
        for name, value in metrics.items():
            self._board.add_scalar(name, value, step)
        self._bar.set_postfix({name: f"{metrics[name]:.2f}" for name in ("clip", "tags", "points") if name in metrics})
        self._bar.update()


def _keep_until(path: Path, step: int) -> None:
    if path.exists():
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        whole = [line for line in lines if line.endswith("\n") and json.loads(line)["step"] <= step]
        path.write_text("".join(whole), encoding="utf-8")
