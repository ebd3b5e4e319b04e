"""Another program that takes files: prints the URIs of everything dropped on it, a JSON list a line."""

import json
import sys

from PySide6.QtWidgets import QApplication, QWidget


class Target(QWidget):
    def __init__(self):
        super().__init__()
        self.setAcceptDrops(True)
        self.setGeometry(1000, 100, 250, 400)

    def dragEnterEvent(self, event):
        if event.mimeData().hasFormat("text/uri-list"):
            event.acceptProposedAction()

    def dropEvent(self, event):
        event.acceptProposedAction()
        uris = bytes(event.mimeData().data("text/uri-list").data()).decode().split()
        print(json.dumps(uris), flush=True)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    target = Target()
    target.show()
    print(json.dumps("ready"), flush=True)
    sys.exit(application.exec())
