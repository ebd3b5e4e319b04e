"""Texts in, unit vectors out."""

import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import groupby
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController
from tokenizers import Tokenizer

from . import tuning
from .bert import Bert
from .spelling import Spelling
from .weights import Floats

MAX_TOKENS = 77
"""Longer texts are cut, as CLIP does."""
BATCH_TOKENS = 96
"""Tokens of texts that go through together: what they are on the way stays in the processor's cache."""
CACHE = 4096


class TextEmbedder:
    """A checkpoint's texts: typing errors are mended (see `Spelling`), those seen lately are not computed again.

    `encode`: unit vectors `(n, dim)` of n texts; default the light form, `LightEncoder`. Safe to call from several
    threads.
    """

    def __init__(self, checkpoint: Path, encode: Callable[[Sequence[str]], Floats] | None = None) -> None:
        tokenizer = read_tokenizer(checkpoint)
        self._spelling = Spelling.of(checkpoint, lambda word: tokenizer.token_to_id(word) is not None)
        self._encode = encode or LightEncoder(Bert(checkpoint), tokenizer)
        self._kept: OrderedDict[str, Floats] = OrderedDict()
        self._lock = threading.Lock()

    def embed(self, texts: Sequence[str]) -> Floats:
        """`(n, dim)` float32, unit length, in the order given."""
        if not texts:
            return self._encode([])
        with self._lock:
            fresh = [text for text in dict.fromkeys(texts) if text not in self._kept]
            if fresh:
                vectors = self._encode([self._spelling.correct(text) for text in fresh])
                self._kept.update(zip(fresh, vectors, strict=True))
            found = np.stack([self._kept[text] for text in texts])
            for text in texts:
                self._kept.move_to_end(text)
            while len(self._kept) > CACHE:
                self._kept.popitem(last=False)
        return found


class LightEncoder:
    """Texts through a `Bert`: needs neither torch nor transformers."""

    def __init__(self, bert: Bert, tokenizer: Tokenizer) -> None:
        self._bert, self._tokenizer = bert, tokenizer
        self._products = ThreadpoolController().select(user_api="blas")

    def __call__(self, texts: Sequence[str]) -> Floats:
        """Unit vectors `(n, dim)`, float32."""
        ids = [self._tokenizer.encode(text).ids for text in texts]
        batches = list(_batches([len(tokens) for tokens in ids]))
        inputs = [np.array([ids[row] for row in rows]) for rows in batches]
        vectors = np.empty((len(texts), self._bert.dim), dtype=np.float32)
        # A batch a core: two that share one small product wait for each other, 15 ms become 200 on a busy machine.
        with self._products.limit(limits=1):
            for rows, found in zip(batches, self._all_of(inputs), strict=True):
                vectors[rows] = found
        return vectors

    def _all_of(self, inputs: Sequence[NDArray[np.int64]]) -> list[Floats]:
        if len(inputs) == 1:  # a query: no thread has to be started for it
            return [self._bert(inputs[0])]
        with ThreadPoolExecutor(tuning.threads() or os.cpu_count() or 1) as pool:
            return list(pool.map(self._bert, inputs))


def light_texts(checkpoint: Path) -> TextEmbedder | None:
    """Texts of a checkpoint without torch; None where only `Towers` can run its text tower. Raises OSError."""
    try:
        return TextEmbedder(checkpoint) if Bert.knows(checkpoint) else None
    except OSError:
        raise
    except Exception as error:  # safetensors and tokenizers have their own, and a file cut short may raise any
        raise OSError(f"the checkpoint {checkpoint} is damaged: {error}") from error


def read_tokenizer(checkpoint: Path) -> Tokenizer:
    """A checkpoint's tokenizer, which cuts at `MAX_TOKENS` and adds no padding."""
    tokenizer = Tokenizer.from_file(str(checkpoint / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _batches(lengths: Sequence[int]) -> Iterator[NDArray[np.int64]]:
    """Rows of texts of one length, the shortest first: nothing has to be padded, nor masked."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for length, alike in groupby(order, key=lengths.__getitem__):
        rows = np.array(list(alike))
        size = max(1, BATCH_TOKENS // length)
        yield from (rows[start : start + size] for start in range(0, len(rows), size))
