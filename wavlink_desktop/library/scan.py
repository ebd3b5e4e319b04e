"""A whole scan: one at a time for a library, headers first, then vectors."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from wavlink_desktop.audio import PeakCache
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.embedding import VectorScan
from wavlink_desktop.library.errors import ScanRunningError
from wavlink_desktop.library.records import ScanProgress, ScanReport, SoundEmbedder
from wavlink_desktop.library.scanner import HeaderScan, set_aside
from wavlink_desktop.library.trail import Trail

_log = logging.getLogger(__name__)
_PATIENCE_S = 10.0  # a scan that was told to stop needs a moment to commit


def scan(
    catalogue: Catalogue,
    embedder: SoundEmbedder,
    folders: Sequence[Path],
    progress: Callable[[ScanProgress], None],
    cancelled: Callable[[], bool],
    peaks: PeakCache | None = None,
) -> ScanReport:
    """Scan `folders` (or files), or everything when none is given. The peaks of what is decoded go into `peaks`.

    Raises:
        ScanRunningError: another scan of this library is still running after ten seconds.
        FolderError: one of `folders` is not there.
    """
    began = time.monotonic()
    embedded = 0
    _log.info("scan begins: %s", ", ".join(map(str, folders)) or "all folders")
    with alone(catalogue.path), Trail(catalogue.path) as trail:
        set_aside(catalogue, trail)
        headers = HeaderScan(catalogue, trail, progress, cancelled)
        headers.run(folders)
        if not cancelled():
            tier = VectorScan(catalogue, embedder, trail, progress, cancelled, peaks)
            tier.run()
            embedded = tier.embedded
    counts = headers.counts
    report = ScanReport(
        added=counts.added,
        changed=counts.changed,
        moved=counts.moved,
        missing=counts.missing,
        unchanged=counts.unchanged,
        embedded=embedded,
        skipped=counts.skipped,
        cancelled=cancelled(),
        seconds=time.monotonic() - began,
    )
    _log.info(
        "scan %s after %.1f s: %d new, %d changed, %d moved, %d missing, %d unchanged, %d set aside; "
        "%d listened to, %.3g a second",
        "stopped" if report.cancelled else "ended",
        report.seconds,
        report.added,
        report.changed,
        report.moved,
        report.missing,
        report.unchanged,
        report.skipped,
        report.embedded,
        report.embedded / max(report.seconds, 1e-3),
    )
    return report


@contextmanager
def alone(library: Path) -> Iterator[None]:
    """Hold the lock of who compares this library with its files, or changes those; it goes when the process dies.

    Raises:
        ScanRunningError: somebody else still holds it after ten seconds.
    """
    try:
        with FileLock(f"{library}.scanning", timeout=_PATIENCE_S):
            yield
    except Timeout as error:
        raise ScanRunningError(
            "This library is being scanned already, or its files are being written. Wait until that is done."
        ) from error
