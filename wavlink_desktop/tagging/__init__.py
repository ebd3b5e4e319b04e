"""Vocabularies and zero-shot tags."""
