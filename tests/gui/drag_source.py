"""The program's window on a library, for a drag by a real mouse: prints where a row and a region are on the screen.

python -m tests.gui.drag_source LIBRARY SETTINGS TRANSFERS
"""

import json
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, QTimer

from tests.gui import child
from wavlink_desktop.gui.application import Application
from wavlink_desktop.gui.desk import Desk


class Embedder(child._conftest.FakeEmbedder):
    def close(self):
        pass


def main(library, settings, transfers):
    application = Application(sys.argv[:1])
    store = QSettings(settings, QSettings.Format.IniFormat)
    desk = Desk(Path(library), store, lambda scheme: None, embedder=Embedder, open_output=lambda: (None, "no sound"))
    desk.transferring.settings.transfers_folder = Path(transfers)
    desk.window.setGeometry(0, 0, 950, 750)
    desk.open()
    view, waveform = desk.window.results, desk.window.transport.waveform

    def tell():
        if not len(desk.window.model) or view.viewport().height() < 100:
            return
        again.stop()
        view.go_to(0)
        waveform.set_region((0.25, 0.75))
        row = view.viewport().mapToGlobal(view.visualRect(desk.window.model.index(0, 0)).center())
        middle = waveform.mapToGlobal(
            QPoint(round(waveform.width() * 0.5 / view.current_hit().clip.duration), waveform.height() // 3)
        )
        name = str(view.current_hit().clip.path)
        print(json.dumps({"row": [row.x(), row.y()], "region": [middle.x(), middle.y()], "path": name}), flush=True)

    again = QTimer()
    again.timeout.connect(tell)
    again.start(200)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
