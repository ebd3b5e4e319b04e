"""The model: tensors only; knows no file, no database, no window."""
