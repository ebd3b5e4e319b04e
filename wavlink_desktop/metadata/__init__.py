"""Tags to files: tables for spreadsheets and programs."""

from .export import FORMATS, ExportError, export_clips
from .table import COLUMNS

__all__ = ["COLUMNS", "FORMATS", "ExportError", "export_clips"]
