"""The row of buttons at the foot of a dialog that is looked at and closed."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton


class ButtonRow(QHBoxLayout):
    """What can be done at the left; at the right Close, which Enter presses unless another button has the focus."""

    def __init__(self, dialog: QDialog, *buttons: QPushButton) -> None:
        super().__init__()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
        box.rejected.connect(dialog.reject)
        self.close = box.button(QDialogButtonBox.StandardButton.Close)
        self.close.setDefault(True)
        self.setSpacing(8)
        for button in buttons:
            self.addWidget(button)
        self.addStretch(1)
        self.addWidget(box)
