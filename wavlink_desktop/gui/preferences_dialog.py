"""The preferences as pages of rows; what is changed takes effect at once, or says when."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QScrollArea,
    QSpacerItem,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wavlink_desktop.gui.preferences import PREFERENCES, Preference, Preferences
from wavlink_desktop.gui.theme import SPIN_MARGINS
from wavlink_desktop.gui.translation import translated


class PreferencesDialog(QDialog):
    """A page for every group of `PREFERENCES`. There is no OK: nothing waits for it."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None, page: str = "") -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.setWindowTitle(self.tr("Preferences"))
        self.resize(720, 480)
        self._list = QListWidget(self)
        self._list.setObjectName("pages")
        self._list.setAccessibleName(self.tr("Pages of preferences"))
        self._pages = QStackedWidget(self)
        self._rows: dict[str, QWidget] = {}
        names = list(dict.fromkeys(preference.page for preference in PREFERENCES))
        for name in names:
            self._list.addItem(translated(name))
            self._pages.addWidget(self._page(name))
        self._list.setFixedWidth(self._list.sizeHintForColumn(0) + 56)
        self._list.currentRowChanged.connect(self._pages.setCurrentIndex)
        self._list.setCurrentRow(names.index(page) if page in names else 0)
        defaults = QDialogButtonBox.StandardButton.RestoreDefaults
        buttons = QDialogButtonBox(defaults | QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        restore = buttons.button(defaults)
        restore.setText(self.tr("Defaults of this page"))
        restore.clicked.connect(self.restore_defaults)
        preferences.changed.connect(self._show_changed)
        across = QHBoxLayout()
        across.setSpacing(16)
        across.addWidget(self._list)
        across.addWidget(self._pages, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(across, 1)
        layout.addWidget(buttons)

    def restore_defaults(self) -> None:
        """Everything on the page that is shown is again as it came."""
        row = self._pages.currentIndex()
        name = list(dict.fromkeys(preference.page for preference in PREFERENCES))[row]
        for preference in PREFERENCES:
            if preference.page == name:
                self._preferences.set(preference.key, preference.default)

    def _page(self, name: str) -> QWidget:
        inside = QWidget()
        form = QFormLayout(inside)
        form.setContentsMargins(8, 8, 16, 8)
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(6)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for preference in PREFERENCES:
            if preference.page == name:
                self._add(form, preference)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setAccessibleName(translated(name))
        area.setWidget(inside)
        return area

    def _add(self, form: QFormLayout, preference: Preference) -> None:
        editor = self._editor(preference)
        text = translated(preference.text)
        self._rows[preference.key] = editor
        editor.setAccessibleName(text)
        if isinstance(editor, QCheckBox):
            editor.setText(text)
            form.addRow(editor)
        else:
            label = QLabel(text)
            label.setBuddy(editor)
            form.addRow(label, editor)
        notes = " ".join(translated(note) for note in (preference.help, preference.when) if note)
        if notes:
            editor.setAccessibleDescription(notes)
            help_line = QLabel(notes)
            help_line.setObjectName("dim")
            help_line.setWordWrap(True)
            form.addRow(help_line)
        form.addItem(_gap())

    def _editor(self, preference: Preference) -> QWidget:
        key, value = preference.key, self._preferences.value(preference)
        if isinstance(value, bool):
            switch = QCheckBox(self)
            switch.setChecked(value)
            switch.toggled.connect(lambda on: self._preferences.set(key, on))
            return switch
        if isinstance(value, int):
            number = QSpinBox(self)
            number.lineEdit().setTextMargins(*SPIN_MARGINS)
            number.setRange(preference.least, preference.most)
            number.setSingleStep(preference.step)
            number.setSuffix(translated(preference.suffix) if preference.suffix else "")
            if preference.zero:
                number.setSpecialValueText(translated(preference.zero))
            number.setValue(value)
            number.setKeyboardTracking(False)  # 1 on the way to 120 is not meant
            number.valueChanged.connect(lambda figure: self._preferences.set(key, figure))
            return number
        choice = QComboBox(self)
        for option, text in (preference.choices() if preference.choices else {}).items():
            choice.addItem(translated(text), option)
        choice.setCurrentIndex(max(0, choice.findData(value)))
        choice.currentIndexChanged.connect(lambda _: self._preferences.set(key, choice.currentData()))
        return choice

    def _show_changed(self, key: str) -> None:
        editor = self._rows.get(key)
        if editor is None:
            return
        with QSignalBlocker(editor):
            if isinstance(editor, QCheckBox):
                editor.setChecked(self._preferences.flag(key))
            elif isinstance(editor, QSpinBox):
                editor.setValue(self._preferences.number(key))
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(max(0, editor.findData(self._preferences.text(key))))


def _gap() -> QSpacerItem:
    return QSpacerItem(0, 10)
