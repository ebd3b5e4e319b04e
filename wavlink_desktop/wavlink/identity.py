"""Which weights made a vector."""

import hashlib
from functools import lru_cache
from pathlib import Path


@lru_cache
def model_id(checkpoint: Path) -> str:
    """Twelve hexadecimal digits that change with the weights. Raises FileNotFoundError without a
    `model.safetensors`."""
    with (checkpoint / "model.safetensors").open("rb") as weights:
        return hashlib.file_digest(weights, "sha256").hexdigest()[:12]
