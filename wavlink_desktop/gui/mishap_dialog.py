"""What went wrong in the program, with the report that was written of it: to be read, copied, found."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.button_row import ButtonRow
from wavlink_desktop.gui.icons import IconLabel, icon
from wavlink_desktop.reports import Report

_WIDTH, _HEIGHT_OF_REPORT = 620, 280


class MishapDialog(QDialog):
    """Esc, or Close, and work goes on. `reveal_wanted`: the report in its folder."""

    reveal_wanted = Signal()

    def __init__(self, what: str, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._report = report
        heading = QLabel(what, self)
        heading.setObjectName("title")
        heading.setWordWrap(True)
        calming = QLabel(
            self.tr(
                "Your library and your sounds are safe; you can go on. Nothing was sent anywhere: to have this mended, "
                "send the report to the makers of the program."
            ),
            self,
        )
        calming.setWordWrap(True)
        self.text = QPlainTextEdit(report.text, self)
        self.text.setAccessibleName(self.tr("The report"))
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setMinimumHeight(_HEIGHT_OF_REPORT)
        self.text.hide()
        self.show_report = QPushButton(self.tr("&Show the report"), self)
        self.show_report.setCheckable(True)
        self.show_report.toggled.connect(self._show_report)
        self.copy = QPushButton(icon("copy"), self.tr("&Copy"), self)
        self.copy.setToolTip(self.tr("Copy the report"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report.text))
        self.reveal = QPushButton(icon("reveal"), self.tr("Show in &folder"), self)
        self.reveal.clicked.connect(self.reveal_wanted)
        self._lay_out(heading, calming)

    def _lay_out(self, heading: QLabel, calming: QLabel) -> None:
        facts = QFormLayout()
        facts.setSpacing(6)
        facts.addRow(self.tr("Error"), self._fact(self._report.summary, self.tr("Error")))
        where = self.tr("It could not be written.") if self._report.path is None else str(self._report.path)
        facts.addRow(self.tr("Report"), self._fact(where, self.tr("Report")))
        said = QVBoxLayout()
        said.setSpacing(8)
        said.addWidget(heading)
        said.addWidget(calming)
        top = QHBoxLayout()
        top.setSpacing(12)
        top.addWidget(IconLabel("warning", QPalette.ColorRole.BrightText, 24), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(said, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(14)
        layout.addLayout(top)
        layout.addLayout(facts)
        layout.addWidget(self.text, 1)
        row = ButtonRow(self, self.show_report, self.copy, self.reveal)
        row.close.setFocus()
        layout.addLayout(row)
        self.resize(_WIDTH, self.heightForWidth(_WIDTH))

    def _fact(self, text: str, name: str) -> QLineEdit:
        """A line that can be chosen and copied, however long it is."""
        line = QLineEdit(text, self)
        line.setReadOnly(True)
        line.setCursorPosition(0)
        line.setAccessibleName(name)
        line.setToolTip(text)
        return line

    def _show_report(self, shown: bool) -> None:
        self.show_report.setText(self.tr("&Hide the report") if shown else self.tr("&Show the report"))
        self.text.setVisible(shown)
        self.adjustSize()
        self.resize(max(self.width(), _WIDTH), self.height())
