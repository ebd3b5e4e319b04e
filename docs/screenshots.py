"""Makes the README's pictures: the real window, on the demo library, with the bundled model.

.ci/with-sound-and-display .venv/bin/python docs/screenshots.py
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QSettings, Qt

from wavlink_desktop.gui.application import Application
from wavlink_desktop.gui.desk import Desk

WORDS = "thunder in the distance"
SECONDS_PLAYED = 1.5
FOLDER = Path(__file__).parent


def command_line(*arguments: str | Path) -> None:
    """Run the program's command line."""
    subprocess.run([sys.executable, "-m", "wavlink_desktop", *map(str, arguments)], check=True, cwd=FOLDER.parent)


def wait_until(condition: Callable[[], bool], seconds: float = 120.0) -> None:
    """Let the window live until `condition` holds."""
    until = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > until:
            raise TimeoutError("the window did not get there")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        time.sleep(0.005)


def wait(seconds: float) -> None:
    """Let the window live for so long."""
    until = time.monotonic() + seconds
    wait_until(lambda: time.monotonic() >= until)


def main() -> None:
    """Make the demo library, tag it, search it, play a hit, and take the pictures."""
    with tempfile.TemporaryDirectory() as temporary:
        home = Path(temporary)
        library, sounds = home / "library.db", home / "Demo"
        command_line("demo", sounds)
        command_line("scan", sounds, "--library", library)
        command_line("tag", "--library", library)
        application = Application(sys.argv[:1])
        settings = QSettings(str(home / "window.ini"), QSettings.Format.IniFormat)
        desk = Desk(library, settings, application.choose_scheme)
        desk.open()
        wait_until(lambda: desk.session.has_model)
        desk.window.search_box.set_text(WORDS)
        wait_until(lambda: desk.finding.shown.text == WORDS)
        for name, scheme in (("light", Qt.ColorScheme.Light), ("dark", Qt.ColorScheme.Dark)):
            application.choose_scheme(scheme)
            desk.finding.go_to_results()
            desk.auditioning.stop()
            desk.auditioning.toggle_play()
            wait(SECONDS_PLAYED)
            desk.window.grab().save(str(FOLDER / f"window-{name}.png"))
        desk.window.close()


if __name__ == "__main__":
    main()
