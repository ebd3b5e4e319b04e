"""What Python frees by itself, it frees in the window's own thread, and between events."""

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 5_000


class GarbageCollector(QObject):
    """Collects in place of Python's own collector, which runs in whichever thread happens to allocate, and at any
    moment: a search on a worker would destroy widgets of a closed dialog there, or a painting those that it paints.
    Qt's objects bear neither; what follows are crashes somewhere else.

    Made once, by the application. Everything that is imported by then is left out of the collections from then on: of
    100,000 objects 17,000 are left, and a collection takes 3 ms instead of 45.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        timer = QTimer(self)
        timer.timeout.connect(self.collect)
        timer.start(EVERY_MS)

    def collect(self) -> None:
        """Free what nothing refers to but itself."""
        gc.collect()
