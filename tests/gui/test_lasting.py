"""What is filled again and again, for hours, leaves nothing behind."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAction, QStandardItemModel
from PySide6.QtWidgets import QApplication

from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.search_box import SearchBox
from wavlink_desktop.gui.tag_entry import TagEntry


def objects_below(parent, kind):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(parent.findChildren(kind, options=Qt.FindChildOption.FindChildrenRecursively))


def test_opening_the_filters_makes_nothing(qtbot):
    box = SearchBox()
    qtbot.addWidget(box)
    before = set(box.findChildren(QAction))
    for _ in range(5):
        box._menu.popup(QPoint())
        box._menu.close()
    assert set(box.findChildren(QAction)) == before


def test_the_tags_that_were_offered_before_are_gone(qtbot):
    entry = TagEntry()
    qtbot.addWidget(entry)
    for count in range(1, 6):
        entry.set_labels([("ucs", f"LABEL{number}", "") for number in range(count)])
    assert objects_below(entry, QStandardItemModel) == 1
    assert entry.completer().model().rowCount() == 5


def test_an_icon_is_made_once(qapp):
    assert icon("search") is icon("search")
