"""Sounds out of the library: copied, or rendered as another program wants them, under names by a scheme."""

from .naming import NAME_FIELDS, NamingError
from .recipe import Conversion, Recipe
from .running import TransferReport, names, transfer

__all__ = [
    "NAME_FIELDS",
    "Conversion",
    "NamingError",
    "Recipe",
    "TransferReport",
    "names",
    "transfer",
]
