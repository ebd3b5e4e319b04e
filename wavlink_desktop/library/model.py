"""The model, made when it is first needed."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop.library.errors import ModelError
from wavlink_desktop.library.records import SoundEmbedder, Vectors


class OnDemand:
    """A `SoundEmbedder` that `make` makes with the first sound or text; what goes wrong in it is a `ModelError`.

    `identity` gives the `model_id` without loading the model, where that can be known.
    """

    def __init__(self, make: Callable[[], SoundEmbedder], identity: Callable[[], str] | None = None) -> None:
        self._make = make
        self._identity = identity
        self._made: SoundEmbedder | None = None
        self._lock = threading.Lock()

    @property
    def model_id(self) -> str:
        """Names the weights."""
        with _explained():
            return self._identity() if self._identity else self._model().model_id

    def embed_audio(self, clips: Sequence[NDArray[np.float32]]) -> Vectors:
        """As `SoundEmbedder.embed_audio`."""
        with _explained():
            return self._model().embed_audio(clips)

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """As `SoundEmbedder.embed_text`."""
        with _explained():
            return self._model().embed_text(texts)

    def close(self) -> None:
        """Let the model go, if one was made; the next call makes another."""
        with self._lock:
            close = getattr(self._made, "close", None)
            self._made = None
        if close is not None:
            close()

    def _model(self) -> SoundEmbedder:
        with self._lock:
            if self._made is None:
                self._made = self._make()
            return self._made


@contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except MemoryError as error:
        raise ModelError("There is not enough memory for the model. Close other programs, then try again.") from error
    except (OSError, ImportError, RuntimeError) as error:  # files missing, torch missing, a child process killed
        raise ModelError(
            f"The model cannot be used ({error}). Searching by name still works; reinstall the program to repair it."
        ) from error
