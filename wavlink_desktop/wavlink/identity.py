"""Which model made a vector."""

import hashlib
import json
from functools import lru_cache
from pathlib import Path


@lru_cache
def model_id(checkpoint: Path) -> str:
    """Twelve hexadecimal digits that change with the weights, and with what is heard at a time. Raises
    FileNotFoundError without a `model.safetensors` or a `config.json`, OSError where that is damaged."""
    with (checkpoint / "model.safetensors").open("rb") as weights:
        digest = hashlib.file_digest(weights, "sha256")
    try:
        span = json.loads((checkpoint / "config.json").read_text(encoding="utf-8")).get("attention_span")
    except ValueError as error:
        raise OSError(f"{checkpoint / 'config.json'} is damaged: {error}") from error
    if span is not None:  # no part of the weights, but vectors of long sounds are others
        digest.update(f"attention_span {span}".encode())
    return digest.hexdigest()[:12]
