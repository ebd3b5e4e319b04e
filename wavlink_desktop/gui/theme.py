"""The window's colours, light and dark, as a palette and a style sheet. Text has a contrast of at least 4.5."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from wavlink_desktop import paths

SPIN_MARGINS = (6, 0, 0, 0)
"""Of the text in a spin box, whose padding the style sheet does not reach."""
_LETTER = 6
"""Pixels that a letter of 9 points takes on average."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours by what they are for."""

    window: str
    """Behind everything."""
    base: str
    """Behind lists and text fields."""
    raised: str
    """Buttons, chips, hovered rows."""
    line: str
    """Hairlines between areas."""
    edge: str
    """Borders of fields and buttons."""
    text: str
    dim: str
    """Secondary text."""
    accent: str
    """Matches, the playing clip, focus."""
    selection: str
    selected_text: str
    warning: str


LIGHT = Theme(
    window="#f3f4f5",
    base="#ffffff",
    raised="#e9ebed",
    line="#dcdfe3",
    edge="#c3c8ce",
    text="#1c2024",
    dim="#5a636e",
    accent="#0d7d72",
    selection="#d3ebe7",
    selected_text="#10201e",
    warning="#a8500a",
)

DARK = Theme(
    window="#1d2024",
    base="#17191c",
    raised="#2a2e34",
    line="#2c3036",
    edge="#3d434b",
    text="#e3e6ea",
    dim="#9aa3ae",
    accent="#52c2b2",
    selection="#23443f",
    selected_text="#f2fbf9",
    warning="#f0a45d",
)


def theme_for(scheme: Qt.ColorScheme) -> Theme:
    """The theme for what the system asks for; light where it does not say."""
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's roles; what is painted by hand takes its colours from here.

    Mid is the hairline, Midlight a raised surface, PlaceholderText secondary text, BrightText a warning.
    """
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.window,
        roles.WindowText: theme.text,
        roles.Base: theme.base,
        roles.AlternateBase: theme.window,
        roles.Text: theme.text,
        roles.PlaceholderText: theme.dim,
        roles.Button: theme.raised,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.warning,
        roles.Light: theme.raised,
        roles.Midlight: theme.raised,
        roles.Mid: theme.line,
        roles.Dark: theme.edge,
        roles.Shadow: theme.edge,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.selected_text,
        roles.Accent: theme.accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.text,
    }
    made = QPalette()
    for role, colour in colours.items():
        made.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.dim))
    return made


def style_sheet(theme: Theme) -> str:
    """Flat surfaces, hairlines instead of frames, 8-pixel spacing."""
    pictures = (paths.resources() / "icons").as_posix()
    tone = "dark" if theme == DARK else "light"
    return _STYLE.format(**{name: getattr(theme, name) for name in Theme.__slots__}, icons=pictures, tone=tone)


def enlarged(pixels: int, metrics: QFontMetrics) -> int:
    """A length that suits letters of 9 points, for the letters that there are."""
    return round(pixels * max(1.0, metrics.averageCharWidth() / _LETTER))


def apply_theme(application: QApplication, theme: Theme) -> None:
    """Dress the whole application; digits all of one width, so that times line up and do not tremble."""
    font = application.font()
    font.setFeature(QFont.Tag.fromString("tnum"), 1)
    application.setFont(font)
    application.setPalette(palette(theme))
    application.setStyleSheet(style_sheet(theme))


_STYLE = """
QMainWindow, QDialog {{ background: {window}; }}
QMenuBar {{ background: {window}; border: 0; padding: 2px 4px; }}
QMenuBar::item {{ padding: 4px 8px; border-radius: 4px; background: transparent; color: {text}; }}
QMenuBar::item:selected {{ background: {raised}; }}
QMenu {{ background: {base}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: 5px 28px 5px 24px; border-radius: 4px; color: {text}; }}
QMenu::item:selected {{ background: {selection}; color: {selected_text}; }}
QMenu::item:disabled {{ color: {dim}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QMenu::indicator {{ left: 6px; width: 12px; height: 12px; }}
QToolTip {{ background: {raised}; color: {text}; border: 1px solid {edge}; padding: 4px 6px; }}

QPushButton, QToolButton {{
    background: transparent; border: 1px solid transparent; border-radius: 5px; padding: 4px 10px; color: {text};
}}
QToolButton {{ padding: 4px; }}
QPushButton {{ border-color: {edge}; background: {base}; min-height: 16px; }}
QPushButton:hover, QToolButton:hover {{ background: {raised}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {line}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {accent}; }}
QPushButton:disabled {{ color: {dim}; border-color: {line}; }}
QToolButton:checked {{ background: {selection}; }}
QToolButton[altered="true"] {{ background: {selection}; color: {selected_text}; font-weight: 600; }}
QWidget#playback QToolButton::menu-indicator {{ image: none; width: 0; }}
QToolButton#play {{ background: {accent}; border-radius: 20px; padding: 0; }}
QToolButton#play:hover, QToolButton#play:focus {{ border-color: {text}; }}

QLineEdit {{
    background: {base}; color: {text}; border: 1px solid {edge}; border-radius: 5px; padding: 3px 7px;
    selection-background-color: {selection}; selection-color: {selected_text};
}}
QLineEdit:focus {{ border-color: {accent}; }}
QLineEdit:disabled {{ color: {dim}; border-color: {line}; }}
QComboBox, QAbstractSpinBox {{
    background: {base}; color: {text}; border: 1px solid {edge}; border-radius: 5px; padding: 3px 7px;
    selection-background-color: {selection}; selection-color: {selected_text};
}}
QAbstractSpinBox {{ padding: 1px 7px; }}
QComboBox:focus, QAbstractSpinBox:focus {{ border-color: {accent}; }}
QComboBox:disabled, QAbstractSpinBox:disabled {{ color: {dim}; border-color: {line}; }}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit {{ border: 0; padding: 0 4px; background: transparent; }}
QComboBox::drop-down {{ border: 0; width: 22px; }}
QComboBox::down-arrow {{ image: url("{icons}/down-{tone}.svg"); width: 12px; height: 12px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 20px; background: transparent; }}
QAbstractSpinBox::up-arrow {{ image: url("{icons}/up-{tone}.svg"); width: 10px; height: 10px; }}
QAbstractSpinBox::down-arrow {{ image: url("{icons}/down-{tone}.svg"); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {base}; color: {text}; border: 1px solid {edge}; }}
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {{
    width: 14px; height: 14px; border: 1px solid {edge}; background: {base}; border-radius: 3px;
}}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {{
    background: {accent}; border-color: {accent}; image: url("{icons}/checked-{tone}.svg");
}}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {{
    background: {accent}; border-color: {accent}; image: url("{icons}/partly-{tone}.svg");
}}
QRadioButton::indicator:checked {{ width: 6px; height: 6px; border: 5px solid {accent}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus, QCheckBox::indicator:hover, QRadioButton::indicator:hover {{
    border-color: {accent};
}}

QFrame#searchBox {{ background: {base}; border: 1px solid {edge}; border-radius: 7px; }}
QFrame#searchBox[focused="true"] {{ border-color: {accent}; }}
QFrame#searchBox[dropping="true"] {{ border: 2px solid {accent}; }}
QFrame#searchBox QLineEdit {{ border: 0; background: transparent; }}
QWidget#chipBody {{ background: {raised}; border: 1px solid {line}; border-radius: 10px; }}
QWidget#chipBody[kind="like"] {{ background: {selection}; border-color: {accent}; }}
QWidget#chipBody[kind="unlike"] {{ border: 1px dashed {edge}; }}
QToolButton#chipRemove {{ padding: 2px; border-radius: 7px; }}
QLabel#queryMessage {{ color: {warning}; }}
QLabel#dim, QLabel#time {{ color: {dim}; }}
QLabel#caption {{ color: {text}; font-weight: 600; }}
QLabel#warning {{ color: {warning}; }}
QLabel#title {{ font-weight: 600; }}

QTableView {{
    background: {base}; border: 0; gridline-color: transparent; outline: 0;
    selection-background-color: {selection}; selection-color: {selected_text};
}}
QHeaderView {{ background: {window}; border: 0; }}
QHeaderView::section {{
    background: {window}; color: {dim}; border: 0; border-bottom: 1px solid {line}; padding: 5px 8px;
}}
QTableView QHeaderView::section:first {{ padding-left: 22px; }}
QTableView#preview {{ border: 1px solid {line}; border-radius: 5px; }}
QTableView#preview::item {{ padding: 0 8px; }}
QTableView#preview QHeaderView::section, QTableView#preview QHeaderView::section:first {{ padding-left: 11px; }}
QListWidget#columns::item {{ padding: 3px 4px; }}
QTreeView {{ outline: 0; }}
QTreeView::item {{ padding: 5px 4px; }}
QTreeView::item:selected {{ background: {selection}; color: {selected_text}; }}
QHeaderView::section:hover {{ color: {text}; }}
QListWidget, QTreeView {{ background: {base}; border: 1px solid {line}; border-radius: 5px; }}
QTreeView#sidebar {{ background: {window}; border: 0; border-radius: 0; padding: 4px 0 8px 4px; }}
QTreeView#sidebar::item {{ padding: 0; background: transparent; }}
QTreeView#sidebar::branch {{ background: transparent; }}
QLineEdit#inPlace {{ padding: 0 4px; border-radius: 3px; }}
QListView#tags {{ background: transparent; border: 0; outline: 0; }}
QListView#tags::item {{ padding: 2px 4px; border-radius: 4px; }}
QListView#tags::item:hover {{ background: {raised}; }}
QListView#tags::item:selected {{ background: {selection}; color: {selected_text}; }}
QToolButton#link {{ color: {accent}; border: 0; padding: 0; background: transparent; }}
QToolButton#link:hover, QToolButton#link:focus {{ text-decoration: underline; }}
QScrollArea {{ background: transparent; border: 0; }}
QSplitter::handle {{ background: {line}; }}

QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 3px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {dim}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}

QSlider::groove:horizontal {{ height: 4px; background: {line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{ background: {text}; width: 12px; height: 12px; margin: -4px 0; border-radius: 6px; }}
QSlider::handle:horizontal:focus {{ background: {accent}; }}

QProgressBar {{ background: {line}; border: 0; border-radius: 2px; max-height: 4px; min-height: 4px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 2px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QStatusBar {{ background: {window}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: 0; }}
QStatusBar QLabel {{ color: {dim}; padding: 0 4px; }}
QStatusBar QLabel#warning, QStatusBar QToolButton#warning {{ color: {warning}; }}
QStatusBar QToolButton {{ padding: 1px 6px; }}
QListWidget#suggestions {{
    background: {base}; border: 1px solid {edge}; border-radius: 7px; padding: 4px; outline: 0;
}}
QDialog#palette {{ background: {base}; border: 1px solid {edge}; }}
QLineEdit#paletteBox {{
    background: {base}; border: 0; border-bottom: 1px solid {line}; border-radius: 0; padding: 0 12px;
}}
QListView#paletteList {{ background: {base}; border: 0; border-radius: 0; }}
QListWidget#pages::item {{ padding: 7px 10px; }}
QFrame#question {{ background: {raised}; border: 1px solid {edge}; border-radius: 6px; }}
QFrame#hairline {{ background: {line}; border: 0; max-height: 1px; min-height: 1px; }}
QWidget#welcome {{ background: {base}; }}
QFrame#mapLegend {{ background: {window}; border: 1px solid {line}; border-radius: 6px; }}
QToolButton#mapLegendRow {{ padding: 2px 8px; border-radius: 4px; text-align: left; }}
QFrame#dropTarget {{ border: 2px dashed {edge}; border-radius: 12px; }}
QFrame#dropTarget[dropping="true"] {{ border-color: {accent}; background: {selection}; }}
"""
