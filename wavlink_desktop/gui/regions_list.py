"""Tags along a long file: what is heard when; a click, or Enter, goes there."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QSizePolicy, QWidget

from wavlink_desktop.gui.wording import ruler_clock
from wavlink_desktop.library.records import Region

_START = Qt.ItemDataRole.UserRole
_MOST = 200


class RegionsList(QListWidget):
    """One line for each stretch of time."""

    sought = Signal(float)
    """Go to this second."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tags")
        self.setAccessibleName(self.tr("Tags along the file"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.itemClicked.connect(self._go)
        self.itemActivated.connect(self._go)

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Show these, those of the same stretch together."""
        together: dict[tuple[float, float], list[Region]] = {}
        for region in regions[:_MOST]:
            together.setdefault((region.start, region.end), []).append(region)
        self.clear()
        for (start, end), members in together.items():
            labels = ", ".join(dict.fromkeys(region.label for region in sorted(members, key=_likeliest)))
            times = f"{ruler_clock(start, 1)} – {ruler_clock(end, 1)}"
            item = QListWidgetItem(f"{times}   {labels}")
            item.setData(_START, start)
            detail = "\n".join(f"{region.label}: {region.score:.0%}" for region in members)
            item.setToolTip(self.tr("Click plays from {0}.").format(ruler_clock(start, 1)) + "\n" + detail)
            self.addItem(item)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(200, sum(self.sizeHintForRow(row) for row in range(self.count())) + 2)

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`: there is no scrolling here."""
        return self.sizeHint()

    def _go(self, item: QListWidgetItem) -> None:
        self.sought.emit(item.data(_START))


def _likeliest(region: Region) -> float:
    return -region.score
