"""What is filled again and again, for hours, leaves nothing behind."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from wavlink_desktop.gui import filter_menu
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.tag_entry import TagEntry


def objects_below(parent, kind):
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return len(parent.findChildren(kind, options=Qt.FindChildOption.FindChildrenRecursively))


def test_the_filters_of_an_earlier_opening_are_gone(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    menu = filter_menu.make_menu(window)
    for _ in range(5):
        filter_menu.fill(menu, {}, lambda field, value: None, lambda field: None)
    assert objects_below(menu, QMenu) == len(filter_menu.OFFERS)


def test_the_tags_that_were_offered_before_are_gone(qtbot):
    entry = TagEntry()
    qtbot.addWidget(entry)
    for count in range(1, 6):
        entry.set_labels([("ucs", f"LABEL{number}", "") for number in range(count)])
    assert objects_below(entry, QStandardItemModel) == 1
    assert entry.completer().model().rowCount() == 5


def test_an_icon_is_made_once(qapp):
    assert icon("search") is icon("search")
