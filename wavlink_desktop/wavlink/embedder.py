"""Audio and text in, unit vectors out."""

import logging
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from wavlink_desktop import paths

from .bert import Bert
from .identity import model_id
from .texts import TextEmbedder, light_texts
from .tuning import NumberFormat

if TYPE_CHECKING:
    from .towers import Towers

_log = logging.getLogger(__name__)


class Embedder:
    """A WavLink checkpoint: a folder, default the bundled one. `number_format`: see `Towers`.

    Each side is loaded when it is first used: texts take a tenth of a second and no torch, where `light_texts` has a
    form of their tower; sounds take torch and seconds.
    """

    def __init__(self, checkpoint: Path | None = None, number_format: NumberFormat | None = None) -> None:
        self._checkpoint = Path(checkpoint or paths.checkpoint())
        self._wanted = number_format
        self._towers: Towers | None = None
        self._texts: TextEmbedder | None = None
        self._lock = threading.RLock()
        self.model_id = model_id(self._checkpoint)

    @property
    def towers(self) -> "Towers":
        """The model in torch: the side of sounds, and that of texts if it has no lighter form."""
        with self._lock:
            if self._towers is None:
                began = time.perf_counter()
                from .towers import Towers  # here, because it imports torch

                self._towers = Towers(self._checkpoint, self._wanted)
                _log.info("model: loaded in %.1f s", time.perf_counter() - began)
                if Bert.knows(self._checkpoint):
                    self._towers.forget_texts()
            return self._towers

    def embed_audio(self, clips: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        """Mono clips, 1-D float32 at 16 kHz, any lengths: `(n, 512)` float32, unit length, in the order given."""
        return self.towers.embed_audio(clips)

    def embed_text(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """`(n, 512)` float32, unit length, in the order given. Typing errors are mended (see `Spelling`); texts seen
        lately are not computed again."""
        return self._text_embedder().embed(texts)

    def _text_embedder(self) -> TextEmbedder:
        with self._lock:
            if self._texts is None:
                light = light_texts(self._checkpoint)
                self._texts = light or TextEmbedder(self._checkpoint, self.towers.embed_text)
            return self._texts
