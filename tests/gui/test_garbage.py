import threading

from PySide6.QtCore import QObject

from wavlink_desktop.gui.garbage import GarbageCollector


def test_qt_s_objects_in_cycles_are_freed_by_the_window_s_thread(qapp):
    freed_in = []

    class Widget(QObject):
        def __del__(self):
            freed_in.append(threading.current_thread())

    def leave_a_cycle():
        widget = Widget()
        widget.itself = widget

    leave_a_cycle()
    worker = threading.Thread(target=lambda: [[number] for number in range(200_000)])
    worker.start()
    worker.join()
    assert freed_in == []  # Python's own collector would have run in the worker
    qapp.findChild(GarbageCollector).collect()
    assert freed_in == [threading.main_thread()]
