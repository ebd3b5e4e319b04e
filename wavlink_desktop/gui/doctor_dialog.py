"""What the doctor finds: what is missing first, then what could be better, then what is well; to be copied as text."""

from html import escape

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QDialog, QLabel, QProgressBar, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from wavlink_desktop.doctor import Finding, State, as_text
from wavlink_desktop.gui.button_row import ButtonRow
from wavlink_desktop.gui.icons import icon
from wavlink_desktop.gui.wording import counted


class DoctorDialog(QDialog):
    """Shows findings as they come; `again_wanted`: look once more."""

    again_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Doctor"))
        self.resize(780, 560)
        self.findings: list[Finding] = []
        self.heading = QLabel(self)
        self.heading.setObjectName("title")
        self.heading.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setRange(0, 0)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(self.tr("Progress"))
        self.text = QTextBrowser(self)
        self.text.setAccessibleName(self.tr("Findings"))
        self.text.setOpenLinks(False)
        self.text.document().setDocumentMargin(10)
        self.again = QPushButton(icon("redo"), self.tr("&Look again"), self)
        self.again.clicked.connect(self.again_wanted)
        self.copy = QPushButton(icon("copy"), self.tr("&Copy"), self)
        self.copy.setToolTip(self.tr("Copy all findings as text"))
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText("\n".join(as_text(self.findings))))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(self.heading)
        layout.addWidget(self._progress)
        layout.addWidget(self.text, 1)
        layout.addLayout(ButtonRow(self, self.again, self.copy))
        self.begin()

    def begin(self) -> None:
        """It is being looked, anew."""
        self.findings = []
        self.heading.setText(self.tr("Looking at this computer… Nothing is changed."))
        self._progress.show()
        self.again.setEnabled(False)
        self.copy.setEnabled(False)
        self._render()

    def add(self, finding: Finding) -> None:
        """One more."""
        self.findings.append(finding)
        self._render()

    def end(self) -> None:
        """That was all."""
        missing = sum(finding.state == "missing" for finding in self.findings)
        odd = sum(finding.state == "warning" for finding in self.findings)
        said = [
            counted(missing, self.tr("One thing is missing."), self.tr("{0} things are missing.")) if missing else "",
            counted(odd, self.tr("One thing could be better."), self.tr("{0} things could be better.")) if odd else "",
        ]
        self.heading.setText(" ".join(filter(None, said)) or self.tr("All is well."))
        self._progress.hide()
        self.again.setEnabled(True)
        self.copy.setEnabled(True)

    def _render(self) -> None:
        headings: dict[State, str] = {
            "missing": self.tr("Missing"),
            "warning": self.tr("Could be better"),
            "ok": self.tr("Well"),
        }
        where = self.text.verticalScrollBar().value()
        self.text.setHtml("".join(self._section(state, heading) for state, heading in headings.items()))
        self.text.verticalScrollBar().setValue(where)

    def _section(self, state: State, heading: str) -> str:
        found = [finding for finding in self.findings if finding.state == state]
        if not found:
            return ""
        role = QPalette.ColorRole.Text if state == "ok" else QPalette.ColorRole.BrightText
        colour = self.palette().color(role).name()
        rows = "".join(
            f"<p style='margin: 4px 0 6px 0'><b>{escape(finding.check)}</b><br>{escape(finding.text)}"
            + (f"<br>→ {escape(finding.advice)}" if finding.advice else "")
            + "</p>"
            for finding in found
        )
        return f"<h3 style='color: {colour}; margin: 10px 0 4px 0'>{escape(heading)}</h3>{rows}"

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark: the headings take the new colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.findings:
            self._render()
