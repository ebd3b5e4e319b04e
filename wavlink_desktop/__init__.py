"""WavLink Desktop: find and tag sound effects by meaning, offline."""

__version__ = "0.1.0"
