"""Folders watched for changes, where the system can tell of them; a regular rescan is the truth all the same.

The system may be unable to (network drives), or unwilling (inotify has a limited number of watches): `watch`
says so. Events say *where* to look, never what happened: the scan sees for itself.
"""

import os
import threading
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from wavlink_desktop.audio import EXTENSIONS

_FEW = 200
_SUFFIXES = tuple(EXTENSIONS)
_HAPPENED = ("created", "deleted", "modified", "moved", "closed")


class FolderWatch:
    """Watches folders and everything below them. `changed` is called with a path, on a thread of its own."""

    def __init__(self, changed: Callable[[Path], None]) -> None:
        self._handler = _Handler(changed)
        self._observer: BaseObserver | None = Observer()
        self._lock = threading.Lock()

    def watch(self, folders: Sequence[Path]) -> dict[Path, str]:
        """Watch these folders from now on; blocks while the system sets its watches up. Folders that it cannot watch,
        with the reason."""
        refused: dict[Path, str] = {}
        with self._lock:
            if self._observer is None:
                return dict.fromkeys(folders, "")
            if not self._observer.is_alive():
                self._observer.start()
            for folder in folders:
                try:
                    self._observer.schedule(self._handler, str(folder), recursive=True)
                except OSError as error:  # ENOSPC: out of watches
                    refused[folder] = error.strerror or str(error)
        return refused

    def stop(self) -> None:
        """Watch nothing more."""
        with self._lock:
            observer, self._observer = self._observer, None
        if observer is not None and observer.is_alive():
            observer.stop()
            observer.join(2.0)


class _Handler(FileSystemEventHandler):
    def __init__(self, changed: Callable[[Path], None]) -> None:
        self._changed = changed

    def on_any_event(self, event: FileSystemEvent) -> None:
        # Reading a file is an event too, and a scan reads many.
        if event.event_type not in _HAPPENED or (event.is_directory and event.event_type == "modified"):
            return
        for raw in (event.src_path, event.dest_path):
            path = Path(os.fsdecode(raw)) if raw else None
            if path is not None and (event.is_directory or path.name.lower().endswith(_SUFFIXES)):
                self._changed(path)


def outermost(paths: Iterable[Path], folders: Iterable[Path]) -> list[Path]:
    """Where to look: those paths inside `folders` that lie in no other one; of very many their folders instead, so that
    a scan's list stays short."""
    roots = set(folders)
    found = {path for path in paths if path in roots or any(parent in roots for parent in path.parents)}
    while True:
        kept = sorted(path for path in found if not any(parent in found for parent in path.parents))
        closer = {path if path in roots else path.parent for path in kept}
        if len(kept) <= _FEW or closer == set(kept):
            return kept
        found = closer
