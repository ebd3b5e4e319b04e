"""Files to and from other programs, as `text/uri-list`. Names that are not UTF-8 come through byte for byte."""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import quote_from_bytes, unquote_to_bytes

from PySide6.QtCore import QByteArray, QMimeData, QUrl


def file_url(path: Path) -> QUrl:
    """The URL of a local file."""
    if os.name == "nt":
        return QUrl.fromLocalFile(str(path))
    return QUrl.fromEncoded(QByteArray(b"file://" + quote_from_bytes(os.fsencode(path)).encode()))


def local_path(url: QUrl) -> Path:
    """The local file that a URL names."""
    if os.name == "nt":
        return Path(url.toLocalFile())
    encoded = url.path(QUrl.ComponentFormattingOption.FullyEncoded)
    return Path(os.fsdecode(unquote_to_bytes(encoded)))


def file_mime(files: Iterable[Path]) -> QMimeData:
    """What a drag or the clipboard carries for `files`: their URLs, and their paths as text."""
    chosen = list(files)
    mime = QMimeData()
    mime.setUrls([file_url(path) for path in chosen])
    mime.setText("\n".join(os.fsencode(path).decode(errors="replace") for path in chosen))
    return mime


def copied_mime(files: Iterable[Path]) -> QMimeData:
    """What the clipboard carries for files that were copied: as `file_mime`, and as file managers want to be told."""
    chosen = list(files)
    mime = file_mime(chosen)
    urls = [bytes(file_url(path).toEncoded().data()) for path in chosen]
    mime.setData("x-special/gnome-copied-files", QByteArray(b"\n".join([b"copy", *urls])))
    return mime


def dropped_paths(mime: QMimeData) -> list[Path]:
    """The local files and folders that a drop carries."""
    return [local_path(url) for url in mime.urls() if url.isLocalFile()]
