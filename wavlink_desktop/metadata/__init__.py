"""Tags to files: tables for spreadsheets and programs."""

from .export import FORMATS, ExportError, export_clips

__all__ = ["FORMATS", "ExportError", "export_clips"]
