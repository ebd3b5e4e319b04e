import logging

from PySide6.QtCore import QLoggingCategory, QThread, qCritical, qCWarning, qWarning

from wavlink_desktop.gui.qt_messages import _MOST, logged


def test_qts_messages_are_logged_once_each_whatever_thread_they_come_from(qapp, caplog):
    class Thread(QThread):
        def run(self):
            qCritical("from another thread")

    with caplog.at_level(logging.INFO, "wavlink_desktop.qt"), logged():
        for _ in range(3):
            qWarning("a layout is odd")
        thread = Thread()
        thread.start()
        assert thread.wait(10_000)
    qWarning("nobody listens any more")
    assert [(record.levelname, record.getMessage()) for record in caplog.records] == [
        ("WARNING", "a layout is odd"),
        ("ERROR", "from another thread"),
    ]


def test_messages_without_end_do_not_fill_the_log(qapp, caplog):
    with caplog.at_level(logging.INFO, "wavlink_desktop.qt"), logged():
        for number in range(_MOST + 50):
            qWarning(f"message {number}")
    assert len(caplog.records) == _MOST


def test_a_category_is_named(qapp, caplog):
    category = QLoggingCategory("wavlink.test")
    with caplog.at_level(logging.INFO, "wavlink_desktop.qt"), logged():
        qCWarning(category, "odd")
    assert [record.getMessage() for record in caplog.records] == ["wavlink.test: odd"]
