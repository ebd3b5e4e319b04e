"""The model: tensors only; knows no file, no database, no window.

Names are loaded when they are first used: importing this package does not import torch.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .configuration import WavLinkConfig
    from .embedder import Embedder
    from .modeling import WavLinkModel
    from .process import EmbedderProcess
    from .processing import WavLinkFeatureExtractor, WavLinkProcessor

__all__ = [
    "Embedder",
    "EmbedderProcess",
    "WavLinkConfig",
    "WavLinkFeatureExtractor",
    "WavLinkModel",
    "WavLinkProcessor",
]

_HOMES = {
    "Embedder": "embedder",
    "EmbedderProcess": "process",
    "WavLinkConfig": "configuration",
    "WavLinkFeatureExtractor": "processing",
    "WavLinkModel": "modeling",
    "WavLinkProcessor": "processing",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)
