"""What the program is, and whose work is in it: version, licences, the model's card, third-party notices."""

import platform
from html import escape
from pathlib import Path

import PySide6
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QTabWidget,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

import wavlink_desktop
from wavlink_desktop import paths

_PAPER = (
    "Kumar, Lepauloux, Hacid: <i>WavLink: Compact Audio–Text Embeddings with a Global Whisper Token</i>, ICASSP 2026"
)


class AboutDialog(QDialog):
    """Three pages: the program, its model, the notices. The long ones are read when they are looked at first."""

    def __init__(self, library: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About WavLink Desktop"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(720, 520)
        self.program = QLabel(self._program_text(library), self)
        self.program.setObjectName("about")
        self.program.setWordWrap(True)
        self.program.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.program.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.program.setMargin(16)
        self.model = QTextBrowser(self)
        self.model.setAccessibleName(self.tr("The model"))
        self.model.setOpenLinks(False)
        self.notices = QPlainTextEdit(self)
        self.notices.setAccessibleName(self.tr("Notices"))
        self.notices.setReadOnly(True)
        self.notices.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.notices.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.pages = QTabWidget(self)
        self.pages.addTab(self.program, self.tr("The &program"))
        self.pages.addTab(self.model, self.tr("The &model"))
        self.pages.addTab(self.notices, self.tr("&Notices"))
        self.pages.currentChanged.connect(self._read)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.pages)
        layout.addWidget(buttons)

    def _program_text(self, library: Path) -> str:
        paragraphs = (
            self.tr("Finds sounds by meaning, on your own computer. Nothing leaves it."),
            self.tr("Free software under the GNU General Public License, version 3 or later, without any warranty."),
            self.tr(
                "The model was trained by this project, after {0}, from Whisper (MIT) and MiniLM (Apache-2.0)."
            ).format(_PAPER),
            self.tr("It learnt from openly licensed sounds; the next page names them and says what its licence is."),
            self.tr(
                "Built on Qt, PyTorch, transformers, FFmpeg, libsndfile, mutagen, hnswlib and SQLite, among others."
            ),
            self.tr("Categories: the Universal Category System of Tim Nielsen, Justin Drury and Kai Paquin."),
            self.tr("Thanks to everybody who gives sounds, models and code away freely."),
        )
        small = self.tr("Library: {0}").format(escape(str(library)))
        versions = f"Python {platform.python_version()} · Qt {PySide6.__version__}"
        heading = f"<h2>WavLink Desktop {wavlink_desktop.__version__}</h2>"
        return heading + "".join(f"<p>{text}</p>" for text in paragraphs) + f"<p>{small}<br>{versions}</p>"

    def _read(self, page: int) -> None:
        shown = self.pages.widget(page)
        if shown is self.model and self.model.document().isEmpty():
            self.model.setMarkdown(_without_header(_text(paths.checkpoint() / "README.md")))
        elif shown is self.notices and not self.notices.toPlainText():
            self.notices.setPlainText(_text(paths.notices()))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except OSError as error:
        return str(error)


def _without_header(card: str) -> str:
    """A model card without the settings that stand at its top for other programs."""
    if not card.startswith("---\n"):
        return card
    return card[4:].partition("\n---\n")[2]
