"""The embedder for a window: texts at once, in this process; sounds in one of its own, which imports torch and whose
memory can be given back."""

import logging
import os
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop import logs, paths, reports

from .identity import model_id

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from .embedder import Embedder
    from .texts import TextEmbedder

_MOMENT_S = 2.0
KIND = "model"
"""What logs and reports call the child."""

_log = logging.getLogger(__name__)
_embedder: "Embedder | None" = None  # in the child only


class ModelCrashError(RuntimeError):
    """The child ended unexpectedly, and so did the one that was started in its place."""


def _load(checkpoint: Path) -> None:
    global _embedder
    threading.Thread(target=_end_with_parent, daemon=True).start()
    logs.begin(KIND)
    reports.watch(KIND)
    from .embedder import Embedder

    _embedder = Embedder(checkpoint)


def _end_with_parent() -> None:
    """A window that was killed cannot tell its child to end, which would keep half a gigabyte for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(0)


def _call(method: str, items: Sequence[Any]) -> NDArray[np.float32]:
    vectors: NDArray[np.float32] = getattr(_embedder, method)(items)
    return vectors


class EmbedderProcess:
    """As `Embedder`. The child process starts with the first call that needs it and ends with `close`. Calls block
    their thread.

    A child that crashes is reported, and its work is given to another one; `ModelCrashError` when that crashes, too.
    """

    def __init__(self, checkpoint: Path | None = None) -> None:
        self._checkpoint = checkpoint or paths.checkpoint()
        self._texts: TextEmbedder | None = None
        self._pool: ProcessPoolExecutor | None = None
        self._lock = threading.Lock()

    @property
    def model_id(self) -> str:
        """Names the weights."""
        return model_id(self._checkpoint)

    def embed_audio(self, clips: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        """As `Embedder.embed_audio`."""
        return self._run("embed_audio", clips)

    def embed_text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As `Embedder.embed_text`. A text tower that has no light form is run by the child."""
        light = self._light_texts()
        return light.embed(texts) if light is not None else self._run("embed_text", texts)

    def close(self) -> None:
        """End the child and free its memory, and that of the texts; the next call brings back what it needs."""
        with self._lock:
            self._texts = None
            if self._pool is not None:
                self._pool.shutdown(wait=False, cancel_futures=True)
                self._pool = None

    def _light_texts(self) -> "TextEmbedder | None":
        with self._lock:
            if self._texts is None:
                from .texts import light_texts  # here, so that a window is there before the tokenizer is imported

                began = time.perf_counter()
                self._texts = light_texts(self._checkpoint)
                if self._texts is not None:
                    _log.info("texts: loaded in %.2f s", time.perf_counter() - began)
            return self._texts

    def _run(self, method: str, items: Sequence[Any]) -> NDArray[np.float32]:
        try:
            return self._try(method, items)
        except ModelCrashError as error:
            _log.warning("%s: once more", error)
            return self._try(method, items)

    def _try(self, method: str, items: Sequence[Any]) -> NDArray[np.float32]:
        pool = self._running_pool()
        try:
            return pool.submit(_call, method, list(items)).result()
        except BrokenProcessPool as error:
            # The child was killed (out of memory, by the user …): forget it, so that the next call starts another.
            with self._lock:
                first = self._pool is pool
                if first:
                    self._pool = None
            raise ModelCrashError(_told(pool) if first else "its process ended unexpectedly") from error

    def _running_pool(self) -> ProcessPoolExecutor:
        _ = self.model_id  # a missing checkpoint is named here; the child's own error would not come through
        with self._lock:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(
                    1, mp_context=get_context("spawn"), initializer=_load, initargs=(self._checkpoint,)
                )
            return self._pool


def _exit_code(children: Sequence["BaseProcess"]) -> int | None:
    """How the first that ended badly did. The pool's own thread asks the system, too, and only one of both is told: the
    other sees it a moment later."""
    deadline = time.monotonic() + _MOMENT_S
    while time.monotonic() < deadline:
        codes = [child.exitcode for child in children]
        if any(codes) or None not in codes:
            return next((code for code in codes if code), None)
        time.sleep(0.01)
    return None


def _told(pool: ProcessPoolExecutor) -> str:
    """Reports that its child died; gives what to say of it."""
    exit_code = _exit_code(list((pool._processes or {}).values()))
    report = reports.of_child(KIND, exit_code)
    how = f"its process {reports.ended_by(exit_code)}"
    return how if report is None or report.path is None else f"{how}; the report: {report.path}"
