import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from wavlink_desktop.library import scan as scanning
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.errors import ScanRunningError

_SCAN = """
import sys, time
from pathlib import Path
import numpy as np
from wavlink_desktop.library.catalogue import Catalogue
from wavlink_desktop.library.scan import scan

class Slow:
    model_id = "slow"
    def embed_audio(self, clips):
        time.sleep(0.2)
        return np.eye(1, 512, dtype=np.float32).repeat(len(clips), 0)
    def embed_text(self, texts): ...

catalogue = Catalogue(Path(sys.argv[1]))
report = scan(catalogue, Slow(), [Path(sys.argv[2])], lambda _: None, lambda: False)
print(report.added, report.unchanged, report.embedded)
"""


def test_a_killed_scan_goes_on_with_nothing_lost_and_nothing_double(tmp_path: Path, sound: Callable[..., Path]) -> None:
    total = 320
    for number in range(total):
        sound(tmp_path / "sounds" / f"{number:03}.wav", 0.02, seed=number)
    arguments = [sys.executable, "-c", _SCAN, str(tmp_path / "library.db"), str(tmp_path / "sounds")]
    catalogue = Catalogue(tmp_path / "library.db")
    counts: list[int] = []
    for wanted in (1, 100):  # die twice: once in the first batches, once later
        child = subprocess.Popen(arguments)
        while catalogue.info().embedded < wanted and child.poll() is None:
            time.sleep(0.01)
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        info = catalogue.info()
        assert info.windows == info.embedded  # each file has all of its vectors or none
        counts.append(info.embedded)
    assert 0 < counts[0] < total
    ids = {clip.path: clip.id for clip in catalogue.clips()}
    done = subprocess.run(arguments, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(total - len(ids)), str(len(ids)), str(total - counts[1])]
    info = catalogue.info()
    assert (info.clips, info.embedded, info.windows) == (total, total, total)
    after = {clip.path: clip.id for clip in catalogue.clips()}
    assert ids.items() <= after.items()
    with catalogue.reading() as database:
        assert database.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert database.execute("SELECT count(*) FROM texts").fetchone()[0] == total
    catalogue.close()


def test_a_second_scan_waits_and_then_says_why_it_cannot(
    library, sound: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "_PATIENCE_S", 0.05)
    sound(library.folder / "a.wav")
    with FileLock(f"{library.catalogue.path}.scanning"), pytest.raises(ScanRunningError, match="scanned already"):
        library.scan([library.folder])
    assert library.scan([library.folder]).added == 1
